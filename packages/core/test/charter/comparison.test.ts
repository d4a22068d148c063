import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { madeCharter } from "../../../../tests/support/made-charters/charter.ts";
import { choiceOf } from "../../../../tests/support/made-charters/choice.ts";
import { changedPaths } from "../../src/charter/amendment.ts";
import { compareCharters, type ComparedPart } from "../../src/charter/comparison.ts";
import { sampleCharter } from "./sample-charter.ts";

const charter = sampleCharter();
const differing = (parts: readonly ComparedPart[]): readonly ComparedPart[] =>
  parts.filter(({ standing }) => standing !== "same");

test("[CH86] a charter beside itself: every clause once, and none differs", () => {
  const parts = compareCharters(charter, charter);
  assert.deepEqual(differing(parts), []);
  assert.equal(new Set(parts.map(({ path }) => path)).size, parts.length);
  for (const type of Object.keys(charter.acts)) {
    assert.ok(
      parts.some(({ path }) => path === `/acts/${type}`),
      type,
    );
  }
});

test("[CH86] a term that is set otherwise stands in its clause with both values", () => {
  const next = { ...charter, capital: { ...charter.capital, initial: "2000.00" } };
  assert.deepEqual(differing(compareCharters(charter, next)), [
    {
      path: "/capital",
      section: "capital",
      clauses: { first: charter.capital.clause, second: charter.capital.clause },
      standing: "changed",
      terms: [
        {
          path: "/capital/initial",
          standing: "changed",
          first: charter.capital.initial,
          second: "2000.00",
        },
      ],
    },
  ]);
});

test("[CH86] clauses that change places are the same clauses, in another order", () => {
  const parties = charter.parties.toReversed();
  const [moved, ...others] = differing(compareCharters(charter, { ...charter, parties }));
  assert.deepEqual(others, []);
  assert.equal(moved?.path, "/parties");
  assert.deepEqual(
    moved.terms.map(({ first, second }) => [first, second]),
    [[charter.parties.map(({ id }) => id), parties.map(({ id }) => id)]],
  );
});

test("[CH86] a clause that only one has is told as that one's, with all its terms", () => {
  const [gone, ...rest] = Object.keys(charter.acts);
  const acts = Object.fromEntries(rest.map((type) => [type, charter.acts[type]!]));
  const without = { ...charter, acts };
  const [part] = differing(compareCharters(charter, without));
  assert.equal(part?.path, `/acts/${gone}`);
  assert.equal(part.standing, "onlyFirst");
  assert.ok(part.terms.every(({ standing }) => standing === "onlyFirst"));
  const [added] = differing(compareCharters(without, charter));
  assert.equal(added?.standing, "onlySecond");
});

const standingOf = new Map([
  ["onlyFirst", "onlySecond"],
  ["onlySecond", "onlyFirst"],
]);

/** What differs, as text that does not depend on an order, seen from the other side if asked. */
function seen(parts: readonly ComparedPart[], mirrored = false): readonly string[] {
  const turn = (standing: string): string =>
    mirrored ? (standingOf.get(standing) ?? standing) : standing;
  return parts
    .flatMap(({ path, standing, terms }) => [
      `${path} ${turn(standing)}`,
      ...terms.map(({ path: at, standing: how, first, second }) => {
        const values = mirrored ? [second, first] : [first, second];
        return `${path} ${at} ${turn(how)} ${JSON.stringify(values.map((value) => value ?? null))}`;
      }),
    ])
    .toSorted((a, b) => (a < b ? -1 : Number(a > b)));
}

test("[CH86] made charters: empty beside itself, the same from both sides, whole by CH66", () => {
  fc.assert(
    fc.property(fc.gen(), fc.gen(), (one, other) => {
      const [first, second] = [madeCharter(choiceOf(one)), madeCharter(choiceOf(other))];
      assert.deepEqual(differing(compareCharters(first, first)), []);
      const there = compareCharters(first, second);
      const back = compareCharters(second, first);
      assert.deepEqual(seen(there), seen(back, true));
      const parts = differing(there).map(({ path }) => path);
      const isNear = (a: string, b: string): boolean =>
        a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
      // CH66 names items by their place where they have no id: those are found by the list.
      const listOf = (path: string): string => path.replace(/\/[0-9]+(?:\/.*)?$/, "");
      const changed = changedPaths(first, second);
      for (const path of changed)
        assert.ok(
          parts.some((at) => isNear(at, listOf(path))),
          path,
        );
      for (const at of parts) {
        assert.ok(
          changed.some((path) => isNear(at, listOf(path))),
          at,
        );
      }
    }),
    { seed: 20_261_128, numRuns: 25 },
  );
});
