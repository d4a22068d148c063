import { ok } from "../../base/result.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Payment } from "../../ledger/payment.ts";
import { openDisputes } from "../../oversight/disputes.ts";
import type { Claim } from "../../oversight/claims.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import {
  claimFileSchema,
  claimSettleSchema,
  eventRecordSchema,
  type ClaimSettleBody,
} from "../bodies/disputes.ts";
import type { FundEvent } from "../effects.ts";
import { vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";

/** The party for which an act's proposer signs. */
export function proposerParty(state: FundState, { act }: ActInHand<unknown>): string {
  return state.officers.get(act.proposer)?.party ?? "";
}

export const isVehicle = ({ charter }: FundState, id: string): boolean =>
  charter.vehicles.some((vehicle) => vehicle.id === id);

const isParty = ({ charter }: FundState, id: string): boolean =>
  charter.parties.some((party) => party.id === id);

/** Whoever is claimed against is a party or vehicle of the charter, and not the claimant. */
export function checkRespondent(
  state: FundState,
  inHand: ActInHand<{ readonly against: string }>,
): Rejection | undefined {
  const { against } = inHand.body;
  const claimant = proposerParty(state, inHand);
  if (against !== claimant && (isParty(state, against) || isVehicle(state, against))) {
    return undefined;
  }
  return rejection("respondent_unknown", inHand.clause, { actual: against, claimant });
}

/** The vehicle in whose book a matter between a party and another stands. */
export function bookOf(state: FundState, against: string): string {
  return isVehicle(state, against) ? against : state.charter.capital.vehicle;
}

/** A book is kept in its own currency, and so is what is claimed of it. */
export function checkCurrency(
  state: FundState,
  of: { readonly vehicle: string; readonly currency: string; readonly clause: string },
): Rejection | undefined {
  const required = vehicleOf(state.charter, of.vehicle).currency;
  if (of.currency === required) return undefined;
  return rejection("wrong_currency", of.clause, { actual: of.currency, required });
}

/** `event.record`: a fact from outside. It books nothing; a claim may follow from it (OV3). */
export const eventRecord = defineAct({
  type: "event.record",
  nature: "fact",
  schema: eventRecordSchema,
  check: () => undefined,
  effects: (_state, { id, body, effectiveDate }) =>
    ok([{ kind: "externalEventRecorded", external: { id, ...body, on: effectiveDate } }]),
  concerns: (_state, { affected }) => affected,
});

/** `claim.file`: a party asks for compensation; the books remember it as a memorandum (OV4). */
export const claimFile = defineAct({
  type: "claim.file",
  nature: "fact",
  schema: claimFileSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const refusal = checkRespondent(state, inHand);
    if (refusal !== undefined) return refusal;
    if (body.event !== undefined && !state.oversight.externals.has(body.event)) {
      return rejection("external_event_unknown", clause, { actual: body.event });
    }
    const { currency } = body;
    return checkCurrency(state, { vehicle: bookOf(state, body.against), currency, clause });
  },
  effects(state, inHand) {
    const { id, body, effectiveDate } = inHand;
    const { amount, ...said } = body;
    const vehicle = bookOf(state, body.against);
    const claimant = proposerParty(state, inHand);
    const claim: Claim = { ...said, id, claimant, vehicle, minor: amount, filedOn: effectiveDate };
    return ok([{ kind: "claimFiled", claim }, posted(inHand, 1, vehicle, memorandum(claim, 1n))]);
  },
  concerns: (_state, { against }) => [against],
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** The memorandum of a claim, in (1) or out again (-1). */
function memorandum({ claimant, currency, minor }: Claim, sign: 1n | -1n) {
  const of = { debit: ACCOUNTS.claims, credit: ACCOUNTS.claimsContra };
  return moved({ ...of, subject: claimant, currency, minor: sign * minor });
}

/** A claim that nothing has come of yet, or why it cannot be dealt with. */
export function checkClaim(state: FundState, id: string, clause: string): Rejection | undefined {
  const claim = state.oversight.claims.get(id);
  if (claim === undefined) return rejection("claim_unknown", clause, { actual: id });
  if (claim.settled === undefined) return undefined;
  return rejection("claim_settled", clause, { actual: id, on: claim.settled.on });
}

function checkSettlement(
  state: FundState,
  { body, clause }: ActInHand<ClaimSettleBody>,
): Rejection | undefined {
  const refusal = checkClaim(state, body.claim, clause);
  if (refusal !== undefined) return refusal;
  const claim = state.oversight.claims.get(body.claim)!;
  const dispute = openDisputes(state.oversight.disputes).find((each) => each.claim === claim.id);
  if (dispute !== undefined) {
    return rejection("claim_in_dispute", clause, { actual: claim.id, dispute: dispute.id });
  }
  if (body.sum === undefined) return undefined;
  const { currency, amount } = body.sum;
  if (currency !== claim.currency) {
    return rejection("wrong_currency", clause, { actual: currency, required: claim.currency });
  }
  if (amount <= claim.minor) return undefined;
  const required = claim.minor.toString();
  return rejection("sum_beyond_claim", clause, { actual: amount.toString(), required, currency });
}

/**
 * `claim.settle`: the sides agree what comes of a claim (OV5). What a vehicle owes by it is paid
 * like anything else that it owes; what a party owes it pays in, which the custodian reports.
 */
export const claimSettle = defineAct({
  type: "claim.settle",
  nature: "decision",
  schema: claimSettleSchema,
  check: checkSettlement,
  effects(state, inHand, context) {
    const { body } = inHand;
    const claim = state.oversight.claims.get(body.claim)!;
    const minor = body.sum?.amount ?? 0n;
    const owing = { ...claim, minor, mandatory: false, n: 2 };
    const owed = owedTo(state, owing, inHand, context);
    return ok([...closed(claim, inHand, minor), ...owed]);
  },
  concerns: (state, { claim }) => concernsOfClaim(state, claim),
  amount: (_state, { sum }) =>
    sum === undefined ? undefined : { currency: sum.currency, minor: sum.amount },
});

const concernsOfClaim = (state: FundState, id: string): readonly string[] => {
  const claim = state.oversight.claims.get(id);
  return claim === undefined ? [] : [claim.claimant, claim.against];
};

/** A claim comes to its end, and its memorandum leaves the book. */
export function closed(
  claim: Claim,
  inHand: ActInHand<unknown>,
  minor: bigint,
): readonly FundEvent[] {
  return [
    { kind: "claimSettled", id: claim.id, on: inHand.effectiveDate, minor },
    posted(inHand, 1, claim.vehicle, memorandum(claim, -1n)),
  ];
}

/** What a vehicle owes by a settlement or award becomes a debt and a payment; nothing otherwise. */
export function owedTo(
  state: FundState,
  of: {
    readonly claimant: string;
    readonly against: string;
    readonly currency: string;
    readonly minor: bigint;
    readonly mandatory: boolean;
    /** Number of the journal entry that it takes. */
    readonly n: number;
  },
  inHand: ActInHand<unknown>,
  context: { readonly index: number; readonly recordedAt: string },
): readonly FundEvent[] {
  const { claimant, against: vehicle, currency, minor, mandatory, n } = of;
  if (minor === 0n || !isVehicle(state, vehicle)) return [];
  const liability = ACCOUNTS.awardsPayable;
  const debit = ACCOUNTS.expenses;
  const payment: Payment = {
    id: `${inHand.id}/${n}`,
    ...{ vehicle, payee: claimant, purpose: "award", currency, minor, liability, mandatory },
    subject: claimant,
    entry: context.index,
    instructedAt: context.recordedAt,
  };
  return [
    posted(inHand, n, vehicle, [
      { account: debit, subject: AWARDS, currency, minor },
      { account: liability, subject: claimant, currency, minor: -minor },
    ]),
    { kind: "paymentInstructed", payment },
  ];
}

/** Category of the expense that settlements and awards are. */
const AWARDS = "awards";
