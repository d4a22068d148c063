import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { PARTY_GROUPS, type Party } from "@jointfund/core/charter/charter.ts";
import { suspensionOn } from "@jointfund/core/dealing/suspensions.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { SIDE_LETTER_CODES, termHistory } from "@jointfund/core/oversight/side-letters.ts";
import { currency, date, hash, identifier, localizedText, minor, string } from "../wire-schemas.ts";

const { array, boolean, integer, object, oneOf, optional } = Schema;

const daysSchema = object({ days: integer({ min: 0 }), calendar: string() });

const feeSchema = object({
  id: identifier,
  clause: string(),
  name: localizedText,
  vehicle: identifier,
  base: oneOf(["committed", "invested", "netAssets"]),
  rate: string(),
  /** The party's own, by its side letters, and since when. */
  own: optional(object({ rate: string(), from: date })),
  currency,
  /** Owed back to the party so far by its own rate, and of that instructed to be paid. */
  rebated: minor,
  rebateInstructed: minor,
});

const letterSchema = object({
  id: hash,
  grantedTo: identifier,
  grantedOn: date,
  electBy: date,
  /** When the party chose the same; absent where it was granted to it or is not its. */
  electedOn: optional(date),
  isOwn: boolean(),
  mayElect: boolean(),
  terms: array(
    object({ code: oneOf(SIDE_LETTER_CODES), value: string(), fee: optional(identifier) }),
  ),
});

const exitSchema = object({
  clause: string(),
  noticePeriod: daysSchema,
  offerWindow: daysSchema,
  callDiscount: string(),
  notice: optional(object({ givenOn: date, until: date })),
  /** Whose acts open the way: parties that may propose each of them. */
  mayGiveNotice: array(identifier),
  mayTransfer: array(identifier),
  transferClause: optional(string()),
  offers: array(
    object({
      id: hash,
      by: identifier,
      seller: identifier,
      buyer: optional(identifier),
      unitClass: identifier,
      microUnits: minor,
      currency,
      minor,
      until: date,
      acceptedBy: optional(identifier),
      payBy: optional(date),
      settledOn: optional(date),
    }),
  ),
});

const dealingSchema = object({
  unitClass: identifier,
  /** Absent where units of the class are never taken back. */
  dealing: optional(
    object({
      clause: string(),
      every: oneOf(["month", "quarter"]),
      cutOff: daysSchema,
      cutOffTime: string(),
      gate: string(),
      payWithin: daysSchema,
      suspendedUntil: optional(date),
    }),
  ),
});

/** What the charter and the side letters grant a party, and by when. */
export const partnerTermsSchema = object({
  fees: array(feeSchema),
  letters: array(letterSchema),
  exit: optional(exitSchema),
  classes: array(dealingSchema),
});

function feesOf({ charter, oversight, charges }: FundState, party: string) {
  return (charter.fees ?? []).map((fee): Infer<typeof feeSchema> => {
    const { id, clause, name, vehicle, base, rate } = fee;
    const own = termHistory(oversight.sideLetters, party, { code: "feeRate", fee: id }).at(-1);
    const rebate = charges.rebates.get(`${id}/${party}`);
    const of = charter.vehicles.find((each) => each.id === vehicle)!;
    return {
      ...{ id, clause, name, vehicle, base, rate, currency: of.currency },
      ...(own === undefined ? {} : { own: { rate: own.value, from: own.from } }),
      rebated: rebate?.accrued ?? 0n,
      rebateInstructed: rebate?.instructed ?? 0n,
    };
  });
}

function lettersOf({ charter, oversight, today }: FundState, { id, kind }: Party) {
  const favoured = charter.oversight?.sideLetters?.mostFavoured ?? [];
  const isFavoured = favoured.some((name) => name === id || PARTY_GROUPS.get(name) === kind);
  return [...oversight.sideLetters.values()].map((letter): Infer<typeof letterSchema> => {
    const { party: grantedTo, grantedOn, electBy, elected, terms } = letter;
    const electedOn = elected.find((each) => each.party === id)?.on;
    const isOwn = grantedTo === id || electedOn !== undefined;
    return {
      ...{ id: letter.id, grantedTo, grantedOn, electBy, terms, isOwn },
      ...(electedOn === undefined ? {} : { electedOn }),
      mayElect: isFavoured && !isOwn && today <= electBy,
    };
  });
}

function exitOf(state: FundState, party: string): Infer<typeof exitSchema> | undefined {
  const { charter, oversight } = state;
  const { exit, acts } = charter;
  if (exit === undefined) return undefined;
  const { clause, noticePeriod, offerWindow, callDiscount } = exit;
  const notice = [...oversight.notices.values()].find((each) => each.party === party);
  const transfer = acts["interest.transfer"];
  const offers = [...oversight.offers.values()].filter(
    ({ seller, buyer, accepted }) =>
      seller === party || accepted?.buyer === party || buyer === undefined || buyer === party,
  );
  return {
    ...{ clause, noticePeriod, offerWindow, callDiscount },
    ...(notice === undefined ? {} : { notice }),
    mayGiveNotice: acts["exit.notice"]?.propose ?? [],
    mayTransfer: transfer?.propose ?? [],
    ...(transfer === undefined ? {} : { transferClause: transfer.clause }),
    offers: offers.map(({ accepted, ...offer }) => ({
      ...offer,
      ...(accepted === undefined ? {} : { acceptedBy: accepted.buyer, payBy: accepted.payBy }),
    })),
  };
}

/** How units of the classes that the party's kind may hold can be given back. */
function classesFor(state: FundState, { id: party, kind }: Party) {
  const { charter, suspensions, today, capital } = state;
  const own = charter.classes.filter(
    ({ id, eligible }) =>
      eligible.some((each) => each === kind) || capital.units.has(`${id}/${party}`),
  );
  return own.map(({ id: unitClass }): Infer<typeof dealingSchema> => {
    const terms = charter.dealing?.find((each) => each.unitClass === unitClass);
    if (terms === undefined) return { unitClass };
    const suspended = suspensionOn(suspensions, unitClass, today);
    const { clause, every, cutOff, cutOffTime, gate, payWithin } = terms;
    return {
      unitClass,
      dealing: {
        ...{ clause, every, cutOff, cutOffTime, gate, payWithin },
        ...(suspended === undefined ? {} : { suspendedUntil: suspended.until }),
      },
    };
  });
}

export function partnerTermsOf(state: FundState, party: Party): Infer<typeof partnerTermsSchema> {
  const exit = exitOf(state, party.id);
  return {
    fees: feesOf(state, party.id),
    letters: lettersOf(state, party),
    ...(exit === undefined ? {} : { exit }),
    classes: classesFor(state, party),
  };
}
