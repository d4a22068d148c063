import { base64Decode, base64Encode, hexEncode } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { parseDecimal } from "./decimal.ts";
import { emptyRoot, HASH_BYTES, isEmptyRoot, type Hash } from "./merkle.ts";
import {
  isSameKey,
  parseNote,
  signNote,
  verifyNote,
  type Note,
  type NoteSignature,
  type NoteSigner,
  type NoteVerifier,
} from "./note.ts";
import { rejected, type LogRejection } from "./rejection.ts";
import { isKeyName } from "./verifier-key.ts";

/** A tree head: which log, how many leaves, which root (C2SP tlog-checkpoint, rule L14). */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
};

function checkRoot(size: number, root: Hash): Result<undefined, LogRejection> {
  if (root.length !== HASH_BYTES) {
    return rejected("hash_length", { actual: root.length, required: HASH_BYTES });
  }
  if (size === 0 && !isEmptyRoot(root)) {
    return rejected("empty_root_mismatch", {
      actual: hexEncode(root),
      required: hexEncode(emptyRoot()),
    });
  }
  return ok(undefined);
}

/**
 * The three lines of a checkpoint's text (rule L14). Our own origins are also key names. Refused:
 * `origin_malformed`, `checkpoint_size_malformed`, `hash_length`, `empty_root_mismatch`.
 */
export function encodeCheckpoint({ origin, size, root }: Checkpoint): Result<string, LogRejection> {
  if (!isKeyName(origin)) return rejected("origin_malformed", { actual: origin });
  if (!Number.isSafeInteger(size) || size < 0) {
    return rejected("checkpoint_size_malformed", { actual: String(size) });
  }
  const checked = checkRoot(size, root);
  return checked.ok ? ok(`${origin}\n${size}\n${base64Encode(root)}\n`) : checked;
}

/**
 * Reads a checkpoint's text strictly (rules L4, L11, L14, L15). Refused: `checkpoint_lines`,
 * `checkpoint_extension_lines`, `origin_malformed`, `checkpoint_size_malformed`,
 * `checkpoint_root_malformed`, `empty_root_mismatch`.
 */
export function parseCheckpoint(text: string): Result<Checkpoint, LogRejection> {
  const lines = text.split("\n");
  const [origin, sizeText, rootText] = lines;
  if (lines.pop() !== "" || lines.length < 3) {
    return rejected("checkpoint_lines", { actual: lines.length, required: 3 });
  }
  if (lines.length > 3) {
    return rejected("checkpoint_extension_lines", { actual: lines.length, required: 3 });
  }
  if (origin === undefined || origin === "") return rejected("origin_malformed", { actual: "" });
  const size = parseDecimal(sizeText ?? "");
  if (size === undefined) return rejected("checkpoint_size_malformed", { actual: sizeText ?? "" });
  const root = base64Decode(rootText ?? "");
  if (root === undefined || root.length !== HASH_BYTES) {
    return rejected("checkpoint_root_malformed", { actual: rootText ?? "" });
  }
  const checked = checkRoot(size, root);
  return checked.ok ? ok({ origin, size, root }) : checked;
}

/**
 * A checkpoint as a note, signed by the log's key, which has the origin's name (rule L16).
 * Refused: as by `encodeCheckpoint`; `origin_mismatch`.
 */
export function signCheckpoint(
  checkpoint: Checkpoint,
  signer: NoteSigner,
): Result<Note, LogRejection> {
  if (signer.name !== checkpoint.origin) {
    return rejected("origin_mismatch", { actual: signer.name, required: checkpoint.origin });
  }
  const text = encodeCheckpoint(checkpoint);
  return text.ok ? signNote(text.value, [signer]) : text;
}

/** A checkpoint whose signatures were checked. */
export type SignedCheckpoint = {
  readonly checkpoint: Checkpoint;
  readonly note: Note;
  /** The lines by known keys, the log's among them. */
  readonly verified: readonly NoteSignature[];
};

/**
 * Reads and verifies a signed checkpoint of one log. The log's own key must have signed, its name
 * is the origin, and no line by a known cosigner may be wrong (rules L12 to L16). Refused: what
 * `parseNote`, `verifyNote` and `parseCheckpoint` refuse; `origin_mismatch`,
 * `log_signature_missing`.
 */
export function openCheckpoint(
  bytes: Uint8Array,
  log: NoteVerifier,
  cosigners: readonly NoteVerifier[] = [],
): Result<SignedCheckpoint, LogRejection> {
  const note = parseNote(bytes);
  if (!note.ok) return note;
  const verified = verifyNote(note.value, [log, ...cosigners]);
  if (!verified.ok) return verified;
  if (!verified.value.some((line) => isSameKey(line, log))) {
    return rejected("log_signature_missing", { required: log.name });
  }
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) return checkpoint;
  if (checkpoint.value.origin !== log.name) {
    return rejected("origin_mismatch", { actual: checkpoint.value.origin, required: log.name });
  }
  return ok({ checkpoint: checkpoint.value, note: note.value, verified: verified.value });
}
