import { assert } from "../base/assert.ts";
import { base64Decode, concatBytes, equalBytes, hexDecode } from "../base/bytes.ts";
import { Schema } from "../base/schema.ts";
import {
  assertionSignatureText,
  authenticatorDataText,
  clientDataText,
  credentialIdText,
} from "./key-text.ts";
import { isP256Point } from "./p256.ts";

export const PASSKEY_ALGORITHMS = ["ES256", "EdDSA"] as const;
export type PasskeyAlgorithm = (typeof PASSKEY_ALGORITHMS)[number];

/** A public key that an authenticator made for one site, as it is enrolled (G61). */
export type Passkey = {
  readonly algorithm: PasskeyAlgorithm;
  /** SubjectPublicKeyInfo in DER (RFC 5480, RFC 8410), base64. */
  readonly spki: string;
  /** Id by which the site asks for it, base64. */
  readonly credentialId: string;
  /** The site of the charter's that it was made for: its RP ID. */
  readonly site: string;
};

/** What a passkey gives in place of a signature over the bytes themselves (G62), each in base64. */
export type Assertion = {
  readonly authenticatorData: string;
  readonly clientDataJSON: string;
  /** Ed25519, or ECDSA in DER. */
  readonly signature: string;
};

/** What stands before the key itself in the DER form, and how long that is. */
const FORMS: Readonly<Record<PasskeyAlgorithm, { prefix: Uint8Array; bytes: number }>> = {
  ES256: {
    prefix: hexDecode("3059301306072a8648ce3d020106082a8648ce3d030107034200")!,
    bytes: 65,
  },
  EdDSA: { prefix: hexDecode("302a300506032b6570032100")!, bytes: 32 },
};

/** The key within a SubjectPublicKeyInfo: 04, x, y of P-256 or 32 bytes of Ed25519. */
export function keyInSpki(algorithm: PasskeyAlgorithm, spki: Uint8Array): Uint8Array | undefined {
  const { prefix, bytes } = FORMS[algorithm];
  if (spki.length !== prefix.length + bytes) return undefined;
  if (!equalBytes(spki.subarray(0, prefix.length), prefix)) return undefined;
  const key = spki.subarray(prefix.length);
  return algorithm === "EdDSA" || isP256Point(key) ? key : undefined;
}

/** The SubjectPublicKeyInfo of a key. */
export function spkiOfKey(algorithm: PasskeyAlgorithm, key: Uint8Array): Uint8Array {
  return concatBytes(FORMS[algorithm].prefix, key);
}

/** The algorithm of a SubjectPublicKeyInfo, if it is one that a passkey may have. */
export function algorithmOfSpki(spki: Uint8Array): PasskeyAlgorithm | undefined {
  return PASSKEY_ALGORITHMS.find((algorithm) => keyInSpki(algorithm, spki) !== undefined);
}

function spkiText(algorithm: PasskeyAlgorithm, pattern: string): Schema<string> {
  return Schema.string({
    format: {
      name: `spki-${algorithm.toLowerCase()}`,
      pattern,
      accepts(text) {
        const spki = base64Decode(text);
        return spki !== undefined && keyInSpki(algorithm, spki) !== undefined;
      },
    },
  });
}

const shared = {
  credentialId: credentialIdText,
  site: Schema.string({ minLength: 1, maxLength: 253, description: "RP ID of the site." }),
};

/** A passkey as an act enrols it: nothing of it is taken on trust but its signatures (G61). */
export const passkeySchema: Schema<Passkey> = Schema.taggedUnion("algorithm", [
  Schema.object({
    algorithm: Schema.literal("ES256"),
    spki: spkiText("ES256", "^MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE[A-Za-z0-9+/]{86}==$"),
    ...shared,
  }),
  Schema.object({
    algorithm: Schema.literal("EdDSA"),
    spki: spkiText("EdDSA", "^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$"),
    ...shared,
  }),
]);

/** The public key that an enrolled passkey's signatures are checked with. */
export function keyOfPasskey({ algorithm, spki }: Passkey): Uint8Array {
  const key = keyInSpki(algorithm, base64Decode(spki) ?? new Uint8Array());
  assert(key !== undefined, "the schema has read a key of its algorithm");
  return key;
}

/** The fields of an assertion, wherever it stands (G62). */
export const assertionFields = {
  authenticatorData: authenticatorDataText,
  clientDataJSON: clientDataText,
  signature: assertionSignatureText,
};

export const assertionSchema: Schema<Assertion> = Schema.object(assertionFields);
