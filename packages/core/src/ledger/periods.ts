import { PersistentMap } from "../base/persistent-map.ts";
import { addDays, endOfMonth, type LocalDate } from "../calendar/date.ts";
import { assert } from "../base/assert.ts";
import { ACCOUNTS, kindOfAccount } from "./accounts.ts";
import {
  balanceOf,
  type BalanceQuery,
  type JournalEntry,
  type Ledger,
  type LedgerEvent,
  type Posting,
} from "./journal.ts";

/** How far each book is closed, and what its nominal accounts hold since. */
export type Periods = {
  /** Last day of the last closed period, by vehicle. */
  readonly closed: PersistentMap<LocalDate>;
  /**
   * Income and expenses of open periods by "<vehicle>/<month>/<account>/<currency>/<subject>": what
   * a close takes to distributable earnings, whatever was posted for later months since.
   */
  readonly nominal: PersistentMap<bigint>;
};

export type PeriodEvent = {
  readonly kind: "periodClosed";
  readonly vehicle: string;
  readonly through: LocalDate;
};

export const noPeriods: Periods = { closed: PersistentMap.empty, nominal: PersistentMap.empty };

const monthOf = (date: LocalDate): string => date.slice(0, 7);

export const isPeriodEnd = (date: LocalDate): boolean => endOfMonth(date) === date;

/** Whether a close takes the account's balance to distributable earnings. */
export const isNominal = (account: string): boolean => {
  const kind = kindOfAccount(account);
  return kind === "income" || kind === "expense";
};

export function evolvePeriods(periods: Periods, event: LedgerEvent | PeriodEvent): Periods {
  if (event.kind === "posted") return { ...periods, nominal: counted(periods, event.entry) };
  const { vehicle, through } = event;
  let { nominal } = periods;
  for (const [key] of periods.nominal.range(`${vehicle}/`)) {
    if (key.slice(vehicle.length + 1, vehicle.length + 8) <= monthOf(through)) {
      nominal = nominal.delete(key);
    }
  }
  return { closed: periods.closed.set(vehicle, through), nominal };
}

function counted({ nominal }: Periods, entry: JournalEntry): PersistentMap<bigint> {
  let next = nominal;
  for (const { account, currency, subject, minor } of entry.postings) {
    if (!isNominal(account)) continue;
    const month = monthOf(entry.effectiveDate);
    const key = `${entry.vehicle}/${month}/${account}/${currency}/${subject}`;
    const sum = (next.get(key) ?? 0n) + minor;
    next = sum === 0n ? next.delete(key) : next.set(key, sum);
  }
  return next;
}

/**
 * The postings that close a vehicle's nominal accounts through a day: each balance is turned back
 * and taken to 3030 distributable earnings, whose subject is the nominal account with its subject,
 * so that what was earned, how and on what can be told for all of the fund's life (LG25).
 */
export function closingPostings(
  { nominal }: Periods,
  vehicle: string,
  through: LocalDate,
): readonly Posting[] {
  const balances = new Map<string, Posting>();
  const earnings = new Map<string, Posting>();
  const add = (to: Map<string, Posting>, posting: Posting): void => {
    const key = `${posting.account}/${posting.currency}/${posting.subject}`;
    to.set(key, { ...posting, minor: posting.minor + (to.get(key)?.minor ?? 0n) });
  };
  for (const [key, minor] of nominal.range(`${vehicle}/`)) {
    const [month, account, currency, ...rest] = key.slice(vehicle.length + 1).split("/");
    assert(account !== undefined && currency !== undefined, `nominal ${key} has too few parts`);
    if (month! > monthOf(through)) continue;
    const subject = rest.join("/");
    add(balances, { account, subject, currency, minor: -minor });
    const earned = { account: ACCOUNTS.distributableEarnings, currency, minor };
    add(earnings, { ...earned, subject: closedSubject(account, subject) });
  }
  return [...balances.values(), ...earnings.values()].filter(({ minor }) => minor !== 0n);
}

/** The subject by which 3030 keeps what closes took from a nominal account. */
const closedSubject = (account: string, subject: string): string =>
  subject === "" ? account : `${account}/${subject}`;

/**
 * Balance of a nominal account over all of the fund's life: what stands on it, and what closes have
 * taken from it; minor units, debit positive.
 */
export function lifetimeBalance(ledger: Ledger, query: BalanceQuery): bigint {
  const { vehicle, account, currency, subject } = query;
  const closed = `${vehicle}/${ACCOUNTS.distributableEarnings}/${currency}/`;
  let sum = balanceOf(ledger, query);
  if (subject !== undefined) {
    return sum + (ledger.get(closed + closedSubject(account, subject)) ?? 0n);
  }
  for (const [, minor] of ledger.range(closed + account)) sum += minor;
  return sum;
}

/** The first day that is open in a vehicle's book, or undefined while no period is closed. */
export function firstOpenDay({ closed }: Periods, vehicle: string): LocalDate | undefined {
  const through = closed.get(vehicle);
  if (through === undefined) return undefined;
  const next = addDays(through, 1);
  assert(next.ok, "a closed period has a day after it");
  return next.value;
}
