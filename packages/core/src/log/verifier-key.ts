import { base64Decode, base64Encode, concatBytes, hexEncode, utf8Encode } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { sha256 } from "../base/sha256.ts";
import { rejected, type LogRejection } from "./rejection.ts";

/** Verifies an Ed25519 signature (RFC 8032) of 64 bytes by a public key of 32. */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;

/** Signs with the Ed25519 key that the caller holds: 64 bytes. */
export type Sign = (message: Uint8Array) => Uint8Array;

/** The signature types that we use, by their byte in signed-note (rule L10). */
export const SIGNATURE_TYPES = { ed25519: 0x01, cosignature: 0x04 } as const;

export type SignatureType = (typeof SIGNATURE_TYPES)[keyof typeof SIGNATURE_TYPES];

/** A public key with the name that it signs notes under. */
export type VerifierKey = {
  readonly name: string;
  /** The first four bytes of a hash of name, type and key, big-endian: an address, not a proof. */
  readonly keyId: number;
  readonly type: SignatureType;
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array;
};

export const PUBLIC_KEY_BYTES = 32;

// Control characters, plus, and the White_Space property of Unicode, written out because the rule
// must not change with an engine's tables.
const NOT_IN_A_NAME =
  // oxlint-disable-next-line no-control-regex -- the rule is about control characters
  /[\u0000-\u0020+\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Non-empty, no Unicode space, no plus, no control character, no lone surrogate (rule L9). */
export function isKeyName(name: string): boolean {
  return name !== "" && !NOT_IN_A_NAME.test(name) && name.isWellFormed();
}

/** SHA-256(name ‖ newline ‖ type ‖ public key), its first four bytes, big-endian (rule L10). */
export function computeKeyId(name: string, type: number, publicKey: Uint8Array): number {
  const digest = sha256(concatBytes(utf8Encode(`${name}\n`), Uint8Array.of(type), publicKey));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}

/** Eight lower-case hexadecimal digits. */
export function formatKeyId(keyId: number): string {
  return keyId.toString(16).padStart(8, "0");
}

/** A key under a name. Refused: `key_name_malformed`, `verifier_key_malformed` (not 32 bytes). */
export function verifierKey(
  name: string,
  type: SignatureType,
  publicKey: Uint8Array,
): Result<VerifierKey, LogRejection> {
  if (!isKeyName(name)) return rejected("key_name_malformed", { actual: name });
  if (publicKey.length !== PUBLIC_KEY_BYTES) {
    return rejected("verifier_key_malformed", {
      actual: publicKey.length,
      required: PUBLIC_KEY_BYTES,
    });
  }
  return ok({ name, type, publicKey, keyId: computeKeyId(name, type, publicKey) });
}

/** `<name>+<key id>+<base64 of type and key>`, the text in which keys are handed on (rule L10). */
export function formatVerifierKey({ name, keyId, type, publicKey }: VerifierKey): string {
  const material = base64Encode(concatBytes(Uint8Array.of(type), publicKey));
  return `${name}+${formatKeyId(keyId)}+${material}`;
}

/**
 * Reads a verifier key strictly: it encodes back to the same text (rule L10). With a type it reads
 * keys of that type only: say what the key is for wherever the text comes from outside. Refused:
 * `verifier_key_malformed`, `key_name_malformed`, `verifier_key_type_unsupported`,
 * `verifier_key_id_mismatch`.
 */
export function parseVerifierKey(
  text: string,
  only?: SignatureType,
): Result<VerifierKey, LogRejection> {
  // Neither a name nor a key id holds a plus, but base64 may.
  const [, name, id, encoded] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/su.exec(text) ?? [];
  const material = encoded === undefined ? undefined : base64Decode(encoded);
  if (name === undefined || id === undefined || material === undefined || material.length === 0) {
    return rejected("verifier_key_malformed", { actual: text });
  }
  const usable = only === undefined ? Object.values(SIGNATURE_TYPES) : [only];
  const type = usable.find((byte) => byte === material[0]);
  if (type === undefined) {
    return rejected("verifier_key_type_unsupported", {
      actual: hexEncode(material.subarray(0, 1)),
      required: usable.map((byte) => hexEncode(Uint8Array.of(byte))),
    });
  }
  const key = verifierKey(name, type, material.slice(1));
  if (key.ok && formatKeyId(key.value.keyId) !== id) {
    return rejected("verifier_key_id_mismatch", {
      actual: id,
      required: formatKeyId(key.value.keyId),
    });
  }
  return key;
}
