import type { ActView } from "./act-view.ts";
import { placesOf, type Place, type Voices } from "./place.ts";
import { partyNeeds } from "./votes.ts";

/** The objections of one power, in the order in which they were recorded. */
function objectionVoices({ record }: ActView, power: "objection" | "veto"): Voices {
  const said = record.objections
    .filter((objection) => objection.power === power)
    .map(({ officer, seats }) => ({ officer, seats, approves: true, withEvidence: false }));
  return { withoutMaker: false, said };
}

/** A party's own places, as far as they have objected: those that did are "approving". */
export function objectingPlaces(
  view: ActView,
  party: string,
  power: "objection" | "veto",
): readonly Place[] {
  const group = view.index.partySeats.get(party);
  return group === undefined ? [] : placesOf(view, objectionVoices(view, power), group);
}

/** Whether a party has objected: as many of its seats as must agree when it approves (G50). */
export function hasObjected(view: ActView, party: string, power: "objection" | "veto"): boolean {
  const { record, index } = view;
  if (!record.objections.some((objection) => objection.power === power)) return false;
  const threshold = index.parties.get(party)?.threshold ?? 1;
  const places = objectingPlaces(view, party, power);
  const objecting = places.filter(({ standing }) => standing === "approving").length;
  const eligible = places.filter(
    ({ standing }) => standing === "approving" || standing === "silent",
  ).length;
  return objecting >= partyNeeds(threshold, eligible);
}
