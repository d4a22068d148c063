import "./projection.css";
import { type ReactNode, useState } from "react";
import { ApiProblem } from "../../../api/client.ts";
import { useApi } from "../../../api/use-api.ts";
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
  const toggle = (id: string, isOn: boolean): void =>
    setStresses(isOn ? [...stresses, id] : stresses.filter((each) => each !== id));
  const yearTerms = {
    ...{ id: "years", name: words.years, unit: "factor" as const, step: 1 },
    ...{ value: terms.years.value, least: terms.years.least, most: terms.years.most },
  };
  return (
    <>
      <PageHeading title={shared.projection}>
        {t(words.lead, terms.paths.value.toLocaleString("en"))}
      </PageHeading>
      <Panel
        title={words.move}
        wide
        aside={
          <Button
            onPress={() => {
              setMoved({});
              setStresses([]);
              setYears(terms.years.value);
            }}
          >
            {t(words.reset)}
          </Button>
        }
      >
        <p>{t(terms.assumptions)}</p>
        <div className="sliders">
          <SliderField terms={yearTerms} value={years} onMove={setYears} />
          {terms.sliders.map((slider) => (
            <SliderField
              key={slider.id}
              terms={slider}
              value={moved[slider.id] ?? slider.value}
              onMove={(value) => setMoved({ ...moved, [slider.id]: value })}
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
                onChange={({ target }) => toggle(id, target.checked)}
              />
              {t(name)}
            </label>
          ))}
        </fieldset>
      </Panel>
      {failure instanceof ApiProblem && <ProblemNotice problem={failure.problem} />}
      {base.projected === undefined || now.projected === undefined ? (
        failure === null && <Loading />
      ) : (
        <ProjectionResult
          base={base.projected}
          moved={now.projected}
          parties={terms.parties}
          isWaiting={now.isWaiting}
        />
      )}
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
    </>
  );
}
