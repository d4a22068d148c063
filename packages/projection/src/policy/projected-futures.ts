import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { fiscalYearOf } from "@jointfund/core/calendar/fiscal-year.ts";
import { assert } from "@jointfund/core/base/assert.ts";
import type { FundModel, ProjectedParty } from "../charter/fund-model.ts";
import { exchangeOutput, outputOf } from "../charter/fund-outputs.ts";
import type { Collection, Collector } from "../kernel/collection.ts";
import { BLOCK_PATHS, type Program, type StepOutputs } from "../kernel/program.ts";
import type { FundFutures, PartyAmounts, PartyFutures } from "./fund-futures.ts";

/** The calendar year that names the fiscal year of a party in which a day lies. */
function yearOf({ fiscalYear }: ProjectedParty, date: LocalDate): number {
  const year = fiscalYearOf({ calendarId: "projection", ...fiscalYear }, date);
  assert(year.ok, "a projection ends within the calendar");
  return Number(year.value.label.slice(2));
}

/** Which futures are gathered; plain data, since it goes to threads. */
export type FuturesData = Pick<FundModel, "dates" | "baseCurrency" | "minorUnits" | "parties"> & {
  readonly paths: number;
};

/** A party's amounts in each of the paths of a block, or of a run. */
type Amounts = { readonly inBase: PartyAmounts; readonly inOwn: PartyAmounts | undefined };
type Part = {
  readonly block: number;
  readonly lanes: number;
  readonly parties: readonly Amounts[];
};

type Place = { readonly [name in Exclude<keyof PartyAmounts, "returned">]: number };

/** What is gathered for one party, and from which outputs. */
type Gathering = {
  readonly party: ProjectedParty;
  readonly years: readonly number[];
  /** The year of each step, counted from the first. */
  readonly yearAt: readonly number[];
  readonly outputs: Place;
  /** Of the part of what is distributed that is capital. */
  readonly capitalShare: number;
  /** Of the quote of its currency; absent for the base currency. */
  readonly quote: number | undefined;
};

/**
 * The futures of a charter by each treasury's fiscal years, gathered from a program's run block by
 * block, at the rate of exchange of each step (PO8).
 */
export function futuresCollection(
  program: Program,
  data: FuturesData,
): Collection<Part, FundFutures> {
  const gatherings = data.parties
    .filter(({ kind }) => kind === "sovereign")
    .map((party) => gatheringOf(program, data, party));
  return {
    collector: () => new FuturesCollector(gatherings, 1 / data.minorUnits),
    begin: () => ({
      ...{ from: "projection", baseCurrency: data.baseCurrency, paths: data.paths },
      parties: gatherings.map((each): PartyFutures => {
        const { inBase, inOwn } = amountsOf(each, data.paths);
        const { party, years } = each;
        const { id, currency } = party;
        return { party: id, currency, years, inBase, ...(inOwn === undefined ? {} : { inOwn }) };
      }),
    }),
    merge(into, { block, lanes, parties }) {
      for (const [place, part] of parties.entries()) {
        const at = { first: block * BLOCK_PATHS, lanes, paths: into.paths };
        const { inBase, inOwn } = into.parties[place]!;
        copyInto(inBase, part.inBase, at);
        if (inOwn !== undefined && part.inOwn !== undefined) copyInto(inOwn, part.inOwn, at);
      }
    },
  };
}

/** Futures of the same charter whose paths follow one another. */
export function joinedFutures(parts: readonly FundFutures[]): FundFutures {
  const [head] = parts;
  assert(head !== undefined, "some paths were projected");
  const paths = parts.reduce((sum, part) => sum + part.paths, 0);
  const parties = head.parties.map((party, place): PartyFutures => {
    const count = party.years.length;
    const { inOwn, ...rest } = party;
    const made: Amounts = {
      inBase: emptyAmounts(count * paths),
      inOwn: inOwn && emptyAmounts(count * paths),
    };
    let first = 0;
    for (const part of parts) {
      const { inBase: base, inOwn: own } = part.parties[place]!;
      const at = { first, lanes: part.paths, paths };
      copyInto(made.inBase, base, at);
      if (made.inOwn !== undefined && own !== undefined) copyInto(made.inOwn, own, at);
      first += part.paths;
    }
    return { ...rest, inBase: made.inBase, ...(made.inOwn && { inOwn: made.inOwn }) };
  });
  return { ...head, paths, parties };
}

const emptyAmounts = (count: number): PartyAmounts => ({
  paidIn: new Float64Array(count),
  distributed: new Float64Array(count),
  returned: new Float64Array(count),
  worth: new Float64Array(count),
});

const amountsOf = ({ years, quote }: Gathering, paths: number): Amounts => ({
  inBase: emptyAmounts(years.length * paths),
  inOwn: quote === undefined ? undefined : emptyAmounts(years.length * paths),
});

/** Puts amounts of some lanes where they belong among all paths, year by year. */
function copyInto(
  to: PartyAmounts,
  from: PartyAmounts,
  at: { readonly first: number; readonly lanes: number; readonly paths: number },
): void {
  for (const name of ["paidIn", "distributed", "returned", "worth"] as const) {
    for (let year = 0; year * at.lanes < from[name].length; year++) {
      const row = from[name].subarray(year * at.lanes, (year + 1) * at.lanes);
      to[name].set(row, year * at.paths + at.first);
    }
  }
}

function gatheringOf(program: Program, data: FuturesData, party: ProjectedParty): Gathering {
  const names = program.outputs.map(({ name }) => name);
  const place = (name: string): number => {
    const index = names.indexOf(name);
    assert(index >= 0, `the program tells ${name}`);
    return index * BLOCK_PATHS;
  };
  const labels = data.dates.map((date) => yearOf(party, date));
  const first = labels[0] ?? 0;
  const count = (labels.at(-1) ?? first) - first + 1;
  const isBase = party.currency === data.baseCurrency;
  return {
    party,
    years: Array.from({ length: count }, (_each, year) => first + year),
    yearAt: labels.map((label) => label - first),
    outputs: {
      paidIn: place(outputOf("paidIn", party.id)),
      distributed: place(outputOf("distributed", party.id)),
      worth: place(outputOf("worth", party.id)),
    },
    capitalShare: place("capitalShare"),
    quote: isBase ? undefined : place(exchangeOutput(party.currency)),
  };
}

class FuturesCollector implements Collector<Part> {
  readonly #gatherings: readonly Gathering[];
  readonly #scale: number;
  #block = 0;
  #lanes = 0;
  #parties: readonly Amounts[] = [];

  constructor(gatherings: readonly Gathering[], scale: number) {
    this.#gatherings = gatherings;
    this.#scale = scale;
  }

  start(block: number, paths: number): void {
    this.#block = block;
    this.#lanes = paths;
    this.#parties = this.#gatherings.map((each) => amountsOf(each, paths));
  }

  step(step: number, outputs: StepOutputs): void {
    for (const [place, gathering] of this.#gatherings.entries()) {
      const of = { step, outputs, lanes: this.#lanes, scale: this.#scale };
      gather(gathering, this.#parties[place]!, of);
    }
  }

  finish(): Part {
    return { block: this.#block, lanes: this.#lanes, parties: this.#parties };
  }
}

/** Adds what one step of a block tells. */
function gather(
  { yearAt, outputs: places, capitalShare, quote }: Gathering,
  { inBase, inOwn }: Amounts,
  of: {
    readonly step: number;
    readonly outputs: StepOutputs;
    readonly lanes: number;
    readonly scale: number;
  },
): void {
  const { outputs, scale } = of;
  const row = yearAt[of.step]! * of.lanes;
  for (let lane = 0; lane < of.lanes; lane++) {
    const at = row + lane;
    const paidIn = outputs[places.paidIn + lane]! * scale;
    const distributed = outputs[places.distributed + lane]! * scale;
    const worth = outputs[places.worth + lane]! * scale;
    inBase.paidIn[at]! += paidIn;
    inBase.distributed[at]! += distributed;
    const returned = distributed * outputs[capitalShare + lane]!;
    inBase.returned[at]! += returned;
    // The last step of the year is what is left of it.
    inBase.worth[at] = worth;
    if (quote === undefined || inOwn === undefined) continue;
    const rate = outputs[quote + lane]!;
    inOwn.paidIn[at]! += paidIn * rate;
    inOwn.distributed[at]! += distributed * rate;
    inOwn.returned[at]! += returned * rate;
    inOwn.worth[at] = worth * rate;
  }
}
