import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";
import {
  MAX_YAML_BYTES,
  readYaml,
  YAML_FINDING_CODES,
  type YamlFindingCode,
} from "./yaml-document.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The findings on a text, each as "code line:column". */
function findingsOf(text: string | Uint8Array): readonly string[] {
  const { findings, source, json } = readYaml(typeof text === "string" ? utf8(text) : text);
  assert.equal(json === undefined, findings.length > 0, "JSON comes exactly without findings");
  return findings.map(({ code, span }) => {
    const { line, column } = source.position(span.start);
    return `${code} ${line}:${column}`;
  });
}

const REFUSED: readonly (readonly [code: YamlFindingCode, text: string, at: string])[] = [
  ["yaml_syntax", "a: [1\nb: 2", "2:1"],
  ["yaml_syntax", "a:\n\t- b", "2:1"],
  ["yaml_documents", "a: 1\n---\nb: 2\n", "2:1"],
  ["yaml_directive", "%YAML 1.1\n---\na: yes\n", "1:1"],
  ["yaml_anchor", "a: &x 1", "1:4"],
  ["yaml_anchor", "a: *x", "1:4"],
  ["yaml_tag", "a:\n  - !!str 1", "2:5"],
  ["yaml_merge_key", "a: 1\n<<: {b: 2}", "2:1"],
  ["yaml_key_not_text", "a: 1\n1010: cash", "2:1"],
  ["yaml_key_not_text", "? [a]\n: 1", "1:3"],
  ["yaml_key_not_text", "true: 1", "1:1"],
  ["duplicate_key", "a: 1\nb: {c: 1, c: 2}", "2:11"],
  ["forbidden_key", "a:\n  __proto__: 1", "2:3"],
  ["number_not_safe_integer", "a: 9007199254740993", "1:4"],
  ["number_not_safe_integer", "- 1\n- 99999999999999999999999999", "2:3"],
  ["number_not_plain", "a: 300000000000.00", "1:4"],
  ["number_not_plain", "a: 1e3", "1:4"],
  ["number_not_plain", "a: 0x1F", "1:4"],
  ["number_not_plain", "a: 007", "1:4"],
  ["number_not_plain", "a: -0", "1:4"],
  ["number_not_plain", "a: .inf", "1:4"],
  ["lone_surrogate", 'a: "\\ud800"', "1:4"],
  ["unassigned_character", "a: \u0378", "1:4"],
  ["not_nfc", "日本: e\u0301", "1:5"],
  ["not_nfc", "a: 1\ne\u0301: 1", "2:1"],
  ["too_deep", "[".repeat(40) + "]".repeat(40), "1:33"],
];

for (const [code, text, at] of REFUSED) {
  test(`[CH10] ${code} is found at ${at} of ${JSON.stringify(text.slice(0, 32))}`, () => {
    assert.ok(findingsOf(text).includes(`${code} ${at}`), findingsOf(text).join(", "));
  });
}

test("[CH10] a file that is too large or not UTF-8 is not looked at", () => {
  assert.deepEqual(findingsOf(new Uint8Array(MAX_YAML_BYTES + 1)), ["file_too_large 1:1"]);
  assert.deepEqual(findingsOf(Uint8Array.of(0x61, 0x3a, 0x20, 0xff)), ["not_utf8 1:1"]);
});

test("[CH10] every code of the reader is reached by a case", () => {
  const reached = new Set<string>(REFUSED.map(([code]) => code));
  for (const code of ["file_too_large", "not_utf8"]) reached.add(code);
  assert.deepEqual(
    YAML_FINDING_CODES.filter((code) => !reached.has(code)),
    [],
  );
});

test("[CH10] all findings come at once, in order", () => {
  assert.deepEqual(findingsOf("a: 1.5\na: 2\nc: 0x1\n"), [
    "number_not_plain 1:4",
    "duplicate_key 2:1",
    "number_not_plain 3:4",
  ]);
});

test("[CH11] text stays text: no dates, no Norway, no octal", () => {
  const { json } = readYaml(utf8("a: 2026-01-01\nb: no\nc: ~\nd: 12:30\ne: yes\nf: true\n"));
  assert.deepEqual(json, { a: "2026-01-01", b: "no", c: null, d: "12:30", e: "yes", f: true });
});

test("[CH11] a byte order mark and Windows line ends change nothing", () => {
  assert.deepEqual(readYaml(utf8("\ufeffa: 1\r\nb: [x]\r\n")).json, { a: 1, b: ["x"] });
});

test("[CH12] everything has its place, and what is missing that of what is around it", () => {
  const { placeOf, source } = readYaml(utf8("parties:\n  - id: 米国\n    seats: [A, B]\n"));
  const at = (...path: (string | number)[]): string => {
    const { line, column } = source.position(placeOf(path).value.start);
    return `${line}:${column}`;
  };
  assert.equal(at("parties", 0, "id"), "2:9");
  assert.equal(at("parties", 0, "seats", 1), "3:16");
  assert.equal(at("parties", 0, "threshold"), "2:5");
  assert.equal(source.position(placeOf(["parties", 0, "seats"]).key!.start).line, 3);
});

/** Texts that would take a careless reader hours, or its stack. */
const BOMBS: readonly (readonly [name: string, text: string])[] = [
  ["nested lists", "[".repeat(200_000)],
  ["nested items", "- ".repeat(200_000)],
  ["nested keys", "? ".repeat(50_000)],
  ["many keys", Array.from({ length: 40_000 }, (_, i) => `k${i}: 1`).join("\n")],
  ["aliases", `a: &a [x]\n${Array.from({ length: 9 }, (_, i) => `b${i}: [*a, *a]`).join("\n")}`],
  ["many tags", "!a ".repeat(50_000)],
];

for (const [name, text] of BOMBS) {
  test(`[CH10] ${name} cost no more than their size`, () => {
    const start = performance.now();
    readYaml(utf8(text));
    const seconds = (performance.now() - start) / 1000;
    assert.ok(seconds < 20, `took ${seconds} s`);
  });
}

test("[CH10] any bytes at all are read without an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      findingsOf(bytes);
    }),
    { numRuns: 300 },
  );
});

test("[CH11] what is taken means what the YAML library makes of it", () => {
  const words = fc.constantFrom(
    "a",
    "b:",
    "- ",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    ",",
    '"',
    "1",
    "no",
    ": ",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 24 }), (parts) => {
      const text = parts.join("");
      const { json } = readYaml(utf8(text));
      if (json === undefined) return;
      assert.deepEqual(json, parse(text));
    }),
    { numRuns: 2000 },
  );
});
