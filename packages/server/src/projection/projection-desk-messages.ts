import type { SchemaFinding } from "@jointfund/core/base/schema.ts";
import type { Refused } from "../analysis/work.ts";
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

export type DeskAnswer =
  /** JSON of the answer: who takes it in hand passes it on unread. */
  | { readonly kind: "done"; readonly json: string }
  /** The charter's text is none, or a draft of which no side was named. */
  | Refused
  | Wrong
  /** Nobody waited for it any more. */
  | { readonly kind: "cancelled" };

/** What is asked is not in the terms, or the charter says what a program can't. */
export type Wrong = {
  readonly kind: "wrong";
  readonly code: "unknown_id" | "body_wrong" | "charter_not_projected";
  readonly parts: readonly string[];
  readonly findings?: readonly SchemaFinding[];
};

export type ToDesk =
  | { readonly kind: "question"; readonly id: number; readonly question: DeskQuestion }
  | { readonly kind: "cancel"; readonly id: number };

export type FromDesk =
  | { readonly kind: "answer"; readonly id: number; readonly answer: DeskAnswer }
  | { readonly kind: "fault"; readonly id: number; readonly fault: unknown };
