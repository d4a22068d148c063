import type { AccountKind, Charter } from "../charter/charter.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";

/** Investments at fair value are two accounts: what they cost, and what is above or below it. */
export const FAIR_VALUE_ACCOUNTS = [
  ACCOUNTS.investmentsAtCost,
  ACCOUNTS.unrealisedOnInvestments,
] as const;

export const CASH_ACCOUNTS = [ACCOUNTS.cash, ACCOUNTS.escrowCash] as const;

/** What is held net in other currencies, at the last fixing (LG16). */
export const POSITION_ACCOUNTS = [
  ACCOUNTS.currencyPosition,
  ACCOUNTS.unrealisedOnCurrencyPosition,
] as const;

/** Gains that became money; all other income that is not unrealised is investment income. */
export const REALISED_ACCOUNTS = [ACCOUNTS.realisedOnInvestments, ACCOUNTS.realisedFx] as const;

export const UNREALISED_ACCOUNTS = [
  ACCOUNTS.unrealisedChange,
  ACCOUNTS.unrealisedFx,
  ACCOUNTS.hedgeResult,
] as const;

/** Contributions stand net of what is called and not paid: that is no asset (LG5). */
export const PAID_IN_ACCOUNTS = [ACCOUNTS.paidInCapital, ACCOUNTS.calledUnpaid] as const;

/**
 * Where a translated book keeps what came of translating it, in place of the code of an account: no
 * charter has it, and no act posts to it [ST71]. Memo accounts balance among themselves.
 */
export const TRANSLATION = { book: "translation", memo: "9-translation" } as const;

/** Codes of the charter's accounts of some kinds. */
export function codesOf(charter: Charter, ...kinds: readonly AccountKind[]): readonly string[] {
  return charter.accounts.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code);
}

/** The charter's name of an account. */
export function nameOf(charter: Charter, code: string) {
  return charter.accounts.find((account) => account.code === code)?.name ?? {};
}
