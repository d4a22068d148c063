import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { CapitalPools } from "./capital-pools.ts";
import type { CapitalAccount } from "./preferred-return.ts";
import { reread, type Recoupment, type RecoupmentReading } from "./recoupment.ts";

/** What the carry's holder has come to; minor units, none negative. */
export type CarryBalance = {
  /** Allocated to it by distributions and not clawed back. */
  readonly received: bigint;
  /** All that was paid out beyond return of capital, the carry among it. */
  readonly profit: bigint;
  /** Of what is allocated, instructed to be paid to it. */
  readonly paid: bigint;
  /** Of what is allocated, held back until the last test. */
  readonly escrow: bigint;
  /** Clawed back so far, whether paid yet or not: it is no more in what is received. */
  readonly returned: bigint;
};

export const noCarry: CarryBalance = {
  ...{ received: 0n, profit: 0n, paid: 0n, escrow: 0n, returned: 0n },
};

/** Shares of one tier as both sides agreed them anew, ratio text by party. */
export type AgreedShares = { readonly [party: string]: string };

/**
 * What the waterfall of one vehicle remembers from distribution to distribution. Vehicles below one
 * umbrella whose waterfall is of that scope share the umbrella's.
 */
export type WaterfallBook = {
  readonly pools: CapitalPools;
  readonly recoupment?: Recoupment;
  readonly carry: CarryBalance;
  /** The day on which the long stop of the recoupment was found to have come. */
  readonly longStopOn?: LocalDate;
  /** By id of the tier. */
  readonly agreedShares: PersistentMap<AgreedShares>;
};

export type WaterfallBooks = {
  /** What was decided on every recoupment of the fund; else that of the charter. */
  readonly interpretation?: {
    readonly reading: RecoupmentReading;
    readonly instalments: number;
  };
  /** By vehicle. */
  readonly books: PersistentMap<WaterfallBook>;
};

export const noWaterfallBooks: WaterfallBooks = { books: PersistentMap.empty };

const EMPTY: WaterfallBook = {
  pools: PersistentMap.empty,
  carry: noCarry,
  agreedShares: PersistentMap.empty,
};

/** The book of a vehicle; an empty one before anything happened. */
export function bookOf({ books }: WaterfallBooks, vehicle: string): WaterfallBook {
  return books.get(vehicle) ?? EMPTY;
}

/** Each says what a balance has become; how it came to that is in the rule that caused it. */
export type WaterfallEvent =
  | {
      readonly kind: "capitalAccountChanged";
      readonly vehicle: string;
      readonly pool: string;
      readonly party: string;
      readonly account: CapitalAccount;
    }
  | {
      readonly kind: "recoupmentChanged";
      readonly vehicle: string;
      readonly recoupment: Recoupment;
    }
  | { readonly kind: "carryChanged"; readonly vehicle: string; readonly carry: CarryBalance }
  | { readonly kind: "longStopReached"; readonly vehicle: string; readonly on: LocalDate }
  | {
      readonly kind: "recoupmentInterpreted";
      readonly reading: RecoupmentReading;
      readonly instalments: number;
    }
  | {
      readonly kind: "tierSharesAgreed";
      readonly vehicle: string;
      readonly tier: string;
      readonly shares: AgreedShares;
    };

function changed(
  state: WaterfallBooks,
  vehicle: string,
  change: (book: WaterfallBook) => Partial<WaterfallBook>,
): WaterfallBooks {
  const book = bookOf(state, vehicle);
  return { ...state, books: state.books.set(vehicle, { ...book, ...change(book) }) };
}

function interpreted(
  state: WaterfallBooks,
  reading: RecoupmentReading,
  instalments: number,
): WaterfallBooks {
  let { books } = state;
  for (const [vehicle, book] of state.books) {
    if (book.recoupment === undefined) continue;
    const recoupment = reread(book.recoupment, reading, instalments);
    books = books.set(vehicle, { ...book, recoupment });
  }
  return { interpretation: { reading, instalments }, books };
}

export function evolveWaterfallBooks(state: WaterfallBooks, event: WaterfallEvent): WaterfallBooks {
  switch (event.kind) {
    case "capitalAccountChanged":
      return changed(state, event.vehicle, ({ pools }) => {
        const pool = pools.get(event.pool) ?? PersistentMap.empty;
        return { pools: pools.set(event.pool, pool.set(event.party, event.account)) };
      });
    case "recoupmentChanged":
      return changed(state, event.vehicle, () => ({ recoupment: event.recoupment }));
    case "carryChanged":
      return changed(state, event.vehicle, () => ({ carry: event.carry }));
    case "longStopReached":
      return changed(state, event.vehicle, () => ({ longStopOn: event.on }));
    case "recoupmentInterpreted":
      return interpreted(state, event.reading, event.instalments);
    case "tierSharesAgreed":
      return changed(state, event.vehicle, ({ agreedShares }) => ({
        agreedShares: agreedShares.set(event.tier, event.shares),
      }));
  }
}
