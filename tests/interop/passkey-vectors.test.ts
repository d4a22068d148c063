import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { base64Decode } from "@jointfund/core/base/bytes.ts";
import { checkAssertion } from "@jointfund/core/governance/assertion.ts";
import type { PasskeyTerms } from "@jointfund/core/charter/passkey-terms.ts";
import type { Assertion, Passkey } from "@jointfund/core/governance/passkey.ts";
import { signatureChecks } from "@jointfund/server/application/signature-checks.ts";
import * as ofVerifier from "@jointfund/verifier/native-crypto.ts";

type Vectors = {
  readonly message: string;
  readonly terms: PasskeyTerms;
  readonly vectors: readonly (Assertion & {
    readonly expected: string;
    readonly passkey: Passkey;
  })[];
};

const file = new URL("../../vectors/passkeys/assertions.json", import.meta.url);
const { message, terms, vectors } = JSON.parse(readFileSync(file, "utf8")) as Vectors;
const signed = base64Decode(message)!;

test("[G60] [G63] [G64] [G65] the vectors come out as they say, on server and verifier", () => {
  const { verifyEd25519: verify, verifyP256 } = ofVerifier;
  for (const checks of [signatureChecks, { verify, verifyP256 }]) {
    for (const [index, { expected, passkey, ...assertion }] of vectors.entries()) {
      const refused = checkAssertion(passkey, assertion, signed, { terms, checks });
      assert.equal(refused?.code ?? "holds", expected, `vector ${index}`);
    }
  }
});

const asUrl = (text: string): string => Buffer.from(text, "base64").toString("base64url");

/** The credential's key as CBOR (RFC 9053), which the other library wants. */
function coseOf({ algorithm, spki }: Passkey): Uint8Array<ArrayBuffer> {
  const der = Buffer.from(spki, "base64");
  const text = (bytes: Buffer): Buffer => Buffer.concat([Buffer.of(0x58, bytes.length), bytes]);
  const parts =
    algorithm === "ES256"
      ? [
          Buffer.from("a5010203262001", "hex"),
          ...[Buffer.of(0x21), text(der.subarray(-64, -32)), Buffer.of(0x22)],
          text(der.subarray(-32)),
        ]
      : [Buffer.from("a401010327200621", "hex"), text(der.subarray(-32))];
  return new Uint8Array(Buffer.concat(parts));
}

/** What the library does not ask: copied passkeys, framing pages, and unset reserved states. */
const OURS_ALONE = new Set(["signed_in_foreign_page", "passkey_is_synced", "assertion_malformed"]);

test("[G62] the rules hold to be right what another library does", async () => {
  const challenge = createHash("sha256").update(signed).digest("base64url");
  const { id, origins } = terms.sites[0]!;
  for (const [index, { expected, passkey, ...assertion }] of vectors.entries()) {
    const credentialId = asUrl(passkey.credentialId);
    const isRight = await verifyAuthenticationResponse({
      response: {
        ...{ id: credentialId, rawId: credentialId, type: "public-key" },
        clientExtensionResults: {},
        response: {
          authenticatorData: asUrl(assertion.authenticatorData),
          clientDataJSON: asUrl(assertion.clientDataJSON),
          signature: asUrl(assertion.signature),
        },
      },
      ...{ expectedChallenge: challenge, expectedOrigin: [...origins], expectedRPID: id },
      credential: { id: credentialId, publicKey: coseOf(passkey), counter: 0 },
      requireUserVerification: true,
    }).then(
      ({ verified }) => verified,
      () => false,
    );
    if (OURS_ALONE.has(expected)) continue;
    assert.equal(isRight, expected === "holds", `vector ${index}: ${expected}`);
  }
});
