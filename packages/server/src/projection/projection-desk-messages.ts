import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Projection } from "@jointfund/projection/outcomes/projection.ts";

/** What a page asks for; bounds have been checked. */
export type DeskRequest = {
  readonly charter: Charter;
  readonly moved: { readonly [slider: string]: number };
  readonly stresses: readonly string[];
  readonly years: number;
  readonly paths: number;
  readonly seed: string;
};

export type DeskAnswer =
  | { readonly kind: "projection"; readonly milliseconds: number; readonly projection: Projection }
  /** The charter says what a program can't. */
  | { readonly kind: "inexpressible"; readonly clauses: readonly string[] };
