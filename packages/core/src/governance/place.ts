import type { Seat } from "../charter/charter.ts";
import { barOf, isPartyBarred, type ActView } from "./act-view.ts";
import type { SeatGroup } from "./charter-index.ts";

/**
 * What a place in a party or body has come to. Approving, rejecting and silent places are eligible;
 * an empty one may still be filled; a recused one is out (docs/spec/governance.md, G20 to G25).
 */
export type Standing = "approving" | "rejecting" | "silent" | "empty" | "recused";

/** One place in a party or body: a seat, spoken for by its officer or by its alternate's. */
export type Place = {
  readonly seat: string;
  /** The seat that speaks here: the same, or its alternate. */
  readonly speaker: string;
  /** The party of the seat that speaks. */
  readonly party: string;
  readonly standing: Standing;
  readonly officer?: string;
  /** Whether an approval came with evidence of the domestic procedure. */
  readonly withEvidence: boolean;
};

/** What counts as speaking: decisions on the act, or objections to it. */
export type Voices = {
  /** Whether the maker's side is out (G14). */
  readonly withoutMaker: boolean;
  readonly said: readonly {
    readonly officer: string;
    readonly seats: readonly string[];
    readonly approves: boolean;
    readonly withEvidence: boolean;
  }[];
};

/** The decisions on an act, in the order in which they were recorded. */
export function decisionVoices({ record }: ActView): Voices {
  const said = record.decisions.map(({ officer, seats, decision, withEvidence }) => ({
    officer,
    seats,
    approves: decision === "approve",
    withEvidence,
  }));
  return { withoutMaker: true, said };
}

/** What one seat says by itself. A seat's first decision stands, whoever sits there later (G12). */
export function placeOfSeat(view: ActView, voices: Voices, { id, party }: Seat): Place {
  const { state } = view;
  const place = { seat: id, speaker: id, party, withEvidence: false };
  for (const { officer, seats, approves, withEvidence } of voices.said) {
    if (!seats.includes(id)) continue;
    const speaker = state.officers.get(officer);
    if (speaker === undefined || barOf(view, speaker, voices.withoutMaker) !== undefined) continue;
    return { ...place, standing: approves ? "approving" : "rejecting", officer, withEvidence };
  }
  const holder = state.officers.get(state.seats.get(id) ?? "");
  if (holder?.key === undefined || holder.party !== party) {
    // An empty seat may still be filled, unless whoever sits there would be out all the same.
    const isOut = isPartyBarred(view, party, voices.withoutMaker);
    return { ...place, standing: isOut ? "recused" : "empty" };
  }
  const isBarred = barOf(view, holder, voices.withoutMaker) !== undefined;
  return { ...place, standing: isBarred ? "recused" : "silent", officer: holder.id };
}

/** The alternate in a recused seat's place, if it may speak or may still be filled (G21). */
function alternateFor(
  view: ActView,
  voices: Voices,
  seat: Seat,
  standingIn: Set<string>,
): Place | undefined {
  const alternate = view.index.seats.get(seat.alternate ?? "");
  if (alternate === undefined || standingIn.has(alternate.id)) return undefined;
  const place = placeOfSeat(view, voices, alternate);
  if (place.standing === "recused") return undefined;
  standingIn.add(alternate.id);
  return { ...place, seat: seat.id };
}

/** Every place of a party or body, with alternates standing in for recused seats. */
export function placesOf(view: ActView, voices: Voices, group: SeatGroup): readonly Place[] {
  const standingIn = new Set<string>();
  return group.seats.map((seat) => {
    const place = placeOfSeat(view, voices, seat);
    if (place.standing !== "recused" || seat.alternate === undefined) return place;
    return alternateFor(view, voices, seat, standingIn) ?? place;
  });
}

/** The place of a single seat, with its alternate where it is recused. */
export function singlePlace(view: ActView, voices: Voices, seat: Seat): Place {
  const [place] = placesOf(view, voices, { seats: [seat], sovereigns: [] });
  return place!;
}

/** Whether a place counts in numbers and majorities: somebody speaks there (G21, G22). */
export function isEligible({ standing }: Place): boolean {
  return standing !== "recused" && standing !== "empty";
}
