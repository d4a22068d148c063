import type { ApprovalRule } from "../charter/charter.ts";
import { approvalRuleOf, viewOf } from "../governance/act-view.ts";
import {
  evaluateView,
  judgeSeatRule,
  partsOf,
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

/** A rule of seats, or several rules of which so many must be met. */
export type TallyNode =
  | RuleTally
  | { readonly needed: number; readonly parts: readonly TallyNode[] };

/** Who has approved, rejected, stepped back or may still decide, under each rule of an act. */
export type ActTally = {
  readonly outcome: Outcome;
  readonly root: TallyNode;
  /** Every rule of seats, from left to right. */
  readonly rules: readonly RuleTally[];
};

/** The tally of an act by the charter it was proposed under, as seats and conflicts now stand. */
export function tallyOf(state: GovernanceState, record: ActRecord): ActTally {
  const view = viewOf(state, record);
  const voices = decisionVoices(view);
  const ofSeats = (rule: SeatRule): RuleTally => {
    const { outcome, places, required } = judgeSeatRule(view, voices, rule);
    const count = (...standings: readonly Place["standing"][]): number =>
      places.filter(({ standing }) => standings.includes(standing)).length;
    return {
      ...{ rule, outcome, places },
      ...(required === undefined ? {} : { required }),
      approving: count("approving"),
      counted: count("approving", "rejecting", "silent"),
    };
  };
  const nodeOf = (rule: ApprovalRule): TallyNode => {
    const compound = partsOf(rule);
    if (compound === undefined) return ofSeats(rule as SeatRule);
    return { needed: compound.needed, parts: compound.parts.map(nodeOf) };
  };
  const root = nodeOf(approvalRuleOf(view));
  return { outcome: evaluateView(view), root, rules: leavesOf(root) };
}

function leavesOf(node: TallyNode): readonly RuleTally[] {
  return "parts" in node ? node.parts.flatMap(leavesOf) : [node];
}
