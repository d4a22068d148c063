import assert from "node:assert/strict";
import { test } from "node:test";
import type { Project } from "../../src/assumptions/assumptions.ts";
import { drawnByAge } from "../../src/charter/projects.ts";
import { assumed } from "../drawn-world.ts";

const paced = (...yearly: readonly string[]): Project => ({
  ...assumed({}).projects[0]!,
  drawn: { kind: "pacing", yearly },
});

/** What is drawn in each step, per 100 of the commitment. */
function calls(project: Project, stepsPerYear: number, steps: number): readonly number[] {
  const shares = drawnByAge(project, stepsPerYear);
  return Array.from(
    { length: steps },
    (_, age) => 100 * (shares[age]! - (age === 0 ? 0 : shares[age - 1]!)),
  );
}

const assertNear = (actual: number, expected: number, within: number): void => {
  assert.ok(Math.abs(actual - expected) <= within, `${actual} for ${expected}`);
};

/**
 * The illustration of Takahashi and Alexander 2002: a life of 12 years, bow 2.5, growth 13%, no
 * yield, calls of 25%, a third, then half of what is left. Calls, distributions, value per 100.
 */
const YALE: readonly (readonly [number, number, number])[] = [
  [25, 0, 25],
  [25, 0.3204, 52.9296],
  [25, 1.8691, 82.9414],
  [12.5, 6.0124, 100.2114],
  [6.25, 12.6902, 106.7987],
  [3.125, 21.3339, 102.4737],
  [1.5625, 30.0942, 87.2636],
  [0.7812, 35.7835, 63.6055],
  [0.3906, 35.0128, 37.2521],
];

test("[PJ89] commitments are called as in the table of Takahashi and Alexander", () => {
  const called = calls(paced("25%", "1/3", "50%"), 1, YALE.length);
  let value = 0;
  for (const [index, [call, distribution, worth]] of YALE.entries()) {
    // The table has four decimals.
    assertNear(called[index]!, call, 6e-5);
    const before = value * 1.13;
    const out = Math.max(0, ((index + 1) / 12) ** 2.5) * before;
    value = before - out + called[index]!;
    assertNear(out, distribution, 6e-5);
    assertNear(value, worth, 6e-5);
  }
});

test("[PJ89] within a year a rate is that of its parts: 1 - (1 - rate)^(1/k)", () => {
  // Half-years of 50% and of 70% (the sub-periods of a published implementation).
  for (const [rate, half] of [
    ["50%", 29.28932],
    ["70%", 45.22774],
  ] as const) {
    const [first, second] = calls(paced(rate), 2, 2);
    assertNear(first!, half, 1e-5);
    assertNear(second! / (1 - first! / 100), half, 1e-5);
  }
  const quarters = calls(paced("25%", "1/3"), 4, 8);
  assertNear(
    quarters.slice(0, 4).reduce((a, b) => a + b),
    25,
    1e-12,
  );
  assertNear(
    quarters.slice(4).reduce((a, b) => a + b),
    25,
    1e-12,
  );
});

test("[PJ89] a pace comes to an end, and milestones draw their shares when they are due", () => {
  const all = calls(paced("25%", "1/3", "50%"), 4, 240);
  assertNear(
    all.reduce((a, b) => a + b),
    100,
    1e-9,
  );
  const project: Project = {
    ...paced(),
    drawn: {
      kind: "milestones",
      parts: [
        { after: 0, share: "10%" },
        { after: 3, share: "60%" },
        { after: 4, share: "30%" },
      ],
    },
  };
  for (const [index, share] of [10, 0, 0, 60, 30].entries()) {
    assertNear(calls(project, 4, 5)[index]!, share, 1e-12);
  }
});
