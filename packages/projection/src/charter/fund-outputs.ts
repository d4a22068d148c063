/**
 * What a fund's program tells of each path at the end of each step. Amounts are in minor units of
 * the main vehicle's currency. A name with a colon is one output for each party, currency or
 * covenant.
 */
export const FUND_OUTPUTS = [
  // What stands at the end of the step
  "netAssets",
  /** By true values, which nobody sees, instead of the reported ones. */
  "trueNetAssets",
  "totalAssets",
  "investments",
  "cash",
  "debt",
  "unfunded",
  "undrawn",
  /** Net assets for each unit, the founders' price being 1. */
  "pricePerUnit",
  // What happened in the step
  "invested",
  "income",
  "interest",
  "expenses",
  "proceeds",
  /** Reported value sold because a covenant forced it. */
  "forcedSales",
  /** Of what is distributed in the step, by where it came from (WF13); nothing of nothing. */
  "incomeShare",
  "gainsShare",
  "capitalShare",
  /** What could not be paid when due: draws of projects, interest, debt called in. */
  "shortfall",
  // 1 for yes
  "locked",
  "forcedSale",
  "defaulted",
] as const;
export type FundOutput = (typeof FUND_OUTPUTS)[number];

/** By where it came from, what is distributed; the share of each is an output. */
export const DISTRIBUTED_PARTS = ["income", "gains", "capital"] as const;

/** One output for each sovereign and partner of the program. */
export const PARTY_OUTPUTS = [
  /** Paid in during the step. */
  "paidIn",
  /** Paid out to it during the step, returned capital and sales of the end among it. */
  "distributed",
  /** Its part of net assets at the end of the step. */
  "worth",
  /** Called and not paid in the step. */
  "missed",
] as const;
export type PartyOutput = (typeof PARTY_OUTPUTS)[number];

export const outputOf = (name: PartyOutput, party: string): string => `${name}:${party}`;
/** Net assets for each unit of a class; NaN before it opens. The founders' price is 1. */
export const classPriceOutput = (unitClass: string): string => `pricePerUnit:${unitClass}`;
/** Quote at the end of the step. */
export const exchangeOutput = (currency: string): string => `exchange:${currency}`;
/** The covenant's rung at the end of the step: 0 is clear, then the charter's steps in order. */
export const rungOutput = (covenant: string): string => `rung:${covenant}`;
