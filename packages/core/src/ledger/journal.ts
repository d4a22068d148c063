import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

/**
 * One line of a journal entry, in minor units of its currency: a debit is positive, a credit
 * negative. The subject is the party, investment or payee that the account is kept by, or "".
 */
export type Posting = {
  readonly account: string;
  readonly subject: string;
  readonly currency: string;
  readonly minor: bigint;
};

/** A balanced set of postings in the book of one vehicle. */
export type JournalEntry = {
  /** "<act id>/<n>": the act that caused it, and its place among the act's entries. */
  readonly id: string;
  readonly vehicle: string;
  readonly effectiveDate: LocalDate;
  readonly postings: readonly Posting[];
};

export type LedgerEvent = { readonly kind: "posted"; readonly entry: JournalEntry };

/** Balances by "<vehicle>/<account>/<currency>/<subject>", in minor units, debit positive. */
export type Ledger = PersistentMap<bigint>;

export const emptyLedger: Ledger = PersistentMap.empty;

/**
 * Accounts from 9000 on are memo accounts: they balance among themselves and are in no statement.
 */
export const isMemoAccount = (account: string): boolean => account.startsWith("9");

/** Entries that nobody may post: a bug in the act that made them, never a user's mistake (LG1). */
function assertBalanced(entry: JournalEntry): void {
  assert(entry.postings.length > 1, `journal entry ${entry.id} has fewer than two postings`);
  const sums = new Map<string, bigint>();
  for (const { account, currency, minor } of entry.postings) {
    assert(minor !== 0n, `journal entry ${entry.id} posts nothing to ${account}`);
    const book = `${isMemoAccount(account) ? "memo" : "book"} ${currency}`;
    sums.set(book, (sums.get(book) ?? 0n) + minor);
  }
  for (const [book, sum] of sums) {
    assert(sum === 0n, `journal entry ${entry.id} is out of balance in ${book} by ${sum}`);
  }
}

/**
 * Sums of the balances of each version of a ledger by "<vehicle>/<account>/<currency>". They are
 * derived and never in the state; `post` carries them on, so that reading one does not add up the
 * whole book again.
 */
const sumsByLedger = new WeakMap<Ledger, PersistentMap<bigint>>();

function withSum(sums: PersistentMap<bigint>, key: string, minor: bigint): PersistentMap<bigint> {
  const sum = (sums.get(key) ?? 0n) + minor;
  return sum === 0n ? sums.delete(key) : sums.set(key, sum);
}

/** Sums over subjects by "<vehicle>/<account>/<currency>", minor units, none of nothing. */
function accountSums(ledger: Ledger): PersistentMap<bigint> {
  const known = sumsByLedger.get(ledger);
  if (known !== undefined) return known;
  let sums: PersistentMap<bigint> = PersistentMap.empty;
  for (const { vehicle, account, currency, minor } of trialBalance(ledger)) {
    sums = withSum(sums, `${vehicle}/${account}/${currency}`, minor);
  }
  sumsByLedger.set(ledger, sums);
  return sums;
}

/** The ledger after an entry. Each entry balances per currency, memo accounts among themselves. */
export function post(ledger: Ledger, entry: JournalEntry): Ledger {
  assertBalanced(entry);
  let [next, sums] = [ledger, accountSums(ledger)];
  for (const { account, subject, currency, minor } of entry.postings) {
    const key = `${entry.vehicle}/${account}/${currency}`;
    next = withSum(next, `${key}/${subject}`, minor);
    sums = withSum(sums, key, minor);
  }
  sumsByLedger.set(next, sums);
  return next;
}

/** Which balances to add up; all subjects unless one is named. */
export type BalanceQuery = {
  readonly vehicle: string;
  readonly account: string;
  readonly currency: string;
  readonly subject?: string;
};

/** Balance in minor units, debit positive. */
export function balanceOf(ledger: Ledger, query: BalanceQuery): bigint {
  const key = `${query.vehicle}/${query.account}/${query.currency}`;
  if (query.subject === undefined) return accountSums(ledger).get(key) ?? 0n;
  return ledger.get(`${key}/${query.subject}`) ?? 0n;
}

/** Balance of an account in one currency, over all its subjects. */
export type AccountBalance = {
  readonly account: string;
  readonly currency: string;
  readonly minor: bigint;
};

/** A vehicle's balances that are not zero, by account and currency, in that order. */
export function accountBalances(ledger: Ledger, vehicle: string): readonly AccountBalance[] {
  const balances: AccountBalance[] = [];
  for (const [key, minor] of accountSums(ledger).range(`${vehicle}/`)) {
    const [, account, currency] = key.split("/");
    assert(account !== undefined && currency !== undefined, `sum ${key} has too few parts`);
    balances.push({ account, currency, minor });
  }
  return balances;
}

export type TrialBalanceLine = {
  readonly vehicle: string;
  readonly account: string;
  readonly currency: string;
  readonly subject: string;
  readonly minor: bigint;
};

/** Every balance that is not zero, ordered by vehicle, account, currency and subject. */
export function trialBalance(ledger: Ledger): readonly TrialBalanceLine[] {
  const lines: TrialBalanceLine[] = [];
  for (const [key, minor] of ledger) {
    const [vehicle, account, currency, ...rest] = key.split("/");
    assert(
      vehicle !== undefined && account !== undefined && currency !== undefined,
      `ledger key ${key} has too few parts`,
    );
    lines.push({ vehicle, account, currency, subject: rest.join("/"), minor });
  }
  return lines;
}
