import type { ReactNode } from "react";
import { useCells } from "../../../api/page-cells.ts";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { BarChart } from "../../../charts/bar-chart.tsx";
import { type Column, DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { eraText } from "../../../format/date.ts";
import { currencyWord, drawn, shortMoney } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { amountAxis } from "../parts/history-points.ts";
import { MaybeFigure } from "../parts/maybe-figure.tsx";
import { usePartyNames } from "../parts/party-names.ts";
import { words } from "./words.ts";

type Revenue = Answer<"/api/v1/page">["revenue"][number];
type Year = Revenue["years"][number];

/** Revenue of one government by its own fiscal years, in the fund's currency and its own. */
export function RevenuePanel({ revenue }: { readonly revenue: Revenue }): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const title = t(words.revenue, t(nameOf(revenue.party)));
  return (
    <Panel title={{ en: title, ja: title }} wide>
      <RevenueChart revenue={revenue} title={title} />
      <RevenueTable revenue={revenue} title={title} />
    </Panel>
  );
}

/** The cell of a year's revenue. */
const cellOf = (party: string, { label }: Year["year"]): string =>
  `revenue.${party}.${label.replace(/\D/g, "")}`;

type Titled = { readonly revenue: Revenue; readonly title: string };

function RevenueChart({ revenue, title }: Titled): ReactNode {
  const { language } = useLanguage();
  const { currency } = useApi("/api/v1/page", {});
  const cells = useCells();
  const axis = amountAxis(
    revenue.years.map(({ minor }) => minor),
    currency,
    language,
  );
  return (
    <BarChart
      title={{ en: title, ja: title }}
      series={[{ id: "revenue", name: { en: title, ja: title } }]}
      bars={revenue.years.map(({ year, minor }) => ({
        id: year.label,
        name: year.label.replace(/^FY20/, "’"),
        parts: [
          {
            series: "revenue",
            value: drawn(minor, currency),
            text: shortMoney(minor, currency, language),
            figure: <MaybeFigure cell={cells.get(cellOf(revenue.party, year))} />,
          },
        ],
      }))}
      unit={axis.unit}
      axisText={axis.text}
    />
  );
}

function RevenueTable({ revenue, title }: Titled): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { currency } = useApi("/api/v1/page", {});
  const cells = useCells();
  const yearName = useYearName();
  const amounts = (code: string, suffix: string): Column<Year> => {
    const said = t(words.inFund, currencyWord(code, language));
    return {
      id: `amount${suffix}`,
      title: { en: said, ja: said },
      isNumber: true,
      cell: ({ year }) => <MaybeFigure cell={cells.get(cellOf(revenue.party, year) + suffix)} />,
    };
  };
  return (
    <DataTable
      caption={{ en: title, ja: title }}
      rows={revenue.years.toReversed()}
      keyOf={({ year }) => year.label}
      columns={[
        { id: "year", title: words.fiscalYear, isHead: true, cell: yearName },
        {
          id: "days",
          title: words.period,
          cell: ({ year }) => (
            <>
              <Day date={year.start} /> – <Day date={year.end} />
            </>
          ),
        },
        amounts(currency, ""),
        ...(revenue.currency === currency ? [] : [amounts(revenue.currency, ".own")]),
      ]}
    />
  );
}

/** A fiscal year as each reader knows it: FY2035, and by the era for a calendar of Japan. */
function useYearName(): (year: Year) => ReactNode {
  const t = useText();
  const { language } = useLanguage();
  return ({ year, toDate, locked }) => {
    const isEra = language === "ja" && year.calendarId === "japan";
    const name = isEra ? `${eraText(year.start)}度` : year.label;
    return (
      <>
        {name} {toDate && t(words.toDate)}
        {locked && <small className="step-meaning">{t(words.locked)}</small>}
      </>
    );
  };
}
