import type { LocalizedText } from "../../charter/charter.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";

/** A value that a sovereign doubts. */
export type ContestedValue = {
  readonly kind: "valueChallenged";
  readonly party: string;
  readonly investment: string;
  readonly name: LocalizedText;
  readonly actId: string;
};

/** What an event makes public of a value that is doubted, with the clause; else nothing. */
export function contestedValue(
  event: FundEvent,
  after: FundState,
): (ContestedValue & { readonly clause: string }) | undefined {
  if (event.kind !== "valuationChallenged") return undefined;
  const { by: party, actId } = event.challenge;
  const clause = after.charter.valuation?.challenge?.clause ?? "";
  const name = after.investments.get(event.id)?.name ?? {};
  return { kind: "valueChallenged", party, investment: event.id, name, actId, clause };
}
