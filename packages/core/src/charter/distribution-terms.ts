import { Schema } from "../base/schema.ts";
import { keyedUnion } from "./keyed-union.ts";
import {
  amount,
  clause,
  currency,
  dayCount,
  days,
  expression,
  id,
  items,
  localizedText,
  MAX_ITEMS,
  ratio,
} from "./term-schemas.ts";
import type { VehicleKind } from "./charter.ts";
import type { DayCount, Days, LocalizedText } from "./basic-terms.ts";

/**
 * What is paid out of a vehicle: a formula fixes the amount, a waterfall says who gets it.
 */
export type DistributionTerms = {
  readonly clause: string;
  /**
   * A vehicle of the charter, or "projects" or "umbrellas" for every vehicle of that kind that has
   * no terms of its own.
   */
  readonly vehicle: string;
  /** What is paid out, an expression of money in the vehicle's currency. */
  readonly formula: string;
  readonly waterfall: string;
};

/** The distribution terms of vehicles that acts make, by their kind. */
export const TERMS_OF_KINDS: ReadonlyMap<VehicleKind, string> = new Map([
  ["project", "projects"],
  ["umbrella", "umbrellas"],
]);

export const WATERFALL_SCOPES = ["fund", "umbrella", "investment"] as const;

/** Tiers that share out an amount one after the other; the last takes all that is left. */
export type Waterfall = {
  readonly id: string;
  readonly clause: string;
  readonly name: LocalizedText;
  /**
   * What balances such as unreturned capital are counted over: the whole vehicle (European), all
   * projects below an umbrella, or each investment (American).
   */
  readonly scope: (typeof WATERFALL_SCOPES)[number];
  readonly tiers: readonly Tier[];
};

export type Tier = {
  readonly id: string;
  readonly name: LocalizedText;
  readonly to: TierSharing;
  /** When the tier is full; the last tier has none. */
  readonly until?: TierEnd;
};

/** Fixed shares that sum to 1, or shares in proportion to a quantity of each party. */
export type TierSharing =
  | { readonly shares: { readonly [party: string]: string } }
  | { readonly proportionalTo: ProportionalQuantity };

export const PROPORTIONAL_QUANTITIES = ["units", "paidIn", "commitments", "owed"] as const;
export type ProportionalQuantity = (typeof PROPORTIONAL_QUANTITIES)[number];

/**
 * `returned`: every party that the tier pays has its paid-in capital back. `preferred`: each has
 * its preferred return. `caughtUp`: the carry's holder has its share of all profit so far.
 * `recouped`: the beneficiary of the recoupment has what was deemed to be allocated to it.
 * `amount`: the tier has paid so much this time.
 */
export type TierEnd =
  | { readonly kind: "returned" }
  | { readonly kind: "preferred" }
  | { readonly kind: "caughtUp" }
  | { readonly kind: "recouped" }
  | { readonly kind: "amount"; readonly formula: string };

export const RECOUPMENT_READINGS = ["cumulative", "scheduled"] as const;

/**
 * What one side must have back first: its principal with interest. In the `cumulative` reading the
 * tier runs until principal and interest are paid in all; in the `scheduled` reading each date has
 * its own target, and what falls short is carried to the next.
 */
export type RecoupmentTerms = {
  readonly clause: string;
  readonly beneficiary: string;
  readonly reading: (typeof RECOUPMENT_READINGS)[number];
  readonly rate: IndexedRate;
  /** Whether unpaid interest bears interest from the next date on. */
  readonly compounding: boolean;
  /** Scheduled reading: equal instalments of principal, so many. */
  readonly instalments?: number;
  /** After so many years without recovery the consequence follows. */
  readonly longStop?: {
    readonly clause: string;
    readonly years: number;
    readonly consequence: LocalizedText;
  };
};

/** A reference rate and a spread a year, exact ratio as text; a fixed rate without an index. */
export type IndexedRate = {
  readonly index?: string;
  readonly spread: string;
  readonly dayCount: DayCount;
};

/** The adviser's or manager's share of the profit. */
export type CarryTerms = {
  readonly clause: string;
  readonly holder: string;
  readonly share: string;
  /** Preferred return a year of those who pay in, exact ratio as text. */
  readonly hurdle: string;
  readonly compounding: "simple" | "yearly";
  readonly dayCount: DayCount;
  readonly clawback?: {
    readonly clause: string;
    /** Share of each carry payment that is held back until the last test, exact ratio as text. */
    readonly escrow: string;
    /** What may be asked back at most, as a share of the carry received after tax. */
    readonly cap: string;
  };
};

export const FEE_BASES = ["committed", "invested", "netAssets"] as const;

/** A fee that accrues from day to day and is paid to a party. */
export type FeeTerms = {
  readonly id: string;
  readonly clause: string;
  readonly name: LocalizedText;
  readonly vehicle: string;
  readonly payee: string;
  readonly base: (typeof FEE_BASES)[number];
  /** A year, exact ratio as text. */
  readonly rate: string;
  readonly dayCount: DayCount;
  /** The class that bears it alone; all without it. */
  readonly unitClass?: string;
};

/** Money that is set aside before anything is paid out. */
export type ReserveTerms = {
  readonly id: string;
  readonly clause: string;
  readonly name: LocalizedText;
  readonly vehicle: string;
  /** What the reserve should hold, an expression of money. */
  readonly target: string;
};

/** Expenses that may be booked, and what may be charged by the fund's own parties. */
export type ExpenseTerms = {
  readonly clause: string;
  /** Most that may be charged a fiscal year by parties of the fund, decimal text. */
  readonly internalCap: string;
  readonly currency: string;
  readonly fiscalYear: string;
  readonly paidWithin: Days;
};

export const distributionTerms: Schema<DistributionTerms> = Schema.object({
  clause: clause(),
  vehicle: id(),
  formula: expression(),
  waterfall: id(),
});

const tierSharing: Schema<TierSharing> = keyedUnion<TierSharing>({
  shares: Schema.object({ shares: Schema.record(id(), ratio(), { min: 1, max: MAX_ITEMS }) }),
  proportionalTo: Schema.object({ proportionalTo: Schema.oneOf(PROPORTIONAL_QUANTITIES) }),
});

const tierEnd: Schema<TierEnd> = Schema.taggedUnion("kind", [
  Schema.object({ kind: Schema.literal("returned") }),
  Schema.object({ kind: Schema.literal("preferred") }),
  Schema.object({ kind: Schema.literal("caughtUp") }),
  Schema.object({ kind: Schema.literal("recouped") }),
  Schema.object({ kind: Schema.literal("amount"), formula: expression() }),
]);

export const waterfallTerms: Schema<Waterfall> = Schema.object({
  id: id(),
  clause: clause(),
  name: localizedText,
  scope: Schema.oneOf(WATERFALL_SCOPES),
  tiers: items(
    Schema.object({
      id: id(),
      name: localizedText,
      to: tierSharing,
      until: Schema.optional(tierEnd),
    }),
    1,
    32,
  ),
});

const indexedRate: Schema<IndexedRate> = Schema.object({
  index: Schema.optional(id()),
  spread: ratio(),
  dayCount: dayCount(),
});

export const recoupmentTerms: Schema<RecoupmentTerms> = Schema.object({
  clause: clause(),
  beneficiary: id(),
  reading: Schema.oneOf(RECOUPMENT_READINGS),
  rate: indexedRate,
  compounding: Schema.boolean(),
  instalments: Schema.optional(Schema.integer({ min: 1, max: 400 })),
  longStop: Schema.optional(
    Schema.object({
      clause: clause(),
      years: Schema.integer({ min: 1, max: 99 }),
      consequence: localizedText,
    }),
  ),
});

export const carryTerms: Schema<CarryTerms> = Schema.object({
  clause: clause(),
  holder: id(),
  share: ratio(),
  hurdle: ratio(),
  compounding: Schema.oneOf(["simple", "yearly"]),
  dayCount: dayCount(),
  clawback: Schema.optional(Schema.object({ clause: clause(), escrow: ratio(), cap: ratio() })),
});

export const feeTerms: Schema<FeeTerms> = Schema.object({
  id: id(),
  clause: clause(),
  name: localizedText,
  vehicle: id(),
  payee: id(),
  base: Schema.oneOf(FEE_BASES),
  rate: ratio(),
  dayCount: dayCount(),
  unitClass: Schema.optional(id()),
});

export const reserveTerms: Schema<ReserveTerms> = Schema.object({
  id: id(),
  clause: clause(),
  name: localizedText,
  vehicle: id(),
  target: expression(),
});

export const expenseTerms: Schema<ExpenseTerms> = Schema.object({
  clause: clause(),
  internalCap: amount(),
  currency: currency(),
  fiscalYear: id(),
  paidWithin: days,
});
