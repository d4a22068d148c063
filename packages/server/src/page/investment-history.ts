import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Recorded } from "@jointfund/core/fund/chronicle.ts";
import { postedDays } from "@jointfund/core/fund/posted-days.ts";
import type { Investment } from "@jointfund/core/investments/state.ts";
import { ACCOUNTS, kindOfAccount } from "@jointfund/core/ledger/accounts.ts";
import {
  REALISED_ACCOUNTS,
  UNREALISED_ACCOUNTS,
} from "@jointfund/core/statements/account-groups.ts";
import { CLOSING } from "@jointfund/core/statements/period-book.ts";

/** An investment in the books of its vehicle at the end of a day, minor units of its currency. */
export type InvestmentPoint = {
  readonly on: LocalDate;
  readonly cost: bigint;
  readonly fairValue: bigint;
  /** Dividends, interest and incentives since its first day. */
  readonly income: bigint;
  /** Gains and losses that became final since its first day. */
  readonly realised: bigint;
};

type Amounts = Omit<InvestmentPoint, "on">;

const NONE: Amounts = { cost: 0n, fairValue: 0n, income: 0n, realised: 0n };

/** What a posting to an account changes; nothing where it is about none of the four. */
function changeBy(account: string, minor: bigint): Partial<Amounts> | undefined {
  if (account === ACCOUNTS.investmentsAtCost) return { cost: minor, fairValue: minor };
  if (account === ACCOUNTS.unrealisedOnInvestments) return { fairValue: minor };
  if (isOneOf(REALISED_ACCOUNTS, account)) return { realised: -minor };
  if (isOneOf(UNREALISED_ACCOUNTS, account)) return undefined;
  return kindOfAccount(account) === "income" ? { income: -minor } : undefined;
}

const isOneOf = (accounts: readonly string[], account: string): boolean =>
  accounts.includes(account);

const sum = (a: Amounts, b: Partial<Amounts>): Amounts => ({
  cost: a.cost + (b.cost ?? 0n),
  fairValue: a.fairValue + (b.fairValue ?? 0n),
  income: a.income + (b.income ?? 0n),
  realised: a.realised + (b.realised ?? 0n),
});

/**
 * Cost, fair value and what was earned of an investment, one point for each business day on which
 * one of them changed, in order; exact, and by the days that postings take effect on (H60).
 */
export function investmentHistory(
  chronicle: Recorded,
  { id, vehicle, currency }: Pick<Investment, "id" | "vehicle" | "currency">,
): readonly InvestmentPoint[] {
  const byDay = new Map<LocalDate, Amounts>();
  for (const { on, actType, lines } of postedDays(chronicle, vehicle)) {
    // The close of a period takes income through to earnings; it was earned all the same.
    if (actType === CLOSING) continue;
    for (const { account, subject, currency: of, minor } of lines) {
      if (subject !== id || of !== currency) continue;
      const change = changeBy(account, minor);
      if (change === undefined) continue;
      byDay.set(on, sum(byDay.get(on) ?? NONE, change));
    }
  }
  let held = NONE;
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, change]) => ({ on, ...(held = sum(held, change)) }));
}
