import { PageLink } from "../../elements/page-link.tsx";
import { MadeFigure } from "../../elements/made-figure.tsx";
import type { ReactNode } from "react";
import { type Bar, BarChart } from "../../charts/bar-chart.tsx";
import { drawn, exactMoney, inUnit, tableUnit } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import type { Partner } from "./use-party.ts";
import { words } from "./words.ts";

type Position = Partner["positions"][number];

const SERIES = [
  { id: "in", name: words.inflow },
  { id: "out", name: words.outflow },
];

/** What came and went in each year; the table beneath has the exact sums. */
export function FlowChart({
  party,
  position: { years, currency },
}: {
  readonly party: string;
  readonly position: Position;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const sums = years.map(({ year, received, paidIn }) => ({
    ...{ year: String(year), received: BigInt(received), paidIn: -BigInt(paidIn) },
  }));
  const unit = tableUnit(
    sums.flatMap(({ received, paidIn }) => [received, paidIn]).map(String),
    currency,
    language,
  );
  const part = (series: "in" | "out", minor: bigint) => {
    const text = exactMoney(minor, currency, language);
    const label = series === "in" ? words.inflow : words.outflow;
    const figure = (
      <MadeFigure {...{ text, label, how: words.howFlows }}>
        <p>
          <PageLink to={`/partner/notices?party=${party}`}>{t(words.notices)}</PageLink>
        </p>
      </MadeFigure>
    );
    return { series, value: drawn(minor, currency), text, figure };
  };
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
