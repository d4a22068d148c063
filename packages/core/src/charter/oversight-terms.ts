import { Schema } from "../base/schema.ts";
import {
  amount,
  clause,
  currency,
  days,
  id,
  ids,
  items,
  localizedText,
  ratio,
} from "./term-schemas.ts";
import type { Days, LocalizedText } from "./basic-terms.ts";

/** What follows from outside events, claims, disputes, findings and side letters. */
export type OversightTerms = {
  readonly clause: string;
  /** A government's instruction is public after this time. */
  readonly instructionsPublicAfter?: Days;
  readonly disputes?: DisputeTerms;
  readonly audit?: AuditTerms;
  readonly sideLetters?: SideLetterTerms;
  readonly indemnities?: readonly Indemnity[];
};

/** What one party makes good to another, and at most how much; without a cap none can price it. */
export type Indemnity = {
  readonly clause: string;
  readonly by: string;
  readonly to: string;
  readonly text: LocalizedText;
  readonly cap?: { readonly currency: string; readonly amount: string };
};

/** Who hears a dispute, one after the other, and how long each has. */
export type DisputeTerms = {
  readonly clause: string;
  readonly ladder: readonly DisputeStage[];
  /** Disputed money is set aside until the award. */
  readonly escrow: boolean;
};

export type DisputeStage = {
  readonly id: string;
  readonly name: LocalizedText;
  readonly within: Days;
};

/** How long those concerned have to answer a finding of the auditor. */
export type AuditTerms = { readonly clause: string; readonly answerWithin: Days };

/** Whoever has this right may choose what a later side letter grants to another of its kind. */
export type SideLetterTerms = {
  readonly clause: string;
  readonly mostFavoured: readonly string[];
  readonly electWithin: Days;
};

/** What happens when the sides cannot agree, step by step. */
export type DeadlockTerms = {
  readonly clause: string;
  /** How many proposals of the same matter must have failed. */
  readonly rounds: number;
  readonly ladder: readonly DeadlockStage[];
};

export const DEADLOCK_REMEDIES = [
  "chairs",
  "ministers",
  "expert",
  "casting",
  "putCall",
  "windUp",
] as const;

/**
 * `chairs` and `ministers` talk, `expert` gives an opinion, `casting` lets the named party decide,
 * `putCall` opens an offer by which one side buys the other out, `windUp` ends the fund.
 */
export type DeadlockStage = {
  readonly remedy: (typeof DEADLOCK_REMEDIES)[number];
  readonly within: Days;
  /** Who decides where the remedy is `casting`, or advises where it is `expert`. */
  readonly party?: string;
};

/** How a side leaves, and what the other may do first. */
export type ExitTerms = {
  readonly clause: string;
  readonly noticePeriod: Days;
  /** Discount to the struck price at which the others may buy, exact ratio as text. */
  readonly callDiscount: string;
  readonly offerWindow: Days;
};

/** The end: who must agree, by when it comes by itself, in which order claims are paid. */
export type WindUpTerms = {
  readonly clause: string;
  /** Last day of the fund, if it has one. */
  readonly sunset?: string;
  readonly order: readonly ("creditors" | "lenders" | "fees" | "owners")[];
};

export const oversightTerms: Schema<OversightTerms> = Schema.object({
  clause: clause(),
  instructionsPublicAfter: Schema.optional(days),
  disputes: Schema.optional(
    Schema.object({
      clause: clause(),
      ladder: items(Schema.object({ id: id(), name: localizedText, within: days }), 1, 8),
      escrow: Schema.boolean(),
    }),
  ),
  audit: Schema.optional(Schema.object({ clause: clause(), answerWithin: days })),
  sideLetters: Schema.optional(
    Schema.object({ clause: clause(), mostFavoured: ids(1), electWithin: days }),
  ),
  indemnities: Schema.optional(
    items(
      Schema.object({
        clause: clause(),
        by: id(),
        to: id(),
        text: localizedText,
        cap: Schema.optional(Schema.object({ currency: currency(), amount: amount() })),
      }),
    ),
  ),
});

export const deadlockTerms: Schema<DeadlockTerms> = Schema.object({
  clause: clause(),
  rounds: Schema.integer({ min: 1, max: 16 }),
  ladder: items(
    Schema.object({
      remedy: Schema.oneOf(DEADLOCK_REMEDIES),
      within: days,
      party: Schema.optional(id()),
    }),
    1,
    DEADLOCK_REMEDIES.length,
  ),
});

export const exitTerms: Schema<ExitTerms> = Schema.object({
  clause: clause(),
  noticePeriod: days,
  callDiscount: ratio(),
  offerWindow: days,
});

export const windUpTerms: Schema<WindUpTerms> = Schema.object({
  clause: clause(),
  sunset: Schema.optional(Schema.string({ format: "date" })),
  order: items(Schema.oneOf(["creditors", "lenders", "fees", "owners"]), 1, 4),
});
