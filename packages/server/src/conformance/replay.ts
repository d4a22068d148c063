import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Asked } from "@jointfund/core/dealing/gate.ts";
import type { ActSteps } from "./act-steps.ts";
import type { Debts } from "./debts.ts";
import type { CalledFor, Path } from "./path-steps.ts";
import type { WholeAmounts } from "./whole-amounts.ts";

/** What one step's call asks of each party in each part of the step, whole minor units. */
export type Call = ReadonlyMap<string, Readonly<Record<CalledFor, bigint>>>;

/** A part of what is spent in one step, which is paid in that step, in a later one, or never. */
export type Expense = { readonly spent: number; readonly paid?: number; readonly minor: bigint };

/** Amounts that are agreed before their step has come, whole minor units. */
export type Planned = {
  readonly whole: WholeAmounts;
  readonly calls: readonly Call[];
  /** By class that opens, then by step: what its holder is called for. */
  readonly classCalls: ReadonlyMap<string, readonly bigint[]>;
  /** By step: the last day on which its call may be issued, among the days on which anything is. */
  readonly issued: readonly (LocalDate | undefined)[];
  /** By project, then by step. */
  readonly draws: ReadonlyMap<string, readonly bigint[]>;
  readonly values: ReadonlyMap<string, readonly bigint[]>;
  readonly bonds: readonly bigint[];
  readonly expenses: readonly Expense[];
};

/** What the parts of a replay share. */
export type Replay = Planned & {
  readonly charter: Charter;
  readonly path: Path;
  readonly acts: ActSteps;
  readonly debts: Debts;
  /** By class that is dealt in: units that are asked to be given back and wait, by order. */
  readonly redemptions: Map<string, readonly Asked[]>;
  /** Steps in which values come before income while a covenant sweeps. */
  readonly valuedFirst: ReadonlySet<number>;
};
