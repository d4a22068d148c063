import { trialBalance, type Ledger } from "./journal.ts";

/** One side of what two books of a group say of each other: a sum over accounts of one subject. */
export type GroupSide = {
  readonly vehicle: string;
  readonly accounts: readonly string[];
  readonly subject: string;
};

/**
 * What one vehicle's book says of another and the other's of it: a holding and the capital that it
 * paid in, a distribution declared and income received, a receivable and a payable.
 */
export type GroupPair = {
  /** Names the pair in findings. */
  readonly id: string;
  readonly currency: string;
  readonly sides: readonly [GroupSide, GroupSide];
};

/** A balance of all vehicles together; minor units, debit positive. */
export type ConsolidatedBalance = {
  readonly account: string;
  readonly currency: string;
  readonly minor: bigint;
};

/** A pair with what stands on each side; eliminated where the two cancel. */
export type Elimination = {
  readonly pair: GroupPair;
  readonly minor: readonly [bigint, bigint];
};

export type Consolidation = {
  readonly balances: readonly ConsolidatedBalance[];
  readonly eliminated: readonly Elimination[];
  /** Pairs whose sides do not cancel: they stay in the balances, and are to be looked into. */
  readonly differences: readonly Elimination[];
};

const keyOf = (vehicle: string, account: string, currency: string, subject: string): string =>
  `${vehicle}/${account}/${currency}/${subject}`;

const keysOf = ({ currency }: GroupPair, side: GroupSide): readonly string[] =>
  side.accounts.map((account) => keyOf(side.vehicle, account, currency, side.subject));

/**
 * The books of several vehicles as one, without what they owe and own among themselves (LG21). Only
 * pairs whose sides are equal and opposite are taken out, so the balances go on summing to nothing
 * in each currency, and what is taken out is proven by both books.
 */
export function consolidate(
  ledger: Ledger,
  vehicles: readonly string[],
  pairs: readonly GroupPair[],
): Consolidation {
  const examined = pairs.map((pair): Elimination => {
    const [first, second] = pair.sides.map((side) =>
      keysOf(pair, side).reduce((sum, key) => sum + (ledger.get(key) ?? 0n), 0n),
    );
    return { pair, minor: [first!, second!] };
  });
  const cancels = ({ minor: [first, second] }: Elimination): boolean => first + second === 0n;
  const eliminated = examined.filter(cancels);
  const gone = new Set(
    eliminated.flatMap(({ pair }) => pair.sides.flatMap((side) => keysOf(pair, side))),
  );
  const sums = new Map<string, ConsolidatedBalance>();
  for (const { vehicle, account, currency, subject, minor } of trialBalance(ledger)) {
    if (!vehicles.includes(vehicle)) continue;
    if (gone.has(keyOf(vehicle, account, currency, subject))) continue;
    const key = `${account}/${currency}`;
    const sum = sums.get(key)?.minor ?? 0n;
    sums.set(key, { account, currency, minor: sum + minor });
  }
  const balances = [...sums.entries()]
    .filter(([, { minor }]) => minor !== 0n)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    balances: balances.map(([, balance]) => balance),
    eliminated,
    differences: examined.filter((each) => !cancels(each)),
  };
}
