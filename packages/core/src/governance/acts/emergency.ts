import { ok } from "../../base/result.ts";
import { Schema } from "../../base/schema.ts";
import { isApprovedByEverySovereign } from "../approval.ts";
import { indexOf } from "../charter-index.ts";
import { freezeTermsOf, isInForce } from "../execution.ts";
import { rejection, type Rejection } from "../rejection.ts";
import type { GovernanceState } from "../state.ts";
import { windowEnd } from "../window.ts";
import { governanceAct, hash, reason } from "./governance-act.ts";

/** The sovereigns that stand behind a freeze: all of them, or the proposer's party alone (G52). */
function decidedBy(state: GovernanceState, id: string, proposer: string): readonly string[] {
  const record = state.acts.get(id);
  if (record !== undefined && isApprovedByEverySovereign(state, record, false)) {
    return indexOf(state.charter).sovereigns;
  }
  const party = state.officers.get(proposer)?.party;
  return party === undefined ? [] : [party];
}

/** One party alone may not freeze again before the cooling-off since its last freeze is over. */
function checkCoolingOff(state: GovernanceState, party: string): Rejection | undefined {
  const { coolingOff, clause } = freezeTermsOf(state.charter);
  for (const { actId, by, until, liftedOn } of state.freezes) {
    if (!by.includes(party)) continue;
    const ended = liftedOn ?? until;
    const end = windowEnd(state.charter, ended, coolingOff);
    if (!end.ok) return end.error;
    if (state.today > end.value) continue;
    const facts = { party, freeze: actId, actual: state.today, required: end.value };
    return rejection("freeze_cooling_off", clause, facts);
  }
  return undefined;
}

/**
 * `emergency.freeze`: stops the execution of the acts that the charter marks, from today for the
 * charter's days (G52). Whether one side freezes or all do is known only when the act takes effect,
 * so the cooling-off is not looked at before.
 */
export const emergencyFreeze = governanceAct({
  type: "emergency.freeze",
  nature: "decision",
  schema: Schema.object({ reason }),
  check(state, { id, act }) {
    if (!state.acts.has(id)) return undefined;
    const [party, ...others] = decidedBy(state, id, act.proposer);
    if (party === undefined || others.length > 0) return undefined;
    return checkCoolingOff(state, party);
  },
  effects(state, { id, act }) {
    const { charter, today } = state;
    const until = windowEnd(charter, today, freezeTermsOf(charter).days);
    if (!until.ok) return until;
    const by = decidedBy(state, id, act.proposer);
    const freeze = { actId: id, by, from: today, until: until.value };
    return ok([{ kind: "frozen", freeze }]);
  },
});

/** `emergency.unfreeze`: ends a freeze before its last day. */
export const emergencyUnfreeze = governanceAct({
  type: "emergency.unfreeze",
  nature: "decision",
  schema: Schema.object({ freeze: hash }),
  check(state, { body, clause }) {
    const freeze = state.freezes.find(({ actId }) => actId === body.freeze);
    if (freeze === undefined) return rejection("freeze_unknown", clause, { actual: body.freeze });
    if (isInForce(freeze, state.today)) return undefined;
    const required = freeze.liftedOn ?? freeze.until;
    return rejection("freeze_over", clause, { actual: state.today, required });
  },
  effects: (state, { body }) => ok([{ kind: "unfrozen", actId: body.freeze, on: state.today }]),
});
