import { err, ok, type Result } from "./result.ts";

/** The code point at a place in well-formed text. */
function pointAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit >= 0xdc00) return unit;
  return 0x10000 + ((unit - 0xd800) << 10) + (text.charCodeAt(at + 1) - 0xdc00);
}

function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair counts two of the pair's four bytes.
    length += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return length;
}

/** Text to UTF-8. Lone surrogates must have been refused before: they have no encoding. */
export function utf8Encode(text: string): Uint8Array {
  // Most text is ASCII: one byte a character, and one pass is enough to find that out.
  const ascii = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) return utf8EncodeAny(text);
    ascii[i] = unit;
  }
  return ascii;
}

function utf8EncodeAny(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Length(text));
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const point = pointAt(text, i);
    if (point < 0x80) {
      bytes[at++] = point;
      continue;
    }
    if (point < 0x800) {
      bytes[at++] = 0xc0 | (point >> 6);
    } else {
      if (point < 0x10000) {
        bytes[at++] = 0xe0 | (point >> 12);
      } else {
        bytes[at++] = 0xf0 | (point >> 18);
        bytes[at++] = 0x80 | ((point >> 12) & 63);
        i++;
      }
      bytes[at++] = 0x80 | ((point >> 6) & 63);
    }
    bytes[at++] = 0x80 | (point & 63);
  }
  return bytes;
}

/** The code point of the sequence of two to four bytes at a place, or -1 if there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0xc2 || first > 0xf4) return -1;
  const extra = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
  let point = first & (0x3f >> extra);
  for (let i = 1; i <= extra; i++) {
    const next = bytes[at + i];
    if (next === undefined || (next & 0xc0) !== 0x80) return -1;
    point = (point << 6) | (next & 63);
  }
  const least = extra === 1 ? 0x80 : extra === 2 ? 0x800 : 0x10000;
  const isSurrogate = point >= 0xd800 && point < 0xe000;
  return point < least || isSurrogate || point > 0x10ffff ? -1 : point;
}

/**
 * UTF-8 to text, strictly: overlong forms, surrogates and truncated sequences are refused, with the
 * offset of the sequence's first byte. A byte order mark stays, as the character that it is.
 */
export function utf8Decode(bytes: Uint8Array): Result<string, { offset: number }> {
  let text = "";
  let at = 0;
  // Reading past the end gives undefined, which no test below takes for a byte.
  const lastEight = bytes.length - 8;
  while (at < bytes.length) {
    // Most text is ASCII, and eight characters at a time are four times as fast as one.
    while (at <= lastEight) {
      const [a, b, c, d] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!];
      const [e, f, g, h] = [bytes[at + 4]!, bytes[at + 5]!, bytes[at + 6]!, bytes[at + 7]!];
      if ((a | b | c | d | e | f | g | h) >= 0x80) break;
      text += String.fromCharCode(a, b, c, d, e, f, g, h);
      at += 8;
    }
    if (at === bytes.length) break;
    const first = bytes[at]!;
    const point = first < 0x80 ? first : sequenceAt(bytes, at);
    if (point < 0) return err({ offset: at });
    text += String.fromCodePoint(point);
    at += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return ok(text);
}

const HEX = "0123456789abcdef";
/** The two digits of each byte. */
const HEX_PAIRS = Array.from({ length: 256 }, (_, byte) => HEX[byte >> 4]! + HEX[byte & 15]!);

/** For each ASCII code its place in the alphabet, or -1. */
function places(alphabet: string): Int8Array {
  const table = new Int8Array(128).fill(-1);
  for (let i = 0; i < alphabet.length; i++) table[alphabet.charCodeAt(i)] = i;
  return table;
}

const HEX_PLACES = places(HEX);

/** Lower-case hexadecimal. */
export function hexEncode(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i++) text += HEX_PAIRS[bytes[i]!]!;
  return text;
}

/** Lower-case hexadecimal of even length, or nothing. */
export function hexDecode(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    const high = HEX_PLACES[text.charCodeAt(i * 2)] ?? -1;
    const low = HEX_PLACES[text.charCodeAt(i * 2 + 1)] ?? -1;
    if (high < 0 || low < 0) return undefined;
    bytes[i] = (high << 4) | low;
  }
  return bytes;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64_PLACES = places(BASE64);

/** Standard base64 with padding (RFC 4648 §4). */
export function base64Encode(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += BASE64[word >> 18]! + BASE64[(word >> 12) & 63]!;
    text += left < 2 ? "==" : BASE64[(word >> 6) & 63]! + (left < 3 ? "=" : BASE64[word & 63]!);
  }
  return text;
}

/**
 * Standard base64, strictly: no other alphabet, no white space, padding in full, and the bits that
 * padding leaves over are zero, so that bytes have one spelling only (RFC 4648 §3.5).
 */
export function base64Decode(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const digits = text.length - padding;
  let word = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < digits; i++) {
    const place = BASE64_PLACES[text.charCodeAt(i)] ?? -1;
    if (place < 0) return undefined;
    word = ((word << 6) | place) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = word >> bits;
    }
  }
  return (word & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

/** The parts one after the other. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether both hold the same bytes. Not in constant time: all that we compare is public. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return false;
  }
  return true;
}
