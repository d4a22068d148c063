import type { Act } from "@jointfund/core/governance/statement.ts";
import { charterOfVersion } from "@jointfund/core/governance/act-view.ts";
import { asJson, partyOf, type RecordedEntry, type Row, type RowsByKind } from "./row.ts";

/** Acts, and what was said and decided of them. */
export const DECISION_ROWS: RowsByKind = {
  actProposed: ({ id, act, amount }, recorded) => [
    actRow({ id, act, kind: "proposal" }, recorded, amount),
  ],
  factRecorded: ({ id, act }, recorded) => {
    const kind = recorded.entry.statement.kind === "founding" ? "founding" : "fact";
    return [actRow({ id, act, kind }, recorded)];
  },
  decisionRecorded: ({ id, decision }, { after }) => {
    const { officer, decision: word, seats, on, withEvidence } = decision;
    const values = {
      ...{ act: id, officer, party: partyOf(after, officer), decision: word },
      ...{ seats: asJson(seats), with_evidence: withEvidence },
    };
    return [{ table: "decisions", on, values }];
  },
  objectionRecorded: ({ id, objection }) => {
    const { officer, party, power, reason, seats, on } = objection;
    const values = { act: id, officer, party, power, reason, seats: asJson(seats) };
    return [{ table: "objections", on, values }];
  },
  recusalRecorded: ({ id, recusal: { officer, reason } }, { after }) => {
    const values = { act: id, officer, party: partyOf(after, officer), reason };
    return [{ table: "recusals", on: after.today, values }];
  },
  consultationRecorded: ({ id, consultation: { officer, body, opinion, on } }, { entry }) => {
    const { statement } = entry;
    const opinionText = statement.kind === "consultation" ? statement.text : "";
    const values = { act: id, body, officer, opinion, opinion_text: opinionText };
    return [{ table: "consultations", on, values }];
  },
  consultationEnded: ({ id, on }) => [
    { table: "act_steps", on, values: { act: id, step: "consulted" } },
  ],
  actApproved: ({ id, on }) => [{ table: "act_steps", on, values: { act: id, step: "approved" } }],
  actExecuted: ({ id, on }) => [{ table: "act_steps", on, values: { act: id, step: "executed" } }],
  actEnded: ({ id, on, status, because }) => [
    { table: "act_steps", on, values: { act: id, step: status, because } },
  ],
};

function actRow(
  of: { readonly id: string; readonly act: Act; readonly kind: string },
  { after }: RecordedEntry,
  amount?: { readonly currency: string; readonly minor: bigint },
): Row {
  const { act } = of;
  const rule = charterOfVersion(after, act.charterVersion).acts[act.type];
  return {
    table: "acts",
    on: act.effectiveDate,
    values: {
      ...{ act: of.id, act_type: act.type, kind: of.kind, clause: rule?.clause ?? "" },
      ...{ proposer: act.proposer, party: partyOf(after, act.proposer) },
      ...{ basis: act.basis, reason: act.reason, charter_version: act.charterVersion },
      ...{ currency: amount?.currency, minor: amount?.minor },
      ...{ body: asJson(act.body), evidence: asJson(act.evidence) },
      idempotency_key: act.idempotencyKey,
    },
  };
}
