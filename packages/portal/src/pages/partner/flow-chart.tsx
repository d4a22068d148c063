import type { ReactNode } from "react";
import { type Bar, BarChart } from "../../charts/bar-chart.tsx";
import { drawn, exactMoney, inUnit, tableUnit } from "../../format/money.ts";
import { useLanguage } from "../../language/language-context.tsx";
import type { Partner } from "./use-party.ts";
import { words } from "./words.ts";

type Position = Partner["positions"][number];

const SERIES = [
  { id: "in", name: words.inflow },
  { id: "out", name: words.outflow },
];

/** What came and went in each year; the table beneath has the exact sums. */
export function FlowChart({
  position: { flows, currency },
}: {
  readonly position: Position;
}): ReactNode {
  const { language } = useLanguage();
  const years = [...new Set(flows.map(({ on }) => on.slice(0, 4)))];
  const sums = years.map((year) => {
    const own = flows.filter(({ on }) => on.startsWith(year)).map(({ minor }) => BigInt(minor));
    const sum = (sign: 1n | -1n): bigint =>
      own.reduce((all, minor) => (minor * sign > 0n ? all + minor : all), 0n);
    return { year, received: sum(1n), paidIn: sum(-1n) };
  });
  const unit = tableUnit(
    flows.map(({ minor }) => minor),
    currency,
    language,
  );
  const part = (series: string, minor: bigint) => ({
    ...{ series, value: drawn(minor, currency), text: exactMoney(minor, currency, language) },
  });
  const bars = sums.map(({ year, received, paidIn }): Bar => ({
    ...{ id: year, name: language === "ja" ? `${year}年` : year },
    parts: [part("in", received), part("out", paidIn)],
  }));
  const minorPerMain = drawn(1n, currency);
  return (
    <BarChart
      title={words.flows}
      bars={bars}
      series={SERIES}
      unit={unit.word}
      axisText={(value) => inUnit(BigInt(Math.round(value / minorPerMain)), unit)}
    />
  );
}
