/**
 * Entries made by hand by an operator who holds the log's key, his own officer's key and the disk,
 * and lacks nothing but the officers' keys: each is refused by the rules, by the index that it has.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { base64Decode, utf8Encode } from "@jointfund/core/base/bytes.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { toJson, type Effects } from "@jointfund/core/fund/effects.ts";
import { encodeEntry } from "@jointfund/core/fund/entry.ts";
import { entryOf } from "@jointfund/core/fund/replay.ts";
import type { Act, SignedStatement, Statement } from "@jointfund/core/governance/statement.ts";
import { treeRoot, leafHash } from "@jointfund/core/log/merkle.ts";
import type { VerifyReport } from "@jointfund/verifier/report.ts";
import { demonstrationKey, type DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt, idAt } from "../support/stages.ts";
import type { DataFiles } from "./small-fund.ts";
import { check, journalOf, publishedFiles, signedCheckpoint, withText } from "./tampering.ts";

/** The files that a fund would have left, published and signed with the log's key. */
function filesOf({ blobs }: DemonstrationFund, leaves: readonly Uint8Array[]): DataFiles {
  const contents = [...blobs].map(([hash, bytes]) => [`blobs/sha256/${hash}`, bytes] as const);
  return new Map([
    ...contents,
    ["journal/entries", journalOf(leaves)],
    ...publishedFiles(leaves),
    ["log/checkpoint", signedCheckpoint(leaves)],
  ]);
}

/** An entry as it would be if the rules had accepted the statement with those effects. */
function handMade(
  fund: DemonstrationFund,
  signed: SignedStatement,
  effects: Effects = [],
): Uint8Array {
  return encodeEntry(entryOf(signed, effects, fund.now, 2));
}

/** Verifies a fund with one more entry. */
function checkWith(fund: DemonstrationFund, ...forged: Uint8Array[]): Promise<VerifyReport> {
  return check(filesOf(fund, [...fund.leaves, ...forged]));
}

/** The entry behind the last true one is named, and the rejection that the rules give. */
async function checkRefused(
  fund: DemonstrationFund,
  rejection: string,
  ...forged: Uint8Array[]
): Promise<void> {
  const { outcome, fault, entries } = await checkWith(fund, ...forged);
  assert.equal(outcome, "broken");
  assert.deepEqual([fault?.code, fault?.index], ["entry_refused", fund.leaves.length]);
  assert.equal(fault?.facts["rejection"], rejection);
  assert.equal(entries, fund.leaves.length);
}

test("what the demonstration fund records holds", async () => {
  const { outcome, entries, fault } = await checkWith(fundAt("declared"));
  assert.deepEqual([outcome, fault], ["holds", undefined]);
  assert.ok(entries > 100);
});

test("[V5] a proposer who approves his own advance is refused", async () => {
  const fund = fundAt("earning");
  const actId = fund.propose(drafts.advance());
  const signed = fund.approval(actId, "us-t1");
  const effects: Effects = [
    {
      kind: "decisionRecorded",
      id: actId,
      decision: {
        ...{ officer: "us-t1", decision: "approve", seats: ["US-T1"] },
        ...{ on: fund.state.today, withEvidence: false, entry: fund.leaves.length },
      },
    },
    { kind: "actApproved", id: actId, on: fund.state.today },
  ];
  await checkRefused(fund, "maker_may_not_check", handMade(fund, signed, effects));
});

test("[V5] an approval by an officer with a declared interest is refused", async () => {
  const fund = fundAt("recommended");
  fund.report({
    type: "conflict.declare",
    by: "us-3",
    body: { holder: "us-3", concern: "crusoe", nature: "Shares" },
  });
  const actId = fund.propose(drafts.selection());
  await checkRefused(fund, "seat_recused", handMade(fund, fund.approval(actId, "us-3")));
});

/** A rotation of us-t1's key, with the proof that the officer holds the new one. */
function rotate(fund: DemonstrationFund): void {
  const next = demonstrationKey("us-t1, another key");
  const publicKey = Buffer.from(next.publicKey).toString("base64");
  const claim = JSON.stringify({ fund: fund.charter.id, officer: "us-t1", publicKey });
  const message = utf8Encode(`jointfund/key-proof/v1\n${claim}`);
  const proof = Buffer.from(next.sign(message)).toString("base64");
  const body = { officer: "us-t1", publicKey, proof };
  fund.enact({ type: "key.rotate", by: "us-t1", body }, "us-t1", "jp-t1");
}

test("[V5] an approval with a key that is no longer in force is refused", async () => {
  const fund = fundAt("committed");
  rotate(fund);
  const instruction = {
    type: "instruction.record",
    by: "jp-t1",
    body: { text: "Hold more cash", concern: "crusoe" },
  };
  const actId = fund.propose(instruction);
  await checkRefused(fund, "key_not_in_force", handMade(fund, fund.approval(actId, "us-t1")));
});

test("[V5] an approval that another officer has signed is refused", async () => {
  const fund = fundAt("earning");
  const actId = fund.propose(drafts.advance());
  const { statement } = fund.approval(actId, "jp-t1");
  const forged = fund.signed(statement, "op-1");
  await checkRefused(fund, "key_of_other_officer", handMade(fund, forged));
  const { signatures } = forged;
  const [own] = fund.signed(statement, "jp-t1").signatures;
  const borrowed = [{ key: own!.key, signature: signatures[0]!.signature }];
  await checkRefused(fund, "bad_signature", handMade(fund, { statement, signatures: borrowed }));
});

test("[V5] an execution of what nobody has approved is refused", async () => {
  const fund = fundAt("earning");
  const actId = fund.propose(drafts.advance());
  await checkRefused(fund, "act_not_effective", handMade(fund, fund.execution(actId, "op-1")));
});

test("[V5] an officer of no operator opens no day", async () => {
  const fund = fundAt("founded");
  const statement: Statement = {
    ...{ kind: "day.open", fund: fund.charter.id, officer: "us-t1" },
    date: "2025-06-17" as Act["effectiveDate"],
  };
  const other = fund.fork();
  other.now = "2025-06-17T09:00:00Z" as DemonstrationFund["now"];
  await checkRefused(other, "not_the_operator", handMade(other, other.signed(statement, "us-t1")));
});

test("[V5] effects that the rules do not give are named", async () => {
  const fund = fundAt("committed");
  const before = fund.leaves.length;
  fund.report({
    type: "conflict.declare",
    by: "us-3",
    body: { holder: "us-3", concern: "crusoe", nature: "Shares" },
  });
  const leaf = fund.leaves[before]!;
  const { effectsHash } = JSON.parse(Buffer.from(leaf).toString()) as { effectsHash: string };
  const forged = withText(leaf, effectsHash, "0".repeat(64));
  const { fault } = await check(filesOf(fund, fund.leaves.with(before, forged)));
  assert.deepEqual([fault?.code, fault?.index], ["effects_differ", before]);
  assert.deepEqual(fault?.facts, { actual: "0".repeat(64), required: effectsHash });
});

test("[V5] a refusal of what the rules allow is censorship, and is named", async () => {
  const fund = fundAt("earning");
  const actId = fund.propose(drafts.advance());
  const allowed = fund.approval(actId, "jp-t1");
  const refusal: Statement = {
    ...{ kind: "refusal", fund: fund.charter.id, officer: "op-1" },
    refused: { statement: toJson(allowed.statement), signatures: allowed.signatures },
    rejection: { code: "no_seat_for_this_act", clause: "8.5", facts: {} } as Json,
  };
  const forged = handMade(fund, fund.signed(refusal, "op-1"), [
    { kind: "refused", code: "no_seat_for_this_act", clause: "8.5" },
  ]);
  await checkRefused(fund, "refusal_not_reproduced", forged);
});

test("[V5] a refusal for another reason than the rules give is named", async () => {
  const fund = fundAt("earning");
  const actId = fund.propose(drafts.advance());
  const self = fund.approval(actId, "us-t1");
  const refusal: Statement = {
    ...{ kind: "refusal", fund: fund.charter.id, officer: "op-1" },
    refused: { statement: toJson(self.statement), signatures: self.signatures },
    rejection: { code: "approval_expired", clause: "G13", facts: {} } as Json,
  };
  await checkRefused(fund, "refusal_not_reproduced", handMade(fund, fund.signed(refusal, "op-1")));
});

/** The first payment of the declared distribution. */
function payment(fund: DemonstrationFund) {
  const { id, payee, minor } = fund.state.payments.get(`${idAt("declaration")}/1`)!;
  return drafts.payment(id, payee, minor.toString());
}

/** A release of the payment, approved and executed, as entries made by hand. */
function handMadeRelease(fund: DemonstrationFund): Uint8Array[] {
  const draft = payment(fund);
  const act = fund.act(draft);
  const id = fund.idOf(act);
  const proposal = handMade(fund, fund.proposal(draft), [
    {
      ...{ kind: "actProposed", id, act, entry: fund.leaves.length, on: fund.state.today },
      ...{ tier: 0, concerns: [], boundsDigest: "0".repeat(64) },
    },
  ]);
  return [
    proposal,
    handMade(fund, fund.approval(id, "jp-t1")),
    handMade(fund, fund.execution(id, "op-1")),
  ];
}

test("[V5] [R31] a payment released without finality is refused", async () => {
  const fund = fundAt("declared");
  await checkRefused(fund, "payment_not_final", ...handMadeRelease(fund));
});

/** A finality record over all entries, cosigned by those mirrors. */
function finality(fund: DemonstrationFund, ...mirrors: string[]): SignedStatement {
  const root = treeRoot(fund.leaves.map((leaf) => leafHash(leaf)));
  fund.rootAt = (size) => treeRoot(fund.leaves.slice(0, size).map((leaf) => leafHash(leaf)));
  return fund.finality(fund.checkpoint(fund.leaves.length, root, mirrors));
}

test("[V5] [R31] one mirror of two releases no payment; both do", async () => {
  const half = fundAt("declared");
  half.must(finality(half, "US"));
  await checkRefused(half, "payment_not_final", ...handMadeRelease(half));

  const fund = fundAt("declared");
  fund.must(finality(fund, "US", "JP"));
  fund.enact(payment(fund), "jp-t1");
  const { outcome, kinds } = await checkWith(fund);
  assert.deepEqual([outcome, kinds["finality.record"]], ["holds", 1]);
});

test("[V6] a cosignature that no mirror has made is refused", async () => {
  const fund = fundAt("declared");
  const { statement } = finality(fund, "US", "JP");
  assert.ok(statement.kind === "finality.record");
  const lines = statement.checkpoint.trimEnd().split("\n");
  const [last = ""] = lines.slice(-1);
  const encoded = last.slice(last.lastIndexOf(" ") + 1);
  const bytes = base64Decode(encoded)!;
  bytes[40] = bytes[40]! ^ 1;
  const forged = Buffer.from(bytes).toString("base64");
  const checkpoint = statement.checkpoint.replace(encoded, forged);
  await checkRefused(fund, "checkpoint_malformed", handMade(fund, fund.finality(checkpoint)));
});

test("[V6] a checkpoint of another history is named with what it puts in doubt", async () => {
  const fund = fundAt("committed");
  const other = fund.fork();
  const { recordedAt } = JSON.parse(Buffer.from(fund.leaves[3]!).toString()) as {
    recordedAt: string;
  };
  other.leaves[3] = withText(fund.leaves[3]!, recordedAt, "2025-06-16T09:00:01Z");
  const cosigned = finality(other, "US", "JP");
  const { fault } = await checkWith(fund, handMade(fund, cosigned));
  assert.equal(fault?.facts["rejection"], "checkpoint_not_of_this_log");
  assert.deepEqual([fault?.index, fault?.last], [0, fund.leaves.length]);
});

test("[V6] a seal of another state is named with what it puts in doubt", async () => {
  const fund = fundAt("committed");
  const statement: Statement = {
    ...{ kind: "seal", fund: fund.charter.id, officer: "op-1" },
    ...{ size: fund.leaves.length, stateHash: "0".repeat(64) },
  };
  const { fault } = await checkWith(fund, handMade(fund, fund.signed(statement, "op-1")));
  assert.equal(fault?.facts["rejection"], "seal_not_reproduced");
  assert.deepEqual([fault?.index, fault?.last], [0, fund.leaves.length]);
});

test("[V7] an entry that is no statement is malformed", async () => {
  const fund = fundAt("founded");
  for (const bytes of ["", "{}", `{"a":1.5}`, `{ "protocol":1}`]) {
    const { fault } = await checkWith(fund, utf8Encode(bytes));
    assert.deepEqual([fault?.code, fault?.index], ["entry_malformed", fund.leaves.length]);
  }
});

test("[R13] what another protocol rules, and what follows, is not judged by this one", async () => {
  const fund = fundAt("declared");
  const forged = handMade(fund, fund.dayOpening("2031-01-01"));
  await checkRefused(fund, "day_not_today", forged);
  for (const protocol of [3, 4096]) {
    const later = withText(forged, '"protocol":2', `"protocol":${protocol}`);
    // The rules of another protocol may allow this entry, and the next one because of it.
    const { outcome, fault, doubt } = await checkWith(fund, later, forged);
    assert.deepEqual([outcome, fault], ["unknown", undefined]);
    assert.deepEqual([doubt?.code, doubt?.index], ["protocol_unknown", fund.leaves.length]);
    assert.deepEqual(doubt?.facts, { actual: protocol, required: 2 });
  }
});

test("[R13] an entry does not go back to the rules before those in force", async () => {
  const fund = fundAt("declared");
  const opening = fund.dayOpening("2031-01-01");
  const earlier = withText(handMade(fund, opening), '"protocol":2', '"protocol":1');
  const { fault } = await checkWith(fund, earlier);
  assert.deepEqual([fault?.code, fault?.index], ["entry_malformed", fund.leaves.length]);
  assert.deepEqual(fault?.facts, { reason: "protocol_differs", actual: 1 });
});

test("[V12] a whole fund with other keys holds by itself, but is not the one founded", async () => {
  const fund = fundAt("committed");
  const true_ = await checkWith(fund);
  const other = fund.withOfficers(fund.officers);
  for (const { id } of fund.officers) other.useKey(id, demonstrationKey(`forged ${id}`));
  other.found();
  const forged = await checkWith(other);
  assert.equal(forged.outcome, "holds");
  assert.notDeepEqual(forged.trust?.keys, true_.trust?.keys);
  assert.notEqual(forged.trust?.founding, true_.trust?.founding);
  const founding = true_.trust!.founding;
  const pinned = await check(filesOf(other, other.leaves), { founding });
  assert.deepEqual([pinned.outcome, pinned.fault?.code], ["broken", "founding_differs"]);
});
