/** Sizes and draws of samples, held beside published tables and naive second implementations. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { Draws } from "./draws.ts";
import { Amounts } from "./amounts.ts";
import { drawSample } from "./sample.ts";
import { sampleSize } from "./sample-size.ts";

describe("the size of a sample", () => {
  test("[AU32] is that of the AICPA's tables for tests of controls", () => {
    // Audit Guide: Audit Sampling, tables A-1 (95 %) and A-2 (90 %): size, expected deviations.
    const table = [
      [95, 0, 200, 149, 0],
      [95, 0, 300, 99, 0],
      [95, 0, 400, 74, 0],
      [95, 0, 500, 59, 0],
      [95, 0, 600, 49, 0],
      [95, 0, 700, 42, 0],
      [95, 0, 800, 36, 0],
      [95, 0, 900, 32, 0],
      [95, 0, 1_000, 29, 0],
      [95, 0, 1_500, 19, 0],
      [95, 0, 2_000, 14, 0],
      [95, 50, 300, 157, 1],
      [95, 50, 400, 117, 1],
      [95, 50, 500, 93, 1],
      [95, 100, 500, 93, 1],
      [95, 200, 500, 181, 4],
      [90, 0, 200, 114, 0],
      [90, 0, 500, 45, 0],
      [90, 0, 1_000, 22, 0],
    ] as const;
    for (const [confidencePercent, expectedBps, tolerableBps, size, deviationsMax] of table) {
      const found = sampleSize({ confidencePercent, expectedBps, tolerableBps });
      assert.deepEqual(found, { size, deviationsMax }, `${confidencePercent} ${tolerableBps}`);
    }
  });

  test("[AU32] is the least that does, by a sum over binomial coefficients", () => {
    const chance = (n: number, most: number, bps: number): boolean => {
      // Σ C(n,i) p^i (1-p)^(n-i), over 10,000^n: the chances in whole numbers.
      let sum = 0n;
      for (let i = 0; i <= most; i++) {
        sum += choose(n, i) * BigInt(bps) ** BigInt(i) * BigInt(10_000 - bps) ** BigInt(n - i);
      }
      return sum * 100n <= 7n * 10_000n ** BigInt(n);
    };
    for (const [expectedBps, tolerableBps] of [
      [0, 777],
      [150, 900],
      [333, 1_200],
    ] as const) {
      const found = sampleSize({ confidencePercent: 93, expectedBps, tolerableBps });
      const expected = (n: number): number => Math.ceil((expectedBps * n) / 10_000);
      let least = 1;
      while (!chance(least, expected(least), tolerableBps)) least++;
      assert.deepEqual(found, { size: least, deviationsMax: expected(least) });
    }
  });

  test("[AU32] has an end: what would take too much is said to", () => {
    const aim = { confidencePercent: 99, tolerableBps: 10, expectedBps: 9 };
    assert.equal(sampleSize(aim), undefined);
  });
});

function choose(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 1; i <= k; i++) value = (value * BigInt(n - k + i)) / BigInt(i);
  return value;
}

/** The numbers of a seed as docs/spec/audit.md has them, by Node's own SHA-256. */
function* numbersOf(seed: string): Generator<bigint> {
  for (let n = 0; ; n++) {
    const text = `jointfund/sample/v1\n${seed}\n${n}\n`;
    yield BigInt(`0x${createHash("sha256").update(text).digest("hex")}`);
  }
}

function below(numbers: Generator<bigint>, bound: bigint): bigint {
  const end = (2n ** 256n / bound) * bound;
  for (;;) {
    // A loop over the generator would end it.
    const number = numbers.next().value as bigint;
    if (number < end) return number % bound;
  }
}

describe("draws", () => {
  test("[AU31] are the hashes of the seed, cut where they would favour small numbers", () => {
    const [draws, numbers] = [new Draws("日米 2026"), numbersOf("日米 2026")];
    for (const bound of [1n, 2n, 3n, 1_000n, 2n ** 200n + 1n, 2n ** 256n - 189n, 7n]) {
      assert.equal(draws.below(bound), below(numbers, bound));
    }
  });
});

const AMOUNTS = [5n, -1n, 0n, 40n, 3n, -7n, 2n, 1n, 0n, 12n] as const;
const magnitude = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

describe("a sample", () => {
  test("[AU34] by monetary unit is what lies at the places drawn, laid out unit by unit", () => {
    const owner = AMOUNTS.flatMap((minor, index) =>
      Array.from({ length: Number(magnitude(minor)) }, () => index),
    );
    const total = BigInt(owner.length);
    for (const size of [1, 2, 3, 7, 25]) {
      for (const seed of ["a", "b", "c", "d", "e"]) {
        const start = below(numbersOf(seed), total);
        const places = Array.from({ length: size }, (_none, i) => {
          return Number((start + BigInt(i) * total) / BigInt(size));
        });
        const hits = new Map<number, number>();
        for (const place of places) {
          const index = owner[place]!;
          hits.set(index, (hits.get(index) ?? 0) + 1);
        }
        const drawn = drawSample(Amounts.of(AMOUNTS), { method: "monetaryUnit", seed, size });
        assert.deepEqual(
          drawn.map((each) => [each.index, each.hits]),
          [...hits],
        );
        for (const [index, minor] of AMOUNTS.entries()) {
          const isLarge = magnitude(minor) * BigInt(size) >= total;
          const found = drawn.find((each) => each.index === index);
          if (isLarge) assert.equal(found?.isCertain, true);
          if (minor === 0n) assert.equal(found, undefined);
        }
      }
    }
  });

  test("[AU33] by attribute is the first of a shuffle", () => {
    const units = Array.from({ length: 200 }, (_none, n) => BigInt(n));
    for (const seed of ["one", "two"]) {
      const shuffled = units.map(Number);
      const numbers = numbersOf(seed);
      for (let i = 0; i < 30; i++) {
        const other = i + Number(below(numbers, BigInt(shuffled.length - i)));
        [shuffled[i], shuffled[other]] = [shuffled[other]!, shuffled[i]!];
      }
      const required = shuffled.slice(0, 30).toSorted((a, b) => a - b);
      const drawn = drawSample(Amounts.of(units), { method: "attribute", seed, size: 30 });
      assert.deepEqual(
        drawn.map(({ index }) => index),
        required,
      );
    }
  });

  test("[AU30] is the same whenever it is drawn, and another with another seed", () => {
    const units = Array.from({ length: 500 }, (_none, n) => BigInt((n * 7_919) % 1_000));
    for (const method of ["monetaryUnit", "attribute"] as const) {
      const draw = (seed: string) => drawSample(Amounts.of(units), { method, seed, size: 40 });
      assert.deepEqual(draw("FY2026"), draw("FY2026"));
      assert.notDeepEqual(draw("FY2026"), draw("FY2027"));
    }
  });

  test("[AU33] has nothing of nothing, and never more than there is", () => {
    assert.deepEqual(
      drawSample(Amounts.of([]), { method: "monetaryUnit", seed: "x", size: 3 }),
      [],
    );
    assert.deepEqual(
      drawSample(Amounts.of([0n]), { method: "monetaryUnit", seed: "x", size: 3 }),
      [],
    );
    const drawn = drawSample(Amounts.of([4n, 5n]), { method: "attribute", seed: "x", size: 3 });
    assert.deepEqual(
      drawn.map(({ index, isCertain }) => [index, isCertain]),
      [
        [0, true],
        [1, true],
      ],
    );
  });
});
