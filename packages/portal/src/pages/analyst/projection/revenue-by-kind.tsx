import type { ReactNode } from "react";
import { BarChart } from "../../../charts/bar-chart.tsx";
import { drawn, inUnit, tableUnit } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { minorText, type Party } from "./projection-tables.tsx";
import { words } from "./words.ts";

/**
 * What a treasury is paid out in each of its whole fiscal years, by where it came from. Means add
 * up, medians do not.
 */
export function RevenueByKind({
  party: { currency, years },
  name,
}: {
  readonly party: Party;
  readonly name: string;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const told = years.flatMap(({ year, isWhole, revenue }) =>
    isWhole && revenue !== undefined ? [{ year, revenue }] : [],
  );
  if (told.length === 0) return null;
  const amounts = told.flatMap(({ revenue: { income, gains, capital } }) =>
    [income, gains, capital].map(({ mean }) => minorText(mean ?? 0)),
  );
  const unit = tableUnit(amounts, currency, language);
  const scale = drawn("1000000000000", currency) / 1e12;
  const part = (series: string, mean: number | null) => ({
    ...{ series, value: drawn(minorText(mean ?? 0), currency) },
    text: inUnit(minorText(mean ?? 0), unit),
  });
  const title = t(words.byKind, name);
  return (
    <BarChart
      title={{ en: title, ja: title }}
      unit={unit.word}
      series={[
        { id: "income", name: words.ofIncome },
        { id: "gains", name: words.ofGains },
        { id: "capital", name: words.ofCapital },
      ]}
      bars={told.map(({ year, revenue: { income, gains, capital } }) => ({
        ...{ id: year, name: t(words.oneYear, year.replace(/^FY/, "")) },
        parts: [
          part("income", income.mean),
          part("gains", gains.mean),
          part("capital", capital.mean),
        ],
      }))}
      axisText={(value) => inUnit(minorText(value / scale), { ...unit, decimals: 0 })}
    />
  );
}
