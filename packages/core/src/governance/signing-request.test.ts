import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { actOf, approvalOf } from "../../test/governance/fixture.ts";
import { DIGEST_WORDS } from "./digest-words.ts";
import { actIdOf, signingBytes } from "./identity.ts";
import { decodeSigningRequest, encodeSigningRequest } from "./signing-request.ts";
import type { Statement } from "./statement.ts";
import { wordDigest } from "./word-digest.ts";

const act = actOf("board", "us-1");
const approval = approvalOf(actIdOf("test-fund", act), "us-1");
const proposal: Statement = { kind: "proposal", fund: "test-fund", act };

const read = (text: string) => decodeSigningRequest(Buffer.from(text));

test("[R41] a request comes back as it was written, with the act that it is about", () => {
  const both = decodeSigningRequest(encodeSigningRequest({ statement: approval, act }));
  assert.deepEqual(both, { ok: true, value: { statement: approval, act } });
  const alone = decodeSigningRequest(encodeSigningRequest({ statement: proposal }));
  assert.deepEqual(alone, { ok: true, value: { statement: proposal } });
});

test("[R41] an act that is not the one that is signed is refused", () => {
  const other = { ...act, reason: "Another reason." };
  const requests = [
    { statement: approval, act: other },
    { statement: { ...approval, fund: "other-fund" }, act },
    { statement: proposal, act },
  ];
  for (const request of requests) {
    const refused = decodeSigningRequest(encodeSigningRequest(request));
    assert.equal(refused.ok ? undefined : refused.error.code, "act_differs");
  }
});

test("[R42] the bare bytes that a key signs are read as well", () => {
  const statements = [approval, proposal];
  for (const statement of statements) {
    const read = decodeSigningRequest(signingBytes(statement));
    assert.deepEqual(read, { ok: true, value: { statement } });
    assert.ok(read.ok);
    assert.deepEqual(signingBytes(read.value.statement), signingBytes(statement));
  }
});

test("[R41] [R42] what is neither is no request", () => {
  const good = Buffer.from(encodeSigningRequest({ statement: approval })).toString();
  const bare = Buffer.from(signingBytes(approval)).toString();
  for (const text of [
    "",
    "{}",
    "jointfund/statement/v1\n",
    "jointfund/statement/v1\n{}",
    `${bare} `,
    ` ${good}`,
    good.replace("signing-request/v1", "signing-request/v2"),
    good.replace('"approve"', '"approved"'),
    good.replace("{", '{"more":1,'),
  ]) {
    const result = read(text);
    assert.equal(result.ok ? undefined : result.error.code, "not_a_request", text);
  }
});

test("[R43] the word digest is ten words of a hash of its own, the same in both languages", () => {
  const bytes = signingBytes(approval);
  const hash = createHash("sha256").update("jointfund/word-digest/v1\n").update(bytes).digest();
  const words = wordDigest(bytes);
  assert.equal(words.length, 10);
  assert.deepEqual(
    words.map(({ en, ja }) => DIGEST_WORDS.findIndex((w) => w.en === en && w.ja === ja)),
    [...hash.subarray(0, 10)],
  );
  assert.notDeepEqual(wordDigest(signingBytes({ ...approval, decision: "reject" })), words);
});

test("[R43] there is a word for each byte, and none twice, in either language", () => {
  assert.equal(DIGEST_WORDS.length, 256);
  for (const language of ["en", "ja"] as const) {
    const words = DIGEST_WORDS.map((word) => word[language]);
    assert.equal(new Set(words).size, 256, language);
    const form = language === "en" ? /^[a-z]{3,9}$/ : /^[ぁ-んァ-ヶー一-龠々]{1,6}$/u;
    for (const word of words) assert.match(word, form);
  }
  const list = DIGEST_WORDS.map(({ en, ja }) => `${en} ${ja}\n`).join("");
  const hash = createHash("sha256").update(list).digest("hex");
  assert.equal(
    hash,
    "0b9ca7dcd2a1dab19a7d25625a983745b71995e129defbbc08411f9458332a7e",
    "the list never changes",
  );
});
