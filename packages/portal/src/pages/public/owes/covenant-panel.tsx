import type { ReactNode } from "react";
import { useCells } from "../../../api/page-cells.ts";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { ClauseLink } from "../../../elements/clause-link.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { percentText } from "../../../format/ratio.ts";
import { useText } from "../../../language/language-context.tsx";
import { MaybeFigure } from "../parts/maybe-figure.tsx";
import { words as shared } from "../words.ts";
import { CovenantChart } from "./covenant-chart.tsx";
import { stepMeanings, stepWords, words } from "./words.ts";

export type Covenant = Answer<"/api/v1/covenants">["items"][number];

const stepText = (step: string) => stepWords[step] ?? { en: step, ja: step };

/** One limit: where it stands, how far each step is, how it moved, and which steps it took. */
export function CovenantPanel({ covenant }: { readonly covenant: Covenant }): ReactNode {
  const t = useText();
  const cells = useCells();
  const { id, must, step } = covenant;
  const lock = covenant.ladder.find((rung) => rung.step === "lock");
  const history = useApi("/api/v1/covenants/{id}/history", { path: { id } });
  return (
    <Panel title={covenant.name} aside={<ClauseLink clause={covenant.clause} />}>
      <div className="covenant">
        <dl className="pairs covenant-now">
          <dt>{t(words.ratio)}</dt>
          <dd className="covenant-ratio">
            <MaybeFigure cell={cells.get(`leverage.${id}`)} />
          </dd>
          {lock !== undefined && (
            <>
              <dt>{t(words.limit)}</dt>
              <dd>{t(words[must], percentText(lock.at, 0))}</dd>
            </>
          )}
          <dt>{t(words.step)}</dt>
          <dd>
            {t(stepText(step))}: {t(stepMeanings[step] ?? { en: "", ja: "" })}
          </dd>
        </dl>
        <Ladder covenant={covenant} />
      </div>
      <CovenantChart covenant={covenant} history={history} />
      <Steps covenant={covenant} />
    </Panel>
  );
}

function Ladder({ covenant }: { readonly covenant: Covenant }): ReactNode {
  const t = useText();
  const fallOf = (step: string): string => {
    const headroom = covenant.headroom.find((each) => each.step === step);
    if (headroom === undefined) return "–";
    return headroom.fallBps === null
      ? t(words.reached)
      : percentText(`${headroom.fallBps}/10000`, 1);
  };
  return (
    <DataTable
      caption={covenant.name}
      rows={covenant.ladder}
      keyOf={({ step }) => step}
      keepsShape
      columns={[
        {
          id: "step",
          title: words.step,
          isHead: true,
          cell: ({ step }) => (
            <>
              {t(stepText(step))}
              <small className="step-meaning">{t(stepMeanings[step] ?? { en: "", ja: "" })}</small>
            </>
          ),
        },
        {
          id: "at",
          title: words.threshold,
          isNumber: true,
          cell: ({ at }) => percentText(at, 0),
        },
        { id: "fall", title: words.fallsTo, isNumber: true, cell: ({ step }) => fallOf(step) },
      ]}
    />
  );
}

function Steps({ covenant: { history } }: { readonly covenant: Covenant }): ReactNode {
  const t = useText();
  return (
    <>
      <h3 className="panel-part">{t(words.steps)}</h3>
      {history.length === 0 ? (
        <p className="nothing">{t(words.noSteps, t(stepText("clear")))}</p>
      ) : (
        <ul className="plain-list">
          {history.map(({ entry, on, step, ratio }) => (
            <li key={entry}>
              <Day date={on} />: <strong>{t(stepText(step))}</strong>
              {ratio !== undefined && ` (${percentText(ratio, 1)})`}{" "}
              <PageLink to={`/entries/${entry}`}>
                {t(shared.entry)} {`#${entry}`}
              </PageLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
