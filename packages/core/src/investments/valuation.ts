import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import { hasRunOut } from "../governance/window.ts";

/** An input of a valuation that others can examine: a discount rate, a price, a multiple. */
export type ValuationInput = {
  readonly name: string;
  /** Decimal text; a range where the valuer used one. */
  readonly value: string;
  readonly low?: string;
  readonly high?: string;
  readonly unit: string;
};

/** A sovereign's doubt about a value: until it is answered the value stands, contested. */
export type ValuationChallenge = {
  readonly actId: string;
  /** The party that challenges. */
  readonly by: string;
  readonly on: LocalDate;
  /** Last day for a review; after it the value stands as it was. */
  readonly until: LocalDate;
  readonly review?: {
    readonly actId: string;
    readonly by: string;
    readonly on: LocalDate;
    readonly outcome: "confirmed" | "replaced";
  };
};

export type Valuation = {
  readonly actId: string;
  readonly on: LocalDate;
  /** The party that valued. */
  readonly by: string;
  /** Fair value in minor units of the investment's currency. */
  readonly minor: bigint;
  readonly level: 1 | 2 | 3;
  readonly technique: string;
  readonly inputs?: readonly ValuationInput[];
  /** Least and most that the valuer holds reasonable, minor units. */
  readonly range?: { readonly least: bigint; readonly most: bigint };
  /** The last challenge of this value. */
  readonly challenge?: ValuationChallenge;
};

/** Whether a challenge is open: not answered, and its window has not run out [IN32]. */
export function isContested({ challenge }: Valuation, on: LocalDate): boolean {
  return challenge !== undefined && challenge.review === undefined && on <= challenge.until;
}

/**
 * Whether a value is older than the charter allows [IN31]. A charter that says nothing of valuation
 * lets no value grow stale; a date that no calendar reaches makes none stale either.
 */
export function isStale({ on }: Valuation, charter: Charter, today: LocalDate): boolean {
  const length = charter.valuation?.staleAfter;
  return length !== undefined && hasRunOut(charter, { from: on, length }, today);
}
