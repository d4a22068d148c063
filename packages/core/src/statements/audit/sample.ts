import { assert } from "../../base/assert.ts";
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
export function drawSample(amounts: readonly bigint[], plan: SamplePlan): readonly Drawn[] {
  assert(plan.size > 0, "a sample has at least one unit");
  return plan.method === "attribute" ? byAttribute(amounts, plan) : byMonetaryUnit(amounts, plan);
}

function byAttribute(amounts: readonly bigint[], { seed, size }: SamplePlan): readonly Drawn[] {
  const draws = new Draws(seed);
  // The first places of a shuffle (Fisher and Yates); what was not moved stands where it was.
  const moved = new Map<number, number>();
  const at = (place: number): number => moved.get(place) ?? place;
  const drawn: number[] = [];
  for (let place = 0; place < Math.min(size, amounts.length); place++) {
    const other = place + Number(draws.below(BigInt(amounts.length - place)));
    drawn.push(at(other));
    moved.set(other, at(place));
  }
  return drawn
    .toSorted((a, b) => a - b)
    .map((index) => ({ index, hits: 1, isCertain: amounts.length <= size }));
}

const magnitude = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

function byMonetaryUnit(amounts: readonly bigint[], { seed, size }: SamplePlan): readonly Drawn[] {
  const total = amounts.reduce((sum, minor) => sum + magnitude(minor), 0n);
  if (total === 0n) return [];
  const intervals = BigInt(size);
  // A place within an interval, in parts of a minor unit, so that no interval is rounded.
  const start = new Draws(seed).below(total);
  const drawn: Drawn[] = [];
  let hit = 0n;
  let before = 0n;
  for (const [index, minor] of amounts.entries()) {
    const end = before + magnitude(minor);
    let hits = 0;
    for (; hit < intervals && start + hit * total < end * intervals; hit++) hits++;
    before = end;
    const isCertain = magnitude(minor) * intervals >= total;
    if (hits > 0) drawn.push({ index, hits, isCertain });
  }
  return drawn;
}
