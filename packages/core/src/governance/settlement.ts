import { err, ok, type Result } from "../base/result.ts";
import type { Days } from "../charter/charter.ts";
import { approvalRuleOf, viewOf, type ActView } from "./act-view.ts";
import { evaluateView, seatRulesIn } from "./approval.ts";
import { isConsulted } from "./consultation.ts";
import type { GovernanceEvent } from "./events.ts";
import { recordAfter, type ActEvent } from "./evolve.ts";
import type { Rejection } from "./rejection.ts";
import type { ActRecord, GovernanceState } from "./state.ts";
import { windowEnd } from "./window.ts";

/**
 * What follows for an act from all that has been said of it so far: its consultation ends, its rule
 * is met (approved) or can never be met (refused). Nothing, if none of this is new.
 */
export function settle(state: GovernanceState, record: ActRecord): readonly ActEvent[] {
  const isDecided = record.approvedOn !== undefined || record.executed !== undefined;
  if (isDecided || record.ended !== undefined) return [];
  const { id } = record;
  const on = state.today;
  const events: ActEvent[] = [];
  let view = viewOf(state, record);
  if (record.consultedOn === undefined && isConsulted(view)) {
    const ended: ActEvent = { kind: "consultationEnded", id, on };
    events.push(ended);
    view = viewOf(state, recordAfter(record, ended));
  }
  const outcome = evaluateView(view);
  if (outcome === "impossible") events.push({ kind: "actEnded", id, status: "refused", on });
  if (outcome === "met" && view.record.consultedOn !== undefined) {
    events.push({ kind: "actApproved", id, on });
  }
  return events;
}

/** The windows that open when an act is approved: it stands still until they have run out (G40). */
export function standingWindows({ rule }: ActView): readonly Days[] {
  const windows: Days[] = [];
  if (rule.timelock !== undefined) windows.push(rule.timelock);
  if (rule.objection !== undefined) windows.push(rule.objection.window);
  return windows;
}

/** The windows that open when consultation ends. */
export function noObjectionWindows(view: ActView): readonly Days[] {
  return seatRulesIn(approvalRuleOf(view)).flatMap((rule) =>
    "noObjection" in rule ? [rule.noObjection.window] : [],
  );
}

/** A statement must not open a window whose end no calendar knows (G41). */
function checkWindows(view: ActView, events: readonly GovernanceEvent[]): Rejection | undefined {
  const opened = events.flatMap(({ kind }) => {
    if (kind === "actApproved") return standingWindows(view);
    return kind === "consultationEnded" ? noObjectionWindows(view) : [];
  });
  for (const window of opened) {
    const end = windowEnd(view.charter, view.state.today, window);
    if (!end.ok) return end.error;
  }
  return undefined;
}

/** The event of a statement on an act, with everything that follows from it. */
export function withSettlement(
  view: ActView,
  event: ActEvent,
): Result<readonly GovernanceEvent[], Rejection> {
  const { state, record } = view;
  const followed = settle(state, recordAfter(record, event));
  const beyond = checkWindows(view, followed);
  return beyond === undefined ? ok([event, ...followed]) : err(beyond);
}
