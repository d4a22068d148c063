import { assert } from "./assert.ts";
import { concatBytes, utf8Encode } from "./bytes.ts";
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

/** Printable ASCII without the quote and the backslash: stands in a JSON string as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;
const NEEDS_ESCAPE = /["\\\0-\x1f]/;
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\f", "\\f"],
  ["\r", "\\r"],
]);

function escape(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x20 && character !== '"' && character !== "\\") return character;
  return SHORT_ESCAPES.get(character) ?? `\\u00${code < 16 ? "0" : ""}${code.toString(16)}`;
}

/** A string as RFC 8785 §3.2.2.2 writes it, or undefined if the record can't hold it. */
function quoted(text: string): string | undefined {
  if (PLAIN.test(text)) return `"${text}"`;
  if (textFault(text) !== undefined) return undefined;
  if (!NEEDS_ESCAPE.test(text)) return `"${text}"`;
  let escaped = "";
  for (const character of text) escaped += escape(character);
  return `"${escaped}"`;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isSorted(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) {
    if (keys[i - 1]! > keys[i]!) return false;
  }
  return true;
}

function objectText(value: { readonly [key: string]: Json }, depth: number): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const keys = Object.keys(value);
  // Most objects come from canonical text, whose keys are in order already.
  if (!isSorted(keys)) keys.sort(byCodeUnits);
  let text = "{";
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const name = quoted(key);
    const member = textOf(value[key], depth);
    if (name === undefined || member === undefined || key === FORBIDDEN_KEY) return undefined;
    text += i === 0 ? `${name}:${member}` : `,${name}:${member}`;
  }
  return `${text}}`;
}

function arrayText(items: readonly Json[], depth: number): string | undefined {
  let text = "[";
  for (let i = 0; i < items.length; i++) {
    const item = textOf(items[i], depth);
    if (item === undefined) return undefined;
    text += i === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

/** The canonical text, or undefined if the value has none; `depth` counts what encloses it. */
function textOf(value: Json | undefined, depth: number): string | undefined {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return isWireInteger(value) ? `${value}` : undefined;
  if (value === null) return "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value !== "object" || depth === MAX_DEPTH) return undefined;
  return isArray(value) ? arrayText(value, depth + 1) : objectText(value, depth + 1);
}

/** `Array.isArray` that also narrows read-only arrays. */
const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Where the first part without canonical text is, in a value that has such a part. */
function faultyPath(value: Json, depth: number): JsonPath {
  if (typeof value !== "object" || value === null || depth === MAX_DEPTH) return [];
  for (const [key, member] of Object.entries(value)) {
    if (textOf(member, depth + 1) === undefined) return [key, ...faultyPath(member, depth + 1)];
  }
  return [];
}

/**
 * Where a value of unknown origin (a parsed YAML file, a request's body) can't be encoded, as the
 * path to the first such part; undefined if the whole value is `Json` and has a canonical form.
 */
export function encodingFault(value: unknown): JsonPath | undefined {
  return textOf(value as Json, 0) === undefined ? faultyPath(value as Json, 0) : undefined;
}

/**
 * The one text of a value: RFC 8785 under the strict profile of docs/spec/encoding.md.
 *
 * A value that has none (undefined, a bigint, a fraction, minus zero, a lone surrogate, text that is
 * not NFC, more than 32 levels) is a bug of the caller, who must have checked what came from outside.
 */
export function canonicalText(value: Json): string {
  const text = textOf(value, 0);
  if (text === undefined) {
    assert(false, `no canonical form at /${faultyPath(value, 0).join("/")}`);
  }
  return text;
}

/** The UTF-8 bytes of the canonical text: what is hashed, signed and stored. */
export function canonicalBytes(value: Json): Uint8Array {
  return utf8Encode(canonicalText(value));
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
 * text written from its result differs from the text received. Equality of both is therefore the
 * whole check, and the strict parser runs only to say what is wrong and where.
 */
export function decodeCanonical(
  bytes: Uint8Array,
  limits: DocumentLimits = {},
): Result<Json, CanonicalError> {
  const text = decodeText(bytes, limits);
  if (!text.ok) return text;
  const value = parsed(text.value);
  if (value !== undefined && textOf(value, 0) === text.value) return ok(value);

  const strict = parseJsonText(text.value);
  if (!strict.ok) return strict;
  const offset = firstDifference(bytes, canonicalBytes(strict.value));
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
  return utf8Encode(`${tag}\n${canonicalText(value)}`);
}

/** SHA-256 of `taggedBytes`, in lower-case hexadecimal. */
export function hashCanonical(tag: string, value: Json): string {
  return sha256Hex(taggedBytes(tag, value));
}
