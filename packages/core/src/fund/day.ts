import type { LocalDate } from "../calendar/date.ts";
import type { Context } from "../governance/act-definition.ts";
import { openDay } from "../governance/clock.ts";
import { accrueInterest, endGuarantees, lapseDrawings } from "./debt/debt-rules.ts";
import { postedCount, type DueRule } from "./consequence-rule.ts";
import { disputesOnDay } from "./acts/disputes.ts";
import { windUpOnDay } from "./winding-up.ts";
import { withConsequences } from "./consequences.ts";
import type { Effects } from "./effects.ts";
import { evolve } from "./evolve.ts";
import { feesDue } from "./dealing/fees.ts";
import {
  accrueLateInterest,
  climbDefaultLadder,
  endRecalls,
  lapseTrueUps,
} from "./late-payment.ts";
import type { FundState } from "./state.ts";
import { longStops, monthlyAccruals } from "./waterfall/waterfall-rules.ts";

/** In this order; each sees what the rules before it have caused. */
const RULES: readonly DueRule[] = [
  accrueInterest,
  lapseDrawings,
  endGuarantees,
  feesDue,
  monthlyAccruals,
  longStops,
  disputesOnDay,
  windUpOnDay,
  accrueLateInterest,
  climbDefaultLadder,
  endRecalls,
  lapseTrueUps,
];

/** Id under which the opening of a day posts: no act stands behind it but the charter's rules. */
export const idOfDay = (date: LocalDate): string => `day-${date}`;

/** Opens a day and records what is due on it, then what follows from that (R14). */
export function openFundDay(state: FundState, date: LocalDate, context: Context): Effects {
  let events: Effects = openDay(state, date);
  let morning = evolve(state, events, context.recordedAt);
  const id = idOfDay(date);
  for (const rule of RULES) {
    const n = postedCount(events) + 1;
    const due = rule({ state: morning, since: state.today, date, id, n, context });
    if (due.length === 0) continue;
    events = [...events, ...due];
    morning = evolve(morning, due, context.recordedAt);
  }
  return withConsequences(state, events, { id, context });
}
