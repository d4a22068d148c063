import { BLOCK_PATHS, type StepOutputs } from "../kernel/program.ts";
import { Column, type BlockColumns } from "./block-columns.ts";
import {
  PARTY_CHANCES,
  PARTY_COLUMNS,
  type OutcomePlan,
  type PlannedParty,
} from "./outcome-plan.ts";
import { PathFlows, yearlyRate } from "./rate-of-return.ts";

type Columns = { readonly [name in (typeof PARTY_COLUMNS)[number]]: Column };

/** A power of two between the flows of one path would put them all into one set of a cache. */
const FLOWS_ROW = BLOCK_PATHS + 8;

/** What the paths of a block have meant for one party so far, in its own currency [PJ65]. */
export class PartyLanes {
  readonly #plan: OutcomePlan;
  readonly #of: PlannedParty;
  readonly #columns: Columns;
  readonly #terminal = { irr: new Column(), tvpi: new Column(), dpi: new Column() } as const;
  /** Paid in and not had back as capital, and what that has cost in the fiscal year. */
  readonly #outstanding = new Float64Array(BLOCK_PATHS);
  readonly #cost = new Float64Array(BLOCK_PATHS);
  readonly #hasMissed = new Uint8Array(BLOCK_PATHS);
  readonly #paidInStep = new Float64Array(BLOCK_PATHS);
  readonly #receivedInStep = new Float64Array(BLOCK_PATHS);
  /** By step, then by path. */
  readonly #flows: Float64Array;
  readonly #pathFlows: PathFlows;
  #year = 0;

  constructor(plan: OutcomePlan, of: PlannedParty) {
    this.#plan = plan;
    this.#of = of;
    this.#flows = new Float64Array(plan.steps * FLOWS_ROW);
    this.#pathFlows = new PathFlows(plan.steps);
    const made = PARTY_COLUMNS.map((name) => [name, new Column()] as const);
    this.#columns = Object.fromEntries(made) as Columns;
  }

  start(): void {
    for (const { values } of Object.values(this.#columns)) values.fill(0);
    for (const array of [this.#outstanding, this.#cost, this.#hasMissed]) array.fill(0);
    this.#year = 0;
  }

  step(step: number, outputs: StepOutputs, lanes: number): void {
    const { quote, scale, outputs: places } = this.#of;
    const [paidFrom, distributedFrom] = [start(places.paidIn), start(places.distributed)];
    const missedFrom = start(places.missed);
    const quoteFrom = quote === undefined ? -1 : start(quote);
    const [flows, paidIn, received, hasMissed] = this.#ofStep();
    const flowsFrom = step * FLOWS_ROW;
    let paidByAll = 0;
    let receivedByAll = 0;
    for (let lane = 0; lane < lanes; lane++) {
      const rate = quoteFrom < 0 ? scale : outputs[quoteFrom + lane]! * scale;
      const paid = outputs[paidFrom + lane]! * rate;
      const got = outputs[distributedFrom + lane]! * rate;
      flows[flowsFrom + lane] = got - paid;
      paidIn[lane] = paid;
      received[lane] = got;
      paidByAll += paid;
      receivedByAll += got;
      if (outputs[missedFrom + lane]! > 0) hasMissed[lane] = 1;
    }
    this.#addCost(step, lanes);
    // In most steps nobody is called, and nobody is paid.
    if (paidByAll !== 0) this.#addPaidIn(lanes);
    if (receivedByAll !== 0) this.#addReceived(outputs, lanes);
  }

  /** What capital that is outstanding as the step opens costs over it. */
  #addCost(step: number, lanes: number): void {
    const rate = this.#of.party.fundingRate * this.#plan.yearParts[step]!;
    if (rate === 0) return;
    const [cost, outstanding] = [this.#cost, this.#outstanding];
    for (let lane = 0; lane < lanes; lane++) cost[lane]! += outstanding[lane]! * rate;
  }

  #addPaidIn(lanes: number): void {
    const { paidIn, yearPaidIn } = this.#values();
    const [paidInStep, outstanding] = [this.#paidInStep, this.#outstanding];
    for (let lane = 0; lane < lanes; lane++) {
      const paid = paidInStep[lane]!;
      outstanding[lane]! += paid;
      paidIn[lane]! += paid;
      yearPaidIn[lane]! += paid;
    }
  }

  #addReceived(outputs: StepOutputs, lanes: number): void {
    const { incomeShare, gainsShare, capitalShare } = this.#plan.outputs;
    const [incomeFrom, gainsFrom] = [start(incomeShare), start(gainsShare)];
    const capitalFrom = start(capitalShare);
    const { distributed, yearDistributed, income, gains, capital } = this.#values();
    const [receivedInStep, outstanding] = [this.#receivedInStep, this.#outstanding];
    for (let lane = 0; lane < lanes; lane++) {
      const received = receivedInStep[lane]!;
      const ofCapital = received * outputs[capitalFrom + lane]!;
      // What comes back as capital costs nothing any more.
      const left = outstanding[lane]! - ofCapital;
      outstanding[lane] = left > 0 ? left : 0;
      distributed[lane]! += received;
      yearDistributed[lane]! += received;
      income[lane]! += received * outputs[incomeFrom + lane]!;
      gains[lane]! += received * outputs[gainsFrom + lane]!;
      capital[lane]! += ofCapital;
    }
  }

  /** Whether a path has missed a call so far, by lane. */
  get hasMissed(): Uint8Array {
    return this.#hasMissed;
  }

  /** Tells of the fiscal year, if the step is its last. */
  endStep(
    step: number,
    outputs: StepOutputs,
    to: { readonly lanes: number; readonly columns: BlockColumns; readonly chances: Uint32Array },
  ): void {
    const { years, columns: first, columnsPerYear, chances: firstChance } = this.#of;
    if (years[this.#year]!.lastStep !== step) return;
    const { lanes, columns, chances } = to;
    const at = firstChance + this.#year * PARTY_CHANCES.length;
    chances.set(this.#endYear(outputs, lanes), at);
    const base = first + this.#year * columnsPerYear;
    for (const [index, name] of PARTY_COLUMNS.slice(0, columnsPerYear).entries()) {
      columns.add(base + index, this.#columns[name], { from: 0, lanes });
    }
    const { yearPaidIn, yearDistributed, income, gains, capital } = this.#values();
    const amounts = [yearPaidIn, yearDistributed, income, gains, capital];
    for (const array of [...amounts, this.#cost]) array.fill(0);
    this.#year++;
  }

  /** Fills the columns of the year, and counts its chances in their order. */
  #endYear(outputs: StepOutputs, lanes: number): readonly number[] {
    const { outputs: places, quote, scale } = this.#of;
    const worthFrom = start(places.worth);
    const quoteFrom = quote === undefined ? -1 : start(quote);
    const { worth, paidIn, distributed, net, gain, ...year } = this.#values();
    const { income, gains, netRevenue } = year;
    let [losses, missed, below] = [0, 0, 0];
    for (let lane = 0; lane < lanes; lane++) {
      const rate = quoteFrom < 0 ? scale : outputs[quoteFrom + lane]! * scale;
      const part = outputs[worthFrom + lane]!;
      // Nobody owes the fund what it lacks.
      worth[lane] = part < 0 ? 0 : part * rate;
      net[lane] = distributed[lane]! - paidIn[lane]!;
      gain[lane] = worth[lane]! + net[lane]!;
      netRevenue[lane] = income[lane]! + gains[lane]! - this.#cost[lane]!;
      if (gain[lane]! < 0) losses++;
      if (netRevenue[lane]! < 0) below++;
      missed += this.#hasMissed[lane]!;
    }
    return [losses, missed, below];
  }

  /** Rates and multiples at the end; counts its tallies in their order. */
  finish(lanes: number, columns: BlockColumns, tallies: Uint32Array): void {
    const { worth, paidIn, distributed } = this.#values();
    const { irr, tvpi, dpi } = this.#terminal;
    const lastFrom = (this.#plan.steps - 1) * FLOWS_ROW;
    const counted = new Uint32Array(4);
    for (let lane = 0; lane < lanes; lane++) {
      const [paid, received] = [paidIn[lane]!, distributed[lane]!];
      // Nothing paid in gives no multiple.
      tvpi.values[lane] = paid > 0 ? (received + worth[lane]!) / paid : NaN;
      dpi.values[lane] = paid > 0 ? received / paid : NaN;
      this.#flows[lastFrom + lane]! += worth[lane]!;
      const factor = this.#factor(lane, counted);
      irr.values[lane] = factor === 0 ? -1 : yearlyRate(factor, this.#plan.stepsPerYear);
    }
    tallies.set(counted, this.#of.tallies);
    for (const [index, column] of [irr, tvpi, dpi].entries()) {
      columns.add(this.#of.terminalColumns + index, column, { from: 0, lanes });
    }
  }

  /** The discount factor of a path [PJ66]; 0 if all was lost, NaN if there is none to tell. */
  #factor(lane: number, counted: Uint32Array): number {
    const flows = this.#pathFlows;
    flows.take(this.#flows, lane, FLOWS_ROW);
    if (flows.changes > 1) counted[0]!++;
    if (flows.changes === 0) {
      counted[flows.hasPaid ? 2 : 3]!++;
      return flows.hasPaid ? 0 : NaN;
    }
    const factor = flows.factor();
    if (factor === undefined) {
      counted[3]!++;
      return NaN;
    }
    if (flows.changes === 1 || flows.isOnlyFactor(factor)) return factor;
    counted[1]!++;
    return NaN;
  }

  #values(): { readonly [name in (typeof PARTY_COLUMNS)[number]]: Float64Array } {
    const of = this.#columns;
    return {
      ...{ worth: of.worth.values, paidIn: of.paidIn.values, net: of.net.values },
      ...{ distributed: of.distributed.values, gain: of.gain.values },
      ...{ yearDistributed: of.yearDistributed.values, yearPaidIn: of.yearPaidIn.values },
      ...{ income: of.income.values, gains: of.gains.values, capital: of.capital.values },
      netRevenue: of.netRevenue.values,
    };
  }

  #ofStep() {
    return [this.#flows, this.#paidInStep, this.#receivedInStep, this.#hasMissed] as const;
  }
}

const start = (output: number): number => output * BLOCK_PATHS;
