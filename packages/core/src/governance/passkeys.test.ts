import assert from "node:assert/strict";
import { test } from "node:test";
import {
  SoftwareAuthenticator,
  type AssertionChanges,
} from "../../../../tests/support/software-authenticator.ts";
import {
  approvalOf,
  contextOf,
  DAY,
  evolveAll,
  keyIdOfRaw,
  keyPairOf,
  signBase64,
} from "../../test/governance/fixture.ts";
import { assertFacts } from "../../test/governance/rejection-facts.ts";
import { ruledState } from "../../test/governance/rules.ts";
import type { PasskeyTerms } from "../charter/passkey-terms.ts";
import { authenticate } from "./authenticate.ts";
import { signingBytes } from "./identity.ts";
import { activeKey } from "./officer-key.ts";
import type { GovernanceState } from "./state.ts";
import type { PasskeySignature, Signature, Statement } from "./statement.ts";

const SITE = "fund.example";
const ORIGIN = "https://us.fund.example";
const TERMS: PasskeyTerms = {
  clause: "30.4",
  synced: false,
  sites: [
    { id: SITE, origins: [ORIGIN, "https://jp.fund.example"] },
    { id: "other.example", origins: ["https://other.example"] },
  ],
};

/** A fund in which us-1 has a passkey. */
function stateWith(
  authenticator: SoftwareAuthenticator,
  passkeys: PasskeyTerms | undefined = TERMS,
): GovernanceState {
  const base = ruledState();
  const charter = { ...base.charter, ...(passkeys === undefined ? {} : { passkeys }) };
  const key = activeKey("us-1", { passkey: authenticator.passkey });
  const retired = base.officers.get("us-1")!.key!;
  return evolveAll({ ...base, charter }, [{ kind: "keyRotated", officer: "us-1", retired, key }]);
}

const approval = approvalOf("a".repeat(64), "us-1");

function outcome(state: GovernanceState, statement: Statement, signature: Signature): string {
  const result = authenticate(state, { statement, signatures: [signature] }, contextOf(DAY));
  if (result.ok) return result.value.id;
  assertFacts(result.error);
  return result.error.code;
}

const signatureOf = (
  authenticator: SoftwareAuthenticator,
  changes: AssertionChanges = {},
  statement: Statement = approval,
): PasskeySignature => ({
  key: authenticator.keyId,
  ...authenticator.assert(signingBytes(statement), changes),
});

const ALGORITHMS = ["ES256", "EdDSA"] as const;
const authenticators = ALGORITHMS.map(
  (algorithm) => new SoftwareAuthenticator({ site: SITE, origin: ORIGIN, algorithm }),
);
const [es256] = authenticators as [SoftwareAuthenticator];

test("[G62] a statement is its officer's if the passkey in force has signed its hash", () => {
  for (const authenticator of authenticators) {
    const state = stateWith(authenticator);
    assert.equal(outcome(state, approval, signatureOf(authenticator)), "us-1");
    const elsewhere = signatureOf(authenticator, { origin: "https://jp.fund.example" });
    assert.equal(outcome(state, approval, elsewhere), "us-1");
    const chatty = { more: { other_keys_can_be_added_here: "do not compare against a template" } };
    assert.equal(outcome(state, approval, signatureOf(authenticator, chatty)), "us-1");
    const silent = { crossOrigin: undefined };
    assert.equal(outcome(state, approval, signatureOf(authenticator, silent)), "us-1");
  }
});

test("[R3] a passkey's id is of its SubjectPublicKeyInfo", () => {
  for (const { passkey, keyId } of authenticators) {
    assert.equal(activeKey("us-1", { passkey }).id, keyId);
  }
});

const state = stateWith(es256);
const refusedFor = (changes: AssertionChanges): string =>
  outcome(state, approval, signatureOf(es256, changes));

test("[G62] what was asked to be signed is the hash of this statement, in its one spelling", () => {
  const reject = { ...approval, decision: "reject" } as const;
  assert.equal(outcome(state, reject, signatureOf(es256)), "challenge_differs");
  const plain = signatureOf(es256, { challenge: Buffer.alloc(32).toString("base64url") });
  assert.equal(outcome(state, approval, plain), "challenge_differs");
  assert.equal(refusedFor({ challenge: "" }), "challenge_differs");
});

test("[G63] client data of another ceremony, origin or page", () => {
  assert.equal(refusedFor({ type: "webauthn.create" }), "assertion_not_for_signing");
  assert.equal(refusedFor({ type: "payment.get" }), "assertion_not_for_signing");
  for (const origin of [
    "https://fund.example",
    "https://us.fund.example:8443",
    "http://us.fund.example",
    "https://us.fund.example/",
    "https://US.fund.example",
    "https://other.example",
    "https://us.fund.example.evil.example",
    "null",
  ]) {
    assert.equal(refusedFor({ origin }), "origin_not_allowed", origin);
  }
  assert.equal(refusedFor({ crossOrigin: true }), "signed_in_foreign_page");
  const framed = { more: { topOrigin: "https://evil.example" } };
  assert.equal(refusedFor(framed), "signed_in_foreign_page");
});

test("[G63] client data that is not one strict JSON object with its members", () => {
  const good = Buffer.from(signatureOf(es256).clientDataJSON, "base64").toString();
  for (const clientData of [
    "{}",
    "[]",
    "null",
    '"webauthn.get"',
    `${good}x`,
    good.slice(0, -1),
    good.replace('"type":"webauthn.get"', '"type":["webauthn.get"]'),
    good.replace('"crossOrigin":false', '"crossOrigin":"false"'),
    good.replace('"crossOrigin":false', '"crossOrigin":null'),
    good.replace("{", `{"origin":"${ORIGIN}",`),
    good.replace("{", '{"__proto__":{},'),
    `\ufeff${good}`,
  ]) {
    assert.equal(refusedFor({ clientData }), "assertion_malformed", clientData);
  }
});

const FLAGS = { present: 1, reserved: 2, verified: 4, eligible: 8, backedUp: 16, attested: 64 };
const EXTENSIONS = 128;

test("[G64] authenticator data of another site, or without the user's presence and proof", () => {
  assert.equal(refusedFor({ site: "other.example" }), "assertion_of_other_site");
  assert.equal(refusedFor({ flags: 0 }), "user_not_verified");
  assert.equal(refusedFor({ flags: FLAGS.present }), "user_not_verified");
  assert.equal(refusedFor({ flags: FLAGS.verified }), "user_not_verified");
});

test("[G64] authenticator data that says more, or less, than it may", () => {
  const good = FLAGS.present | FLAGS.verified;
  const backedUp = good | FLAGS.backedUp;
  assert.equal(refusedFor({ flags: good | FLAGS.attested }), "assertion_malformed");
  assert.equal(refusedFor({ flags: backedUp }), "assertion_malformed");
  assert.equal(refusedFor({ flags: good | EXTENSIONS }), "assertion_malformed");
  assert.equal(refusedFor({ extensions: Buffer.of(0xa0) }), "assertion_malformed");
  const extended = { flags: good | EXTENSIONS, extensions: Buffer.of(0xa0) };
  assert.equal(refusedFor(extended), "us-1");
  const assertion = signatureOf(es256);
  const short = Buffer.from(assertion.authenticatorData, "base64").subarray(0, 36);
  const cut = { ...assertion, authenticatorData: short.toString("base64") };
  assert.equal(outcome(state, approval, cut), "assertion_malformed");
});

test("[G64] [CH130] a copied passkey counts only where the charter says so", () => {
  const synced = new SoftwareAuthenticator({ site: SITE, origin: ORIGIN, synced: true });
  const signature = signatureOf(synced);
  assert.equal(outcome(stateWith(synced), approval, signature), "passkey_is_synced");
  assert.equal(outcome(stateWith(synced, { ...TERMS, synced: true }), approval, signature), "us-1");
});

test("[G60] a passkey signs as long as the charter in force names its site", () => {
  const [, ...others] = TERMS.sites;
  const without = stateWith(es256, { ...TERMS, sites: others });
  assert.equal(outcome(without, approval, signatureOf(es256)), "passkey_site_not_allowed");
  const { passkeys: _, ...charter } = state.charter;
  const never = outcome({ ...state, charter }, approval, signatureOf(es256));
  assert.equal(never, "passkey_site_not_allowed");
});

test("[G62] a signature of one form is none of a key of the other", () => {
  const key = keyIdOfRaw(keyPairOf("us-2").raw);
  const ofOther = approvalOf("a".repeat(64), "us-2");
  const assertion = es256.assert(signingBytes(ofOther));
  assert.equal(outcome(state, ofOther, { key, ...assertion }), "bad_signature");
  const plain = { key: es256.keyId, signature: signBase64("us-1", signingBytes(approval)) };
  assert.equal(outcome(state, approval, plain), "bad_signature");
  const [, eddsa] = authenticators as [SoftwareAuthenticator, SoftwareAuthenticator];
  const { signature } = signatureOf(eddsa);
  const half = { key: eddsa.keyId, signature };
  assert.equal(outcome(stateWith(eddsa), approval, half), "bad_signature");
});

test("[R3] another officer's passkey is refused, however well it has signed", () => {
  const ofOther = approvalOf("a".repeat(64), "us-2");
  assert.equal(outcome(state, ofOther, signatureOf(es256, {}, ofOther)), "key_of_other_officer");
});

/** Every single bit of what a passkey gives, turned one after the other. */
for (const authenticator of authenticators) {
  test(`[G65] no bit of an assertion can be turned: ${authenticator.passkey.algorithm}`, () => {
    const before = stateWith(authenticator);
    const good = signatureOf(authenticator);
    for (const part of ["authenticatorData", "clientDataJSON", "signature"] as const) {
      const bytes = Buffer.from(good[part], "base64");
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const turned = Buffer.from(bytes);
        turned[bit >> 3]! ^= 1 << (bit & 7);
        const signature = { ...good, [part]: turned.toString("base64") };
        assert.notEqual(outcome(before, approval, signature), "us-1", `${part}, bit ${bit}`);
      }
    }
  });
}

test("[G65] an ECDSA signature has one form: strict DER", () => {
  const good = signatureOf(es256);
  const der = Buffer.from(good.signature, "base64");
  const r = der.subarray(4, 4 + der[3]!);
  const s = der.subarray(4 + der[3]! + 2);
  const wrap = (parts: readonly Buffer[]): Buffer => {
    const integers = parts.map((part) => Buffer.concat([Buffer.of(2, part.length), part]));
    const body = Buffer.concat(integers);
    return Buffer.concat([Buffer.of(0x30, body.length), body]);
  };
  const zero = Buffer.of(0);
  assert.deepEqual(wrap([r, s]), der);
  const order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
  const forms = [
    Buffer.concat([der, zero]),
    der.subarray(0, -1),
    wrap([Buffer.concat([zero, r]), s]),
    wrap([r, Buffer.concat([zero, s])]),
    wrap([zero, s]),
    wrap([r, zero]),
    wrap([r]),
    wrap([r, s, s]),
    wrap([r, Buffer.concat([zero, Buffer.from(order, "hex")])]),
    Buffer.concat([Buffer.of(0x30, 0x81, der.length - 2), der.subarray(2)]),
    Buffer.concat([r, s]),
    Buffer.alloc(70),
  ];
  for (const form of forms) {
    const signature = { ...good, signature: form.toString("base64") };
    assert.equal(outcome(state, approval, signature), "bad_signature", form.toString("hex"));
  }
});
