import type { Collection, Collector } from "../kernel/collection.ts";
import { BLOCK_PATHS, type Program, type StepOutputs } from "../kernel/program.ts";
import type { ProjectedParty } from "../charter/fund-model.ts";
import { exchangeOutput, outputOf } from "../charter/fund-outputs.ts";
import { minorUnits } from "../charter/minor-units.ts";

/** What may happen on a path, each told as a bit of its events. */
export const PATH_EVENTS = ["locked", "forcedSale", "defaulted", "callMissed"] as const;
export type PathEvent = (typeof PATH_EVENTS)[number];

/** Of a model, what single paths are told by: plain data, for threads. */
export type ResultTerms = {
  readonly parties: readonly ProjectedParty[];
  readonly baseCurrency: string;
};

/** By party in their order, then by path; events by path. */
type Part = { readonly gains: readonly Float64Array[]; readonly events: Uint8Array };

/**
 * What each path has come to. It grows with the number of paths, nine bytes each and eight for each
 * party, and is kept only where paths of two charters are compared one by one [PJ110].
 */
export type PathResults = { readonly gains: Float64Array[][]; readonly events: Uint8Array[] };

/** Final gains and events of every path [PJ110]. */
export function pathResultsCollection(
  program: Program,
  terms: ResultTerms,
): Collection<Part, PathResults> {
  const plan = planOf(program, terms);
  return {
    begin: () => ({ gains: terms.parties.map(() => []), events: [] }),
    collector: () => new ResultsCollector(plan),
    merge: (into, { gains, events }) => {
      for (const [party, part] of gains.entries()) into.gains[party]!.push(part);
      into.events.push(events);
    },
  };
}

/** All gains of one party, in the order of the paths; minor units of its currency. */
export function gainsOf({ gains }: PathResults, party: number): Float64Array {
  return joined(gains[party]!, (length) => new Float64Array(length));
}

/** All paths on which something happened: 1 where it did. */
export function eventsOf({ events }: PathResults, event: PathEvent): Uint8Array {
  const bit = 1 << PATH_EVENTS.indexOf(event);
  return joined(events, (length) => new Uint8Array(length)).map((all) => ((all & bit) > 0 ? 1 : 0));
}

type Numbers = Float64Array | Uint8Array;

function joined<T extends Numbers>(parts: readonly T[], make: (length: number) => T): T {
  const whole = make(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

type PlannedParty = {
  readonly paidIn: number;
  readonly distributed: number;
  readonly worth: number;
  readonly missed: number;
  readonly quote: number | undefined;
  readonly scale: number;
};
type Plan = { readonly parties: readonly PlannedParty[]; readonly events: readonly number[] };

function planOf(program: Program, { parties, baseCurrency }: ResultTerms): Plan {
  const place = (name: string): number => program.outputs.findIndex((each) => each.name === name);
  return {
    events: ["locked", "forcedSale", "defaulted"].map(place),
    parties: parties.map(({ id, currency }) => ({
      paidIn: place(outputOf("paidIn", id)),
      distributed: place(outputOf("distributed", id)),
      worth: place(outputOf("worth", id)),
      missed: place(outputOf("missed", id)),
      quote: currency === baseCurrency ? undefined : place(exchangeOutput(currency)),
      scale: minorUnits(currency) / minorUnits(baseCurrency),
    })),
  };
}

class ResultsCollector implements Collector<Part> {
  readonly #plan: Plan;
  #paths = 0;
  #gains: readonly Float64Array[] = [];
  #worth: readonly Float64Array[] = [];
  #events = new Uint8Array(0);

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  start(_block: number, paths: number): void {
    this.#paths = paths;
    this.#gains = this.#plan.parties.map(() => new Float64Array(paths));
    this.#worth = this.#plan.parties.map(() => new Float64Array(paths));
    this.#events = new Uint8Array(paths);
  }

  step(_step: number, outputs: StepOutputs): void {
    for (const [bit, place] of this.#plan.events.entries()) this.#mark(outputs, place, 1 << bit);
    for (const [index, party] of this.#plan.parties.entries()) {
      this.#mark(outputs, party.missed, 1 << PATH_EVENTS.indexOf("callMissed"));
      const [gains, worth] = [this.#gains[index]!, this.#worth[index]!];
      for (let lane = 0; lane < this.#paths; lane++) {
        const told = (place: number): number => outputs[place * BLOCK_PATHS + lane]!;
        const rate = (party.quote === undefined ? 1 : told(party.quote)) * party.scale;
        gains[lane]! += (told(party.distributed) - told(party.paidIn)) * rate;
        // Nobody owes the fund what it lacks.
        worth[lane] = Math.max(0, told(party.worth)) * rate;
      }
    }
  }

  #mark(outputs: StepOutputs, place: number, bit: number): void {
    for (let lane = 0; lane < this.#paths; lane++) {
      if (outputs[place * BLOCK_PATHS + lane]! > 0) this.#events[lane]! |= bit;
    }
  }

  finish(): Part {
    for (const [index, gains] of this.#gains.entries()) {
      for (let lane = 0; lane < this.#paths; lane++) gains[lane]! += this.#worth[index]![lane]!;
    }
    return { gains: this.#gains, events: this.#events };
  }
}
