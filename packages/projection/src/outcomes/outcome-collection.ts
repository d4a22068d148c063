import { assert } from "@jointfund/core/base/assert.ts";
import type { Collection, Collector } from "../kernel/collection.ts";
import { BLOCK_PATHS, type Program, type StepOutputs } from "../kernel/program.ts";
import { BinCounts, type PackedBins } from "./bins.ts";
import { BlockColumns, Column, COLUMN_COUNTS, COLUMN_NUMBERS } from "./block-columns.ts";
import { GatheredColumn } from "./gathered-column.ts";
import { columnsOfDay, planOutcomes, type OutcomePlan, type OutcomeTerms } from "./outcome-plan.ts";
import { PartyLanes } from "./party-lanes.ts";
import { FUND_CHANCES, FUND_FANS } from "./projection.ts";

/** What is kept of a block: by column, chance and tally of the plan. */
export type OutcomePart = {
  readonly paths: number;
  readonly numbers: Float64Array;
  readonly counts: Uint32Array;
  readonly chances: Uint32Array;
  readonly tallies: Uint32Array;
};

/** All blocks so far. */
export type GatheredOutcomes = {
  readonly plan: OutcomePlan;
  paths: number;
  readonly columns: readonly GatheredColumn[];
  readonly chances: Float64Array;
  readonly tallies: Float64Array;
  readonly bins: BinCounts;
};

/** What a fund's program means for the fund and its parties, over paths [PJ68]. */
export function outcomesCollection(
  program: Program,
  terms: OutcomeTerms,
): Collection<OutcomePart, GatheredOutcomes, PackedBins> {
  const plan = planOutcomes(program, terms);
  return {
    collector: () => new OutcomeCollector(plan),
    begin: () => ({
      ...{ plan, paths: 0 },
      columns: plan.resolutions.map(() => new GatheredColumn()),
      chances: new Float64Array(plan.chances),
      tallies: new Float64Array(plan.tallies),
      bins: new BinCounts(plan.resolutions.length),
    }),
    merge,
    addCounts: ({ bins }, packed) => bins.add(packed),
  };
}

function merge(into: GatheredOutcomes, part: OutcomePart): void {
  const { numbers, counts } = part;
  for (const [index, column] of into.columns.entries()) {
    const [number, count] = [index * COLUMN_NUMBERS, index * COLUMN_COUNTS];
    column.add({
      ...{ count: counts[count]!, atLeast: counts[count + 1]!, atMost: counts[count + 2]! },
      ...{ sum: numbers[number]!, squares: numbers[number + 1]! },
      ...{ least: numbers[number + 2]!, most: numbers[number + 3]! },
    });
  }
  addTo(into.chances, part.chances);
  addTo(into.tallies, part.tallies);
  into.paths += part.paths;
}

function addTo(sums: Float64Array, terms: Uint32Array): void {
  for (let at = 0; at < sums.length; at++) sums[at]! += terms[at]!;
}

class OutcomeCollector implements Collector<OutcomePart, PackedBins> {
  readonly #plan: OutcomePlan;
  readonly #columns: BlockColumns;
  readonly #parties: readonly PartyLanes[];
  readonly #leverage = new Column();
  /** Whether it has happened on a path by now: chances of the fund, then covenants. */
  readonly #happened: readonly Uint8Array[];
  #chances: Uint32Array;
  #lanes = 0;
  #told = 0;

  constructor(plan: OutcomePlan) {
    this.#plan = plan;
    this.#columns = new BlockColumns(plan.resolutions);
    this.#parties = plan.parties.map((party) => new PartyLanes(plan, party));
    const events = FUND_CHANCES.length + plan.rungs.length;
    this.#happened = Array.from({ length: events }, () => new Uint8Array(BLOCK_PATHS));
    this.#chances = new Uint32Array(plan.chances);
  }

  start(_block: number, paths: number): void {
    this.#lanes = paths;
    this.#told = 0;
    this.#chances = new Uint32Array(this.#plan.chances);
    for (const lanes of this.#happened) lanes.fill(0);
    for (const party of this.#parties) party.start();
  }

  step(step: number, outputs: StepOutputs): void {
    const to = { lanes: this.#lanes, columns: this.#columns, chances: this.#chances };
    for (const party of this.#parties) {
      party.step(step, outputs, this.#lanes);
      party.endStep(step, outputs, to);
    }
    this.#watch(outputs);
    if (this.#plan.told[this.#told] === step) this.#tell(outputs);
  }

  finish(): OutcomePart {
    assert(this.#told === this.#plan.told.length, "a block has all steps");
    const tallies = new Uint32Array(this.#plan.tallies);
    for (const party of this.#parties) party.finish(this.#lanes, this.#columns, tallies);
    return {
      ...{ paths: this.#lanes, chances: this.#chances, tallies },
      ...{ numbers: this.#columns.numbers(), counts: this.#columns.counts() },
    };
  }

  counts(): PackedBins {
    return this.#columns.bins.pack();
  }

  #watch(outputs: StepOutputs): void {
    const { outputs: places, rungs } = this.#plan;
    const [locked, forcedSale, defaulted, missed, below, ...covenants] = this.#happened;
    this.#mark(locked!, outputs, places.locked);
    this.#mark(forcedSale!, outputs, places.forcedSale);
    this.#mark(defaulted!, outputs, places.defaulted);
    for (const { hasMissed } of this.#parties) {
      for (let lane = 0; lane < this.#lanes; lane++) missed![lane]! |= hasMissed[lane]!;
    }
    const from = places.netAssets * BLOCK_PATHS;
    for (let lane = 0; lane < this.#lanes; lane++) {
      if (outputs[from + lane]! < 0) below![lane] = 1;
    }
    for (const [index, rung] of rungs.entries()) this.#mark(covenants[index]!, outputs, rung);
  }

  #mark(lanes: Uint8Array, outputs: StepOutputs, place: number): void {
    const from = place * BLOCK_PATHS;
    for (let lane = 0; lane < this.#lanes; lane++) if (outputs[from + lane]! > 0) lanes[lane] = 1;
  }

  #tell(outputs: StepOutputs): void {
    const { outputs: places } = this.#plan;
    const first = this.#told * columnsOfDay(this.#plan);
    const column = new Column(outputs);
    for (const [index, name] of FUND_FANS.entries()) {
      if (name === "leverage") {
        this.#fillLeverage(outputs);
        this.#columns.add(first + index, this.#leverage, { from: 0, lanes: this.#lanes });
      } else {
        const from = places[name] * BLOCK_PATHS;
        this.#columns.add(first + index, column, { from, lanes: this.#lanes });
      }
    }
    for (const [index, { place }] of this.#plan.prices.entries()) {
      const lanes = { from: place * BLOCK_PATHS, lanes: this.#lanes };
      this.#columns.add(first + FUND_FANS.length + index, column, lanes);
    }
    const events = this.#happened.length;
    for (const [index, lanes] of this.#happened.entries()) {
      let count = 0;
      for (let lane = 0; lane < this.#lanes; lane++) count += lanes[lane]!;
      this.#chances[this.#told * events + index] = count;
    }
    this.#told++;
  }

  #fillLeverage(outputs: StepOutputs): void {
    const { debt, totalAssets } = this.#plan.outputs;
    const [debtFrom, assetsFrom] = [debt * BLOCK_PATHS, totalAssets * BLOCK_PATHS];
    const { values } = this.#leverage;
    for (let lane = 0; lane < this.#lanes; lane++) {
      const assets = outputs[assetsFrom + lane]!;
      values[lane] = assets > 0 ? outputs[debtFrom + lane]! / assets : NaN;
    }
  }
}
