import type { Context } from "../governance/act-definition.ts";
import { classResultsFollowUnits } from "./dealing/class-result-rule.ts";
import type { ConsequenceRule } from "./consequence-rule.ts";
import { testCovenants } from "./debt/covenants.ts";
import { serviceDebt, sweepIncome } from "./debt/debt-rules.ts";
import type { Effects, FundEvent } from "./effects.ts";
import { evolve } from "./evolve.ts";
import type { FundState } from "./state.ts";
import { capitalInWaterfalls } from "./waterfall/waterfall-rules.ts";

/**
 * In this order; each sees what the rules before it have caused. Covenants come last: they are
 * tested on the books that all else leaves.
 */
const RULES: readonly ConsequenceRule[] = [
  classResultsFollowUnits,
  capitalInWaterfalls,
  serviceDebt,
  sweepIncome,
  testCovenants,
];

/**
 * Whether anything happened that a rule could care about: votes and keys change no book. A fixing
 * changes what vehicles owe that are held in another currency (LV22).
 */
const isOfBooks = ({ kind }: FundEvent): boolean =>
  kind === "posted" ||
  kind === "exchangeRateFixed" ||
  kind === "dayOpened" ||
  kind === "charterInForce" ||
  kind === "covenantWaived";

/** The effects with all that follows from them (docs/spec/record.md, R12). */
export function withConsequences(
  before: FundState,
  effects: Effects,
  of: { readonly id: string; readonly context: Context },
): Effects {
  if (!effects.some(isOfBooks)) return effects;
  let all: Effects = effects;
  let after = evolve(before, effects, of.context.recordedAt);
  for (const rule of RULES) {
    const caused = rule({ before, after, effects: all, ...of });
    if (caused.length === 0) continue;
    all = [...all, ...caused];
    after = evolve(after, caused, of.context.recordedAt);
  }
  return all;
}
