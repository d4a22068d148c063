import { assert } from "../base/assert.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Json } from "../base/canonical.ts";
import type { Context } from "./act-definition.ts";
import { approvalRuleOf, barOf, viewOf, type ActView } from "./act-view.ts";
import { hasSilentPlace, seatRulesIn } from "./approval.ts";
import { consultedPlaces, hasConsulted } from "./consultation.ts";
import type { GovernanceEvent } from "./events.ts";
import { recordAfter, type ActEvent } from "./evolve.ts";
import { hasObjected, objectingPlaces } from "./objection.ts";
import { isEligible } from "./place.ts";
import { rejection, type Rejection } from "./rejection.ts";
import { withSettlement } from "./settlement.ts";
import type { GovernanceState, Officer } from "./state.ts";
import type { Approval, ConsultationResponse, Objection, Recusal } from "./statement.ts";
import { hasRunOut, windowEnd } from "./window.ts";

type Decided = Result<readonly GovernanceEvent[], Rejection>;

/** The act and the officer of a statement about an act. */
type Hearing = { readonly view: ActView; readonly officer: Officer };

function refuse(
  code: string,
  clause: string,
  facts: { readonly [fact: string]: Json },
): Result<never, Rejection> {
  return err(rejection(code, clause, facts));
}

/** The act that a statement is about, if there is one, and its officer, who has signed it. */
function hear(
  state: GovernanceState,
  { actId, officer: id }: { readonly actId: string; readonly officer: string },
): Result<Hearing, Rejection> {
  const record = state.acts.get(actId);
  if (record === undefined) return refuse("act_unknown", "G17", { actual: actId });
  const officer = state.officers.get(id);
  assert(officer !== undefined, "the officer has been authenticated");
  return ok({ view: viewOf(state, record), officer });
}

function alreadyRecorded(entry: number): Result<never, Rejection> {
  return refuse("already_recorded", "R5", { entry });
}

/** Refuses what comes after the act was executed or has ended. */
function checkOpen({ record }: ActView): Rejection | undefined {
  const status = record.executed === undefined ? record.ended?.status : "executed";
  if (status === undefined) return undefined;
  return rejection("act_not_open", "G15", { act: record.id, actual: status });
}

/** All seats that an officer holds, of which a rule counts those that it names. */
function seatsHeldBy({ state, index }: ActView, officer: Officer): readonly string[] {
  return (index.seatsOfParty.get(officer.party) ?? [])
    .map(({ id }) => id)
    .filter((id) => state.seats.get(id) === officer.id);
}

/** What an approval says of itself: in time, of these bounds, by one who saw the act (G13). */
function checkSighted(
  { record }: ActView,
  approval: Approval,
  context: Context,
): Rejection | undefined {
  if (context.recordedAt > approval.notAfter) {
    const facts = { actual: context.recordedAt, required: approval.notAfter };
    return rejection("approval_expired", "G13", facts);
  }
  if (approval.boundsDigest !== record.boundsDigest) {
    const facts = { actual: approval.boundsDigest, required: record.boundsDigest };
    return rejection("bounds_digest_mismatch", "G13", facts);
  }
  if (approval.logSize <= record.entry || approval.logSize > context.index) {
    const facts = { actual: approval.logSize, least: record.entry + 1, most: context.index };
    return rejection("log_size_implausible", "G13", facts);
  }
  return undefined;
}

/** Whether the officer may decide now, and has a seat to decide with (G14, G15, G16, G23). */
function checkVoice({ view, officer }: Hearing): Rejection | undefined {
  const { record, rule, proposerParty } = view;
  const { clause } = rule;
  if (record.consultedOn === undefined) {
    return rejection("consultation_open", clause, { act: record.id });
  }
  const bar = barOf(view, officer, true);
  if (bar === "maker") {
    const facts = { officer: officer.id, party: proposerParty };
    return rejection("maker_may_not_check", clause, facts);
  }
  if (bar !== undefined) {
    return rejection("seat_recused", clause, { officer: officer.id, cause: bar });
  }
  if (hasSilentPlace(view, officer.id)) return undefined;
  return rejection("no_seat_for_this_act", clause, {
    officer: officer.id,
    seats: seatsHeldBy(view, officer),
  });
}

/** An officer approves or rejects an act (G12 to G16). */
export function decideApproval(
  state: GovernanceState,
  approval: Approval,
  context: Context,
): Decided {
  const heard = hear(state, approval);
  if (!heard.ok) return heard;
  const { view, officer } = heard.value;
  const { record } = view;
  const earlier = record.decisions.find((decision) => decision.officer === officer.id);
  if (earlier?.decision === approval.decision) return alreadyRecorded(earlier.entry);
  if (earlier !== undefined) {
    return refuse("already_decided", "G12", {
      officer: officer.id,
      actual: approval.decision,
      required: earlier.decision,
      entry: earlier.entry,
    });
  }
  const refused =
    checkOpen(view) ?? checkSighted(view, approval, context) ?? checkVoice(heard.value);
  if (refused !== undefined) return err(refused);
  const { actId: id, decision, evidence } = approval;
  return withSettlement(view, {
    kind: "decisionRecorded",
    id,
    decision: {
      officer: officer.id,
      decision,
      seats: seatsHeldBy(view, officer),
      on: state.today,
      withEvidence: evidence.length > 0,
      entry: context.index,
    },
  });
}

/**
 * An officer steps back from an act, and with him every seat that he holds (G20, G23). Whoever
 * holds a seat may, for it may come to count only later, as an alternate's does.
 */
export function decideRecusal(state: GovernanceState, recusal: Recusal, context: Context): Decided {
  const heard = hear(state, recusal);
  if (!heard.ok) return heard;
  const { view, officer } = heard.value;
  const { record, rule } = view;
  const earlier = record.recusals.find((other) => other.officer === officer.id);
  if (earlier !== undefined) return alreadyRecorded(earlier.entry);
  const decided = record.decisions.find((decision) => decision.officer === officer.id);
  if (decided !== undefined) {
    return refuse("already_decided", "G23", {
      officer: officer.id,
      actual: "recusal",
      required: decided.decision,
      entry: decided.entry,
    });
  }
  const ended = checkOpen(view);
  if (ended !== undefined) return err(ended);
  if (seatsHeldBy(view, officer).length === 0) {
    return refuse("no_seat_for_this_act", rule.clause, { officer: officer.id, seats: [] });
  }
  return withSettlement(view, {
    kind: "recusalRecorded",
    id: record.id,
    recusal: { officer: officer.id, reason: recusal.reason, entry: context.index },
  });
}

/** Whether the body may still be answered for by the officer (G42). */
function checkAnswer({ view, officer }: Hearing, body: string): Rejection | undefined {
  const { record, rule } = view;
  const consultation = rule.consult?.find((consulted) => consulted.body === body);
  if (consultation === undefined) {
    const required = (rule.consult ?? []).map((consulted) => consulted.body);
    return rejection("body_not_consulted", rule.clause, { actual: body, required });
  }
  if (record.consultedOn !== undefined || hasConsulted(view, consultation)) {
    return rejection("consultation_closed", rule.clause, { act: record.id, body });
  }
  const bar = barOf(view, officer, false);
  if (bar !== undefined) {
    return rejection("seat_recused", rule.clause, { officer: officer.id, cause: bar });
  }
  const places = consultedPlaces(view, body).filter((place) => place.officer === officer.id);
  if (places.some(({ standing }) => standing === "silent")) return undefined;
  const seats = seatsHeldBy(view, officer);
  return rejection("no_seat_for_this_act", rule.clause, { officer: officer.id, seats });
}

/** An officer answers for his seats in a body that is consulted (G42). */
export function decideConsultation(
  state: GovernanceState,
  response: ConsultationResponse,
  context: Context,
): Decided {
  const heard = hear(state, response);
  if (!heard.ok) return heard;
  const { view, officer } = heard.value;
  const { body, opinion } = response;
  const earlier = view.record.consultations.find(
    (answer) => answer.officer === officer.id && answer.body === body,
  );
  if (earlier?.opinion === opinion) return alreadyRecorded(earlier.entry);
  if (earlier !== undefined) {
    return refuse("already_answered", "G42", {
      officer: officer.id,
      actual: opinion,
      required: earlier.opinion,
      entry: earlier.entry,
    });
  }
  const refused = checkOpen(view) ?? checkAnswer(heard.value, body);
  if (refused !== undefined) return err(refused);
  const seats = seatsHeldBy(view, officer);
  return withSettlement(view, {
    kind: "consultationRecorded",
    id: view.record.id,
    consultation: {
      officer: officer.id,
      body,
      opinion,
      seats,
      on: state.today,
      entry: context.index,
    },
  });
}

/** Whether the rule lets the party veto: it is named, and the act is not owed (G50, G51). */
function checkVeto({ rule }: ActView, party: string): Rejection | undefined {
  if (rule.carvedOut === true) return rejection("carved_out", rule.clause, { party });
  const required = rule.veto?.by ?? [];
  if (required.includes(party)) return undefined;
  return rejection("no_veto_right", rule.clause, { actual: party, required });
}

/** Whether the rule lets the party object now: during approval (G36) or after it (G50). */
function checkObjection(view: ActView, party: string): Rejection | undefined {
  const { rule, record, charter, state } = view;
  const { clause } = rule;
  const during = seatRulesIn(approvalRuleOf(view)).flatMap((part) =>
    "noObjection" in part && part.noObjection.by.includes(party) ? [part.noObjection.window] : [],
  );
  const after = rule.objection?.by.includes(party) === true ? [rule.objection.window] : [];
  const isApproved = record.approvedOn !== undefined;
  if (isApproved && after.length > 0 && rule.carvedOut === true) {
    return rejection("carved_out", clause, { party });
  }
  if (during.length + after.length === 0) {
    return rejection("no_objection_right", clause, {
      actual: party,
      required: rule.objection?.by ?? [],
    });
  }
  const from = isApproved ? record.approvedOn : record.consultedOn;
  const windows = isApproved ? after : during;
  const isOpen =
    from !== undefined &&
    windows.some((length) => !hasRunOut(charter, { from, length }, state.today));
  if (isOpen) return undefined;
  const ends = windows.flatMap((length) => {
    const end = from === undefined ? undefined : windowEnd(charter, from, length);
    return end?.ok === true ? [end.value] : [];
  });
  return rejection("objection_window_closed", clause, { actual: state.today, ends });
}

/** Whether the officer speaks for the party, through one of its own seats (G3). */
function checkPartySeat(
  { view, officer }: Hearing,
  power: Objection["power"],
): Rejection | undefined {
  const { clause } = view.rule;
  const bar = barOf(view, officer, false);
  if (bar !== undefined) {
    return rejection("seat_recused", clause, { officer: officer.id, cause: bar });
  }
  const places = objectingPlaces(view, officer.party, power);
  if (places.some((place) => place.officer === officer.id && isEligible(place))) return undefined;
  const seats = seatsHeldBy(view, officer);
  return rejection("no_seat_for_this_act", clause, { officer: officer.id, seats });
}

/** An officer objects to an act or vetoes it, for his party (G36, G50, G51). */
export function decideObjection(
  state: GovernanceState,
  objection: Objection,
  context: Context,
): Decided {
  const heard = hear(state, objection);
  if (!heard.ok) return heard;
  const { view, officer } = heard.value;
  const { record } = view;
  const { power, reason } = objection;
  const earlier = record.objections.find(
    (other) => other.officer === officer.id && other.power === power,
  );
  if (earlier !== undefined) return alreadyRecorded(earlier.entry);
  const { party } = officer;
  const refused =
    checkOpen(view) ??
    (power === "veto" ? checkVeto(view, party) : checkObjection(view, party)) ??
    checkPartySeat(heard.value, power);
  if (refused !== undefined) return err(refused);
  const event: ActEvent = {
    kind: "objectionRecorded",
    id: record.id,
    objection: {
      officer: officer.id,
      party,
      power,
      reason,
      seats: seatsHeldBy(view, officer),
      on: state.today,
      entry: context.index,
    },
  };
  // During approval an objection counts against the rule; a veto, or an objection after approval,
  // ends the act as soon as the party has spoken.
  if (power === "objection" && record.approvedOn === undefined) return withSettlement(view, event);
  const stopped = hasObjected(viewOf(state, recordAfter(record, event)), party, power);
  const ended: ActEvent = {
    kind: "actEnded",
    id: record.id,
    status: "vetoed",
    on: state.today,
  };
  return ok(stopped ? [event, ended] : [event]);
}
