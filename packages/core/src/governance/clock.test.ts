import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY, daysLater, evolveAll, proposedAct } from "../../test/governance/fixture.ts";
import { ruledState } from "../../test/governance/rules.ts";
import { localDate } from "../calendar/date.ts";
import { openDay } from "./clock.ts";
import type { GovernanceEvent } from "./events.ts";
import { evolveGovernance } from "./evolve.ts";
import type { GovernanceState } from "./state.ts";

/** Opens days one after the other and answers what each of them recorded, besides itself. */
function openDays(
  start: GovernanceState,
  days: readonly number[],
): { readonly state: GovernanceState; readonly log: readonly string[] } {
  let state = start;
  const log: string[] = [];
  for (const count of days) {
    const [opened, ...events] = openDay(state, daysLater(count));
    assert.deepEqual(opened, { kind: "dayOpened", date: daysLater(count) });
    for (const event of events) log.push(`${count}: ${describe(event)}`);
    state = evolveAll(state, [opened, ...events]);
  }
  return { state, log };
}

function describe(event: GovernanceEvent): string {
  const status = event.kind === "actEnded" ? ` ${event.status}` : "";
  const id = "id" in event ? ` ${event.id.slice(0, 2)}` : "";
  return `${event.kind}${status}${id}`;
}

const proposed = (type: string, id = "aa".repeat(32), state = ruledState()): GovernanceState =>
  proposedAct(state, { type, proposer: "us-t1", id }).state;

test("[G36] [G43] silence approves on the first day after the window", () => {
  const { log, state } = openDays(proposed("silent"), [1, 2, 3, 4, 5, 6]);
  assert.deepEqual(log, ["5: actApproved aa"]);
  assert.equal(state.acts.get("aa".repeat(32))?.approvedOn, daysLater(5));
});

test("[G41] a day that was never opened does not keep a window from running out", () => {
  assert.deepEqual(openDays(proposed("silent"), [20]).log, ["20: actApproved aa"]);
});

test("[G42] consultation ends when its window has run out and silence is deemed an answer", () => {
  const { log, state } = openDays(proposed("consulted"), [4, 5, 6, 7]);
  assert.deepEqual(log, ["6: consultationEnded aa"]);
  assert.equal(state.acts.get("aa".repeat(32))?.consultedOn, daysLater(6));
});

test("[G42] where silence blocks, one answer is enough once the window has run out", () => {
  assert.deepEqual(openDays(proposed("blocked"), [6, 100]).log, []);
  const answered = evolveGovernance(proposed("blocked"), {
    kind: "consultationRecorded",
    id: "aa".repeat(32),
    consultation: {
      officer: "us-1",
      body: "board",
      opinion: "noted",
      seats: ["US-1"],
      on: DAY,
      entry: 12,
    },
  });
  assert.deepEqual(openDays(answered, [5, 6]).log, ["6: consultationEnded aa"]);
});

test("[G36] a window for objections starts with the end of consultation", () => {
  const { log } = openDays(proposed("heard"), [5, 6, 10, 11]);
  assert.deepEqual(log, ["6: consultationEnded aa", "11: actApproved aa"]);
});

test("[G43] what is not executed by its expiry lapses, approved or not", () => {
  const id = "aa".repeat(32);
  assert.deepEqual(openDays(proposed("standing"), [30, 31]).log, ["31: actEnded lapsed aa"]);
  const approved = evolveGovernance(proposed("standing"), { kind: "actApproved", id, on: DAY });
  const { log, state } = openDays(approved, [30, 31, 32]);
  assert.deepEqual(log, ["31: actEnded lapsed aa"]);
  assert.equal(state.openActs.size, 0);
  assert.deepEqual(state.acts.get(id)?.ended, { status: "lapsed", on: daysLater(31) });
});

test("[G43] expiry comes before an approval that the same day would bring", () => {
  assert.deepEqual(openDays(proposed("silent"), [31]).log, ["31: actEnded lapsed aa"]);
});

test("[R14] acts are settled in the order of their ids, each day's opening first", () => {
  let state = ruledState();
  for (const id of ["cc", "aa", "bb"]) state = proposed("silent", id.repeat(32), state);
  const { log } = openDays(state, [5]);
  assert.deepEqual(log, ["5: actApproved aa", "5: actApproved bb", "5: actApproved cc"]);
});

test("[G43] a conflict that leaves nobody to decide is noticed when the next day opens", () => {
  const id = "aa".repeat(32);
  const state = proposedAct(ruledState(), {
    type: "valued",
    proposer: "us-t1",
    id,
    concerns: ["acme"],
  }).state;
  const conflict = { holder: "va-1", concern: "acme", declaredOn: DAY, actId: "d".repeat(64) };
  const conflicted = evolveGovernance(state, { kind: "conflictDeclared", conflict });
  assert.deepEqual(openDays(conflicted, [1]).log, ["1: actEnded refused aa"]);
});

test("[G41] business days are those of the charter's calendar", () => {
  // 2027-04-29 is Showa Day and 2027-05-03 to 05 are holidays in Japan; Saturdays and Sundays are
  // none in either country (Act on National Holidays; Federal Reserve Bank Services).
  const banked = {
    ...ruledState().charter.acts["silent"]!,
    approve: [
      {
        rule: {
          noObjection: { by: ["US"], window: { days: 3, calendar: "joint" } },
        },
      },
    ],
  };
  const state = proposedAct(ruledState({ banked }, localDate("2027-04-28")), {
    type: "banked",
    proposer: "us-t1",
    id: "aa".repeat(32),
  }).state;
  // After 28 April the first three are 30 April, 6 May and 7 May.
  assert.equal(openDay(state, localDate("2027-05-07")).length, 1);
  assert.equal(openDay(state, localDate("2027-05-08")).length, 2);
});

test("[R14] a day's opening without anything due is one event", () => {
  assert.deepEqual(openDay(ruledState(), daysLater(1)), [
    { kind: "dayOpened", date: daysLater(1) },
  ]);
});
