import { assert } from "@jointfund/core/base/assert.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import {
  bearableFalls,
  mostInvestedStep,
  shortened,
  withFall,
  withoutChance,
  type BearableFall,
} from "@jointfund/projection/pricing/bearable.ts";
import type { Price } from "@jointfund/projection/pricing/price.ts";
import { priceModels } from "./price-readings.ts";
import type { ProjectionInput } from "./projection-input.ts";
import type { AnalysisOptions } from "./sensitivity.ts";

/** How far values may fall at once before something happens, and what is then lost [PJ114]. */
export type Bearable = {
  readonly format: "jointfund/bearable/v1";
  readonly paths: number;
  readonly seed: string;
  /** Of the fall, and its last day. */
  readonly step: number;
  readonly date: LocalDate;
  /** Until when what follows is looked at. */
  readonly until: LocalDate;
  /** On the expected path. */
  readonly falls: readonly BearableFall[];
  /** On random paths up to that day; beside no fall, the first. */
  readonly random: readonly { readonly fall: number; readonly price: Price }[];
};

const TRIED = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6] as const;
/** Periods of a covenant's ladder have run out by then, or so. */
const YEARS_AFTER = 2;

/** Undefined if the run was ended before it was whole. */
export async function bearableOf(
  { charter, assumptions, model }: ProjectionInput,
  options: AnalysisOptions & { readonly step?: number },
): Promise<Bearable | undefined> {
  const { seed, stresses } = options;
  const { steps } = model.inputs;
  const asked = { steps, stresses, key: keyOfSeed(seed), tellsAll: true };
  const expected = compileFund(charter, withoutChance(assumptions), asked);
  assert(expected.ok, "what a charter says does not hang on a figure that is assumed");
  const { program } = expected.value;
  const kernel = compiledKernel(program, new WebAssembly.Module(compileModule(program)));
  const step = Math.min(options.step ?? mostInvestedStep(expected.value, kernel), steps - 1);
  const after = (YEARS_AFTER * 12) / assumptions.stepMonths;
  const horizon = Math.min(steps, step + 1 + after);
  const until = shortened(model, horizon);
  const [first, ...others] = TRIED.map((fall) => withFall(until, step, fall));
  const prices = await priceModels([first!, ...others], options);
  if (prices.length < TRIED.length) return undefined;
  return {
    ...{ format: "jointfund/bearable/v1", paths: options.paths, seed, step },
    ...{ date: model.dates[step]!, until: model.dates[horizon - 1]! },
    falls: bearableFalls(shortened(expected.value, horizon), kernel, step),
    random: prices.map((price, index) => ({ fall: TRIED[index]!, price })),
  };
}
