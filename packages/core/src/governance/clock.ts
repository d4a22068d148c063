import { assert } from "../base/assert.ts";
import type { LocalDate } from "../calendar/date.ts";
import { charterOfVersion, ruleOf } from "./act-view.ts";
import { deadlocksDue } from "./deadlock.ts";
import type { GovernanceEvent } from "./events.ts";
import { evolveGovernance } from "./evolve.ts";
import { settle } from "./settlement.ts";
import type { ActRecord, GovernanceState } from "./state.ts";
import { hasRunOut } from "./window.ts";

/** Whether an act's time from proposal to execution has run out (G43). */
function hasExpired(state: GovernanceState, record: ActRecord): boolean {
  const { expiry } = ruleOf(state, record);
  if (expiry === undefined) return false;
  const charter = charterOfVersion(state, record.act.charterVersion);
  return hasRunOut(charter, { from: record.proposedOn, length: expiry }, state.today);
}

/**
 * Opens a day, which must be later than the one that is open, and records what is due on it, act by
 * act in the order of their ids: lapses, ends of consultation, approvals because nobody objected,
 * and what changes of seats and conflicts since have made of an act (R14, G41 to G43).
 */
export function openDay(state: GovernanceState, date: LocalDate): readonly GovernanceEvent[] {
  const opened: GovernanceEvent = { kind: "dayOpened", date };
  const events: GovernanceEvent[] = [opened];
  const dawn = evolveGovernance(state, opened);
  const moved = deadlocksDue(dawn);
  events.push(...moved);
  const morning = moved.reduce<GovernanceState>(evolveGovernance, dawn);
  for (const id of morning.openActs.keys()) {
    const record = morning.acts.get(id);
    assert(record !== undefined, `open act ${id} was proposed`);
    if (hasExpired(morning, record)) {
      events.push({ kind: "actEnded", id, status: "lapsed", on: date });
    } else {
      events.push(...settle(morning, record));
    }
  }
  return events;
}
