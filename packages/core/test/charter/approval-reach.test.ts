import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { allSeats, everyoneApproves, wouldBeMet } from "../../src/charter/approval-reach.ts";
import type { ApprovalRule, Charter } from "../../src/charter/charter.ts";
import { alone } from "../../src/charter/powers.ts";
import { naivelyMet, naiveOutcome, type SeatState } from "../governance/naive-approval.ts";
import { sampleCharter } from "./sample-charter.ts";

/** A charter of small lists of seats, so that every combination can be tried. */
const smallCharter: fc.Arbitrary<Charter> = fc
  .record({
    thresholds: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    board: fc.subarray(["AA-1", "AA-2", "BB-1", "BB-2"], { minLength: 1 }),
    alternate: fc.boolean(),
    quorum: fc.record({
      seats: fc.integer({ min: 1, max: 4 }),
      eachSovereign: fc.integer({ min: 0, max: 2 }),
    }),
  })
  .map(({ thresholds, board, alternate, quorum }) => {
    const charter = sampleCharter();
    const [first] = board;
    const partyOf = (id: string): string => id.slice(0, 2);
    const seats = board.map((id) =>
      id === first && alternate
        ? { id, party: partyOf(id), alternate: `${id}A` }
        : { id, party: partyOf(id) },
    );
    const spare = alternate ? [{ id: `${first}A`, party: partyOf(first!) }] : [];
    return {
      ...charter,
      parties: charter.parties
        .filter(({ kind }) => kind === "sovereign")
        .map((party, index) => ({ ...party, threshold: thresholds[index]! })),
      bodies: [{ ...charter.bodies[0]!, seats: [...seats, ...spare], quorum }],
    };
  });

const leaf: fc.Arbitrary<ApprovalRule> = fc.oneof(
  fc.constantFrom<ApprovalRule>(
    { party: "AA" },
    { party: "BB" },
    { ratifiedBy: "AA" },
    { unilateral: ["AA"] },
    { unilateral: ["AA", "BB"] },
    { unanimous: "board" },
    { independent: "sovereign" },
    { majorityOf: "board", includingEachSovereign: true },
    { majorityOf: "board", includingEachSovereign: false },
  ),
  fc.integer({ min: 1, max: 4 }).map((atLeast): ApprovalRule => ({ seatsOf: "board", atLeast })),
);

const rule: fc.Arbitrary<ApprovalRule> = fc.letrec<{ rule: ApprovalRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.array(tie("rule"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("rule"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie("rule"), { minLength: 1, maxLength: 3 }))
      .map(([atLeast, of]) => ({ atLeast, of })),
  ),
})).rule;

const statesOf = (
  charter: Charter,
  stateOf: (seat: string, party: string) => SeatState,
): ReadonlyMap<string, SeatState> =>
  new Map(allSeats(charter).map(({ id, party }) => [id, stateOf(id, party)]));

test("[CH54] a rule can be met exactly if trying every decision of every seat meets it", () => {
  fc.assert(
    fc.property(
      smallCharter,
      rule,
      fc.constantFrom("AA", "BB"),
      fc.boolean(),
      (charter, approval, proposer, makerChecker) => {
        const states = statesOf(charter, () => "silent");
        const of = { charter, proposerParty: proposer, makerChecker };
        const expected = naiveOutcome(of, approval, states) !== "impossible";
        const found = wouldBeMet(charter, approval, everyoneApproves(proposer, makerChecker));
        assert.equal(found, expected);
      },
    ),
    { numRuns: 300 },
  );
});

test("[CH55] the same after any one recusal", () => {
  fc.assert(
    fc.property(smallCharter, rule, fc.nat(), (charter, approval, choice) => {
      const seats = allSeats(charter);
      const { id: recused } = seats[choice % seats.length]!;
      const states = statesOf(charter, (seat) => (seat === recused ? "recused" : "silent"));
      const of = { charter, proposerParty: "AA", makerChecker: false };
      const expected = naiveOutcome(of, approval, states) !== "impossible";
      const supposed = { ...everyoneApproves("AA", false), recused: new Set([recused]) };
      assert.equal(wouldBeMet(charter, approval, supposed), expected);
    }),
    { numRuns: 300 },
  );
});

test("[CH57] a party decides alone what its seats meet while all others reject", () => {
  fc.assert(
    fc.property(smallCharter, rule, fc.constantFrom("AA", "BB"), (charter, approval, party) => {
      const states = statesOf(charter, (_, owner) =>
        owner === party ? "approveWithEvidence" : "reject",
      );
      const of = { charter, proposerParty: party, makerChecker: false };
      const act = { ...charter.acts["payment.release"]!, makerChecker: false };
      const found = wouldBeMet(charter, approval, alone(party, act, true));
      assert.equal(found, naivelyMet(of, approval, states));
    }),
    { numRuns: 300 },
  );
});
