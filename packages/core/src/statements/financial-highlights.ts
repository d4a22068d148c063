import { Ratio } from "../base/ratio.ts";
import { addDays, endOfMonth, type LocalDate } from "../calendar/date.ts";
import type { Charter, UnitClass } from "../charter/charter.ts";
import type { Recorded } from "../fund/chronicle.ts";
import type { FundState } from "../fund/state.ts";
import { DISTRIBUTION_ACCOUNTS } from "../ledger/accounts.ts";
import { codesOf, REALISED_ACCOUNTS, UNREALISED_ACCOUNTS } from "./account-groups.ts";
import { classReturn, returnsOf } from "./party-returns.ts";
import { dayBefore, periodBetween, type StatementPeriod } from "./period.ts";
import { PeriodBook } from "./period-book.ts";
import type { CaptionKey } from "./caption-keys.ts";
import type { Cell, StatementLine, StatementTable } from "./statement.ts";
import { timeWeightedReturn } from "./time-weighted-return.ts";
import { holdingsOfVehicle, totalOf } from "./unit-holdings.ts";
import { perUnit, postedPerUnit, pricePoints } from "./unit-prices.ts";

const NONE: Cell = { kind: "none" };

/** Figures of one unit over the period; the gain is what the other lines leave. */
type PerUnit = {
  readonly opening: Ratio;
  readonly income: Ratio;
  readonly gain: Ratio;
  readonly distributed: Ratio;
  readonly closing: Ratio;
};

/**
 * Net assets per unit at both ends, and between them what each entry earned and distributed over
 * the units outstanding that evening [ST28]. The gain is what is left, the effect of units bought
 * and sold within the period in it. All units of a vehicle rank equally.
 */
function unitFigures(
  { charter }: Pick<FundState, "charter">,
  chronicle: Recorded,
  book: PeriodBook,
): PerUnit | undefined {
  const { vehicle, currency, period } = book;
  const unitsOn = (on: LocalDate): bigint =>
    totalOf(holdingsOfVehicle(charter, chronicle, { vehicle, on }));
  const eve = dayBefore(period);
  const [before, after] = [eve === undefined ? 0n : unitsOn(eve), unitsOn(period.to)];
  if (after === 0n) return undefined;
  const worth = codesOf(charter, "asset", "liability");
  const value = (of: "opening" | "closing", units: bigint): Ratio =>
    units === 0n
      ? Ratio.zero
      : perUnit(book.sum({ accounts: worth, of, sign: 1n }), currency, units);
  const [opening, closing] = [value("opening", before), value("closing", after)];
  const sumPerUnit = (accounts: readonly string[], sign: 1n | -1n): Ratio =>
    postedPerUnit(charter, chronicle, { vehicle, currency, period, accounts, sign });
  const income = sumPerUnit(netInvestmentIncomeAccounts(charter), -1n);
  const distributed = sumPerUnit(DISTRIBUTION_ACCOUNTS, 1n);
  const gain = Ratio.sub(Ratio.add(Ratio.sub(closing, opening), distributed), income);
  return { opening, income, gain, distributed, closing };
}

/** Income and expenses that are no gains. */
function netInvestmentIncomeAccounts(charter: Charter): readonly string[] {
  const gains: readonly string[] = [...REALISED_ACCOUNTS, ...UNREALISED_ACCOUNTS];
  return codesOf(charter, "income", "expense").filter((code) => !gains.includes(code));
}

/** The mean of the net assets at the opening, at each month's end and at the end [ST28]. */
function averageNetAssets(
  { charter }: Pick<FundState, "charter">,
  chronicle: Recorded,
  { vehicle, currency, period }: PeriodBook,
): Ratio {
  const accounts = codesOf(charter, "asset", "liability");
  const evenings = eveningsOf(period);
  let sum = 0n;
  for (const on of evenings) {
    const book = new PeriodBook(chronicle, { vehicle, currency, period: periodBetween(on, on) });
    sum += book.sum({ accounts, of: "closing", sign: 1n });
  }
  return Ratio.make(sum, BigInt(evenings.length));
}

/** The evening before the period, the ends of the months that it ends or passes, and its last. */
function eveningsOf(period: StatementPeriod): readonly LocalDate[] {
  const eve = dayBefore(period);
  const evenings = new Set<LocalDate>(eve === undefined ? [] : [eve]);
  for (let day = period.from; day <= period.to;) {
    const end = endOfMonth(day);
    if (end <= period.to) evenings.add(end);
    const next = addDays(end, 1);
    if (!next.ok) break;
    day = next.value;
  }
  return [...evenings.add(period.to)];
}

const line = (id: string, key: CaptionKey, cell: Cell): StatementLine => ({
  ...{ id, caption: { key }, rank: "line", cells: [cell], source: { kind: "record" } },
});

/** Per unit, ratios to average net assets, and returns since inception [ST28]. */
export function highlightsTable(
  state: Pick<FundState, "charter" | "strikes">,
  chronicle: Recorded,
  book: PeriodBook,
): StatementTable {
  const { currency } = book;
  const perUnitOf = unitFigures(state, chronicle, book);
  const price = (of: keyof PerUnit): Cell =>
    perUnitOf === undefined ? NONE : { kind: "price", currency, price: perUnitOf[of] };
  return {
    id: "highlights",
    caption: { key: "financialHighlights" },
    columns: [{ id: "period", caption: { key: "period" } }],
    lines: [
      line("opening", "navPerUnitOpening", price("opening")),
      line("income", "incomePerUnit", price("income")),
      line("gain", "gainPerUnit", price("gain")),
      line("distributed", "distributedPerUnit", price("distributed")),
      line("closing", "navPerUnitClosing", price("closing")),
      ...ratioLines(state, chronicle, book),
    ],
  };
}

function ratioLines(
  state: Pick<FundState, "charter" | "strikes">,
  chronicle: Recorded,
  book: PeriodBook,
): readonly StatementLine[] {
  const { vehicle, period } = book;
  const average = averageNetAssets(state, chronicle, book);
  const toAverage = (minor: bigint): Cell =>
    average.num <= 0n ? NONE : { kind: "share", ratio: Ratio.div(Ratio.make(minor), average) };
  const expenses = codesOf(state.charter, "expense");
  const income = netInvestmentIncomeAccounts(state.charter);
  const unitClass = state.charter.classes.find((of) => of.vehicle === vehicle);
  const weighted = classReturn(state, chronicle, { vehicle, to: period.to });
  const hint = weighted === undefined ? {} : { timeWeighted: weighted.rate };
  const { multiples, moneyWeighted } = returnsOf(state, chronicle, book, hint);
  const rate = (of: Ratio | undefined): Cell =>
    of === undefined ? NONE : { kind: "rate", ratio: of };
  return [
    line(
      "expense-ratio",
      "expensesToAverage",
      toAverage(book.sum({ accounts: expenses, of: "movement", sign: 1n })),
    ),
    line(
      "income-ratio",
      "incomeToAverage",
      toAverage(book.sum({ accounts: income, of: "movement", sign: -1n })),
    ),
    line(
      "total-return",
      "totalReturnOfPeriod",
      rate(unitClass && periodReturn(state, chronicle, unitClass, period)),
    ),
    line("irr", "irrSinceInception", rate(moneyWeighted.defined ? moneyWeighted.rate : undefined)),
    line(
      "contributed",
      "contributedToCommitted",
      multiples.pic === undefined ? NONE : { kind: "share", ratio: multiples.pic },
    ),
  ];
}

/** The time-weighted return from the last price before the period to the last price in it. */
function periodReturn(
  state: Pick<FundState, "charter" | "strikes">,
  chronicle: Recorded,
  unitClass: UnitClass,
  { from, to }: StatementPeriod,
): Ratio | undefined {
  const points = pricePoints(state, chronicle, unitClass, to);
  const first = Math.max(
    0,
    points.findLastIndex(({ on }) => on < from),
  );
  return timeWeightedReturn(points.slice(first))?.rate;
}
