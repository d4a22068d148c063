import type { ScaleLinear } from "d3-scale";
import type { ReactNode } from "react";

/** What a chart leaves free around what it draws, and how high it is, px. */
export const BOX = { height: 260, left: 64, right: 16, top: 16, bottom: 32 } as const;

/** Values up the side, each with a line across. */
export function ValueAxis({
  scale,
  width,
  text,
}: {
  readonly scale: ScaleLinear<number, number>;
  readonly width: number;
  readonly text: (value: number) => string;
}): ReactNode {
  return scale.ticks(5).map((tick) => (
    <g key={tick} className="axis">
      <line x1={BOX.left} x2={width - BOX.right} y1={scale(tick)} y2={scale(tick)} />
      <text x={BOX.left - 8} y={scale(tick)} dy="0.32em" textAnchor="end">
        {text(tick)}
      </text>
    </g>
  ));
}
