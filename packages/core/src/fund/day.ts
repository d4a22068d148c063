import type { LocalDate } from "../calendar/date.ts";
import type { Context } from "../governance/act-definition.ts";
import { openDay } from "../governance/clock.ts";
import { withConsequences } from "./consequences.ts";
import type { Effects, FundEvent } from "./effects.ts";
import { evolve } from "./evolve.ts";
import type { FundState } from "./state.ts";
import { longStops } from "./waterfall-rules.ts";

/** What the opening of a day looks at: the state with the day open, and the days since the last. */
export type Morning = {
  readonly state: FundState;
  /** The day that was open before. */
  readonly since: LocalDate;
  readonly date: LocalDate;
  /** Journal entries that a rule posts are "<id>/<n>", n counted from the number given. */
  readonly id: string;
  readonly n: number;
  readonly context: Context;
};

/** A rule of what falls due when a day opens. */
export type DueRule = (morning: Morning) => readonly FundEvent[];

/** In this order; each sees what the rules before it have caused. */
const RULES: readonly DueRule[] = [longStops];

/** Id under which the opening of a day posts: no act stands behind it but the charter's rules. */
export const idOfDay = (date: LocalDate): string => `day-${date}`;

/** Opens a day and records what is due on it, then what follows from that (R14). */
export function openFundDay(state: FundState, date: LocalDate, context: Context): Effects {
  let events: Effects = openDay(state, date);
  let morning = evolve(state, events, context.recordedAt);
  const id = idOfDay(date);
  for (const rule of RULES) {
    const n = events.filter(({ kind }) => kind === "posted").length + 1;
    const due = rule({ state: morning, since: state.today, date, id, n, context });
    if (due.length === 0) continue;
    events = [...events, ...due];
    morning = evolve(morning, due, context.recordedAt);
  }
  return withConsequences(state, events, { id, context });
}
