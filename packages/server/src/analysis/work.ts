import type { Setting } from "../scenario/settings.ts";

/**
 * Work that is asked for over HTTP and takes a processor's whole time: it is done in a thread of
 * its own, so that nobody else waits for it (H72).
 */
export type Work =
  | { readonly kind: "comparison"; readonly first: CharterSource; readonly second: CharterSource }
  | { readonly kind: "powers"; readonly charter: CharterSource }
  | { readonly kind: "run"; readonly scenario: string; readonly settings: readonly Setting[] }
  | { readonly kind: "terms"; readonly scenario: string };

/** A charter as text that somebody wrote, or as the bytes by which a record names it. */
export type CharterSource =
  | { readonly kind: "text"; readonly text: string; readonly side?: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

/** What is wrong with a text, for whoever sent it; as data of a problem. */
export type Refused = {
  readonly kind: "refused";
  readonly code: "charter_wrong" | "charter_side_needed" | "settings_wrong";
  /** JSON of the problem's facts. */
  readonly facts: string;
};

/** The answer as JSON text: who takes it in hand passes it on unread. */
export type Outcome = { readonly kind: "done"; readonly json: string } | Refused;

/** How far a run is: steps of how many, and the day of the last. */
export type Progress = { readonly played: number; readonly of: number; readonly on: string };

export type FromWorker =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "outcome"; readonly outcome: Outcome };
