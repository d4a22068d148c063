import { assert } from "../base/assert.ts";
import type { AccountKind } from "../charter/charter.ts";

/**
 * Accounts that the acts of the fund post to, in every vehicle's book (docs/spec/ledger.md, LG2).
 * The first digit says the kind: 1 assets, 2 liabilities, 3 capital, 4 income, 5 expenses, 9 memo
 * accounts in pairs, the second of a pair ending in 9.
 */
export const ACCOUNTS = {
  cash: "1010",
  escrowCash: "1020",
  investmentsAtCost: "1050",
  unrealisedOnInvestments: "1055",
  incomeReceivable: "1060",
  subscriptionsReceivable: "1065",
  receivableForSales: "1070",
  clawbackDue: "1075",
  hedgesAtFairValue: "1085",
  currencyPosition: "1090",
  unrealisedOnCurrencyPosition: "1095",
  payableOnInvestments: "2010",
  redemptionsPayable: "2020",
  distributionsPayable: "2030",
  feesPayable: "2050",
  feeRebatesPayable: "2055",
  expensesPayable: "2060",
  capitalReturnable: "2070",
  subscriptionLine: "2080",
  navFacility: "2085",
  bonds: "2090",
  interestPayable: "2095",
  projectDebt: "2097",
  awardsPayable: "2110",
  subscriptionsInAdvance: "2130",
  unclaimed: "2140",
  paidInCapital: "3010",
  calledUnpaid: "3015",
  redeemedCapital: "3020",
  distributableEarnings: "3030",
  distributions: "3040",
  distributionsOfGains: "3042",
  returnsOfCapital: "3044",
  reserves: "3060",
  carriedInterest: "3070",
  dividendIncome: "4010",
  interestIncome: "4020",
  otherIncome: "4030",
  realisedOnInvestments: "4040",
  unrealisedChange: "4050",
  realisedFx: "4060",
  unrealisedFx: "4065",
  hedgeResult: "4070",
  incentives: "4080",
  fees: "5010",
  expenses: "5020",
  interestExpense: "5030",
  facilityFees: "5040",
  taxExpense: "5090",
  unfundedCommitments: "9010",
  unfundedCommitmentsContra: "9019",
  recallableCapital: "9020",
  recallableCapitalContra: "9029",
  guarantees: "9030",
  guaranteesContra: "9039",
  investmentCommitments: "9040",
  investmentCommitmentsContra: "9049",
  recoupment: "9050",
  recoupmentContra: "9059",
  preferredReturn: "9060",
  preferredReturnContra: "9069",
  undrawnFacilities: "9070",
  undrawnFacilitiesContra: "9079",
  classResults: "9080",
  classResultsContra: "9089",
  claims: "9090",
  claimsContra: "9099",
} as const;

/** What is distributed, by character: income, realised gains, return of capital. */
export const DISTRIBUTION_ACCOUNTS = [
  ACCOUNTS.distributions,
  ACCOUNTS.distributionsOfGains,
  ACCOUNTS.returnsOfCapital,
] as const;

/** Accounts of what is borrowed. */
export const DEBT_ACCOUNTS: readonly string[] = [
  ACCOUNTS.subscriptionLine,
  ACCOUNTS.navFacility,
  ACCOUNTS.bonds,
  ACCOUNTS.projectDebt,
];

/** Each memo account beside its contra account. */
export const MEMO_PAIRS: readonly (readonly [account: string, contra: string])[] = [
  [ACCOUNTS.unfundedCommitments, ACCOUNTS.unfundedCommitmentsContra],
  [ACCOUNTS.recallableCapital, ACCOUNTS.recallableCapitalContra],
  [ACCOUNTS.guarantees, ACCOUNTS.guaranteesContra],
  [ACCOUNTS.investmentCommitments, ACCOUNTS.investmentCommitmentsContra],
  [ACCOUNTS.recoupment, ACCOUNTS.recoupmentContra],
  [ACCOUNTS.preferredReturn, ACCOUNTS.preferredReturnContra],
  [ACCOUNTS.undrawnFacilities, ACCOUNTS.undrawnFacilitiesContra],
  [ACCOUNTS.classResults, ACCOUNTS.classResultsContra],
  [ACCOUNTS.claims, ACCOUNTS.claimsContra],
];

const KIND_BY_DIGIT: ReadonlyMap<string, AccountKind> = new Map([
  ["1", "asset"],
  ["2", "liability"],
  ["3", "equity"],
  ["4", "income"],
  ["5", "expense"],
  ["9", "memo"],
]);

/** The kind of an account by the first digit of its code. */
export function kindOfAccount(code: string): AccountKind {
  const kind = KIND_BY_DIGIT.get(code.charAt(0));
  assert(kind !== undefined, `no kind of account starts like ${code}`);
  return kind;
}
