import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { AssertionError } from "./assert.ts";
import { utf8Encode } from "./bytes.ts";
import {
  canonicalBytes,
  canonicalText,
  decodeCanonical,
  hashCanonical,
  hashTagged,
  type Json,
} from "./canonical.ts";
import { decodeJson, MAX_DEPTH, MAX_ENTRY_BYTES, textFault } from "./json.ts";

// Long strings full of escapes too, so that documents outgrow the writer's buffer.
const wireText = fc
  .oneof(
    { weight: 9, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: fc.constantFrom("\0", '"', "\n", "é"), size: "+3" }),
    },
  )
  .map((text) => text.normalize("NFC"))
  .filter((text) => textFault(text) === undefined);
const wireKey = wireText.filter((key) => key !== "__proto__");
const wireInteger = fc.maxSafeInteger().map((value) => (value === 0 ? 0 : value));
const { json: anyJson } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false),
    wireInteger,
    wireText,
    fc.array(tie("json"), { maxLength: 5 }),
    fc.dictionary(wireKey, tie("json"), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

// What is longer than an entry may be is refused, which is another test's matter (E9).
const json = anyJson.filter((value) => utf8Encode(oracleText(value)).length <= MAX_ENTRY_BYTES);

/** The engine's own writer over sorted copies: RFC 8785 defines strings and integers by it. */
function oracleText(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oracleText).join(",")}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const texts = members.map(([key, member]) => `${JSON.stringify(key)}:${oracleText(member)}`);
  return `{${texts.join(",")}}`;
}

function nested(depth: number): Json {
  let value: Json = 0;
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

test("[E1] [E3] the text is the engine's JSON with sorted keys", () => {
  fc.assert(fc.property(json, (value) => assert.equal(canonicalText(value), oracleText(value))));
});

test("[E1] what is written is read back, and read back only from exactly those bytes", () => {
  fc.assert(
    fc.property(json, (value) => {
      const bytes = canonicalBytes(value);
      assert.deepEqual(decodeCanonical(bytes), { ok: true, value });
      assert.deepEqual(decodeJson(bytes), { ok: true, value });
    }),
  );
});

test("[E1] no changed byte leaves a document that means the same", () => {
  fc.assert(
    fc.property(json, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, place, mask) => {
      const bytes = canonicalBytes(value);
      const index = place % bytes.length;
      bytes[index]! ^= mask;
      const decoded = decodeCanonical(bytes);
      if (decoded.ok) assert.notDeepEqual(decoded.value, value);
    }),
    { numRuns: 1000 },
  );
});

test("[E14] free JSON is readable, and refused as canonical where it differs first", () => {
  fc.assert(
    fc.property(json, (value) => {
      const loose = ` ${JSON.stringify(value, undefined, 1)}`;
      const bytes = utf8Encode(loose);
      assert.deepEqual(decodeJson(bytes), { ok: true, value });
      assert.deepEqual(decodeCanonical(bytes), {
        ok: false,
        error: { code: "not_canonical", offset: 0, path: [] },
      });
    }),
  );
});

test("[E8] 32 levels pass, 33 don't, whether read or written", () => {
  const deepest = nested(MAX_DEPTH);
  assert.deepEqual(decodeCanonical(canonicalBytes(deepest)), { ok: true, value: deepest });
  assert.throws(() => canonicalText(nested(MAX_DEPTH + 1)), AssertionError);
  const tooDeep = decodeCanonical(utf8Encode(`${"[".repeat(33)}0${"]".repeat(33)}`));
  assert.ok(!tooDeep.ok);
  assert.equal(tooDeep.error.code, "too_deep");
  assert.equal(tooDeep.error.offset, 32);
  assert.equal(tooDeep.error.path.length, 32);
});

test("[E9] the limit of bytes can be set for blobs", () => {
  const value = "x".repeat(65_534 - 1);
  assert.equal(canonicalBytes(value).length, 65_535);
  assert.ok(decodeCanonical(canonicalBytes(value)).ok);
  const longer = canonicalBytes(`${value}x`);
  assert.deepEqual(decodeCanonical(longer), {
    ok: false,
    error: { code: "too_large", offset: 65_535, path: [] },
  });
  assert.ok(decodeCanonical(longer, { maxBytes: 70_000 }).ok);
});

test("[E12] a fault is reported with the path to it", () => {
  const cases: readonly (readonly [text: string, code: string, path: readonly unknown[]])[] = [
    ['{"a":[1,{"b":1.5}]}', "number_not_safe_integer", ["a", 1, "b"]],
    ['{"a":[1,{"b":1,"b":2}]}', "duplicate_key", ["a", 1, "b"]],
    ['{"a":{"__proto__":1}}', "forbidden_key", ["a", "__proto__"]],
    ['{"a":["\\ud800"]}', "lone_surrogate", ["a", 0]],
    ['{"a":{"e\u0301":1}}', "not_nfc", ["a"]],
    ['{"a":{"\u0378":1}}', "unassigned_character", ["a"]],
    ['{"a":[tru]}', "not_json", ["a", 0]],
  ];
  for (const [text, code, path] of cases) {
    const decoded = decodeCanonical(utf8Encode(text));
    assert.ok(!decoded.ok);
    assert.equal(decoded.error.code, code);
    assert.deepEqual(decoded.error.path, path);
  }
});

test("[E3] documents come out whole at every place where the writer's buffer may end", () => {
  const shapes: readonly ((length: number) => Json)[] = [
    (length) => "x".repeat(length),
    (length) => `${"x".repeat(length)}\0é`,
    (length) => ["x".repeat(length), true, [], {}, -7],
    (length) => ({ a: "x".repeat(length), b: { "\n": [] } }),
    (length) => ({ ["x".repeat(length)]: 12, y: "z" }),
  ];
  const large = "x".repeat(1 << 20);
  for (const shape of shapes) {
    // The buffer begins with 4096 bytes, and again after each document beyond a mebibyte.
    for (let length = 4070; length <= 4096; length++) {
      canonicalBytes(large);
      assert.equal(canonicalText(shape(length)), oracleText(shape(length)));
    }
  }
});

test("[E2] a value without a canonical form is a bug, and the message names the place", () => {
  const cases: readonly (readonly [value: unknown, place: string])[] = [
    [undefined, "/"],
    [{ a: [0, undefined] }, "/a/1"],
    [{ a: { b: 1n } }, "/a/b"],
    [[1.5], "/0"],
    [[-0], "/0"],
    [[2 ** 53], "/0"],
    [[Number.NaN], "/0"],
    [["\ud800"], "/0"],
    [["e\u0301"], "/0"],
    [[new Map()], "/0"],
    [[new Date(0)], "/0"],
    [[JSON.parse('{"__proto__":1}')], "/0"],
  ];
  for (const [value, place] of cases) {
    assert.throws(
      () => canonicalText(value as Json),
      (error) => error instanceof AssertionError && error.message.endsWith(` at ${place}`),
    );
  }
});

test("[E10] a hash is taken over the tag, a line feed and the bytes", () => {
  const value: Json = { b: 1, a: ["x"] };
  const expected = createHash("sha256")
    .update('jointfund/act/v1\n{"a":["x"],"b":1}', "utf8")
    .digest("hex");
  assert.equal(hashCanonical("jointfund/act/v1", value), expected);
  assert.equal(hashTagged("jointfund/act/v1", canonicalBytes(value)), expected);
  assert.notEqual(hashCanonical("jointfund/approval/v1", value), expected);
});
