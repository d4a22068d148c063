/**
 * One kind of money that a policy brings or costs a side, in futures: `[year * paths + path]`, in
 * units of the side's currency. Policies are sums of such parts.
 */
export type Part = {
  readonly id: PartId;
  /** Received, or below 0 given away for good; all cash that comes. */
  readonly revenue: Float64Array;
  /** Paid for something that the side then owns: capital, not spending. */
  readonly invested?: Float64Array;
  /** Of what is received, capital that comes back: no revenue, and it costs nothing any more. */
  readonly returned?: Float64Array;
  /** What that is worth at the end of the last year, by path. */
  readonly stake?: Float64Array;
  /** Received after the last year compared, of what was begun before: `[after * paths + path]`. */
  readonly later?: Float64Array;
  readonly fair: FairValue & { readonly by: FairMethod };
  /** Of what is received later. */
  readonly fairLater?: FairValue;
};

/** A fair value, in units of the side's currency. */
export type FairValue = { readonly value: number; readonly standardError: number };

/**
 * How a fair value is found (PO9): by expected flows, discounted at the riskless rate and a premium
 * for their risk; by a formula; or by futures under the pricing measure.
 */
export const FAIR_METHODS = ["rate", "closedForm", "pricing"] as const;
export type FairMethod = (typeof FAIR_METHODS)[number];

export const PART_IDS = [
  "stake",
  "taxes",
  "credit",
  "duties",
  "feedback",
  "portfolio",
  "supplies",
  "burden",
  "corporateTax",
] as const;

export type PartId = (typeof PART_IDS)[number];

export const POLICY_IDS = ["fund", "incentive", "tariff", "alone"] as const;
export type PolicyId = (typeof POLICY_IDS)[number];

/** A policy as a side sees it: its parts, under a regime of tariffs where it depends on one. */
export type Leg = {
  readonly policy: PolicyId;
  readonly regime?: string;
  readonly base?: string;
  readonly parts: readonly Part[];
  readonly jobs?: Scaled;
  /** Given for what would have come anyway, and lost by raising what is given; by year. */
  readonly windfall?: Scaled;
  readonly excessBurden?: Scaled;
};

/** An amount of each year, of which every future has its own multiple. */
export type Scaled = { readonly perYear: readonly number[]; readonly times: Float64Array };
