import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { sha256 } from "@jointfund/core/base/sha256.ts";
import { keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import type { Assertion } from "@jointfund/core/governance/passkey.ts";
import type { SignedStatement, Statement } from "@jointfund/core/governance/statement.ts";
import { base64Of, bytesOf, ownBytes, signatureIn } from "./bytes.ts";
import { demonstrationKey } from "./demonstration-key.ts";
import { type Signer, SigningFailure } from "./signer.ts";
import type { SigningKey } from "./signing-key.ts";

/** How long an officer may take to answer an authenticator's question. */
const ANSWER_MS = 120_000;

/** Signs by the key that everybody can derive, if that is the officer's key. */
export async function demonstrationSigner(key: SigningKey): Promise<Signer | undefined> {
  const derived = await demonstrationKey(key.fund, key.officer).catch(() => undefined);
  if (derived === undefined || keyIdOf(derived.publicKey) !== key.id) return undefined;
  return {
    ...{ kind: "demonstration", officer: key.officer, party: key.party },
    async sign(statement) {
      const signature = await derived.sign(signingBytes(statement));
      return { statement, signatures: [{ key: key.id, signature }] };
    },
  };
}

/** What a credential of a site answers to a message: the browser asks who uses it (G62). */
export async function assertionOver(
  message: Uint8Array,
  { credentialId, site }: NonNullable<SigningKey["passkey"]>,
): Promise<Assertion> {
  if (typeof PublicKeyCredential === "undefined") throw new SigningFailure("not_supported");
  const credential = await navigator.credentials
    .get({
      publicKey: {
        challenge: ownBytes(sha256(message)),
        rpId: site,
        allowCredentials: [{ type: "public-key", id: bytesOf(credentialId) }],
        userVerification: "required",
        timeout: ANSWER_MS,
      },
    })
    .catch((failure: unknown) => {
      throw new SigningFailure(codeOf(failure), failure);
    });
  if (!(credential instanceof PublicKeyCredential)) throw new SigningFailure("cancelled");
  const { response } = credential;
  if (!(response instanceof AuthenticatorAssertionResponse)) {
    throw new SigningFailure("passkey_unavailable");
  }
  return {
    authenticatorData: base64Of(response.authenticatorData),
    clientDataJSON: base64Of(response.clientDataJSON),
    signature: base64Of(response.signature),
  };
}

/** What a browser's failure means (WebAuthn section 5.1.4). */
export function codeOf(failure: unknown): SigningFailure["code"] {
  const name = failure instanceof Error ? failure.name : "";
  if (name === "SecurityError") return "origin_not_allowed";
  if (name === "NotSupportedError") return "not_supported";
  if (name === "InvalidStateError") return "passkey_unavailable";
  return "cancelled";
}

export function passkeySigner(
  key: SigningKey,
  passkey: NonNullable<SigningKey["passkey"]>,
): Signer {
  return {
    ...{ kind: "passkey", officer: key.officer, party: key.party },
    async sign(statement) {
      const assertion = await assertionOver(signingBytes(statement), passkey);
      return { statement, signatures: [{ key: key.id, ...assertion }] };
    },
  };
}

/** Where a signature comes from that is made on another machine: what somebody brings back. */
export type Bring = (statement: Statement) => Promise<Uint8Array>;

export function elsewhereSigner(key: SigningKey, bring: Bring): Signer {
  return {
    ...{ kind: "elsewhere", officer: key.officer, party: key.party },
    sign: async (statement) => broughtBack(key, statement, await bring(statement)),
  };
}

/** A signature that was brought back, if it is by the officer's key over this statement. */
export async function broughtBack(
  { id, publicKey }: SigningKey,
  statement: Statement,
  content: Uint8Array,
): Promise<SignedStatement> {
  const signature = signatureIn(content);
  if (signature === undefined) throw new SigningFailure("signature_wrong");
  const key = await crypto.subtle
    .importKey("raw", bytesOf(publicKey), "Ed25519", false, ["verify"])
    .catch((failure: unknown) => {
      throw new SigningFailure("not_supported", failure);
    });
  const message = ownBytes(signingBytes(statement));
  const holds = await crypto.subtle.verify("Ed25519", key, ownBytes(signature), message);
  if (!holds) throw new SigningFailure("signature_wrong");
  return { statement, signatures: [{ key: id, signature: base64Encode(signature) }] };
}

/** How an officer signs: with a passkey, by a derived key in a demonstration, or elsewhere. */
export async function signerOf(key: SigningKey, bring: Bring): Promise<Signer> {
  if (key.passkey !== undefined) return passkeySigner(key, key.passkey);
  return (await demonstrationSigner(key)) ?? elsewhereSigner(key, bring);
}
