import { addDays, addMonths, localDate, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { FundModel, ProjectedParty } from "@jointfund/projection/charter/fund-model.ts";
import {
  exchangeOutput,
  outputOf,
  PARTY_OUTPUTS,
  type PartyOutput,
  rungOutput,
} from "@jointfund/projection/charter/fund-outputs.ts";
import { ProgramBuilder } from "@jointfund/projection/kernel/program-builder.ts";
import type { Num, Program } from "@jointfund/projection/kernel/program.ts";

/**
 * A fund in a few lines, with every output that a charter's program has: two sovereigns pay in
 * four times, half is borrowed against it, what is earned above the last high is paid out, and a
 * loan that is too large is cured by a sale. It stands in for a charter where only the outcomes
 * of paths are looked at.
 */
export function smallFund(
  options: {
    readonly steps?: number;
    readonly stepMonths?: 1 | 3;
    readonly volatility?: number;
  } = {},
): FundModel {
  const { steps = 12, stepMonths = 3, volatility = 0.12 } = options;
  const opens = localDate("2026-06-30");
  const dates = Array.from({ length: steps }, (_, step) =>
    monthEnd(opens, (step + 1) * stepMonths),
  );
  const pays = [1, 1, 0, 0, 1, 1].map((part) => part * 250_000_000_00);
  return {
    program: smallProgram(volatility),
    inputs: {
      ...{ steps, parameters: [], tables: [], key: [1, 2] as const },
      schedules: Float64Array.from(dates, (_, step) => pays[step] ?? 0),
      opening: [0, 0, 0, 150, 0],
    },
    ...{ opens, dates, baseCurrency: "USD", parties: PARTIES, covenants: ["ltv"], minorUnits: 100 },
  };
}

const PARTIES: readonly ProjectedParty[] = [
  {
    ...{ id: "US", kind: "sovereign", currency: "USD", fundingRate: 0.04 },
    fiscalYear: { start: "10-01", namedBy: "end" },
  },
  {
    ...{ id: "JP", kind: "sovereign", currency: "JPY", fundingRate: 0.01 },
    fiscalYear: { start: "04-01", namedBy: "start" },
  },
];

/** The last day of the month so many months after a month's last day. */
function monthEnd(from: LocalDate, months: number): LocalDate {
  const first = addDays(from, 1);
  const next = first.ok ? addMonths(first.value, months) : first;
  const end = next.ok ? addDays(next.value, -1) : next;
  if (!end.ok) throw new Error("beyond the calendar");
  return end.value;
}

function smallProgram(volatility: number): Program {
  const b = new ProgramBuilder();
  const [zero, two] = [b.constant(0), b.constant(2)];
  const [assets, debt, high, quote, stopped] = ["assets", "debt", "high", "quote", "stopped"].map(
    (name) => b.state(name),
  ) as [Num, Num, Num, Num, Num];
  const called = b.schedule("call");
  const log = b.multiply(b.constant(volatility / 2), b.normal("market"));
  const nextQuote = b.multiply(
    quote,
    b.exponential(b.multiply(b.constant(0.05), b.normal("exchange:JPY"))),
  );
  // Japan stops paying for good in one path of a hundred a step.
  const stops = b.indicator(b.less(b.uniform("stops:JP"), b.constant(0.01)));
  const isStopped = b.maximum(stopped, stops);
  const half = b.divide(called, two);
  const paidJapan = b.multiply(half, b.subtract(b.constant(1), isStopped));
  const paid = b.add(half, paidJapan);
  const grown = b.multiply(assets, b.exponential(b.add(log, b.constant(0.01))));
  const invested = b.add(b.add(grown, paid), b.multiply(b.constant(0.5), paid));
  const owed = b.add(b.multiply(debt, b.constant(1.01)), b.multiply(b.constant(0.5), paid));
  // Above 60 % half the debt is repaid at a loss of a tenth.
  const tooMuch = b.less(b.multiply(b.constant(0.6), invested), owed);
  const sold = b.choose(tooMuch, b.divide(owed, two), zero);
  const left = b.subtract(invested, b.multiply(sold, b.constant(1.1)));
  const owes = b.subtract(owed, sold);
  const net = b.subtract(left, owes);
  const newHigh = b.maximum(b.add(high, paid), net);
  const above = b.maximum(zero, b.subtract(net, b.add(high, paid)));
  const distributed = b.multiply(above, b.constant(0.5));
  const nextNet = b.subtract(net, distributed);
  const nextAssets = b.subtract(left, distributed);
  b.setNext("assets", nextAssets);
  b.setNext("debt", owes);
  b.setNext("high", newHigh);
  b.setNext("quote", nextQuote);
  b.setNext("stopped", isStopped);
  // Where it came from differs from path to path.
  const ofIncome = b.uniform("income");
  const rest = b.divide(b.subtract(b.constant(1), ofIncome), two);
  const [cash, halfNet] = [b.subtract(zero, distributed), b.divide(nextNet, two)];
  tell(b, {
    ...{ netAssets: nextNet, trueNetAssets: nextNet, totalAssets: nextAssets, debt: owes },
    ...{ investments: left, cash, unfunded: zero, undrawn: zero, invested: paid, income: zero },
    ...{ interest: zero, expenses: zero, proceeds: sold, forcedSales: sold, shortfall: zero },
    ...{ incomeShare: ofIncome, gainsShare: rest, capitalShare: rest },
    pricePerUnit: b.divide(nextNet, b.constant(1e7)),
    locked: b.indicator(b.less(nextNet, b.multiply(newHigh, b.constant(0.8)))),
    forcedSale: b.indicator(b.less(zero, sold)),
    defaulted: b.indicator(b.less(nextNet, zero)),
    [exchangeOutput("JPY")]: nextQuote,
    [rungOutput("ltv")]: b.multiply(b.indicator(b.less(zero, sold)), two),
  });
  const shared = { distributed: b.divide(distributed, two), worth: halfNet };
  tellParty(b, "US", { ...shared, paidIn: half, missed: zero });
  tellParty(b, "JP", { ...shared, paidIn: paidJapan, missed: b.subtract(half, paidJapan) });
  return b.build();
}

function tell(b: ProgramBuilder, values: { readonly [name: string]: Num }): void {
  for (const [name, value] of Object.entries(values)) b.output(name, value);
}

function tellParty(
  b: ProgramBuilder,
  party: string,
  values: { readonly [name in PartyOutput]: Num },
): void {
  for (const name of PARTY_OUTPUTS) b.output(outputOf(name, party), values[name]);
}
