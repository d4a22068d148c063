import type { Json } from "../base/canonical.ts";
import { ok, type Result } from "../base/result.ts";
import type { BusinessCalendar, CalendarHorizonExceeded } from "../calendar/business-days.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import { CASH_SUBJECT } from "../fund/act-definition.ts";
import type { CheckInput } from "../fund/checks/check-outcome.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { postedTo } from "../fund/posted-days.ts";
import { businessCalendar } from "../governance/window.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import type { Posting } from "../ledger/journal.ts";
import {
  cashBreaks,
  matchCash,
  reconcileCash,
  type CashBreak,
  type CashItem,
  type CashMatching,
  type CashReconciliation,
} from "../ledger/bank-matching.ts";
import {
  bankAccounts,
  statementsOf,
  type BankAccount,
  type RecordedStatement,
} from "../ledger/bank-record.ts";

/** How one account at a bank stands to the book, through the last day that both speak of. */
export type BankReconciliation = {
  readonly account: BankAccount;
  /** The last statement's closing day. */
  readonly asOf: LocalDate;
  readonly matching: CashMatching;
  readonly proof: CashReconciliation;
  /** Statements with a gap before them, or with lines that do not add up. */
  readonly odd: readonly RecordedStatement[];
};

/** What the act behind an entry says that the bank will name the movement by. */
function referenceOf({ acts }: Recorded, journalId: string): string {
  const act = acts.get(journalId.slice(0, journalId.lastIndexOf("/")))?.act;
  const reference: Json | undefined = act?.body["bankReference"];
  return typeof reference === "string" ? reference : "";
}

/**
 * Whether a posting moves what the bank keeps: cash by the account's subject, and what is set aside
 * in escrow, which stays in the vehicle's main account whatever it is set aside for.
 */
export function isAtBank({ account, subject }: Posting, of: BankAccount): boolean {
  if (account === ACCOUNTS.escrowCash) return of.account === CASH_SUBJECT;
  return account === ACCOUNTS.cash && subject === of.account;
}

/** Movements of an account's money in the book through a day, one for each entry that moves it. */
function movementsOf(chronicle: Recorded, of: BankAccount, asOf: LocalDate): readonly CashItem[] {
  const booked = postedTo(chronicle, of.vehicle, [ACCOUNTS.cash, ACCOUNTS.escrowCash]);
  return booked.flatMap(({ journal: { id, effectiveDate: on, postings } }) => {
    if (on > asOf) return [];
    let minor = 0n;
    for (const posting of postings) {
      if (posting.currency === of.currency && isAtBank(posting, of)) minor += posting.minor;
    }
    if (minor === 0n) return [];
    return [{ id, on, currency: of.currency, minor, reference: referenceOf(chronicle, id) }];
  });
}

const linesOf = (statements: readonly RecordedStatement[]): readonly CashItem[] =>
  statements.flatMap(({ id, currency, lines }) =>
    lines.map(([, on, minor, reference], n) => ({
      id: `${id}#${n + 1}`,
      ...{ on, currency, minor, reference },
    })),
  );

function reconciled({ state, chronicle }: CheckInput, account: BankAccount): BankReconciliation {
  const statements = statementsOf(state.bank, account);
  const [first, last] = [statements[0]!, statements.at(-1)!];
  const asOf = last.closing.on;
  const booked = movementsOf(chronicle, account, asOf);
  // What was booked before the first statement is in its opening balance, on no line of the bank.
  // Banks date that balance by the day before or the day itself: of this day, what no line has is
  // in it. Were it not, the two balances would differ beside the statements.
  const begins = first.opening.on;
  const all = matchCash(
    linesOf(statements),
    booked.filter(({ on }) => on >= begins),
  );
  const matching = { ...all, bookOnly: all.bookOnly.filter(({ on }) => on > begins) };
  const book = booked.reduce((sum, { minor }) => sum + minor, 0n);
  const balances = { currency: account.currency, book, bank: last.closing.minor };
  const odd = statements.filter(
    ({ gap, unexplained }) => gap !== undefined || unexplained !== undefined,
  );
  return { account, asOf, matching, proof: reconcileCash(balances, matching), odd };
}

/** Every account of which the bank has sent a statement, in order, against the book (LG20). */
export function bankReconciliations(input: CheckInput): readonly BankReconciliation[] {
  return bankAccounts(input.state.bank).map((account) => reconciled(input, account));
}

/** A break with the account that it is of. */
export type AccountBreak = CashBreak & { readonly account: BankAccount };

/** The calendar in which money is called is the one in which it is waited for. */
function calendarOfCash(charter: Charter): BusinessCalendar | undefined {
  const { business } = charter.calendars;
  const { calendar } = charter.capital.callNotice;
  const name = Object.hasOwn(business, calendar) ? calendar : Object.keys(business)[0];
  return name === undefined ? undefined : businessCalendar(charter, name);
}

/**
 * The open items of every account, account by account and oldest first, aged to a day in business
 * days of the calendar by which the charter counts the notice of a call (LG20).
 */
export function agedBreaks(
  charter: Charter,
  reconciliations: readonly Pick<BankReconciliation, "account" | "matching">[],
  asOf: LocalDate,
): Result<readonly AccountBreak[], CalendarHorizonExceeded> {
  const calendar = calendarOfCash(charter);
  if (calendar === undefined) return ok([]);
  const all: AccountBreak[] = [];
  for (const { account, matching } of reconciliations) {
    const breaks = cashBreaks(matching, asOf, calendar);
    if (!breaks.ok) return breaks;
    all.push(...breaks.value.map((each) => ({ ...each, account })));
  }
  return ok(all);
}
