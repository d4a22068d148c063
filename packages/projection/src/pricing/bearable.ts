import { assert } from "@jointfund/core/base/assert.ts";
import type { Assumptions } from "../assumptions/assumptions.ts";
import type { FundModel } from "../charter/fund-model.ts";
import { exchangeOutput, outputOf } from "../charter/fund-outputs.ts";
import { minorUnits } from "../charter/minor-units.ts";
import { BLOCK_PATHS, type Kernel } from "../kernel/program.ts";
import { logarithm } from "../numeric/logarithm.ts";

/** What a fall of values leads to, from the first to the last [PJ114]. */
export const FALL_EVENTS = ["watched", "locked", "curedByCall", "forcedSale", "defaulted"] as const;
export type FallEvent = (typeof FALL_EVENTS)[number];

/** The smallest fall that leads to something, and what each party has then lost by it. */
export type BearableFall = {
  readonly event: FallEvent;
  /** Of values at once; null where no fall of up to 99% leads to it. */
  readonly fall: number | null;
  /** Gain without the fall less gain with it, at the horizon; minor units of its currency. */
  readonly losses: readonly {
    readonly party: string;
    readonly currency: string;
    readonly loss: number;
  }[];
};

/** Assumptions in which nothing moves by chance: every path is the expected one. */
export function withoutChance(assumptions: Assumptions): Assumptions {
  const { market, exchange, projects, shortRate, treasuries } = assumptions;
  return {
    ...assumptions,
    market: { ...market, model: { kind: "lognormal", volatility: "0%" } },
    exchange: mapped(exchange, (quote) => ({ ...quote, volatility: "0%" })),
    shortRate: { ...shortRate, volatility: "0%" },
    projects: projects.map((project) => ({ ...project, ownVolatility: "0%" })),
    treasuries: mapped(treasuries, (treasury) => ({ ...treasury, stops: "0%" })),
  };
}

const mapped = <T>(
  values: { readonly [name: string]: T },
  change: (value: T) => T,
): { readonly [name: string]: T } =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

/** The model with a fall of all projects' values in one step, as a share of what they are worth. */
export function withFall(model: FundModel, step: number, fall: number): FundModel {
  const { program, inputs } = model;
  const schedules = inputs.schedules.slice();
  const width = program.schedules.length;
  const change = logarithm(1 - fall);
  for (const [index, name] of program.schedules.entries()) {
    if (name.startsWith("stress.sector.")) schedules[step * width + index]! += change;
  }
  return { ...model, inputs: { ...inputs, schedules } };
}

/** The same model over fewer steps. */
export function shortened(model: FundModel, steps: number): FundModel {
  const { program, inputs, dates } = model;
  const schedules = inputs.schedules.slice(0, steps * program.schedules.length);
  return { ...model, dates: dates.slice(0, steps), inputs: { ...inputs, steps, schedules } };
}

type Gains = readonly number[];
type Told = { readonly events: ReadonlySet<FallEvent>; readonly gains: Gains };

/** Of the first path: what happens from the step on, and what each party has gained by the end. */
function told(kernel: Kernel, model: FundModel, from: number): Told {
  const { program, inputs, parties, baseCurrency, covenants } = model;
  const place = new Map(program.outputs.map(({ name }, index) => [name, index]));
  const events = new Set<FallEvent>();
  const gains = parties.map(() => 0);
  kernel.run(inputs, 0, (step, outputs) => {
    const value = (name: string): number => {
      const index = place.get(name);
      return index === undefined ? 0 : outputs[index * BLOCK_PATHS]!;
    };
    for (const [index, { id, currency }] of parties.entries()) {
      const quote = currency === baseCurrency ? 1 : value(exchangeOutput(currency));
      const rate = quote * (minorUnits(currency) / minorUnits(baseCurrency));
      const worth = step === inputs.steps - 1 ? Math.max(0, value(outputOf("worth", id))) : 0;
      const flow = value(outputOf("distributed", id)) - value(outputOf("paidIn", id));
      gains[index]! += (flow + worth) * rate;
    }
    if (step < from) return;
    if (covenants.some((id) => value(`rung:${id}`) > 0)) events.add("watched");
    for (const name of ["locked", "forcedSale", "defaulted"] as const) {
      if (value(name) > 0) events.add(name);
    }
    if (value("called:cure") > 0) events.add("curedByCall");
    // What is cured within the step was beyond its threshold before, and is not at its end.
    if (events.size > 0) events.add("watched");
  });
  return { events, gains };
}

/** Halvings: a fall is found to within a millionth. */
const HALVINGS = 20;
const WORST = 0.99;

/**
 * How far values may fall at once in a step before something happens, by halving over the expected
 * path [PJ114]. The model is of `withoutChance`, tells all and ends at the horizon.
 */
export function bearableFalls(
  model: FundModel,
  kernel: Kernel,
  step: number,
): readonly BearableFall[] {
  assert(step < model.inputs.steps, "the fall is within the run");
  const at = (fall: number): Told => told(kernel, withFall(model, step, fall), step);
  const calm = at(0);
  return FALL_EVENTS.map((event) => {
    if (calm.events.has(event)) return { event, fall: 0, losses: lossesOf(model, calm, calm) };
    if (!at(WORST).events.has(event)) return { event, fall: null, losses: [] };
    let [low, high] = [0, WORST];
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (low + high) / 2;
      if (at(middle).events.has(event)) high = middle;
      else low = middle;
    }
    return { event, fall: high, losses: lossesOf(model, calm, at(high)) };
  });
}

const lossesOf = ({ parties }: FundModel, calm: Told, fallen: Told): BearableFall["losses"] =>
  parties.map(({ id, currency }, index) => ({
    ...{ party: id, currency },
    loss: calm.gains[index]! - fallen.gains[index]!,
  }));

const MOST_INVESTED = 0.95;

/** The first step by which nearly all that is ever invested is: by default the fall comes then. */
export function mostInvestedStep(model: FundModel, kernel: Kernel): number {
  const place = model.program.outputs.findIndex(({ name }) => name === "invested");
  const invested: number[] = [];
  kernel.run(model.inputs, 0, (step, outputs) => {
    invested.push((invested[step - 1] ?? 0) + outputs[place * BLOCK_PATHS]!);
  });
  const all = invested.at(-1) ?? 0;
  return Math.max(
    0,
    invested.findIndex((sum) => sum >= MOST_INVESTED * all),
  );
}
