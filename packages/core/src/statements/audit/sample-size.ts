import { assert } from "../../base/assert.ts";

/** How sure an auditor wants to be, and of what. */
export type SampleAim = {
  /** Per cent, 50 to 99: how often a population worse than tolerable would be found out. */
  readonly confidencePercent: number;
  /** The share of the population, in basis points, that may deviate at most. */
  readonly tolerableBps: number;
  /** The share that is expected to deviate. */
  readonly expectedBps: number;
};

export type SampleSize = {
  readonly size: number;
  /** Deviations with which the aim is still met. */
  readonly deviationsMax: number;
};

const WHOLE_BPS = 10_000;

/** Beyond this a sample is no help: whoever wants to be that sure looks at everything. */
export const SAMPLE_MAX = 2_000;

/**
 * The least size of a sample with which, of a population that deviates as much as is tolerable,
 * no more than the expected deviations would be found with a probability of at most one less the
 * confidence (AU32): binomial, the expected number rounded up, computed without rounding. Of
 * monetary units it is the same, with shares of the value. Nothing where it would be above
 * `SAMPLE_MAX`.
 */
export function sampleSize(aim: SampleAim): SampleSize | undefined {
  const { confidencePercent, tolerableBps, expectedBps } = aim;
  assert(confidencePercent >= 50 && confidencePercent <= 99, "a confidence is of 50 to 99 %");
  assert(tolerableBps > 0 && tolerableBps < WHOLE_BPS, "some deviation is tolerable, not all");
  assert(expectedBps >= 0 && expectedBps < tolerableBps, "less is expected than tolerated");
  const [deviates, complies] = [BigInt(tolerableBps), BigInt(WHOLE_BPS - tolerableBps)];
  const expected = (size: number): number => Math.ceil((expectedBps * size) / WHOLE_BPS);
  const counted = expected(SAMPLE_MAX) + 1;
  // Chances of so many deviations among those drawn so far, times 10,000 to the power of those.
  let chances: readonly bigint[] = [1n];
  let all = 1n;
  for (let size = 1; size <= SAMPLE_MAX; size++) {
    const deviationsMax = expected(size);
    all *= BigInt(WHOLE_BPS);
    chances = Array.from({ length: Math.min(size + 1, counted) }, (_none, found) => {
      return complies * (chances[found] ?? 0n) + deviates * (chances[found - 1] ?? 0n);
    });
    const risk = chances.slice(0, deviationsMax + 1).reduce((sum, chance) => sum + chance, 0n);
    if (risk * 100n <= BigInt(100 - confidencePercent) * all) return { size, deviationsMax };
  }
  return undefined;
}
