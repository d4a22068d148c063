import assert from "node:assert/strict";
import { test } from "node:test";
import { replayPath } from "@jointfund/server/conformance/replay-path.ts";
import type { Path } from "@jointfund/server/conformance/path-steps.ts";
import { fourProjects, usJapan, usJapanPath } from "./replayed-cases.ts";

/**
 * Paths on which program and engine once parted: much debt, a fall of 45%, and nobody who pays in.
 */
const fallen = fourProjects({
  target: "45%",
  distributions: { everyMonths: 3, first: 3 },
  events: [
    { kind: "stops", step: 4, party: "US" },
    { kind: "stops", step: 4, party: "JP" },
    { kind: "market", step: 6, change: "-45%" },
  ],
});

const hardPath = (path: number, steps: number): Path =>
  usJapanPath(fallen, { steps, path, stresses: ["case"] });

async function agrees(path: Path): Promise<void> {
  const agreement = await replayPath(usJapan, path);
  assert.deepEqual(agreement.broken, undefined);
  assert.equal(agreement.steps, path.steps.length);
}

const last = ({ steps }: Path) => steps.at(-1)!;

test("[PJ106] a sale of nearly everything takes no covenant to its end on the way", async () => {
  const path = hardPath(3, 8);
  const share = last(path).sales.sold.shares.get("site-power")!;
  assert.ok(share > 0.9 && share < 1);
  assert.equal(last(path).after.rungs.get("asset-coverage"), 5);
  await agrees(path);
});

test("[PJ86] a sale of everything is a loan to value without limit before its end", async () => {
  const path = hardPath(18, 9);
  const { figures, rungs } = path.steps[6]!.after;
  assert.deepEqual([figures.get("investments"), rungs.get("loan-to-value")], [0, 6]);
  // All cash has gone to the lenders since, and reaches for their interest no more [PJ84].
  assert.equal(last(path).after.figures.get("cash"), 0);
  assert.ok(last(path).after.figures.get("chargesPayable")! > 0);
  await agrees(path);
});

test("[PJ106] income that comes near a threshold does not begin a ladder's days anew", async () => {
  const path = hardPath(58, 11);
  assert.ok(last(path).swept > 0);
  await agrees(path);
});
