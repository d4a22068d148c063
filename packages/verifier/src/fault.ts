import type { Json } from "@jointfund/core/base/canonical.ts";

/** Everything for which a record is called broken (docs/spec/verification.md, V10). */
export const VERIFIER_REJECTION_CODES = [
  // The files
  "journal_damaged",
  "entries_missing",
  "entry_published_differently",
  "bundle_damaged",
  "tile_differs",
  "log_file_missing",
  "blob_damaged",
  // What was signed
  "published_checkpoint_invalid",
  "root_differs",
  "signer_mark_invalid",
  "signer_mark_differs",
  // What the entries say
  "entry_malformed",
  "entry_refused",
  "effects_differ",
  // What is held elsewhere
  "founding_differs",
  "entries_cut_off",
  "split_view",
] as const;

export type FaultCode = (typeof VERIFIER_REJECTION_CODES)[number];

/** Everything for which nothing can be said of a record (docs/spec/verification.md, V11). */
export const VERIFIER_DOUBT_CODES = [
  "directory_missing",
  "no_record",
  "no_entries",
  "unreadable",
  "checkpoint_missing",
  "blob_missing",
  "protocol_unknown",
  "journal_version_unknown",
  "held_checkpoint_unusable",
  "replay_failed",
] as const;

export type DoubtCode = (typeof VERIFIER_DOUBT_CODES)[number];

export type Facts = { readonly [fact: string]: Json };

/**
 * Something that is wrong. With `index` alone that entry is; with `last` an entry from the one to
 * the other is, and which one cannot be told from this copy; with neither it is no entry.
 */
export type Fault = {
  readonly code: FaultCode;
  readonly index?: number;
  readonly last?: number;
  readonly facts: Facts;
};

/** Why nothing can be said. `index` is the entry at which it became so. */
export type Doubt = { readonly code: DoubtCode; readonly index?: number; readonly facts: Facts };

export function entryFault(code: FaultCode, index: number, facts: Facts): Fault {
  return { code, index, facts };
}

/** One of the entries [index, last]; where that is a single one, just that. */
export function rangeFault(code: FaultCode, index: number, last: number, facts: Facts): Fault {
  return last > index ? { code, index, last, facts } : { code, index, facts };
}

/**
 * The fault that names the first wrong entry. One that names a single entry counts more than one
 * that names a range in which this entry lies; faults of no entry come last.
 */
export function firstFault(faults: readonly Fault[]): Fault | undefined {
  const placed = faults.filter(({ index }) => index !== undefined);
  const ends = ({ index = 0, last = index }: Fault): number => last;
  const [first] = placed.toSorted((a, b) => ends(a) - ends(b) || b.index! - a.index!);
  return first ?? faults[0];
}
