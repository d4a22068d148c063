import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "../../base/canonical.ts";
import {
  actOf,
  charterOf,
  contextOf,
  DAY,
  daysLater,
  decision,
  evolveAll,
  keyIdOfRaw,
  keyPairOf,
  rule,
  signBase64,
  stateOf,
} from "../../../test/governance/fixture.ts";
import { assertFacts } from "../../../test/governance/rejection-facts.ts";
import type { ActDefinition, ActInHand } from "../act-definition.ts";
import type { GovernanceEvent } from "../events.ts";
import type { Rejection } from "../rejection.ts";
import type { GovernanceState } from "../state.ts";
import { governanceActs } from "./index.ts";
import { keyProofBytes } from "./keys.ts";

type AnyAct = ActDefinition<unknown, GovernanceState, GovernanceEvent>;

const acts = new Map(
  governanceActs.map((act): [string, AnyAct] => [act.type, act as unknown as AnyAct]),
);

const SIDES = [{ rule: { any: [{ unilateral: ["US", "JP"] }, { party: "US" }] } }] as const;
const base = stateOf(
  charterOf({
    acts: Object.fromEntries([...acts.keys()].map((type) => [type, rule({ approve: SIDES })])),
  }),
);

type Attempt = {
  readonly type: string;
  readonly proposer: string;
  readonly body: { readonly [field: string]: Json };
};

/** The act on its way to taking effect; its record too, if it was proposed and decided. */
function inHandOf(attempt: Attempt): ActInHand<unknown> {
  const { type, proposer, body } = attempt;
  const decoded = acts.get(type)!.decode(body);
  assert.ok(decoded.ok, `${type} does not read its body`);
  const act = actOf(type, proposer, { body });
  const id = "a".repeat(64);
  return { id, act, body: decoded.value, effectiveDate: DAY, clause: "14.1" };
}

/** The act's record with the decisions of these officers, each for the seats of the same name. */
function withRecord(
  state: GovernanceState,
  inHand: ActInHand<unknown>,
  approving: readonly string[],
): GovernanceState {
  const { id, act } = inHand;
  const facts = { id, act, entry: 10, on: DAY, tier: 0, concerns: [], boundsDigest: "" };
  return evolveAll(state, [
    { kind: "actProposed", ...facts },
    ...approving.map((officer): GovernanceEvent => ({
      kind: "decisionRecorded",
      id,
      decision: decision(officer, [officer.toUpperCase()]),
    })),
  ]);
}

function codeOf(refused: Rejection | undefined): string | undefined {
  if (refused !== undefined) assertFacts(refused);
  return refused?.code;
}

const refusal = (state: GovernanceState, attempt: Attempt): string | undefined =>
  codeOf(acts.get(attempt.type)!.check(state, inHandOf(attempt), contextOf(state.today)));

function refusalAtEffect(
  state: GovernanceState,
  attempt: Attempt,
  approving: readonly string[],
): string | undefined {
  const inHand = inHandOf(attempt);
  const recorded = withRecord(state, inHand, approving);
  return codeOf(acts.get(attempt.type)!.check(recorded, inHand, contextOf(state.today)));
}

/** The state after the act has taken effect, and which parts of it have changed. */
function effect(
  state: GovernanceState,
  attempt: Attempt,
  approving: readonly string[] = [],
): { readonly state: GovernanceState; readonly changed: readonly string[] } {
  const definition = acts.get(attempt.type)!;
  const inHand = inHandOf(attempt);
  const before = definition.nature === "fact" ? state : withRecord(state, inHand, approving);
  const context = contextOf(state.today);
  assert.equal(definition.check(before, inHand, context), undefined);
  const effects = definition.effects(before, inHand, context);
  assert.ok(effects.ok);
  const after = evolveAll(before, effects.value);
  const changed = Object.keys(after).filter(
    (part) => after[part as keyof GovernanceState] !== before[part as keyof GovernanceState],
  );
  return { state: after, changed };
}

const keyOf = (name: string): string => keyPairOf(name).raw.toString("base64");

const enrol = (proposer: string, body: object): Attempt => ({
  type: "key.enrol",
  proposer,
  body: { officer: "us-new", party: "US", publicKey: keyOf("us-new"), ...body },
});

test("[G4] key.enrol is accepted for a new officer of the proposer's party", () => {
  assert.equal(refusal(base, enrol("us-t1", {})), undefined);
  const cases: readonly (readonly [string, Attempt])[] = [
    ["party_unknown", enrol("us-t1", { party: "EU" })],
    ["officer_named_as_party", enrol("us-t1", { officer: "JP" })],
    ["officer_of_other_party", enrol("us-t1", { officer: "jp-1" })],
    ["officer_already_enrolled", enrol("us-t1", { officer: "us-1" })],
    ["key_already_enrolled", enrol("us-t1", { publicKey: keyOf("us-1") })],
  ];
  for (const [expected, attempt] of cases) assert.equal(refusal(base, attempt), expected);
});

test("[G4] key.enrol enrols the officer with the key, and does nothing else", () => {
  const { state, changed } = effect(base, enrol("us-t1", {}));
  assert.deepEqual(changed, ["officers", "keys"]);
  const key = keyIdOfRaw(keyPairOf("us-new").raw);
  assert.deepEqual(state.officers.get("us-new"), { id: "us-new", party: "US", key });
  assert.deepEqual(state.keys.get(key), {
    id: key,
    officer: "us-new",
    publicKey: keyOf("us-new"),
    status: "active",
  });
  assert.equal(state.officers.size, base.officers.size + 1);
});

test("[G1] what is a party's own affair needs the party, or every sovereign", () => {
  const attempt = enrol("jp-t1", {});
  assert.equal(refusal(base, attempt), undefined, "who will approve is not known yet");
  assert.equal(refusalAtEffect(base, attempt, ["jp-t1", "jp-t2"]), "not_own_party");
  assert.equal(refusalAtEffect(base, attempt, ["us-t1", "jp-t1"]), "not_own_party");
  assert.equal(refusalAtEffect(base, attempt, ["us-t1", "jp-t1", "jp-t2"]), undefined);
  assert.equal(refusalAtEffect(base, enrol("us-t2", {}), []), undefined);
});

const rotate = (proposer: string, body: object, signer = "us-1 second"): Attempt => {
  const publicKey = keyOf("us-1 second");
  const proof = signBase64(signer, keyProofBytes("test-fund", "us-1", { publicKey }));
  return {
    type: "key.rotate",
    proposer,
    body: { officer: "us-1", publicKey, proof, ...body },
  };
};

test("[G5] the proof of a new key signs a tag, the fund, the officer and the key", () => {
  const expected = 'jointfund/key-proof/v1\n{"fund":"f","officer":"o","publicKey":"k"}';
  assert.equal(Buffer.from(keyProofBytes("f", "o", { publicKey: "k" })).toString(), expected);
});

test("[G5] key.rotate is accepted with a proof by the new key", () => {
  assert.equal(refusal(base, rotate("us-1", {})), undefined);
  assert.equal(refusal(base, rotate("us-t1", {})), undefined);
  const vacant = evolveAll(base, [
    { kind: "keyRevoked", officer: "us-1", key: base.officers.get("us-1")!.key! },
  ]);
  assert.equal(refusal(vacant, rotate("us-t1", {})), "officer_without_key");
  assert.equal(refusal(base, rotate("us-t1", { officer: "nobody" })), "officer_unknown");
  assert.equal(refusal(base, rotate("us-1", {}, "us-1")), "key_proof_invalid");
  const otherName = rotate("us-1", { officer: "us-2" });
  assert.equal(refusal(base, otherName), "key_proof_invalid", "the proof names the officer");
  const known = rotate("us-1", { publicKey: keyOf("us-1") });
  assert.equal(refusal(base, known), "key_already_enrolled");
  assert.equal(refusalAtEffect(base, rotate("jp-1", {}), ["jp-1"]), "not_own_party");
});

test("[G5] key.rotate retires the old key for the new one, and does nothing else", () => {
  const old = base.officers.get("us-1")!.key!;
  const { state, changed } = effect(base, rotate("us-1", {}));
  assert.deepEqual(changed, ["officers", "keys"]);
  const key = keyIdOfRaw(keyPairOf("us-1 second").raw);
  assert.deepEqual(state.officers.get("us-1"), { id: "us-1", party: "US", key });
  assert.equal(state.keys.get(old)?.status, "rotated");
  assert.equal(state.keys.get(key)?.status, "active");
  assert.equal(state.keys.size, base.keys.size + 1);
});

const revoke = (proposer: string, officer = "us-1"): Attempt => ({
  type: "key.revoke",
  proposer,
  body: { officer, reason: "Lost." },
});

test("[G6] key.revoke is accepted for an officer with a key in force", () => {
  assert.equal(refusal(base, revoke("us-t1")), undefined);
  assert.equal(refusal(base, revoke("us-t1", "nobody")), "officer_unknown");
  assert.equal(refusalAtEffect(base, revoke("jp-t1"), ["jp-t1", "jp-t2"]), "not_own_party");
  const { state } = effect(base, revoke("us-t1"));
  assert.equal(refusal(state, revoke("us-t1")), "officer_without_key");
});

test("[G6] [G4] key.revoke leaves an officer without key, who may be enrolled again", () => {
  const key = base.officers.get("us-1")!.key!;
  const { state, changed } = effect(base, revoke("us-t1"));
  assert.deepEqual(changed, ["officers", "keys"]);
  assert.deepEqual(state.officers.get("us-1"), { id: "us-1", party: "US" });
  assert.equal(state.keys.get(key)?.status, "revoked");
  assert.equal(refusal(state, enrol("us-t1", { officer: "us-1" })), undefined);
});

const seat = (proposer: string, name: string, officer: string | null): Attempt => ({
  type: "appointment.seat",
  proposer,
  body: { seat: name, officer },
});

test("[G7] appointment.seat is accepted for an officer of the seat's party with a key", () => {
  assert.equal(refusal(base, seat("us-t1", "US-1", "us-2")), undefined);
  assert.equal(refusal(base, seat("us-t1", "US-1", null)), undefined);
  const { state } = effect(base, revoke("us-t1", "us-2"));
  const cases: readonly (readonly [string, Attempt])[] = [
    ["seat_unknown", seat("us-t1", "US-99", "us-2")],
    ["seat_unchanged", seat("us-t1", "US-1", "us-1")],
    ["officer_unknown", seat("us-t1", "US-1", "nobody")],
    ["officer_of_other_party", seat("us-t1", "US-1", "jp-1")],
    ["officer_without_key", seat("us-t1", "US-1", "us-2")],
  ];
  for (const [expected, attempt] of cases) assert.equal(refusal(state, attempt), expected);
  const foreign = seat("jp-t1", "US-1", null);
  assert.equal(refusalAtEffect(base, foreign, ["jp-t1", "jp-t2"]), "not_own_party");
  const { state: emptied } = effect(base, seat("us-t1", "US-1", null));
  assert.equal(refusal(emptied, seat("us-t1", "US-1", null)), "seat_unchanged");
});

test("[G7] appointment.seat changes who sits there, and does nothing else", () => {
  const filled = effect(base, seat("us-t1", "US-1", "us-2"));
  assert.deepEqual(filled.changed, ["seats"]);
  assert.equal(filled.state.seats.get("US-1"), "us-2");
  assert.equal(filled.state.seats.get("US-2"), "us-2");
  const emptied = effect(base, seat("us-t1", "US-1", null));
  assert.deepEqual(emptied.changed, ["seats"]);
  assert.equal(emptied.state.seats.size, base.seats.size - 1);
  assert.equal(emptied.state.seats.has("US-1"), false);
});

const conflict = (proposer: string, holder: string, concern = "acme"): Attempt => ({
  type: "conflict.declare",
  proposer,
  body: { holder, concern, nature: "Shares." },
});

test("[G8] conflict.withdraw ends a declared interest, by the holder's own party", () => {
  const declared = effect(base, conflict("us-1", "us-1")).state;
  const withdrawal = (concern: string, proposer = "us-1"): Attempt => ({
    type: "conflict.withdraw",
    proposer,
    body: { holder: "us-1", concern, reason: "The shares are sold" },
  });
  assert.equal(declared.conflicts.size, 1);
  assert.equal(effect(declared, withdrawal("acme")).state.conflicts.size, 0);
  assert.equal(refusal(declared, withdrawal("other")), "conflict_unknown");
  assert.equal(refusal(declared, withdrawal("acme", "jp-1")), "not_own_party");
});

test("[G8] conflict.declare is recorded of the reporter's own party", () => {
  assert.equal(refusal(base, conflict("us-1", "us-1")), undefined);
  assert.equal(refusal(base, conflict("us-1", "us-2")), undefined);
  assert.equal(refusal(base, conflict("us-1", "US")), undefined);
  assert.equal(refusal(base, conflict("us-1", "jp-1")), "not_own_party");
  assert.equal(refusal(base, conflict("us-1", "JP")), "not_own_party");
  assert.equal(refusal(base, conflict("us-1", "nobody")), "holder_unknown");
  assert.equal(acts.get("conflict.declare")?.nature, "fact");
});

test("[G8] the first declaration stands, and a second one changes nothing", () => {
  const first = effect(base, conflict("us-1", "us-1"));
  assert.deepEqual(first.changed, ["conflicts"]);
  assert.deepEqual(
    [...first.state.conflicts],
    [["us-1|acme", { holder: "us-1", concern: "acme", declaredOn: DAY, actId: "a".repeat(64) }]],
  );
  assert.deepEqual(effect(first.state, conflict("us-2", "us-1")).changed, []);
  const definition = acts.get("conflict.declare")!;
  assert.deepEqual(definition.concerns(base, inHandOf(conflict("us-1", "us-1")).body), ["acme"]);
});

const freeze = (proposer: string): Attempt => ({
  type: "emergency.freeze",
  proposer,
  body: { reason: "Stop." },
});

test("[G52] emergency.freeze holds for the charter's days, and does nothing else", () => {
  const { state, changed } = effect(base, freeze("us-t1"), ["us-t1"]);
  assert.deepEqual(changed, ["freezes"]);
  const actId = "a".repeat(64);
  assert.deepEqual(state.freezes, [{ actId, by: ["US"], from: DAY, until: daysLater(5) }]);
  const joint = effect(base, freeze("us-t1"), ["us-t1", "jp-t1", "jp-t2"]);
  assert.deepEqual(joint.state.freezes[0]?.by, ["US", "JP"]);
});

test("[G52] one party alone cannot freeze again within the cooling-off; all together can", () => {
  const frozen = effect(base, freeze("us-t1"), ["us-t1"]).state;
  const later = (days: number): GovernanceState => ({ ...frozen, today: daysLater(days) });
  // The freeze ends on day 5, and the cooling-off of 20 days on day 25.
  const alone = ["us-t1"];
  const together = ["us-t1", "jp-t1", "jp-t2"];
  for (const days of [0, 5, 25]) {
    const state = { ...later(days), acts: base.acts };
    assert.equal(refusalAtEffect(state, freeze("us-t1"), alone), "freeze_cooling_off");
    assert.equal(refusalAtEffect(state, freeze("us-t1"), together), undefined);
    assert.equal(refusalAtEffect(state, freeze("jp-t1"), ["jp-t1", "jp-t2"]), undefined);
    assert.equal(refusal(state, freeze("us-t1")), undefined, "who will approve is not known yet");
  }
  assert.equal(refusalAtEffect(later(26), freeze("us-t1"), alone), undefined);
  const lifted = { ...later(24), freezes: [{ ...frozen.freezes[0]!, liftedOn: daysLater(3) }] };
  assert.equal(refusalAtEffect(lifted, freeze("us-t1"), alone), undefined);
  assert.equal(
    refusalAtEffect({ ...lifted, today: daysLater(23) }, freeze("us-t1"), alone),
    "freeze_cooling_off",
  );
});

const unfreeze = (id: string): Attempt => ({
  type: "emergency.unfreeze",
  proposer: "us-t1",
  body: { freeze: id },
});

test("[G52] emergency.unfreeze lifts a freeze that holds, and does nothing else", () => {
  const frozen = effect(base, freeze("us-t1"), ["us-t1"]).state;
  const id = "a".repeat(64);
  assert.equal(refusal(frozen, unfreeze("b".repeat(64))), "freeze_unknown");
  assert.equal(refusal({ ...frozen, today: daysLater(6) }, unfreeze(id)), "freeze_over");
  const { state, changed } = effect({ ...frozen, today: daysLater(2) }, unfreeze(id));
  assert.deepEqual(changed, ["freezes"]);
  assert.deepEqual(state.freezes, [{ ...frozen.freezes[0]!, liftedOn: daysLater(2) }]);
  assert.equal(refusal(state, unfreeze(id)), "freeze_over");
});

test("[G9] instruction.record changes nothing, and has an amount and a concern", () => {
  const attempt: Attempt = {
    type: "instruction.record",
    proposer: "us-t1",
    body: { text: "Buy it.", concern: "acme", sum: { currency: "USD", amount: "1200" } },
  };
  assert.deepEqual(effect(base, attempt).changed, []);
  const definition = acts.get("instruction.record")!;
  const { body } = inHandOf(attempt);
  assert.deepEqual(definition.amount(base, body), { currency: "USD", minor: 1200n });
  assert.deepEqual(definition.concerns(base, body), ["acme"]);
  const plain = inHandOf({ ...attempt, body: { text: "Buy it.", concern: "acme" } });
  assert.equal(definition.amount(base, plain.body), undefined);
});

test("[G13] what an act's body says is what approvals of it sign", () => {
  const attempts: readonly Attempt[] = [
    enrol("us-t1", {}),
    rotate("us-1", {}),
    revoke("us-t1"),
    seat("us-t1", "US-1", null),
    conflict("us-1", "us-1"),
    freeze("us-t1"),
    unfreeze("a".repeat(64)),
  ];
  for (const attempt of attempts) {
    const fixed = acts.get(attempt.type)!.fixed(inHandOf(attempt).body);
    assert.deepEqual(fixed, attempt.body, attempt.type);
  }
});

test("bodies are read strictly", () => {
  const key = keyOf("us-new");
  const short = Buffer.alloc(31, 1).toString("base64");
  const long = Buffer.alloc(33, 1).toString("base64");
  const bad: readonly (readonly [type: string, path: string, body: Json])[] = [
    ["key.enrol", "publicKey", { officer: "a", party: "US", publicKey: short }],
    ["key.enrol", "publicKey", { officer: "a", party: "US", publicKey: long }],
    ["key.enrol", "officer", { officer: "a|b", party: "US", publicKey: key }],
    ["key.rotate", "proof", { officer: "a", publicKey: key, proof: key }],
    ["key.revoke", "reason", { officer: "a", reason: "" }],
    ["appointment.seat", "officer", { seat: "US-1" }],
    ["conflict.declare", "nature", { holder: "a", concern: "b", nature: 1 }],
    ["conflict.withdraw", "reason", { holder: "a", concern: "b", reason: "" }],
    ["emergency.freeze", "days", { reason: "x", days: 400 }],
    ["emergency.unfreeze", "freeze", { freeze: "a" }],
    ["instruction.record", "text", { text: "x".repeat(2_001), concern: "b" }],
  ];
  for (const [type, path, body] of bad) {
    const decoded = acts.get(type)!.decode(body);
    assert.ok(!decoded.ok, type);
    const paths = decoded.error.map((finding) => (finding as { path: string[] }).path[0]);
    assert.deepEqual(paths, [path], type);
  }
});
