import { ok } from "../../base/result.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { indexOf } from "../../governance/charter-index.ts";
import { officerHasInterest } from "../../governance/interest.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import {
  certificateWithdrawSchema,
  milestoneCertifySchema,
  type MilestoneCertifyBody,
} from "../bodies/investments.ts";
import type { FundState } from "../state.ts";
import { checkCurrency, companiesOf } from "./investment-parts.ts";

/**
 * A certificate stands between cost and cash, so its giver must be an engineer without an interest
 * in the investment. It is no fact that others could not state: another engineer can.
 */
function checkEngineer(
  state: FundState,
  { body, act, clause }: ActInHand<MilestoneCertifyBody>,
): Rejection | undefined {
  const index = indexOf(state.charter);
  const officer = state.officers.get(act.proposer)!;
  const { kind } = index.parties.get(officer.party)!;
  const concerns = companiesOf(state, body.investment);
  const hasInterest = officerHasInterest(state.conflicts, index, officer, concerns);
  if (kind === "engineer" && !hasInterest) return undefined;
  return rejection("certifier_not_independent", clause, {
    actual: officer.party,
    required: "engineer",
  });
}

/** An independent engineer certifies that a milestone is reached, for all or a part of it. */
export const milestoneCertify = defineAct({
  type: "milestone.certify",
  nature: "fact",
  schema: milestoneCertifySchema,
  check(state, inHand) {
    const { body, act, clause } = inHand;
    const refusal = checkCurrency(state, body, clause) ?? checkEngineer(state, inHand);
    if (refusal !== undefined) return refusal;
    const { milestones } = state.investments.get(body.investment)!;
    if (!milestones.some(({ id }) => id === body.milestone)) {
      return rejection("milestone_unknown", clause, { actual: body.milestone });
    }
    if (act.evidence.length > 0) return undefined;
    return rejection("certificate_without_evidence", clause, { milestone: body.milestone });
  },
  effects(state, { id: actId, body, act }) {
    const by = state.officers.get(act.proposer)!.party;
    const { milestone, amount: minor, reachedOn } = body;
    const certificate = { actId, by, minor, reachedOn };
    return ok([{ kind: "milestoneCertified", id: body.investment, milestone, certificate }]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** A certificate is taken back, by the party that gave it: it no longer counts. */
export const certificateWithdraw = defineAct({
  type: "certificate.withdraw",
  nature: "fact",
  schema: certificateWithdrawSchema,
  check(state, { body, act, clause }) {
    const investment = state.investments.get(body.investment);
    if (investment === undefined) {
      return rejection("investment_unknown", clause, { actual: body.investment });
    }
    const certificate = investment.milestones
      .flatMap(({ certificates }) => certificates)
      .find(({ actId }) => actId === body.certificate);
    if (certificate === undefined || certificate.withdrawnOn !== undefined) {
      return rejection("certificate_unknown", clause, { actual: body.certificate });
    }
    const party = state.officers.get(act.proposer)!.party;
    if (party === certificate.by) return undefined;
    return rejection("certificate_of_other", clause, { actual: party, required: certificate.by });
  },
  effects: (_state, { body, effectiveDate: on }) =>
    ok([{ kind: "certificateWithdrawn", id: body.investment, certificate: body.certificate, on }]),
  concerns: (state, { investment }) => companiesOf(state, investment),
});
