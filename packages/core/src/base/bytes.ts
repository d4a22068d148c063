import { err, ok, type Result } from "./result.ts";

/** Text to UTF-8. Lone surrogates must have been refused before: they have no encoding. */
export function utf8Encode(text: string): Uint8Array {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (unit >= 0xd800 && unit < 0xdc00) {
      length += 4;
      i++;
    } else length += 3;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    let point = text.charCodeAt(i);
    if (point >= 0xd800 && point < 0xdc00) {
      point = 0x10000 + ((point - 0xd800) << 10) + (text.charCodeAt(++i) - 0xdc00);
    }
    if (point < 0x80) bytes[at++] = point;
    else if (point < 0x800) {
      bytes[at++] = 0xc0 | (point >> 6);
      bytes[at++] = 0x80 | (point & 63);
    } else if (point < 0x10000) {
      bytes[at++] = 0xe0 | (point >> 12);
      bytes[at++] = 0x80 | ((point >> 6) & 63);
      bytes[at++] = 0x80 | (point & 63);
    } else {
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 63);
      bytes[at++] = 0x80 | ((point >> 6) & 63);
      bytes[at++] = 0x80 | (point & 63);
    }
  }
  return bytes;
}

/** UTF-8 to text, strictly: overlong forms, surrogates and truncated sequences are refused. */
export function utf8Decode(bytes: Uint8Array): Result<string, { offset: number }> {
  const parts: string[] = [];
  let chunk: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at]!;
    const start = at;
    at++;
    let point = first;
    if (first >= 0x80) {
      const extra = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
      if (first < 0xc2 || first > 0xf4) return err({ offset: start });
      point = first & (0x3f >> extra);
      for (let i = 0; i < extra; i++) {
        const next = bytes[at++];
        if (next === undefined || (next & 0xc0) !== 0x80) return err({ offset: start });
        point = (point << 6) | (next & 63);
      }
      const least = extra === 1 ? 0x80 : extra === 2 ? 0x800 : 0x10000;
      const surrogate = point >= 0xd800 && point < 0xe000;
      if (point < least || surrogate || point > 0x10ffff) return err({ offset: start });
    }
    chunk.push(point);
    if (chunk.length === 4096) {
      parts.push(String.fromCodePoint(...chunk));
      chunk = [];
    }
  }
  parts.push(String.fromCodePoint(...chunk));
  return ok(parts.join(""));
}

const HEX = "0123456789abcdef";

/** Lower-case hexadecimal. */
export function hexEncode(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX[byte >> 4]! + HEX[byte & 15]!;
  return text;
}

/** Lower-case hexadecimal of even length, or nothing. */
export function hexDecode(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(text.slice(i * 2, i * 2 + 2), 16);
  }
  return bytes;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Standard base64 with padding (RFC 4648 §4). */
export function base64Encode(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += BASE64[word >> 18]! + BASE64[(word >> 12) & 63]!;
    text += b === undefined ? "=" : BASE64[(word >> 6) & 63]!;
    text += c === undefined ? "=" : BASE64[word & 63]!;
  }
  return text;
}

/** Standard base64, strictly: what does not encode back to the same text is refused. */
export function base64Decode(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let i = 0; i < text.length; i += 4) {
    let word = 0;
    for (let j = 0; j < 4; j++) {
      const index = BASE64.indexOf(text[i + j]!);
      word = (word << 6) | (index < 0 ? 0 : index);
    }
    for (let j = 2; j >= 0 && at < bytes.length; j--) bytes[at++] = (word >> (j * 8)) & 255;
  }
  return base64Encode(bytes) === text ? bytes : undefined;
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
