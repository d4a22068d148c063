import { assert } from "../base/assert.ts";
import { Followed } from "../base/followed.ts";
import { decode } from "../base/schema.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { CallItem, CapitalCall } from "../capital/call.ts";
import type { DistributionShare } from "../distributions/state.ts";
import { capitalReceiveSchema } from "../fund/bodies/capital.ts";
import type { PostedEntry, Recorded, Release } from "../fund/chronicle.ts";
import { actTypeOf, postedIn, postedTo } from "../fund/posted-days.ts";
import type { FundState } from "../fund/state.ts";
import type { ActRecord } from "../governance/state.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { paymentsTo, type Payment } from "../ledger/payment.ts";
import { CALLABLE_ACCOUNTS } from "./unfunded-commitment.ts";

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

/** Every call on a party and all that was declared or returned to it, in the order of the log. */
export function noticesOf(records: Records, party: string): readonly PartyNotice[] {
  const all = [
    ...callNotices(records, party),
    ...distributionNotices(records, party),
    ...returnNotices(records, party),
  ];
  return all.toSorted((a, b) => a.entry - b.entry);
}

/** The entry and day on which an act took effect in the books. */
function madeBy({ state, chronicle }: Records, act: string): { entry: number; on: LocalDate } {
  const recorded = chronicle.acts.get(act);
  assert(recorded !== undefined, `act ${act} is on record`);
  const executed = state.acts.get(act)?.executed;
  return executed ?? { entry: recorded.entry, on: recorded.act.effectiveDate };
}

function callNotices(records: Records, party: string): readonly CallNotice[] {
  const { state } = records;
  const calls = [...state.capital.calls.values()].flatMap((call) => {
    const item = call.items.find((each) => each.party === party);
    return item === undefined ? [] : [{ call, item, ...madeBy(records, call.id) }];
  });
  const inOrder = calls.toSorted((a, b) => a.entry - b.entry);
  const [before, after] = [new Standings(records, party), new Standings(records, party)];
  const receipts = receiptsOf(records, party);
  return inOrder.map(({ call, item, entry, on }, index) => ({
    ...{ kind: "call", call, item, number: index + 1, entry, on },
    whole: call.items.reduce((sum, { minor }) => sum + minor, 0n),
    before: before.at(entry - 1),
    after: after.at(entry),
    receipts: receipts.get(call.id) ?? [],
  }));
}

/** What a party has promised and may still be called for, followed through the record [ST34]. */
class Standings {
  readonly #chronicle: Recorded;
  readonly #party: string;
  readonly #posted: readonly PostedEntry[];
  #next = 0;
  #standing: CommitmentStanding = { committed: 0n, unfunded: 0n, recallable: 0n };

  constructor({ state, chronicle }: Records, party: string) {
    const main = state.charter.capital.vehicle;
    this.#chronicle = chronicle;
    this.#party = party;
    this.#posted = postedTo(chronicle, main, CALLABLE_ACCOUNTS);
  }

  /** Once an entry is on record; asked for one after the other, in their order. */
  at(entry: number): CommitmentStanding {
    for (; this.#next < this.#posted.length; this.#next++) {
      const posted = this.#posted[this.#next]!;
      if (posted.entry > entry) break;
      this.#take(posted);
    }
    return this.#standing;
  }

  #take({ journal }: PostedEntry): void {
    let { committed, unfunded, recallable } = this.#standing;
    const isPromise = actTypeOf(this.#chronicle, journal)?.startsWith("commitment.") === true;
    for (const { account, subject, minor } of journal.postings) {
      if (subject !== this.#party || !CALLABLE_ACCOUNTS.includes(account)) continue;
      unfunded += minor;
      if (account === ACCOUNTS.recallableCapital) recallable += minor;
      else if (isPromise) committed += minor;
    }
    this.#standing = { committed, unfunded, recallable };
  }
}

/** What a party has paid on each call, by the call's id, in the order of the log. */
function receiptsOf(
  { chronicle }: Records,
  party: string,
): ReadonlyMap<string, readonly CallReceipt[]> {
  const byCall = new Map<string, CallReceipt[]>();
  for (const { id, entry, kind, act } of chronicle.acts.values()) {
    if (kind !== "fact" || act.type !== "capital.receive") continue;
    const body = decode(capitalReceiveSchema, act.body);
    assert(body.ok, "a receipt on record was decoded before");
    if (body.value.party !== party) continue;
    const { call, currency, amount: minor, bankReference } = body.value;
    const of = { act: id, entry, on: act.effectiveDate, currency, minor };
    const receipt = bankReference === undefined ? of : { ...of, bankReference };
    const receipts = byCall.get(call);
    if (receipts === undefined) byCall.set(call, [receipt]);
    else receipts.push(receipt);
  }
  return byCall;
}

const releasedIn = new Followed<Release, Map<string, number>>(
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

/** The act that declared each distribution, by the distribution's id. */
function declarations({ state }: Records): ReadonlyMap<string, string> {
  return new Map(
    [...state.acts.values()].flatMap(({ id, executed, act: { type, body } }) => {
      const { distribution } = body;
      const isDeclared = type === "distribution.declare" && executed !== undefined;
      return isDeclared && typeof distribution === "string" ? [[distribution, id] as const] : [];
    }),
  );
}

function distributionNotices(records: Records, party: string): readonly DistributionNotice[] {
  const { state } = records;
  const declaredBy = declarations(records);
  const shares = [...state.distributions.values()].flatMap((of) => {
    const share = of.shares?.find((each) => each.party === party);
    const act = declaredBy.get(of.id);
    return share === undefined || act === undefined ? [] : [{ of, share, act }];
  });
  const inOrder = shares
    .map((each) => ({ ...each, ...madeBy(records, each.act) }))
    .toSorted((a, b) => a.entry - b.entry);
  const sums = new Map<string, bigint>();
  return inOrder.map(({ of, share, act, entry, on }, index) => {
    const { id, vehicle, currency, minor: whole } = of;
    const cumulative = (sums.get(vehicle) ?? 0n) + share.minor;
    sums.set(vehicle, cumulative);
    const payments = [...state.payments.range(`${act}/`)]
      .filter(([, payment]) => payment.payee === party)
      .map(([, payment]) => paymentTold(records, payment));
    const paid = payments.reduce((sum, { payment }) => sum + payment.minor, 0n);
    const diverted = share.minor - share.carry - paid;
    return {
      ...{ kind: "distribution", id, vehicle, currency, number: index + 1, act, entry, on },
      ...{ whole, share, payments, diverted, cumulative },
    };
  });
}

function returnNotices(records: Records, party: string): readonly ReturnNotice[] {
  const payments = paymentsTo(records.state.payments, party)
    .filter(({ purpose }) => purpose === "returnOfCapital")
    .toSorted((a, b) => a.entry - b.entry);
  const [before, after] = [new Standings(records, party), new Standings(records, party)];
  return payments.map((payment, index) => {
    const { entry } = payment;
    const { on } = madeBy(records, payment.id.slice(0, payment.id.indexOf("/")));
    return {
      ...{ kind: "return", number: index + 1, entry, on, told: paymentTold(records, payment) },
      before: before.at(entry - 1),
      after: after.at(entry),
    };
  });
}
