import type { PageAssumptions } from "../../scenario/page-assumptions.ts";
import type { Instant } from "@jointfund/core/calendar/date.ts";
import type { SchemaFinding } from "@jointfund/core/base/schema.ts";
import type { HttpProblemCode } from "../../languages/http-problems.ts";
import type { Language } from "../../languages/language.ts";
import type { Made } from "../make-answer.ts";
import type { Person } from "../person.ts";
import type { Published } from "../published.ts";

/** What the thread that reads is started with. */
export type ReaderData = {
  /** The fund's data directory: content that entries name is read from it. */
  readonly data: string;
  readonly assumptions: PageAssumptions;
  readonly isDemonstration: boolean;
};

/** A request for the thread, and what was so when it came in. */
export type Job = {
  readonly route: string;
  readonly url: string;
  readonly places: readonly (readonly [string, string])[];
  readonly language: Language;
  readonly person?: Person;
  /** Entries that the answer must have seen at least. */
  readonly size: number;
  readonly now: Instant;
  readonly isStanding: boolean;
  readonly published: Published | undefined;
};

/** What came of a job. */
export type Outcome =
  | { readonly kind: "made"; readonly made: Made; readonly revision: string }
  | {
      readonly kind: "problem";
      readonly code: HttpProblemCode;
      readonly parts: readonly string[];
      readonly findings: readonly SchemaFinding[] | undefined;
    }
  /** A fault of ours, as text with its stack. */
  | { readonly kind: "fault"; readonly text: string };

export type ToReader =
  /** The next entries of the record. */
  | { readonly kind: "entries"; readonly leaves: readonly Uint8Array[] }
  | { readonly kind: "job"; readonly id: number; readonly job: Job }
  /** Entries that it had asked for. */
  | { readonly kind: "range"; readonly id: number; readonly leaves: readonly Uint8Array[] };

export type FromReader =
  /** It shows so many entries, and can take more. */
  | { readonly kind: "shown"; readonly size: number }
  | { readonly kind: "outcome"; readonly id: number; readonly outcome: Outcome }
  | { readonly kind: "ask"; readonly id: number; readonly from: number; readonly to: number };
