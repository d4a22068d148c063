import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { assert } from "@jointfund/core/base/assert.ts";
import type { Signer } from "../ports.ts";
import { plainBytes } from "../storage/sha256.ts";

// RFC 8410: what stands before the 32 bytes of a key in its DER form.
const PUBLIC_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const KEY_BYTES = 32;

/** Keys that were read before: reading one takes a quarter of the time of a verification. */
const publicKeys = new Map<string, KeyObject>();
const KEYS_KEPT = 10_000;

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

/** Verifies an Ed25519 signature (RFC 8032) by a raw public key. */
export function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== KEY_BYTES) return false;
  return verify(null, message, publicKeyObject(publicKey), signature);
}

/** A signer from a seed of 32 bytes. */
export function ed25519Signer(seed: Uint8Array): Signer {
  assert(seed.length === KEY_BYTES, "an Ed25519 seed has 32 bytes");
  const der = Buffer.concat([PRIVATE_PREFIX, seed]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  return {
    publicKey: plainBytes(spki.subarray(PUBLIC_PREFIX.length)),
    sign: (message) => plainBytes(sign(null, message, key)),
  };
}
