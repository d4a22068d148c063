import { ok } from "../../base/result.ts";
import { rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import {
  obligationFulfilSchema,
  obligationRecordSchema,
  pipelineApplySchema,
} from "../bodies/obligations.ts";
import { companiesOf } from "./investment-parts.ts";

/** Something other than money that a side owes the projects: kept in a register, never booked. */
export const obligationRecord = defineAct({
  type: "obligation.record",
  nature: "fact",
  schema: obligationRecordSchema,
  check(state, { body, clause }) {
    const { mandate, languages } = state.charter;
    if (state.registers.obligations.has(body.obligation)) {
      return rejection("obligation_exists", clause, { actual: body.obligation });
    }
    const terms = (mandate.obligations ?? []).filter(({ kind }) => kind === body.kind);
    if (!terms.some(({ owedBy }) => owedBy === body.owedBy)) {
      return rejection("obligation_not_in_charter", terms[0]?.clause ?? mandate.clause, {
        actual: body.owedBy,
        kind: body.kind,
        required: terms.map(({ owedBy }) => owedBy),
      });
    }
    if (body.investment !== undefined && !state.investments.has(body.investment)) {
      return rejection("investment_unknown", clause, { actual: body.investment });
    }
    if (languages.every((language) => body.text[language] !== undefined)) return undefined;
    return rejection("text_missing_in_language", clause, {
      actual: Object.keys(body.text),
      required: languages,
    });
  },
  effects(_state, { id: actId, body, effectiveDate: recordedOn }) {
    const { obligation: id, kind, owedBy, investment, text, due } = body;
    const obligation = {
      ...{ id, actId, kind, owedBy, text, recordedOn },
      ...(investment === undefined ? {} : { investment }),
      ...(due === undefined ? {} : { due }),
    };
    return ok([{ kind: "obligationRecorded", obligation }]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment ?? ""),
});

export const obligationFulfil = defineAct({
  type: "obligation.fulfil",
  nature: "fact",
  schema: obligationFulfilSchema,
  check(state, { body, clause }) {
    const obligation = state.registers.obligations.get(body.obligation);
    if (obligation === undefined) {
      return rejection("obligation_unknown", clause, { actual: body.obligation });
    }
    if (obligation.fulfilled === undefined) return undefined;
    return rejection("obligation_fulfilled_already", clause, {
      actual: body.obligation,
      by: obligation.fulfilled.actId,
    });
  },
  effects: (_state, { id: actId, body, effectiveDate: on }) =>
    ok([{ kind: "obligationFulfilled", id: body.obligation, actId, on }]),
  concerns: (state, { obligation }) =>
    companiesOf(state, state.registers.obligations.get(obligation)?.investment ?? ""),
});

/** Somebody has applied for money of the fund: who, for what, how much. It binds nobody. */
export const pipelineApply = defineAct({
  type: "pipeline.apply",
  nature: "fact",
  schema: pipelineApplySchema,
  check(state, { body, clause }) {
    if (!state.registers.applications.has(body.application)) return undefined;
    return rejection("application_exists", clause, { actual: body.application });
  },
  effects(_state, { id: actId, body, effectiveDate: receivedOn }) {
    const { application: id, applicant, name, sector, geography, currency, amount: minor } = body;
    const application = {
      ...{ id, actId, applicant, name, sector, geography, currency, minor, receivedOn },
    };
    return ok([{ kind: "applicationReceived", application }]);
  },
  concerns: (_state, { applicant }) => [applicant],
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
