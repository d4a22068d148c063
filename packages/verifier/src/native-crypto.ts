import { createPublicKey, hash, verify, type KeyObject } from "node:crypto";

/** SHA-256 by the machine's own library. */
export function nativeSha256(bytes: Uint8Array): Uint8Array {
  const digest = hash("sha256", bytes, "buffer");
  return new Uint8Array(digest.buffer, digest.byteOffset, digest.length);
}

// RFC 8410: what stands before the 32 bytes of a public key in its DER form.
const PUBLIC_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const KEY_BYTES = 32;
const KEYS_KEPT = 10_000;

/** Keys that were read before: reading one takes a quarter of the time of a verification. */
const publicKeys = new Map<string, KeyObject>();

function publicKeyObject(raw: Uint8Array): KeyObject {
  const name = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString("latin1");
  const known = publicKeys.get(name);
  if (known !== undefined) return known;
  const der = Buffer.concat([PUBLIC_PREFIX, raw]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  if (publicKeys.size >= KEYS_KEPT) publicKeys.clear();
  publicKeys.set(name, key);
  return key;
}

// RFC 5480: what stands before the 65 bytes of an uncompressed point of P-256.
const P256_PREFIX = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex");
const POINT_BYTES = 65;

/** Verifies ECDSA on P-256 with SHA-256: an uncompressed point, and r and s of 32 bytes each. */
export function verifyP256(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== POINT_BYTES) return false;
  const der = Buffer.concat([P256_PREFIX, publicKey]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify("sha256", message, { key, dsaEncoding: "ieee-p1363" }, signature);
}

/** Verifies an Ed25519 signature (RFC 8032) by a raw public key. */
export function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== KEY_BYTES) return false;
  return verify(null, message, publicKeyObject(publicKey), signature);
}
