import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { CALL_PURPOSES, interestOwed, openOf } from "@jointfund/core/capital/call.ts";
import { DEFAULT_STEPS } from "@jointfund/core/charter/capital-terms.ts";
import {
  noticeAt,
  type CallNotice,
  type CommitmentStanding,
  type DistributionNotice,
  type PartyNotice,
  type PaymentTold,
  type ReturnNotice,
} from "@jointfund/core/statements/party-notices.ts";
import type { NoticePlace } from "@jointfund/core/statements/notice-index.ts";
import { partByPlace, type PageAsked, type Part } from "../cursor.ts";
import type { RecordView } from "../record-replay.ts";
import { count, currency, date, hash, identifier, minor, string } from "../wire-schemas.ts";

const { array, integer, literal, object, oneOf, optional, taggedUnion } = Schema;

const standing = object({ committed: minor, unfunded: minor, recallable: minor });

export const paidSchema = object({
  id: string(),
  minor,
  entry: count,
  releasedOn: optional(date),
  releasedBy: optional(integer({ min: 0, description: "The entry that let it go." })),
  bankReference: optional(string()),
});

const common = {
  /** What the notice is asked for by. */
  id: string(),
  number: integer({ min: 1 }),
  on: date,
  entry: count,
  act: hash,
  vehicle: identifier,
  currency,
  /** What is to be written on the wire, so that the money is known again. */
  reference: string(),
};

const callSchema = object({
  kind: literal("call"),
  ...common,
  dueDate: date,
  purpose: oneOf(CALL_PURPOSES),
  investment: optional(identifier),
  unitClass: optional(identifier),
  price: optional(string()),
  whole: minor,
  minor,
  microUnits: minor,
  before: standing,
  after: standing,
  received: minor,
  cancelled: minor,
  returned: minor,
  open: minor,
  lateInterest: minor,
  lateInterestOpen: minor,
  lateRate: optional(string()),
  steps: array(oneOf(DEFAULT_STEPS)),
  receipts: array(
    object({
      act: hash,
      entry: count,
      on: date,
      currency,
      minor,
      bankReference: optional(string()),
    }),
  ),
});

const distributionSchema = object({
  kind: literal("distribution"),
  ...common,
  whole: minor,
  minor,
  income: minor,
  gain: minor,
  returnOfCapital: minor,
  carry: minor,
  diverted: minor,
  net: minor,
  cumulative: minor,
  payments: array(paidSchema),
});

const returnSchema = object({
  kind: literal("return"),
  ...common,
  minor,
  before: standing,
  after: standing,
  payments: array(paidSchema),
});

/** A capital call, a distribution or a return of capital as the party is told of it. */
export const noticeSchema = Schema.lazy("PartyNotice", () =>
  taggedUnion("kind", [callSchema, distributionSchema, returnSchema]),
);

export type NoticeWire = Infer<typeof noticeSchema>;

/** Short enough for a bank's field, long enough to be one act's only. */
const referenceOf = (fund: string, act: string): string => `${fund}/${act.slice(0, 16)}`;

/** What a notice is asked for by: a part of an address. */
const idOf = ({ kind, id }: Pick<NoticePlace, "kind" | "id">): string =>
  kind === "return" ? id.replace("/", "-") : id;

const actOf = (payment: string): string => payment.slice(0, payment.indexOf("/"));

const standingOf = ({ committed, unfunded, recallable }: CommitmentStanding) => ({
  ...{ committed, unfunded, recallable },
});

export const paidOf = ({ payment, releasedBy, bankReference }: PaymentTold) => {
  const { id, minor: paid, entry, releasedOn } = payment;
  return {
    ...{ id, minor: paid, entry },
    ...(releasedOn === undefined ? {} : { releasedOn }),
    ...(releasedBy === undefined ? {} : { releasedBy }),
    ...(bankReference === undefined ? {} : { bankReference }),
  };
};

function callOf(fund: string, notice: CallNotice): NoticeWire {
  const { call, item, number, entry, on, whole, receipts } = notice;
  const { id, vehicle, unitClass, dueDate: _due, purpose, investment, price, late } = call;
  const { minor: asked, microUnits, received, cancelled, returned, dueDate, steps } = item;
  return {
    ...{ kind: "call", id, act: id, number, entry, on, vehicle, currency: call.currency },
    ...{ reference: referenceOf(fund, id), dueDate, purpose, whole, minor: asked, microUnits },
    ...(investment === undefined ? {} : { investment }),
    ...(unitClass === undefined ? {} : { unitClass }),
    ...(price === undefined ? {} : { price }),
    ...{ before: standingOf(notice.before), after: standingOf(notice.after) },
    ...{ received, cancelled, returned, open: openOf(item), steps, receipts },
    ...{ lateInterest: item.interest, lateInterestOpen: interestOwed(item) },
    ...(late === undefined ? {} : { lateRate: late.rate }),
  };
}

function distributionOf(fund: string, notice: DistributionNotice): NoticeWire {
  const { id, number, act, entry, on, vehicle, whole, share, payments, diverted } = notice;
  const { minor: given, income, gain, capital: returnOfCapital, carry } = share;
  return {
    ...{ kind: "distribution", id, number, act, entry, on, vehicle, currency: notice.currency },
    ...{ reference: referenceOf(fund, act), whole, minor: given, income, gain, returnOfCapital },
    ...{ carry, diverted, net: given - carry - diverted, cumulative: notice.cumulative },
    payments: payments.map(paidOf),
  };
}

function returnOf(fund: string, notice: ReturnNotice): NoticeWire {
  const { number, entry, on, told } = notice;
  const { id, vehicle, currency: of, minor: given } = told.payment;
  const act = actOf(id);
  return {
    ...{ kind: "return", id: idOf({ kind: "return", id }), number, entry, on, act, vehicle },
    ...{ currency: of, reference: referenceOf(fund, act), minor: given },
    ...{ before: standingOf(notice.before), after: standingOf(notice.after) },
    payments: [paidOf(told)],
  };
}

function noticeOf(fund: string, notice: PartyNotice): NoticeWire {
  switch (notice.kind) {
    case "call":
      return callOf(fund, notice);
    case "distribution":
      return distributionOf(fund, notice);
    case "return":
      return returnOf(fund, notice);
  }
}

const told = (view: RecordView, party: string, place: NoticePlace): NoticeWire =>
  noticeOf(view.state.charter.id, noticeAt(view, view.index.notices, { party, place }));

/** A part of the notices to a party, the newest first. */
export function noticesTo(view: RecordView, party: string, asked: PageAsked): Part<NoticeWire> {
  const places = view.index.notices.noticesTo(party);
  const { items, ...rest } = partByPlace("notices", places, asked);
  return { items: items.map((place) => told(view, party, place)), ...rest };
}

/** A notice to a party by its own name. */
export function noticeTo(view: RecordView, party: string, id: string): NoticeWire | undefined {
  const place = view.index.notices.noticesTo(party).findLast((each) => idOf(each) === id);
  return place === undefined ? undefined : told(view, party, place);
}
