import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY, daysLater, decision, evolveAll, proposedAct } from "../../test/governance/fixture.ts";
import { ruledState } from "../../test/governance/rules.ts";
import type { GovernanceEvent } from "./events.ts";
import { tally, type ActTally } from "./tally.ts";

function tallied(type: string, ...events: readonly GovernanceEvent[]): ActTally {
  const proposed = proposedAct(ruledState(), { type, proposer: "us-t1" });
  const state = evolveAll(proposed.state, events);
  return tally(state, state.acts.get(proposed.id)!);
}

const id = "a".repeat(64);
const decided = (
  officer: string,
  seats: readonly string[],
  choice: "approve" | "reject" = "approve",
): GovernanceEvent => ({
  kind: "decisionRecorded",
  id,
  decision: decision(officer, seats, choice),
});

test("[G21] [G32] a body's tally names seats and alternates by what they came to", () => {
  const recusal = { officer: "us-2", reason: "Interest.", entry: 13 };
  const { outcome, tier, rule } = tallied(
    "board",
    decided("us-1", ["US-1"]),
    decided("jp-1", ["JP-1"], "reject"),
    { kind: "recusalRecorded", id, recusal },
    { kind: "seatVacated", seat: "JP-2" },
  );
  assert.equal(outcome, "open");
  assert.equal(tier, 0);
  assert.deepEqual(rule, {
    outcome: "open",
    rule: "majorityOf",
    of: ["board"],
    required: 2,
    parts: [],
    seats: {
      eligible: ["US-1", "US-2A", "JP-1"],
      approving: ["US-1"],
      rejecting: ["JP-1"],
      recused: [],
      empty: ["JP-2"],
      mayAct: ["us-2a"],
    },
    objecting: [],
  });
});

test("[G30] a rule of rules is a tree with an outcome at every node", () => {
  const { outcome, rule } = tallied("both", decided("us-t1", ["US-T1"]));
  assert.equal(outcome, "open");
  assert.equal(rule.rule, "all");
  assert.equal(rule.required, 2);
  assert.deepEqual(
    rule.parts.map((part) => [part.rule, part.of, part.outcome, part.required, part.seats.mayAct]),
    [
      ["party", ["US"], "met", 1, ["us-t2"]],
      ["party", ["JP"], "open", 2, ["jp-t1", "jp-t2"]],
    ],
  );
});

test("[G14] under maker and checker the tally says whether another sovereign has checked", () => {
  const unchecked = tallied("checked", decided("va-1", ["VA-1"]));
  assert.deepEqual(
    [unchecked.outcome, unchecked.rule.outcome, unchecked.checker],
    ["open", "met", "open"],
  );
  assert.deepEqual(unchecked.rule.parts[0]?.seats.recused, ["US-T1", "US-T2"]);
});

test('[G36] the tally of "no objection" says until when, and who has objected', () => {
  const objection = (officer: string, seat: string): GovernanceEvent => ({
    kind: "objectionRecorded",
    id,
    objection: {
      officer,
      party: "JP",
      power: "objection",
      reason: "No.",
      seats: [seat],
      on: DAY,
      entry: 14,
    },
  });
  const half = tallied("silent", objection("jp-t1", "JP-T1")).rule;
  assert.deepEqual(
    [half.outcome, half.of, half.until, half.objecting],
    ["open", ["US", "JP"], daysLater(4), []],
  );
  const whole = tallied("silent", objection("jp-t1", "JP-T1"), objection("jp-t2", "JP-T2")).rule;
  assert.deepEqual([whole.outcome, whole.objecting], ["impossible", ["JP"]]);
  assert.equal(tallied("heard").rule.until, undefined, "the window is not open yet");
});

test("an officer who has decided for another seat has no second decision to give", () => {
  const moved: GovernanceEvent = { kind: "seatFilled", seat: "US-2", officer: "us-1" };
  const { rule } = tallied("board", decided("us-1", ["US-1"]), moved);
  assert.deepEqual(rule.seats.mayAct, ["jp-1", "jp-2"]);
});
