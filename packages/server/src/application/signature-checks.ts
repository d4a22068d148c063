import { createPublicKey, verify } from "node:crypto";
import { verifyEd25519 } from "./ed25519.ts";

// RFC 5480: what stands before the 65 bytes of an uncompressed point in its DER form.
const PUBLIC_PREFIX = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex");
const POINT_BYTES = 65;

/**
 * Verifies ECDSA on P-256 with SHA-256: a point of the curve (04, x, y), and r and s of 32 bytes
 * each. Whoever enrolled the key has looked whether the point lies on the curve.
 */
export function verifyP256(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== POINT_BYTES) return false;
  const der = Buffer.concat([PUBLIC_PREFIX, publicKey]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify("sha256", message, { key, dsaEncoding: "ieee-p1363" }, signature);
}

/** The signature checks that the core is lent. */
export const signatureChecks = { verify: verifyEd25519, verifyP256 } as const;

/** For a record whose signatures are known to be right: its own journal, a benchmark's. */
export const takenAsSigned = { verify: () => true, verifyP256: () => true } as const;
