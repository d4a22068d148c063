import assert from "node:assert/strict";
import { test } from "node:test";
import type { Result } from "../base/result.ts";
import { localDate } from "../calendar/date.ts";
import {
  approvalOf,
  at,
  charterOf,
  contextOf,
  DAY,
  daysLater,
  evolveAll,
  PARTIES,
  proposedAct,
} from "../../test/governance/fixture.ts";
import { assertFacts } from "../../test/governance/rejection-facts.ts";
import { RULES, ruledState } from "../../test/governance/rules.ts";
import { openDay } from "./clock.ts";
import { decideApproval, decideConsultation, decideObjection, decideRecusal } from "./decisions.ts";
import type { GovernanceEvent } from "./events.ts";
import type { Rejection } from "./rejection.ts";
import type { GovernanceState } from "./state.ts";
import type { Objection } from "./statement.ts";

type Decided = Result<readonly GovernanceEvent[], Rejection>;
type Said = (state: GovernanceState, id: string) => Decided;

const approve =
  (officer: string, decision: "approve" | "reject" = "approve", evidence: string[] = []): Said =>
  (state, id) =>
    decideApproval(state, approvalOf(id, officer, { decision, evidence }), contextOf(state.today));
const reject = (officer: string): Said => approve(officer, "reject");
const recuse =
  (officer: string): Said =>
  (state, actId) =>
    decideRecusal(
      state,
      { kind: "recusal", fund: "test-fund", actId, officer, reason: "Interest." },
      contextOf(state.today),
    );
const object =
  (officer: string, power: Objection["power"]): Said =>
  (state, actId) =>
    decideObjection(
      state,
      { kind: "objection", fund: "test-fund", actId, officer, power, reason: "No." },
      contextOf(state.today),
    );
const answer =
  (officer: string, opinion: "support" | "concern" = "support", body = "board"): Said =>
  (state, actId) =>
    decideConsultation(
      state,
      { kind: "consultation", fund: "test-fund", actId, officer, body, opinion, text: "" },
      contextOf(state.today),
    );
const day =
  (days: number): Said =>
  (state) => ({ ok: true, value: openDay(state, daysLater(days)) });
const event =
  (...events: GovernanceEvent[]): Said =>
  () => ({ ok: true, value: events });

/** Proposes an act and has one thing said after the other; all but the last must be accepted. */
function play(
  proposal: { type: string; proposer?: string; concerns?: readonly string[] },
  ...said: readonly Said[]
): { readonly last: Decided; readonly state: GovernanceState; readonly id: string } {
  const proposed = proposedAct(ruledState(), { proposer: "us-t1", ...proposal });
  const { id } = proposed;
  let { state } = proposed;
  let last: Decided = { ok: true, value: [] };
  for (const [index, say] of said.entries()) {
    assert.ok(last.ok, `step ${index} was refused: ${last.ok ? "" : last.error.code}`);
    last = say(state, id);
    if (last.ok) state = evolveAll(state, last.value);
  }
  return { last, state, id };
}

const kinds = ({ last }: { last: Decided }): readonly string[] =>
  last.ok ? last.value.map(({ kind }) => kind) : [`refused: ${last.error.code}`];

function code({ last }: { last: Decided }): string {
  if (last.ok) return "accepted";
  assertFacts(last.error);
  return last.error.code;
}

test("[G12] [G32] a board approves once more than half and each sovereign have", () => {
  const type = "board";
  assert.deepEqual(kinds(play({ type }, approve("us-1"))), ["decisionRecorded"]);
  assert.deepEqual(kinds(play({ type }, approve("us-1"), approve("us-2"))), ["decisionRecorded"]);
  const three = play({ type }, approve("us-1"), approve("us-2"), approve("jp-1"));
  assert.deepEqual(kinds(three), ["decisionRecorded", "actApproved"]);
  assert.equal(three.state.acts.get(three.id)?.approvedOn, DAY);
});

test("[G43] a rule that can no longer be met ends the act as refused", () => {
  const refused = play({ type: "board" }, reject("us-1"), reject("jp-2"));
  assert.deepEqual(kinds(refused), ["decisionRecorded", "actEnded"]);
  assert.deepEqual(refused.state.acts.get(refused.id)?.ended, { status: "refused", on: DAY });
  assert.equal(refused.state.openActs.size, 0);
});

test("[G12] [R5] one decision of an officer per act; the same again is known already", () => {
  const again = play({ type: "board" }, approve("us-1"), approve("us-1"));
  assert.deepEqual(again.last, {
    ok: false,
    error: { code: "already_recorded", clause: "R5", facts: { entry: 20 } },
  });
  assert.equal(code(play({ type: "board" }, approve("us-1"), reject("us-1"))), "already_decided");
});

test("[R5] the same decision is known already even when the act is over", () => {
  const over = play({ type: "board" }, reject("us-1"), reject("jp-2"), reject("us-1"));
  assert.equal(code(over), "already_recorded");
});

test("[G12] a decision counts for every seat held, and stands when the seat changes hands", () => {
  const also: GovernanceEvent = { kind: "seatFilled", seat: "US-2", officer: "us-1" };
  const both = play({ type: "board" }, event(also), approve("us-1"), approve("jp-1"));
  assert.deepEqual(kinds(both), ["decisionRecorded", "actApproved"]);
  const moved: GovernanceEvent = { kind: "seatFilled", seat: "US-1", officer: "us-t1" };
  const late = play({ type: "board" }, approve("us-1"), event(moved), approve("us-t1"));
  assert.equal(code(late), "no_seat_for_this_act");
  const jointly = play(
    { type: "board" },
    approve("us-1"),
    event(moved),
    approve("jp-1"),
    approve("jp-2"),
  );
  assert.deepEqual(kinds(jointly), ["decisionRecorded", "actApproved"]);
});

test("[G13] an approval is of these bounds, in time, and of somebody who saw the proposal", () => {
  const { state, id } = proposedAct(ruledState(), { type: "board", proposer: "us-t1" });
  const cases: readonly (readonly [string, Parameters<typeof approvalOf>[2]])[] = [
    ["accepted", { logSize: 11 }],
    ["accepted", { logSize: 20 }],
    ["log_size_implausible", { logSize: 10 }],
    ["log_size_implausible", { logSize: 21 }],
    ["bounds_digest_mismatch", { boundsDigest: "c".repeat(64) }],
    ["accepted", { notAfter: at(DAY, "12:00:00") }],
    ["approval_expired", { notAfter: at(DAY, "11:59:59") }],
  ];
  for (const [expected, more] of cases) {
    const last = decideApproval(state, approvalOf(id, "us-1", more), contextOf(DAY, 20));
    assert.equal(code({ last }), expected, JSON.stringify(more));
  }
});

test("[G14] under maker and checker the proposer's side does not decide", () => {
  assert.equal(code(play({ type: "checked" }, approve("us-t1"))), "maker_may_not_check");
  assert.equal(code(play({ type: "checked" }, approve("us-t2"))), "maker_may_not_check");
  const checked = play({ type: "checked" }, approve("jp-t1"), approve("jp-t2"));
  assert.deepEqual(kinds(checked), ["decisionRecorded", "actApproved"]);
});

test("[G14] an approval of no sovereign is no check by another sovereign", () => {
  const valuer = play({ type: "checked" }, approve("va-1"));
  assert.deepEqual(kinds(valuer), ["decisionRecorded"]);
  const byValuer = play({ type: "checked", proposer: "va-1" }, approve("us-t1"));
  assert.deepEqual(kinds(byValuer), ["decisionRecorded", "actApproved"]);
});

test("[G14] the maker's side answers in consultation, and may stop what it has proposed", () => {
  const type = "checkedAndHeard";
  const said = ["jp-1", "jp-2", "us-1"].map((officer) => answer(officer));
  assert.deepEqual(kinds(play({ type }, ...said)), ["consultationRecorded"]);
  assert.deepEqual(kinds(play({ type }, ...said, answer("us-2"))), [
    "consultationRecorded",
    "consultationEnded",
  ]);
  assert.deepEqual(kinds(play({ type }, object("us-t1", "veto"))), [
    "objectionRecorded",
    "actEnded",
  ]);
});

test("[G15] nobody decides before consultation has ended, or after the act has", () => {
  assert.equal(code(play({ type: "consulted" }, approve("us-t1"))), "consultation_open");
  const ended = play({ type: "board" }, reject("us-1"), reject("jp-2"), approve("jp-1"));
  assert.equal(code(ended), "act_not_open");
  const executed: GovernanceEvent = {
    kind: "actExecuted",
    id: "a".repeat(64),
    entry: 15,
    on: DAY,
  };
  assert.equal(code(play({ type: "board" }, event(executed), approve("jp-1"))), "act_not_open");
});

test("[G15] a decision after the approval is on record and changes nothing", () => {
  const late = play({ type: "ours" }, approve("us-t1"), reject("us-t2"));
  assert.deepEqual(kinds(late), ["decisionRecorded"]);
  assert.equal(late.state.acts.get(late.id)?.ended, undefined);
});

test("[G16] only seats that the rule counts decide", () => {
  assert.equal(code(play({ type: "board" }, approve("us-t1"))), "no_seat_for_this_act");
  assert.equal(code(play({ type: "board" }, approve("us-2a"))), "no_seat_for_this_act");
  assert.equal(code(play({ type: "ours" }, approve("jp-t1"))), "no_seat_for_this_act");
});

test("[G17] nothing is said of an act that was never proposed", () => {
  const said: readonly Said[] = [
    approve("us-1"),
    recuse("us-1"),
    object("us-t1", "veto"),
    answer("us-1"),
  ];
  for (const say of said)
    assert.equal(code({ last: say(ruledState(), "f".repeat(64)) }), "act_unknown");
});

test("[G21] the alternate of a recused seat decides in its place", () => {
  const stoodIn = play(
    { type: "board" },
    recuse("us-2"),
    approve("us-2a"),
    approve("us-1"),
    approve("jp-1"),
  );
  assert.deepEqual(kinds(stoodIn), ["decisionRecorded", "actApproved"]);
});

test("[G21] a recused seat without alternate leaves the denominator", () => {
  const smaller = play({ type: "board" }, recuse("jp-2"), approve("us-1"), approve("jp-1"));
  assert.deepEqual(kinds(smaller), ["decisionRecorded"], "the quorum of three is not there yet");
  const more = play(
    { type: "board" },
    recuse("jp-2"),
    approve("us-1"),
    approve("jp-1"),
    reject("us-2"),
  );
  assert.deepEqual(kinds(more), ["decisionRecorded", "actApproved"]);
});

test("[G22] the seat of an officer whose key was revoked is empty", () => {
  const revoked: GovernanceEvent = {
    kind: "keyRevoked",
    officer: "jp-t2",
    key: ruledState().officers.get("jp-t2")!.key!,
  };
  const one = play({ type: "both" }, event(revoked), approve("us-t1"), approve("jp-t1"));
  assert.deepEqual(kinds(one), ["decisionRecorded", "actApproved"]);
});

test("[G23] recusal and decision shut each other out", () => {
  assert.equal(code(play({ type: "board" }, approve("us-1"), recuse("us-1"))), "already_decided");
  assert.equal(code(play({ type: "board" }, recuse("us-1"), approve("us-1"))), "seat_recused");
  assert.equal(code(play({ type: "board" }, recuse("us-1"), recuse("us-1"))), "already_recorded");
  const vacated: GovernanceEvent = { kind: "seatVacated", seat: "US-1" };
  const nobody = play({ type: "board" }, event(vacated), recuse("us-1"));
  assert.equal(code(nobody), "no_seat_for_this_act");
});

test("[G23] a conflict declared after a decision removes it, unless the act is approved", () => {
  const declared: GovernanceEvent = {
    kind: "conflictDeclared",
    conflict: { holder: "us-1", concern: "acme", declaredOn: DAY, actId: "d".repeat(64) },
  };
  const removed = play(
    { type: "board", concerns: ["acme"] },
    approve("us-1"),
    approve("us-2"),
    event(declared),
    approve("jp-1"),
  );
  assert.deepEqual(kinds(removed), ["decisionRecorded"], "two of three, but no quorum of three");
  const other = play(
    { type: "board", concerns: ["other"] },
    approve("us-1"),
    approve("us-2"),
    event(declared),
    approve("jp-1"),
  );
  assert.deepEqual(kinds(other), ["decisionRecorded", "actApproved"]);
  const approved = play(
    { type: "board", concerns: ["acme"] },
    approve("us-1"),
    approve("us-2"),
    approve("jp-1"),
    event(declared),
    day(1),
  );
  assert.deepEqual(kinds(approved), ["dayOpened"]);
  assert.equal(approved.state.acts.get(approved.id)?.approvedOn, DAY);
});

test("[G20] a party's affiliate recuses its officers, but never a sovereign's", () => {
  const valuer = play({ type: "valued", concerns: ["acme-affiliate"] }, approve("va-1"));
  assert.equal(code(valuer), "seat_recused");
  assert.deepEqual(kinds(play({ type: "valued", concerns: ["acme"] }, approve("va-1"))), [
    "decisionRecorded",
    "actApproved",
  ]);
  const declared: GovernanceEvent = {
    kind: "conflictDeclared",
    conflict: { holder: "US", concern: "acme", declaredOn: DAY, actId: "d".repeat(64) },
  };
  const sovereign = play({ type: "ours", concerns: ["acme"] }, event(declared), approve("us-t1"));
  assert.deepEqual(kinds(sovereign), ["decisionRecorded", "actApproved"]);
});

test("[G23] a recusal that leaves nobody to decide ends the act", () => {
  const alone = play({ type: "valued" }, recuse("va-1"));
  assert.deepEqual(kinds(alone), ["recusalRecorded", "actEnded"]);
});

test("[G25] an empty seat may still be filled, so that its party is waited for", () => {
  const gone: GovernanceEvent = { kind: "seatVacated", seat: "JP-T1" };
  const goneToo: GovernanceEvent = { kind: "seatVacated", seat: "JP-T2" };
  const waiting = play({ type: "both" }, event(gone, goneToo), approve("us-t1"), day(1));
  assert.deepEqual(kinds(waiting), ["dayOpened"]);
  assert.equal(waiting.state.openActs.size, 1);
});

test("[G2] [G22] whoever is not of the seat's party does not sit there", () => {
  const foreign: GovernanceEvent = { kind: "seatFilled", seat: "US-T1", officer: "jp-1" };
  const there = play({ type: "ours" }, event(foreign), approve("jp-1"));
  assert.equal(code(there), "no_seat_for_this_act");
});

test("[G35] a party with an interest is not independent, even a sovereign", () => {
  const declared: GovernanceEvent = {
    kind: "conflictDeclared",
    conflict: { holder: "US", concern: "acme", declaredOn: DAY, actId: "d".repeat(64) },
  };
  const type = "bySovereign";
  const proposed = play({ type, concerns: ["acme"] }, event(declared), approve("us-t1"));
  assert.equal(code(proposed), "no_seat_for_this_act");
  const other = play({ type, concerns: ["acme"] }, event(declared), approve("jp-t1"));
  assert.deepEqual(kinds(other), ["decisionRecorded", "actApproved"]);
});

test("[G46] an act is decided by the rule and the seats that it was proposed under", () => {
  const { charter } = ruledState();
  const amended = charterOf({
    version: 2,
    parties: PARTIES.filter(({ id }) => id !== "VA"),
    bodies: [],
    acts: { board: { ...RULES["board"]!, approve: [{ rule: { party: "JP" } }] } },
  });
  const hash = "2".repeat(64);
  const inForce: GovernanceEvent = { kind: "charterInForce", version: 2, hash, charter: amended };
  const after = play(
    { type: "board" },
    approve("us-1"),
    event(inForce),
    approve("us-2"),
    approve("jp-1"),
  );
  assert.deepEqual(kinds(after), ["decisionRecorded", "actApproved"]);
  assert.equal(after.state.charter, amended);
  assert.equal(after.state.charterHash, hash);
  assert.deepEqual([...after.state.charters.keys()], ["1", "2"]);
  assert.deepEqual(after.state.charters.get("1"), charter);
});

test("[G31] a ratification needs evidence of the domestic procedure", () => {
  assert.deepEqual(kinds(play({ type: "ratified" }, approve("us-t1"))), ["decisionRecorded"]);
  const law = "e".repeat(64);
  assert.deepEqual(kinds(play({ type: "ratified" }, approve("us-t2", "approve", [law]))), [
    "decisionRecorded",
    "actApproved",
  ]);
});

test("[G42] consultation ends when all eligible seats have answered", () => {
  const all = play(
    { type: "consulted" },
    answer("us-1"),
    answer("us-2", "concern"),
    answer("jp-1"),
    answer("jp-2"),
  );
  assert.deepEqual(kinds(all), ["consultationRecorded", "consultationEnded"]);
  assert.equal(all.state.acts.get(all.id)?.consultedOn, DAY);
  const then = play(
    { type: "consulted" },
    ...["us-1", "us-2", "jp-1", "jp-2"].map((officer) => answer(officer)),
    approve("us-t1"),
  );
  assert.deepEqual(kinds(then), ["decisionRecorded", "actApproved"]);
});

test("[G42] a body with nobody left to answer is waited for until its window has run out", () => {
  const gone = ["US-1", "US-2", "JP-1", "JP-2"].map((seat): GovernanceEvent => ({
    kind: "seatVacated",
    seat,
  }));
  assert.deepEqual(kinds(play({ type: "consulted" }, event(...gone), day(5))), ["dayOpened"]);
  assert.deepEqual(kinds(play({ type: "consulted" }, event(...gone), day(6))), [
    "dayOpened",
    "consultationEnded",
  ]);
});

test("[G42] a recusal of the last seat that has not answered ends consultation", () => {
  const said = ["us-1", "us-2", "jp-1"].map((officer) => answer(officer));
  assert.deepEqual(kinds(play({ type: "consulted" }, ...said, recuse("jp-2"))), [
    "recusalRecorded",
    "consultationEnded",
  ]);
});

test("[G42] each officer answers once, for a body that is consulted, while it is", () => {
  const type = "consulted";
  assert.equal(code(play({ type }, answer("us-1"), answer("us-1"))), "already_recorded");
  assert.equal(code(play({ type }, answer("us-1"), answer("us-1", "concern"))), "already_answered");
  assert.equal(code(play({ type }, answer("us-1", "support", "panel"))), "body_not_consulted");
  assert.equal(code(play({ type: "board" }, answer("us-1"))), "body_not_consulted");
  assert.equal(code(play({ type }, answer("us-t1"))), "no_seat_for_this_act");
  assert.equal(code(play({ type }, answer("us-2a"))), "no_seat_for_this_act");
  assert.equal(code(play({ type }, recuse("us-1"), answer("us-1"))), "seat_recused");
  assert.equal(code(play({ type }, day(6), answer("us-1"))), "consultation_closed");
  assert.equal(code(play({ type: "blocked" }, day(6), answer("us-1"))), "accepted");
});

test('[G36] an objection during the window makes "no objection" impossible', () => {
  assert.deepEqual(kinds(play({ type: "silent" }, object("us-t2", "objection"))), [
    "objectionRecorded",
    "actEnded",
  ]);
  const half = play({ type: "silent" }, object("jp-t1", "objection"));
  assert.deepEqual(kinds(half), ["objectionRecorded"], "JP speaks with two seats");
  const whole = play(
    { type: "silent" },
    object("jp-t1", "objection"),
    object("jp-t2", "objection"),
  );
  assert.deepEqual(whole.state.acts.get(whole.id)?.ended, { status: "refused", on: DAY });
  assert.equal(
    code(play({ type: "heard" }, object("us-t2", "objection"))),
    "objection_window_closed",
  );
});

test("[G50] a veto ends the act until it is executed, by as many seats as the party needs", () => {
  const one = play({ type: "standing" }, object("us-t1", "veto"));
  assert.deepEqual(kinds(one), ["objectionRecorded", "actEnded"]);
  assert.deepEqual(one.state.acts.get(one.id)?.ended, { status: "vetoed", on: DAY });
  const half = play({ type: "standing" }, approve("us-t1"), object("jp-t1", "veto"));
  assert.deepEqual(kinds(half), ["objectionRecorded"]);
  const both = play(
    { type: "standing" },
    approve("us-t1"),
    object("jp-t1", "veto"),
    day(20),
    object("jp-t2", "veto"),
  );
  assert.deepEqual(kinds(both), ["objectionRecorded", "actEnded"]);
  const mixed = play(
    { type: "standing" },
    approve("us-t1"),
    object("jp-t1", "veto"),
    object("jp-t2", "objection"),
  );
  assert.deepEqual(kinds(mixed), ["objectionRecorded"], "veto and objection do not add up");
});

test("[G50] a veto needs the right, a seat of the party and no recusal", () => {
  assert.equal(code(play({ type: "board" }, object("us-t1", "veto"))), "no_veto_right");
  assert.equal(code(play({ type: "standing" }, object("va-1", "veto"))), "no_veto_right");
  assert.equal(code(play({ type: "standing" }, object("us-1", "veto"))), "no_seat_for_this_act");
  const recused = play({ type: "standing" }, recuse("us-t1"), object("us-t1", "veto"));
  assert.equal(code(recused), "seat_recused");
  const again = play({ type: "standing" }, object("jp-t1", "veto"), object("jp-t1", "veto"));
  assert.equal(code(again), "already_recorded");
});

test("[G50] an objection after approval counts only within its window", () => {
  const type = "standing";
  const early = play({ type }, object("jp-t1", "objection"));
  assert.equal(code(early), "objection_window_closed");
  const ended = play(
    { type },
    approve("us-t1"),
    day(4),
    object("jp-t1", "objection"),
    object("jp-t2", "objection"),
  );
  assert.deepEqual(ended.state.acts.get(ended.id)?.ended, {
    status: "vetoed",
    on: daysLater(4),
  });
  const late = play({ type }, approve("us-t1"), day(5), object("jp-t1", "objection"));
  assert.equal(code(late), "objection_window_closed");
  assert.equal(code(play({ type }, object("us-t1", "objection"))), "no_objection_right");
});

test("[G51] what is carved out can be neither vetoed nor objected to once approved", () => {
  assert.equal(code(play({ type: "owed" }, object("jp-t1", "veto"))), "carved_out");
  const approved = play({ type: "owed" }, approve("us-t1"), object("jp-t1", "objection"));
  assert.equal(code(approved), "carved_out");
});

test("[G41] an approval is refused when the window that it opens ends beyond the calendar", () => {
  const lastDay = localDate("2060-12-31");
  const { state, id } = proposedAct(ruledState({}, lastDay), { type: "banked", proposer: "us-t1" });
  const said = approvalOf(id, "us-t1", { notAfter: at(lastDay, "23:59:59") });
  const last = decideApproval(state, said, contextOf(lastDay));
  assert.equal(code({ last }), "calendar_horizon_exceeded");
});

test("of several reasons the first in the list of codes is given", () => {
  const flawed = { boundsDigest: "c".repeat(64), logSize: 10, notAfter: at(DAY, "01:00:00") };
  const say =
    (officer: string, more: Parameters<typeof approvalOf>[2]): Said =>
    (state, id) =>
      decideApproval(state, approvalOf(id, officer, more), contextOf(state.today));
  const consulted = { type: "consulted" };
  const over = { type: "ours" };
  const codes = [
    code({ last: say("us-1", flawed)(ruledState(), "f".repeat(64)) }),
    code(play(over, approve("us-t1"), object("us-t1", "veto"))),
    code(play({ type: "ratified" }, recuse("us-t1"), recuse("us-t2"), say("us-t1", flawed))),
    code(play(consulted, recuse("us-t1"), say("us-t1", flawed))),
    code(play(consulted, recuse("us-t1"), say("us-t1", { ...flawed, notAfter: at(DAY) }))),
    code(play(consulted, recuse("us-t1"), say("us-t1", { logSize: 10 }))),
    code(play(consulted, recuse("us-t1"), say("us-t1", {}))),
    code(play({ type: "checked" }, recuse("us-t1"), say("us-t1", {}))),
    code(play({ type: "checked" }, say("us-1", {}))),
    code(play({ type: "owed" }, recuse("us-t1"), object("us-t1", "veto"))),
    code(play({ type: "standing" }, recuse("us-1"), object("us-1", "veto"))),
  ];
  assert.deepEqual(codes, [
    "act_unknown",
    "no_veto_right",
    "act_not_open",
    "approval_expired",
    "bounds_digest_mismatch",
    "log_size_implausible",
    "consultation_open",
    "seat_recused",
    "maker_may_not_check",
    "carved_out",
    "seat_recused",
  ]);
});
