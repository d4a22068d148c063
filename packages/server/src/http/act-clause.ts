import type { FundState } from "@jointfund/core/fund/state.ts";

/** The clause of the charter in force that rules acts of a type; nothing where it has no rule. */
export function clauseOf({ charter }: FundState, type: string): string {
  return Object.hasOwn(charter.acts, type) ? charter.acts[type]!.clause : "";
}

/** Whether a clause is another, or a part of it: 5.1 and 5.1.2 are under 5.1, and 5.10 is not. */
export const isUnder = (whole: string, clause: string): boolean =>
  clause === whole || clause.startsWith(`${whole}.`);
