import assert from "node:assert/strict";
import { test } from "node:test";
import type { Charter, Party, Vehicle } from "../../src/charter/charter.ts";
import { noSchedules, withSchedules } from "../../src/charter/schedules.ts";
import { sampleCharter } from "./sample-charter.ts";

const partner: Party = {
  id: "PAR",
  clause: "5.9",
  kind: "partner",
  name: { en: "Pension fund", ja: "年金基金" },
  short: { en: "Pension fund", ja: "年金基金" },
  seats: [{ id: "PAR-1", party: "PAR" }],
  threshold: 1,
};

const project: Vehicle = {
  id: "site-1",
  clause: "8.9",
  kind: "project",
  name: { en: "Site", ja: "用地" },
  currency: "USD",
  owners: [{ vehicle: "fund" }],
};

/** The sample, in which partners may propose and one right is theirs alone. */
function charterWithGroups(): Charter {
  const charter = sampleCharter();
  const act = charter.acts["capital.call"]!;
  const changed = {
    ...act,
    propose: [...act.propose, "partners"],
    approve: [{ rule: { any: [{ party: "AA" }, { unilateral: ["BB", "partners"] }] } }],
  };
  return { ...charter, acts: { ...charter.acts, "capital.call": changed } };
}

test("[CH90] an admitted party stands in the lists, the order and the groups of its kind", () => {
  const charter = charterWithGroups();
  const extended = withSchedules(charter, {
    ...noSchedules,
    parties: [partner],
    vehicles: [project],
  });
  assert.deepEqual(extended.parties.at(-1), partner);
  assert.deepEqual(extended.vehicles.at(-1), project);
  assert.deepEqual(extended.rounding.tieBreak, [...charter.rounding.tieBreak, "PAR"]);
  const { propose, approve } = extended.acts["capital.call"]!;
  assert.equal(propose.at(-1), "PAR");
  assert.deepEqual(approve[0]!.rule, {
    any: [{ party: "AA" }, { unilateral: ["BB", "partners", "PAR"] }],
  });
});

test("[CH90] a party of another kind is under no group name of partners", () => {
  const lender: Party = { ...partner, id: "BANK", kind: "lender" };
  const extended = withSchedules(charterWithGroups(), { ...noSchedules, parties: [lender] });
  assert.equal(extended.acts["capital.call"]!.propose.includes("BANK"), false);
});

test("[CH91] without schedules the charter is the one that was adopted", () => {
  const charter = charterWithGroups();
  assert.equal(withSchedules(charter, noSchedules), charter);
});
