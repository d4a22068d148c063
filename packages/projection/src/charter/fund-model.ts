import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Inputs, Program } from "../kernel/program.ts";

/** A party whose money a projection follows, or all holders of a class that opens. */
export type ProjectedParty = {
  readonly id: string;
  readonly kind: "sovereign" | "partner" | "class";
  /** In which it counts, and whose quote is an output if it is not the base currency. */
  readonly currency: string;
  /** Month and day on which its fiscal year starts, as "04-01", and which year names it. */
  readonly fiscalYear: { readonly start: string; readonly namedBy: "start" | "end" };
  /** A year, in its own currency. */
  readonly fundingRate: number;
};

/** A charter and assumptions, compiled: all that a run needs but the number of paths. */
export type FundModel = {
  readonly program: Program;
  readonly inputs: Inputs;
  readonly opens: LocalDate;
  /** Last day of each step. */
  readonly dates: readonly LocalDate[];
  readonly baseCurrency: string;
  readonly parties: readonly ProjectedParty[];
  readonly covenants: readonly string[];
  /** Minor units of the base currency in one major unit. */
  readonly minorUnits: number;
};
