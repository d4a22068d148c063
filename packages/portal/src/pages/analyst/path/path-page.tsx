import "./path.css";
import { origin } from "../../../elements/origin.ts";
import { type ReactNode, useEffect, useState } from "react";
import { useChoice } from "../../../app/place.ts";
import { Button } from "../../../elements/button.tsx";
import { Loading } from "../../../elements/loading.tsx";
import { Waiting } from "../../../elements/waiting.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { TextField } from "../../../elements/text-field.tsx";
import { useText } from "../../../language/language-context.tsx";
import { AnalysisFailure } from "../projection/analysis-failure.tsx";
import {
  pathAddress,
  type Question,
  questionIn,
  searchOf,
  type Terms,
  useSearch,
  useTerms,
} from "../projection/question.ts";
import { words as shared } from "../words.ts";
import { PathEvents } from "./path-events.tsx";
import { PathFlows, PathSums } from "./path-flows.tsx";
import { FundStory, QuarterTables } from "./path-fund.tsx";
import { PathRanks } from "./path-ranks.tsx";
import { PATH_MAX, pathNumber, usePath, type Which } from "./use-path.ts";
import { words } from "./words.ts";

/** One path of a projection, quarter by quarter. */
export function PathPage(): ReactNode {
  const t = useText();
  const [charter] = useChoice("charter");
  return (
    <div className="origin" {...origin("projection")}>
      <PageHeading title={shared.path}>{t(words.lead)}</PageHeading>
      <Waiting>
        <OnePath charter={charter} />
      </Waiting>
    </div>
  );
}

function OnePath({ charter }: { readonly charter: string }): ReactNode {
  const t = useText();
  const terms = useTerms(charter);
  const [search, setSearch] = useSearch();
  const question = questionIn(search, charter, terms);
  const [path] = useChoice("path");
  const [of] = useChoice("of");
  const [at] = useChoice("at");
  const which: Which = { path, of, at };
  const { ranked, told, number } = usePath(question, terms, which);
  const go = (to: number): void => setSearch({ ...searchOf(question, terms), path: String(to) });
  const nameOf = (id: string): string =>
    t(terms.parties.find((each) => each.id === id)?.name ?? { en: id, ja: id });
  const shown = number !== undefined && told.told?.path === number ? told.told : undefined;
  return (
    <>
      <Panel title={words.choose} wide>
        <Asked question={question} terms={terms} />
        {number !== undefined && <NumberForm key={number} number={number} onGo={go} />}
      </Panel>
      <AnalysisFailure
        failure={told.failure ?? ranked.failure}
        onAgain={() => {
          ranked.again();
          told.again();
        }}
      />
      {shown === undefined ? (
        told.failure === null && <Loading />
      ) : (
        <div className="grid">
          <FundStory path={shown} />
          <PathSums path={shown} nameOf={nameOf} />
          <PathEvents path={shown} nameOf={nameOf} />
          {shown.parties.map((party) => (
            <PathFlows key={party.id} path={shown} party={party} name={nameOf(party.id)} />
          ))}
          <QuarterTables path={shown} />
        </div>
      )}
      <PathRanks
        ranked={ranked.told}
        nameOf={nameOf}
        shown={number}
        addressOf={(to) => pathAddress(question, terms, { path: String(to) })}
      />
    </>
  );
}

/** Of which projection the path is one. */
function Asked({
  question,
  terms,
}: {
  readonly question: Question;
  readonly terms: Terms;
}): ReactNode {
  const t = useText();
  const { moved, stresses, years, seed } = question;
  const query = new URLSearchParams(searchOf(question, terms)).toString();
  const changed = [
    ...Object.entries(moved).map(([id, value]) => {
      const slider = terms.sliders.find((each) => each.id === id);
      const text =
        slider?.unit === "percent" ? `${Number((value * 100).toFixed(2))}%` : `${value}×`;
      return t(words.movedTo, slider === undefined ? id : t(slider.name), text);
    }),
    ...stresses.map((id) => {
      const stress = terms.stresses.find((each) => each.id === id);
      return stress === undefined ? id : t(stress.name);
    }),
  ];
  return (
    <>
      <p>
        {t(words.asked, t(terms.title), String(years), seed)}{" "}
        <PageLink to={query === "" ? "/analysis/projection" : `/analysis/projection?${query}`}>
          {t(words.all)}
        </PageLink>
      </p>
      {changed.length > 0 && (
        <ul className="path-changed">
          {changed.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Which path is shown, and the ones beside it. */
function NumberForm({
  number,
  onGo,
}: {
  readonly number: number;
  readonly onGo: (to: number) => void;
}): ReactNode {
  const t = useText();
  const [text, setText] = useState(String(number));
  const [isWrong, setWrong] = useState(false);
  useEffect(() => setText(String(number)), [number]);
  return (
    <form
      className="path-number"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = pathNumber(text);
        setWrong(wanted === undefined);
        if (wanted !== undefined) onGo(wanted);
      }}
    >
      <TextField
        label={words.number}
        hint={words.numberHint}
        value={text}
        onChange={setText}
        wrong={isWrong ? t(words.numberWrong) : undefined}
      />
      <div className="actions">
        <Button look="main" type="submit">
          {t(words.show)}
        </Button>
        <Button isDisabled={number === 0} onPress={() => onGo(number - 1)}>
          {t(words.previous)}
        </Button>
        <Button isDisabled={number === PATH_MAX} onPress={() => onGo(number + 1)}>
          {t(words.next)}
        </Button>
      </div>
    </form>
  );
}
