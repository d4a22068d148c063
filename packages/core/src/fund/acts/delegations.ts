import { ok } from "../../base/result.ts";
import { isDelegated, type Delegation } from "../../governance/delegation.ts";
import { rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import { delegationRevokeSchema, delegationSetSchema } from "../bodies/delegations.ts";
import { partyKind } from "../terms.ts";

/**
 * What is never delegated: the charter, keys and seats, freezes, the ends of disputes, deadlocks
 * and the fund, and delegation itself (DG3).
 */
const NEVER_DELEGATED = [
  ...["charter.", "key.", "appointment.", "emergency.", "delegation."],
  ...["dispute.", "deadlock.", "winddown.", "exit.", "interest.", "sideletter."],
];

/** `delegation.set`: a party may approve acts of some types alone, up to an amount and a day. */
export const delegationSet = defineAct({
  type: "delegation.set",
  nature: "decision",
  schema: delegationSetSchema,
  check(state, { body, clause }) {
    if (partyKind(state.charter, body.to) === undefined) {
      return rejection("delegate_unknown", clause, { actual: body.to });
    }
    for (const type of body.actTypes) {
      const rule = state.charter.acts[type];
      const isDecision = rule?.nature === "decision";
      const never = NEVER_DELEGATED.some((prefix) => type.startsWith(prefix));
      if (!isDecision || never) return rejection("act_not_delegable", clause, { actual: type });
    }
    if (body.until >= state.today) return undefined;
    return rejection("delegation_over", clause, { actual: body.until, required: state.today });
  },
  effects(state, { id, body }) {
    const { to, actTypes, currency, amount, until } = body;
    const most = { currency, minor: amount };
    const delegation: Delegation = { id, to, actTypes, most, from: state.today, until };
    return ok([{ kind: "delegationSet", delegation }]);
  },
  concerns: (_state, { to }) => [to],
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** `delegation.revoke`: ends it before its last day (DG4). */
export const delegationRevoke = defineAct({
  type: "delegation.revoke",
  nature: "decision",
  schema: delegationRevokeSchema,
  check(state, { body, clause }) {
    const delegation = state.delegations.find(({ id }) => id === body.delegation);
    if (delegation === undefined) {
      return rejection("delegation_unknown", clause, { actual: body.delegation });
    }
    if (isDelegated(delegation, state.today)) return undefined;
    const actual = delegation.revokedOn ?? delegation.until;
    return rejection("delegation_over", clause, { actual, required: state.today });
  },
  effects: (state, { body }) =>
    ok([{ kind: "delegationRevoked", id: body.delegation, on: state.today }]),
});
