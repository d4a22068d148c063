import { base64Decode, base64Encode, concatBytes, equalBytes, utf8Encode } from "../base/bytes.ts";
import { sha256 } from "../base/sha256.ts";
import type { PasskeyTerms } from "../charter/passkey-terms.ts";
import type { Context } from "./act-definition.ts";
import { readAuthenticatorData } from "./authenticator-data.ts";
import { readClientData } from "./client-data.ts";
import { p256SignatureFromDer } from "./p256.ts";
import { keyOfPasskey, type Assertion, type Passkey } from "./passkey.ts";
import { rejection, type Rejection } from "./rejection.ts";

/** Signature checks that the edge lends. */
export type SignatureChecks = Pick<Context, "verify" | "verifyP256">;

/** What a passkey is asked to sign in place of a message: its SHA-256, base64url (G62). */
export function challengeOf(message: Uint8Array): string {
  const text = base64Encode(sha256(message));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * Why an assertion is not the passkey's over this message by the terms of the charter; nothing if
 * it is (G63 to G65). All that it says is compared, and none is believed before the signature.
 */
export function checkAssertion(
  passkey: Passkey,
  assertion: Assertion,
  message: Uint8Array,
  { terms, checks }: { readonly terms: PasskeyTerms | undefined; readonly checks: SignatureChecks },
): Rejection | undefined {
  const site = terms?.sites.find(({ id }) => id === passkey.site);
  if (terms === undefined || site === undefined) return siteNotAllowed(passkey.site, terms);
  const clientData = base64Decode(assertion.clientDataJSON) ?? new Uint8Array();
  const authenticatorData = base64Decode(assertion.authenticatorData) ?? new Uint8Array();
  const said =
    checkClientData(clientData, challengeOf(message), site.origins) ??
    checkAuthenticator(authenticatorData, passkey.site, terms);
  if (said !== undefined) return said;
  const signed = concatBytes(authenticatorData, sha256(clientData));
  return isSigned(passkey, assertion.signature, signed, checks)
    ? undefined
    : rejection("bad_signature", "G65");
}

/** That a passkey's site is not among those of the charter (G60). */
export function siteNotAllowed(site: string, terms: PasskeyTerms | undefined): Rejection {
  const required = terms?.sites.map(({ id }) => id) ?? [];
  return rejection("passkey_site_not_allowed", terms?.clause ?? "G60", { actual: site, required });
}

function checkClientData(
  bytes: Uint8Array,
  challenge: string,
  origins: readonly string[],
): Rejection | undefined {
  const said = readClientData(bytes);
  if (said === undefined)
    return rejection("assertion_malformed", "G63", { part: "clientDataJSON" });
  if (said.type !== "webauthn.get") {
    return rejection("assertion_not_for_signing", "G63", { actual: said.type });
  }
  if (said.challenge !== challenge) {
    return rejection("challenge_differs", "G62", { actual: said.challenge, required: challenge });
  }
  if (!origins.includes(said.origin)) {
    return rejection("origin_not_allowed", "G63", { actual: said.origin, required: origins });
  }
  return said.crossOrigin ? rejection("signed_in_foreign_page", "G63") : undefined;
}

function checkAuthenticator(
  bytes: Uint8Array,
  site: string,
  { clause, synced }: PasskeyTerms,
): Rejection | undefined {
  const said = readAuthenticatorData(bytes);
  if (said === undefined) {
    return rejection("assertion_malformed", "G64", { part: "authenticatorData" });
  }
  if (!equalBytes(said.siteHash, sha256(utf8Encode(site)))) {
    return rejection("assertion_of_other_site", "G64", { required: site });
  }
  if (!said.userPresent || !said.userVerified) return rejection("user_not_verified", "G64");
  return said.backupEligible && !synced ? rejection("passkey_is_synced", clause) : undefined;
}

function isSigned(
  passkey: Passkey,
  text: string,
  signed: Uint8Array,
  { verify, verifyP256 }: SignatureChecks,
): boolean {
  const key = keyOfPasskey(passkey);
  const signature = base64Decode(text);
  if (signature === undefined) return false;
  if (passkey.algorithm === "EdDSA") {
    return signature.length === 64 && verify(key, signed, signature);
  }
  const raw = p256SignatureFromDer(signature);
  return raw !== undefined && verifyP256(key, signed, raw);
}
