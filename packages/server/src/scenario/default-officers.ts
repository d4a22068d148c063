import type { Charter } from "@jointfund/core/charter/charter.ts";
import { indexOf } from "@jointfund/core/governance/charter-index.ts";
import type { Officer } from "./scenario-schema.ts";

/** One officer for each seat of a charter, called as the seat is in small letters. */
export function officersOf(charter: Charter): readonly Officer[] {
  return [...indexOf(charter).seats.values()].map(({ id, party }) => ({
    ...{ id: id.toLowerCase(), party, seats: [id] },
  }));
}

/**
 * Groups that every scenario may name, as far as all their seats have an officer: each body by its
 * id, without alternates, and `sovereigns`, the first officer of each sovereign.
 */
export function groupsOf(
  charter: Charter,
  officers: readonly Officer[],
): { readonly [group: string]: readonly string[] } {
  const { bodySeats, partySeats, sovereigns } = indexOf(charter);
  const holderOf = (seat: string): string | undefined =>
    officers.find(({ seats }) => seats.includes(seat))?.id;
  const groups: { [group: string]: readonly string[] } = {};
  const add = (group: string, holders: readonly (string | undefined)[]): void => {
    const known = holders.filter((holder) => holder !== undefined);
    if (known.length === holders.length && known.length > 0) groups[group] = known;
  };
  for (const [body, { seats }] of bodySeats) {
    add(
      body,
      seats.map(({ id }) => holderOf(id)),
    );
  }
  add(
    "sovereigns",
    sovereigns.map((party) => holderOf(partySeats.get(party)?.seats[0]?.id ?? "")),
  );
  return groups;
}
