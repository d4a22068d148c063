import { Ratio } from "../base/ratio.ts";
import { addDays, compareDates, endOfMonth, FIRST_DATE, type LocalDate } from "../calendar/date.ts";
import type { UnitClass } from "../charter/charter.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { postedWithin } from "../fund/posted-days.ts";
import type { FundState } from "../fund/state.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { codesOf } from "./account-groups.ts";
import { classReturn, returnsOf } from "./party-returns.ts";
import { dayBefore, type StatementPeriod } from "./period.ts";
import { CLOSING, type PeriodBook } from "./period-book.ts";
import type { CaptionKey } from "./caption-keys.ts";
import { moneyWeightedCell, timeWeightedCell } from "./rate-cells.ts";
import type { Cell, StatementLine, StatementTable } from "./statement.ts";
import { timeWeightedReturn, type TimeWeightedReturn } from "./time-weighted-return.ts";
import { netInvestmentIncomeAccounts, unitFigures, type UnitFigures } from "./unit-figures.ts";
import { pricePoints } from "./unit-prices.ts";

const NONE: Cell = { kind: "none" };

/** The mean of the net assets at the opening, at each month's end and at the end [ST28]. */
function averageNetAssets(
  { charter }: Pick<FundState, "charter">,
  chronicle: Recorded,
  { vehicle, currency, period }: PeriodBook,
): Ratio {
  const accounts = new Set(codesOf(charter, "asset", "liability"));
  const evenings = eveningsOf(period).toSorted(compareDates);
  let [sum, net, from] = [0n, 0n, FIRST_DATE];
  for (const to of evenings) {
    for (const { actType, lines } of postedWithin(chronicle, vehicle, { from, to })) {
      if (actType === CLOSING) continue;
      for (const line of lines) {
        if (accounts.has(line.account) && line.currency === currency) net += line.minor;
      }
    }
    sum += net;
    const next = addDays(to, 1);
    if (next.ok) from = next.value;
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

const UNIT_LINES = [
  { id: "opening", key: "navPerUnitOpening" },
  { id: "income", key: "incomePerUnit" },
  { id: "gain", key: "gainPerUnit" },
  { id: "distributed", key: "distributedPerUnit" },
  { id: "closing", key: "navPerUnitClosing" },
] as const satisfies readonly { readonly id: keyof UnitFigures; readonly key: CaptionKey }[];

/** Figures of one unit of each class of the vehicle, and its time-weighted return [ST28]. */
export function unitsTable(
  state: Pick<FundState, "charter" | "strikes">,
  chronicle: Recorded,
  book: PeriodBook,
): StatementTable {
  const { charter } = state;
  const classes = charter.classes.filter(({ vehicle }) => vehicle === book.vehicle);
  const figures = classes.map(({ id }) => unitFigures(charter, chronicle, book, id));
  const price = (of: Ratio | undefined): Cell =>
    of === undefined ? NONE : { kind: "price", currency: book.currency, price: of };
  return {
    id: "per-unit",
    caption: { key: "perUnit" },
    columns: classes.map(({ id, name }) => ({ id, caption: { name } })),
    lines: [
      ...UNIT_LINES.map(({ id, key }) => line(id, key, ...figures.map((of) => price(of?.[id])))),
      line(
        "total-return",
        "totalReturnOfPeriod",
        ...classes.map((of) => timeWeightedCell(periodReturn(state, chronicle, of, book.period))),
      ),
    ],
  };
}

const line = (id: string, key: CaptionKey, ...cells: readonly Cell[]): StatementLine => ({
  ...{ id, caption: { key }, rank: "line", cells, source: { kind: "record" } },
});

/** Ratios to average net assets, and the vehicle's return since inception [ST28]. */
export function highlightsTable(
  state: Pick<FundState, "charter" | "strikes">,
  chronicle: Recorded,
  book: PeriodBook,
): StatementTable {
  const { vehicle, period } = book;
  const average = averageNetAssets(state, chronicle, book);
  const toAverage = (accounts: readonly string[], sign: 1n | -1n): Cell =>
    ratioToAverage(book.sum({ accounts, of: "movement", sign }));
  const ratioToAverage = (minor: bigint): Cell => {
    if (average.num <= 0n) return NONE;
    return { kind: "share", ratio: Ratio.div(Ratio.make(minor), average) };
  };
  const weighted = classReturn(state, chronicle, { vehicle, to: period.to });
  const hint = weighted === undefined ? {} : { timeWeighted: weighted.rate };
  const { multiples, moneyWeighted } = returnsOf(state, chronicle, book, hint);
  const { pic } = multiples;
  const income = netInvestmentIncomeAccounts(state.charter);
  const rebated = book.sum({ accounts: [ACCOUNTS.feeRebatesPayable], of: "credits", sign: 1n });
  return {
    id: "highlights",
    caption: { key: "financialHighlights" },
    columns: [{ id: "period", caption: { key: "period" } }],
    lines: [
      line("expense-ratio", "expensesToAverage", toAverage(codesOf(state.charter, "expense"), 1n)),
      ...(rebated === 0n
        ? []
        : [line("rebate-ratio", "rebatesToAverage", ratioToAverage(rebated))]),
      line("income-ratio", "incomeToAverage", toAverage(income, -1n)),
      line("irr", "irrSinceInception", moneyWeightedCell(moneyWeighted)),
      line(
        "contributed",
        "contributedToCommitted",
        pic === undefined ? NONE : { kind: "share", ratio: pic },
      ),
    ],
  };
}

/** The time-weighted return from the last price before the period to the last price in it. */
function periodReturn(
  state: Pick<FundState, "charter" | "strikes">,
  chronicle: Recorded,
  unitClass: UnitClass,
  { from, to }: StatementPeriod,
): TimeWeightedReturn | undefined {
  const points = pricePoints(state, chronicle, unitClass, to);
  const first = Math.max(
    0,
    points.findLastIndex(({ on }) => on < from),
  );
  return timeWeightedReturn(points.slice(first));
}
