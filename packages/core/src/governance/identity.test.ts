import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { actOf, keyIdOfRaw, keyPairOf } from "../../test/governance/fixture.ts";
import { actIdOf, keyIdOf, signingBytes } from "./identity.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The act of the fixture, in the order of its keys and without white space. */
const ACT_TEXT =
  '{"basis":"commercial","body":{},"charterVersion":1,"effectiveDate":"2027-03-01",' +
  '"evidence":[],"proposer":"us-1","reason":"A test.","type":"board"}';

test("[R1] an act's id is a hash of the fund and the act alone", () => {
  const expected = sha256(`jointfund/act/v1\n{"act":${ACT_TEXT},"fund":"test-fund"}`);
  assert.equal(actIdOf("test-fund", actOf("board", "us-1")), expected);
  assert.notEqual(actIdOf("other-fund", actOf("board", "us-1")), expected);
});

test("[R2] a statement is signed over a tag and its canonical bytes", () => {
  const statement = { kind: "proposal", fund: "f", act: actOf("board", "us-1") } as const;
  const expected = `jointfund/statement/v1\n{"act":${ACT_TEXT},"fund":"f","kind":"proposal"}`;
  assert.deepEqual(signingBytes(statement), new Uint8Array(Buffer.from(expected)));
});

test("[R3] a key is named by the first 16 bytes of its hash", () => {
  const { raw } = keyPairOf("us-1");
  assert.equal(keyIdOf(raw), keyIdOfRaw(raw));
  assert.equal(keyIdOf(raw).length, 32);
});
