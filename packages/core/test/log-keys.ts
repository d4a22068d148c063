import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import assert from "node:assert/strict";
import {
  type Sign,
  SIGNATURE_TYPES,
  type SignatureType,
  type VerifierKey,
  verifierKey,
  type VerifySignature,
} from "../src/log/verifier-key.ts";

// The DER prefixes of Ed25519 keys (RFC 8410): what stands before the 32 bytes of the raw key.
const PUBLIC_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

function publicKeyObject(raw: Uint8Array) {
  const key = Buffer.concat([PUBLIC_PREFIX, raw]);
  return createPublicKey({ key, format: "der", type: "spki" });
}

/** Ed25519 by node:crypto, as a program at the edge would hand it to core. */
export const verifyEd25519: VerifySignature = (publicKey, message, signature) =>
  verify(null, message, publicKeyObject(publicKey), signature);

/** A public key in PEM, for programs that read no raw keys. */
export function publicKeyPem(raw: Uint8Array): string {
  return publicKeyObject(raw).export({ format: "pem", type: "spki" }).toString();
}

/** A key pair from a seed of 32 bytes, for tests only. */
export function testKey(
  name: string,
  seed: Uint8Array,
  type: SignatureType = SIGNATURE_TYPES.ed25519,
): { key: VerifierKey; sign: Sign } {
  const der = Buffer.concat([PRIVATE_PREFIX, seed]);
  const secret = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(secret).export({ format: "der", type: "spki" });
  const key = verifierKey(name, type, Uint8Array.from(spki.subarray(PUBLIC_PREFIX.length)));
  assert.ok(key.ok);
  return { key: key.value, sign: (message) => Uint8Array.from(sign(null, message, secret)) };
}
