import { utf8Decode } from "./bytes.ts";
import { err, ok, type Result } from "./result.ts";
import { isAssignedText } from "./unicode-assigned.ts";

/** A value of the wire: JSON whose numbers are safe integers (docs/spec/encoding.md [E2], [E4]). */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Where in a document: keys and indices from the root down. */
export type JsonPath = readonly (string | number)[];

/** Why bytes are not a document of the record, in the order of docs/spec/encoding.md [E12]. */
export const CANONICAL_ERROR_CODES = [
  "too_large",
  "not_utf8",
  "not_json",
  "too_deep",
  "number_not_safe_integer",
  "lone_surrogate",
  "unassigned_character",
  "not_nfc",
  "forbidden_key",
  "duplicate_key",
  "not_canonical",
] as const;

export type CanonicalErrorCode = (typeof CANONICAL_ERROR_CODES)[number];

/** `offset` counts bytes from the start of the document; `path` names the value it belongs to. */
export type CanonicalError = {
  readonly code: CanonicalErrorCode;
  readonly offset: number;
  readonly path: JsonPath;
};

export type DocumentLimits = {
  /** The most bytes that a document may have; an entry's 65,535 when not given [E9]. */
  readonly maxBytes?: number;
};

/** The most bytes of an entry of the log: its length is written in 16 bits [E9]. */
export const MAX_ENTRY_BYTES = 65_535;

/** The most arrays and objects that may enclose a value [E8]. */
export const MAX_DEPTH = 32;

/** The one key that JavaScript objects give a meaning of its own [E7]. */
export const FORBIDDEN_KEY = "__proto__";

const ASCII = /^[\0-\x7f]*$/;

export type TextFault = "lone_surrogate" | "unassigned_character" | "not_nfc";

/**
 * What makes a text unfit for the record, or undefined [E5], [E6].
 *
 * Unicode's stability policy fixes the normal form of assigned characters for ever, so the answer
 * depends neither on the version that an engine carries (15.0 or any later) nor on a locale.
 */
export function textFault(text: string): TextFault | undefined {
  if (ASCII.test(text)) return undefined;
  if (!text.isWellFormed()) return "lone_surrogate";
  if (!isAssignedText(text)) return "unassigned_character";
  return text.normalize("NFC") === text ? undefined : "not_nfc";
}

/** Whether a number may stand in a document: a safe integer and not minus zero [E4]. */
export function isWireInteger(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** The state of one parse. `fault` is set once; every function then returns at once. */
type Reader = {
  readonly text: string;
  readonly path: (string | number)[];
  at: number;
  fault: { code: CanonicalErrorCode; at: number; path: JsonPath } | undefined;
};

function fail(reader: Reader, code: CanonicalErrorCode, at: number): undefined {
  reader.fault ??= { code, at, path: [...reader.path] };
  return undefined;
}

function skipWhitespace(reader: Reader): void {
  for (;;) {
    const unit = reader.text.charCodeAt(reader.at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
    reader.at++;
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;

function readNumber(reader: Reader): number | undefined {
  NUMBER.lastIndex = reader.at;
  const match = NUMBER.exec(reader.text);
  // Only a minus sign without digits gets here without a match: the fault is what follows it.
  if (match === null) return fail(reader, "not_json", reader.at + 1);
  const value = Number(match[0]);
  const isInteger = match[1] === undefined && match[2] === undefined;
  if (!isInteger || !isWireInteger(value)) {
    return fail(reader, "number_not_safe_integer", reader.at);
  }
  reader.at += match[0].length;
  return value;
}

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

const FOUR_HEX_DIGITS = /[0-9a-fA-F]{4}/y;

/** The character of the escape at the reader, which stands on the backslash. */
function readEscape(reader: Reader): string | undefined {
  const name = reader.text.charAt(reader.at + 1);
  const simple = SIMPLE_ESCAPES.get(name);
  if (simple !== undefined) {
    reader.at += 2;
    return simple;
  }
  if (name !== "u") return fail(reader, "not_json", reader.at);
  FOUR_HEX_DIGITS.lastIndex = reader.at + 2;
  const digits = FOUR_HEX_DIGITS.exec(reader.text);
  if (digits === null) return fail(reader, "not_json", reader.at);
  reader.at += 6;
  return String.fromCharCode(Number.parseInt(digits[0], 16));
}

/** The string whose opening quote the reader stands on. */
function readString(reader: Reader): string | undefined {
  const start = reader.at++;
  let value = "";
  let from = reader.at;
  for (;;) {
    const unit = reader.text.charCodeAt(reader.at);
    if (unit === 0x22) break;
    if (unit === 0x5c) {
      value += reader.text.slice(from, reader.at);
      const escaped = readEscape(reader);
      if (escaped === undefined) return undefined;
      value += escaped;
      from = reader.at;
    } else if (unit >= 0x20) {
      reader.at++;
    } else {
      // A control character, or NaN: the end of the text.
      return fail(reader, "not_json", reader.at);
    }
  }
  value += reader.text.slice(from, reader.at++);
  const fault = textFault(value);
  return fault === undefined ? value : fail(reader, fault, start);
}

function readArray(reader: Reader, depth: number): Json | undefined {
  const items: Json[] = [];
  reader.at++;
  skipWhitespace(reader);
  if (reader.text[reader.at] === "]") {
    reader.at++;
    return items;
  }
  for (;;) {
    reader.path.push(items.length);
    const item = readValue(reader, depth);
    if (item === undefined) return undefined;
    reader.path.pop();
    items.push(item);
    skipWhitespace(reader);
    const next = reader.text[reader.at];
    if (next !== "," && next !== "]") return fail(reader, "not_json", reader.at);
    reader.at++;
    if (next === "]") return items;
  }
}

/** Reads a key and its colon, and leaves the key on the path. */
function readKey(reader: Reader, members: { readonly [key: string]: Json }): string | undefined {
  skipWhitespace(reader);
  const start = reader.at;
  if (reader.text[start] !== '"') return fail(reader, "not_json", start);
  const key = readString(reader);
  if (key === undefined) return undefined;
  reader.path.push(key);
  if (key === FORBIDDEN_KEY) return fail(reader, "forbidden_key", start);
  if (Object.hasOwn(members, key)) return fail(reader, "duplicate_key", start);
  skipWhitespace(reader);
  if (reader.text[reader.at] !== ":") return fail(reader, "not_json", reader.at);
  reader.at++;
  return key;
}

function readObject(reader: Reader, depth: number): Json | undefined {
  const members: { [key: string]: Json } = {};
  reader.at++;
  skipWhitespace(reader);
  if (reader.text[reader.at] === "}") {
    reader.at++;
    return members;
  }
  for (;;) {
    const key = readKey(reader, members);
    if (key === undefined) return undefined;
    const value = readValue(reader, depth);
    if (value === undefined) return undefined;
    reader.path.pop();
    members[key] = value;
    skipWhitespace(reader);
    const next = reader.text[reader.at];
    if (next !== "," && next !== "}") return fail(reader, "not_json", reader.at);
    reader.at++;
    if (next === "}") return members;
  }
}

const WORDS: readonly (readonly [word: string, value: Json])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
];

/** The value at the reader; `depth` is the number of arrays and objects around it. */
function readValue(reader: Reader, depth: number): Json | undefined {
  skipWhitespace(reader);
  const first = reader.text.charAt(reader.at);
  if (first === '"') return readString(reader);
  if (first === "{" || first === "[") {
    if (depth === MAX_DEPTH) return fail(reader, "too_deep", reader.at);
    return first === "{" ? readObject(reader, depth + 1) : readArray(reader, depth + 1);
  }
  if (first === "-" || (first >= "0" && first <= "9")) return readNumber(reader);
  for (const [word, value] of WORDS) {
    if (reader.text.startsWith(word, reader.at)) {
      reader.at += word.length;
      return value;
    }
  }
  return fail(reader, "not_json", reader.at);
}

/** How many bytes the text takes up to a place that doesn't split a surrogate pair. */
function utf8Length(text: string, end: number): number {
  let length = 0;
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair counts two of the pair's four bytes.
    const isSurrogate = unit >= 0xd800 && unit < 0xe000;
    length += unit < 0x80 ? 1 : unit < 0x800 || isSurrogate ? 2 : 3;
  }
  return length;
}

/** Parses text that came from UTF-8; the errors' offsets count its bytes. */
export function parseJsonText(text: string): Result<Json, CanonicalError> {
  const reader: Reader = { text, path: [], at: 0, fault: undefined };
  const value = readValue(reader, 0);
  if (value !== undefined) {
    skipWhitespace(reader);
    if (reader.at < text.length) fail(reader, "not_json", reader.at);
  }
  const fault = reader.fault;
  if (value !== undefined && fault === undefined) return ok(value);
  const { code, at, path } = fault!;
  return err({ code, offset: utf8Length(text, at), path });
}

/** The bytes as text, unless they are too many or not UTF-8. */
export function decodeText(
  bytes: Uint8Array,
  limits: DocumentLimits = {},
): Result<string, CanonicalError> {
  const maxBytes = limits.maxBytes ?? MAX_ENTRY_BYTES;
  if (bytes.length > maxBytes) return err({ code: "too_large", offset: maxBytes, path: [] });
  const text = utf8Decode(bytes);
  return text.ok ? text : err({ code: "not_utf8", offset: text.error.offset, path: [] });
}

/**
 * Parses a document that people or other programs wrote: white space, escapes and the order of keys
 * are free, everything else is as strict as the canonical form. What is hashed or signed must come
 * in through `decodeCanonical` instead.
 */
export function decodeJson(
  bytes: Uint8Array,
  limits: DocumentLimits = {},
): Result<Json, CanonicalError> {
  const text = decodeText(bytes, limits);
  return text.ok ? parseJsonText(text.value) : text;
}
