import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { fiscalYearOf } from "@jointfund/core/calendar/fiscal-year.ts";
import { assert } from "@jointfund/core/base/assert.ts";
import type { FundModel, ProjectedParty } from "../charter/fund-model.ts";
import { exchangeOutput, outputOf } from "../charter/fund-outputs.ts";
import { BLOCK_PATHS, type Kernel, type StepOutputs } from "../kernel/program.ts";
import type { FundFutures, PartyAmounts, PartyFutures } from "./fund-futures.ts";

/** The calendar year that names the fiscal year of a party in which a day lies. */
function yearOf({ fiscalYear }: ProjectedParty, date: LocalDate): number {
  const year = fiscalYearOf({ calendarId: "projection", ...fiscalYear }, date);
  assert(year.ok, "a projection ends within the calendar");
  return Number(year.value.label.slice(2));
}

/** Where a party's amounts are gathered, by fiscal year and path. */
type Gathered = {
  readonly party: ProjectedParty;
  readonly years: readonly number[];
  /** The year of each step, counted from the first. */
  readonly yearAt: readonly number[];
  readonly outputs: {
    readonly paidIn: number;
    readonly distributed: number;
    readonly worth: number;
  };
  /** Of the quote of its currency; absent for the base currency. */
  readonly quote: number | undefined;
  readonly inBase: PartyAmounts;
  readonly inOwn: PartyAmounts | undefined;
};

/**
 * The futures of a charter by each treasury's fiscal years, gathered from a program's run block by
 * block, at the rate of exchange of each step (PO8).
 */
export function projectedFutures(model: FundModel, kernel: Kernel, paths: number): FundFutures {
  const gathered = model.parties
    .filter(({ kind }) => kind === "sovereign")
    .map((party) => gatheredFor(model, party, paths));
  const blocks = Math.ceil(paths / BLOCK_PATHS);
  for (let block = 0; block < blocks; block++) {
    const first = block * BLOCK_PATHS;
    const lanes = Math.min(BLOCK_PATHS, paths - first);
    kernel.run(model.inputs, block, (step, outputs) => {
      for (const each of gathered) {
        gather(each, { step, outputs, first, lanes, paths, scale: 1 / model.minorUnits });
      }
    });
  }
  return {
    ...{ from: "projection", baseCurrency: model.baseCurrency, paths },
    parties: gathered.map(({ party, years, inBase, inOwn }): PartyFutures => {
      const { id, currency } = party;
      return { party: id, currency, years, inBase, ...(inOwn === undefined ? {} : { inOwn }) };
    }),
  };
}

function gatheredFor(model: FundModel, party: ProjectedParty, paths: number): Gathered {
  const names = model.program.outputs.map(({ name }) => name);
  const place = (name: string): number => {
    const index = names.indexOf(name);
    assert(index >= 0, `the program tells ${name}`);
    return index * BLOCK_PATHS;
  };
  const labels = model.dates.map((date) => yearOf(party, date));
  const first = labels[0] ?? 0;
  const count = (labels.at(-1) ?? first) - first + 1;
  const made = (): PartyAmounts => ({
    paidIn: new Float64Array(count * paths),
    distributed: new Float64Array(count * paths),
    worth: new Float64Array(count * paths),
  });
  const isBase = party.currency === model.baseCurrency;
  return {
    party,
    years: Array.from({ length: count }, (_each, year) => first + year),
    yearAt: labels.map((label) => label - first),
    outputs: {
      paidIn: place(outputOf("paidIn", party.id)),
      distributed: place(outputOf("distributed", party.id)),
      worth: place(outputOf("worth", party.id)),
    },
    quote: isBase ? undefined : place(exchangeOutput(party.currency)),
    inBase: made(),
    inOwn: isBase ? undefined : made(),
  };
}

/** Adds what one step of a block tells. */
function gather(
  { yearAt, outputs: places, quote, inBase, inOwn }: Gathered,
  of: {
    readonly step: number;
    readonly outputs: StepOutputs;
    readonly first: number;
    readonly lanes: number;
    readonly paths: number;
    readonly scale: number;
  },
): void {
  const { outputs, scale } = of;
  const row = yearAt[of.step]! * of.paths + of.first;
  for (let lane = 0; lane < of.lanes; lane++) {
    const at = row + lane;
    const paidIn = outputs[places.paidIn + lane]! * scale;
    const distributed = outputs[places.distributed + lane]! * scale;
    const worth = outputs[places.worth + lane]! * scale;
    inBase.paidIn[at]! += paidIn;
    inBase.distributed[at]! += distributed;
    // The last step of the year is what is left of it.
    inBase.worth[at] = worth;
    if (quote === undefined || inOwn === undefined) continue;
    const rate = outputs[quote + lane]!;
    inOwn.paidIn[at]! += paidIn * rate;
    inOwn.distributed[at]! += distributed * rate;
    inOwn.worth[at] = worth * rate;
  }
}
