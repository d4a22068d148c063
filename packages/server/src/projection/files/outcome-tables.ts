import { writeCsv } from "@jointfund/formats/csv-writer.ts";
import {
  FUND_CHANCES,
  FUND_FANS,
  PARTY_FANS,
  type Chance,
  type ChanceThen,
  type Distribution,
  type Fan,
  type ProjectedOutcome,
  type Projection,
  type Spread,
} from "@jointfund/projection/outcomes/projection.ts";
import { minorUnitsOf } from "../projected-figures.ts";

const STATISTICS = ["mean", "standardError", "p5", "p25", "p50", "p75", "p95"] as const;

/** Parts of a fiscal year's revenue, by what they are called in a file. */
const REVENUE = [
  ["yearIncome", "income"],
  ["yearGains", "gains"],
  ["yearCapital", "capital"],
  ["netRevenue", "net"],
] as const;

type Value = number | null;

/** What amounts of a currency are divided by, and what the unit is called. */
type Unit = { readonly name: string; readonly size: number };

const ONE: Unit = { name: "1", size: 1 };
const currencyUnit = (currency: string): Unit => ({
  name: currency,
  size: minorUnitsOf(currency),
});

/** Ten digits, as the projection itself has them. */
const shown = (value: Value, { size }: Unit): string =>
  value === null ? "" : String(Number((value / size).toPrecision(10)));

/**
 * Every fan as CSV, one record for each day: whose it is, of what, in which unit. Amounts are in
 * whole units of their currency.
 */
export function fansCsv(projection: Projection): string {
  return writeCsv(fanRecords(projection));
}

function* fanRecords(projection: Projection): Iterable<readonly string[]> {
  const { dates, fund, currency, parties, classes } = projection;
  yield ["of", "variable", "unit", "date", "year", "count", ...STATISTICS];
  for (const name of FUND_FANS) {
    const isNumber = name === "leverage" || name === "pricePerUnit";
    const unit = isNumber ? ONE : currencyUnit(currency);
    for (const [index, date] of dates.entries()) {
      yield ["fund", name, unit.name, date, "", ...spreadCells(at(fund[name], index), unit)];
    }
  }
  for (const { id, pricePerUnit } of classes) {
    for (const [index, date] of dates.entries()) {
      const cells = spreadCells(at(pricePerUnit, index), ONE);
      yield [id, "pricePerUnit", ONE.name, date, "", ...cells];
    }
  }
  for (const { id, currency: own, fans, years } of parties) {
    const unit = currencyUnit(own);
    const lines: readonly (readonly [string, (year: number) => Spread | undefined])[] = [
      ...PARTY_FANS.map((name) => [name, (year: number) => at(fans[name], year)] as const),
      ["yearDistributed", (year) => years[year]!.distributed],
      ["yearPaidIn", (year) => years[year]!.paidIn],
      ...REVENUE.map(
        ([column, part]) => [column, (year: number) => years[year]!.revenue?.[part]] as const,
      ),
    ];
    for (const [name, spread] of lines) {
      for (const [index, { year, ends }] of years.entries()) {
        const last = ends < projection.ends ? ends : projection.ends;
        const told = spread(index);
        if (told) yield [id, name, unit.name, last, year, ...spreadCells(told, unit)];
      }
    }
  }
}

const at = (fan: Fan, index: number): Spread => ({
  count: fan.count[index]!,
  ...{ mean: fan.mean[index]!, standardError: fan.standardError[index]! },
  ...{ p5: fan.p5[index]!, p25: fan.p25[index]!, p50: fan.p50[index]! },
  ...{ p75: fan.p75[index]!, p95: fan.p95[index]! },
});

const spreadCells = (spread: Spread, unit: Unit): readonly string[] => [
  String(spread.count),
  ...STATISTICS.map((name) => shown(spread[name], unit)),
];

/** Chances by day, then how it ended for each party, one record for each figure. */
export function outcomesCsv(projection: Projection): string {
  return writeCsv(outcomeRecords(projection));
}

function* outcomeRecords(projection: Projection): Iterable<readonly string[]> {
  const { dates, chances, covenants, parties } = projection;
  yield ["of", "outcome", "statistic", "date", "year", "unit", "value", "standardError", "count"];
  const days = dates.map((date) => [date, ""] as const);
  for (const name of FUND_CHANCES) yield* chanceRecords("fund", name, days, chances[name]);
  for (const [id, chance] of Object.entries(covenants)) {
    yield* chanceRecords("fund", `covenant:${id}`, days, chance);
  }
  for (const party of parties) yield* partyRecords(party, projection.ends);
}

type Days = readonly (readonly [date: string, year: string])[];

function* chanceRecords(
  of: string,
  name: string,
  days: Days,
  { count, probability, standardError }: Chance,
): Iterable<readonly string[]> {
  for (const [index, [date, year]] of days.entries()) {
    const figures = [probability[index]!, standardError[index]!, count[index]!].map(String);
    yield [of, name, "probability", date, year, "1", ...figures];
  }
}

function* partyRecords(party: ProjectedOutcome, ends: string): Iterable<readonly string[]> {
  const { id, currency, chances, years, terminal } = party;
  const days = years.map(({ year, ends: last }) => [last < ends ? last : ends, year] as const);
  yield* chanceRecords(id, "lossOfCapital", days, chances.lossOfCapital);
  yield* chanceRecords(id, "callMissed", days, chances.callMissed);
  const below = years.flatMap(({ revenue }) => revenue?.netBelowZero ?? []);
  yield* chanceRecords(id, "netRevenueBelowZero", days.slice(0, below.length), transposed(below));
  const money = currencyUnit(currency);
  yield* distributionRecords(id, "irr", terminal.irr, ONE, ends);
  yield* distributionRecords(id, "tvpi", terminal.tvpi, ONE, ends);
  yield* distributionRecords(id, "dpi", terminal.dpi, ONE, ends);
  yield* distributionRecords(id, "gain", terminal.gain, money, ends);
  const { expectedShortfall, valueAtRisk, irrCounts } = terminal;
  for (const [name, value] of Object.entries({ expectedShortfall, valueAtRisk })) {
    yield [id, "gain", name, ends, "", money.name, shown(value, money), "", ""];
  }
  for (const [name, count] of Object.entries(irrCounts)) {
    yield [id, "irr", name, ends, "", "paths", String(count), "", ""];
  }
}

const transposed = (chances: readonly ChanceThen[]): Chance => ({
  count: chances.map(({ count }) => count),
  probability: chances.map(({ probability }) => probability),
  standardError: chances.map(({ standardError }) => standardError),
});

function* distributionRecords(
  of: string,
  name: string,
  distribution: Distribution,
  unit: Unit,
  date: string,
): Iterable<readonly string[]> {
  const { count, standardError, medianBelowMean, ...values } = distribution;
  for (const [statistic, value] of Object.entries(values)) {
    const error = statistic === "mean" ? shown(standardError, unit) : "";
    yield [of, name, statistic, date, "", unit.name, shown(value, unit), error, String(count)];
  }
  const share = shown(medianBelowMean, ONE);
  yield [of, name, "medianBelowMean", date, "", "1", share, "", String(count)];
}
