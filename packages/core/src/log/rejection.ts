import { err, type Err } from "../base/result.ts";

/**
 * Every reason for which this folder refuses a byte that came from outside (rule L31).
 * Ordered by the part that gives it; docs/spec/log.md has the same table with rules and facts.
 */
export const LOG_REJECTION_CODES = [
  // Trees and proofs
  "hash_length",
  "index_beyond_tree",
  "size_shrinks",
  "inclusion_proof_length",
  "inclusion_proof_mismatch",
  "consistency_proof_length",
  "consistency_proof_mismatch",
  "empty_root_mismatch",
  // Keys and notes
  "key_name_malformed",
  "verifier_key_malformed",
  "verifier_key_type_unsupported",
  "verifier_key_id_mismatch",
  "note_too_long",
  "note_not_utf8",
  "note_control_character",
  "note_without_blank_line",
  "note_text_malformed",
  "note_without_signatures",
  "note_too_many_signatures",
  "signature_line_malformed",
  "key_ambiguous",
  "signature_invalid",
  "signature_missing",
  // Checkpoints
  "origin_malformed",
  "origin_mismatch",
  "checkpoint_lines",
  "checkpoint_extension_lines",
  "checkpoint_size_malformed",
  "checkpoint_root_malformed",
  "log_signature_missing",
  // The signer's high-water mark
  "high_water_origin",
  "high_water_size",
  "high_water_root",
  // Entries and tiles
  "entry_too_long",
  "tile_path_malformed",
  "tile_missing",
  "tile_length",
  "bundle_truncated",
  "bundle_trailing_bytes",
  // Proof files
  "proof_file_malformed",
  "proof_file_too_long",
  // Policies
  "policy_encoding",
  "policy_too_long",
  "policy_line_malformed",
  "policy_key_type",
  "policy_duplicate_key",
  "policy_duplicate_name",
  "policy_reserved_name",
  "policy_unknown_name",
  "policy_member_repeated",
  "policy_threshold",
  "policy_quorum_count",
  "policy_without_log",
  "quorum_not_met",
] as const;

export type LogRejectionCode = (typeof LOG_REJECTION_CODES)[number];

/** What was found and what the rule asks for, as far as the rule has such values. */
export type LogFacts = Readonly<Record<string, string | number | readonly string[]>>;

export type LogRejection = { readonly code: LogRejectionCode; readonly facts: LogFacts };

export function rejected(code: LogRejectionCode, facts: LogFacts = {}): Err<LogRejection> {
  return err({ code, facts });
}
