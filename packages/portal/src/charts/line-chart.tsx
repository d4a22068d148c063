import { type ScaleTime, scaleLinear, scaleTime } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import type { ReactNode } from "react";
import { DataTable } from "../elements/data-table.tsx";
import { Day } from "../elements/day.tsx";
import { useLanguage, useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { seriesColour } from "./colours.ts";
import { DrawnBox } from "./drawn-box.tsx";
import { nameWidth } from "./name-width.ts";
import { useWidth } from "./use-width.ts";
import { BOX } from "./value-axis.tsx";

export type Point = { readonly date: string; readonly value: number; readonly text: string };

export type Series = {
  readonly id: string;
  readonly name: Text | LocalizedText;
  /** In the order of their dates. A value holds until the next. */
  readonly points: readonly Point[];
  /** A value of it in the table, with its why; its text alone if absent. */
  readonly figure?: (point: Point) => ReactNode;
};

/** A line across: a limit that must not be passed. */
export type Threshold = { readonly id: string; readonly name: Text; readonly value: number };

const time = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);

type Domain = {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
};

function domainOf(
  series: readonly Series[],
  thresholds: readonly Threshold[],
  fromZero: boolean,
): Domain {
  const points = series.flatMap((each) => each.points);
  const times = points.map(({ date }) => time(date));
  const values = [...points, ...thresholds].map(({ value }) => value);
  const low = Math.min(...values, ...(fromZero ? [0] : []));
  const high = Math.max(...values, ...(fromZero ? [0] : []));
  return {
    from: Math.min(...times),
    to: Math.max(...times),
    low,
    high: high === low ? low + 1 : high,
  };
}

/** How values move over time. Each holds until the next, so the lines are steps. */
export function LineChart({
  title,
  series,
  thresholds = [],
  axisText,
  unit,
  fromZero = true,
}: {
  readonly title: Text | LocalizedText;
  readonly series: readonly Series[];
  readonly thresholds?: readonly Threshold[];
  /** A value of the axis in words: "400 bn". */
  readonly axisText: (value: number) => string;
  /** What the axis counts: "USD billion". */
  readonly unit?: string;
  readonly fromZero?: boolean;
}): ReactNode {
  const t = useText();
  const room = useWidth();
  const [, width] = room;
  if (series.every(({ points }) => points.length === 0)) return null;
  const { from, to, low, high } = domainOf(series, thresholds, fromZero);
  const x = scaleTime([from, to], [BOX.left, width - BOX.right]);
  const y = scaleLinear([low, high], [BOX.height - BOX.bottom, BOX.top]).nice(5);
  const path = line<Point>(
    (point) => x(time(point.date)),
    (point) => y(point.value),
  ).curve(curveStepAfter);
  return (
    <ChartFrame
      title={title}
      unit={unit}
      legend={series.map(({ id, name }, index) => ({ id, name, colour: seriesColour(index) }))}
      table={<LineTable title={title} series={series} />}
    >
      <DrawnBox room={room} title={title} scale={y} axisText={axisText}>
        <TimeAxis scale={x} width={width} />
        {thresholds.map(({ id, name, value }) => (
          <g key={id} className="threshold">
            <line x1={BOX.left} x2={width - BOX.right} y1={y(value)} y2={y(value)} />
            <text x={width - BOX.right} y={y(value) - 5} textAnchor="end">
              {t(name)}
            </text>
          </g>
        ))}
        {series.map(({ id, points }, index) => (
          <path key={id} className="line" d={path(points) ?? ""} stroke={seriesColour(index)} />
        ))}
      </DrawnBox>
    </ChartFrame>
  );
}

/** Of a shorter time the months are told as well. */
const SHORT_MS = 3 * 366 * 86_400_000;

/** Years along the foot, or months of a short time, as many as have room. */
export function TimeAxis({
  scale,
  width,
}: {
  readonly scale: ScaleTime<number, number>;
  readonly width: number;
}): ReactNode {
  const { language } = useLanguage();
  const [from = 0, to = 0] = scale.domain().map((date) => date.getTime());
  const text = new Intl.DateTimeFormat(language === "ja" ? "ja-JP" : "en-GB", {
    year: "numeric",
    ...(to - from < SHORT_MS ? { month: "short" } : {}),
    timeZone: "UTC",
  });
  const ticks = scale.ticks(Math.max(2, Math.floor(width / 110)));
  const [first, second] = ticks;
  const step = first && second ? scale(second) - scale(first) : width;
  // How many ticks there are is not for us to say: what has no room stays out.
  const widest = Math.max(...ticks.map((tick) => nameWidth(text.format(tick))));
  const every = Math.ceil(widest / step);
  const shown = ticks.filter((_, place) => place % every === 0);
  return shown.map((tick) => (
    <text
      key={tick.getTime()}
      className="axis-text"
      x={scale(tick)}
      y={BOX.height - 8}
      textAnchor="middle"
    >
      {text.format(tick)}
    </text>
  ));
}

function LineTable({
  title,
  series,
}: {
  readonly title: Text | LocalizedText;
  readonly series: readonly Series[];
}): ReactNode {
  const rows = new Map<string, Map<string, Point>>();
  for (const { id, points } of series) {
    for (const point of points) {
      const row = rows.get(point.date) ?? new Map<string, Point>();
      rows.set(point.date, row.set(id, point));
    }
  }
  return (
    <DataTable
      caption={title}
      keepsShape
      keyOf={([date]) => date}
      rows={[...rows].toSorted(([a], [b]) => (a < b ? -1 : 1))}
      columns={[
        {
          id: "date",
          title: { en: "Date", ja: "日付" },
          isHead: true,
          cell: ([date]) => <Day date={date} />,
        },
        ...series.map(({ id, name, figure }) => ({
          id,
          title: name,
          isNumber: true as const,
          cell: ([, values]: [string, Map<string, Point>]) => {
            const point = values.get(id);
            return point === undefined ? "" : (figure?.(point) ?? point.text);
          },
        })),
      ]}
    />
  );
}
