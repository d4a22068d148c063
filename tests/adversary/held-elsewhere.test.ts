/**
 * What one copy alone cannot show, and what a checkpoint or a founding held elsewhere does: a log
 * cut back and signed anew, a second history, another fund under the same name.
 */
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import { base64Decode, base64Encode } from "@jointfund/core/base/bytes.ts";
import { openCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { cosign } from "@jointfund/core/log/cosignature.ts";
import { verifyConsistency } from "@jointfund/core/log/merkle-proof.ts";
import { ed25519Verifier, encodeNote, parseNote } from "@jointfund/core/log/note.ts";
import { SIGNATURE_TYPES, verifierKey } from "@jointfund/core/log/verifier-key.ts";
import { leafHash } from "@jointfund/core/log/merkle.ts";
import { verifyEd25519 } from "@jointfund/verifier/native-crypto.ts";
import { demonstrationKey } from "../support/demonstration-fund.ts";
import { logKey, makeSmallFund, mirrorName, ORIGIN } from "./small-fund.ts";
import {
  check,
  entryOf,
  leavesOf,
  signedCheckpoint,
  tampered,
  withByte,
  withText,
} from "./tampering.ts";

const files = await makeSmallFund();
const leaves = leavesOf(files);
const SIZE = leaves.length;
const held = files.get("log/checkpoint")!;

/** The same fund with another time in entry 12: a second history that replays just as well. */
function secondHistory(): readonly Uint8Array[] {
  const { recordedAt } = entryOf(leaves[12]!);
  return leaves.with(12, withText(leaves[12]!, recordedAt, "2025-06-17T09:01:59Z"));
}

test("[V13] a log cut back and signed anew holds by itself, and --against finds it", async () => {
  for (let size = 1; size < SIZE; size++) {
    const cut = tampered(files, leaves.slice(0, size), "log key");
    const alone = await check(cut);
    assert.equal(alone.outcome, "holds", `${size} entries`);
    assert.equal(alone.entries, size);
    const { outcome, fault, evidence } = await check(cut, { against: held });
    assert.equal(outcome, "broken", `${size} entries`);
    assert.deepEqual([fault?.code, fault?.index], ["entries_cut_off", size]);
    assert.deepEqual(fault?.facts, { actual: size, required: SIZE });
    assert.equal(evidence, undefined);
  }
});

test("[V9] a checkpoint of any size of this very log agrees", async () => {
  for (let size = 1; size <= SIZE; size++) {
    const against = signedCheckpoint(leaves.slice(0, size));
    const report = await check(files, { against });
    assert.equal(report.outcome, "holds", `size ${size}`);
    assert.equal(report.held?.size, size);
  }
});

test("[V9] a checkpoint of the same size with another root is a split view", async () => {
  const other = tampered(files, secondHistory(), "log key");
  assert.equal((await check(other)).outcome, "holds");
  const { outcome, fault } = await check(other, { against: held });
  assert.equal(outcome, "broken");
  // The mirrors have cosigned entries 0 to 5, so that one of the others it must be.
  assert.deepEqual([fault?.code, fault?.index, fault?.last], ["split_view", 6, SIZE - 1]);
});

const logVerifier = (() => {
  const key = verifierKey(ORIGIN, SIGNATURE_TYPES.ed25519, logKey.publicKey);
  assert.ok(key.ok);
  return ed25519Verifier(key.value, verifyEd25519);
})();

/** Reads a proof of two histories as a stranger would, and says whether it is one. */
function isProof(evidence: string): boolean {
  const heading =
    /\n(?:held elsewhere|published in this copy|root of this copy at .*|consistency proof .*)\n/;
  const [, first = "", second = "", rootLine = "", proofLines = ""] = evidence.split(heading);
  const [older, newer] = [first, second].map((note) => {
    const opened = openCheckpoint(new TextEncoder().encode(note), logVerifier);
    assert.ok(opened.ok, "both notes are signed by the log's key");
    return opened.value.checkpoint;
  });
  const oldRoot = base64Decode(rootLine.trim())!;
  const proof = proofLines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => base64Decode(line)!);
  const claim = { oldSize: older!.size, oldRoot, size: newer!.size, root: newer!.root };
  return verifyConsistency(claim, proof).ok && base64Encode(oldRoot) !== base64Encode(older!.root);
}

test("[V9] the evidence of two histories convinces a stranger", async () => {
  for (const size of [13, 14, SIZE]) {
    const against = signedCheckpoint(leaves.slice(0, size));
    const other = tampered(files, secondHistory(), "log key");
    const report = await check(other, { against });
    assert.equal(report.fault?.code, "split_view");
    assert.ok(isProof(report.evidence!), `size ${size}`);
  }
});

test("[V9] what agrees narrows down what does not", async () => {
  const against = signedCheckpoint(leaves.slice(0, 9));
  const other = tampered(files, secondHistory(), "all files");
  const { fault } = await check(other, { against });
  assert.deepEqual([fault?.code, fault?.index, fault?.last], ["root_differs", 9, SIZE - 1]);
});

test("[V9] cosignatures of mirrors on a checkpoint held elsewhere are read", async () => {
  const note = parseNote(held);
  assert.ok(note.ok);
  const mirror = demonstrationKey("mirror JP");
  const key = verifierKey(mirrorName("JP"), SIGNATURE_TYPES.cosignature, mirror.publicKey);
  assert.ok(key.ok);
  const line = cosign(note.value.text, 1_750_000_000, key.value, mirror.sign);
  const cosigned = (signature: Uint8Array): Uint8Array =>
    encodeNote({
      text: note.value.text,
      signatures: [...note.value.signatures, { ...line, signature }],
    });
  const report = await check(files, { against: cosigned(line.signature) });
  assert.deepEqual(report.held?.cosigners, ["JP"]);
  const wrong = await check(files, { against: cosigned(withByte(line.signature, 20, 1)) });
  assert.equal(wrong.doubt?.code, "held_checkpoint_unusable");
});

test("[V11] what is no checkpoint of this log says nothing about it", async () => {
  const unusable = {
    "another key": signedCheckpoint(leaves, demonstrationKey("somebody")),
    "a changed byte": withByte(held, 20, 1),
    "no note": new TextEncoder().encode("hello"),
    nothing: new Uint8Array(),
  };
  for (const [what, against] of Object.entries(unusable)) {
    const { outcome, doubt } = await check(files, { against });
    assert.deepEqual([outcome, doubt?.code], ["unknown", "held_checkpoint_unusable"], what);
  }
});

test("[V12] the founding can be pinned by its hash", async () => {
  const { trust } = await check(files);
  assert.equal(trust?.founding, Buffer.from(leafHash(leaves[0]!)).toString("hex"));
  const right = await check(files, { founding: trust.founding });
  assert.equal(right.outcome, "holds");
  const { outcome, fault } = await check(files, { founding: "0".repeat(64) });
  assert.deepEqual([outcome, fault?.code, fault?.index], ["broken", "founding_differs", 0]);
});

test("[V12] charter, log key and the founding keys are there to be compared", async () => {
  const { trust } = await check(files);
  assert.equal(trust?.fund, "us-japan");
  assert.ok([...files.keys()].includes(`blobs/sha256/${trust.charter}`));
  const expected = ["us-t1", "jp-t1"].map((officer) =>
    hash("sha256", demonstrationKey(officer).publicKey),
  );
  assert.deepEqual(
    trust.keys.map(({ fingerprint }) => fingerprint),
    expected,
  );
});
