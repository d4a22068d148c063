import assert from "node:assert/strict";
import { test } from "node:test";
import { changedEntrenchedPaths, changedPaths } from "../../src/charter/amendment.ts";
import type { Charter } from "../../src/charter/charter.ts";
import { sampleCharter } from "./sample-charter.ts";

const OLD = sampleCharter();

/** Both lists of paths for one amendment: all that changed, and the entrenched part of it. */
function changes(next: Charter): readonly [readonly string[], readonly string[]] {
  return [changedPaths(OLD, next), changedEntrenchedPaths(OLD, next)];
}

test("[CH66] nothing changed is no path", () => {
  assert.deepEqual(changes(sampleCharter()), [[], []]);
});

test("[CH66] a changed value is named by its path", () => {
  const next = {
    ...OLD,
    version: 2,
    freeze: { ...OLD.freeze!, days: { days: 9, calendar: "joint" } },
  };
  assert.deepEqual(changes(next), [["/version", "/freeze/days/days"], []]);
});

test("[CH66] items with an id are compared by it, so an insertion is one change", () => {
  const [first, ...rest] = OLD.terms;
  const added = { ...first!, id: "added", clause: "8.9" };
  assert.deepEqual(changedPaths(OLD, { ...OLD, terms: [added, first!, ...rest] }), [
    "/terms/added",
  ]);
  assert.deepEqual(changedPaths(OLD, { ...OLD, terms: rest }), ["/terms/large"]);
});

test("[CH66] items that change places are a change of their list", () => {
  const tieBreak = ["BB", "AA"];
  const rounding = { ...OLD.rounding, tieBreak };
  const parties = [...OLD.parties].reverse();
  assert.deepEqual(changedPaths(OLD, { ...OLD, parties }), ["/parties"]);
  assert.deepEqual(changedPaths(OLD, { ...OLD, rounding }), [
    "/rounding/tieBreak/0",
    "/rounding/tieBreak/1",
  ]);
});

test("[CH67] what is at or under an entrenched path needs ratification", () => {
  const [first, ...rest] = OLD.parties;
  const parties = [{ ...first!, threshold: 2 }, ...rest];
  assert.deepEqual(changes({ ...OLD, parties }), [
    ["/parties/AA/threshold"],
    ["/parties/AA/threshold"],
  ]);
  const capital = { ...OLD.capital, shares: { AA: "1/2", BB: "1/2" } };
  assert.deepEqual(changedEntrenchedPaths(OLD, { ...OLD, capital }), [
    "/capital/shares/AA",
    "/capital/shares/BB",
  ]);
});

test("[CH67] so does the removal of what holds an entrenched path", () => {
  const { "charter.amend": _removed, ...acts } = OLD.acts;
  assert.deepEqual(changes({ ...OLD, acts }), [["/acts/charter.amend"], ["/acts/charter.amend"]]);
  const old = {
    ...OLD,
    amendment: { ...OLD.amendment, entrenched: ["/acts/charter.amend/approve"] },
  };
  assert.deepEqual(changedEntrenchedPaths(old, { ...old, acts }), ["/acts/charter.amend"]);
});

test("[CH67] so does a change of what is entrenched", () => {
  const amendment = { ...OLD.amendment, entrenched: OLD.amendment.entrenched.slice(1) };
  assert.notDeepEqual(changedEntrenchedPaths(OLD, { ...OLD, amendment }), []);
});

test("[CH67] so does a term that an entrenched formula uses, and no other term", () => {
  const valueOf = (id: string, amended: Charter["terms"][number]["value"]): Charter => ({
    ...OLD,
    terms: OLD.terms.map((term) => (term.id === id ? { ...term, value: amended } : term)),
  });
  const payout = valueOf("payout", { kind: "ratio", ratio: "90%" });
  assert.deepEqual(changedEntrenchedPaths(OLD, payout), ["/terms/payout/value/ratio"]);
  const large = valueOf("large", { kind: "money", currency: "USD", amount: "5.00" });
  assert.deepEqual(changes(large), [["/terms/large/value/amount"], []]);
});
