import type { Context } from "../governance/act-definition.ts";
import { classResultsFollowUnits } from "./class-result-rule.ts";
import type { Effects, FundEvent } from "./effects.ts";
import { evolve } from "./evolve.ts";
import type { FundState } from "./state.ts";
import { capitalInWaterfalls } from "./waterfall-rules.ts";

/** What a rule looks at: the state before an entry and after its effects so far, and the act. */
export type Aftermath = {
  readonly before: FundState;
  readonly after: FundState;
  readonly effects: Effects;
  /** Prefix of the ids of what the rule posts: the act's id, or the day that was opened. */
  readonly id: string;
  readonly context: Context;
};

/** A rule by which effects cause further effects in the same entry. */
export type ConsequenceRule = (aftermath: Aftermath) => readonly FundEvent[];

/** In this order; each sees what the rules before it have caused. */
const RULES: readonly ConsequenceRule[] = [classResultsFollowUnits, capitalInWaterfalls];

/** Whether anything happened that a rule could care about: votes and keys change no book. */
const isOfBooks = ({ kind }: FundEvent): boolean =>
  kind === "posted" || kind === "dayOpened" || kind === "charterInForce";

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
