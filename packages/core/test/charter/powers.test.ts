import assert from "node:assert/strict";
import { test } from "node:test";
import type { ActRule, ApprovalRule } from "../../src/charter/charter.ts";
import { powersOf, type Powers } from "../../src/charter/powers.ts";
import { sampleCharter } from "./sample-charter.ts";

const both: ApprovalRule = { all: [{ party: "AA" }, { party: "BB" }] };
const either: ApprovalRule = { any: [{ party: "AA" }, { party: "BB" }] };
const window = { days: 5, calendar: "joint" };

const NONE: Powers = {
  proposes: true,
  decidesAlone: "never",
  withholds: "never",
  vetoes: false,
  objects: false,
};

type Case = {
  readonly name: string;
  readonly act: Partial<ActRule>;
  readonly powers: Partial<Powers>;
  readonly party?: string;
};

/** What AA, or another party, can do alone, read off each rule by hand. */
const CASES: readonly Case[] = [
  { name: "both must agree", act: { approve: [{ rule: both }] }, powers: { withholds: "always" } },
  {
    name: "either may agree",
    act: { approve: [{ rule: either }] },
    powers: { decidesAlone: "always" },
  },
  {
    name: "either may agree, but only as the other's checker",
    act: { approve: [{ rule: either }], makerChecker: true },
    powers: { withholds: "always" },
  },
  {
    name: "a right of its own",
    act: { approve: [{ rule: { unilateral: ["AA"] } }] },
    powers: { decidesAlone: "always", withholds: "always" },
  },
  {
    name: "a right of the other's",
    act: { approve: [{ rule: { unilateral: ["BB"] } }] },
    powers: {},
  },
  {
    name: "by amount",
    act: { approve: [{ when: "amount <= large", rule: either }, { rule: both }] },
    powers: { decidesAlone: "sometimes", withholds: "sometimes" },
  },
  {
    name: "no objection of either",
    act: { approve: [{ rule: { noObjection: { by: ["AA", "BB"], window } } }] },
    powers: { objects: true },
  },
  {
    name: "no objection of its own",
    act: { approve: [{ rule: { noObjection: { by: ["AA"], window } } }] },
    powers: { objects: true, decidesAlone: "always" },
  },
  {
    name: "a majority with each sovereign",
    act: { approve: [{ rule: { majorityOf: "board", includingEachSovereign: true } }] },
    powers: { withholds: "always" },
  },
  {
    name: "stops besides the rule",
    act: { approve: [{ rule: either }], veto: { by: ["AA"] }, objection: { by: ["AA"], window } },
    powers: { decidesAlone: "always", vetoes: true, objects: true },
  },
  {
    name: "only the other proposes",
    act: { approve: [{ rule: either }], propose: ["BB"] },
    powers: { proposes: false },
  },
  {
    name: "only it proposes",
    act: { approve: [{ rule: either }], propose: ["AA"] },
    powers: { decidesAlone: "always", withholds: "always" },
  },
  {
    name: "anybody proposes",
    act: { approve: [{ rule: both }], propose: ["any"] },
    powers: {},
    party: "CUS",
  },
  {
    name: "a checker that is no sovereign does not count",
    act: { approve: [{ rule: { party: "CUS" } }], propose: ["AA", "BB"], makerChecker: true },
    powers: { withholds: "always" },
  },
];

for (const { name, act, powers, party = "AA" } of CASES) {
  test(`[CH57] ${name}`, () => {
    const charter = sampleCharter();
    const rule = { ...charter.acts["nav.strike"]!, ...act };
    assert.deepEqual(powersOf(charter, rule, party), { ...NONE, ...powers });
  });
}
