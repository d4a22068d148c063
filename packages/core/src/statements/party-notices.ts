import { assert } from "../base/assert.ts";
import { Followed } from "../base/followed.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { CallItem, CapitalCall } from "../capital/call.ts";
import type { DistributionShare } from "../distributions/state.ts";
import type { Recorded, Release } from "../fund/chronicle.ts";
import { postedIn } from "../fund/posted-days.ts";
import type { FundState } from "../fund/state.ts";
import type { ActRecord } from "../governance/state.ts";
import type { Payment } from "../ledger/payment.ts";
import type { NoticeIndex, NoticePlace } from "./notice-index.ts";

type Records = { readonly state: FundState; readonly chronicle: Recorded };

/** What a party's commitments came to at a moment of the log; minor units of their currency. */
export type CommitmentStanding = {
  readonly committed: bigint;
  /** What may still be called, what came back and may be called again among it. */
  readonly unfunded: bigint;
  readonly recallable: bigint;
};

/** Money of a party that the custodian has reported for a call. */
export type CallReceipt = {
  readonly act: string;
  readonly entry: number;
  readonly on: LocalDate;
  readonly currency: string;
  readonly minor: bigint;
  readonly bankReference?: string;
};

/** A capital call as it is told to one of those called [ST90]. */
export type CallNotice = {
  readonly kind: "call";
  readonly call: CapitalCall;
  readonly item: CallItem;
  /** The how manieth call on the party it is. */
  readonly number: number;
  readonly entry: number;
  readonly on: LocalDate;
  /** Of all who are called, minor units. */
  readonly whole: bigint;
  readonly before: CommitmentStanding;
  readonly after: CommitmentStanding;
  readonly receipts: readonly CallReceipt[];
};

/** A payment with the entry that released it, where one has. */
export type PaymentTold = {
  readonly payment: Payment;
  readonly releasedBy?: number;
  readonly bankReference?: string;
};

/** A distribution as it is told to one of those who get a part of it [ST91]. */
export type DistributionNotice = {
  readonly kind: "distribution";
  readonly id: string;
  readonly vehicle: string;
  readonly currency: string;
  readonly number: number;
  /** Id of the act that declared it. */
  readonly act: string;
  readonly entry: number;
  readonly on: LocalDate;
  readonly whole: bigint;
  readonly share: DistributionShare;
  readonly payments: readonly PaymentTold[];
  /** Of the share, neither carry nor instructed to be paid out: it has paid the party's calls. */
  readonly diverted: bigint;
  /** Declared to the party by this vehicle up to this one, this one among it. */
  readonly cumulative: bigint;
};

/** Capital that goes back to a party, as it is told to it [ST91]. */
export type ReturnNotice = {
  readonly kind: "return";
  readonly number: number;
  readonly entry: number;
  readonly on: LocalDate;
  readonly told: PaymentTold;
  readonly before: CommitmentStanding;
  readonly after: CommitmentStanding;
};

export type PartyNotice = CallNotice | DistributionNotice | ReturnNotice;

type Place<Kind> = Extract<NoticePlace, { readonly kind: Kind }>;

/** A notice that has its place in the index, as it stands now. */
export function noticeAt(
  records: Records,
  index: NoticeIndex,
  { party, place }: { readonly party: string; readonly place: NoticePlace },
): PartyNotice {
  switch (place.kind) {
    case "call":
      return callNotice(records, index, party, place);
    case "distribution":
      return distributionNotice(records, party, place);
    case "return":
      return returnNotice(records, index, party, place);
  }
}

/** The day on which an act took effect in the books. */
function dayOf({ state, chronicle }: Records, act: string): LocalDate {
  const recorded = chronicle.acts.get(act);
  assert(recorded !== undefined, `act ${act} is on record`);
  return state.acts.get(act)?.executed?.on ?? recorded.act.effectiveDate;
}

function callNotice(
  records: Records,
  index: NoticeIndex,
  party: string,
  { id, number, entry }: Place<"call">,
): CallNotice {
  const call = records.state.capital.calls.get(id);
  const item = call?.items.find((each) => each.party === party);
  assert(call !== undefined && item !== undefined, `${party} was called by ${id}`);
  return {
    ...{ kind: "call", call, item, number, entry, on: dayOf(records, id) },
    whole: call.items.reduce((sum, { minor }) => sum + minor, 0n),
    before: index.standing(records.chronicle, party, entry - 1),
    after: index.standing(records.chronicle, party, entry),
    receipts: index.receipts(records.chronicle, { call: id, party }),
  };
}

/** The entry that released each payment, by the payment. */
export const releasedIn = new Followed<Release, Map<string, number>>(
  () => new Map(),
  (entries, { payment, entry }) => entries.set(payment, entry),
);

/** A payment with who released it, and under which reference of the bank. */
export function paymentTold({ chronicle, state }: Records, payment: Payment): PaymentTold {
  const releasedBy = releasedIn.of(chronicle.releases).get(payment.id);
  if (releasedBy === undefined) return { payment };
  const act = releaseOf({ chronicle, state }, payment, releasedBy);
  const bankReference = act?.act.body["bankReference"];
  return {
    ...{ payment, releasedBy },
    ...(typeof bankReference === "string" ? { bankReference } : {}),
  };
}

/** The act by which a payment left, which was executed in an entry. */
function releaseOf(
  { chronicle, state }: Records,
  { id }: Payment,
  entry: number,
): ActRecord | undefined {
  for (const { journal } of postedIn(chronicle, entry)) {
    const record = state.acts.get(journal.id.slice(0, journal.id.indexOf("/")));
    const { type, body } = record?.act ?? {};
    if (type === "payment.release" && body?.["payment"] === id) return record;
  }
  return undefined;
}

function distributionNotice(
  records: Records,
  party: string,
  { id, act, number, entry, cumulative }: Place<"distribution">,
): DistributionNotice {
  const { state } = records;
  const of = state.distributions.get(id);
  const share = of?.shares?.find((each) => each.party === party);
  assert(of !== undefined && share !== undefined, `${party} has a share of ${id}`);
  const { vehicle, currency, minor: whole } = of;
  const payments = [...state.payments.range(`${act}/`)]
    .filter(([, payment]) => payment.payee === party)
    .map(([, payment]) => paymentTold(records, payment));
  const paid = payments.reduce((sum, { payment }) => sum + payment.minor, 0n);
  const diverted = share.minor - share.carry - paid;
  return {
    ...{ kind: "distribution", id, vehicle, currency, number, act, entry },
    ...{ on: dayOf(records, act), whole, share, payments, diverted, cumulative },
  };
}

function returnNotice(
  records: Records,
  index: NoticeIndex,
  party: string,
  { id, number, entry }: Place<"return">,
): ReturnNotice {
  const payment = records.state.payments.get(id);
  assert(payment !== undefined, `payment ${id} is on record`);
  const act = id.slice(0, id.indexOf("/"));
  return {
    ...{ kind: "return", number, entry, on: dayOf(records, act) },
    told: paymentTold(records, payment),
    before: index.standing(records.chronicle, party, entry - 1),
    after: index.standing(records.chronicle, party, entry),
  };
}
