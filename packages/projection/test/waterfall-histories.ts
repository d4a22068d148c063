import { Ratio } from "@jointfund/core/base/ratio.ts";
import { addDays, FIRST_DATE, toDayNumber, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Waterfall } from "@jointfund/core/charter/distribution-terms.ts";
import {
  bookAccruedTo,
  bookAfterRun,
  bookOnPaymentDate,
  bookWithCapital,
  bookWithPrincipal,
  type BookRules,
} from "@jointfund/core/distributions/book-steps.ts";
import { hypotheticalLiquidation } from "@jointfund/core/distributions/capital-accounts.ts";
import { carryDue, clawback } from "@jointfund/core/distributions/carry.ts";
import { claimOn } from "@jointfund/core/distributions/capital-pools.ts";
import { outstandingOf } from "@jointfund/core/distributions/recoupment.ts";
import {
  bookOf,
  noWaterfallBooks,
  type WaterfallBook,
} from "@jointfund/core/distributions/waterfall-book.ts";
import { runWaterfall, type WaterfallRun } from "@jointfund/core/distributions/waterfall.ts";
import type {
  WaterfallBalances,
  WaterfallTier,
} from "@jointfund/core/distributions/waterfall-tiers.ts";
import { evaluate } from "@jointfund/core/expression/evaluate.ts";
import { noFixings } from "@jointfund/core/facilities/accrual.ts";
import { compiled } from "@jointfund/core/fund/expressions.ts";
import { charterRatio } from "@jointfund/core/fund/terms.ts";
import { bookRules } from "@jointfund/core/fund/waterfall/waterfall-scope.ts";

/** What happens to a vehicle in one step, whole minor units, everything at the step's end. */
export type HistoryStep = {
  readonly end: LocalDate;
  /** By pool and party; one pool "whole" unless balances are counted by investment. */
  readonly contributions: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
  readonly counts: ReadonlyMap<string, boolean>;
  readonly units: ReadonlyMap<string, bigint>;
  /** Undefined where no distribution is determined. */
  readonly amount: bigint | undefined;
  /** The reference rate over the step, a multiple of 1/1024. */
  readonly index: Ratio;
  /** Every figure that a tier's formula may name. */
  readonly figure: bigint;
  /** Net assets after the step, for what interests are worth. */
  readonly netAssets: bigint;
};

export type History = {
  readonly opens: LocalDate;
  readonly pools: readonly string[];
  readonly parties: readonly string[];
  readonly steps: readonly HistoryStep[];
};

/** What the core's exact books come to. */
export type Played = {
  readonly runs: readonly (WaterfallRun | undefined)[];
  readonly book: WaterfallBook;
  readonly clawback: bigint;
  /** What each party's interest is worth at the end, before a clawback. */
  readonly worth: (netAssets: bigint) => ReadonlyMap<string, bigint>;
};

const EMPTY = bookOf(noWaterfallBooks, "nowhere");

function rulesOf(charter: Charter, waterfall: Waterfall, history: History): BookRules {
  const state = { charter, waterfalls: noWaterfallBooks, rateFixings: noFixings };
  const rules = bookRules(state, waterfall);
  const terms = charter.recoupment?.rate;
  if (rules.recoupment === undefined || terms?.index === undefined) return rules;
  const spread = charterRatio(terms.spread);
  const starts = [history.opens, ...history.steps.map(({ end }) => end)];
  const rates = history.steps.map(({ index }, step) => {
    const value = Ratio.add(index, spread);
    return { from: starts[step]!, value: value.num < 0n ? Ratio.zero : value };
  });
  const alone = { from: FIRST_DATE, value: spread };
  return { ...rules, recoupment: { ...rules.recoupment, rates: [alone, ...rates] } };
}

/** First days of months, on which a fund puts down what has accrued. */
function firstsOfMonths(after: LocalDate, before: LocalDate): readonly LocalDate[] {
  const days = toDayNumber(before) - toDayNumber(after) - 1;
  return Array.from({ length: Math.max(days, 0) }, (_, n) => addDays(after, n + 1))
    .map((day) => (day.ok ? day.value : before))
    .filter((day) => day.endsWith("-01"));
}

function tiersOf(charter: Charter, { tiers }: Waterfall, figure: bigint): readonly WaterfallTier[] {
  return tiers.map(({ id, to, until }) => ({
    id,
    to:
      "proportionalTo" in to
        ? to
        : {
            shares: Object.entries(to.shares).map(([party, text]) => ({
              party,
              share: charterRatio(text),
            })),
          },
    until:
      until === undefined
        ? { kind: "rest" }
        : until.kind === "amount"
          ? { kind: "amount", minor: amountOf(charter, until.formula, figure) }
          : until,
  }));
}

function amountOf(charter: Charter, formula: string, figure: bigint): bigint {
  const { currency } = charter.capital;
  const value = { kind: "money", currency, amount: Ratio.make(figure) } as const;
  const amount = evaluate(compiled(charter, formula, "money"), {
    variable: () => value,
    call: () => value,
  });
  if (!amount.ok || amount.value.kind !== "money") throw new Error(formula);
  const minor = Ratio.floor(amount.value.amount);
  return minor > 0n ? minor : 0n;
}

/** The same history through the core's exact books and tiers. */
export function playedExactly(charter: Charter, waterfall: Waterfall, history: History): Played {
  const rules = rulesOf(charter, waterfall, history);
  const paidIn = new Map<string, bigint>();
  const runs: (WaterfallRun | undefined)[] = [];
  let book = EMPTY;
  let paidOut = 0n;
  let start = history.opens;
  let due = 0n;
  let worth: Played["worth"] = () => new Map();
  const tieBreak = { kind: "order" as const, keys: partiesOf(waterfall, history) };
  for (const step of history.steps) {
    const { end: on, amount } = step;
    for (const day of firstsOfMonths(start, on)) book = bookAccruedTo(book, rules, day);
    book = bookAccruedTo(book, rules, on);
    for (const [pool, parts] of step.contributions) {
      for (const [party, minor] of parts) {
        if (minor === 0n) continue;
        paidIn.set(party, (paidIn.get(party) ?? 0n) + minor);
        book = bookWithCapital(book, rules, { pool, party, minor, on });
        if (party !== rules.recoupment?.beneficiary) continue;
        book = bookWithPrincipal(book, rules, { minor, on });
      }
    }
    const pools = history.pools.filter((id) => step.counts.get(id) === true);
    const tiers = tiersOf(charter, waterfall, step.figure);
    if (amount !== undefined) book = bookOnPaymentDate(book, rules, on);
    const balances = balancesOf(book, rules, { pools, parties: history.parties, paidIn, step });
    const run =
      amount === undefined ? undefined : runWaterfall({ amount, tiers, balances, tieBreak });
    if (run?.ok === false) throw new Error(run.error.code);
    if (run !== undefined) book = bookAfterRun(book, rules, { run: run.value, pools });
    runs.push(run?.value);
    paidOut += amount ?? 0n;
    start = on;
    if (step !== history.steps.at(-1)) continue;
    const all = { pools: history.pools, parties: history.parties, paidIn, step };
    const liquidated = { tiers, tieBreak, balances: balancesOf(book, rules, all) };
    worth = (netAssets) => {
      const accounts = hypotheticalLiquidation(liquidated, netAssets);
      if (!accounts.ok) throw new Error(accounts.error.code);
      return accounts.value;
    };
    if (rules.carry === undefined) continue;
    const { holder, share } = rules.carry;
    const { claims } = balances;
    const whole = carryDue({
      ...{ tiers, tieBreak, claims, pools: book.pools, amount: paidOut, holder, share },
    });
    if (!whole.ok) throw new Error(whole.error.code);
    due = whole.value;
  }
  const cap = charterRatio(charter.carry?.clawback?.cap ?? "0");
  const { received, escrow } = book.carry;
  return { runs, book, worth, clawback: clawback({ received, due, cap, escrow }).minor };
}

function balancesOf(
  book: WaterfallBook,
  { carry, recoupment }: BookRules,
  of: {
    readonly pools: readonly string[];
    readonly parties: readonly string[];
    readonly paidIn: ReadonlyMap<string, bigint>;
    readonly step: HistoryStep;
  },
): WaterfallBalances {
  return {
    claims: of.parties.map((party) => ({
      ...{ party, units: of.step.units.get(party) ?? 0n, paidIn: of.paidIn.get(party) ?? 0n },
      commitments: (of.paidIn.get(party) ?? 0n) * 2n + 1n,
      ...claimOn(book.pools, of.pools, party),
    })),
    ...(carry && { carry: { ...carry, ...book.carry } }),
    ...(recoupment && {
      recoupment: {
        beneficiary: recoupment.beneficiary,
        outstanding: book.recoupment === undefined ? 0n : outstandingOf(book.recoupment),
      },
    }),
  };
}

function partiesOf({ tiers }: Waterfall, { parties }: History): readonly string[] {
  const named = tiers.flatMap(({ to }) => ("shares" in to ? Object.keys(to.shares) : []));
  return [...new Set([...parties, ...named])];
}
