import { Schema } from "../base/schema.ts";
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
  ratio,
} from "./term-schemas.ts";
import type { DayCount, Days, LocalizedText } from "./basic-terms.ts";

/** What the vehicles may borrow and under which tests, and what their parties stand for. */
export type LeverageTerms = {
  readonly clause: string;
  /** Reference rates that facilities and recoupment use, each fixed by `rate.fix`. */
  readonly indices: readonly RateIndex[];
  readonly facilities: readonly FacilityTerms[];
  readonly covenants: readonly Covenant[];
  readonly guarantees?: readonly GuaranteeTerms[];
  readonly hedging?: HedgingTerms;
};

export type RateIndex = {
  readonly id: string;
  readonly clause: string;
  readonly name: LocalizedText;
  readonly dayCount: DayCount;
};

export const FACILITY_KINDS = ["subscription", "nav", "bond", "project"] as const;
export type FacilityKind = (typeof FACILITY_KINDS)[number];

/**
 * A kind of borrowing that the charter allows: `subscription` against uncalled commitments, `nav`
 * against the portfolio, `bond` with recourse to the fund, `project` against one project's cash.
 */
export type FacilityTerms = {
  readonly kind: FacilityKind;
  readonly clause: string;
  /** Most that all facilities of the kind may come to: an expression of money. */
  readonly most?: string;
  /** Part of uncalled commitments that may be borrowed against: for subscription lines. */
  readonly advanceRate?: string;
  /** Longest that one drawing may stay out. */
  readonly longestDraw?: Days;
};

export const LADDER_STEPS = ["watch", "lock", "sweep", "cure", "sale", "default"] as const;
export type LadderStep = (typeof LADDER_STEPS)[number];

/**
 * A maintenance test with what follows from failing it, step by step, and back. `ratio` is an
 * expression; the fund is on the highest step whose threshold it has passed, or on one to which a
 * period that ran out has moved it.
 */
export type Covenant = {
  readonly id: string;
  readonly clause: string;
  readonly name: LocalizedText;
  /** The vehicle that is locked, swept and sold from. */
  readonly vehicle: string;
  /** An expression of a ratio over the vehicle's figures. */
  readonly ratio: string;
  /** Whether the ratio must stay at or below the thresholds, or at or above them. */
  readonly must: "atMost" | "atLeast";
  /** Incurrence test: no borrowing, distribution or guarantee may leave the ratio beyond it. */
  readonly incurrence: string;
  /** Thresholds in the order of LADDER_STEPS; each is further out than the one before. */
  readonly ladder: readonly CovenantRung[];
};

/**
 * `watch` tells everyone; `lock` stops drawing and distributing; `sweep` turns a share of income
 * to the lenders; `cure` gives a period for a call or a sale; `sale` asks for sales; `default` lets
 * the lenders call in what they lent.
 */
export type CovenantRung = {
  readonly step: LadderStep;
  /** Ratio as text; the step is reached beyond it. */
  readonly at: string;
  /** Share of income that `sweep` and every later step turns to the lenders, ratio as text. */
  readonly share?: string;
  /** How long the step may last before the next one follows. */
  readonly period?: Days;
};

/** The most that a party may guarantee, and until when. */
export type GuaranteeTerms = {
  readonly clause: string;
  readonly party: string;
  readonly currency: string;
  readonly cap: string;
};

export type HedgingTerms = {
  readonly clause: string;
  /** Currencies that may be hedged against the vehicle's own. */
  readonly currencies: readonly string[];
  /** Most that hedges may come to, an expression of money. */
  readonly most: string;
};

const covenant: Schema<Covenant> = Schema.object({
  id: id(),
  clause: clause(),
  name: localizedText,
  vehicle: id(),
  ratio: expression(),
  must: Schema.oneOf(["atMost", "atLeast"]),
  incurrence: ratio(),
  ladder: items(
    Schema.object({
      step: Schema.oneOf(LADDER_STEPS),
      at: ratio(),
      share: Schema.optional(ratio()),
      period: Schema.optional(days),
    }),
    1,
    LADDER_STEPS.length,
  ),
});

export const leverageTerms: Schema<LeverageTerms> = Schema.object({
  clause: clause(),
  indices: items(
    Schema.object({ id: id(), clause: clause(), name: localizedText, dayCount: dayCount() }),
  ),
  facilities: items(
    Schema.object({
      kind: Schema.oneOf(FACILITY_KINDS),
      clause: clause(),
      most: Schema.optional(expression()),
      advanceRate: Schema.optional(ratio()),
      longestDraw: Schema.optional(days),
    }),
    0,
    FACILITY_KINDS.length,
  ),
  covenants: items(covenant, 0, 16),
  guarantees: Schema.optional(
    items(Schema.object({ clause: clause(), party: id(), currency: currency(), cap: amount() })),
  ),
  hedging: Schema.optional(
    Schema.object({
      clause: clause(),
      currencies: Schema.array(currency(), { min: 1, max: 16, unique: true }),
      most: expression(),
    }),
  ),
});
