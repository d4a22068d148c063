import { ok } from "../../base/result.ts";
import { rejection } from "../../governance/rejection.ts";
import { recordedStatement, statementsOf } from "../../ledger/bank-record.ts";
import { findCurrency } from "../../money/currency.ts";
import { defineAct } from "../act-definition.ts";
import { bankStatementSchema, statementOfBody } from "../bodies/bank.ts";

/**
 * What the bank says of an account, never refused for it: an opening balance that is not the last
 * closing one is on record with the gap (LG24). It posts nothing: matching is derived (LG19).
 */
export const bankStatement = defineAct({
  type: "bank.statement",
  nature: "fact",
  schema: bankStatementSchema,
  check(state, { body, clause }) {
    const { vehicle, currency, statement } = body;
    if (!state.charter.vehicles.some(({ id }) => id === vehicle)) {
      return rejection("vehicle_unknown", clause, { actual: vehicle });
    }
    if (!findCurrency(currency).ok) {
      return rejection("currency_unknown", clause, { actual: currency });
    }
    // Sent twice it would count twice, and the fact that names it stands already.
    return statementsOf(state.bank, body).some(({ id }) => id === statement)
      ? rejection("statement_already_recorded", clause, { actual: statement })
      : undefined;
  },
  effects(state, { id, body }) {
    const statement = recordedStatement(state.bank, body, statementOfBody(body), id);
    return ok([{ kind: "bankStatementRecorded", statement }]);
  },
});
