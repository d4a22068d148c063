import assert from "node:assert/strict";
import { test } from "node:test";
import { charterSchema } from "@jointfund/core/charter/charter-schema.ts";
import { actTypes } from "@jointfund/core/fund/act-types.ts";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import { exampleAssumptions } from "../../../../tests/support/projections.ts";
import { ACT_TREATMENTS } from "./act-treatments.ts";
import { LEFT_OUT_KINDS, leftOutOf, SECTION_TREATMENTS, TESTED_ACTS } from "./left-out.ts";

const charter = exampleCharter("us-japan");
const assumptions = exampleAssumptions("us-japan", charter);

const clausesOf = (kind: string, of = charter): readonly string[] =>
  leftOutOf(of, assumptions)
    .filter((each) => each.kind === kind)
    .map(({ clause }) => clause);

test("[PJ97] every section that a charter may have is carried, assumed, form or left out", () => {
  const { properties } = charterSchema.jsonSchema(new Map()) as { properties: object };
  assert.deepEqual(new Set(Object.keys(SECTION_TREATMENTS)), new Set(Object.keys(properties)));
});

test("[PJ97] every act that a charter may have is carried, form or left out", () => {
  assert.deepEqual(new Set(ACT_TREATMENTS.keys()), new Set(actTypes.keys()));
  for (const act of TESTED_ACTS) assert.equal(ACT_TREATMENTS.get(act), "carried");
});

test("[PJ97] guarantees, hedges and the like of the US-Japan charter are named by clause", () => {
  assert.deepEqual(clausesOf("guarantees"), ["16.10", "16.11"]);
  assert.deepEqual(clausesOf("hedging"), ["20.1"]);
  assert.deepEqual(clausesOf("sideLetters"), ["41.13"]);
  assert.deepEqual(clausesOf("remedies"), ["5.8"]);
  // The fund's and the feeders' books and terms are carried, those of projects' vehicles are not.
  assert.deepEqual(clausesOf("otherVehicle"), ["11.7"]);
  assert.deepEqual(new Set(clausesOf("limit")), new Set(["7.4"]));
});

test("[PJ97] of a feeder whose class opens nothing of its books and orders is left out", () => {
  const citizens = { kind: "dealing", id: "citizens-us", opens: 9 } as const;
  const classes = [{ ...citizens, subscriptions: "1%", redemptions: "5%" }];
  const left = leftOutOf(charter, { ...assumptions, classes });
  const clauses = (kind: string) => left.filter((e) => e.kind === kind).map((e) => e.clause);
  assert.deepEqual(clauses("orders"), ["31.9"]);
  assert.deepEqual(clauses("otherVehicle"), ["31.3", "11.7", "31.14"]);
  assert.deepEqual(clauses("unopenedClass"), ["31.1"]);
  assert.deepEqual(clauses("partners"), ["5.6"]);
});

test("[PJ97] a wait for late payers that is longer than a step is named", () => {
  const waiting = (days: number) => {
    const late = { ...charter.capital.late!, grace: { days, calendar: "calendar" } };
    const of = { ...charter, capital: { ...charter.capital, late } };
    return leftOutOf(of, { ...assumptions, stepMonths: 3 }).filter((e) => e.kind === "lateDays");
  };
  assert.deepEqual(waiting(84), []);
  assert.deepEqual(waiting(85), [{ kind: "lateDays", clause: "5.8" }]);
});

test("[PJ97] what a charter does without is not named", () => {
  const { leverage, dealing: _, ...without } = charter;
  const { guarantees: __, hedging: ___, ...rest } = leverage!;
  const left = leftOutOf({ ...without, leverage: rest }, assumptions);
  const kinds = new Set(left.map(({ kind }) => kind));
  for (const kind of ["guarantees", "hedging", "orders"] as const) assert.ok(!kinds.has(kind));
  assert.ok(left.every(({ kind, clause }) => LEFT_OUT_KINDS.includes(kind) && clause !== ""));
});

test("[PJ97] a limit of calls that could bind is named, one that cannot is not", () => {
  const limits = charter.limits.map((limit) =>
    limit.id === "callable" ? { ...limit, holds: "today < lastCall" } : limit,
  );
  assert.ok(clausesOf("limit", { ...charter, limits }).includes("5.5"));
  assert.ok(!clausesOf("limit").includes("5.5"));
});
