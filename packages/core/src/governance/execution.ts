import { assert } from "../base/assert.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter, FreezeTerms } from "../charter/charter.ts";
import { ruleOf } from "./act-view.ts";
import { rejection, type Rejection } from "./rejection.ts";
import type { ActRecord, Freeze, GovernanceState } from "./state.ts";
import { statusOf } from "./status.ts";

/** The terms of freezes. A charter without them has no act by which there could be one. */
export function freezeTermsOf({ freeze }: Charter): FreezeTerms {
  assert(freeze !== undefined, "a charter under which something was frozen has terms of freezes");
  return freeze;
}

/** Whether a freeze holds on a day: not on the day on which it was lifted. */
export function isInForce({ from, until, liftedOn }: Freeze, day: LocalDate): boolean {
  return from <= day && day <= until && (liftedOn === undefined || day < liftedOn);
}

/** The freeze that holds today and ends last, if any. */
export function freezeInForce(state: GovernanceState): Freeze | undefined {
  let last: Freeze | undefined;
  for (const freeze of state.freezes) {
    if (!isInForce(freeze, state.today)) continue;
    if (last === undefined || freeze.until > last.until) last = freeze;
  }
  return last;
}

/**
 * Whether an act may be executed now: it is effective (G44), and no freeze holds it (G52). What is
 * executed already is answered with its entry (R5). What is carved out is never frozen (G51).
 */
export function checkExecutable(state: GovernanceState, record: ActRecord): Rejection | undefined {
  if (record.executed !== undefined) {
    return rejection("already_recorded", "R5", { entry: record.executed.entry });
  }
  const rule = ruleOf(state, record);
  const { status, until } = statusOf(state, record);
  if (status !== "effective") {
    const facts = { act: record.id, actual: status, required: "effective" };
    const end = until === undefined ? {} : { until };
    return rejection("act_not_effective", rule.clause, { ...facts, ...end });
  }
  if (rule.frozen !== true || rule.carvedOut === true) return undefined;
  const freeze = freezeInForce(state);
  if (freeze === undefined) return undefined;
  const { actId, by, until: lastDay } = freeze;
  const { clause } = freezeTermsOf(state.charter);
  return rejection("frozen", clause, { act: record.id, freeze: actId, by, until: lastDay });
}
