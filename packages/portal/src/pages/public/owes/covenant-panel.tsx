import type { ReactNode } from "react";
import { useCells } from "../../../api/page-cells.ts";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { ClauseFigure } from "../../../elements/clause-figure.tsx";
import { ClauseLink } from "../../../elements/clause-link.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { FallFigure } from "../../../elements/fall-figure.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { percentText } from "../../../format/ratio.ts";
import { useText } from "../../../language/language-context.tsx";
import { MaybeFigure } from "../parts/maybe-figure.tsx";
import { words as shared } from "../words.ts";
import { CovenantChart } from "./covenant-chart.tsx";
import { CovenantFigure } from "../../../elements/covenant-figure.tsx";
import { stepMeanings, stepWords, words } from "./words.ts";

export type Covenant = Answer<"/api/v1/covenants">["items"][number];

type Rung = Covenant["ladder"][number];

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
              <dd>
                <ClauseFigure
                  text={t(words[must], percentText(lock.at, 0))}
                  clause={covenant.clause}
                />
              </dd>
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
  const fallOf = ({ step, at }: Rung): ReactNode => {
    const headroom = covenant.headroom.find((each) => each.step === step);
    if (headroom === undefined) return "–";
    if (headroom.fallBps === null) return t(words.reached);
    const text = percentText(`${headroom.fallBps}/10000`, 1);
    return <FallFigure {...{ text, covenant, at }} />;
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
          cell: ({ at }) => <ClauseFigure text={percentText(at, 0)} clause={covenant.clause} />,
        },
        { id: "fall", title: words.fallsTo, isNumber: true, cell: fallOf },
      ]}
    />
  );
}

function Steps({ covenant: { id, name, history } }: { readonly covenant: Covenant }): ReactNode {
  const t = useText();
  const ratioOn = (on: string, ratio: string): ReactNode => (
    <CovenantFigure {...{ id, name, on, ratio }} />
  );
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
              {ratio !== undefined && <> ({ratioOn(on, ratio)})</>}{" "}
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
