/** Samples behind numbers of the page, found by sums of blocks of entries, beside a plain walk. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  populationOf,
  unitsOfCell,
  type Population,
} from "@jointfund/core/statements/audit/population.ts";
import { populationOfCell } from "@jointfund/core/statements/audit/parts-in-blocks.ts";
import { drawSample, SAMPLING_METHODS } from "@jointfund/core/statements/audit/sample.ts";
import { fundPage } from "@jointfund/core/statements/fund-page.ts";
import type { PageCells } from "@jointfund/core/statements/page-cell.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import { RecordReplay } from "../../src/http/record-replay.ts";
import { serveScenario } from "../../../../tests/support/served-office.ts";

const drawnOf = ({ amounts, unitAt }: Population, size: number, seed: string): unknown =>
  SAMPLING_METHODS.map((method) =>
    drawSample(amounts, { method, seed, size }).map((drawn) => ({
      ...{ ...drawn, unit: unitAt(drawn.index) },
    })),
  );

/** Compares every number of a page, and counts those that samples can be drawn of. */
function compare(cells: PageCells, at: number): number {
  let sampled = 0;
  for (const id of cells.keys()) {
    const [units, found] = [unitsOfCell(cells, id), populationOfCell(cells, id)];
    assert.equal(found === undefined, units === undefined, `${id} at ${at}`);
    if (units === undefined || found === undefined) continue;
    const walked = populationOf(units.toSorted((a, b) => a.posted.entry - b.posted.entry));
    assert.equal(found.amounts.count, walked.amounts.count, `${id} at ${at}`);
    assert.equal(found.amounts.total, walked.amounts.total, `${id} at ${at}`);
    for (const size of [1, 9, 60]) {
      const seed = `${id} ${at}`;
      assert.deepEqual(drawnOf(found, size, seed), drawnOf(walked, size, seed), seed);
    }
    const { source } = cells.get(id)!;
    if (source.kind === "postings" && source.blocks !== undefined) {
      const minor = source.parts().reduce((sum, part) => sum + part.minor, 0n);
      assert.equal(source.blocks()?.minor, minor, `${id} at ${at}`);
    }
    if (units.length > 0) sampled++;
  }
  return sampled;
}

for (const scenario of ["us-japan", "citizens"]) {
  test(`[AU34] samples behind numbers of ${scenario} are those of a walk`, async () => {
    const served = await serveScenario(scenario);
    try {
      const { fund } = served.office;
      const replay = new RecordReplay();
      let sampled = 0;
      for (let part = 1; part <= 5; part++) {
        await replay.advance(fund, Math.floor((fund.size * part) / 5));
        const { state, chronicle, size } = replay.view;
        const page = fundPage({ state, chronicle });
        const cells = pageCells({ state, chronicle }, page);
        sampled += compare(cells, size);
        // What is kept of a page is not what an earlier day's page has.
        sampled += compare(cells, size);
      }
      assert.ok(sampled > 90, String(sampled));
      const earlier = await replay.earlier(fund, Math.floor(fund.size / 2));
      const page = fundPage(earlier);
      compare(pageCells(earlier, page), earlier.size);
    } finally {
      await served.close();
    }
  });
}
