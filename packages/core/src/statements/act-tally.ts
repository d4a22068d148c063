import { approvalRuleOf, viewOf } from "../governance/act-view.ts";
import {
  evaluateView,
  judgeSeatRule,
  seatRulesIn,
  type Outcome,
  type SeatRule,
} from "../governance/approval.ts";
import { decisionVoices, type Place } from "../governance/place.ts";
import type { ActRecord, GovernanceState } from "../governance/state.ts";

/** What a rule of seats has come to, seat by seat. */
export type RuleTally = {
  readonly rule: SeatRule;
  readonly outcome: Outcome;
  /** Approvals that it takes as the seats now stand; absent for "no objection". */
  readonly required?: number;
  readonly places: readonly Place[];
  readonly approving: number;
  /** Places that count: filled and not recused. */
  readonly counted: number;
};

/** Who has approved, rejected, stepped back or may still decide, under each rule of an act. */
export type ActTally = { readonly outcome: Outcome; readonly rules: readonly RuleTally[] };

/** The tally of an act by the charter it was proposed under, as seats and conflicts now stand. */
export function tallyOf(state: GovernanceState, record: ActRecord): ActTally {
  const view = viewOf(state, record);
  const voices = decisionVoices(view);
  const rules = seatRulesIn(approvalRuleOf(view)).map((rule): RuleTally => {
    const { outcome, places, required } = judgeSeatRule(view, voices, rule);
    const count = (...standings: readonly Place["standing"][]): number =>
      places.filter(({ standing }) => standings.includes(standing)).length;
    return {
      ...{ rule, outcome, places },
      ...(required === undefined ? {} : { required }),
      approving: count("approving"),
      counted: count("approving", "rejecting", "silent"),
    };
  });
  return { outcome: evaluateView(view), rules };
}
