import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { canonicalText } from "../../src/base/canonical.ts";
import type { Json } from "../../src/base/json.ts";
import {
  charterHash,
  decodeCharter,
  decodeCharterBytes,
  encodeCharter,
  MAX_CHARTER_BYTES,
} from "../../src/charter/decode-charter.ts";
import { lintDocument } from "../../src/charter/lint.ts";
import { charterKnowledge } from "../../src/fund/charter-knowledge.ts";
import { part, sampleCharter, sampleJson, type Mutable } from "./sample-charter.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The codes of what is wrong with a charter's bytes. */
function codesOf(bytes: Uint8Array): readonly string[] {
  const decoded = decodeCharterBytes(bytes);
  return decoded.ok ? [] : decoded.error.map(({ code }) => code);
}

test("[CH2] a charter's bytes are those of its JSON in canonical form, and decode to it", () => {
  const charter = sampleCharter();
  const bytes = encodeCharter(charter);
  assert.deepEqual(decodeCharterBytes(bytes), { ok: true, value: charter });
  assert.equal(new TextDecoder().decode(bytes), canonicalText(sampleJson()));
});

test("[CH2] a charter is named by the SHA-256 of its bytes", () => {
  const charter = sampleCharter();
  const expected = createHash("sha256").update(encodeCharter(charter)).digest("hex");
  assert.equal(charterHash(charter), expected);
});

test("[CH2] the order in which a charter is written does not change its name", () => {
  const backwards = (json: Mutable): Mutable => {
    if (Array.isArray(json)) return json.map(backwards);
    if (typeof json !== "object" || json === null) return json;
    const members = Object.entries(json).map(([key, value]) => [key, backwards(value)] as const);
    return Object.fromEntries(members.reverse());
  };
  const decoded = decodeCharter(backwards(sampleJson()));
  assert.ok(decoded.ok);
  assert.equal(charterHash(decoded.value), charterHash(sampleCharter()));
});

test("[CH2] bytes that are not the canonical form of JSON are no charter", () => {
  const text = canonicalText(sampleJson());
  assert.deepEqual(codesOf(utf8(`${text}\n`)), ["not_canonical"]);
  assert.deepEqual(codesOf(utf8(text.slice(1))), ["not_json"]);
  assert.deepEqual(codesOf(utf8(text.replace('"version":1', '"version":1.5'))), [
    "number_not_safe_integer",
  ]);
  assert.deepEqual(codesOf(utf8(text.replace('"version":1', '"version":9007199254740993'))), [
    "number_not_safe_integer",
  ]);
  const duplicate = text.replace('"version":1', '"version":1,"version":1');
  assert.deepEqual(codesOf(utf8(duplicate)), ["duplicate_key"]);
  assert.deepEqual(codesOf(utf8(text.replace('"Sample"', '"\\ud800"'))), ["lone_surrogate"]);
  assert.deepEqual(codesOf(utf8(text.replace('"Sample"', '"e\u0301"'))), ["not_nfc"]);
  assert.deepEqual(codesOf(utf8(text.replace('"version"', '"__proto__"'))), ["forbidden_key"]);
  assert.deepEqual(codesOf(Uint8Array.of(0xff)), ["not_utf8"]);
  assert.deepEqual(codesOf(utf8("[".repeat(40))), ["too_deep"]);
  assert.deepEqual(codesOf(new Uint8Array(MAX_CHARTER_BYTES + 1).fill(0x20)), ["too_large"]);
});

const UNFIT: readonly (readonly [code: string, value: unknown])[] = [
  ["number_not_safe_integer", 0.5],
  ["number_not_safe_integer", 2 ** 53],
  ["number_not_safe_integer", -0],
  ["lone_surrogate", "\ud800"],
  ["not_nfc", "e\u0301"],
  ["unassigned_character", "\u0378"],
  ["not_nfc", { ["e\u0301"]: 1 }],
  ["forbidden_key", JSON.parse('{"__proto__": 1}')],
  ["too_deep", JSON.parse("[".repeat(40) + "]".repeat(40))],
];

for (const [code, value] of UNFIT) {
  test(`[CH1] what the record cannot hold is found in a charter: ${code}`, () => {
    const json = sampleJson();
    part(json, "title")["en"] = value as Mutable;
    for (const findings of [lintDocument(json, charterKnowledge), errorsOf(json)]) {
      assert.deepEqual(
        findings.map((each) => each.code),
        [code],
      );
      assert.deepEqual(findings[0]!.path.slice(0, 2), ["title", "en"]);
    }
  });
}

function errorsOf(
  json: Json,
): readonly { readonly code: string; readonly path: readonly unknown[] }[] {
  const decoded = decodeCharter(json);
  assert.ok(!decoded.ok);
  return decoded.error;
}

test("[CH1] every finding on the form comes at once, with its clause", () => {
  const json = sampleJson();
  part(json, "capital")["initial"] = 300;
  part(json, "finality")["mandatoryAfterHours"] = "72";
  delete json["origin"];
  const found = errorsOf(json).map(({ code, path }) => [code, path.join("/")]);
  assert.deepEqual(found, [
    ["missing_field", "origin"],
    ["wrong_type", "capital/initial"],
    ["wrong_type", "finality/mandatoryAfterHours"],
  ]);
});

test("[CH1] any JSON at all is read without an exception", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const json = value as Json;
      const decoded = decodeCharter(json);
      assert.ok(!decoded.ok);
      assert.ok(decoded.error.length > 0);
      assert.ok(lintDocument(json, charterKnowledge).length > 0);
    }),
    { numRuns: 300 },
  );
});

/** Every path of a document. */
function pathsOf(json: Mutable, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof json !== "object" || json === null) return [[...path]];
  const below = Object.entries(json).flatMap(([key, value]) =>
    pathsOf(value, [...path, Array.isArray(json) ? Number(key) : key]),
  );
  return [[...path], ...below];
}

test("[CH20] a charter broken anywhere is linted without an exception", () => {
  const paths = pathsOf(sampleJson()).filter(({ length }) => length > 0);
  const values = [
    null,
    true,
    0,
    -1,
    2 ** 31,
    "",
    "x",
    "any",
    "1/2",
    [],
    {},
    ["AA"],
    { party: "ZZ" },
  ];
  let found = 0;
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.nat({ max: values.length + 1 }), (path, choice) => {
      const json = sampleJson();
      const parent = part(json, ...path.slice(0, -1));
      const key = path.at(-1)!;
      const value = values[choice];
      if (value === undefined) delete parent[key];
      else parent[key] = value;
      if (lintDocument(json, charterKnowledge).length > 0) found++;
    }),
    { numRuns: 600 },
  );
  // Some changes are harmless, such as another text; most are not.
  assert.ok(found > 400, `${found} of 600 changes were found`);
});
