import type { LocalDate } from "../calendar/date.ts";
import type { Context } from "../governance/act-definition.ts";
import type { Effects, FundEvent } from "./effects.ts";
import type { FundState } from "./state.ts";

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

/** How many journal entries the effects hold already: the next one's number follows. */
export const postedCount = (effects: Effects): number =>
  effects.filter(({ kind }) => kind === "posted").length;
