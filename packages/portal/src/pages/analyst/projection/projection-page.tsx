import "./projection.css";
import { type ReactNode, useState } from "react";
import { ApiProblem } from "../../../api/client.ts";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { Button } from "../../../elements/button.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Loading } from "../../../elements/loading.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { ProblemNotice } from "../../../elements/problem-notice.tsx";
import { useText } from "../../../language/language-context.tsx";
import { words as shared } from "../words.ts";
import { ProjectionResult } from "./projection-result.tsx";
import { SliderField } from "./slider-field.tsx";
import { type Asked, useProjection } from "./use-projection.ts";
import { words } from "./words.ts";

/** What the charter in force would do, and what it would with other figures. */
export function ProjectionPage(): ReactNode {
  const t = useText();
  const terms = useApi("/api/v1/projection-terms", {});
  const [moved, setMoved] = useState<Asked["moved"]>({});
  const [stresses, setStresses] = useState<readonly string[]>([]);
  const [years, setYears] = useState(terms.years.value);
  const asked = { years, paths: terms.paths.value, seed: terms.seed };
  const base = useProjection({ ...asked, moved: {}, stresses: [] });
  const now = useProjection({ ...asked, moved, stresses });
  const failure = now.failure ?? base.failure;
  const ask = ({ moved: next, stresses: happening, years: ahead }: Moves): void => {
    setMoved(next);
    setStresses(happening);
    setYears(ahead);
  };
  return (
    <>
      <PageHeading title={shared.projection}>
        {t(words.lead, terms.paths.value.toLocaleString("en"))}
      </PageHeading>
      <Assumed terms={terms} asked={{ ...asked, moved, stresses }} onAsk={ask} />
      {failure instanceof ApiProblem && <ProblemNotice problem={failure.problem} />}
      {failure !== null && (
        <div className="actions">
          {!(failure instanceof ApiProblem) && <p role="alert">{t(words.unreachable)}</p>}
          <Button
            onPress={() => {
              base.again();
              now.again();
            }}
          >
            {t(words.again)}
          </Button>
        </div>
      )}
      {base.projected === undefined || now.projected === undefined ? (
        failure === null && <Loading />
      ) : (
        <ProjectionResult
          base={base.projected}
          moved={now.projected}
          parties={terms.parties}
          isWaiting={now.isWaiting || base.isWaiting}
        />
      )}
      <Limits terms={terms} />
    </>
  );
}

type Terms = Answer<"/api/v1/projection-terms">;
type Moves = Pick<Asked, "moved" | "stresses" | "years">;

/** Sliders and stresses: what may be asked otherwise. */
function Assumed({
  terms,
  asked: { moved, stresses, years },
  onAsk,
}: {
  readonly terms: Terms;
  readonly asked: Moves;
  readonly onAsk: (moves: Moves) => void;
}): ReactNode {
  const t = useText();
  const first = { moved: {}, stresses: [], years: terms.years.value };
  const yearTerms = {
    ...{ id: "years", name: words.years, unit: "factor" as const, step: 1 },
    ...{ value: terms.years.value, least: terms.years.least, most: terms.years.most },
  };
  const toggled = (id: string, isOn: boolean): readonly string[] =>
    isOn ? [...stresses, id] : stresses.filter((each) => each !== id);
  return (
    <Panel
      title={words.move}
      wide
      aside={<Button onPress={() => onAsk(first)}>{t(words.reset)}</Button>}
    >
      <p>{t(terms.assumptions)}</p>
      <div className="sliders">
        <SliderField
          terms={yearTerms}
          value={years}
          onMove={(value) => onAsk({ moved, stresses, years: value })}
        />
        {terms.sliders.map((slider) => (
          <SliderField
            key={slider.id}
            terms={slider}
            value={moved[slider.id] ?? slider.value}
            onMove={(value) => onAsk({ moved: { ...moved, [slider.id]: value }, stresses, years })}
          />
        ))}
      </div>
      <fieldset className="stresses">
        <legend>{t(words.stresses)}</legend>
        {terms.stresses.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={stresses.includes(id)}
              onChange={({ target }) =>
                onAsk({ moved, stresses: toggled(id, target.checked), years })
              }
            />
            {t(name)}
          </label>
        ))}
      </fieldset>
    </Panel>
  );
}

function Limits({ terms }: { readonly terms: Terms }): ReactNode {
  const t = useText();
  return (
    <Panel title={words.limits} wide>
      <p>{t(words.limitsText)}</p>
      <DataTable
        caption={words.limits}
        keyOf={({ place }) => place}
        rows={terms.sources}
        columns={[
          {
            ...{ id: "place", title: words.place, isHead: true },
            cell: ({ place }) => <code>{place}</code>,
          },
          { id: "source", title: words.source, cell: ({ text }) => t(text) },
        ]}
      />
    </Panel>
  );
}
