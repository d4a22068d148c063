import type { SchemaFinding } from "@jointfund/core/base/schema.ts";
import type { Refused } from "./work.ts";

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

export type ToDesk<Question> =
  | { readonly kind: "question"; readonly id: number; readonly question: Question }
  | { readonly kind: "cancel"; readonly id: number };

export type FromDesk =
  | { readonly kind: "answer"; readonly id: number; readonly answer: DeskAnswer }
  | { readonly kind: "fault"; readonly id: number; readonly fault: unknown };
