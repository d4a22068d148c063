import { ok } from "../../base/result.ts";
import type { DisputeTerms } from "../../charter/oversight-terms.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { assert } from "../../base/assert.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf } from "../../ledger/journal.ts";
import { disputesDue, escrowOf, type Dispute } from "../../oversight/disputes.ts";
import { CASH_SUBJECT, defineAct, posted } from "../act-definition.ts";
import {
  disputeAwardSchema,
  disputeEscalateSchema,
  disputeEscrowSchema,
  disputeOpenSchema,
  type DisputeAwardBody,
  type DisputeEscrowBody,
  type DisputeOpenBody,
} from "../bodies/disputes.ts";
import { postedCount, type DueRule } from "../consequence-rule.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import {
  bookOf,
  checkClaim,
  checkCurrency,
  checkRespondent,
  closed,
  isVehicle,
  owedTo,
  proposerParty,
} from "./claims.ts";
import { waitingPayments } from "../../ledger/payment.ts";

function termsOf({ charter }: FundState): DisputeTerms {
  const terms = charter.oversight?.disputes;
  assert(terms !== undefined, "a charter with acts on disputes says how they are heard");
  return terms;
}

/** A dispute without an award, or why there is nothing to do on it. */
function checkOpen(state: FundState, id: string, clause: string): Rejection | undefined {
  const dispute = state.oversight.disputes.get(id);
  if (dispute === undefined) return rejection("dispute_unknown", clause, { actual: id });
  if (dispute.awarded === undefined) return undefined;
  return rejection("dispute_over", clause, { actual: id, on: dispute.awarded.on });
}

const disputeOf = (state: FundState, id: string): Dispute => {
  const dispute = state.oversight.disputes.get(id);
  assert(dispute !== undefined, `dispute ${id} was opened`);
  return dispute;
};

function checkSubject(
  state: FundState,
  { body, clause }: ActInHand<DisputeOpenBody>,
): Rejection | undefined {
  const { claim: claimId, act, sum } = body;
  if (act !== undefined && !state.acts.has(act) && !state.facts.has(act)) {
    return rejection("disputed_act_unknown", clause, { actual: act });
  }
  if (claimId !== undefined) {
    const refusal = checkClaim(state, claimId, clause);
    if (refusal !== undefined) return refusal;
    const claim = state.oversight.claims.get(claimId)!;
    if (claim.against !== body.against || (sum !== undefined && sum.amount > claim.minor)) {
      const said = (minor: bigint): string => `${claim.currency} ${minor}`;
      return rejection("dispute_not_as_claim", clause, {
        actual: `${body.against} ${said(sum?.amount ?? claim.minor)}`,
        required: `${claim.against} ${said(claim.minor)}`,
      });
    }
  }
  if (sum === undefined) return undefined;
  const vehicle = bookOf(state, body.against);
  return checkCurrency(state, { vehicle, currency: sum.currency, clause });
}

/** `dispute.open`: a party's right; the first stage of the ladder begins (OV10). */
export const disputeOpen = defineAct({
  type: "dispute.open",
  nature: "fact",
  schema: disputeOpenSchema,
  check(state, inHand) {
    const refusal = checkRespondent(state, inHand) ?? checkSubject(state, inHand);
    if (refusal !== undefined) return refusal;
    const { claim } = inHand.body;
    if (claim === undefined) return undefined;
    const claimant = state.oversight.claims.get(claim)!.claimant;
    const actual = proposerParty(state, inHand);
    if (claimant === actual) return undefined;
    return rejection("not_party_to_dispute", inHand.clause, { actual, required: [claimant] });
  },
  effects(state, inHand) {
    const { id, body } = inHand;
    const { sum: said, ...about } = body;
    const claim = body.claim === undefined ? undefined : state.oversight.claims.get(body.claim);
    const sum = said === undefined ? claim : { currency: said.currency, minor: said.amount };
    const dispute: Dispute = {
      ...{ id, ...about, claimant: proposerParty(state, inHand) },
      ...(sum === undefined ? {} : { sum: { currency: sum.currency, minor: sum.minor } }),
      ...{ openedOn: state.today, stage: 0, since: state.today, escrow: [] },
    };
    return ok([{ kind: "disputeOpened", dispute }]);
  },
  concerns: (_state, { against }) => [against],
});

/** `dispute.escalate`: a side of the dispute need not wait for a stage's time to run out (OV12). */
export const disputeEscalate = defineAct({
  type: "dispute.escalate",
  nature: "fact",
  schema: disputeEscalateSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const refusal = checkOpen(state, body.dispute, clause);
    if (refusal !== undefined) return refusal;
    const { claimant, against, stage } = disputeOf(state, body.dispute);
    const actual = proposerParty(state, inHand);
    // A vehicle speaks through its owners, so that any sovereign may escalate what is against it.
    const owners = isVehicle(state, against) ? ownersOf(state) : [against];
    if (actual !== claimant && !owners.includes(actual)) {
      const required = [claimant, ...owners];
      return rejection("not_party_to_dispute", clause, { actual, required });
    }
    const last = termsOf(state).ladder.length - 1;
    if (stage < last) return undefined;
    return rejection("last_stage_reached", clause, { actual: stage + 1, required: last + 1 });
  },
  effects(state, inHand) {
    const { id, stage } = disputeOf(state, inHand.body.dispute);
    const by = proposerParty(state, inHand);
    return ok([{ kind: "disputeMoved", id, stage: stage + 1, since: state.today, by }]);
  },
});

const ownersOf = ({ charter }: FundState): readonly string[] =>
  charter.parties.filter(({ kind }) => kind === "sovereign").map(({ id }) => id);

/**
 * Cash that nothing carved out has a claim on: what is instructed, promised to investments or due
 * as interest stays where it can be paid from (OV14). Minor units.
 */
export function freeCash(state: FundState, vehicle: string, currency: string): bigint {
  const balance = (account: string): bigint =>
    balanceOf(state.ledger, { vehicle, account, currency });
  let free = balance(ACCOUNTS.cash) - balance(ACCOUNTS.investmentCommitments);
  // A liability's balance is a credit.
  free += balance(ACCOUNTS.interestPayable);
  for (const payment of waitingPayments(state.payments)) {
    if (payment.vehicle === vehicle && payment.currency === currency) free -= payment.minor;
  }
  return free;
}

function checkEscrow(
  state: FundState,
  { body, clause }: ActInHand<DisputeEscrowBody>,
): Rejection | undefined {
  const refusal = checkOpen(state, body.dispute, clause);
  if (refusal !== undefined) return refusal;
  const { vehicle, currency, amount } = body;
  const terms = termsOf(state);
  if (!terms.escrow) return rejection("escrow_not_provided", terms.clause);
  if (!isVehicle(state, vehicle)) {
    return rejection("escrow_vehicle_unknown", clause, { actual: vehicle });
  }
  const dispute = disputeOf(state, body.dispute);
  const disputed = dispute.sum?.currency === currency ? dispute.sum.minor : 0n;
  const set = escrowOf(dispute, currency) + amount;
  if (set > disputed) {
    const facts = { actual: set.toString(), required: disputed.toString(), currency };
    return rejection("escrow_beyond_dispute", clause, facts);
  }
  const free = freeCash(state, vehicle, currency);
  if (amount <= free) return undefined;
  const facts = { actual: amount.toString(), required: free.toString(), currency };
  return rejection("escrow_beyond_free_cash", clause, facts);
}

/** `dispute.escrow`: disputed cash is set aside in the book; none leaves the vehicle (OV13). */
export const disputeEscrow = defineAct({
  type: "dispute.escrow",
  nature: "decision",
  schema: disputeEscrowSchema,
  check: checkEscrow,
  effects(_state, inHand) {
    const { dispute, vehicle, currency, amount: minor } = inHand.body;
    return ok([
      { kind: "escrowSet", id: dispute, escrow: { vehicle, currency, minor } },
      posted(inHand, 1, vehicle, escrowPostings(dispute, currency, minor)),
    ]);
  },
  concerns: (state, { dispute }) => sidesOf(state, dispute),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** Into escrow, or back to cash where the amount is negative. */
function escrowPostings(dispute: string, currency: string, minor: bigint) {
  return [
    { account: ACCOUNTS.escrowCash, subject: dispute, currency, minor },
    { account: ACCOUNTS.cash, subject: CASH_SUBJECT, currency, minor: -minor },
  ];
}

const sidesOf = (state: FundState, id: string): readonly string[] => {
  const dispute = state.oversight.disputes.get(id);
  return dispute === undefined ? [] : [dispute.claimant, dispute.against];
};

function checkAward(
  state: FundState,
  { body, clause }: ActInHand<DisputeAwardBody>,
): Rejection | undefined {
  const refusal = checkOpen(state, body.dispute, clause);
  if (refusal !== undefined || body.sum === undefined) return refusal;
  const dispute = disputeOf(state, body.dispute);
  const { currency, amount } = body.sum;
  if (dispute.sum?.currency === currency && amount <= dispute.sum.minor) return undefined;
  return rejection("award_beyond_dispute", clause, {
    actual: `${currency} ${amount}`,
    required: dispute.sum === undefined ? null : `${dispute.sum.currency} ${dispute.sum.minor}`,
  });
}

/**
 * `dispute.award`: the dispute is decided (OV15). What was set aside goes back to cash, and what a
 * vehicle owes by the award becomes a mandatory payment. A claim that it was over is settled by it.
 */
export const disputeAward = defineAct({
  type: "dispute.award",
  nature: "decision",
  schema: disputeAwardSchema,
  check: checkAward,
  effects(state, inHand, context) {
    const { body } = inHand;
    const { id, escrow, claim: claimId, claimant, against } = disputeOf(state, body.dispute);
    const minor = body.sum?.amount ?? 0n;
    const events: FundEvent[] = [{ kind: "disputeAwarded", id, on: inHand.effectiveDate, minor }];
    const claim = claimId === undefined ? undefined : state.oversight.claims.get(claimId);
    if (claim !== undefined) events.push(...closed(claim, inHand, minor));
    const currency = body.sum?.currency ?? "";
    const n = (): number => postedCount(events) + 1;
    const owed = { claimant, against, currency, minor, mandatory: true, n: n() };
    events.push(...owedTo(state, owed, inHand, context));
    for (const { vehicle, currency: held, minor: set } of escrow) {
      events.push(posted(inHand, n(), vehicle, escrowPostings(id, held, -set)));
    }
    return ok(events);
  },
  concerns: (state, { dispute }) => sidesOf(state, dispute),
  amount: (_state, { sum }) =>
    sum === undefined ? undefined : { currency: sum.currency, minor: sum.amount },
});

/** Stages whose time has run out give way to the next when a day opens (OV11). */
export const disputesOnDay: DueRule = ({ state, date }) =>
  disputesDue(state.charter, state.oversight.disputes, date);
