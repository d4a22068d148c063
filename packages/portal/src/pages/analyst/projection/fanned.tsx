import type { ReactNode } from "react";
import { FanChart, type FanPoint } from "../../../charts/fan-chart.tsx";
import { drawn, inUnit, tableUnit } from "../../../format/money.ts";
import { useLanguage } from "../../../language/language-context.tsx";
import { FanTable, minorText } from "./projection-tables.tsx";
import type { Projected } from "./use-analysis.ts";

type Fan = Projected["projection"]["fund"]["netAssets"];

/** Medians by day: another horizon may have other days. */
export type Medians = ReadonlyMap<string, number>;

export const mediansOf = (dates: readonly string[], { p50 }: Fan): Medians =>
  new Map(dates.map((date, index) => [date, p50[index] ?? 0]));

const BANDS = ["p5", "p25", "p50", "p75", "p95", "mean"] as const;
type Bands = { readonly [band in (typeof BANDS)[number]]: number };

function bandsAt(fan: Fan, index: number): Bands {
  const of = (band: (typeof BANDS)[number]): number => fan[band][index] ?? 0;
  const [p5, p25, p50] = [of("p5"), of("p25"), of("p50")];
  return { p5, p25, p50, p75: of("p75"), p95: of("p95"), mean: of("mean") };
}

/** A fan of amounts, with its axis in a unit that suits them. */
export function Fanned({
  title,
  dates,
  fan,
  before,
  currency,
}: {
  readonly title: string;
  readonly dates: readonly string[];
  readonly fan: Fan;
  readonly before: Medians | undefined;
  readonly currency: string;
}): ReactNode {
  const { language } = useLanguage();
  const points = dates.map((date, index) => ({ date, ...bandsAt(fan, index) }));
  const unit = tableUnit(
    points.map(({ p95 }) => minorText(p95)),
    currency,
    language,
  );
  const major = (value: number): number => drawn(minorText(value), currency);
  const scale = major(1e15) / 1e15;
  const onAxis = points.map(({ date, ...bands }): FanPoint => {
    const median = before?.get(date);
    return {
      date,
      ...{ p5: major(bands.p5), p25: major(bands.p25), p50: major(bands.p50) },
      ...{ p75: major(bands.p75), p95: major(bands.p95), mean: major(bands.mean) },
      ...(median === undefined ? {} : { before: major(median) }),
    };
  });
  return (
    <FanChart
      title={{ en: title, ja: title }}
      unit={unit.word}
      points={onAxis}
      axisText={(value) => inUnit(minorText(value / scale), { ...unit, decimals: 0 })}
      table={<FanTable title={{ en: title, ja: title }} points={points} unit={unit} />}
    />
  );
}
