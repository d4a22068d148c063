import type { CapTable, Overrun } from "../../src/investments/cap-table.ts";

/** A fraction as a pair that is never reduced: the oracle shares no arithmetic with the core. */
export type Fraction = readonly [bigint, bigint];

const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const isSame = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b;

/**
 * Pays an overrun one minor unit at a time: a unit in the window counts while the payer's right is
 * not used up, a later one while the whole is not. Amounts must be small.
 */
function unitByUnit(overrun: Overrun): Map<string, Fraction> {
  const right = new Map(overrun.rights.map(({ holder, minor }) => [holder, minor]));
  const inWindow = new Map<string, bigint>();
  for (const { holder, minor, on } of overrun.contributions) {
    for (let unit = 0n; unit < minor && on <= overrun.until; unit++) {
      const paid = inWindow.get(holder) ?? 0n;
      if (paid < (right.get(holder) ?? 0n)) inWindow.set(holder, paid + 1n);
    }
  }
  const counted = new Map<string, Fraction>();
  let total: Fraction = [0n, 1n];
  for (const { holder, share, minor } of overrun.rights) {
    const paid = inWindow.get(holder) ?? 0n;
    const counts: Fraction = paid < minor ? [paid, 1n] : [share.num * overrun.minor, share.den];
    counted.set(holder, counts);
    total = plus(total, counts);
  }
  for (const { holder, minor, on } of overrun.contributions) {
    for (let unit = 0n; unit < minor && on > overrun.until; unit++) {
      // A whole unit counts, or the fraction of one that is left at the end.
      const left: Fraction = [overrun.minor * total[1] - total[0], total[1]];
      if (left[0] === 0n) break;
      const counts: Fraction = left[0] >= left[1] ? [1n, 1n] : left;
      counted.set(holder, plus(counted.get(holder) ?? [0n, 1n], counts));
      total = plus(total, counts);
    }
  }
  return counted;
}

/** Each holder's share of the equity, none of those with nothing; overruns are all settled. */
export function naiveShares({ stakes, overruns }: CapTable): Map<string, Fraction> {
  const counted = new Map<string, Fraction>();
  const add = (holder: string, amount: Fraction): void => {
    counted.set(holder, plus(counted.get(holder) ?? [0n, 1n], amount));
  };
  for (const stake of stakes.filter(({ instrument }) => instrument === "equity")) {
    for (let unit = 0n; unit < stake.funded && unit < stake.committed; unit++) {
      add(stake.holder, [1n, 1n]);
    }
  }
  for (const overrun of overruns) {
    const weight: Fraction = [overrun.weight.num, overrun.weight.den];
    for (const [holder, amount] of unitByUnit(overrun)) add(holder, times(amount, weight));
  }
  let total: Fraction = [0n, 1n];
  for (const amount of counted.values()) total = plus(total, amount);
  const shares = new Map<string, Fraction>();
  for (const [holder, amount] of counted) {
    if (amount[0] !== 0n) shares.set(holder, times(amount, [total[1], total[0]]));
  }
  return shares;
}
