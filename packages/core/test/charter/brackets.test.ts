import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "../../src/base/json.ts";
import { bracketsOf, pathInDraft, resolveBrackets } from "../../src/charter/brackets.ts";
import { decodeCharter } from "../../src/charter/decode-charter.ts";
import { lintDocument } from "../../src/charter/lint.ts";
import { charterKnowledge } from "../../src/fund/charter-knowledge.ts";
import { part, sampleJson } from "./sample-charter.ts";

const DRAFT: Json = {
  keep: 1,
  days: { brackets: { AA: 5, BB: 8 } },
  list: [{ brackets: { AA: ["x"], BB: ["y", "z"] } }],
};

test("[CH70] brackets are found from top to bottom with their sides", () => {
  assert.deepEqual(bracketsOf(DRAFT), [
    { path: ["days"], sides: ["AA", "BB"] },
    { path: ["list", 0], sides: ["AA", "BB"] },
  ]);
});

test("[CH70] a mapping with more than brackets is none", () => {
  assert.deepEqual(bracketsOf({ brackets: { AA: 1 }, other: 2 }), []);
  assert.deepEqual(bracketsOf({ brackets: [1] }), []);
});

test("[CH71] each side has its reading", () => {
  assert.deepEqual(resolveBrackets(DRAFT, "AA"), {
    ok: true,
    value: { keep: 1, days: 5, list: [["x"]] },
  });
  assert.deepEqual(resolveBrackets(DRAFT, "BB"), {
    ok: true,
    value: { keep: 1, days: 8, list: [["y", "z"]] },
  });
});

test("[CH71] sides may be chosen bracket by bracket", () => {
  const resolved = resolveBrackets(DRAFT, ({ path }) => (path[0] === "days" ? "BB" : "AA"));
  assert.deepEqual(resolved, { ok: true, value: { keep: 1, days: 8, list: [["x"]] } });
});

test("[CH71] a side without a reading is a finding at the bracket", () => {
  const resolved = resolveBrackets(DRAFT, "CC");
  assert.ok(!resolved.ok);
  assert.deepEqual(
    resolved.error.map(({ code, path }) => [code, path]),
    [
      ["bracket_side_missing", ["days"]],
      ["bracket_side_missing", ["list", 0]],
    ],
  );
});

test("[CH72] a charter with open brackets is not adopted", () => {
  const json = sampleJson();
  part(json, "freeze", "days")["days"] = { brackets: { AA: 5, BB: 8 } };
  const decoded = decodeCharter(json);
  assert.ok(!decoded.ok);
  assert.deepEqual(decoded.error, [
    {
      code: "bracket_open",
      severity: "error",
      path: ["freeze", "days", "days"],
      clause: "11.1",
      facts: { sides: ["AA", "BB"] },
    },
  ]);
});

test("[CH73] a finding in one side's reading names that side, at its place in the draft", () => {
  const json = sampleJson();
  part(json, "freeze")["days"] = {
    brackets: {
      AA: { days: 5, calendar: "joint" },
      BB: { days: 8, calendar: "lunar" },
    },
  };
  part(json, "finality")["mirrors"] = ["AA"];
  const findings = lintDocument(json, charterKnowledge);
  const found = findings.map(({ code, severity, path, facts }) => [
    code,
    severity,
    path.join("/"),
    facts["sides"],
  ]);
  assert.deepEqual(found, [
    ["bracket_open", "warning", "freeze/days", ["AA", "BB"]],
    ["bracket_unpriced", "warning", "freeze/days", undefined],
    ["mirror_missing", "error", "finality/mirrors", undefined],
    ["reference_unknown", "error", "freeze/days/brackets/BB/calendar", ["BB"]],
  ]);
});

test("[CH73] paths lead through the brackets of a draft", () => {
  assert.deepEqual(pathInDraft(DRAFT, ["list", 0, 1], "BB"), ["list", 0, "brackets", "BB", 1]);
  assert.deepEqual(pathInDraft(DRAFT, ["keep"], "BB"), ["keep"]);
});

test("[CH74] a bracket about money can be priced, and one about a text of it cannot", () => {
  const json = sampleJson();
  part(json, "capital")["initial"] = { brackets: { AA: "1000.00", BB: "2000.00" } };
  part(json, "terms", 0)["name"] = {
    brackets: { AA: { en: "Large", ja: "大" }, BB: { en: "Big", ja: "大型" } },
  };
  const unpriced = lintDocument(json, charterKnowledge).filter(
    ({ code }) => code === "bracket_unpriced",
  );
  assert.deepEqual(
    unpriced.map(({ path }) => path),
    [["terms", 0, "name"]],
  );
});
