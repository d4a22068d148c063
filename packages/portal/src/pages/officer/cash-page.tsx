import { ForecastFigure } from "./forecast-why.tsx";
import { type ReactNode, useState } from "react";
import { type Answer, useApi } from "../../api/use-api.ts";
import { BarChart } from "../../charts/bar-chart.tsx";
import { ChoiceField } from "../../elements/choice-field.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { dayOfYearText } from "../../format/date.ts";
import { drawn, exactMoney, inUnit, shortMoney, tableUnit } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { BankPanel } from "./bank-panel.tsx";
import { CovenantPanel } from "./covenant-panel.tsx";
import { ForecastTable } from "./forecast-table.tsx";
import { LimitTable } from "./limit-table.tsx";
import "./officer.css";
import { words } from "./words.ts";
import { cashWords } from "./words/cash.ts";

type Cash = Answer<"/api/v1/desk/cash">;
export type CashForecast = Cash["vehicles"][number]["forecast"][number];
export type Table = CashForecast["table"];

/** Lines of the liquidity test that are balances, and the figures of a book that they are. */
const BALANCES = [
  ["cash", "cash"],
  ["owed", "otherLiabilities"],
  ["callableCapital", "unfundedCommitments"],
  ["undrawnLines", "undrawnFacilities"],
] as const;

/** The cash ahead, the banks, the covenants and the limits. */
export function CashPage(): ReactNode {
  const t = useText();
  const cash = useApi("/api/v1/desk/cash");
  const [first] = cash.vehicles;
  const [chosen, choose] = useState(first?.vehicle ?? "");
  const vehicle = cash.vehicles.find((each) => each.vehicle === chosen) ?? first;
  return (
    <>
      <PageHeading title={words.cash}>{t(cashWords.lead)}</PageHeading>
      {cash.vehicles.length > 1 && (
        <ChoiceField
          label={cashWords.vehicle}
          options={cash.vehicles.map(({ vehicle: id, name }) => ({ id, name }))}
          value={vehicle?.vehicle ?? ""}
          onChange={choose}
        />
      )}
      {vehicle !== undefined && (
        <Panel title={cashWords.forecast} aside={t(vehicle.name)}>
          {vehicle.forecast.map((forecast) => (
            <Forecast key={forecast.table.id} forecast={forecast} vehicle={vehicle.vehicle} />
          ))}
        </Panel>
      )}
      <CovenantPanel covenants={cash.covenants} />
      <div className="grid">
        {vehicle !== undefined && (
          <Panel title={cashWords.liquidity} aside={t(vehicle.name)}>
            <ForecastTable
              table={vehicle.liquidity}
              balances={Object.fromEntries(
                BALANCES.map(([line, figure]) => [line, `book.${vehicle.vehicle}.${figure}`]),
              )}
            />
          </Panel>
        )}
        <Panel title={cashWords.limits}>
          <LimitTable limits={cash.limits} />
        </Panel>
      </div>
      <BankPanel banks={cash.banks} breaks={cash.breaks} />
    </>
  );
}

/** Cash at the end of each week as bars, and every line of the forecast as a table. */
function Forecast({
  forecast,
  vehicle,
}: {
  readonly forecast: CashForecast;
  readonly vehicle: string;
}): ReactNode {
  const { language } = useLanguage();
  const { table } = forecast;
  const closing = table.lines.find(({ id }) => id === "cashClosing")?.cells ?? [];
  const money = closing.flatMap((cell) => (cell.kind === "money" ? [cell] : []));
  const currency = money[0]?.currency ?? "";
  const unit = tableUnit(
    money.map(({ minor }) => minor),
    currency,
    language,
  );
  const minorPerMain = drawn(1n, currency);
  const figureOf = (minor: string, week: number): ReactNode => (
    <ForecastFigure
      of={{ line: "cashClosing", label: cashWords.closing, week, table, forecast, vehicle }}
      text={shortMoney(minor, currency, language)}
      exact={exactMoney(minor, currency, language)}
    >
      {shortMoney(minor, currency, language)}
    </ForecastFigure>
  );
  return (
    <>
      <BarChart
        title={cashWords.closing}
        unit={unit.word}
        series={[{ id: "cash", name: cashWords.closing }]}
        bars={money.map(({ minor }, week) => ({
          id: String(week),
          name: dayOfYearText(weekOf(table, week), language),
          parts: [
            {
              series: "cash",
              value: drawn(minor, currency),
              text: shortMoney(minor, currency, language),
              figure: figureOf(minor, week),
            },
          ],
        }))}
        axisText={(value) =>
          inUnit(BigInt(Math.round(value / minorPerMain)), { ...unit, decimals: 0 })
        }
      />
      <ForecastTable table={table} because={{ forecast, vehicle }} />
    </>
  );
}

/** The first day of a week, which its heading ends with. */
const weekOf = (table: Table, week: number): string =>
  /\d{4}-\d{2}-\d{2}/.exec(table.columns[week]?.label.en ?? "")?.[0] ?? "";
