import type { NamedSource } from "./named-charter.ts";

/** What is asked of a charter's future. */
export type DeskQuestion = {
  readonly charter: NamedSource;
  readonly moved: { readonly [slider: string]: number };
  readonly stresses: readonly string[];
  readonly years: number;
  readonly seed: string;
  readonly of: Wanted;
};

type Wanted =
  /** What comes of so many paths. */
  | { readonly kind: "projection"; readonly paths: number }
  /** Which of so many paths end where among them, by party. */
  | { readonly kind: "ranked"; readonly paths: number }
  /** One path in full; the first is 0. */
  | { readonly kind: "path"; readonly path: number };
