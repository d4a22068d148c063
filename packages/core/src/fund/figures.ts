import { assert } from "../base/assert.ts";
import type { AccountKind, Charter } from "../charter/charter.ts";
import { commitmentOf, undrawnOf, type Investment } from "../investments/state.ts";
import { balanceOf, trialBalance, type Ledger } from "../ledger/journal.ts";
import type { FundState } from "./state.ts";

/** Accounts that the acts of the fund post to (docs/spec/ledger.md, LG2). */
export const ACCOUNTS = {
  cash: "1010",
  investmentsAtCost: "1050",
  unrealisedOnInvestments: "1055",
  payableOnInvestments: "2010",
  distributionsPayable: "2030",
  subscriptionsInAdvance: "2130",
  paidInCapital: "3010",
  calledUnpaid: "3015",
  distributions: "3040",
  dividendIncome: "4010",
  interestIncome: "4020",
  unrealisedChange: "4050",
  unfundedCommitments: "9010",
  unfundedCommitmentsContra: "9019",
  investmentCommitments: "9040",
  investmentCommitmentsContra: "9049",
} as const;

/** The vehicle that the charter's distribution clause names: the fund itself. */
export function mainVehicle(charter: Charter): Charter["vehicles"][number] {
  const vehicle = charter.vehicles.find(({ id }) => id === charter.distribution.vehicle);
  assert(vehicle !== undefined, "an adopted charter names its distributing vehicle");
  return vehicle;
}

const kindOfAccount = (charter: Charter, code: string): AccountKind | undefined =>
  charter.accounts.find((account) => account.code === code)?.kind;

/** Sum of a vehicle's balances over accounts of the given kinds, minor units, debit positive. */
function sumOfKinds(
  state: { readonly charter: Charter; readonly ledger: Ledger },
  vehicle: string,
  kinds: readonly AccountKind[],
): bigint {
  let sum = 0n;
  for (const line of trialBalance(state.ledger)) {
    const kind = kindOfAccount(state.charter, line.account);
    if (line.vehicle === vehicle && kind !== undefined && kinds.includes(kind)) sum += line.minor;
  }
  return sum;
}

/** The figures of a vehicle's books, minor units of its currency; all as positive amounts. */
export type Figures = {
  readonly cash: bigint;
  readonly investmentsAtCost: bigint;
  readonly investmentsFairValue: bigint;
  readonly totalAssets: bigint;
  readonly payables: bigint;
  readonly netAssets: bigint;
  readonly unpaidCalls: bigint;
  readonly paidInCapital: bigint;
  readonly income: bigint;
  readonly unrealisedChange: bigint;
  readonly distributed: bigint;
  readonly unfundedCommitments: bigint;
  readonly investmentCommitments: bigint;
  /** Income received and not yet distributed. */
  readonly distributableIncome: bigint;
};

export function figuresOf(state: FundState, vehicleId: string): Figures {
  const vehicle = state.charter.vehicles.find(({ id }) => id === vehicleId);
  assert(vehicle !== undefined, `no vehicle ${vehicleId}`);
  const { currency } = vehicle;
  const of = (account: string): bigint =>
    balanceOf(state.ledger, { vehicle: vehicleId, account, currency });
  const cost = of(ACCOUNTS.investmentsAtCost);
  const income = -(of(ACCOUNTS.dividendIncome) + of(ACCOUNTS.interestIncome));
  const distributed = of(ACCOUNTS.distributions);
  const totalAssets = sumOfKinds(state, vehicleId, ["asset"]);
  const payables = -sumOfKinds(state, vehicleId, ["liability"]);
  return {
    cash: of(ACCOUNTS.cash),
    investmentsAtCost: cost,
    investmentsFairValue: cost + of(ACCOUNTS.unrealisedOnInvestments),
    totalAssets,
    payables,
    netAssets: totalAssets - payables,
    unpaidCalls: of(ACCOUNTS.calledUnpaid),
    paidInCapital: -of(ACCOUNTS.paidInCapital) - of(ACCOUNTS.calledUnpaid),
    income,
    unrealisedChange: -of(ACCOUNTS.unrealisedChange),
    distributed,
    unfundedCommitments: of(ACCOUNTS.unfundedCommitments),
    investmentCommitments: of(ACCOUNTS.investmentCommitments),
    distributableIncome: income - distributed,
  };
}

/** Cost plus undrawn commitment: the whole that the fund has put or promised into an investment. */
export function exposureTo(investment: Investment): bigint {
  if (investment.status === "recommended") return commitmentOf(investment);
  return investment.cost + undrawnOf(investment);
}
