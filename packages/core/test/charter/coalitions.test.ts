import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { allSeats } from "../../src/charter/approval-reach.ts";
import type { ActRule, ApprovalRule, Charter } from "../../src/charter/charter.ts";
import { coalitionsOf } from "../../src/charter/coalitions.ts";
import { powerMatrix } from "../../src/charter/power-matrix.ts";
import { naiveOutcome } from "../governance/naive-approval.ts";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import { madeCharter } from "../../../../tests/support/made-charters/charter.ts";
import { choiceOf } from "../../../../tests/support/made-charters/choice.ts";

/**
 * Who can stop or force what, held against trying every group of parties with the naive evaluator
 * of approval rules that the governance tests have.
 */

type Of = { readonly act: ActRule; readonly rule: ApprovalRule };

/** Whether a group suffices, by the words of G14 and G30 to G42 alone. */
function naivelySuffices(charter: Charter, { act, rule }: Of, group: readonly string[]): boolean {
  const isIn = (party: string): boolean => group.includes(party);
  const stops = [...(act.veto?.by ?? []), ...(act.objection?.by ?? [])];
  if (!stops.every(isIn)) return false;
  for (const { body, silence } of act.consult ?? []) {
    const seats = charter.bodies.find(({ id }) => id === body)!.seats;
    if (silence === "blocks" && !seats.some(({ party }) => isIn(party))) return false;
  }
  const states = new Map(
    allSeats(charter).map(({ id, party }) => [
      id,
      isIn(party) ? ("approveWithEvidence" as const) : ("reject" as const),
    ]),
  );
  return group.some((proposerParty) => {
    if (!act.propose.includes("any") && !act.propose.includes(proposerParty)) return false;
    const of = { charter, proposerParty, makerChecker: act.makerChecker === true };
    return naiveOutcome({ ...of, ...silenceOf(rule, isIn) }, rule, states) === "met";
  });
}

/** The charters tried have at most one list of those who may not object in a rule. */
function silenceOf(rule: ApprovalRule, isIn: (party: string) => boolean) {
  const text = JSON.stringify(rule);
  const named = [...text.matchAll(/"noObjection":\{"by":\[([^\]]*)\]/g)];
  assert.ok(new Set(named.map(([, by]) => by)).size <= 1, text);
  const by = (named[0]?.[1] ?? "").split(",").filter((id) => id !== "");
  const isSilent = by.every((id) => isIn(id.replaceAll('"', "")));
  return { noObjection: isSilent ? ("met" as const) : ("impossible" as const) };
}

function subsetsOf(parties: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** parties.length }, (_, bits) =>
    parties.filter((_party, index) => ((bits >> index) & 1) === 1),
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const keyOf = (group: readonly string[]): string => group.join("+");

/** Groups for which something holds, and for no group within them. */
function leastWhere(
  parties: readonly string[],
  holds: (group: readonly string[]) => boolean,
): readonly string[] {
  const groups = subsetsOf(parties).filter(holds);
  return groups
    .filter(
      (group) =>
        !groups.some(
          (other) => other.length < group.length && other.every((id) => group.includes(id)),
        ),
    )
    .map(keyOf)
    .toSorted(byText);
}

/** Holds one rule's coalitions against every group of the parties that could matter. */
function checkRule(charter: Charter, of: Of, parties: readonly string[]): void {
  const all = charter.parties.map(({ id }) => id);
  const idle = all.filter((id) => !parties.includes(id));
  const found = coalitionsOf(charter, of);
  assert.ok(found !== undefined);
  const isHere = (group: readonly string[]): boolean => group.every((id) => parties.includes(id));
  const wins = (group: readonly string[]): boolean => naivelySuffices(charter, of, group);
  // Those left out of the groups tried stand on the side of the others in each.
  assert.deepEqual(
    found.winning.filter(isHere).map(keyOf).toSorted(byText),
    leastWhere(parties, (group) => group.length > 0 && wins(group)),
  );
  if (idle.length > 0) return;
  assert.deepEqual(
    found.blocking.map(keyOf).toSorted(byText),
    leastWhere(parties, (group) => !wins(all.filter((id) => !group.includes(id)))),
  );
}

test("[CH87] coalitions of made charters are those found by trying every group", () => {
  fc.assert(
    fc.property(fc.gen(), (generator) => {
      const charter = madeCharter(choiceOf(generator));
      const parties = charter.parties.map(({ id }) => id).slice(0, 9);
      const acts = Object.values(charter.acts).filter(({ nature }) => nature === "decision");
      const seen = new Set<string>();
      for (const act of acts) {
        for (const { rule } of act.approve) {
          const key = JSON.stringify([rule, act.propose, act.veto, act.objection, act.consult]);
          if (seen.size > 12 || seen.has(key)) continue;
          seen.add(key);
          checkRule(charter, { act, rule }, parties);
        }
      }
    }),
    { seed: 20_261_128, numRuns: 6 },
  );
});

test("[CH87] what the matrix says of one party is what its coalitions say", () => {
  for (const name of ["us-japan", "us-japan-2025"]) {
    const charter = exampleCharter(name);
    for (const { act, tiers } of powerMatrix(charter)) {
      for (const { parties, coalitions } of tiers) {
        assert.ok(coalitions !== undefined, act);
        for (const { party, forces, blocks, ...means } of parties) {
          const isOne = (groups: readonly (readonly string[])[]): boolean =>
            groups.some((group) => keyOf(group) === party);
          assert.equal(forces, isOne(coalitions.winning), `${act} ${party} forces`);
          assert.equal(blocks, isOne(coalitions.blocking), `${act} ${party} blocks`);
          const { withholds, vetoes, objects, stalls } = means;
          if (blocks) assert.ok(withholds || vetoes || objects || stalls, `${act} ${party} how`);
        }
      }
    }
  }
});

test("[CH87] the US-Japan fund: both must agree to invest, and either can stop the payout", () => {
  const matrix = new Map(powerMatrix(exampleCharter("us-japan")).map((of) => [of.act, of]));
  const winning = (act: string) => matrix.get(act)?.tiers.at(-1)?.coalitions?.winning;
  assert.deepEqual(winning("investment.select"), [["US", "JP"]]);
  assert.deepEqual(winning("emergency.freeze"), [["US"], ["JP"]]);
  // A maker of one side and the independent auditor as its checker pay what is owed already.
  assert.deepEqual(winning("payment.release"), [
    ["US", "JP"],
    ["US", "AUD"],
    ["JP", "AUD"],
  ]);
});
