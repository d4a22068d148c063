/** The figures entry by entry against the page that each entry left, which adds up all postings. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fundPage } from "@jointfund/core/statements/fund-page.ts";
import { unitsByHolder, type RecordStep } from "@jointfund/core/statements/record-steps.ts";
import { RecordReplay } from "../../src/http/record-replay.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";
import { PublishedDescription } from "./description.ts";

/** Compares some of the steps with the page as of their entries. */
async function checkSteps({ office }: ServedOffice, every: number): Promise<void> {
  const { steps } = office.record;
  const replay = new RecordReplay();
  assert.ok(steps.length > 10);
  for (const [index, step] of steps.entries()) {
    if (index % every !== 0 && index !== steps.length - 1) continue;
    await replay.advance(office.fund, step.entry + 1);
    const { state, chronicle } = replay.view;
    checkStep(step, fundPage({ state, chronicle }), unitsByHolder(state.charter, step));
  }
}

function checkStep(
  { entry, figures, covenants }: RecordStep,
  page: ReturnType<typeof fundPage>,
  units: ReadonlyMap<string, bigint>,
): void {
  const { investments, cash, otherAssets, netAssets, liabilities } = page.positions.at(-1)!;
  const debt = page.leverage?.debt ?? 0n;
  const owed = liabilities.reduce((sum, { minor }) => sum + minor, 0n);
  const expected = {
    investments,
    cash,
    otherAssets,
    debt,
    otherLiabilities: owed - debt,
    netAssets,
  };
  assert.deepEqual(figures, expected, `entry ${entry}`);
  for (const { party, microUnits } of page.sides) {
    assert.equal(units.get(party) ?? 0n, microUnits, `entry ${entry}: units of ${party}`);
  }
  for (const line of page.leverage?.covenants ?? []) {
    const tested = covenants.find(({ covenant }) => covenant === line.covenant);
    assert.deepEqual(tested?.ratio, line.ratio, `entry ${entry}: ${line.covenant}`);
    assert.equal(tested?.step, line.step);
  }
}

describe("the record step by step", () => {
  let served: ServedOffice;
  before(async () => {
    served = await serveScenario("borrowing");
  });
  after(() => served.close());

  test("[ST76] each step is what the page of its entry says", () => checkSteps(served, 9));

  test("[ST76] the same of an umbrella, whose vehicles hold each other", async () => {
    const umbrella = await serveScenario("us-japan-2025");
    try {
      await checkSteps(umbrella, 25);
    } finally {
      await umbrella.close();
    }
  });

  test("[H70] the parts of the list are the whole, each step once, as described", async () => {
    const description = await PublishedDescription.of(served.app);
    const entries: number[] = [];
    let next = "";
    do {
      const address = `/api/v1/steps?limit=17${next === "" ? "" : `&cursor=${next}`}`;
      const response = await served.app.request(address);
      const copy = response.clone();
      assert.equal(await description.faults("get", "/api/v1/steps", copy), undefined);
      const part = (await response.json()) as {
        readonly items: readonly { readonly entry: number }[];
        readonly next?: string;
      };
      entries.push(...part.items.map(({ entry }) => entry));
      next = part.next ?? "";
    } while (next !== "");
    assert.deepEqual(
      entries,
      served.office.record.steps.map(({ entry }) => entry),
    );
  });

  test("[H70] by months there is the last step of each", async () => {
    const response = await served.app.request("/api/v1/steps?every=month&limit=500");
    const { items } = (await response.json()) as { readonly items: readonly { on: string }[] };
    const months = items.map(({ on }) => on.slice(0, 7));
    assert.equal(new Set(months).size, months.length);
    assert.equal(items.at(-1)?.on, served.office.record.steps.at(-1)?.on);
  });
});
