import { assert } from "../base/assert.ts";
import { base64Decode } from "../base/bytes.ts";
import type { PasskeyTerms } from "../charter/passkey-terms.ts";
import { checkAssertion, type SignatureChecks } from "./assertion.ts";
import { keyIdOf } from "./identity.ts";
import type { Assertion, Passkey } from "./passkey.ts";
import { rejection, type Rejection } from "./rejection.ts";
import type { OfficerKey } from "./state.ts";
import type { Signature } from "./statement.ts";

/** How an act names the key that it enrols: an Ed25519 key of its own, or a passkey. */
export type KeyNamed = { readonly publicKey: string } | { readonly passkey: Passkey };

/** The bytes that name a key: the raw Ed25519 key, or a passkey's SubjectPublicKeyInfo (R3). */
function bytesOf(text: string): Uint8Array {
  const bytes = base64Decode(text);
  assert(bytes !== undefined, "the schema has read a public key");
  return bytes;
}

const textOf = (named: KeyNamed): string =>
  "passkey" in named ? named.passkey.spki : named.publicKey;

/** The id of the key that an act names. */
export function idOfNamed(named: KeyNamed): string {
  return keyIdOf(bytesOf(textOf(named)));
}

/** The key in force that an act makes of it. */
export function activeKey(officer: string, named: KeyNamed): OfficerKey {
  const key = { id: idOfNamed(named), officer, publicKey: textOf(named) };
  if (!("passkey" in named)) return { ...key, status: "active" };
  const { algorithm, credentialId, site } = named.passkey;
  return { ...key, passkey: { algorithm, credentialId, site }, status: "active" };
}

type Judged = { readonly terms: PasskeyTerms | undefined; readonly checks: SignatureChecks };

/** Why a signature is not this key's over the message; nothing if it is (R3, G62 to G65). */
export function checkSignature(
  key: OfficerKey,
  signature: Signature,
  message: Uint8Array,
  { terms, checks }: Judged,
): Rejection | undefined {
  const isAssertion = "authenticatorData" in signature;
  if (key.passkey === undefined) {
    const bytes = isAssertion ? undefined : base64Decode(signature.signature);
    const isSigned = bytes !== undefined && checks.verify(bytesOf(key.publicKey), message, bytes);
    return isSigned ? undefined : rejection("bad_signature", "R3");
  }
  if (!isAssertion) return rejection("bad_signature", "G62");
  const passkey = { ...key.passkey, spki: key.publicKey };
  return checkAssertion(passkey, signature, message, { terms, checks });
}

/** A proof that whoever enrols a key holds it: a signature, or of a passkey an assertion (G5). */
export function isProof(
  named: KeyNamed,
  proof: string | Assertion,
  message: Uint8Array,
  judged: Judged,
): boolean {
  const key = activeKey("", named);
  const given = typeof proof === "string" ? { signature: proof } : proof;
  return checkSignature(key, { key: key.id, ...given }, message, judged) === undefined;
}
