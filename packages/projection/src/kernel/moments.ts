import type { Collection, Collector } from "./collection.ts";
import { BLOCK_PATHS, type Program, type StepOutputs } from "./program.ts";

/** Of one output at one step, over paths. */
export type Moments = {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared distances from the mean. */
  readonly squares: number;
};

/** For each step that is told of, then each output: mean and sum of squares, side by side. */
type Part = { readonly paths: number; readonly figures: Float64Array };
export type MomentsTotal = { paths: number; readonly figures: Float64Array };

/** Means and variances of every output at these steps, which rise. */
export function momentsCollection(
  program: Program,
  { steps }: { readonly steps: readonly number[] },
): Collection<Part, MomentsTotal> {
  const outputs = program.outputs.length;
  const begin = (): MomentsTotal => ({
    paths: 0,
    figures: new Float64Array(steps.length * outputs * 2),
  });
  return { begin, collector: () => new MomentsCollector(outputs, steps, begin()), merge };
}

/** Of every output, at the step in this place of those that are told of. */
export function momentsOf(total: MomentsTotal, program: Program, place: number): Moments[] {
  return program.outputs.map((_, index) => {
    const at = (place * program.outputs.length + index) * 2;
    return { count: total.paths, mean: total.figures[at]!, squares: total.figures[at + 1]! };
  });
}

/** Standard error of the mean. */
export const standardError = ({ count, squares }: Moments): number =>
  Math.sqrt(squares / (count - 1) / count);

class MomentsCollector implements Collector<Part> {
  readonly #outputs: number;
  readonly #places: ReadonlyMap<number, number>;
  readonly #figures: Float64Array;
  #paths = 0;

  constructor(outputs: number, steps: readonly number[], { figures }: MomentsTotal) {
    this.#outputs = outputs;
    this.#places = new Map(steps.map((step, place) => [step, place]));
    this.#figures = figures;
  }

  start(_block: number, paths: number): void {
    this.#paths = paths;
  }

  step(step: number, values: StepOutputs): void {
    const place = this.#places.get(step);
    if (place === undefined) return;
    for (let index = 0; index < this.#outputs; index++) {
      const start = index * BLOCK_PATHS;
      let sum = 0;
      for (let lane = 0; lane < this.#paths; lane++) sum += values[start + lane]!;
      const mean = sum / this.#paths;
      let squares = 0;
      for (let lane = 0; lane < this.#paths; lane++) {
        const distance = values[start + lane]! - mean;
        squares += distance * distance;
      }
      const at = (place * this.#outputs + index) * 2;
      this.#figures[at] = mean;
      this.#figures[at + 1] = squares;
    }
  }

  finish(): Part {
    return { paths: this.#paths, figures: this.#figures.slice() };
  }
}

/** Chan, Golub and LeVeque (1979): moments of two groups together. */
function merge(into: MomentsTotal, part: Part): void {
  const paths = into.paths + part.paths;
  const { figures } = into;
  for (let at = 0; at < figures.length; at += 2) {
    const distance = part.figures[at]! - figures[at]!;
    figures[at]! += (distance * part.paths) / paths;
    const between = (distance * distance * into.paths * part.paths) / paths;
    figures[at + 1]! += part.figures[at + 1]! + between;
  }
  into.paths = paths;
}
