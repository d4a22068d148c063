import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import { ACCOUNTS } from "./accounts.ts";
import type { LedgerEvent, Posting } from "./journal.ts";

/**
 * Accounts without a sub-ledger: no statement, register, payment or schedule stands behind their
 * balances, so a correction can move between them without making another record wrong.
 */
export const FREE_ACCOUNTS: readonly string[] = [
  ACCOUNTS.dividendIncome,
  ACCOUNTS.interestIncome,
  ACCOUNTS.otherIncome,
  ACCOUNTS.incentives,
  ACCOUNTS.fees,
  ACCOUNTS.expenses,
  ACCOUNTS.interestExpense,
  ACCOUNTS.facilityFees,
  ACCOUNTS.taxExpense,
];

/** The legs of an entry that a correction may turn back, as they were corrected last. */
export type CorrectableEntry = {
  readonly vehicle: string;
  readonly postings: readonly Posting[];
};

export type CorrectionEvent = {
  readonly kind: "entryCorrected";
  readonly entry: string;
  /** The entry that turned it back and put it right. */
  readonly by: string;
  /** What it comes to now. */
  readonly postings: readonly Posting[];
};

/** Entries with a leg on an account without a sub-ledger, by id. */
export type Corrections = PersistentMap<CorrectableEntry>;

export const noCorrections: Corrections = PersistentMap.empty;

export function evolveCorrections(
  corrections: Corrections,
  event: LedgerEvent | CorrectionEvent,
): Corrections {
  if (event.kind === "entryCorrected") {
    const { entry: id, by, postings: right } = event;
    const corrected = corrections.get(id);
    assert(corrected !== undefined, `entry ${id} cannot be corrected`);
    // A correction is corrected by correcting the entry that it was of.
    return corrections.delete(by).set(id, { ...corrected, postings: right });
  }
  const { id, vehicle, postings } = event.entry;
  // What closed a period turned balances back as they were: the wrong one is the entry before.
  if (postings.some(({ account }) => account === ACCOUNTS.distributableEarnings)) {
    return corrections;
  }
  const free = postings.filter(({ account }) => FREE_ACCOUNTS.includes(account));
  return free.length === 0 ? corrections : corrections.set(id, { vehicle, postings: free });
}

/** The legs turned back and put right; of one account, subject and currency they become one. */
export function correctingPostings(
  wrong: readonly Posting[],
  right: readonly Posting[],
): readonly Posting[] {
  const sums = new Map<string, Posting>();
  const turned = wrong.map((posting) => ({ ...posting, minor: -posting.minor }));
  for (const posting of [...turned, ...right]) {
    const key = `${posting.account}/${posting.currency}/${posting.subject}`;
    sums.set(key, { ...posting, minor: posting.minor + (sums.get(key)?.minor ?? 0n) });
  }
  return [...sums.values()].filter(({ minor }) => minor !== 0n);
}

/** Whether two sets of postings come to the same in each currency. */
export function comeToTheSame(one: readonly Posting[], other: readonly Posting[]): boolean {
  const sums = new Map<string, bigint>();
  for (const { currency, minor } of one) sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  for (const { currency, minor } of other) sums.set(currency, (sums.get(currency) ?? 0n) - minor);
  return [...sums.values()].every((sum) => sum === 0n);
}
