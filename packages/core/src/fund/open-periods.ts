import { rejection, type Rejection } from "../governance/rejection.ts";
import type { JournalEntry } from "../ledger/journal.ts";
import { firstOpenDay } from "../ledger/periods.ts";
import type { Effects } from "./effects.ts";
import type { FundState } from "./state.ts";

/** The first open day of an entry's book, where the entry is dated before it. */
function openDayAfter(state: FundState, { vehicle, effectiveDate }: JournalEntry) {
  const open = firstOpenDay(state.periods, vehicle);
  return open !== undefined && effectiveDate < open ? open : undefined;
}

/** Why a decision may not post where it is dated: the period is closed (LG26). */
export function checkOpenPeriods(
  state: FundState,
  effects: Effects,
  clause: string,
): Rejection | undefined {
  for (const event of effects) {
    const open = event.kind === "posted" ? openDayAfter(state, event.entry) : undefined;
    if (event.kind !== "posted" || open === undefined) continue;
    const { vehicle, effectiveDate: actual } = event.entry;
    return rejection("period_closed", clause, { vehicle, actual, required: open });
  }
  return undefined;
}

/** A fact is never refused: what it posts to a closed period is posted on the first open day. */
export function inOpenPeriods(state: FundState, effects: Effects): Effects {
  return effects.map((event) => {
    const open = event.kind === "posted" ? openDayAfter(state, event.entry) : undefined;
    if (event.kind !== "posted" || open === undefined) return event;
    return { ...event, entry: { ...event.entry, effectiveDate: open } };
  });
}
