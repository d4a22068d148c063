import assert from "node:assert/strict";
import { test } from "node:test";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { exampleCharter } from "../support/charters.ts";
import { exampleAssumptions, pathOf } from "../support/projections.ts";

const CRASH = 20;
const charter = exampleCharter("us-japan");
const shipped = exampleAssumptions("us-japan", charter);

/**
 * A world in which nothing moves but for one crash, as nobody pays in any more: what covenants ask
 * can come from sales alone.
 */
function crashed(selling: Assumptions["selling"]): ReadonlyMap<string, number> {
  const text = { en: "x", ja: "x" };
  const stops = ["US", "JP"].map((party) => ({ kind: "stops", step: CRASH, party }) as const);
  const still: Assumptions = {
    ...shipped,
    market: { ...shipped.market, model: { kind: "lognormal", volatility: "0%" } },
    shortRate: { ...shipped.shortRate, volatility: "0%" },
    borrowing: { ...shipped.borrowing, target: "45%", lineLimit: "50%" },
    selling,
    treasuries: Object.fromEntries(
      ["US", "JP"].map((party) => [party, { fundingRate: "3%", stops: "0%" }]),
    ),
    projects: shipped.projects.map((project) => ({
      ...{ ...project, beta: "1", ownVolatility: "0%", smoothing: "0%" },
    })),
    stresses: [
      {
        id: "crash",
        name: text,
        events: [{ kind: "market", step: CRASH, change: "-53%" }, ...stops],
      },
    ],
  };
  const options = { steps: CRASH + 1, key: [1, 2], stresses: ["crash"] } as const;
  const compiled = compileFund(charter, still, options);
  assert.ok(compiled.ok);
  const { program } = compiled.value;
  const kernel = compiledKernel(program, new WebAssembly.Module(compileModule(program)));
  return pathOf(compiled.value, kernel, 0)[CRASH]!;
}

const near = (actual: number, expected: number): void => {
  assert.ok(Math.abs(actual / expected - 1) < 1e-9, `${actual} for ${expected}`);
};

for (const [haircut, curedTo] of [
  [0.2, 0.4],
  [0.1, 0.3],
  [0, 0.25],
] as const) {
  test(`[PJ86] a sale at ${haircut} off to ${curedTo} is (D - θA) / ((1 - h) - θ)`, () => {
    const step = crashed({ haircut: `${haircut}`, curedTo: `${curedTo}` });
    const of = (name: string): number => step.get(name)!;
    const sold = of("forcedSales");
    near(of("proceeds"), (1 - haircut) * sold);
    // What was owned and owed before the sale: all that it brought went to the lenders.
    const assets = of("totalAssets") + sold;
    const debt = of("debt") + of("proceeds");
    near(sold, (debt - curedTo * assets) / (1 - haircut - curedTo));
    near(of("debt") / of("totalAssets"), curedTo);
    assert.equal(of("forcedSale"), 1);
  });
}

test("[PJ86] from a haircut of 1 - θ on no sale cures: all goes, and lenders are short", () => {
  for (const haircut of ["60%", "75%"]) {
    const step = crashed({ haircut, curedTo: "40%" });
    // A double's rounding of cash beyond the least may buy a part of a minor unit again.
    assert.ok(step.get("investments")! < 1);
    assert.ok(step.get("debt")! > 0);
    assert.ok(step.get("netAssets")! < 0);
    assert.equal(step.get("defaulted"), 1);
  }
});
