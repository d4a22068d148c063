import { assert } from "../base/assert.ts";
import { base64Decode, base64Encode, utf8Decode, utf8Encode } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { rejected, type LogRejection } from "./rejection.ts";
import {
  formatKeyId,
  isKeyName,
  type Sign,
  SIGNATURE_TYPES,
  type VerifierKey,
  type VerifySignature,
} from "./verifier-key.ts";

/** One signature line. What the bytes mean depends on the key's type. */
export type NoteSignature = {
  readonly name: string;
  readonly keyId: number;
  /** Without the key id: 64 bytes for Ed25519, 72 for a cosignature. */
  readonly signature: Uint8Array;
};

/** A text and its signature lines (C2SP signed-note, rule L7); nothing is verified yet. */
export type Note = {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
};

/** A key that a verifier was configured with, and how signatures by it are checked. */
export type NoteVerifier = {
  readonly name: string;
  readonly keyId: number;
  readonly verify: (text: Uint8Array, signature: Uint8Array) => boolean;
};

/** A key that signs notes. `sign` returns what follows the key id in the line. */
export type NoteSigner = {
  readonly name: string;
  readonly keyId: number;
  readonly sign: (text: Uint8Array) => Uint8Array;
};

/** Rule L8. */
export const NOTE_LIMITS = { bytes: 65_536, signatures: 64 } as const;

const LINE_START = "— ";
const KEY_ID_BYTES = 4;
// oxlint-disable-next-line no-control-regex -- the rule is about control characters
const CONTROL_BUT_NEWLINE = /[\u0000-\u0009\u000b-\u001f]/;

function parseSignatureLine(line: string, number: number): Result<NoteSignature, LogRejection> {
  const [, name, encoded] = /^— ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : base64Decode(encoded);
  if (name === undefined || !isKeyName(name) || bytes === undefined) {
    return rejected("signature_line_malformed", { line: number });
  }
  if (bytes.length <= KEY_ID_BYTES) return rejected("signature_line_malformed", { line: number });
  const keyId = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return ok({ name, keyId, signature: bytes.slice(KEY_ID_BYTES) });
}

/** The text of a signed note, in characters and bytes that a note may have (rules L7, L8). */
function checkCharacters(bytes: Uint8Array): Result<string, LogRejection> {
  if (bytes.length > NOTE_LIMITS.bytes) {
    return rejected("note_too_long", { actual: bytes.length, required: NOTE_LIMITS.bytes });
  }
  const decoded = utf8Decode(bytes);
  if (!decoded.ok) return rejected("note_not_utf8", { offset: decoded.error.offset });
  const at = decoded.value.search(CONTROL_BUT_NEWLINE);
  if (at >= 0) {
    return rejected("note_control_character", { offset: at, actual: decoded.value.charCodeAt(at) });
  }
  return decoded;
}

/**
 * Splits a note at its last blank line and reads its signature lines, without verifying any
 * (rules L7 to L9, L11). `line` in the facts counts signature lines from 1. Refused:
 * `note_too_long`, `note_not_utf8`, `note_control_character`, `note_without_blank_line`,
 * `note_without_signatures`, `note_too_many_signatures`, `signature_line_malformed`.
 */
export function parseNote(bytes: Uint8Array): Result<Note, LogRejection> {
  const decoded = checkCharacters(bytes);
  if (!decoded.ok) return decoded;
  const split = decoded.value.lastIndexOf("\n\n");
  if (split < 0) return rejected("note_without_blank_line");
  const text = decoded.value.slice(0, split + 1);
  const block = decoded.value.slice(split + 2);
  if (block === "") return rejected("note_without_signatures", { actual: 0, required: 1 });

  const lines = block.split("\n");
  // A block that ends in a newline, as it must, leaves one empty string behind its last line.
  if (lines.pop() !== "") return rejected("signature_line_malformed", { line: lines.length + 1 });
  if (lines.length > NOTE_LIMITS.signatures) {
    return rejected("note_too_many_signatures", {
      actual: lines.length,
      required: NOTE_LIMITS.signatures,
    });
  }
  const signatures: NoteSignature[] = [];
  for (const [i, line] of lines.entries()) {
    const signature = parseSignatureLine(line, i + 1);
    if (!signature.ok) return signature;
    signatures.push(signature.value);
  }
  return ok({ text, signatures });
}

/** One signature line, with its newline (rule L7). */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  assert(isKeyName(name), "a signature line has a key name");
  const bytes = new Uint8Array(KEY_ID_BYTES + signature.length);
  new DataView(bytes.buffer).setUint32(0, keyId);
  bytes.set(signature, KEY_ID_BYTES);
  return `${LINE_START}${name} ${base64Encode(bytes)}\n`;
}

/** The bytes of a note that was parsed or signed before. */
export function encodeNote({ text, signatures }: Note): Uint8Array {
  assert(text.endsWith("\n"), "the text of a note ends in a newline");
  return utf8Encode(`${text}\n${signatures.map(formatSignatureLine).join("")}`);
}

/**
 * Signs a text, or adds signatures to a note: existing lines stay first, but a line by a key that
 * signs now is replaced. Refused: `note_text_malformed` (no newline at the end, or a lone
 * surrogate), `note_without_signatures`, `note_control_character`, `note_too_long`,
 * `note_too_many_signatures`.
 */
export function signNote(
  text: string,
  signers: readonly NoteSigner[],
  existing: readonly NoteSignature[] = [],
): Result<Note, LogRejection> {
  if (!text.endsWith("\n") || !text.isWellFormed()) return rejected("note_text_malformed");
  const message = utf8Encode(text);
  const kept = existing.filter((old) => !signers.some((signer) => isSameKey(old, signer)));
  const fresh = signers.map(({ name, keyId, sign }) => ({ name, keyId, signature: sign(message) }));
  const note = { text, signatures: [...kept, ...fresh] };
  if (note.signatures.length === 0) {
    return rejected("note_without_signatures", { actual: 0, required: 1 });
  }
  if (note.signatures.length > NOTE_LIMITS.signatures) {
    return rejected("note_too_many_signatures", {
      actual: note.signatures.length,
      required: NOTE_LIMITS.signatures,
    });
  }
  const characters = checkCharacters(encodeNote(note));
  return characters.ok ? ok(note) : characters;
}

/** Says whether two lines, keys or signers have the same name and key id. */
export function isSameKey(
  a: { readonly name: string; readonly keyId: number },
  b: { readonly name: string; readonly keyId: number },
): boolean {
  return a.name === b.name && a.keyId === b.keyId;
}

/**
 * Checks the signatures of a note against the known keys, and returns those that verified, one
 * for each key, in the order of the note (rules L12, L13). A line by an unknown key is ignored,
 * even where its name or its id is known; every line by a known key must verify. Refused:
 * `key_ambiguous`, `signature_invalid`, `signature_missing`.
 */
export function verifyNote(
  note: Note,
  known: readonly NoteVerifier[],
): Result<readonly NoteSignature[], LogRejection> {
  const message = utf8Encode(note.text);
  const verified: NoteSignature[] = [];
  for (const line of note.signatures) {
    const [verifier, second] = known.filter((candidate) => isSameKey(candidate, line));
    if (verifier === undefined) continue;
    const key = { name: line.name, keyId: formatKeyId(line.keyId) };
    if (second !== undefined) return rejected("key_ambiguous", key);
    if (!verifier.verify(message, line.signature)) return rejected("signature_invalid", key);
    if (!verified.some((earlier) => isSameKey(earlier, line))) verified.push(line);
  }
  if (verified.length > 0) return ok(verified);
  return rejected("signature_missing", {
    actual: note.signatures.map(({ name }) => name),
    required: known.map(({ name }) => name),
  });
}

const ED25519_SIGNATURE_BYTES = 64;

/** Checks plain Ed25519 signatures of notes, type 0x01 (rule L12). */
export function ed25519Verifier(key: VerifierKey, verify: VerifySignature): NoteVerifier {
  assert(key.type === SIGNATURE_TYPES.ed25519, "a log key has type 0x01");
  return {
    name: key.name,
    keyId: key.keyId,
    verify: (text, signature) =>
      signature.length === ED25519_SIGNATURE_BYTES && verify(key.publicKey, text, signature),
  };
}

/** Signs notes with plain Ed25519, type 0x01. */
export function ed25519Signer(key: VerifierKey, sign: Sign): NoteSigner {
  assert(key.type === SIGNATURE_TYPES.ed25519, "a log key has type 0x01");
  return { name: key.name, keyId: key.keyId, sign };
}
