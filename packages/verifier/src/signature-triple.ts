import { hash } from "node:crypto";
import { concatBytes } from "@jointfund/core/base/bytes.ts";

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/**
 * A name for "this key has made this signature over this message". Key and signature have fixed
 * lengths, so two triples that differ have two names.
 */
export function tripleName(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): string | undefined {
  if (publicKey.length !== KEY_BYTES || signature.length !== SIGNATURE_BYTES) return undefined;
  return hash("sha256", concatBytes(publicKey, signature, message), "base64");
}
