import { assert } from "../../base/assert.ts";
import type { LaidOut } from "./amounts.ts";
import { Draws } from "./draws.ts";

export const SAMPLING_METHODS = ["monetaryUnit", "attribute"] as const;
export type SamplingMethod = (typeof SAMPLING_METHODS)[number];

/** How a sample is drawn: the same plan over the same units gives the same sample. */
export type SamplePlan = {
  readonly method: SamplingMethod;
  readonly seed: string;
  readonly size: number;
};

/** One unit of the population that is in the sample. */
export type Drawn = {
  /** Its place in the population. */
  readonly index: number;
  /** How many of the monetary units drawn lie in it; 1 where units are not weighed. */
  readonly hits: number;
  /** Whether it is too large to be missed: at least one interval. */
  readonly isCertain: boolean;
};

/**
 * A sample of a population of amounts, in its order (AU33, AU34). By attribute each unit is as
 * likely as any other and is drawn once. By monetary unit the amounts lie end to end, without their
 * signs, and of as many equal intervals as the sample has each one gives the unit that lies at the
 * same place of it, which is drawn: large amounts are likelier, and those of at least one interval
 * are certain. What is nothing is never drawn so.
 */
export function drawSample(amounts: LaidOut, plan: SamplePlan): readonly Drawn[] {
  assert(plan.size > 0, "a sample has at least one unit");
  return plan.method === "attribute"
    ? byAttribute(amounts.count, plan)
    : byMonetaryUnit(amounts, plan);
}

function byAttribute(count: number, { seed, size }: SamplePlan): readonly Drawn[] {
  const draws = new Draws(seed);
  // The first places of a shuffle (Fisher and Yates); what was not moved stands where it was.
  const moved = new Map<number, number>();
  const at = (place: number): number => moved.get(place) ?? place;
  const drawn: number[] = [];
  for (let place = 0; place < Math.min(size, count); place++) {
    const other = place + Number(draws.below(BigInt(count - place)));
    drawn.push(at(other));
    moved.set(other, at(place));
  }
  return drawn
    .toSorted((a, b) => a - b)
    .map((index) => ({ index, hits: 1, isCertain: count <= size }));
}

function byMonetaryUnit(amounts: LaidOut, { seed, size }: SamplePlan): readonly Drawn[] {
  const { total } = amounts;
  if (total === 0n) return [];
  const intervals = BigInt(size);
  // A place within an interval, in parts of a minor unit, so that no interval is rounded.
  const start = new Draws(seed).below(total);
  const hits = new Map<number, number>();
  for (let hit = 0n; hit < intervals; hit++) {
    // Amounts are whole: the part of a unit that a place lies in is of the same amount.
    const index = amounts.holding((start + hit * total) / intervals);
    hits.set(index, (hits.get(index) ?? 0) + 1);
  }
  return [...hits].map(([index, times]) => {
    return { index, hits: times, isCertain: amounts.at(index) * intervals >= total };
  });
}
