import { MadeFigure } from "../../elements/made-figure.tsx";
import { whyAt } from "../../elements/why-at.ts";
import { FallFigure } from "../../elements/fall-figure.tsx";
import { CovenantFigure } from "../../elements/covenant-figure.tsx";
import { ClauseFigure } from "../../elements/clause-figure.tsx";
import type { ReactNode } from "react";
import type { Answer } from "../../api/use-api.ts";
import { LineChart } from "../../charts/line-chart.tsx";
import { useCells } from "../../api/page-cells.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { type Cell, Figure } from "../../elements/figure.tsx";
import { Panel } from "../../elements/panel.tsx";
import { dateText } from "../../format/date.ts";
import { drawnRatio, percentText } from "../../format/ratio.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { cashWords } from "./words/cash.ts";
import { effectWords, stepWords } from "./words/effects.ts";

type Covenant = Answer<"/api/v1/desk/cash">["covenants"][number];
type Rung = Covenant["ladder"][number];

/** A ratio that says "nothing is owed" is drawn no higher than this many times its threshold. */
const DRAWN_MOST = 3;

const ALL_BPS = 10_000;

/** Covenants with their steps, the room to each, and how the ratio moved. */
export function CovenantPanel({
  covenants,
}: {
  readonly covenants: readonly Covenant[];
}): ReactNode {
  const t = useText();
  return (
    <Panel title={cashWords.covenants}>
      {covenants.length === 0 && <p className="nothing">{t(cashWords.noCovenants)}</p>}
      <div className="grid">
        {covenants.map((covenant) => (
          <CovenantView key={covenant.covenant} covenant={covenant} />
        ))}
      </div>
    </Panel>
  );
}

function CovenantView({ covenant }: { readonly covenant: Covenant }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { name, ratio, step, must, incurrence, until, ladder } = covenant;
  const cells = useCells();
  const found = cells.get(`leverage.${covenant.covenant}`);
  // The desk is a day ahead of the record when its day has not been opened yet.
  const cell = found !== undefined && ratioOf(found) === ratio ? found : undefined;
  const bound = must === "atMost" ? effectWords.atMost : effectWords.atLeast;
  const now = ratio === undefined ? "–" : percentText(ratio);
  const test = <ClauseFigure text={t(bound, percentText(incurrence))} clause={covenant.clause} />;
  return (
    <div className="covenant">
      <h3>{t(name)}</h3>
      <p>
        <strong className="covenant-now">
          {cell === undefined ? (
            <MadeFigure
              {...{ text: now, label: name, how: effectWords.howNow, clause: covenant.clause }}
              parts={
                found === undefined
                  ? []
                  : [
                      {
                        id: found.id,
                        name: cashWords.onRecord,
                        text: percentText(ratioOf(found) ?? "0/1"),
                        to: whyAt(found.id),
                      },
                    ]
              }
            />
          ) : (
            <Figure cell={cell} />
          )}
        </strong>{" "}
        <span className={step === "clear" ? "tag tag-executed" : "tag severity-urgent"}>
          {t(stepWords[step])}
          {until !== undefined && ` · ${dateText(until, language)}`}
        </span>{" "}
        <span className="quiet">
          {t(effectWords.limit)}: {test}
        </span>
      </p>
      <Trend covenant={covenant} />
      <Ladder covenant={covenant} ladder={ladder} />
    </div>
  );
}

const ratioOf = ({ value }: Cell): string | undefined =>
  value.kind === "share" ? value.ratio : undefined;

function Trend({ covenant }: { readonly covenant: Covenant }): ReactNode {
  const t = useText();
  const { trend, name, incurrence } = covenant;
  const most = drawnRatio(incurrence) * DRAWN_MOST;
  const points = trend.flatMap(({ on, ratio }) =>
    ratio === undefined
      ? []
      : [{ date: on, value: Math.min(drawnRatio(ratio), most), text: percentText(ratio) }],
  );
  const title = {
    en: cashWords.trend.en.replace("{0}", t(name)),
    ja: cashWords.trend.ja.replace("{0}", t(name)),
  };
  return (
    <LineChart
      title={title}
      series={[
        {
          ...{ id: covenant.covenant, name, points },
          figure: ({ date: on }) => {
            const ratio = trend.find((each) => each.on === on)?.ratio ?? "0/1";
            return <CovenantFigure {...{ id: covenant.covenant, name, on, ratio }} decimals={2} />;
          },
        },
      ]}
      thresholds={[{ id: "limit", name: effectWords.limit, value: drawnRatio(incurrence) }]}
      axisText={(value) => `${Math.round(value * 100)}%`}
      unit="%"
    />
  );
}

function Ladder({
  covenant,
  ladder,
}: {
  readonly covenant: Covenant;
  readonly ladder: readonly Rung[];
}): ReactNode {
  const t = useText();
  const cells = useCells();
  const { headroom, covenant: id } = covenant;
  const fall = (step: Rung["step"]): string => {
    const bps = headroom.find((each) => each.step === step)?.fallBps;
    if (bps === null) return t(effectWords.reached);
    return bps === undefined || bps === ALL_BPS
      ? t(effectWords.never)
      : percentText(`${bps}/${ALL_BPS}`);
  };
  const columns: readonly Column<Rung>[] = [
    { id: "step", title: effectWords.step, isHead: true, cell: ({ step }) => t(stepWords[step]) },
    {
      id: "at",
      title: cashWords.threshold,
      isNumber: true,
      cell: ({ at }) => <ClauseFigure text={percentText(at)} clause={covenant.clause} />,
    },
    {
      id: "fall",
      title: cashWords.fall,
      isNumber: true,
      cell: ({ step, at }) => {
        const cell = cells.get(`leverage.${id}.${step}`);
        const text = fall(step);
        const isSame = cell !== undefined && percentText(ratioOf(cell) ?? "0/1") === text;
        if (isSame) return <Figure cell={cell} />;
        if (!text.includes("%")) return text;
        return <FallFigure text={text} covenant={{ ...covenant, id }} at={at} />;
      },
    },
  ];
  return (
    <DataTable
      caption={cashWords.covenants}
      columns={columns}
      rows={ladder}
      keyOf={({ step }) => `${id} ${step}`}
    />
  );
}
