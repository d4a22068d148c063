import { ACCOUNTS } from "@jointfund/core/ledger/accounts.ts";
import {
  FAIR_VALUE_ACCOUNTS,
  REALISED_ACCOUNTS,
  UNREALISED_ACCOUNTS,
} from "@jointfund/core/statements/account-groups.ts";
import type { Schemas } from "../../../api/client.ts";
import { useApi } from "../../../api/use-api.ts";
import type { PostedOf } from "../../../elements/posted-figure.tsx";

/** Amounts of an investment that postings to accounts of its vehicle's book add up to. */
export type InvestmentAmount =
  | "fairValue"
  | "cost"
  | "unrealised"
  | "undrawn"
  | "income"
  | "realised";

type Of = Pick<Schemas["Investment"], "id" | "vehicle" | "currency">;

/** Which postings make an amount of an investment (H60). */
export function usePostedOf(): (it: Of, amount: InvestmentAmount) => PostedOf {
  const { charter } = useApi("/api/v1/charter", {});
  const apart: readonly string[] = [...REALISED_ACCOUNTS, ...UNREALISED_ACCOUNTS];
  const income = charter.accounts
    .filter(({ kind, code }) => kind === "income" && !apart.includes(code))
    .map(({ code }) => code);
  const accounts: { readonly [amount in InvestmentAmount]: readonly string[] } = {
    fairValue: FAIR_VALUE_ACCOUNTS,
    cost: [ACCOUNTS.investmentsAtCost],
    unrealised: [ACCOUNTS.unrealisedOnInvestments],
    undrawn: [ACCOUNTS.investmentCommitments],
    income,
    realised: REALISED_ACCOUNTS,
  };
  return ({ id, vehicle, currency }, amount) => ({
    ...{ vehicle, currency, subject: id, accounts: accounts[amount] },
    ...(amount === "income" || amount === "realised" ? { isCredit: true } : {}),
  });
}
