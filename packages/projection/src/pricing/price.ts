import type { ProjectedParty } from "../charter/fund-model.ts";
import {
  eventsOf,
  gainsOf,
  PATH_EVENTS,
  type PathEvent,
  type PathResults,
} from "./path-results.ts";

/** What one reading of a charter gives one party, over all paths; minor units of its currency. */
export type Prospect = {
  /** Of the final gain: worth and distributions less what was paid in. */
  readonly mean: number;
  readonly standardError: number;
  readonly median: number;
  /** Gain that one path in twenty stays below. */
  readonly bad: number;
  /** Mean gain of those paths. */
  readonly shortfall: number;
  readonly lossProbability: number;
};

/** The same reading beside another, path by path on the same draws [PJ110]. */
export type PriceFor = {
  readonly party: string;
  readonly currency: string;
  readonly prospect: Prospect;
  /** This reading less the first. */
  readonly difference: {
    readonly mean: number;
    /** Of the mean of the differences of paths, not the difference of two means' errors. */
    readonly standardError: number;
    readonly median: number;
    readonly bad: number;
    /** Part of the paths on which the party has more. */
    readonly better: number;
  };
};

/** One reading, priced. */
export type Price = {
  readonly parties: readonly PriceFor[];
  readonly chances: { readonly [event in PathEvent]: Chance };
};
type Chance = { readonly probability: number; readonly difference: number };

/** What came of a model's parties. */
export type PartyResults = {
  readonly parties: readonly ProjectedParty[];
  readonly results: PathResults;
};

/**
 * Prices a reading of a charter beside the first one; both are of the same paths. A party that only
 * one of them has, or that counts in another currency there, has no price [PJ110].
 */
export function priceOf(reading: PartyResults, first: PartyResults): Price {
  return {
    parties: reading.parties
      .flatMap(({ id, currency }, index) => {
        const before = first.parties.findIndex(
          (each) => each.id === id && each.currency === currency,
        );
        return before < 0 ? [] : [{ id, currency, index, before }];
      })
      .map(({ id, currency, index, before: place }) => {
        const [gains, others] = [gainsOf(reading.results, index), gainsOf(first.results, place)];
        const prospect = prospectOf(gains);
        const before = prospectOf(others);
        const differences = gains.map((gain, path) => gain - others[path]!);
        return {
          party: id,
          currency,
          prospect,
          difference: {
            ...meanOf(differences),
            median: prospect.median - before.median,
            bad: prospect.bad - before.bad,
            better: shareOf(differences, (difference) => difference > 0),
          },
        };
      }),
    chances: Object.fromEntries(
      PATH_EVENTS.map((event) => [event, chanceOf(reading.results, first.results, event)]),
    ) as Record<PathEvent, Chance>,
  };
}

/** Part of all paths in the bad case. */
const BAD = 0.05;

export function prospectOf(gains: Float64Array): Prospect {
  const sorted = gains.toSorted();
  const bad = quantile(sorted, BAD);
  const worst = sorted.subarray(0, Math.max(1, Math.ceil(sorted.length * BAD)));
  return {
    ...meanOf(gains),
    median: quantile(sorted, 0.5),
    bad,
    shortfall: meanOf(worst).mean,
    lossProbability: shareOf(gains, (gain) => gain < 0),
  };
}

/** In the order of the paths, so that the sum has the same bits however the run was split. */
function meanOf(values: Float64Array): { readonly mean: number; readonly standardError: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  const variance = values.length > 1 ? squares / (values.length - 1) : 0;
  return { mean, standardError: Math.sqrt(variance / values.length) };
}

/** Between neighbours in proportion [PJ63]. */
function quantile(sorted: Float64Array, share: number): number {
  const rank = share * (sorted.length - 1);
  const below = Math.floor(rank);
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return low + (high - low) * (rank - below);
}

function shareOf(values: Float64Array, holds: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (holds(value)) count++;
  return count / values.length;
}

function chanceOf(reading: PathResults, first: PathResults, event: PathEvent): Chance {
  const probability = (results: PathResults): number => {
    const happened = eventsOf(results, event);
    let count = 0;
    for (const each of happened) count += each;
    return count / happened.length;
  };
  const now = probability(reading);
  return { probability: now, difference: now - probability(first) };
}
