import assert from "node:assert/strict";
import { test } from "node:test";
import type { Project } from "../../src/assumptions/assumptions.ts";
import { drawnByAge, returnedByAge } from "../../src/charter/projects.ts";
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
  [0.1953, 26.6856, 15.6046],
  [0.0977, 14.186, 3.5449],
];

type Paced = {
  readonly yearly: readonly string[];
  readonly returned: { readonly years: number; readonly bow: string; readonly yield: string };
};

/** Calls, distributions and value by year, per 100, as the tables have them. */
function table({ yearly, returned }: Paced): readonly (readonly [number, number, number])[] {
  const called = calls({ ...paced(...yearly), returned }, 1, returned.years);
  const shares = returnedByAge(returned, 1);
  let value = 0;
  return called.map((call, index) => {
    const before = value * 1.13;
    const out = shares[index]! * before;
    value = before - out + call;
    return [call, out, value];
  });
}

test("[PJ87] calls and payments back are those of Takahashi and Alexander's table", () => {
  const yale = { years: 12, bow: "2.5", yield: "0%" };
  const rows = table({ yearly: ["25%", "1/3", "50%"], returned: yale });
  for (const [index, expected] of YALE.entries()) {
    // The table has four decimals.
    for (const [place, figure] of expected.entries()) {
      assertNear(rows[index]![place]!, figure, 6e-5);
    }
  }
  assertNear(rows[11]![1], 4.0057, 6e-5);
});

test("[PJ87] with a yield and a short life it is as another implementation has it", () => {
  // jzhang1223/CBA, Tests/FundModelTest.py, test_2_simple: 3,500,000 committed, to the cent.
  const returned = { years: 8, bow: "1.5", yield: "6%" };
  const rows = table({ yearly: ["40%", "66%", "67%", "40%", "0%"], returned });
  const paid = [...[0, 197750, 718859.98, 1154560.36, 1231293.86, 925276.76, 461779.55, 115719.74]];
  const worth = [...[1400000, 2770250, 2889902.52, 2205277.49, 1260669.7, 499280, 102406.85, 0]];
  for (const [index, [, out, value]] of rows.entries()) {
    assertNear(out * 35000, paid[index]!, 0.011);
    assertNear(value * 35000, worth[index]!, 0.011);
  }
});

test("[PJ87] within a year a share that comes back is that of its parts", () => {
  const returned = { years: 12, bow: "2.5", yield: "0%" };
  const [years, quarters] = [returnedByAge(returned, 1), returnedByAge(returned, 4)];
  for (const [year, share] of years.entries()) {
    const parts = quarters.slice(4 * year, 4 * year + 4);
    assertNear(1 - parts.reduce((left, part) => left * (1 - part), 1), share, 1e-14);
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
