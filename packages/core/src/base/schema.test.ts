import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AssertionError } from "./assert.ts";
import type { Json } from "./canonical.ts";
import { decode, encode, Schema, toJsonSchema, type Infer, type SchemaFinding } from "./schema.ts";

type LocalDate = string & { readonly brand: "date" };

const money = Schema.object({
  currency: Schema.oneOf(["JPY", "USD"]),
  minor: Schema.minorUnits({ min: 0n, description: "Minor units of the currency" }),
});

type Tree = { readonly name: string; readonly children: readonly Tree[] };
const tree: Schema<Tree> = Schema.lazy("Tree", () =>
  Schema.object({ name: Schema.string(), children: Schema.array(tree) }),
);

const call = Schema.object({
  kind: Schema.literal("call"),
  amount: money,
  due: Schema.string<LocalDate>({ format: "date" }),
  share: Schema.string({ format: "decimal" }),
  notice: Schema.integer({ min: 0, max: 100 }),
  isFinal: Schema.boolean(),
  memo: Schema.optional(Schema.string({ minLength: 2, maxLength: 5 })),
  replaces: Schema.nullable(Schema.string({ format: "hex32" })),
  shares: Schema.array(
    Schema.object({ party: Schema.string({ format: "identifier" }), bps: Schema.integer() }),
    { min: 1, max: 3, unique: ["party"] },
  ),
  titles: Schema.record(Schema.oneOf(["en", "ja"]), Schema.string(), { min: 1, max: 2 }),
  structure: tree,
});
const note = Schema.object({ kind: Schema.oneOf(["note", "memo"]), text: Schema.string() });
const document = Schema.taggedUnion("kind", [call, note]);

const GOOD = {
  kind: "call",
  amount: { currency: "USD", minor: "30000000000000000000" },
  due: "2028-02-29",
  share: "0.5",
  notice: 10,
  isFinal: false,
  memo: "資本の払込",
  replaces: null,
  shares: [
    { party: "us-treasury", bps: 5000 },
    { party: "japan.mof", bps: 5000 },
  ],
  titles: { en: "Call", ja: "払込請求" },
  structure: { name: "fund", children: [{ name: "spv", children: [] }] },
} satisfies Json;

/** The findings on the good document with one part replaced, as "code path expected actual". */
function findings(changes: { readonly [field: string]: Json }): readonly string[] {
  const decoded = decode(document, { ...GOOD, ...changes });
  if (decoded.ok) return [];
  return decoded.error.map(
    (finding) =>
      `${finding.code} ${finding.path.join("/")} [${finding.expected}] [${finding.actual}]`,
  );
}

test("[E15] a good document decodes: amounts become bigints, the rest stays as it is", () => {
  const decoded = decode(document, GOOD);
  const amount = { currency: "USD", minor: 30_000_000_000_000_000_000n };
  assert.deepEqual(decoded, { ok: true, value: { ...GOOD, amount } });
  assert.deepEqual(decode(document, { text: "x", kind: "memo" }), {
    ok: true,
    value: { kind: "memo", text: "x" },
  });
});

test("the inferred type is the hand-written one", () => {
  type Expected = {
    readonly kind: "call";
    readonly due: LocalDate;
    readonly memo?: string;
    readonly replaces: string | null;
    readonly amount: { readonly currency: "JPY" | "USD"; readonly minor: bigint };
  };
  type Same<A, B> =
    (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
  type Call = Infer<typeof call>;
  const same: Same<Pick<Call, keyof Expected>, Expected> = true;
  const union: Same<Infer<typeof document>["kind"], "call" | "note" | "memo"> = true;
  assert.ok(same && union);
});

test("encode is the inverse of decode", () => {
  const decoded = decode(document, GOOD);
  assert.ok(decoded.ok);
  assert.deepEqual(encode(document, decoded.value), GOOD);
  const { memo, ...withoutMemo } = GOOD;
  assert.equal(memo, "資本の払込");
  const shorter = decode(document, withoutMemo);
  assert.ok(shorter.ok);
  assert.deepEqual(Object.keys(encode(document, shorter.value) as object).includes("memo"), false);
});

const CASES: readonly (readonly [
  name: string,
  changes: { readonly [field: string]: Json },
  expected: readonly string[],
])[] = [
  ["wrong type", { notice: "10" }, ["wrong_type notice [integer 0..100] [string]"]],
  ["null is not absent", { memo: null }, ["wrong_type memo [string 2..5] [null]"]],
  ["fraction", { notice: 1.5 }, ["wrong_type notice [integer 0..100] [1.5]"]],
  ["minus zero", { notice: -0 }, ["wrong_type notice [integer 0..100] [0]"]],
  ["below range", { notice: -1 }, ["out_of_range notice [integer 0..100] [-1]"]],
  ["above range", { notice: 101 }, ["out_of_range notice [integer 0..100] [101]"]],
  ["array for object", { amount: [] }, ["wrong_type amount [object] [array]"]],
  ["object for array", { shares: {} }, ["wrong_type shares [array 1..3] [object]"]],
  ["array for record", { titles: [] }, ["wrong_type titles [record 1..2] [array]"]],
  [
    "number for amount",
    { amount: { currency: "USD", minor: 5 } },
    ["wrong_type amount/minor [minor-units 0..] [number]"],
  ],
  [
    "amount below zero",
    { amount: { currency: "USD", minor: "-5" } },
    ["out_of_range amount/minor [minor-units 0..] [-5]"],
  ],
  [
    "not one of",
    { amount: { currency: "EUR", minor: "5" } },
    ["not_one_of amount/currency [one of JPY|USD] [EUR]"],
  ],
  ["too short", { memo: "x" }, ["too_short memo [string 2..5] [1]"]],
  ["too long", { memo: "abcdef" }, ["too_long memo [string 2..5] [6]"]],
  ["five characters in ten units", { memo: "😀😀😀😀😀" }, []],
  ["a date that doesn't exist", { due: "2027-02-29" }, ["bad_format due [date] [2027-02-29]"]],
  ["bad key", { titles: { fr: "Appel" } }, ["not_one_of titles/fr [one of en|ja] [fr]"]],
  ["too many items", { shares: [0, 0, 0, 0] }, ["too_many shares [array 1..3] [4]"]],
  ["too few items", { shares: [] }, ["too_short shares [array 1..3] [0]"]],
  ["too few members", { titles: {} }, ["too_short titles [record 1..2] [0]"]],
  ["too many members", { titles: { a: "", b: "", c: "" } }, ["too_many titles [record 1..2] [3]"]],
  [
    "the same party twice",
    {
      shares: [
        { party: "a", bps: 1 },
        { party: "b", bps: 1 },
        { party: "a", bps: 2 },
      ],
    },
    ['duplicate_item shares/2 [unique] [["a"]]'],
  ],
  ["wrong tag", { kind: "draw" }, ["not_one_of kind [one of call|note|memo] [draw]"]],
  ["a tag that is no text", { kind: [] }, ["not_one_of kind [one of call|note|memo] [array]"]],
  [
    "names of Object.prototype",
    { constructor: 1 },
    [
      "unknown_field constructor [one of kind|amount|due|share|notice|isFinal|memo|replaces|" +
        "shares|titles|structure] [constructor]",
    ],
  ],
  [
    "deep in a recursive part",
    { structure: { name: "a", children: [{ name: 1, children: [] }] } },
    ["wrong_type structure/children/0/name [string] [number]"],
  ],
];

for (const [name, changes, expected] of CASES) {
  test(`[E16] finding: ${name}`, () => {
    assert.deepEqual(findings(changes), expected);
  });
}

test("[E16] all findings come at once, fields in the schema's order and unknown ones last", () => {
  const json = { amount: { minor: "1.5" }, colour: "red", isFinal: 1, kind: "call", due: 7 };
  const decoded = decode(call, json);
  assert.ok(!decoded.ok);
  const actual = decoded.error.map(({ code, path }: SchemaFinding) => `${code} ${path.join("/")}`);
  assert.deepEqual(actual, [
    "missing_field amount/currency",
    "bad_format amount/minor",
    "wrong_type due",
    "missing_field share",
    "missing_field notice",
    "wrong_type isFinal",
    "missing_field replaces",
    "missing_field shares",
    "missing_field titles",
    "missing_field structure",
    "unknown_field colour",
  ]);
});

test("[E15] a missing tag and a document that is no object are findings", () => {
  assert.deepEqual(decode(document, {}), {
    ok: false,
    error: [
      {
        code: "missing_field",
        path: ["kind"],
        expected: "one of call|note|memo",
        actual: "absent",
      },
    ],
  });
  const decoded = decode(document, "call");
  assert.deepEqual(decoded.ok ? [] : decoded.error.map(({ code }) => code), ["wrong_type"]);
});

test("a field named as a member of Object.prototype is absent when it isn't there", () => {
  const schema = Schema.object({ toString: Schema.optional(Schema.string()) });
  assert.deepEqual(decode(schema, {}), { ok: true, value: {} });
});

test("items are unique as wholes, whatever the order of their keys", () => {
  const schema = Schema.array(Schema.json(), { unique: true });
  const decoded = decode(schema, [{ a: 1, b: 2 }, 1, { b: 2, a: 1 }, "1"]);
  assert.deepEqual(decoded.ok ? [] : decoded.error.map(({ code, path }) => [code, ...path]), [
    ["duplicate_item", 2],
  ]);
});

test("[E15] items that have no canonical form are like no other, and are no fault", () => {
  const lists = [["\ud800", "\ud800"], [1e308], [[[-0]]], ["a", "\ud800", "a"]];
  const found = lists.map((list) => {
    const decoded = decode(Schema.array(Schema.json(), { unique: true }), list);
    return decoded.ok ? "" : decoded.error.map(({ code, path }) => `${code} ${path[0]}`).join();
  });
  assert.deepEqual(found, ["", "", "", "duplicate_item 2"]);
});

test("a long value is cut in the finding", () => {
  const decoded = decode(Schema.string({ format: "date" }), "9".repeat(1000));
  assert.equal(decoded.ok ? "" : decoded.error[0]?.actual, `${"9".repeat(80)}…`);
});

test("[E13] whole numbers in text are read exactly and strictly", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n }), (number) => {
      const read = decode(Schema.minorUnits(), number.toString());
      assert.deepEqual(read, { ok: true, value: number });
      assert.equal(encode(Schema.minorUnits(), number), number.toString());
    }),
  );
  for (const text of ["", "-", "-0", "00", "01", "+1", "1.0", "1e3", " 1", "1\n", "0x1", "1n"]) {
    const read = decode(Schema.minorUnits(), text);
    assert.equal(read.ok ? "" : read.error[0]?.code, "bad_format", JSON.stringify(text));
  }
  assert.ok(!decode(Schema.minorUnits(), "1".repeat(39)).ok);
  assert.ok(!decode(Schema.minorUnits(), `-${"1".repeat(39)}`).ok);
});

test("a schema that contradicts itself is a bug", () => {
  assert.throws(() => Schema.oneOf(["a", "a"]), AssertionError);
  assert.throws(() => Schema.taggedUnion("kind", [note, note]), AssertionError);
  assert.throws(() => Schema.taggedUnion("text", [note]), AssertionError);
  assert.throws(() => Schema.object({ ["__proto__"]: Schema.string() }), AssertionError);
  const other = Schema.lazy("Tree", () => Schema.object({}));
  assert.throws(() => toJsonSchema(Schema.object({ tree, other })), AssertionError);
});

test("Standard Schema: values and issues", () => {
  const standard = document["~standard"];
  assert.equal(standard.version, 1);
  assert.equal(standard.vendor, "jointfund");
  const good = standard.validate(GOOD);
  assert.deepEqual(good, {
    value: { ...GOOD, amount: { ...GOOD.amount, minor: 30n * 10n ** 18n } },
  });
  assert.deepEqual(standard.validate({ ...GOOD, notice: 101, isFinal: "no" }), {
    issues: [
      { message: "out_of_range: integer 0..100, 101", path: ["notice"] },
      { message: "wrong_type: boolean, string", path: ["isFinal"] },
    ],
  });
});

test("Standard Schema: what could never be encoded is an issue, not a crash later", () => {
  const schema = Schema.record(Schema.string(), Schema.json());
  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;
  const cases: readonly (readonly [value: unknown, path: readonly string[]])[] = [
    [undefined, []],
    [{ a: "\ud800" }, ["a"]],
    [{ a: "e\u0301" }, ["a"]],
    [{ a: [undefined] }, ["a", "0"]],
    [JSON.parse('{"__proto__":{"admin":true}}'), []],
    [{ a: 1n }, ["a"]],
    [cyclic, Array.from({ length: 32 }, () => "self")],
  ];
  for (const [value, path] of cases) {
    assert.deepEqual(schema["~standard"].validate(value), {
      issues: [{ message: "wrong_type: json", path }],
    });
  }
});

test("[E17] JSON Schema says what decoding demands", () => {
  assert.deepEqual(toJsonSchema(Schema.withDescription(Schema.array(tree), "A forest")), {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "array",
    items: { $ref: "#/$defs/Tree" },
    description: "A forest",
    $defs: {
      Tree: {
        type: "object",
        properties: {
          name: { type: "string" },
          children: { type: "array", items: { $ref: "#/$defs/Tree" } },
        },
        required: ["name", "children"],
        additionalProperties: false,
      },
    },
  });
  assert.deepEqual(toJsonSchema(money), {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties: {
      currency: { enum: ["JPY", "USD"] },
      minor: {
        type: "string",
        pattern: "^(?:0|-?[1-9][0-9]{0,37})$",
        "x-minimum": "0",
        description: "Minor units of the currency",
      },
    },
    required: ["currency", "minor"],
    additionalProperties: false,
  });
});
