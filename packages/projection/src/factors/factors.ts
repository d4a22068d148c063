import type { Num } from "../kernel/program.ts";

/**
 * What the world does in one step, as nodes of a program. A model of `assumptions.market.model`
 * makes them (docs/spec/projection.md); the fund's own mechanics read nothing else of the world.
 */
export type Factors = {
  /** Length of the step in years, by months: 1/4 or 1/12. */
  readonly years: Num;
  /** Log return of the market over the step, stress included. */
  readonly market: Num;
  /** Variance of that return as the step begins, over the step. */
  readonly marketVariance: Num;
  /**
   * Short rate of the base currency in force over the step, and at its end; a year, never below 0.
   */
  readonly shortRate: Num;
  readonly nextShortRate: Num;
  /** Quote of each currency at the end of the step: units of it for one of the base currency. */
  readonly exchange: ReadonlyMap<string, Num>;
  /** Log change of value that a stress adds to the projects of a sector. */
  readonly sectorShock: (sector: string) => Num;
  /** What income is multiplied by. */
  readonly incomeFactor: Num;
  /** 1 while the party pays its calls by the stresses, else 0. */
  readonly pays: (party: string) => Num;
};
