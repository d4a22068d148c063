import { assert } from "../base/assert.ts";
import { decode } from "../base/schema.ts";
import { capitalReceiveSchema } from "../fund/bodies/capital.ts";
import type { PostedEntry, Recorded, RecordedAct } from "../fund/chronicle.ts";
import type { Effects, FundEvent } from "../fund/effects.ts";
import { actTypeOf } from "../fund/posted-days.ts";
import type { FundState } from "../fund/state.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import type { CallReceipt, CommitmentStanding } from "./party-notices.ts";
import { CALLABLE_ACCOUNTS } from "./unfunded-commitment.ts";

/** Where a notice to a party stands: what it is of, and the how manieth of its kind. */
export type NoticePlace = {
  readonly number: number;
  readonly entry: number;
} & (
  | { readonly kind: "call"; readonly id: string }
  | {
      readonly kind: "distribution";
      /** Of the determination. */
      readonly id: string;
      /** The act that declared it. */
      readonly act: string;
      /** Declared to the party by the vehicle up to this one, this one among it. */
      readonly cumulative: bigint;
    }
  /** Of a payment. */
  | { readonly kind: "return"; readonly id: string }
);

/** Postings of one party between the places at which its standing is kept. */
const SPACING = 64;

const NOTHING: CommitmentStanding = { committed: 0n, unfunded: 0n, recallable: 0n };

/** What moved a party's commitments: places of postings, and the standing before each 64th. */
type Moves = { readonly places: number[]; readonly kept: CommitmentStanding[] };

type Numbers = { call: number; distribution: number; return: number };

/** What is kept of one party. */
class PartyPlaces {
  readonly places: NoticePlace[] = [];
  readonly moves: Moves = { places: [], kept: [] };
  readonly #numbers: Numbers = { call: 0, distribution: 0, return: 0 };
  /** Declared so far, by vehicle. */
  readonly #declared = new Map<string, bigint>();

  next(kind: keyof Numbers): number {
    return ++this.#numbers[kind];
  }

  declared(vehicle: string, minor: bigint): bigint {
    const sum = (this.#declared.get(vehicle) ?? 0n) + minor;
    this.#declared.set(vehicle, sum);
    return sum;
  }
}

type Taken = { readonly chronicle: Recorded; readonly state: FundState; readonly entry: number };

/**
 * Where the notices to each party stand in the record, and what they are made from, kept while it
 * is replayed: a notice is found and made in the same time however many there are.
 */
export class NoticeIndex {
  readonly #parties = new Map<string, PartyPlaces>();
  readonly #receipts = new Map<string, RecordedAct[]>();
  #postingsSeen = 0;

  /** The notices to a party, in the order of the log. */
  noticesTo(party: string): readonly NoticePlace[] {
    return this.#parties.get(party)?.places ?? [];
  }

  /** Takes in what an entry did, once the chronicle has. */
  take(effects: Effects, taken: Taken): void {
    for (const event of effects) this.#event(event, effects, taken);
    const { postings } = taken.chronicle;
    for (; this.#postingsSeen < postings.length; this.#postingsSeen++) {
      this.#posted(postings[this.#postingsSeen]!, this.#postingsSeen, taken);
    }
  }

  #event(event: FundEvent, effects: Effects, { chronicle, state, entry }: Taken): void {
    switch (event.kind) {
      case "capitalCalled": {
        const { id, items } = event.call;
        for (const party of new Set(items.map((item) => item.party))) {
          const of = this.#of(party);
          of.places.push({ kind: "call", id, number: of.next("call"), entry });
        }
        return;
      }
      case "distributionDeclared": {
        const act = effects.find((each) => each.kind === "actExecuted")?.id;
        const { vehicle } = state.distributions.get(event.id) ?? {};
        assert(act !== undefined && vehicle !== undefined, "a distribution is declared by an act");
        for (const party of new Set(event.shares.map((share) => share.party))) {
          const share = event.shares.find((each) => each.party === party)!;
          const of = this.#of(party);
          const cumulative = of.declared(vehicle, share.minor);
          const number = of.next("distribution");
          of.places.push({ kind: "distribution", id: event.id, act, number, entry, cumulative });
        }
        return;
      }
      case "paymentInstructed": {
        const { id, payee, purpose } = event.payment;
        if (purpose !== "returnOfCapital") return;
        const of = this.#of(payee);
        of.places.push({ kind: "return", id, number: of.next("return"), entry });
        return;
      }
      case "factRecorded": {
        const { call } = event.act.body;
        if (event.act.type !== "capital.receive" || typeof call !== "string") return;
        const receipts = this.#receipts.get(call);
        const recorded = chronicle.acts.get(event.id)!;
        if (receipts === undefined) this.#receipts.set(call, [recorded]);
        else receipts.push(recorded);
        break;
      }
      default:
    }
  }

  #of(party: string): PartyPlaces {
    let known = this.#parties.get(party);
    if (known === undefined) this.#parties.set(party, (known = new PartyPlaces()));
    return known;
  }

  #posted({ journal }: PostedEntry, place: number, { chronicle, state }: Taken): void {
    if (journal.vehicle !== state.charter.capital.vehicle) return;
    const moved = new Set<string>();
    for (const { account, subject } of journal.postings) {
      if (CALLABLE_ACCOUNTS.includes(account)) moved.add(subject);
    }
    for (const party of moved) {
      const { places, kept } = this.#of(party).moves;
      if (places.length % SPACING === 0) {
        const before = kept.at(-1) ?? NOTHING;
        const since = places.slice(-SPACING);
        kept.push(since.reduce((standing, at) => moveBy(standing, chronicle, party, at), before));
      }
      places.push(place);
    }
  }

  /** What a party's commitments came to once an entry was on record [ST34]. */
  standing(chronicle: Recorded, party: string, entry: number): CommitmentStanding {
    const { places, kept } = this.#of(party).moves;
    const { postings } = chronicle;
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((postings[places[middle]!]?.entry ?? Infinity) <= entry) low = middle + 1;
      else high = middle;
    }
    const from = Math.min(Math.floor(low / SPACING), kept.length - 1);
    if (from < 0) return NOTHING;
    return places
      .slice(from * SPACING, low)
      .reduce((standing, place) => moveBy(standing, chronicle, party, place), kept[from]!);
  }

  /** What a party has paid on a call, in the order of the log, as far as a record knows it. */
  receipts(
    { entries }: Recorded,
    { call, party }: { readonly call: string; readonly party: string },
  ): readonly CallReceipt[] {
    return (this.#receipts.get(call) ?? []).flatMap(({ id, entry, act }) => {
      const body = decode(capitalReceiveSchema, act.body);
      assert(body.ok, "a receipt on record was decoded before");
      if (body.value.party !== party || entry >= entries) return [];
      const { currency, amount: minor, bankReference } = body.value;
      const of = { act: id, entry, on: act.effectiveDate, currency, minor };
      return [bankReference === undefined ? of : { ...of, bankReference }];
    });
  }
}

/** A party's standing after the postings of a place. */
function moveBy(
  standing: CommitmentStanding,
  chronicle: Recorded,
  party: string,
  place: number,
): CommitmentStanding {
  let { committed, unfunded, recallable } = standing;
  const { journal } = chronicle.postings[place]!;
  const isPromise = actTypeOf(chronicle, journal)?.startsWith("commitment.") === true;
  for (const { account, subject, minor } of journal.postings) {
    if (subject !== party || !CALLABLE_ACCOUNTS.includes(account)) continue;
    unfunded += minor;
    if (account === ACCOUNTS.recallableCapital) recallable += minor;
    else if (isPromise) committed += minor;
  }
  return { committed, unfunded, recallable };
}
