import assert from "node:assert/strict";
import { test } from "node:test";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { pathValues } from "@jointfund/server/conformance/path-values.ts";
import { replayPath } from "@jointfund/server/conformance/replay-path.ts";
import { fourProjects, usJapan, usJapanPath } from "./replayed-cases.ts";

const base = fourProjects({
  target: "30%",
  distributions: { everyMonths: 3, first: 3 },
  events: [],
  income: "0%",
});

/** The four projects as commitments that pay themselves back within some years. */
const paidBack = (years: number, bow: string, least: string): Assumptions => ({
  ...base,
  projects: base.projects.map((project) => ({
    ...{ ...project, returned: { years, bow, yield: least } },
  })),
});

test("[PJ87] a value that grows and pays itself back is as published at each year's end", () => {
  const assumed = paidBack(12, "2.5", "0%");
  const still: Assumptions = {
    ...assumed,
    shortRate: { ...assumed.shortRate, opening: "0%", mean: "0%", volatility: "0%" },
    projects: assumed.projects.slice(0, 1).map((project) => ({
      ...{ ...project, beta: "0", excessReturn: "13%", ownVolatility: "0%", smoothing: "0%" },
      drawn: { kind: "milestones", parts: [{ after: 0, share: "1" }] },
    })),
  };
  const steps = 48;
  const options = { steps, key: [1, 2], stresses: [], tellsAll: true } as const;
  const model = compileFund(usJapan, still, options);
  assert.ok(model.ok);
  const { value } = pathValues(model.value, 0);
  const worth = (year: number): number => value("actual:michigan-site", 4 * year - 1)!;
  assert.ok(worth(1) > 0);
  // Nothing is drawn after the first step: NAV(t) = NAV(t - 1) (1 + G) (1 - (t / L)^B).
  for (let year = 2; year <= 11; year++) {
    const expected = worth(year - 1) * 1.13 * (1 - (year / 12) ** 2.5);
    assert.ok(Math.abs(worth(year) / expected - 1) < 1e-12, `year ${year}`);
  }
  assert.equal(worth(12), 0);
});

test("[PJ87] what pays itself back is sold in parts by the act engine too", async () => {
  const path = usJapanPath(paidBack(2, "1.5", "20%"), { steps: 7, path: 0 });
  const shares = path.steps.map(({ sales }) => sales.ended.shares.get("logic-fab")!);
  assert.ok(shares.some((share) => share > 0 && share < 1));
  assert.ok(shares.includes(1));
  const agreement = await replayPath(usJapan, path);
  assert.deepEqual(agreement.broken, undefined);
  assert.equal(agreement.steps, 7);
});
