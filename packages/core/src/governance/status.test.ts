import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY, daysLater, evolveAll, proposedAct } from "../../test/governance/fixture.ts";
import { assertFacts } from "../../test/governance/rejection-facts.ts";
import { ruledState } from "../../test/governance/rules.ts";
import { localDate, type LocalDate } from "../calendar/date.ts";
import type { GovernanceEvent } from "./events.ts";
import { checkExecutable } from "./execution.ts";
import type { Freeze, GovernanceState } from "./state.ts";
import { statusOf } from "./status.ts";

const ID = "aa".repeat(32);

/** An act of a type, after events, on a day. */
function on(type: string, days: number, ...events: readonly GovernanceEvent[]): GovernanceState {
  const { state } = proposedAct(ruledState(), { type, proposer: "us-t1", id: ID });
  return { ...evolveAll(state, events), today: daysLater(days) };
}

const approvedOn = (date: LocalDate): GovernanceEvent => ({
  kind: "actApproved",
  id: ID,
  on: date,
});
const status = (state: GovernanceState): object => statusOf(state, state.acts.get(ID)!);

function executable(state: GovernanceState): string {
  const refused = checkExecutable(state, state.acts.get(ID)!);
  if (refused === undefined) return "executable";
  assertFacts(refused);
  return refused.code;
}

test("[G40] an act goes from proposed to effective, and no further by itself", () => {
  const type = "standing";
  assert.deepEqual(status(on(type, 0)), { status: "proposed", since: DAY, until: daysLater(30) });
  const approved = approvedOn(daysLater(1));
  const standing = { status: "standing", since: daysLater(1), until: daysLater(5) };
  assert.deepEqual(status(on(type, 1, approved)), standing);
  assert.deepEqual(status(on(type, 5, approved)), standing);
  const effective = { status: "effective", since: daysLater(6), until: daysLater(30) };
  assert.deepEqual(status(on(type, 6, approved)), effective);
});

test("[G40] without timelock and objection window an act is effective when it is approved", () => {
  assert.deepEqual(status(on("board", 0, approvedOn(DAY))), { status: "effective", since: DAY });
});

test("[G40] [G42] consulted, until approved", () => {
  assert.deepEqual(status(on("consulted", 0)), {
    status: "proposed",
    since: DAY,
    until: daysLater(5),
  });
  const ended: GovernanceEvent = { kind: "consultationEnded", id: ID, on: daysLater(2) };
  assert.deepEqual(status(on("consulted", 2, ended)), {
    status: "consulted",
    since: daysLater(2),
    until: daysLater(30),
  });
});

test("[G40] executed and ended acts stay what they are", () => {
  const date = daysLater(3);
  const executed: GovernanceEvent = { kind: "actExecuted", id: ID, entry: 30, on: date };
  assert.deepEqual(status(on("board", 9, approvedOn(DAY), executed)), {
    status: "executed",
    since: date,
  });
  for (const ending of ["lapsed", "refused", "vetoed"] as const) {
    const ended: GovernanceEvent = { kind: "actEnded", id: ID, status: ending, on: date };
    assert.deepEqual(status(on("board", 9, ended)), { status: ending, since: date });
  }
});

test("[G41] an approved act whose windows no calendar can date stays approved", () => {
  const state = on("banked", 0, approvedOn(localDate("2060-12-31")));
  const late = { ...state, today: localDate("2061-06-01") };
  assert.deepEqual(status(late), { status: "approved", since: "2060-12-31" });
  assert.equal(executable(late), "act_not_effective");
});

test("[G44] only what is effective can be executed", () => {
  assert.equal(executable(on("standing", 0)), "act_not_effective");
  assert.equal(executable(on("standing", 4, approvedOn(DAY))), "act_not_effective");
  assert.equal(executable(on("standing", 5, approvedOn(DAY))), "executable");
  const ended: GovernanceEvent = { kind: "actEnded", id: ID, status: "vetoed", on: DAY };
  assert.equal(executable(on("standing", 5, approvedOn(DAY), ended)), "act_not_effective");
});

test("[R5] an execution of what is executed is answered with its entry", () => {
  const executed: GovernanceEvent = { kind: "actExecuted", id: ID, entry: 30, on: DAY };
  const state = on("board", 0, approvedOn(DAY), executed);
  assert.deepEqual(checkExecutable(state, state.acts.get(ID)!), {
    code: "already_recorded",
    clause: "R5",
    facts: { entry: 30 },
  });
});

test("[G51] [G52] a freeze holds what the charter marks, from its first day to its last", () => {
  const freeze: Freeze = {
    actId: "f".repeat(64),
    by: ["US"],
    from: daysLater(6),
    until: daysLater(8),
  };
  const frozen: GovernanceEvent = { kind: "frozen", freeze };
  const approved = approvedOn(DAY);
  const outcomes = [5, 6, 8, 9].map((days) => executable(on("standing", days, approved, frozen)));
  assert.deepEqual(outcomes, ["executable", "frozen", "frozen", "executable"]);
  assert.equal(executable(on("board", 7, approved, frozen)), "executable", "not marked");
  assert.equal(executable(on("owed", 7, approved, frozen)), "executable", "carved out");
  const lifted: GovernanceEvent = { kind: "unfrozen", actId: freeze.actId, on: daysLater(7) };
  assert.equal(executable(on("standing", 7, approved, frozen, lifted)), "executable");
  assert.equal(executable(on("standing", 6, approved, frozen, lifted)), "frozen");
});
