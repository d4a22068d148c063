import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { priceOf, prospectOf } from "./price.ts";
import type { PathResults } from "./path-results.ts";
import type { ProjectedParty } from "../charter/fund-model.ts";

const party = (id: string, currency: string): ProjectedParty => ({
  id,
  kind: "sovereign",
  currency,
  fiscalYear: { start: "10-01", namedBy: "end" },
  fundingRate: 0.04,
});

const results = (gains: readonly number[][], events: readonly number[]): PathResults => ({
  gains: gains.map((each) => [Float64Array.from(each)]),
  events: [Uint8Array.from(events)],
});

suite("Prices of readings", () => {
  test("[PJ110] a difference of paths on the same draws has its own, smaller error", () => {
    const first = results([[10, -20, 30, 40]], [0, 2, 0, 0]);
    const reading = results(
      [
        [0, 0, 0, 0],
        [11, -19, 31, 41],
      ],
      [0, 3, 1, 0],
    );
    const price = priceOf(
      { parties: [party("JP", "JPY"), party("US", "USD")], results: reading },
      { parties: [party("US", "USD")], results: first },
    );
    assert.equal(price.parties.length, 1);
    const us = price.parties[0]!;
    assert.equal(us.difference.mean, 1);
    assert.equal(us.difference.standardError, 0);
    assert.equal(us.difference.better, 1);
    assert.ok(us.prospect.standardError > 10);
    assert.deepEqual(price.chances.locked, { probability: 0.5, difference: 0.5 });
    assert.deepEqual(price.chances.forcedSale, { probability: 0.25, difference: 0 });
  });

  test("[PJ110] the bad case is what one path in twenty stays below", () => {
    const gains = Float64Array.from({ length: 101 }, (_, path) => 100 - path);
    const { mean, median, bad, shortfall, lossProbability } = prospectOf(gains);
    assert.deepEqual(
      { mean, median, bad, lossProbability },
      { mean: 50, median: 50, bad: 5, lossProbability: 0 },
    );
    // The six worst of 101 paths: 0 to 5.
    assert.equal(shortfall, 2.5);
  });
});
