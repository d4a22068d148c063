import { scaleLinear, type ScaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { ReactNode } from "react";
import type { LocalizedText, Text } from "../language/text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { DrawnBox } from "./drawn-box.tsx";
import { useWidth } from "./use-width.ts";
import { BOX } from "./value-axis.tsx";

/** A value for each year. */
export type YearLine = {
  readonly id: string;
  readonly name: Text | LocalizedText;
  readonly values: readonly number[];
  readonly colour: string;
  readonly isDashed?: boolean;
};

/** From where to where values lie in each year. */
export type YearBand = {
  readonly id: string;
  readonly name: Text | LocalizedText;
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly colour: string;
};

/** The least distance between the names of years at the foot, px. */
const YEAR_WIDTH = 56;

/** Values by year, beside each other. */
export function YearChart({
  title,
  years,
  lines,
  bands = [],
  axisText,
  unit,
  table,
}: {
  readonly title: Text | LocalizedText;
  readonly years: readonly string[];
  readonly lines: readonly YearLine[];
  readonly bands?: readonly YearBand[];
  readonly axisText: (value: number) => string;
  readonly unit?: string;
  readonly table: ReactNode;
}): ReactNode {
  const room = useWidth();
  const [, width] = room;
  const values = [
    ...lines.flatMap((each) => each.values),
    ...bands.flatMap(({ low, high }) => [...low, ...high]),
  ];
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = scaleLinear([0, Math.max(1, years.length - 1)], [BOX.left + 8, width - BOX.right - 8]);
  const y = scaleLinear([low, high === low ? 1 : high], [BOX.height - BOX.bottom, BOX.top]).nice(5);
  const along = line<number>(
    (_value, year) => x(year),
    (value) => y(value),
  );
  const between = ({ low: from, high: to }: YearBand): string =>
    area<number>(
      (_value, year) => x(year),
      (value) => y(value),
      (_value, year) => y(to[year] ?? 0),
    )([...from]) ?? "";
  return (
    <ChartFrame title={title} unit={unit} table={table} legend={[...lines, ...bands]}>
      <DrawnBox room={room} title={title} scale={y} axisText={axisText}>
        {bands.map((band) => (
          <path key={band.id} d={between(band)} fill={band.colour} />
        ))}
        <line className="zero" x1={BOX.left} x2={width - BOX.right} y1={y(0)} y2={y(0)} />
        {lines.map(({ id, values: of, colour, isDashed }) => (
          <path
            key={id}
            className="line"
            d={along([...of]) ?? ""}
            stroke={colour}
            {...(isDashed === true ? { strokeDasharray: "5 4" } : {})}
          />
        ))}
        <YearNames years={years} x={x} />
      </DrawnBox>
    </ChartFrame>
  );
}

/** As many years along the foot as have room. */
function YearNames({
  years,
  x,
}: {
  readonly years: readonly string[];
  readonly x: ScaleLinear<number, number>;
}): ReactNode {
  const [from = 0, to = 0] = x.range();
  const every = Math.ceil((years.length * YEAR_WIDTH) / Math.max(1, to - from));
  return years.map((year, index) =>
    index % every === 0 ? (
      <text key={year} className="axis-text" x={x(index)} y={BOX.height - 8} textAnchor="middle">
        {year}
      </text>
    ) : null,
  );
}
