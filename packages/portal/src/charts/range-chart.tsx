import "./range-chart.css";
import { scaleLinear, type ScaleLinear } from "d3-scale";
import { Fragment, type ReactNode } from "react";
import type { LocalizedText, Text } from "../language/text.ts";
import { useText } from "../language/language-context.tsx";
import { ChartFrame, type LegendItem } from "./chart-frame.tsx";
import { useWidth } from "./use-width.ts";

/** From where to where something lies, and single values on the same scale. */
export type Range = {
  readonly id: string;
  readonly name: Text | LocalizedText;
  readonly low: number;
  readonly high: number;
  /** By the id of their kind. */
  readonly marks: { readonly [kind: string]: number };
};

/** What a mark stands for; its shape and its colour say which it is. */
export type MarkKind = {
  readonly id: string;
  readonly name: Text;
  readonly shape: "dot" | "ring" | "diamond";
  readonly colour: string;
};

const ROW = 26;
const AXIS = 26;
const EDGE = 14;

/** Ranges beneath each other on one scale. */
export function RangeChart({
  title,
  ranges,
  kinds,
  band,
  axisText,
  unit,
  table,
}: {
  readonly title: Text | LocalizedText;
  readonly ranges: readonly Range[];
  readonly kinds: readonly MarkKind[];
  /** What a bar spans. */
  readonly band: Text;
  readonly axisText: (value: number) => string;
  readonly unit?: string;
  readonly table: ReactNode;
}): ReactNode {
  const t = useText();
  const [frame, width] = useWidth();
  const values = ranges.flatMap(({ low, high, marks }) => [low, high, ...Object.values(marks)]);
  const x = scaleLinear(
    [Math.min(0, ...values), Math.max(1, ...values)],
    [EDGE, width - EDGE],
  ).nice(5);
  const legend: readonly LegendItem[] = [
    ...kinds,
    { id: "band", name: band, colour: "var(--range-band)" },
  ];
  return (
    <ChartFrame title={title} unit={unit} table={table} legend={legend}>
      <div className="ranges" role="img" aria-label={t(title)}>
        {ranges.map((range) => (
          <Fragment key={range.id}>
            <span className="range-name">{t(range.name)}</span>
            <svg viewBox={`0 0 ${width} ${ROW}`} height={ROW} aria-hidden="true">
              <Row range={range} kinds={kinds} x={x} />
            </svg>
          </Fragment>
        ))}
        <div className="range-axis" ref={frame}>
          <svg viewBox={`0 0 ${width} ${AXIS}`} height={AXIS} aria-hidden="true">
            {x.ticks(Math.max(2, Math.floor(width / 90))).map((tick) => (
              <text key={tick} className="axis-text" x={x(tick)} y={16} textAnchor="middle">
                {axisText(tick)}
              </text>
            ))}
          </svg>
        </div>
      </div>
    </ChartFrame>
  );
}

function Row({
  range: { low, high, marks },
  kinds,
  x,
}: {
  readonly range: Range;
  readonly kinds: readonly MarkKind[];
  readonly x: ScaleLinear<number, number>;
}): ReactNode {
  const middle = ROW / 2;
  return (
    <>
      <line className="zero" x1={x(0)} x2={x(0)} y1={0} y2={ROW} />
      <rect
        className="range-band"
        x={x(low)}
        width={Math.max(2, x(high) - x(low))}
        y={middle - 6}
        height={12}
        rx={2}
      />
      {kinds.map(({ id, shape, colour }) => {
        const value = marks[id];
        return value === undefined ? null : (
          <Mark key={id} shape={shape} colour={colour} at={x(value)} />
        );
      })}
    </>
  );
}

function Mark({
  shape,
  colour,
  at,
}: Pick<MarkKind, "shape" | "colour"> & { readonly at: number }): ReactNode {
  const middle = ROW / 2;
  if (shape === "dot") return <circle cx={at} cy={middle} r={4.5} fill={colour} />;
  if (shape === "ring") {
    return <circle cx={at} cy={middle} r={4} fill="none" stroke={colour} strokeWidth={2} />;
  }
  const corners = `${at},${middle - 6} ${at + 6},${middle} ${at},${middle + 6} ${at - 6},${middle}`;
  return <polygon points={corners} fill={colour} />;
}
