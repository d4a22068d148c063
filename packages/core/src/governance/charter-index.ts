import type { Charter, Party, Seat } from "../charter/charter.ts";

/** The seats of a party or body that count in their own right, and the sovereigns among them. */
export type SeatGroup = {
  readonly seats: readonly Seat[];
  /** Sovereigns that have a seat here, in the charter's order. */
  readonly sovereigns: readonly string[];
};

/** What the approval engine looks up in a charter, so that a decision does not search it. */
export type CharterIndex = {
  readonly parties: ReadonlyMap<string, Party>;
  readonly sovereigns: readonly string[];
  /** Every seat of every party and body by id. */
  readonly seats: ReadonlyMap<string, Seat>;
  /** Every seat that a party's officers may hold, its own and those in bodies. */
  readonly seatsOfParty: ReadonlyMap<string, readonly Seat[]>;
  readonly partySeats: ReadonlyMap<string, SeatGroup>;
  readonly bodySeats: ReadonlyMap<string, SeatGroup>;
};

/** A charter is immutable, so its index is made once, and is dropped with it. */
const indexes = new WeakMap<Charter, CharterIndex>();

/**
 * A seat that another seat of the same party or body names as its alternate counts only in that
 * seat's place (docs/spec/governance.md, G21), so it is no member of the group.
 */
function groupOf(all: readonly Seat[], sovereigns: readonly string[]): SeatGroup {
  const alternates = new Set(all.map(({ alternate }) => alternate));
  const seats = all.filter(({ id }) => !alternates.has(id));
  const seated = new Set(seats.map(({ party }) => party));
  return { seats, sovereigns: sovereigns.filter((id) => seated.has(id)) };
}

/** The index of a charter. */
export function indexOf(charter: Charter): CharterIndex {
  const known = indexes.get(charter);
  if (known !== undefined) return known;
  const { parties, bodies } = charter;
  const sovereigns = parties.filter(({ kind }) => kind === "sovereign").map(({ id }) => id);
  const seats = new Map(
    [...parties, ...bodies].flatMap((owner) => owner.seats).map((seat) => [seat.id, seat]),
  );
  const index: CharterIndex = {
    parties: new Map(parties.map((party) => [party.id, party])),
    sovereigns,
    seats,
    seatsOfParty: new Map(
      parties.map(({ id }) => [id, [...seats.values()].filter(({ party }) => party === id)]),
    ),
    partySeats: new Map(parties.map(({ id, seats }) => [id, groupOf(seats, sovereigns)])),
    bodySeats: new Map(bodies.map(({ id, seats }) => [id, groupOf(seats, sovereigns)])),
  };
  indexes.set(charter, index);
  return index;
}
