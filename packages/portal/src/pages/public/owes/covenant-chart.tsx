import { scaleLinear, scaleTime } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { type ReactNode, useId } from "react";
import type { Answer } from "../../../api/use-api.ts";
import { ChartFrame } from "../../../charts/chart-frame.tsx";
import { useWidth } from "../../../charts/use-width.ts";
import { BOX, ValueAxis } from "../../../charts/value-axis.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { drawnRatio, percentText } from "../../../format/ratio.ts";
import { useText } from "../../../language/language-context.tsx";
import { words as shared } from "../words.ts";
import type { Covenant } from "./covenant-panel.tsx";
import { CovenantFigure } from "../../../elements/covenant-figure.tsx";
import { stepWords, words } from "./words.ts";

type History = Answer<"/api/v1/covenants/{id}/history">;
type Point = History["points"][number];

/** The steps that a reader compares with: the first that binds, the sweep, and the forced sale. */
const SHOWN = ["lock", "sweep", "sale"] as const;
const COLOURS = { lock: "var(--ochre)", sweep: "var(--series-5)", sale: "var(--vermilion)" };

const time = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** What the frame holds: the thresholds with room around them. What is far off is cut. */
function frameOf(thresholds: readonly number[], values: readonly number[]): [number, number] {
  const most = Math.max(...thresholds) * 1.9;
  return [0, Math.min(most, Math.max(...thresholds, ...values) * 1.1)];
}

type Ladders = readonly {
  readonly from: string;
  readonly until: string;
  readonly rungs: History["ladders"][number]["rungs"];
}[];

const valueOf = ({ ratio = "0/1" }: Point): number => drawnRatio(ratio);

/** The thresholds with the days between which they were in force. */
const laddersOf = ({ ladders }: History, last: string): Ladders =>
  ladders.map(({ from, rungs }, n) => ({ from, rungs, until: ladders[n + 1]?.from ?? last }));

/** A covenant's ratio over time beside the thresholds of its steps. */
export function CovenantChart({
  covenant,
  history,
}: {
  readonly covenant: Covenant;
  readonly history: History;
}): ReactNode {
  const t = useText();
  const [frame, width] = useWidth();
  const points = history.points.filter(({ ratio }) => ratio !== undefined);
  const last = points.at(-1);
  if (last === undefined) return null;
  const ladders = laddersOf(history, last.on);
  const thresholds = ladders.flatMap(({ rungs }) => rungs.map(({ at }) => drawnRatio(at)));
  const range = frameOf(thresholds, points.map(valueOf));
  const at = (step: string) => covenant.ladder.find((rung) => rung.step === step)?.at ?? "0/1";
  const isCut = points.some((point) => valueOf(point) > range[1]);
  return (
    <ChartFrame
      title={words.history}
      unit={isCut ? t(words.notDrawn) : undefined}
      legend={[
        { id: "ratio", name: covenant.name, colour: "var(--series-1)" },
        ...SHOWN.map((step) => {
          const said = `${t(stepWords[step] ?? { en: step })} ${percentText(at(step), 0)}`;
          return { id: step, name: { en: said, ja: said }, colour: COLOURS[step] };
        }),
      ]}
      table={<PointTable covenant={covenant} points={points} />}
    >
      <div ref={frame}>
        <Drawing
          label={`${t(covenant.name)}: ${t(words.history)}`}
          points={points}
          ladders={ladders}
          range={range}
          width={width}
        />
      </div>
    </ChartFrame>
  );
}

function Drawing({
  label,
  points,
  ladders,
  range,
  width,
}: {
  readonly label: string;
  readonly points: readonly Point[];
  readonly ladders: Ladders;
  readonly range: readonly [low: number, high: number];
  readonly width: number;
}): ReactNode {
  const clip = useId();
  const [first = "", last = ""] = [points[0]?.on, points.at(-1)?.on];
  const x = scaleTime([time(first), time(last)], [BOX.left, width - BOX.right]);
  const y = scaleLinear(range, [BOX.height - BOX.bottom, BOX.top]);
  const path = line<Point>(
    ({ on }) => x(time(on)),
    (point) => y(valueOf(point)),
  ).curve(curveStepAfter);
  return (
    <svg viewBox={`0 0 ${width} ${BOX.height}`} height={BOX.height} role="img" aria-label={label}>
      <clipPath id={clip}>
        <rect
          x={BOX.left}
          y={BOX.top - 2}
          width={Math.max(0, width - BOX.left - BOX.right)}
          height={BOX.height - BOX.top - BOX.bottom + 2}
        />
      </clipPath>
      <ValueAxis scale={y} width={width} text={(value) => `${Math.round(value * 100)}%`} />
      {x.ticks(Math.max(2, Math.floor(width / 90))).map((tick) => (
        <text
          key={tick.getTime()}
          className="axis-text"
          x={x(tick)}
          y={BOX.height - 8}
          textAnchor="middle"
        >
          {tick.getUTCFullYear()}
        </text>
      ))}
      {ladders.flatMap(({ from, until, rungs }) =>
        SHOWN.flatMap((step) => {
          const rung = rungs.find((each) => each.step === step);
          if (rung === undefined) return [];
          const level = y(drawnRatio(rung.at));
          return (
            <line
              key={`${from} ${step}`}
              className="covenant-threshold"
              stroke={COLOURS[step]}
              x1={Math.max(BOX.left, x(time(from)))}
              x2={x(time(until))}
              y1={level}
              y2={level}
            />
          );
        }),
      )}
      <path
        className="line"
        clipPath={`url(#${clip})`}
        d={path(points) ?? ""}
        stroke="var(--series-1)"
      />
    </svg>
  );
}

function PointTable({
  covenant,
  points,
}: {
  readonly covenant: Covenant;
  readonly points: readonly Point[];
}): ReactNode {
  const t = useText();
  return (
    <DataTable
      caption={covenant.name}
      keepsShape
      rows={points}
      keyOf={({ on }) => on}
      columns={[
        { id: "on", title: shared.date, isHead: true, cell: ({ on }) => <Day date={on} /> },
        {
          id: "ratio",
          title: covenant.name,
          isNumber: true,
          cell: ({ on, ratio = "0/1" }) => (
            <CovenantFigure {...{ id: covenant.id, name: covenant.name, on, ratio }} />
          ),
        },
        {
          id: "step",
          title: words.step,
          cell: ({ step }) => t(stepWords[step] ?? { en: step }),
        },
      ]}
    />
  );
}
