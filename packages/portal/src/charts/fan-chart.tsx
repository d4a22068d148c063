import { scaleLinear, scaleTime } from "d3-scale";
import { area, line } from "d3-shape";
import type { ReactNode } from "react";
import type { LocalizedText, Text } from "../language/text.ts";
import { ChartFrame, type LegendItem } from "./chart-frame.tsx";
import { TimeAxis } from "./line-chart.tsx";
import { DrawnBox } from "./drawn-box.tsx";
import { useWidth } from "./use-width.ts";
import { BOX } from "./value-axis.tsx";

/** Where the paths lie on one day, for drawing. */
export type FanPoint = {
  readonly date: string;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly mean?: number | undefined;
  /** The median without what was moved. */
  readonly before?: number | undefined;
};

const words = {
  median: { en: "Median", ja: "中央値" },
  mean: { en: "Mean", ja: "平均" },
  half: { en: "Half of all paths", ja: "全経路の半数" },
  nine: { en: "Nine of ten", ja: "全経路の九割" },
  before: { en: "Median as assumed", ja: "前提条件どおりの中央値" },
} as const;

const time = ({ date }: FanPoint): number => Date.parse(`${date}T00:00:00Z`);

const legendOf = (hasMean: boolean, hasBefore: boolean): readonly LegendItem[] => [
  { id: "p50", name: words.median, colour: "var(--series-1)" },
  ...(hasMean ? [{ id: "mean", name: words.mean, colour: "var(--series-3)" }] : []),
  { id: "half", name: words.half, colour: "var(--fan-half)" },
  { id: "nine", name: words.nine, colour: "var(--fan-nine)" },
  ...(hasBefore ? [{ id: "before", name: words.before, colour: "var(--series-2)" }] : []),
];

/** From the lowest to the highest that is drawn, zero among them. */
function rangeOf(points: readonly FanPoint[]): readonly [low: number, high: number] {
  const values = points.flatMap(({ p5, p95, before = p5, mean = p5 }) => [p5, p95, before, mean]);
  const [low, high] = [Math.min(0, ...values), Math.max(1, ...values)];
  // What lies hardly below zero needs no room there.
  return [-low < high / 100 ? 0 : low, high];
}

/** How far paths lie apart over time. */
export function FanChart({
  title,
  points,
  axisText,
  unit,
  table,
}: {
  readonly title: Text | LocalizedText;
  readonly points: readonly FanPoint[];
  readonly axisText: (value: number) => string;
  readonly unit?: string;
  readonly table: ReactNode;
}): ReactNode {
  const room = useWidth();
  const [, width] = room;
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const x = scaleTime([time(first), time(last)], [BOX.left, width - BOX.right]);
  const y = scaleLinear(rangeOf(points), [BOX.height - BOX.bottom, BOX.top]).nice(5);
  const band = (from: "p5" | "p25", to: "p75" | "p95"): string =>
    area<FanPoint>(
      (point) => x(time(point)),
      (point) => y(point[from]),
      (point) => y(point[to]),
    )(points) ?? "";
  const along = (of: (point: FanPoint) => number): string =>
    line<FanPoint>(
      (point) => x(time(point)),
      (point) => y(of(point)),
    )(points) ?? "";
  const hasBefore = points.every(({ before }) => before !== undefined);
  const hasMean = points.every(({ mean }) => mean !== undefined);
  return (
    <ChartFrame title={title} unit={unit} table={table} legend={legendOf(hasMean, hasBefore)}>
      <DrawnBox room={room} title={title} scale={y} axisText={axisText}>
        <TimeAxis scale={x} width={width} />
        <path d={band("p5", "p95")} fill="var(--fan-nine)" />
        <path d={band("p25", "p75")} fill="var(--fan-half)" />
        {hasBefore && (
          <path
            className="line"
            d={along(({ before = 0 }) => before)}
            stroke="var(--series-2)"
            strokeDasharray="5 4"
          />
        )}
        {hasMean && (
          <path
            className="line"
            d={along(({ mean = 0 }) => mean)}
            stroke="var(--series-3)"
            strokeDasharray="2 4"
          />
        )}
        <path className="line" d={along(({ p50 }) => p50)} stroke="var(--series-1)" />
      </DrawnBox>
    </ChartFrame>
  );
}
