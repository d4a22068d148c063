import { assert } from "@jointfund/core/base/assert.ts";
import { outputOf } from "../charter/fund-outputs.ts";
import type { Collection, Collector } from "../kernel/collection.ts";
import { BLOCK_PATHS, type Program, type StepOutputs } from "../kernel/program.ts";

/**
 * What the stake of each treasury is worth in every future under the pricing measure, less what is
 * paid for it, in units of the base currency as the host's first year begins (PO9).
 */
export type StakeValues = {
  readonly paths: number;
  readonly parties: readonly { readonly party: string; readonly values: Float64Array }[];
};

/** Which stakes are valued; plain data, since it goes to threads. */
export type StakeData = {
  readonly paths: number;
  readonly minorUnits: number;
  /** What 1 on the day of each step is worth as the host's first year begins. */
  readonly factors: readonly number[];
  /** The steps in the years that are compared, of each party. */
  readonly stakes: readonly {
    readonly party: string;
    readonly first: number;
    readonly last: number;
  }[];
};

type Part = {
  readonly block: number;
  readonly stakes: readonly Float64Array[];
};

/**
 * Values of stakes, from a program's run block by block. Every flow is discounted from the day of
 * its step: what is bought at what it is worth is then worth exactly that, on average.
 */
export function stakesCollection(
  program: Program,
  { paths, minorUnits, factors, stakes }: StakeData,
): Collection<Part, StakeValues> {
  const names = program.outputs.map(({ name }) => name);
  const place = (name: string): number => {
    const index = names.indexOf(name);
    assert(index >= 0, `the program tells ${name}`);
    return index * BLOCK_PATHS;
  };
  const places = stakes.map(({ party, first, last }) => ({
    ...{ first, last },
    paidIn: place(outputOf("paidIn", party)),
    distributed: place(outputOf("distributed", party)),
    worth: place(outputOf("worth", party)),
  }));
  return {
    collector: () => new StakeCollector(places, factors, 1 / minorUnits),
    begin: () => ({
      paths,
      parties: stakes.map(({ party }) => ({ party, values: new Float64Array(paths) })),
    }),
    merge(into, { block, stakes: parts }) {
      for (const [at, part] of parts.entries()) {
        into.parties[at]!.values.set(part, block * BLOCK_PATHS);
      }
    },
  };
}

type Place = {
  readonly first: number;
  readonly last: number;
  readonly paidIn: number;
  readonly distributed: number;
  readonly worth: number;
};

class StakeCollector implements Collector<Part> {
  readonly #places: readonly Place[];
  readonly #factors: readonly number[];
  readonly #scale: number;
  #block = 0;
  #stakes: readonly Float64Array[] = [];

  constructor(places: readonly Place[], factors: readonly number[], scale: number) {
    this.#places = places;
    this.#factors = factors;
    this.#scale = scale;
  }

  start(block: number, paths: number): void {
    this.#block = block;
    this.#stakes = this.#places.map(() => new Float64Array(paths));
  }

  step(step: number, outputs: StepOutputs): void {
    const factor = this.#factors[step]! * this.#scale;
    for (const [at, { first, last, paidIn, distributed, worth }] of this.#places.entries()) {
      if (step < first || step > last) continue;
      const values = this.#stakes[at]!;
      const held = step === last ? 1 : 0;
      for (let lane = 0; lane < values.length; lane++) {
        const flow = outputs[distributed + lane]! - outputs[paidIn + lane]!;
        values[lane]! += factor * (flow + held * outputs[worth + lane]!);
      }
    }
  }

  finish(): Part {
    return { block: this.#block, stakes: this.#stakes };
  }
}

/** Values of the same stakes in futures that follow one another. */
export function joinedStakes(parts: readonly StakeValues[]): StakeValues {
  const [head] = parts;
  assert(head !== undefined, "some paths were projected");
  const paths = parts.reduce((sum, part) => sum + part.paths, 0);
  const parties = head.parties.map(({ party }, at) => {
    const values = new Float64Array(paths);
    let first = 0;
    for (const part of parts) {
      values.set(part.parties[at]!.values, first);
      first += part.paths;
    }
    return { party, values };
  });
  return { paths, parties };
}

/** The values of one party's stake. */
export function stakeOf({ parties }: StakeValues, party: string): Float64Array {
  const found = parties.find((each) => each.party === party);
  assert(found !== undefined, "the stakes of both treasuries were valued");
  return found.values;
}
