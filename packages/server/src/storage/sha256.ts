import { hash } from "node:crypto";

/** A view of a Buffer's bytes that is none itself: a Buffer's `slice` would share them. */
export function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/** SHA-256 by the machine's own library, for the places where core lets its caller choose. */
export function nativeSha256(bytes: Uint8Array): Uint8Array {
  return plainBytes(hash("sha256", bytes, "buffer"));
}
