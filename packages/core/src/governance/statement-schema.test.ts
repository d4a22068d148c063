import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "../base/canonical.ts";
import { decode, encode } from "../base/schema.ts";
import { signatureSchema, statementSchema } from "./statement-schema.ts";

const HASH = "0123456789abcdef".repeat(4);
const fund = "us-japan";
const officer = "suzuki";

const act = {
  type: "capital.call",
  body: { amount: { currency: "USD", minor: "500" }, nested: [1, null, "x", { a: true }] },
  charterVersion: 1,
  effectiveDate: "2027-04-01",
  proposer: "suzuki",
  basis: "policy",
  reason: "出資の請求",
  evidence: [HASH],
  idempotencyKey: "call 2027/1",
  bounds: {
    mostCash: { currency: "USD", minor: "0" },
    price: { least: "0.99", most: "1.01" },
  },
};

const GOOD: { readonly [kind: string]: { readonly [field: string]: Json } } = {
  founding: { kind: "founding", fund, act },
  proposal: { kind: "proposal", fund, act },
  fact: { kind: "fact", fund, act },
  approval: {
    kind: "approval",
    fund,
    actId: HASH,
    officer,
    decision: "reject",
    boundsDigest: HASH,
    logSize: 17,
    notAfter: "2027-04-30T23:59:59Z",
    evidence: [],
  },
  objection: { kind: "objection", fund, actId: HASH, officer, power: "veto", reason: "No." },
  recusal: { kind: "recusal", fund, actId: HASH, officer, reason: "My brother works there." },
  consultation: {
    kind: "consultation",
    fund,
    actId: HASH,
    officer,
    body: "board",
    opinion: "noted",
    text: "",
  },
  execution: { kind: "execution", fund, actId: HASH, officer },
  refusal: {
    kind: "refusal",
    fund,
    officer,
    refused: { statement: { kind: "anything" }, signatures: [] },
    rejection: { code: "carved_out" },
  },
  "day.open": { kind: "day.open", fund, officer, date: "2027-04-01" },
  seal: { kind: "seal", fund, officer, size: 9, stateHash: HASH },
  "finality.record": { kind: "finality.record", fund, officer, checkpoint: "us-japan.example\n" },
};

test("[R4] every kind of statement decodes to itself", () => {
  assert.equal(Object.keys(GOOD).length, 12);
  for (const [kind, statement] of Object.entries(GOOD)) {
    const decoded = decode(statementSchema, statement);
    assert.ok(decoded.ok, kind);
    assert.deepEqual(decoded.value, statement);
    assert.deepEqual(encode(statementSchema, decoded.value), statement);
  }
});

test("[R1] bounds and the idempotency key may be absent", () => {
  const { bounds, idempotencyKey, ...rest } = act;
  assert.ok(bounds !== undefined && idempotencyKey !== undefined);
  assert.ok(decode(statementSchema, { kind: "fact", fund, act: rest }).ok);
  const partly = { ...act, bounds: {} };
  assert.ok(decode(statementSchema, { kind: "fact", fund, act: partly }).ok);
});

const withAct = (change: { readonly [field: string]: Json }): Json => ({
  ...GOOD["proposal"],
  act: { ...act, ...change },
});
const withField = (kind: string, change: { readonly [field: string]: Json }): Json => ({
  ...GOOD[kind]!,
  ...change,
});

const BAD: readonly (readonly [finding: string, statement: Json])[] = [
  ["wrong_type ", []],
  ["not_one_of kind", withField("seal", { kind: "vote" })],
  ["unknown_field colour", withField("execution", { colour: "red" })],
  ["missing_field officer", { kind: "execution", fund, actId: HASH }],
  ["bad_format actId", withField("execution", { actId: HASH.toUpperCase() })],
  ["bad_format actId", withField("execution", { actId: HASH.slice(2) })],
  ["bad_format officer", withField("execution", { officer: "a|b" })],
  ["bad_format fund", withField("execution", { fund: "us japan" })],
  ["bad_format date", withField("day.open", { date: "2027-02-29" })],
  ["bad_format date", withField("day.open", { date: "2027-04-01T00:00:00Z" })],
  ["bad_format notAfter", withField("approval", { notAfter: "2027-04-01T24:00:00Z" })],
  ["bad_format notAfter", withField("approval", { notAfter: "2027-04-01T09:00:00+09:00" })],
  ["out_of_range logSize", withField("approval", { logSize: -1 })],
  ["not_one_of decision", withField("approval", { decision: "abstain" })],
  ["too_short reason", withField("objection", { reason: "" })],
  ["too_long reason", withField("objection", { reason: "x".repeat(2_001) })],
  ["too_long text", withField("consultation", { text: "x".repeat(2_001) })],
  ["too_short act/reason", withAct({ reason: "" })],
  ["too_long act/reason", withAct({ reason: "あ".repeat(2_001) })],
  ["too_many act/evidence", withAct({ evidence: Array.from({ length: 33 }, () => HASH) })],
  ["duplicate_item act/evidence/1", withAct({ evidence: [HASH, HASH] })],
  ["bad_format act/evidence/0", withAct({ evidence: ["0x12"] })],
  ["out_of_range act/charterVersion", withAct({ charterVersion: 0 })],
  ["wrong_type act/charterVersion", withAct({ charterVersion: "1" })],
  ["bad_format act/effectiveDate", withAct({ effectiveDate: "2027-4-1" })],
  ["bad_format act/proposer", withAct({ proposer: "" })],
  ["bad_format act/type", withAct({ type: "capital call" })],
  ["wrong_type act/body", withAct({ body: "x" })],
  ["not_one_of act/basis", withAct({ basis: "private" })],
  ["too_short act/idempotencyKey", withAct({ idempotencyKey: "" })],
  [
    "bad_format act/bounds/mostCash/minor",
    withAct({ bounds: { mostCash: { currency: "USD", minor: "-1" } } }),
  ],
  [
    "bad_format act/bounds/mostCash/currency",
    withAct({ bounds: { mostCash: { currency: "usd", minor: "1" } } }),
  ],
  ["bad_format act/bounds/price/most", withAct({ bounds: { price: { least: "1", most: "1e3" } } })],
];

test("[R4] what is not exactly a statement is refused, with its place", () => {
  for (const [expected, statement] of BAD) {
    const decoded = decode(statementSchema, statement);
    assert.ok(!decoded.ok, expected);
    const found = decoded.error.map(({ code, path }) => `${code} ${path.join("/")}`);
    assert.deepEqual(found, [expected]);
  }
});

test("[R3] a signature is 64 bytes under a key id of 16", () => {
  const good = { key: HASH.slice(32), signature: Buffer.alloc(64, 7).toString("base64") };
  assert.deepEqual(decode(signatureSchema, good), { ok: true, value: good });
  const bad: readonly (readonly [string, Json])[] = [
    ["key", { ...good, key: HASH }],
    ["signature", { ...good, signature: Buffer.alloc(65, 7).toString("base64") }],
    ["signature", { ...good, signature: Buffer.alloc(66, 7).toString("base64") }],
    ["signature", { ...good, signature: good.signature.replace(/=/g, "") }],
    // The last digit before the padding carries four bits that must be zero.
    ["signature", { ...good, signature: good.signature.replace(/w==$/, "x==") }],
  ];
  for (const [path, signature] of bad) {
    const decoded = decode(signatureSchema, signature);
    assert.deepEqual(decoded.ok ? [] : decoded.error.map((finding) => finding.path[0]), [path]);
  }
});
