import type { Assumptions } from "../assumptions/assumptions.ts";
import { exchangeInputs } from "./exchange.ts";
import { marketInputs } from "./market.ts";
import { correlationInputs } from "./normals.ts";
import { shortRateInputs } from "./short-rate.ts";
import { stressInputs } from "./stresses.ts";

/** Values by the names that a program gives to parameters, schedules, tables and states. */
export type FactorInputs = {
  readonly parameters: Map<string, number>;
  /** One value for each step. */
  readonly schedules: Map<string, Float64Array>;
  readonly tables: Map<string, Float64Array>;
  readonly openings: Map<string, number>;
};

/** How long a run is, and which of the assumed stresses come true in it, by id. */
export type FactorRun = { readonly steps: number; readonly stresses: readonly string[] };

/**
 * What a run gives to the factors of a program that `writeFactors` wrote for the same kinds of
 * models: any figure of the assumptions and any stress may be another one without a new program.
 */
export function factorInputs(assumptions: Assumptions, run: FactorRun): FactorInputs {
  const inputs: FactorInputs = {
    parameters: new Map(),
    schedules: new Map(),
    tables: new Map(),
    openings: new Map(),
  };
  correlationInputs(assumptions, inputs);
  marketInputs(assumptions, inputs);
  exchangeInputs(assumptions, run, inputs);
  shortRateInputs(assumptions, inputs);
  stressInputs(assumptions, run, inputs);
  return inputs;
}
