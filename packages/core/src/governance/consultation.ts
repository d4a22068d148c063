import type { Consultation } from "../charter/charter.ts";
import type { ActView } from "./act-view.ts";
import { isEligible, placesOf, type Place, type Voices } from "./place.ts";
import { hasRunOut } from "./window.ts";

/** A consulted body's places; "approving" are those that have answered, whatever they said. */
export function consultedPlaces(view: ActView, body: string): readonly Place[] {
  const group = view.index.bodySeats.get(body);
  if (group === undefined) return [];
  const said = view.record.consultations
    .filter((answer) => answer.body === body)
    .map(({ officer, seats }) => ({ officer, seats, approves: true, withEvidence: false }));
  const voices: Voices = { withoutMaker: false, said };
  return placesOf(view, voices, group);
}

/**
 * Whether one body's consultation has ended (G42): all of its eligible seats have answered, or the
 * window has run out. Where silence blocks, the window's end counts only once a seat has answered.
 */
export function hasConsulted(view: ActView, { body, window, silence }: Consultation): boolean {
  const { record, charter, state } = view;
  const length = { from: record.proposedOn, length: window };
  if (hasRunOut(charter, length, state.today)) {
    if (silence === "deemed") return true;
    if (record.consultations.some((answer) => answer.body === body)) return true;
  }
  const eligible = consultedPlaces(view, body).filter(isEligible);
  return eligible.length > 0 && eligible.every(({ standing }) => standing === "approving");
}

/** Whether everybody who is to be consulted has been. */
export function isConsulted(view: ActView): boolean {
  if (view.record.consultedOn !== undefined) return true;
  return (view.rule.consult ?? []).every((consultation) => hasConsulted(view, consultation));
}
