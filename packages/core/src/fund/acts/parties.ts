import { ok } from "../../base/result.ts";
import { isOwing } from "../contribution.ts";
import { unfundedOf } from "../../capital/commitment.ts";
import { unitsOf } from "../../capital/state.ts";
import { isOpenTrueUp } from "../../capital/true-up.ts";
import { PARTY_GROUPS, type Party } from "../../charter/charter.ts";
import { checkOwnParty } from "../../governance/acts/governance-act.ts";
import { indexOf } from "../../governance/charter-index.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { ANY_OFFICER } from "../../governance/proposal.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import { partyAdmitSchema, partyWithdrawSchema, type PartyAdmitBody } from "../bodies/parties.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import { waitingPayments } from "../../ledger/payment.ts";

/** Names that stand for something else already: parties, groups of them, officers. */
function isTaken(state: FundState, name: string): boolean {
  return (
    name === ANY_OFFICER ||
    PARTY_GROUPS.has(name) ||
    indexOf(state.charter).parties.has(name) ||
    state.officers.has(name)
  );
}

function checkNames(
  state: FundState,
  { body, clause }: ActInHand<PartyAdmitBody>,
): Rejection | undefined {
  if (isTaken(state, body.party)) {
    return rejection("party_name_taken", clause, { actual: body.party });
  }
  const taken = body.seats.find((seat) => indexOf(state.charter).seats.has(seat));
  if (taken !== undefined) return rejection("seat_taken", clause, { actual: taken });
  if (body.threshold > body.seats.length) {
    const facts = { actual: body.threshold, required: body.seats.length };
    return rejection("threshold_beyond_seats", clause, facts);
  }
  for (const language of state.charter.languages) {
    if (Object.hasOwn(body.name, language) && Object.hasOwn(body.short, language)) continue;
    const actual = Object.keys(body.name);
    return rejection("text_missing_in_language", clause, { actual, required: language });
  }
  const years = Object.keys(state.charter.calendars.fiscal);
  if (body.fiscalYear !== undefined && !years.includes(body.fiscalYear)) {
    const facts = { actual: body.fiscalYear, required: years };
    return rejection("fiscal_year_unknown", clause, facts);
  }
  return undefined;
}

/**
 * `party.admit`: a partner, lender, distributor or adviser that nobody knew when the charter was
 * adopted becomes a party [CP60]. Its officers are enrolled by `key.enrol` from then on.
 */
export const partyAdmit = defineAct({
  type: "party.admit",
  nature: "decision",
  schema: partyAdmitSchema,
  check: checkNames,
  effects(_state, { body, clause }) {
    const { party: id, kind, name, short, threshold, currency, fiscalYear, affiliates } = body;
    const party: Party = {
      ...{ id, clause, kind, name, short, threshold },
      seats: body.seats.map((seat) => ({ id: seat, party: id })),
      ...(currency === undefined ? {} : { currency }),
      ...(fiscalYear === undefined ? {} : { fiscalYear }),
      ...(affiliates === undefined ? {} : { affiliates }),
    };
    return ok([{ kind: "scheduleExtended", party }]);
  },
  concerns: (_state, { party, affiliates = [] }) => [party, ...affiliates],
});

/** What keeps a party in the fund: units, a promise, a call or a true-up, or money owed to it. */
function tieOf({ charter, capital, payments }: FundState, party: string): string | undefined {
  if (charter.classes.some(({ id }) => unitsOf(capital, id, party) > 0n)) return "units";
  for (const commitment of capital.commitments.values()) {
    if (commitment.party === party && unfundedOf(commitment) > 0n) return "commitment";
  }
  for (const { items } of capital.calls.values()) {
    if (items.some((item) => item.party === party && isOwing(item))) return "call";
  }
  for (const trueUp of capital.trueUps.values()) {
    if (trueUp.party === party && isOpenTrueUp(trueUp)) return "trueUp";
  }
  for (const { payee } of waitingPayments(payments)) if (payee === party) return "payment";
  return undefined;
}

/**
 * `party.withdraw`: a party that was admitted leaves once it holds, promises and owes nothing. Its
 * keys sign nothing any more and it has no rights; its name stays in the schedules [CP61].
 */
export const partyWithdraw = defineAct({
  type: "party.withdraw",
  nature: "decision",
  schema: partyWithdrawSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const { parties, withdrawn } = state.schedules;
    if (!parties.some(({ id }) => id === body.party) || withdrawn.includes(body.party)) {
      return rejection("party_not_admitted", clause, { actual: body.party });
    }
    const tie = tieOf(state, body.party);
    if (tie !== undefined) {
      return rejection("party_not_settled", clause, { party: body.party, actual: tie });
    }
    return checkOwnParty(state, inHand, body.party);
  },
  effects(state, { body }) {
    const events: FundEvent[] = [{ kind: "partyWithdrawn", party: body.party }];
    for (const { id, party, key } of state.officers.values()) {
      if (party !== body.party || key === undefined) continue;
      events.push({ kind: "keyRevoked", officer: id, key });
    }
    for (const seat of indexOf(state.charter).seatsOfParty.get(body.party) ?? []) {
      if (state.seats.has(seat.id)) events.push({ kind: "seatVacated", seat: seat.id });
    }
    return ok(events);
  },
});
