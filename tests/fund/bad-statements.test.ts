import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import { canonicalText, type Json } from "@jointfund/core/base/canonical.ts";
import { decodeSigned, encodeSigned } from "@jointfund/core/fund/entry.ts";
import { drafts, fundAt } from "../support/stages.ts";

const fund = fundAt("founded");
const good = new TextDecoder().decode(encodeSigned(fund.proposal(drafts.commitment("US"))));

type Fields = { [field: string]: Json };

/** The statement with its act changed, canonical again. */
function changed(change: (act: Fields) => void): string {
  const signed = JSON.parse(good) as { statement: { act: Fields } };
  change(signed.statement.act);
  return canonicalText(signed);
}

/** What the decoder says: the codes and paths of its findings, or its one code. */
function faultsOf(text: string): readonly string[] {
  const decoded = decodeSigned(utf8Encode(text));
  assert.ok(!decoded.ok, "accepted");
  const { code, facts } = decoded.error;
  if (code !== "statement_malformed") return [code];
  const findings = facts["findings"] as readonly { code: string; path: readonly string[] }[];
  return findings.map((finding) => `${finding.code} ${finding.path.join("/")}`);
}

test("the statement that the others are made from is accepted", () => {
  assert.ok(decodeSigned(utf8Encode(good)).ok);
});

for (const [name, text, faults] of [
  [
    "a field of the wrong type",
    () => changed((act) => void (act["charterVersion"] = "1")),
    ["wrong_type statement/act/charterVersion"],
  ],
  [
    "an unknown field",
    () => changed((act) => void (act["note"] = "x")),
    ["unknown_field statement/act/note"],
  ],
  [
    "a missing field",
    () => changed((act) => void delete act["reason"]),
    ["missing_field statement/act/reason"],
  ],
  [
    "a date that does not exist",
    () => changed((act) => void (act["effectiveDate"] = "2025-02-29")),
    ["bad_format statement/act/effectiveDate"],
  ],
  [
    "two faults at once",
    () =>
      changed((act) => {
        act["effectiveDate"] = "today";
        act["basis"] = "whim";
      }),
    ["not_one_of statement/act/basis", "bad_format statement/act/effectiveDate"],
  ],
  [
    "a duplicate key",
    () => good.replace('"basis":', '"basis":"policy","basis":'),
    ["duplicate_key"],
  ],
  [
    "a number beyond 2^53",
    () => good.replace('"charterVersion":1', '"charterVersion":9007199254740993'),
    ["number_not_safe_integer"],
  ],
  [
    "a lone surrogate",
    () => good.replace('"reason":"For the test"', '"reason":"\\ud800"'),
    ["lone_surrogate"],
  ],
  [
    "text that is not in normal form C",
    () => good.replace('"reason":"For the test"', '"reason":"cafe\u0301"'),
    ["not_nfc"],
  ],
  [
    "white space that the canonical form does not have",
    () => good.replace('"basis":', '"basis": '),
    ["not_canonical"],
  ],
  ["an unfinished text", () => good.slice(0, -1), ["not_json"]],
  [
    "nesting that is too deep",
    () => good.replace('"reason":"For the test"', `"reason":${"[".repeat(40)}${"]".repeat(40)}`),
    ["too_deep"],
  ],
  [
    "more bytes than an entry holds",
    () => changed((act) => void (act["body"] = { note: "x".repeat(70_000) })),
    ["too_large"],
  ],
] as const) {
  test(`${name} is refused with its code and place`, () => {
    assert.deepEqual(new Set(faultsOf(text())), new Set<string>(faults));
  });
}
