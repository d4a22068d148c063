import { scaleBand, scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { DataTable } from "../elements/data-table.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { seriesColour } from "./colours.ts";
import { DrawnBox } from "./drawn-box.tsx";
import { nameRow, nameWidth, rowRise } from "./name-width.ts";
import { useWidth } from "./use-width.ts";
import { BOX } from "./value-axis.tsx";

/** A bar: its parts are stacked, those below zero downward. */
export type Bar = {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly {
    readonly series: string;
    readonly value: number;
    readonly text: string;
    /** Its value in the table, with its why; its text alone if absent. */
    readonly figure?: ReactNode;
  }[];
};

export type BarSeries = { readonly id: string; readonly name: Text | LocalizedText };

const sumOf = (bar: Bar, sign: 1 | -1): number =>
  bar.parts.reduce((sum, { value }) => (value * sign > 0 ? sum + value : sum), 0);

/** From the lowest to the highest that is drawn, zero among them. */
function rangeOf(bars: readonly Bar[]): readonly [low: number, high: number] {
  const low = Math.min(0, ...bars.map((bar) => sumOf(bar, -1)));
  const high = Math.max(0, ...bars.map((bar) => sumOf(bar, 1)));
  return [low, high === low ? 1 : high];
}

/** So many bars may have their names in two rows. */
const FEW = 8;

/** Amounts beside each other, each made of the same parts. */
export function BarChart({
  title,
  bars,
  series,
  axisText,
  unit,
}: {
  readonly title: Text | LocalizedText;
  readonly bars: readonly Bar[];
  readonly series: readonly BarSeries[];
  readonly axisText: (value: number) => string;
  /** What the axis counts: "USD billion". */
  readonly unit?: string;
}): ReactNode {
  const room = useWidth();
  const [, width] = room;
  if (bars.length === 0) return null;
  const [low, high] = rangeOf(bars);
  const x = scaleBand(
    bars.map(({ id }) => id),
    [BOX.left, width - BOX.right],
  ).padding(0.3);
  const y = scaleLinear([low, high], [BOX.height - BOX.bottom, BOX.top]).nice(5);
  // Where bars are many, not each has room for its name.
  const names = bars.map(({ name }) => name);
  const widest = Math.max(...names.map(nameWidth));
  const step = Math.max(1, width - BOX.left - BOX.right) / bars.length;
  // Names of few bars that are wider than these stand in two rows.
  const rows = bars.length <= FEW && widest > step ? 2 : 1;
  const every = Math.ceil(widest / (step * rows));
  const colourOf = (id: string): string => seriesColour(series.findIndex((each) => each.id === id));
  return (
    <ChartFrame
      title={title}
      unit={unit}
      legend={
        series.length < 2 ? [] : series.map(({ id, name }) => ({ id, name, colour: colourOf(id) }))
      }
      table={<BarTable title={title} bars={bars} series={series} />}
    >
      <DrawnBox room={room} title={title} scale={y} axisText={axisText}>
        {bars.map((bar, index) => (
          <g key={bar.id}>
            {stacked(bar).map(({ series: of, from, to, text }) => (
              <rect
                key={of}
                x={x(bar.id)}
                width={x.bandwidth()}
                y={Math.min(y(from), y(to))}
                height={Math.abs(y(from) - y(to))}
                fill={colourOf(of)}
              >
                <title>{text}</title>
              </rect>
            ))}
            <BarName
              x={(x(bar.id) ?? 0) + x.bandwidth() / 2}
              width={width}
              row={rows === 1 ? 0.5 : nameRow(names, step, index)}
            >
              {index % every === 0 ? bar.name : ""}
            </BarName>
          </g>
        ))}
      </DrawnBox>
    </ChartFrame>
  );
}

/** A name that would reach beyond the chart ends where the chart does. */
function BarName({
  x,
  width,
  row,
  children,
}: {
  readonly x: number;
  readonly width: number;
  /** 0 is next to the bars, 1 beneath it, a half between these. */
  readonly row: number;
  readonly children: string;
}): ReactNode {
  const isLast = x > width - nameWidth(children) / 2;
  return (
    <text
      className="axis-text"
      x={isLast ? width : x}
      y={BOX.height - rowRise(row)}
      textAnchor={isLast ? "end" : "middle"}
    >
      {children}
    </text>
  );
}

function stacked({ parts }: Bar) {
  let [up, down] = [0, 0];
  return parts.map(({ series, value, text }) => {
    const from = value >= 0 ? up : down;
    const to = from + value;
    if (value >= 0) up = to;
    else down = to;
    return { series, text, from, to };
  });
}

function BarTable({
  title,
  bars,
  series,
}: {
  readonly title: Text | LocalizedText;
  readonly bars: readonly Bar[];
  readonly series: readonly BarSeries[];
}): ReactNode {
  return (
    <DataTable
      caption={title}
      keepsShape
      keyOf={({ id }) => id}
      rows={bars}
      columns={[
        { id: "bar", title, isHead: true, cell: ({ name }) => name },
        ...series.map(({ id, name }) => ({
          id,
          title: name,
          isNumber: true as const,
          cell: ({ parts }: Bar) => {
            const part = parts.find((each) => each.series === id);
            return part?.figure ?? part?.text ?? "";
          },
        })),
      ]}
    />
  );
}
