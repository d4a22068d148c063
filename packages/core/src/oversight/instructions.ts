import type { LocalDate } from "../calendar/date.ts";
import type { GovernanceState } from "../governance/state.ts";
import { windowEnd } from "../governance/window.ts";

/** A government's wish, and the day from which it is shown to the public. */
export type Instruction = {
  readonly actId: string;
  readonly party: string;
  readonly on: LocalDate;
  readonly concern: string;
  readonly text: string;
  /** Last day on which it is not shown; absent where it is shown at once. */
  readonly withheldUntil?: LocalDate;
};

/**
 * The instructions on record, in order of act id (OV1). Whether one is public is a matter of the
 * day: it is computed, and nothing is stored of it.
 */
export function instructionsOf(state: GovernanceState): readonly Instruction[] {
  const after = state.charter.oversight?.instructionsPublicAfter;
  return [...state.acts.values()].flatMap((record): readonly Instruction[] => {
    const { id, act, proposedOn: on } = record;
    if (act.type !== "instruction.record") return [];
    const { concern, text } = act.body as { readonly concern: string; readonly text: string };
    const end = after === undefined ? undefined : windowEnd(state.charter, on, after);
    const party = state.officers.get(act.proposer)?.party ?? "";
    const withheld = end?.ok === true ? { withheldUntil: end.value } : {};
    return [{ actId: id, party, on, concern, text, ...withheld }];
  });
}

/** Those that are shown to the public on a day. */
export function publicInstructions(state: GovernanceState): readonly Instruction[] {
  return instructionsOf(state).filter(
    ({ withheldUntil }) => withheldUntil === undefined || state.today > withheldUntil,
  );
}
