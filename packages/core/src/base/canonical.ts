import { assert } from "./assert.ts";
import { concatBytes, equalBytes, utf8Decode, utf8Encode } from "./bytes.ts";
import {
  decodeText,
  FORBIDDEN_KEY,
  isWireInteger,
  MAX_DEPTH,
  parseJsonText,
  textFault,
  type CanonicalError,
  type DocumentLimits,
  type Json,
  type JsonPath,
} from "./json.ts";
import { err, ok, type Result } from "./result.ts";
import { sha256Hex } from "./sha256.ts";

export type { CanonicalError, CanonicalErrorCode, Json, JsonPath } from "./json.ts";

/**
 * Where a document is being written. Writing is synchronous and nothing else runs meanwhile, so one
 * buffer serves every call. It grows as needed; one that a large blob left behind isn't kept.
 */
let buffer = new Uint8Array(4096);
const KEPT_BYTES = 1 << 20;
let at = 0;

function makeRoom(count: number): void {
  if (at + count <= buffer.length) return;
  const larger = new Uint8Array(Math.max(buffer.length * 2, at + count));
  larger.set(buffer.subarray(0, at));
  buffer = larger;
}

function writeByte(byte: number): void {
  if (at === buffer.length) makeRoom(1);
  buffer[at++] = byte;
}

const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;

/** The letter after the backslash for the characters that have one (RFC 8785 §3.2.2.2). */
const SHORT_ESCAPES: ReadonlyMap<number, number> = new Map(
  [
    [QUOTE, '"'],
    [BACKSLASH, "\\"],
    [0x08, "b"],
    [0x09, "t"],
    [0x0a, "n"],
    [0x0c, "f"],
    [0x0d, "r"],
  ].map(([unit, letter]) => [unit as number, (letter as string).charCodeAt(0)]),
);

const HEX = "0123456789abcdef";

/** Writes a control character, a quote or a backslash as its only escape. */
function writeEscape(unit: number): void {
  writeByte(BACKSLASH);
  const letter = SHORT_ESCAPES.get(unit);
  if (letter === undefined) writeAscii(`u00${HEX[unit >> 4]}${HEX[unit & 15]}`);
  else writeByte(letter);
}

/** Writes text of ASCII characters that need no escape. */
function writeAscii(text: string): void {
  makeRoom(text.length);
  for (let i = 0; i < text.length; i++) writeByte(text.charCodeAt(i));
}

/** Whether a byte or ASCII character stands in a string only as an escape. */
const needsEscape = (unit: number): boolean => unit < 0x20 || unit === QUOTE || unit === BACKSLASH;

/** Writes a string with escapes or characters beyond ASCII, unless it is unfit for the record. */
function writeAnyString(text: string): boolean {
  if (textFault(text) !== undefined) return false;
  const bytes = utf8Encode(text);
  writeByte(QUOTE);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (needsEscape(byte)) writeEscape(byte);
    else writeByte(byte);
  }
  writeByte(QUOTE);
  return true;
}

function writeString(text: string): boolean {
  makeRoom(text.length + 2);
  const target = buffer;
  let to = at;
  target[to++] = QUOTE;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80 || needsEscape(unit)) return writeAnyString(text);
    target[to++] = unit;
  }
  target[to++] = QUOTE;
  at = to;
  return true;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isSorted(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) {
    if (keys[i - 1]! > keys[i]!) return false;
  }
  return true;
}

function writeObject(value: { readonly [key: string]: Json }, depth: number): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const keys = Object.keys(value);
  // Most objects come from canonical text, whose keys are in order already.
  if (!isSorted(keys)) keys.sort(byCodeUnits);
  writeByte(OPEN_OBJECT);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (i > 0) writeByte(COMMA);
    if (key === FORBIDDEN_KEY || !writeString(key)) return false;
    writeByte(COLON);
    if (!write(value[key], depth)) return false;
  }
  writeByte(CLOSE_OBJECT);
  return true;
}

function writeArray(items: readonly Json[], depth: number): boolean {
  writeByte(OPEN_ARRAY);
  for (let i = 0; i < items.length; i++) {
    if (i > 0) writeByte(COMMA);
    if (!write(items[i], depth)) return false;
  }
  writeByte(CLOSE_ARRAY);
  return true;
}

/** `Array.isArray` that also narrows read-only arrays. */
const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Writes a value, or answers false if it has no canonical form; `depth` counts its enclosures. */
function write(value: Json | undefined, depth: number): boolean {
  if (typeof value === "string") return writeString(value);
  if (value === null || typeof value === "boolean" || typeof value === "number") {
    if (typeof value === "number" && !isWireInteger(value)) return false;
    writeAscii(String(value));
    return true;
  }
  if (typeof value !== "object" || depth === MAX_DEPTH) return false;
  return isArray(value) ? writeArray(value, depth + 1) : writeObject(value, depth + 1);
}

/**
 * The canonical bytes as a view of the buffer, which the next call overwrites; undefined if the
 * value has none. A tag of ASCII characters and a line feed may come before them.
 */
function written(value: Json | undefined, depth = 0, tag = ""): Uint8Array | undefined {
  at = 0;
  if (buffer.length > KEPT_BYTES) buffer = new Uint8Array(4096);
  if (tag !== "") writeAscii(`${tag}\n`);
  return write(value, depth) ? buffer.subarray(0, at) : undefined;
}

/** Where the first part without canonical text is, in a value that has such a part. */
function faultyPath(value: Json, depth: number): JsonPath {
  if (typeof value !== "object" || value === null || depth === MAX_DEPTH) return [];
  for (const [key, member] of Object.entries(value)) {
    if (written(member, depth + 1) === undefined) return [key, ...faultyPath(member, depth + 1)];
  }
  return [];
}

/**
 * Where a value of unknown origin (a parsed YAML file, a request's body) can't be encoded, as the
 * path to the first such part; undefined if the whole value is `Json` and has a canonical form.
 */
export function encodingFault(value: unknown): JsonPath | undefined {
  return written(value as Json) === undefined ? faultyPath(value as Json, 0) : undefined;
}

/**
 * The one encoding of a value: RFC 8785 under the strict profile of docs/spec/encoding.md. These
 * bytes are hashed, signed and stored.
 *
 * A value that has none (undefined, a bigint, a fraction, minus zero, a text unfit for the record,
 * more than 32 levels) is a bug of the caller, who must have checked what came from outside.
 */
export function canonicalBytes(value: Json): Uint8Array {
  return encoded(value).slice();
}

/** `canonicalBytes`, behind a tag if there is one, without the copy. */
function encoded(value: Json, tag = ""): Uint8Array {
  const bytes = written(value, 0, tag);
  if (bytes === undefined) {
    assert(false, `no canonical form at /${faultyPath(value, 0).join("/")}`);
  }
  return bytes;
}

/** The canonical bytes as text. */
export function canonicalText(value: Json): string {
  const text = utf8Decode(encoded(value));
  assert(text.ok, "canonical bytes are UTF-8");
  return text.value;
}

/** JSON.parse, with undefined for what it refuses. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The first byte in which the received document differs from what it should have been. */
function firstDifference(received: Uint8Array, expected: Uint8Array): number {
  const end = Math.min(received.length, expected.length);
  for (let i = 0; i < end; i++) {
    if (received[i] !== expected[i]) return i;
  }
  return end;
}

/**
 * Reads a document of the record: only bytes that are exactly their own canonical form pass.
 *
 * The engine's parser swallows duplicate keys, rounds numbers and takes white space; but then the
 * bytes written from its result differ from the bytes received. Equality of both is therefore the
 * whole check, and the strict parser runs only to say what is wrong and where.
 */
export function decodeCanonical(
  bytes: Uint8Array,
  limits: DocumentLimits = {},
): Result<Json, CanonicalError> {
  const text = decodeText(bytes, limits);
  if (!text.ok) return text;
  const value = parsed(text.value);
  const own = written(value);
  if (value !== undefined && own !== undefined && equalBytes(own, bytes)) return ok(value);

  const strict = parseJsonText(text.value);
  if (!strict.ok) return strict;
  const offset = firstDifference(bytes, encoded(strict.value));
  assert(offset < bytes.length, "canonical bytes were refused");
  return err({ code: "not_canonical", offset, path: [] });
}

/**
 * SHA-256 over `tag`, a line feed and the bytes, in lower-case hexadecimal. The tag separates the
 * domains, so that a hash of one kind of document is never one of another kind [E10].
 */
export function hashTagged(tag: string, bytes: Uint8Array): string {
  return sha256Hex(concatBytes(utf8Encode(`${tag}\n`), bytes));
}

/** The tag, a line feed and the canonical bytes of a value: what a key signs [E10]. */
export function taggedBytes(tag: string, value: Json): Uint8Array {
  return encoded(value, tag).slice();
}

/** SHA-256 of `taggedBytes`, in lower-case hexadecimal. */
export function hashCanonical(tag: string, value: Json): string {
  return sha256Hex(encoded(value, tag));
}
