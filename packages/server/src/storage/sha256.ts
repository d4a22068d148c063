import { hash } from "node:crypto";

/** A view of a Buffer's bytes that is none itself: a Buffer's `slice` would share them. */
export function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/**
 * SHA-256 by the machine's own library, for the places where core lets its caller choose. A digest
 * comes out of the library fastest as a string of 32 characters: a Buffer has to be allocated
 * outside of the heap, which takes longer than the hashing.
 */
export function nativeSha256(bytes: Uint8Array): Uint8Array {
  const text = hash("sha256", bytes, "latin1");
  const digest = new Uint8Array(32);
  for (let i = 0; i < 32; i++) digest[i] = text.charCodeAt(i);
  return digest;
}
