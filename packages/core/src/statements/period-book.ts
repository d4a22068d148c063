import type { LocalDate } from "../calendar/date.ts";
import type { PostedEntry, Recorded } from "../fund/chronicle.ts";
import {
  actTypeOf,
  postedTo,
  postedWithin,
  type PostedDay,
  type PostedLine,
} from "../fund/posted-days.ts";
import type { JournalEntry, Posting } from "../ledger/journal.ts";
import { dayBefore, type StatementPeriod } from "./period.ts";

/** Which postings a figure is made of, and how they add up. */
export type PostingSelection = {
  readonly accounts: readonly string[];
  /** The party, investment or payee; every one of them if absent. */
  readonly subject?: string;
  /** Functional currency if absent. */
  readonly currency?: string;
  /**
   * All up to the period's opening or end, those of the period, or of these the debits or credits;
   * or what no posting makes, but the change of rates of exchange in a translated book [ST71].
   */
  readonly of: "opening" | "closing" | "movement" | "debits" | "credits" | "exchange";
  /** What a debit counts as: 1 for assets and what was spent, -1 for what was owed or earned. */
  readonly sign: 1n | -1n;
};

/** What went through one account for one subject in one currency; debit positive, credits too. */
export type Turnover = {
  readonly account: string;
  readonly subject: string;
  readonly currency: string;
  readonly opening: bigint;
  readonly debits: bigint;
  readonly credits: bigint;
  /** How many postings these are. */
  readonly postings: number;
  /** Of a translated book: what rates of exchange changed in the period, and what before [ST71]. */
  readonly exchange?: bigint;
  readonly exchangeBefore?: bigint;
};

export const closingOf = ({ opening, debits, credits, exchange = 0n }: Turnover): bigint =>
  opening + debits - credits + exchange;

/**
 * One vehicle's book over a period, by effective date. The closing of a period, which moves income
 * and distributions to retained earnings, is left out: statements show both under their own names
 * however often books were closed [ST21].
 */
export class PeriodBook {
  readonly vehicle: string;
  /** Functional currency of the book. */
  readonly currency: string;
  readonly period: StatementPeriod;
  readonly turnovers: readonly Turnover[];

  constructor(
    chronicle: Pick<Recorded, "postings" | "acts">,
    of: { readonly vehicle: string; readonly currency: string; readonly period: StatementPeriod },
  ) {
    this.vehicle = of.vehicle;
    this.currency = of.currency;
    this.period = of.period;
    const sums = new Map<string, RunningTurnover>();
    for (const { on, lines } of postedUpTo(chronicle, of.vehicle, of.period)) {
      for (const line of lines) addPosting(sums, line, on, of.period);
    }
    this.turnovers = [...sums.values()].toSorted(inOrder);
  }

  /** The figure that a selection makes, minor units. */
  sum(selection: PostingSelection): bigint {
    return sumOf(this.turnovers, selection, this.currency);
  }

  /** Subjects that have any turnover or balance under the accounts, in order. */
  subjects(accounts: readonly string[]): readonly string[] {
    return subjectsOf(this.turnovers, accounts);
  }

  /** The journal entries that a figure is made of, each with its part. */
  parts(
    chronicle: Pick<Recorded, "postings" | "acts">,
    selection: PostingSelection,
  ): readonly PostedPart[] {
    return partsOf(chronicle, this, selection, ({ minor }) => minor);
  }
}

/** A journal entry and what of a figure it makes. */
export type PostedPart = { readonly posted: PostedEntry; readonly minor: bigint };

/**
 * The journal entries that a figure of a book is made of; `worth` is what a posting counts, minor
 * units.
 */
export function partsOf(
  chronicle: Pick<Recorded, "postings" | "acts">,
  book: Pick<PeriodBook, "vehicle" | "currency" | "period">,
  selection: PostingSelection,
  worth: (posting: Posting, on: LocalDate) => bigint,
): readonly PostedPart[] {
  const parts: PostedPart[] = [];
  for (const posted of chronicle.postings) {
    const { journal } = posted;
    if (journal.vehicle !== book.vehicle || isClosing(chronicle, journal)) continue;
    if (!isInSpan(selection.of, journal.effectiveDate, book.period)) continue;
    let minor = 0n;
    for (const posting of journal.postings) {
      if (selects(selection, posting, book.currency) && isOnSide(selection.of, posting)) {
        minor += selection.sign * worth(posting, journal.effectiveDate);
      }
    }
    if (minor !== 0n) parts.push({ posted, minor });
  }
  return parts;
}

/**
 * What was posted to a book up to a period's end, but for what closed its periods: days together as
 * they lie, those before the period apart from its own.
 */
export function* postedUpTo(
  chronicle: Pick<Recorded, "postings" | "acts">,
  vehicle: string,
  period: StatementPeriod,
): Generator<PostedDay> {
  const eve = dayBefore(period);
  for (const span of [...(eve === undefined ? [] : [{ to: eve }]), period]) {
    for (const day of postedWithin(chronicle, vehicle, span)) {
      if (day.actType !== CLOSING) yield day;
    }
  }
}

/** The figure that a selection makes of turnovers, minor units. */
export function sumOf(
  turnovers: readonly Turnover[],
  selection: PostingSelection,
  functional: string,
): bigint {
  let sum = 0n;
  for (const turnover of turnovers) {
    if (selects(selection, turnover, functional)) sum += measureOf(turnover, selection.of);
  }
  return selection.sign * sum;
}

/** Subjects that have any turnover or balance under the accounts, in order. */
export function subjectsOf(
  turnovers: readonly Turnover[],
  accounts: readonly string[],
): readonly string[] {
  const found = new Set<string>();
  for (const { account, subject } of turnovers) if (accounts.includes(account)) found.add(subject);
  return [...found].toSorted((a, b) => (a < b ? -1 : 1));
}

/** The act that closes a period: it moves what was earned to retained earnings (LG25). */
export const CLOSING = "period.close";

/** Whether an entry closes a period. */
export function isClosing(chronicle: Pick<Recorded, "acts">, journal: JournalEntry): boolean {
  return actTypeOf(chronicle, journal) === CLOSING;
}

/**
 * The journal entries of a book's period that post to one of some accounts, but for closings, in
 * the order of the log.
 */
export function entriesOfPeriod(
  chronicle: Pick<Recorded, "postings" | "acts">,
  { vehicle, period: { from, to } }: Pick<PeriodBook, "vehicle" | "period">,
  accounts: readonly string[],
): readonly PostedEntry[] {
  return postedTo(chronicle, vehicle, accounts).filter(
    ({ journal }) =>
      from <= journal.effectiveDate &&
      journal.effectiveDate <= to &&
      !isClosing(chronicle, journal),
  );
}

/** A turnover while it is added up. */
export type RunningTurnover = Turnover & {
  opening: bigint;
  debits: bigint;
  credits: bigint;
  postings: number;
};

/** Adds a posting of a day, or some alike, to the turnover of its account, subject and currency. */
export function addPosting(
  sums: Map<string, RunningTurnover>,
  line: Posting & Partial<PostedLine>,
  on: LocalDate,
  period: StatementPeriod,
): void {
  const { account, subject, currency, minor, name, postings = 1 } = line;
  const key = name ?? `${account}/${currency}/${subject}`;
  let turnover = sums.get(key);
  if (turnover === undefined) {
    const of = { account, subject, currency };
    turnover = { ...of, opening: 0n, debits: 0n, credits: 0n, postings: 0 };
    sums.set(key, turnover);
  }
  if (on < period.from) turnover.opening += minor;
  else if (minor > 0n) turnover.debits += minor;
  else turnover.credits -= minor;
  turnover.postings += postings;
}

export function inOrder(a: Turnover, b: Turnover): number {
  for (const field of ["account", "currency", "subject"] as const) {
    if (a[field] !== b[field]) return a[field] < b[field] ? -1 : 1;
  }
  return 0;
}

function selects(
  { accounts, subject, currency }: PostingSelection,
  of: Pick<Turnover, "account" | "subject" | "currency">,
  functional: string,
): boolean {
  return (
    accounts.includes(of.account) &&
    (subject === undefined || of.subject === subject) &&
    of.currency === (currency ?? functional)
  );
}

export function measureOf(turnover: Turnover, of: PostingSelection["of"]): bigint {
  switch (of) {
    case "opening":
      return turnover.opening;
    case "closing":
      return closingOf(turnover);
    case "movement":
      return turnover.debits - turnover.credits;
    case "debits":
      return turnover.debits;
    case "credits":
      return -turnover.credits;
    case "exchange":
      return turnover.exchange ?? 0n;
  }
}

function isInSpan(of: PostingSelection["of"], on: LocalDate, period: StatementPeriod): boolean {
  if (of === "opening") return on < period.from;
  if (of === "closing") return on <= period.to;
  if (of === "exchange") return false;
  return period.from <= on && on <= period.to;
}

function isOnSide(of: PostingSelection["of"], { minor }: Posting): boolean {
  if (of === "debits") return minor > 0n;
  if (of === "credits") return minor < 0n;
  return true;
}
