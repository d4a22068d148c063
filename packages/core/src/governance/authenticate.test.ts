import assert from "node:assert/strict";
import { test } from "node:test";
import {
  actOf,
  approvalOf,
  contextOf,
  DAY,
  daysLater,
  evolveAll,
  keyIdOfRaw,
  keyPairOf,
  signBase64,
} from "../../test/governance/fixture.ts";
import { assertFacts } from "../../test/governance/rejection-facts.ts";
import { ruledState } from "../../test/governance/rules.ts";
import { authenticate } from "./authenticate.ts";
import { signingBytes } from "./identity.ts";
import type { Signature, SignedStatement, Statement } from "./statement.ts";

const ACT_ID = "a".repeat(64);

function signature(statement: Statement, officer: string): Signature {
  const key = keyIdOfRaw(keyPairOf(officer).raw);
  return { key, signature: signBase64(officer, signingBytes(statement)) };
}

const signed = (statement: Statement, ...officers: readonly string[]): SignedStatement => ({
  statement,
  signatures: officers.map((officer) => signature(statement, officer)),
});

function outcome(statement: SignedStatement, state = ruledState()): string {
  const result = authenticate(state, statement, contextOf(DAY));
  if (result.ok) return result.value.id;
  assertFacts(result.error);
  return result.error.code;
}

const approval = approvalOf(ACT_ID, "us-1");

test("[R3] a statement is its officer's if signed with the officer's key in force", () => {
  assert.equal(outcome(signed(approval, "us-1")), "us-1");
  const proposal = { kind: "proposal", fund: "test-fund", act: actOf("board", "jp-1") } as const;
  assert.equal(outcome(signed(proposal, "jp-1")), "jp-1");
  const fact = { ...proposal, kind: "fact" } as const;
  assert.equal(outcome(signed(fact, "jp-1")), "jp-1");
});

test("[R2] a statement of another fund is refused, however well it is signed", () => {
  assert.equal(outcome(signed({ ...approval, fund: "other-fund" }, "us-1")), "wrong_fund");
});

test("[R3] exactly one signature", () => {
  assert.equal(outcome(signed(approval)), "unexpected_signature");
  assert.equal(outcome(signed(approval, "us-1", "us-2")), "unexpected_signature");
  assert.equal(outcome(signed(approval, "us-1", "us-1")), "unexpected_signature");
});

test("[R3] a key that nobody enrolled, or another officer's", () => {
  assert.equal(outcome(signed(approval, "stranger")), "unknown_key");
  assert.equal(outcome(signed(approval, "us-2")), "key_of_other_officer");
});

test("[R3] [G1] a rotated or revoked key signs nothing any more", () => {
  const old = keyIdOfRaw(keyPairOf("us-1").raw);
  const { raw } = keyPairOf("us-1 second");
  const key = keyIdOfRaw(raw);
  const publicKey = raw.toString("base64");
  const rotated = evolveAll(ruledState(), [
    {
      kind: "keyRotated",
      officer: "us-1",
      retired: old,
      key: { id: key, officer: "us-1", publicKey, status: "active" },
    },
  ]);
  assert.equal(outcome(signed(approval, "us-1"), rotated), "key_not_in_force");
  assert.equal(outcome(signed(approval, "us-1 second"), rotated), "us-1");
  const revoked = evolveAll(rotated, [{ kind: "keyRevoked", officer: "us-1", key }]);
  assert.equal(outcome(signed(approval, "us-1 second"), revoked), "key_not_in_force");
  assert.equal(revoked.officers.get("us-1")?.key, undefined);
});

test("[R3] a signature over anything else is wrong", () => {
  const [good] = signed(approval, "us-1").signatures;
  const changed = { statement: { ...approval, decision: "reject" }, signatures: [good!] } as const;
  assert.equal(outcome(changed), "bad_signature");
  const bytes = Buffer.from(good!.signature, "base64");
  for (let bit = 0; bit < 512; bit += 37) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    const broken = { ...good!, signature: flipped.toString("base64") };
    assert.equal(outcome({ statement: approval, signatures: [broken] }), "bad_signature");
  }
});

test("[R4] only the operator opens days, seals, refuses and records finality", () => {
  const fund = "test-fund";
  const date = daysLater(1);
  const statements = (officer: string): readonly Statement[] => [
    { kind: "day.open", fund, officer, date },
    { kind: "seal", fund, officer, size: 1, stateHash: ACT_ID },
    { kind: "finality.record", fund, officer, checkpoint: "x" },
    {
      kind: "refusal",
      fund,
      officer,
      refused: { statement: {}, signatures: [] },
      rejection: {},
    },
  ];
  for (const statement of statements("op-1")) {
    assert.equal(outcome(signed(statement, "op-1")), "op-1", statement.kind);
  }
  for (const statement of statements("us-1")) {
    assert.equal(outcome(signed(statement, "us-1")), "not_the_operator", statement.kind);
  }
});
