import { Schema } from "../base/schema.ts";
import { clause, days, id, ids, items, localizedText, ratio } from "./term-schemas.ts";
import type { Days, LocalizedText } from "./basic-terms.ts";

/** What may be invested in, and how far an independent engineer stands between cost and cash. */
export type MandateTerms = {
  readonly clause: string;
  readonly sectors: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly geographies: readonly string[];
  /** Milestones are paid only when an independent engineer has certified them. */
  readonly milestonesCertified?: boolean;
  /** What becomes of the share of an owner who does not fund an overrun. */
  readonly overrun?: OverrunTerms;
  /** Things other than money that one side owes the projects: land, power, permits, preference. */
  readonly obligations?: readonly Obligation[];
};

/**
 * Owners may fund an overrun in proportion to what they hold. Shares are then cut again by what
 * each has funded, the overrun counted `weight` times.
 */
export type OverrunTerms = {
  readonly clause: string;
  /** At least 1; exact ratio as text. */
  readonly weight: string;
  readonly window: Days;
};

export const OBLIGATION_KINDS = [
  "land",
  "power",
  "permits",
  "offtake",
  "vendorPreference",
  "projectManager",
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

export type Obligation = {
  readonly clause: string;
  readonly kind: ObligationKind;
  readonly owedBy: string;
  readonly text: LocalizedText;
};

/** Who values, how long a value is good, and how a sovereign may challenge one. */
export type ValuationTerms = {
  readonly clause: string;
  /** After this time a value is stale: strikes and tests say so. */
  readonly staleAfter: Days;
  readonly challenge?: {
    readonly clause: string;
    readonly by: readonly string[];
    readonly window: Days;
  };
};

/** Exchange rates are fixed from so many of the named sources that agree within the tolerance. */
export type FixingTerms = {
  readonly clause: string;
  readonly sources: number;
  /** Whose quotes count; anybody else's are on record and count nothing. */
  readonly from: readonly string[];
  /** Largest difference between two sources, as a share of the smaller; exact ratio as text. */
  readonly tolerance: string;
  /** After this time nothing is converted by a rate. */
  readonly staleAfter: Days;
  /** How far a conversion's price may be from the last fixing, as a share of it. */
  readonly conversionWithin?: string;
};

export const mandateTerms: Schema<MandateTerms> = Schema.object({
  clause: clause(),
  sectors: items(Schema.object({ id: id(), name: localizedText }), 1),
  geographies: ids(1),
  milestonesCertified: Schema.optional(Schema.boolean()),
  overrun: Schema.optional(Schema.object({ clause: clause(), weight: ratio(), window: days })),
  obligations: Schema.optional(
    items(
      Schema.object({
        clause: clause(),
        kind: Schema.oneOf(OBLIGATION_KINDS),
        owedBy: id(),
        text: localizedText,
      }),
    ),
  ),
});

export const valuationTerms: Schema<ValuationTerms> = Schema.object({
  clause: clause(),
  staleAfter: days,
  challenge: Schema.optional(Schema.object({ clause: clause(), by: ids(1), window: days })),
});

export const fixingTerms: Schema<FixingTerms> = Schema.object({
  clause: clause(),
  sources: Schema.integer({ min: 1, max: 8 }),
  from: ids(1),
  tolerance: ratio(),
  staleAfter: days,
  conversionWithin: Schema.optional(ratio()),
});
