import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { actIdOf, keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import { encodeSigningRequest } from "@jointfund/core/governance/signing-request.ts";
import type { Act, Statement } from "@jointfund/core/governance/statement.ts";
import { wordDigest } from "@jointfund/core/governance/word-digest.ts";
import { instant, localDate } from "@jointfund/core/calendar/date.ts";
import { verifyEd25519 } from "@jointfund/server/application/ed25519.ts";
import { skipWithout } from "../../../../tests/support/require-tool.ts";
import { run, temporaryDirectory } from "./captured-terminal.ts";

const work = temporaryDirectory();
const at = (name: string): string => join(work, name);

const act: Act = {
  type: "capital.call",
  body: { vehicle: "fund", currency: "USD", amount: "1500000000000" },
  charterVersion: 1,
  effectiveDate: localDate("2026-07-01"),
  proposer: "office-1",
  basis: "commercial",
  reason: "Second call \u202eof capital",
  evidence: ["ab".repeat(32)],
};
const approval: Statement = {
  ...{ kind: "approval", fund: "us-japan", officer: "jp-treasury-1", decision: "approve" },
  ...{ actId: actIdOf("us-japan", act), boundsDigest: "b".repeat(64), logSize: 12 },
  ...{ notAfter: instant("2026-07-08T14:00:00Z"), evidence: [] },
};
const bytes = signingBytes(approval);
const request = at("act.request.json");
writeFileSync(request, encodeSigningRequest({ statement: approval, act }));
writeFileSync(at("act.txt"), bytes);

test("[R41] [R43] shows what is to be signed in both languages, with the words", async () => {
  const { code, out } = await run(["sign", request]);
  assert.equal(code, 0);
  for (const said of [
    /To be signed \/ 署名の対象/,
    /approval\n.*承認/,
    /capital\.call/,
    /USD 15 billion/,
    /2026年7月1日/,
    /jp-treasury-1/,
  ]) {
    assert.match(out, said);
  }
  const words = wordDigest(bytes);
  assert.ok(out.includes(words.map(({ en }) => en).join(" ")));
  assert.ok(out.includes(words.map(({ ja }) => ja).join(" ")));
  assert.ok(!out.includes("\u202e"), "what turns the writing is shown, not obeyed");
  assert.ok(!/signature/.test(out), "without a key nothing is signed");
});

test("[R42] says that it cannot show an act of which the file has the id alone", async () => {
  const { out } = await run(["sign", at("act.txt"), "--lang", "en"]);
  assert.match(out, /not in the file: compare its id/);
});

test("refuses a file that shows another act, or is none, and keys of other kinds", async () => {
  const other = { ...act, reason: "Another" };
  writeFileSync(at("other.json"), encodeSigningRequest({ statement: approval, act: other }));
  const shown = await run(["sign", at("other.json")]);
  assert.deepEqual([shown.code, shown.out], [1, ""]);
  assert.match(shown.err, /Do not sign it/);
  writeFileSync(at("none.json"), "{}");
  assert.match((await run(["sign", at("none.json")])).err, /holds nothing that can be signed/);
  const wrongKey = await run(["sign", request, "--key", at("none.json"), "--lang", "ja"]);
  assert.equal(wrongKey.code, 1);
  assert.match(wrongKey.err, /Ed25519秘密鍵/);
});

test(
  "[R42] signs as OpenSSL does with the same key",
  { skip: skipWithout(["openssl"]) },
  async () => {
    const openssl = (...args: readonly string[]): Buffer => execFileSync("openssl", args);
    openssl("genpkey", "-algorithm", "ed25519", "-out", at("officer.pem"));
    const args = ["-rawin", "-inkey", at("officer.pem"), "-in", at("act.txt")];
    const theirs = openssl("pkeyutl", "-sign", ...args);
    const out = at("act.sig");
    const signed = await run(["sign", request, "--key", at("officer.pem"), "--out", out, "--json"]);
    assert.equal(signed.code, 0);
    const { key, signature } = JSON.parse(signed.out) as { key: string; signature: string };
    assert.equal(signature, theirs.toString("base64"));
    assert.equal(readFileSync(out, "utf8"), `${signature}\n`);
    const spki = openssl("pkey", "-in", at("officer.pem"), "-pubout", "-outform", "DER");
    const raw = new Uint8Array(spki.subarray(-32));
    assert.equal(key, keyIdOf(raw));
    assert.ok(verifyEd25519(raw, bytes, new Uint8Array(theirs)));
    const again = await run(["sign", request, "--key", at("officer.pem"), "--out", out]);
    assert.equal(again.code, 1, "no file is overwritten");
  },
);
