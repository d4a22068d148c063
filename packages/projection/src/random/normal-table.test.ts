import assert from "node:assert/strict";
import { test } from "node:test";
import { inverseNormal } from "../numeric/inverse-normal.ts";
import { normalOf, normalTable } from "./normal-table.ts";
import { philox4x32 } from "./philox.ts";

const HALF = 2 ** 31;

/** The words with which the segments of the lower half begin, those between, and their ends. */
function wordsOfSegments(perSegment: number): number[] {
  const words = new Set<number>();
  for (let segment = 0; segment < 512; segment++) {
    const scale = 2 ** (Math.floor(segment / 16) - 1);
    const start = scale * (1 + (segment % 16) / 16);
    for (let part = 0; part <= perSegment; part++) {
      words.add(Math.floor(start + (part / perSegment) * (scale / 16)));
    }
  }
  return [...words].filter((word) => word < HALF).toSorted((a, b) => a - b);
}

test("[PJ5] in every segment normals are within 2e-8 of the inverse distribution function", () => {
  let worst = 0;
  for (const word of wordsOfSegments(64)) {
    const error = Math.abs(normalOf(word) - inverseNormal((word + 0.5) * 2 ** -32));
    worst = Math.max(worst, error);
  }
  assert.ok(worst < 2e-8, String(worst));
});

test("[PJ5] normals never fall where the word rises", () => {
  const words = wordsOfSegments(8).flatMap((word) => [word - 2, word - 1, word, word + 1]);
  for (const word of words) {
    if (word < 0 || word + 1 >= HALF) continue;
    assert.ok(normalOf(word) <= normalOf(word + 1), String(word));
  }
  assert.ok(normalOf(HALF - 1) < 0 && normalOf(HALF) > 0);
});

test("[PJ5] turning a word's bits over changes the sign only", () => {
  for (const word of wordsOfSegments(4)) {
    assert.equal(normalOf(2 ** 32 - 1 - word), -normalOf(word));
  }
});

test("[PJ5] the table is 16 KB of finite numbers", () => {
  const table = normalTable();
  assert.equal(table.byteLength, 16_384);
  assert.ok(table.every((coefficient) => Number.isFinite(coefficient)));
});

test("[PJ5] ten million normals have the moments and the shares of a standard normal", () => {
  const count = 1e7;
  const bins = 1000;
  const edges = Array.from({ length: bins - 1 }, (_, n) => inverseNormal((n + 1) / bins));
  const found = new Float64Array(bins);
  const sums = [0, 0, 0, 0];
  for (let block = 0; block < count / 4; block++) {
    for (const word of philox4x32([block, 0, 0, 0], [20_261_128, 6])) {
      const z = normalOf(word);
      found[binOf(edges, z)]! += 1;
      for (let power = 0; power < 4; power++) sums[power]! += z ** (power + 1);
    }
  }
  const [mean, square, cube, fourth] = sums.map((sum) => sum / count);
  // Four standard errors: those of z, z², z³ and z⁴ are 1, √2, √15 and √96 over √n.
  const error = 4 / Math.sqrt(count);
  assert.ok(Math.abs(mean!) < error, String(mean));
  assert.ok(Math.abs(square! - 1) < error * Math.sqrt(2), String(square));
  assert.ok(Math.abs(cube!) < error * Math.sqrt(15), String(cube));
  assert.ok(Math.abs(fourth! - 3) < error * Math.sqrt(96), String(fourth));
  const expected = count / bins;
  const chiSquare = found.reduce((sum, each) => sum + (each - expected) ** 2 / expected, 0);
  const freedom = bins - 1;
  assert.ok(Math.abs(chiSquare - freedom) < 4 * Math.sqrt(2 * freedom), String(chiSquare));
});

function binOf(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
