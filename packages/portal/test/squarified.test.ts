import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Box, squarified } from "../src/charts/squarified.ts";

const areaOf = ({ width, height }: Box): number => width * height;

const isClose = (actual: number, expected: number): boolean =>
  Math.abs(actual - expected) <= 1e-6 * Math.max(1, expected);

/** What two rectangles share. */
function overlapOf(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, across) * Math.max(0, down);
}

describe("areas of a treemap", () => {
  it("are those of the example that the method was published with", () => {
    const boxes = squarified([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 });
    // Figure 4 of Bruls, Huizing and van Wijk: two rows of two, then one by one.
    const [width, height] = [12 / 7, 7 / 3];
    const expected = [
      [0, 0, 3, 2],
      [0, 2, 3, 2],
      [3, 0, width, height],
      [3 + width, 0, 3 - width, height],
      [3, height, 6 / 5, 5 / 3],
      [4.2, height, 6 / 5, 5 / 3],
      [5.4, height, 3 / 5, 5 / 3],
    ];
    for (const [n, [x, y, w, h]] of expected.entries()) {
      const box = boxes[n]!;
      for (const [actual, wanted] of [
        [box.x, x!],
        [box.y, y!],
        [box.width, w!],
        [box.height, h!],
      ] as const) {
        assert.ok(isClose(actual, wanted), `${n}: ${JSON.stringify(box)}`);
      }
    }
  });

  it("are as large as what they stand for, fill the whole, and cover nothing twice", () => {
    const sizes = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), {
      ...{ minLength: 1, maxLength: 30 },
    });
    const side = fc.double({ min: 50, max: 2000, noNaN: true });
    fc.assert(
      fc.property(sizes, side, side, (some, width, height) => {
        const sorted = some.toSorted((a, b) => b - a);
        const whole = { x: 7, y: 3, width, height };
        const boxes = squarified(sorted, whole);
        const total = sorted.reduce((sum, size) => sum + size, 0);
        assert.equal(boxes.length, sorted.length);
        for (const [n, box] of boxes.entries()) {
          assert.ok(isClose(areaOf(box), (sorted[n]! / total) * width * height));
          assert.ok(isClose(overlapOf(box, whole), areaOf(box)), "it is inside");
          for (const other of boxes.slice(n + 1)) assert.ok(overlapOf(box, other) < 1e-3);
        }
      }),
    );
  });

  it("are nothing of nothing", () => {
    assert.deepEqual(squarified([], { x: 0, y: 0, width: 1, height: 1 }), []);
  });
});
