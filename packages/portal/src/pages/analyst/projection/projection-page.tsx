import "./projection.css";
import { origin } from "../../../elements/origin.ts";
import { type ReactNode, useEffect, useState } from "react";
import { useChoice } from "../../../app/place.ts";
import { Button } from "../../../elements/button.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Loading } from "../../../elements/loading.tsx";
import { Waiting } from "../../../elements/waiting.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import { words as shared } from "../words.ts";
import { AnalysisFailure } from "./analysis-failure.tsx";
import { CharterChoice } from "./charter-choice.tsx";
import { ProjectionResult } from "./projection-result.tsx";
import {
  type Question,
  questionIn,
  searchOf,
  type Terms,
  useSearch,
  useTerms,
} from "./question.ts";
import { SliderField } from "./slider-field.tsx";
import { useRested } from "./use-analysis.ts";
import { useFutures } from "./use-futures.ts";
import { words } from "./words.ts";

/** What a charter would do, and what it would with other figures. */
export function ProjectionPage(): ReactNode {
  const t = useText();
  const [charter] = useChoice("charter");
  const [, setSearch] = useSearch();
  return (
    <div className="origin" {...origin("projection")}>
      <PageHeading title={shared.projection}>{t(words.lead)}</PageHeading>
      <div className="projection-charter">
        <CharterChoice
          value={charter}
          onChange={(next) => setSearch(next === "" ? {} : { charter: next })}
        />
      </div>
      <Waiting>
        <Futures key={charter} charter={charter} />
      </Waiting>
    </div>
  );
}

function Futures({ charter }: { readonly charter: string }): ReactNode {
  const terms = useTerms(charter);
  const [search, setSearch] = useSearch();
  const [question, setQuestion] = useState(() => questionIn(search, charter, terms));
  const rested = useRested(question);
  const kept = JSON.stringify(searchOf(rested, terms));
  useEffect(() => {
    setSearch(JSON.parse(kept) as { readonly [name: string]: string });
    // What was asked is kept in the address, so that it can be sent to somebody.
  }, [kept]);
  const base = useFutures({ ...rested, moved: {}, stresses: [] }, terms);
  const now = useFutures(rested, terms);
  const failure = now.failure ?? base.failure;
  return (
    <>
      <Assumed terms={terms} question={question} onAsk={setQuestion} />
      <AnalysisFailure
        failure={failure}
        onAgain={() => {
          base.again();
          now.again();
        }}
      />
      {base.told === undefined || now.told === undefined ? (
        failure === null && <Loading />
      ) : (
        <ProjectionResult
          base={base.told}
          moved={now.told}
          question={rested}
          terms={terms}
          isWaiting={now.isWaiting || base.isWaiting}
        />
      )}
      <Limits terms={terms} />
    </>
  );
}

/** Sliders and stresses: what may be asked otherwise. */
function Assumed({
  terms,
  question,
  onAsk,
}: {
  readonly terms: Terms;
  readonly question: Question;
  readonly onAsk: (question: Question) => void;
}): ReactNode {
  const t = useText();
  const { moved, stresses, years } = question;
  const ahead = terms.years;
  const first = { ...question, moved: {}, stresses: [], years: ahead.value };
  const yearTerms = {
    ...{ id: "years", name: words.years, unit: "years" as const, step: 1 },
    ...{ value: ahead.value, least: ahead.least, most: ahead.most },
  };
  const toggled = (id: string, isOn: boolean): readonly string[] =>
    isOn ? [...stresses, id] : stresses.filter((each) => each !== id);
  return (
    <Panel
      title={words.move}
      wide
      aside={<Button onPress={() => onAsk(first)}>{t(words.reset)}</Button>}
    >
      <p>
        {t(terms.title)} · {t(terms.assumptions)}
      </p>
      <div className="sliders">
        <SliderField
          terms={yearTerms}
          value={years}
          onMove={(value) => onAsk({ ...question, years: value })}
        />
        {terms.sliders.map((slider) => (
          <SliderField
            key={slider.id}
            terms={slider}
            value={moved[slider.id] ?? slider.value}
            onMove={(value) => onAsk({ ...question, moved: { ...moved, [slider.id]: value } })}
          />
        ))}
      </div>
      {terms.stresses.length > 0 && (
        <fieldset className="stresses">
          <legend>{t(words.stresses)}</legend>
          {terms.stresses.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={stresses.includes(id)}
                onChange={({ target }) =>
                  onAsk({ ...question, stresses: toggled(id, target.checked) })
                }
              />
              {t(name)}
            </label>
          ))}
        </fieldset>
      )}
    </Panel>
  );
}

function Limits({ terms }: { readonly terms: Terms }): ReactNode {
  const t = useText();
  return (
    <Panel title={words.limits} wide>
      <p>{t(words.limitsText)}</p>
      {terms.sources.length === 0 ? (
        <p>{t(words.noSources)}</p>
      ) : (
        <DataTable
          caption={words.limits}
          keyOf={({ place }) => place}
          rows={terms.sources}
          columns={[
            {
              ...{ id: "place", title: words.place, isHead: true },
              cell: ({ name }) => t(name),
            },
            { id: "source", title: words.source, cell: ({ text }) => t(text) },
          ]}
        />
      )}
      {terms.notProjected.length > 0 && (
        <DataTable
          caption={words.notProjected}
          keyOf={({ about }) => about.en}
          rows={terms.notProjected}
          columns={[
            {
              ...{ id: "about", title: words.about, isHead: true },
              cell: ({ about }) => t(about),
            },
            { id: "clauses", title: words.clauses, cell: ({ clauses }) => clauses.join(", ") },
          ]}
        />
      )}
    </Panel>
  );
}
