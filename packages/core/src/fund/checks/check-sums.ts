import { trialBalance, type Ledger } from "../../ledger/journal.ts";
import type { Comparison } from "./check-outcome.ts";

/** Sums of minor units by a key of the caller's making. */
export class Sums {
  readonly #sums = new Map<string, bigint>();

  add(key: string, minor: bigint): void {
    this.#sums.set(key, (this.#sums.get(key) ?? 0n) + minor);
  }

  of(key: string): bigint {
    return this.#sums.get(key) ?? 0n;
  }

  get entries(): Iterable<readonly [key: string, minor: bigint]> {
    return this.#sums;
  }

  /** Every key of this or another sum, in order. */
  keysWith(other: Sums): readonly string[] {
    const keys = new Set([...this.#sums.keys(), ...other.#sums.keys()]);
    return [...keys].sort((a, b) => (a < b ? -1 : 1));
  }
}

/** Compares two sums key by key; a key that one lacks counts as nothing there. */
export function compareSums(compare: Comparison, of: string, actual: Sums, required: Sums): void {
  for (const key of actual.keysWith(required)) {
    compare.same(`${of} ${key}`, actual.of(key), required.of(key));
  }
}

/** Balances of an account by "<vehicle> <subject> <currency>", those of some vehicles left out. */
export function balances(
  ledger: Ledger,
  account: string,
  without: ReadonlySet<string> = new Set(),
): Sums {
  const sums = new Sums();
  for (const line of trialBalance(ledger)) {
    if (line.account === account && !without.has(line.vehicle)) {
      sums.add(`${line.vehicle} ${line.subject} ${line.currency}`, line.minor);
    }
  }
  return sums;
}

/** The same amounts with the other sign. */
export function negated(sums: Sums): Sums {
  const result = new Sums();
  for (const key of sums.keysWith(new Sums())) result.add(key, -sums.of(key));
  return result;
}
