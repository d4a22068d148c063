import { assert } from "../../base/assert.ts";
import { ok } from "../../base/result.ts";
import type { AuditTerms } from "../../charter/oversight-terms.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { windowEnd } from "../../governance/window.ts";
import type { AuditFinding } from "../../oversight/audit.ts";
import { defineAct } from "../act-definition.ts";
import {
  auditAnswerSchema,
  auditCloseSchema,
  auditFindingSchema,
  auditOpinionSchema,
} from "../bodies/oversight.ts";
import type { FundState } from "../state.ts";
import { proposerParty } from "./claims.ts";

function termsOf({ charter }: FundState): AuditTerms {
  const terms = charter.oversight?.audit;
  assert(terms !== undefined, "a charter with acts of audit says how they are answered");
  return terms;
}

/** `audit.finding`: what the auditor found; those addressed have the charter's time to answer. */
export const auditFinding = defineAct({
  type: "audit.finding",
  nature: "fact",
  schema: auditFindingSchema,
  check(state, { body, clause }) {
    const known = new Set(state.charter.parties.map(({ id }) => id));
    const unknown = body.addressees.find((party) => !known.has(party));
    if (unknown !== undefined) {
      return rejection("addressee_unknown", clause, { actual: unknown });
    }
    const act = body.acts.find((id) => !state.acts.has(id) && !state.facts.has(id));
    return act === undefined
      ? undefined
      : rejection("audited_act_unknown", clause, { actual: act });
  },
  effects(state, { id, body }) {
    const dueBy = windowEnd(state.charter, state.today, termsOf(state).answerWithin);
    if (!dueBy.ok) return dueBy;
    const finding: AuditFinding = {
      ...{ id, ...body, foundOn: state.today, dueBy: dueBy.value, answers: [] },
    };
    return ok([{ kind: "findingMade", finding }]);
  },
});

/** A finding that is not closed, or why nothing can be said to it. */
function checkOpen(state: FundState, id: string, clause: string): Rejection | undefined {
  const finding = state.oversight.findings.get(id);
  if (finding === undefined) return rejection("finding_unknown", clause, { actual: id });
  if (finding.closedOn === undefined) return undefined;
  return rejection("finding_closed", clause, { actual: id, on: finding.closedOn });
}

/** `audit.answer`: a party addressed says what it has to say, in time or late (OV21). */
export const auditAnswer = defineAct({
  type: "audit.answer",
  nature: "fact",
  schema: auditAnswerSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const refusal = checkOpen(state, body.finding, clause);
    if (refusal !== undefined) return refusal;
    const { addressees } = state.oversight.findings.get(body.finding)!;
    const actual = proposerParty(state, inHand);
    if (addressees.includes(actual)) return undefined;
    return rejection("not_addressed", clause, { actual, required: addressees });
  },
  effects(state, inHand) {
    const { finding: id, text } = inHand.body;
    const answer = { party: proposerParty(state, inHand), text, on: state.today };
    return ok([{ kind: "findingAnswered", id, answer }]);
  },
});

/** `audit.close`: the auditor is satisfied. */
export const auditClose = defineAct({
  type: "audit.close",
  nature: "fact",
  schema: auditCloseSchema,
  check: (state, { body, clause }) => checkOpen(state, body.finding, clause),
  effects: (state, { body }) => ok([{ kind: "findingClosed", id: body.finding, on: state.today }]),
});

/** `audit.opinion`: the auditor's opinion on a period's statements (OV22). */
export const auditOpinion = defineAct({
  type: "audit.opinion",
  nature: "fact",
  schema: auditOpinionSchema,
  check(state, { body, clause }) {
    if (body.from <= body.to && body.to < state.today) return undefined;
    return rejection("audited_period_not_over", clause, { actual: body.to, required: state.today });
  },
  effects: (state, { id, body }) =>
    ok([{ kind: "opinionGiven", opinion: { id, ...body, on: state.today } }]),
});
