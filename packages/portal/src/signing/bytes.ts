import { base64Decode, base64Encode, hexDecode } from "@jointfund/core/base/bytes.ts";

/** Bytes as the browser's own interfaces take them. */
export type OwnBytes = Uint8Array<ArrayBuffer>;

export const ownBytes = (bytes: Uint8Array): OwnBytes => Uint8Array.from(bytes);

export const base64Of = (buffer: ArrayBuffer): string => base64Encode(new Uint8Array(buffer));

/** Without padding, as WebAuthn's JSON has it. */
export const base64urlOf = (buffer: ArrayBuffer): string =>
  base64Of(buffer).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** Base64 that our own office has written. */
export function bytesOf(text: string): OwnBytes {
  const bytes = base64Decode(text);
  if (bytes === undefined) throw new TypeError("what the office sent is not base64");
  return ownBytes(bytes);
}

const ED25519_BYTES = 64;

/** A signature as people and programs write one: 64 bytes, base64 or hexadecimal. */
export function signatureIn(content: Uint8Array): Uint8Array | undefined {
  if (content.length === ED25519_BYTES) return content;
  const text = new TextDecoder().decode(content).replaceAll(/\s/g, "");
  const isHex = /^[0-9a-fA-F]{128}$/.test(text);
  const bytes = isHex ? hexDecode(text.toLowerCase()) : base64Decode(text);
  return bytes?.length === ED25519_BYTES ? bytes : undefined;
}
