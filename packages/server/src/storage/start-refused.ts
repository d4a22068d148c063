/** Why a start is refused; docs/spec/storage.md says which rule gives which code. */
export type StartRefusalCode =
  | "journal_locked"
  | "journal_version"
  | "journal_damaged"
  | "journal_too_short"
  | "entry_not_reproduced"
  | "mark_malformed"
  | "mark_of_other_log"
  | "mark_not_of_this_journal"
  | "published_checkpoint_malformed";

export type StartRefusal = {
  readonly code: StartRefusalCode;
  /** The file that is wrong. */
  readonly file: string;
  /** Byte in the file where it goes wrong. */
  readonly offset?: number;
  /** Entries, hash or text found. */
  readonly actual?: number | string;
  /** Entries, hash or text without which the start is refused. */
  readonly required?: number | string;
  /** Where the requirement comes from. */
  readonly requiredBy?: string;
};

/**
 * What is on the disk is not what must be there, and going on could lose or contradict what was
 * promised. A failure of the world: a person has to look, nothing is repaired by itself.
 */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
  readonly refusal: StartRefusal;

  constructor(refusal: StartRefusal) {
    const { code, file, offset, actual, required, requiredBy } = refusal;
    const at = offset === undefined ? "" : ` at byte ${offset}`;
    const found = actual === undefined ? "" : `: found ${actual}`;
    const asked = required === undefined ? "" : `, required ${required}`;
    const by = requiredBy === undefined ? "" : ` by ${requiredBy}`;
    super(`start refused (${code}): ${file}${at}${found}${asked}${by}`);
    this.refusal = refusal;
  }
}
