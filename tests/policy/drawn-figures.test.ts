import assert from "node:assert/strict";
import { test } from "node:test";
import { comparePolicies } from "@jointfund/projection/policy/compare-policies.ts";
import type { PolicyComparison } from "@jointfund/projection/policy/comparison.ts";
import {
  DRAWN_FIGURES,
  FIGURE_USES,
  type DrawnFigure,
} from "@jointfund/projection/policy/figure-uses.ts";
import { parametersOf } from "@jointfund/projection/policy/policy-findings.ts";
import type { Policy } from "@jointfund/projection/policy/policy-schema.ts";
import { meanOf, type Spread } from "@jointfund/projection/policy/spread.ts";
import { drawUncertain } from "@jointfund/projection/policy/uncertainty.ts";
import {
  drawsOf,
  handMadeFutures,
  handMadeStakes,
  shippedPolicy,
  type HandMade,
} from "../support/policies.ts";

const FUND: HandMade = {
  ...{ paths: 300, years: 25, paidIn: [30e9, 30e9, 30e9] },
  ...{ expected: 0.085, volatility: 0.18, payout: 0.05 },
};
const SHIPPED = shippedPolicy();
const UST = SHIPPED.host.treasury.fundingRate.value;

function compared(policy: Policy, paths = 300): PolicyComparison {
  const stakes = handMadeStakes({ ...FUND, expected: UST }, UST);
  const futures = { real: handMadeFutures(FUND), priced: stakes, withoutSkill: stakes };
  const result = comparePolicies(policy, futures, { paths, seed: "1", draws: drawsOf("1") });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const fixed = (path: string, value: number) =>
  ["value", "low", "high"].map((name) => ({ path: `${path}.${name}`, value: String(value) }));

/** Every figure at its value in all futures, but for some. */
function certainBut(drawn: readonly string[]): Policy {
  const known = [...parametersOf(SHIPPED)].filter(
    ([path]) => !drawn.includes(path) && path !== "incentive.caused",
  );
  // The form asks for a range of the share caused; this one is narrow.
  const caused = drawn.includes("incentive.caused") ? [] : fixed("incentive.caused", 0.127);
  return shippedPolicy([...known.flatMap(([path, { value }]) => fixed(path, value)), ...caused]);
}

test("[PO20] of every figure of the file it is said whether it is drawn", () => {
  const paths = new Set(parametersOf(SHIPPED).keys());
  assert.deepEqual(paths, new Set(Object.keys(FIGURE_USES)));
  const { assumptions } = compared(SHIPPED);
  for (const { path, use } of assumptions) {
    assert.equal(use, FIGURE_USES[path as keyof typeof FIGURE_USES], path);
  }
});

test("[PO20] each figure is drawn from a stream of its own, with the mean of its triangle", () => {
  const paths = 20_000;
  const { figures } = drawUncertain(SHIPPED, drawsOf("1"), paths);
  const parameters = parametersOf(SHIPPED);
  const firsts = new Set<number>();
  for (const name of DRAWN_FIGURES) {
    const { low, value, high } = parameters.get(name)!;
    const drawn = figures[name];
    if (name !== "incentive.caused") {
      // The standard deviation of a triangle is at most a quarter of its width.
      const error = (high - low) / 4 / Math.sqrt(paths);
      const [mean, expected] = [meanOf(drawn), (low + value + high) / 3];
      assert.ok(Math.abs(mean - expected) < 4 * error, `${name}: ${mean} for ${expected}`);
      assert.ok(
        drawn.every((each) => each >= low && each <= high),
        name,
      );
    }
    const place = (drawn[0]! - low) / (high - low);
    assert.ok(!firsts.has(place), `${name} has the draws of another`);
    firsts.add(place);
  }
  const again = drawUncertain(shippedPolicy(fixed("projects.profit", 0.05)), drawsOf("1"), 50);
  assert.ok(again.figures["projects.profit"].every((each) => each === 0.05));
  assert.deepEqual(again.figures["projects.wage"], figures["projects.wage"].subarray(0, 50));
});

const band = ({ p5, p95 }: Spread): number => p95 - p5;

/** How far all that a comparison tells differs between futures. */
function widths(of: PolicyComparison, width = band): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { id, policies } of of.sides) {
    for (const { policy, regime = "", base = "", years, presentValue } of policies) {
      const called = `${id} ${policy} ${base} ${regime}`;
      const { treasury, later } = presentValue;
      found.set(called, width(treasury));
      if (later !== undefined) found.set(`${called} later`, width(later.cash));
      const [jobs, windfall, burden] = [
        ...[years[5]!.jobs, years[0]!.windfall, years[0]!.excessBurden],
      ];
      for (const [name, spread] of Object.entries({ jobs, windfall, burden })) {
        if (spread !== undefined) found.set(`${called} ${name}`, width(spread));
      }
    }
  }
  return found;
}

test("[PO20] with every figure known only the market, the exchange and endings are drawn", () => {
  for (const [called, width] of widths(compared(certainBut([])))) {
    const isDrawn = /fund|alone|uncertain|japan|baseline|abolished|restored/.test(called);
    if (/us-states (?:fund|incentive)|us-treasury incentive/.test(called)) {
      assert.equal(width, 0, called);
    } else assert.ok(isDrawn || width === 0, called);
  }
});

/** What must be wider when a figure is drawn than when it is known. */
const TOUCHES: Readonly<Record<DrawnFigure, RegExp>> = {
  "partner.corporateTax": /^japan-treasury tariff partner baseline$/,
  "partner.exporters.margin": /^japan-exporters fund {2}$/,
  "partner.exporters.supplies": /^japan-exporters (?:fund|incentive) {2}$/,
  "exchange.volatility": /^japan-exporters fund {2}$/,
  "projects.assetsPerCapital": /^us-(?:treasury|states) incentive {2}(?: later| jobs)?$/,
  "projects.profit": /^us-(?:treasury|states) incentive {2}(?: later)?$/,
  "projects.growth": /^us-(?:treasury|states) incentive {2}(?: later)?$/,
  "projects.constructionWages": /^us-(?:treasury|states) incentive {2}$/,
  "projects.jobsPerBillion": /^us-(?:treasury|states) incentive {2}(?: later| jobs)?$/,
  "projects.wage": /^us-(?:treasury|states) incentive {2}(?: later)?$/,
  "projects.multiplier": /^us-(?:treasury|states) incentive {2}(?: later| jobs)?$/,
  "projects.hostTaxes.profit": /^us-treasury incentive {2}(?: later)?$/,
  "projects.hostTaxes.wages": /^us-treasury incentive {2}(?: later)?$/,
  "projects.regionTaxes.profit": /^us-states incentive {2}(?: later)?$/,
  "projects.regionTaxes.wages": /^us-states incentive {2}(?: later)?$/,
  "fund.additionality": /^us-states fund {2}(?: later| jobs)?$/,
  "incentive.caused": /^us-(?:treasury|states) incentive {2}(?: later| jobs| windfall)?$/,
  "incentive.excessBurden": /^us-(?:treasury|states) incentive {2} burden$/,
  "tariff.elasticity": /^us-treasury tariff .* baseline$/,
  "tariff.passThrough": /^us-treasury tariff .* baseline$/,
  "tariff.noncompliance": /^us-treasury tariff .* baseline$/,
  "tariff.dynamic": /^us-(?:treasury|states) tariff .* baseline$/,
  "tariff.retaliation": /^us-treasury tariff .* baseline$/,
  "tariff.retaliationChance": /^us-treasury tariff .* baseline$/,
  "tariff.reversalHazard": /^us-treasury tariff .* uncertain$/,
  "tariff.regionsFeedback": /^us-states tariff .* baseline$/,
  "alone.volatility": /^us-treasury alone/,
  "alone.cost": /^us-treasury alone/,
  "alone.alpha": /^us-treasury alone/,
  "fairValue.premium": /^us-treasury alone/,
  "fairValue.assets": /^us-treasury alone/,
};

test("[PO20] every figure that is drawn reaches the results that depend on it", () => {
  const error = ({ standardError }: Spread): number => standardError;
  const known = widths(compared(certainBut([]), 60), error);
  for (const name of DRAWN_FIGURES) {
    const drawn = widths(compared(certainBut([name]), 60), error);
    const touched = [...drawn].filter(([called]) => TOUCHES[name].test(called));
    assert.ok(touched.length > 0, name);
    for (const [called, width] of touched) {
      assert.notEqual(width, known.get(called), `${name} does not reach ${called}`);
      assert.ok(width > 0, `${name}: ${called} is the same in every future`);
    }
  }
});

test("[PO20] no outcome that depends on a drawn figure has one value in all futures", () => {
  for (const [called, width] of widths(compared(SHIPPED))) {
    if (called.endsWith(" zero")) assert.equal(width, 0, called);
    else assert.ok(width > 0, called);
  }
});
