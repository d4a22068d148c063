import { assert } from "../../base/assert.ts";
import { Ratio } from "../../base/ratio.ts";
import { err, ok } from "../../base/result.ts";
import { holdersOf, MICRO_UNITS_PER_UNIT, unitsOf } from "../../capital/state.ts";
import type { UnitClass } from "../../charter/charter.ts";
import type { ExitTerms } from "../../charter/oversight-terms.ts";
import { lastStrike } from "../../dealing/nav-strike.ts";
import { bookOf } from "../../distributions/waterfall-book.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { stageOf } from "../../governance/deadlock.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { windowEnd } from "../../governance/window.ts";
import {
  isOnOffer,
  isSold,
  soldUnits,
  wasOfferedFirst,
  type ExitOffer,
} from "../../oversight/exits.ts";
import { defineAct } from "../act-definition.ts";
import {
  exitAcceptSchema,
  exitNoticeSchema,
  exitOfferSchema,
  exitSettleSchema,
  interestTransferSchema,
  type ExitOfferBody,
  type InterestTransferBody,
} from "../bodies/exits.ts";
import type { FundEvent } from "../effects.ts";
import { vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";
import { charterRatio, findClass, partyKind, perMajorUnit } from "../terms.ts";
import { waterfallScope } from "../waterfall/waterfall-scope.ts";
import { proposerParty } from "./claims.ts";

function termsOf({ charter }: FundState): ExitTerms {
  assert(charter.exit !== undefined, "a charter with acts on exits says how a side leaves");
  return charter.exit;
}

/** Units of a holder that it may part with today. */
const freeUnits = (state: FundState, unitClass: string, holder: string): bigint =>
  unitsOf(state.capital, unitClass, holder) -
  soldUnits(state.oversight, { unitClass, holder }, state.today);

/** `exit.notice`: a holder says that it wants to leave (EX1). */
export const exitNotice = defineAct({
  type: "exit.notice",
  nature: "fact",
  schema: exitNoticeSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const party = proposerParty(state, inHand);
    if (unitsOf(state.capital, body.class, party) === 0n) {
      return rejection("no_units_held", clause, { party, actual: body.class });
    }
    const notice = state.oversight.notices.get(`${body.class}/${party}`);
    if (notice === undefined) return undefined;
    return rejection("exit_notice_given", clause, { party, on: notice.givenOn });
  },
  effects(state, inHand) {
    const { today, charter } = state;
    const until = windowEnd(charter, today, termsOf(state).noticePeriod);
    if (!until.ok) return until;
    const party = proposerParty(state, inHand);
    const of = { party, unitClass: inHand.body.class, givenOn: today, until: until.value };
    return ok([{ kind: "exitNoticeGiven", notice: of }]);
  },
});

/** Whether units may go from one to another at all: enough of them, to whom the class is open. */
function checkUnits(
  state: FundState,
  of: { readonly unitClass: string; readonly from: string; readonly microUnits: bigint },
  buyers: readonly string[],
  clause: string,
): Rejection | undefined {
  const unitClass = findClass(state.charter, of.unitClass);
  if (unitClass === undefined) {
    return rejection("class_unknown", clause, { actual: of.unitClass });
  }
  const free = freeUnits(state, of.unitClass, of.from);
  if (of.microUnits > free) {
    return rejection("units_insufficient", clause, {
      actual: of.microUnits.toString(),
      required: free.toString(),
      party: of.from,
    });
  }
  for (const buyer of buyers) {
    const kind = partyKind(state.charter, buyer);
    const isEligible = unitClass.eligible.some((each) => each === kind);
    if (isEligible && buyer !== of.from) continue;
    return rejection("holder_not_eligible", unitClass.clause, { actual: buyer });
  }
  return checkWaterfall(state, unitClass, clause);
}

/** What a waterfall remembers of each party does not go with its units (EX6). */
function checkWaterfall(
  state: FundState,
  { vehicle }: UnitClass,
  clause: string,
): Rejection | undefined {
  const keeper = waterfallScope(state.charter, vehicle)?.keeper.id;
  if (keeper === undefined || bookOf(state.waterfalls, keeper).pools.size === 0) return undefined;
  return rejection("waterfall_keeps_parties", clause, { actual: keeper });
}

/** Why a seller may offer, or a buyer may call: a notice, or a deadlock at put and call (EX2). */
function hasGround(state: FundState, { class: unitClass, seller }: ExitOfferBody, by: string) {
  const notice = state.oversight.notices.get(`${unitClass}/${seller}`);
  if (notice !== undefined && (by !== seller || state.today > notice.until)) return true;
  for (const deadlock of state.deadlocks.values()) {
    if (deadlock.ended !== undefined) continue;
    if (stageOf(state.charter, deadlock)?.remedy === "putCall") return true;
  }
  return false;
}

function checkOffer(state: FundState, inHand: ActInHand<ExitOfferBody>): Rejection | undefined {
  const { body, clause } = inHand;
  const by = proposerParty(state, inHand);
  if (by !== body.seller && by !== body.buyer) {
    const required = [body.seller, ...(body.buyer === undefined ? [] : [body.buyer])];
    return rejection("not_party_to_offer", clause, { actual: by, required });
  }
  const of = { unitClass: body.class, from: body.seller, microUnits: body.microUnits };
  const buyers = body.buyer === undefined ? [] : [body.buyer];
  const refusal = checkUnits(state, of, buyers, clause);
  if (refusal !== undefined) return refusal;
  if (!hasGround(state, body, by)) {
    return rejection("offer_without_ground", clause, { actual: by });
  }
  const { vehicle } = findClass(state.charter, body.class)!;
  const strike = lastStrike(state.strikes, { vehicle, unitClass: body.class });
  return strike === undefined
    ? rejection("nav_not_struck", clause, { actual: body.class })
    : undefined;
}

/** What units cost: the last struck price less the discount, rounded down to a minor unit. */
export function exitPrice(state: FundState, unitClass: string, microUnits: bigint): bigint {
  const { vehicle } = findClass(state.charter, unitClass)!;
  const { currency } = vehicleOf(state.charter, vehicle);
  const strike = lastStrike(state.strikes, { vehicle, unitClass });
  const price = Ratio.fromDecimal(strike?.price ?? "0");
  assert(price.ok, "a struck price is a decimal");
  const kept = Ratio.sub(Ratio.make(1n, 1n), charterRatio(termsOf(state).callDiscount));
  const perUnit = Ratio.mul(Ratio.mul(price.value, perMajorUnit(currency)), kept);
  return Ratio.floor(Ratio.mul(perUnit, Ratio.make(microUnits, MICRO_UNITS_PER_UNIT)));
}

/** `exit.offer`: units at the struck price less the discount, by who sells or calls them. */
export const exitOffer = defineAct({
  type: "exit.offer",
  nature: "decision",
  schema: exitOfferSchema,
  check: checkOffer,
  effects(state, inHand) {
    const { id, body, clause } = inHand;
    const { class: unitClass, microUnits, seller, buyer } = body;
    const minor = exitPrice(state, unitClass, microUnits);
    if (minor <= 0n) return err(rejection("offer_without_price", clause, { actual: unitClass }));
    const until = windowEnd(state.charter, state.today, termsOf(state).offerWindow);
    if (!until.ok) return until;
    const { vehicle } = findClass(state.charter, unitClass)!;
    const offer: ExitOffer = {
      ...{ id, by: proposerParty(state, inHand), seller },
      ...(buyer === undefined ? {} : { buyer }),
      ...{ unitClass, microUnits, minor, until: until.value },
      currency: vehicleOf(state.charter, vehicle).currency,
    };
    return ok([{ kind: "exitOffered", offer }]);
  },
  concerns: (_state, { seller }) => [seller],
});

/** `exit.accept`: the other side takes an offer, and has the window again to pay (EX3). */
export const exitAccept = defineAct({
  type: "exit.accept",
  nature: "decision",
  schema: exitAcceptSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const offer = state.oversight.offers.get(body.offer);
    if (offer === undefined) return rejection("offer_unknown", clause, { actual: body.offer });
    if (!isOnOffer(offer, state.today)) {
      return rejection("offer_over", clause, { actual: body.offer, on: offer.until });
    }
    const party = proposerParty(state, inHand);
    const { seller, by, unitClass, microUnits } = offer;
    const others = holdersOf(state.capital, unitClass)
      .map(({ holder }) => holder)
      .filter((holder) => holder !== seller);
    const takers = by === seller ? (offer.buyer === undefined ? others : [offer.buyer]) : [seller];
    if (!takers.includes(party)) {
      return rejection("not_party_to_offer", clause, { actual: party, required: takers });
    }
    const of = { unitClass, from: seller, microUnits };
    return checkUnits(state, of, [by === seller ? party : by], clause);
  },
  effects(state, inHand) {
    const { id, by, seller } = state.oversight.offers.get(inHand.body.offer)!;
    const payBy = windowEnd(state.charter, state.today, termsOf(state).offerWindow);
    if (!payBy.ok) return payBy;
    const buyer = by === seller ? proposerParty(state, inHand) : by;
    const accepted = { buyer, on: state.today, payBy: payBy.value };
    return ok([{ kind: "exitAccepted", id, accepted }]);
  },
});

/** Units go from one holder, come to the other, and are remembered to have done so. */
function transferred(of: {
  readonly unitClass: string;
  readonly from: string;
  readonly to: string;
  readonly microUnits: bigint;
}): readonly FundEvent[] {
  const { unitClass, from, to, microUnits } = of;
  return [
    { kind: "unitsCancelled", unitClass, holder: from, microUnits },
    { kind: "unitsIssued", unitClass, holder: to, microUnits },
    { kind: "unitsPassed", ...of },
  ];
}

/**
 * `exit.settle`: the custodian of both sides reports that the buyer has paid the seller; the units
 * move with it (EX4). The money is not the fund's and goes through no book of its.
 */
export const exitSettle = defineAct({
  type: "exit.settle",
  nature: "fact",
  schema: exitSettleSchema,
  check(state, { body, clause }) {
    const offer = state.oversight.offers.get(body.offer);
    if (offer === undefined) return rejection("offer_unknown", clause, { actual: body.offer });
    if (!isSold(offer, state.today)) {
      const on = offer.settledOn ?? offer.accepted?.payBy ?? offer.until;
      return rejection("offer_over", clause, { actual: body.offer, on });
    }
    if (body.currency === offer.currency && body.amount === offer.minor) return undefined;
    return rejection("settlement_differs", clause, {
      actual: `${body.currency} ${body.amount}`,
      required: `${offer.currency} ${offer.minor}`,
    });
  },
  effects(state, { body, effectiveDate: on }) {
    const offer = state.oversight.offers.get(body.offer)!;
    const { id, unitClass, seller, accepted } = offer;
    // A default may have taken units that were sold: what is left passes, and the rest is a claim.
    const held = unitsOf(state.capital, unitClass, seller);
    const microUnits = held < offer.microUnits ? held : offer.microUnits;
    const settled: FundEvent = { kind: "exitSettled", id, on };
    if (microUnits === 0n) return ok([settled]);
    const of = { unitClass, from: seller, to: accepted!.buyer, microUnits };
    return ok([settled, ...transferred(of)]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

function checkTransfer(
  state: FundState,
  { body, clause }: ActInHand<InterestTransferBody>,
): Rejection | undefined {
  const { class: unitClass, from, to, microUnits } = body;
  const refusal = checkUnits(state, { unitClass, from, microUnits }, [to], clause);
  if (refusal !== undefined) return refusal;
  // Others who hold the class are asked first, before somebody new comes in.
  const isOutsider = unitsOf(state.capital, unitClass, to) === 0n;
  if (!isOutsider || state.charter.exit === undefined) return undefined;
  const of = { unitClass, holder: from, microUnits };
  if (wasOfferedFirst(state.oversight, of, state.today)) return undefined;
  return rejection("not_offered_first", state.charter.exit.clause, { actual: from });
}

/** `interest.transfer`: units pass between holders, with the consent that the charter asks. */
export const interestTransfer = defineAct({
  type: "interest.transfer",
  nature: "decision",
  schema: interestTransferSchema,
  check: checkTransfer,
  effects: (_state, { body: { class: unitClass, from, to, microUnits } }) =>
    ok(transferred({ unitClass, from, to, microUnits })),
  concerns: (_state, { from, to }) => [from, to],
});
