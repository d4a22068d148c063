import { assert } from "@jointfund/core/base/assert.ts";
import { exampleCharter } from "../../../tests/support/charters.ts";
import type { Assumptions } from "../src/assumptions/assumptions.ts";
import { defaultAssumptions } from "../src/assumptions/default-assumptions.ts";
import { factorInputs } from "../src/factors/factor-inputs.ts";
import type { Factors } from "../src/factors/factors.ts";
import { writeFactors } from "../src/factors/write-factors.ts";
import { ProgramBuilder } from "../src/kernel/program-builder.ts";
import { inputsOf, sample, type Sampled } from "./run-program.ts";

const made = defaultAssumptions(exampleCharter("us-japan"));
assert(made.ok, "the example has default assumptions");
const DEFAULT = made.value;

/** The default assumptions of the example charter, with some of them otherwise. */
export const assumed = (changes: Partial<Assumptions>): Assumptions => ({ ...DEFAULT, ...changes });

/** A number as a rate's text. */
export const text = (value: number): string => value.toFixed(17);

/** A lognormal market whose mean grows by a rate that is compounded all the time. */
export const lognormal = (drift: number, volatility: number): Assumptions["market"] => ({
  expectedReturn: text(Math.expm1(drift)),
  model: { kind: "lognormal", volatility: text(volatility) },
});

export type World = { readonly b: ProgramBuilder; readonly factors: Factors };

export type Drawing = {
  readonly steps: number;
  readonly blocks?: number;
  readonly keep?: readonly number[];
  readonly stresses?: readonly string[];
  /** States of the test's own, as the first step begins. */
  readonly openings?: { readonly [state: string]: number };
};

/** Samples a small program that is written on the factors of some assumptions. */
export function draw(
  assumptions: Assumptions,
  { steps, blocks = 32, keep, stresses = [], openings = {} }: Drawing,
  write: (world: World) => void,
): Sampled {
  const b = new ProgramBuilder();
  write({ b, factors: writeFactors(b, assumptions) });
  const program = b.build();
  const given = factorInputs(assumptions, { steps, stresses });
  for (const [state, value] of Object.entries(openings)) given.openings.set(state, value);
  const inputs = inputsOf(program, given, { steps });
  return sample(program, inputs, { blocks, ...(keep === undefined ? {} : { keep }) });
}
