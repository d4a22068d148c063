import assert from "node:assert/strict";
import { test } from "node:test";
import { SoftwareAuthenticator } from "../../../../../tests/support/software-authenticator.ts";
import type { Json } from "../../base/canonical.ts";
import {
  actOf,
  charterOf,
  contextOf,
  DAY,
  keyPairOf,
  rule,
  stateOf,
} from "../../../test/governance/fixture.ts";
import { assertFacts } from "../../../test/governance/rejection-facts.ts";
import { keyProofBytes } from "./keys.ts";
import { governanceActs } from "./index.ts";
import type { ActDefinition } from "../act-definition.ts";
import type { GovernanceEvent } from "../events.ts";
import type { GovernanceState } from "../state.ts";

const SITE = "fund.example";
const ORIGIN = "https://fund.example";

const types = ["key.enrol", "key.rotate"];
const approve = [{ rule: { unilateral: ["US", "JP"] } }];
const known = stateOf(
  charterOf({ acts: Object.fromEntries(types.map((type) => [type, rule({ approve })])) }),
);
const passkeys = { clause: "30.4", synced: false, sites: [{ id: SITE, origins: [ORIGIN] }] };
const base: GovernanceState = { ...known, charter: { ...known.charter, passkeys } };

type Body = { readonly [field: string]: Json };

function definitionOf(type: string): ActDefinition<unknown, GovernanceState, GovernanceEvent> {
  const definition = governanceActs.find((act) => act.type === type);
  return definition as unknown as ActDefinition<unknown, GovernanceState, GovernanceEvent>;
}

/** The code of the refusal, or the one event of the act. */
function outcome(type: string, body: Body, state = base): string | GovernanceEvent {
  const definition = definitionOf(type);
  const decoded = definition.decode(body);
  if (!decoded.ok) return "body_malformed";
  const act = actOf(type, "us-1", { body });
  const inHand = {
    ...{ id: "a".repeat(64), act, body: decoded.value },
    ...{ effectiveDate: DAY, clause: "14.1" },
  };
  const refused = definition.check(state, inHand, contextOf(DAY));
  if (refused !== undefined) {
    assertFacts(refused);
    return refused.code;
  }
  const effects = definition.effects(state, inHand, contextOf(DAY));
  assert.ok(effects.ok && effects.value.length === 1);
  return effects.value[0]!;
}

const authenticator = new SoftwareAuthenticator({ site: SITE, origin: ORIGIN });
const { passkey, keyId } = authenticator;
const { spki, ...rest } = passkey;
const enrolment = { officer: "us-new", party: "US", passkey };

test("[G61] key.enrol enrols a passkey with its algorithm, credential and site", () => {
  const key = {
    ...{ id: keyId, officer: "us-new", publicKey: spki },
    ...{ passkey: rest, status: "active" },
  };
  assert.deepEqual(outcome("key.enrol", enrolment), {
    kind: "officerEnrolled",
    officer: { id: "us-new", party: "US", key: keyId },
    key,
  });
});

test("[G60] a passkey for a site that the charter does not name is not enrolled", () => {
  const other = { ...enrolment, passkey: { ...passkey, site: "evil.example" } };
  assert.equal(outcome("key.enrol", other), "passkey_site_not_allowed");
  assert.equal(outcome("key.enrol", enrolment, known), "passkey_site_not_allowed");
});

const swapped = (hex: string, from: string, to: string): string =>
  Buffer.from(hex.replace(from, to), "hex").toString("base64");

test("[G61] what is no key of its algorithm is malformed", () => {
  const hex = Buffer.from(spki, "base64").toString("hex");
  const [point, last] = [hex.slice(-130), hex.slice(-2)];
  const otherLast = (Number.parseInt(last, 16) ^ 1).toString(16).padStart(2, "0");
  const ed25519 = keyPairOf("us-new").raw.toString("hex");
  const cases: readonly Json[] = [
    { ...passkey, algorithm: "EdDSA" },
    { ...passkey, algorithm: "RS256" },
    { ...passkey, spki: swapped(hex, "06082a8648ce3d030107", "06082a8648ce3d030108") },
    { ...passkey, spki: swapped(hex, point, `${point.slice(0, -2)}${otherLast}`) },
    { ...passkey, spki: swapped(hex, point, `04${"0".repeat(128)}`) },
    { ...passkey, spki: swapped(hex, point, `03${point.slice(2)}`) },
    { ...passkey, spki: Buffer.from(`${hex}00`, "hex").toString("base64") },
    { ...passkey, spki: Buffer.from(ed25519, "hex").toString("base64") },
    { ...passkey, spki: "" },
    { ...passkey, credentialId: "" },
    { ...passkey, attestation: "none" },
  ];
  for (const wrong of cases) {
    const body = { ...enrolment, passkey: wrong };
    assert.equal(outcome("key.enrol", body), "body_malformed", JSON.stringify(wrong));
  }
  const both = { ...enrolment, publicKey: keyPairOf("us-new").raw.toString("base64") };
  assert.equal(outcome("key.enrol", both), "body_malformed");
});

test("[R13] under protocol 1 an act that names a passkey is malformed, as it always was", () => {
  for (const type of types) {
    const { decode } = definitionOf(type);
    const body = { ...enrolment, publicKey: keyPairOf("us-new").raw.toString("base64") };
    const findings = decode(body, 1);
    assert.ok(!findings.ok);
    const codes = findings.error.map((finding) => (finding as { code: string }).code);
    assert.ok(codes.includes("unknown_field"), type);
  }
});

const message = keyProofBytes("test-fund", "us-1", { passkey });
const rotation = (proof: Json, more: Body = {}): Body => ({
  officer: "us-1",
  passkey,
  proof,
  ...more,
});

test("[G66] key.rotate takes a passkey with an assertion over fund, officer and passkey", () => {
  const event = outcome("key.rotate", rotation(authenticator.assert(message)));
  assert.ok(typeof event !== "string" && event.kind === "keyRotated");
  assert.equal(event.key.id, keyId);
  assert.deepEqual(event.key.passkey, rest);
});

test("[G66] a proof of something else, by another key or of another form is none", () => {
  const others = [
    keyProofBytes("other-fund", "us-1", { passkey }),
    keyProofBytes("test-fund", "us-2", { passkey }),
    keyProofBytes("test-fund", "us-1", { passkey: { ...passkey, site: "a.example" } }),
    keyProofBytes("test-fund", "us-1", { publicKey: spki }),
  ];
  for (const other of others) {
    const body = rotation(authenticator.assert(other));
    assert.equal(outcome("key.rotate", body), "key_proof_invalid");
  }
  const stranger = new SoftwareAuthenticator({ site: SITE, origin: ORIGIN });
  const strange = rotation(stranger.assert(message));
  assert.equal(outcome("key.rotate", strange), "key_proof_invalid");
  const unverified = rotation(authenticator.assert(message, { flags: 1 }));
  assert.equal(outcome("key.rotate", unverified), "key_proof_invalid");
  const plain = rotation(authenticator.assert(message).signature);
  assert.equal(outcome("key.rotate", plain), "body_malformed");
  const named = rotation({ key: keyId, ...authenticator.assert(message) });
  assert.equal(outcome("key.rotate", named), "body_malformed");
});
