import type { LocalDate } from "../calendar/date.ts";
import type { ActAmount } from "./act-definition.ts";
import { exceeds } from "./deadlock.ts";
import type { ActRecord, GovernanceState } from "./state.ts";

/** A party that may approve acts of some types alone, up to an amount and a day (DG1). */
export type Delegation = {
  /** Id of the act that gave it. */
  readonly id: string;
  readonly to: string;
  readonly actTypes: readonly string[];
  /** The largest amount of one act. */
  readonly most: ActAmount;
  readonly from: LocalDate;
  /** Last day of it. */
  readonly until: LocalDate;
  readonly revokedOn?: LocalDate;
};

/** Whether a delegation holds on a day: not on the day on which it was revoked. */
export function isDelegated({ until, revokedOn }: Delegation, day: LocalDate): boolean {
  return day <= until && (revokedOn === undefined || day < revokedOn);
}

/**
 * The parties that may approve an act alone by delegation, in the order in which they were given
 * it (DG2). An act without an amount is delegated to nobody: what it would cost is not known.
 */
export function delegates(state: GovernanceState, record: ActRecord): readonly string[] {
  const { act, amount } = record;
  if (state.delegations.length === 0 || amount === undefined) return [];
  return state.delegations
    .filter((delegation) => isDelegated(delegation, state.today))
    .filter(({ actTypes, most }) => actTypes.includes(act.type) && !exceeds(amount, most))
    .map(({ to }) => to);
}
