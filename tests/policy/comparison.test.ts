import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@jointfund/core/base/json.ts";
import { decode, encode } from "@jointfund/core/base/schema.ts";
import { comparePolicies } from "@jointfund/projection/policy/compare-policies.ts";
import {
  comparisonSchema,
  type PolicyComparison,
  type PolicyOutcome,
} from "@jointfund/projection/policy/comparison.ts";
import type { PricedFutures } from "@jointfund/projection/policy/fund-futures.ts";
import { parametersOf } from "@jointfund/projection/policy/policy-findings.ts";
import type { Policy } from "@jointfund/projection/policy/policy-schema.ts";
import {
  drawsOf,
  handMadeFutures,
  handMadeStakes,
  shippedPolicy,
  type HandMade,
} from "../support/policies.ts";

const FUND: HandMade = {
  ...{ paths: 400, years: 25, paidIn: [30e9, 30e9, 30e9, 30e9, 30e9] },
  ...{ expected: 0.085, volatility: 0.18, payout: 0.05 },
};
const UST = shippedPolicy().host.treasury.fundingRate.value;

const priced = (expected: number, paths = FUND.paths) =>
  handMadeStakes({ ...FUND, expected, paths }, UST);

const FUTURES: PricedFutures = {
  real: handMadeFutures(FUND),
  priced: priced(UST),
  withoutSkill: priced(UST),
};

function compared(
  policy: Policy = shippedPolicy(),
  futures: PricedFutures = FUTURES,
  seed = "1",
  paths = 400,
): PolicyComparison {
  const result = comparePolicies(policy, futures, { paths, seed, draws: drawsOf(seed) });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const COMPARED = compared();

function outcome(
  of: PolicyComparison,
  side: string,
  policy: string,
  regime?: string,
  base = "partner",
): PolicyOutcome {
  const found = of.sides
    .find(({ id }) => id === side)
    ?.policies.find(
      (each) =>
        each.policy === policy &&
        each.regime === regime &&
        (regime === undefined || each.base === base),
    );
  assert.ok(found !== undefined, `${side} ${policy} ${regime}`);
  return found;
}

/** A figure that is the same in every future. */
const fixed = (path: string, value: string) =>
  ["value", "low", "high"].map((name) => ({ path: `${path}.${name}`, value }));

/** The file with every figure at its value in all futures. */
function certain(settings: Parameters<typeof shippedPolicy>[0] = []): Policy {
  const known = [...parametersOf(shippedPolicy())].filter(([path]) => path !== "incentive.caused");
  const at = known.flatMap(([path, { value }]) => fixed(path, String(value)));
  return shippedPolicy([...at, ...settings]);
}

const near = (actual: number, expected: number, part = 1e-9): void =>
  assert.ok(
    Math.abs(actual - expected) <= part * Math.max(1, Math.abs(expected)),
    `${actual} for ${expected}`,
  );

test("[PO8] distributions count in full, and the offset is taken from duties alone", () => {
  const fund = outcome(COMPARED, "us-treasury", "fund");
  const { inBase } = FUTURES.real.parties[0]!;
  for (const [year, { parts, invested }] of fund.years.entries()) {
    const mean = (values: Float64Array): number =>
      values.subarray(year * 400, (year + 1) * 400).reduce((sum, each) => sum + each, 0) / 400;
    near(parts["stake"]!, mean(inBase.distributed));
    near(invested, mean(inBase.paidIn));
  }
  const without = compared(
    shippedPolicy([
      { path: "tariff.offset.vintages.after-2025-law.byYear.2025", value: "0" },
      { path: "tariff.offset.vintages.after-2025-law.byYear.2026", value: "0" },
    ]),
  );
  const stakes = [COMPARED, without].map((each) => outcome(each, "us-treasury", "fund").years[9]!);
  assert.equal(stakes[0]!.revenue.mean, stakes[1]!.revenue.mean);
  const duties = [COMPARED, without].map(
    (each) => outcome(each, "us-treasury", "tariff", "baseline").years[9]!.central,
  );
  near(duties[0]! / duties[1]!, 1 - 0.23);
});

test("[PO7] net revenue is less by a year's interest on all that was paid in before", () => {
  const { years } = outcome(COMPARED, "us-treasury", "fund");
  for (const [year, { fundingCost }] of years.entries()) {
    near(fundingCost, UST * 30e9 * Math.min(5, year), 1e-6);
  }
  const japan = outcome(COMPARED, "japan-treasury", "fund").years;
  const { rate } = shippedPolicy().exchange;
  near(japan[8]!.fundingCost, 0.01662 * 150e9 * rate.value, 1e-6);
});

test("[PO7] capital that comes back is no revenue, costs nothing any more, and is cash", () => {
  const [us, ...others] = FUTURES.real.parties;
  const distributed = us!.inBase.distributed;
  const returned = distributed.map((amount, at) => (at < 12 * 400 ? 0 : amount / 2));
  const parties = [{ ...us!, inBase: { ...us!.inBase, returned } }, ...others];
  const split = compared(shippedPolicy(), { ...FUTURES, real: { ...FUTURES.real, parties } });
  const [before, after] = [COMPARED, split].map((each) => outcome(each, "us-treasury", "fund"));
  const mean = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / 400;
  const outstanding = new Float64Array(400);
  for (const [year, told] of after!.years.entries()) {
    const back = returned.subarray(year * 400, (year + 1) * 400);
    near(told.returned, mean(back));
    near(told.revenue.mean, before!.years[year]!.revenue.mean - told.returned);
    near(told.parts["stake"]!, before!.years[year]!.parts["stake"]! - told.returned);
    near(told.fundingCost, UST * mean(outstanding), 1e-6);
    for (const [path, amount] of back.entries()) {
      const paid = us!.inBase.paidIn[year * 400 + path]!;
      outstanding[path] = Math.max(0, outstanding[path]! + paid - amount);
    }
  }
  assert.ok(mean(outstanding) < 140e9);
  assert.deepEqual(after!.presentValue, before!.presentValue);
});

test("[PO6] cash, own rate and fair value are worked out side by side", () => {
  const policy = shippedPolicy();
  const fund = outcome(COMPARED, "us-treasury", "fund");
  const { inBase } = FUTURES.real.parties[0]!;
  // The stake alone, by hand, on the side that has no taxes of projects: Japan's treasury.
  const japan = outcome(COMPARED, "japan-treasury", "fund");
  let [cash, own] = [0, 0];
  for (let year = 0; year < 20; year++) {
    for (let path = 0; path < 400; path++) {
      const at = year * 400 + path;
      const flow = (inBase.distributed[at]! - inBase.paidIn[at]!) / 400;
      cash += flow;
      own += flow * 1.01662 ** -(year + 0.5);
    }
  }
  const worth =
    inBase.worth.subarray(19 * 400, 20 * 400).reduce((sum, each) => sum + each, 0) / 400;
  const yen = policy.exchange.rate.value;
  near(japan.presentValue.cash.mean, (cash + worth) * yen, 1e-9);
  near(japan.presentValue.treasury.mean, (own + worth * 1.01662 ** -20) * yen, 1e-9);
  assert.deepEqual(japan.presentValue.fair.by, ["pricing"]);
  assert.ok(fund.presentValue.fair.value < fund.presentValue.treasury.mean);
});

test("[PO9] the fair value of a fund without skill is 0, and the comparison says so", () => {
  assert.equal(COMPARED.withoutSkill.closedForm, 0);
  const { sides } = compared(shippedPolicy(), {
    ...FUTURES,
    withoutSkill: priced(UST, 4000),
  }).fairStakes!;
  for (const { charter } of sides) {
    assert.ok(charter.standardError > 0);
    assert.ok(Math.abs(charter.value) < 4 * charter.standardError, JSON.stringify(charter));
  }
  // With skill it is above 0, with costs below.
  for (const [excess, sign] of [
    [0.03, 1],
    [-0.03, -1],
  ] as const) {
    const futures = { ...FUTURES, priced: priced(UST + excess, 4000) };
    const { fair } = outcome(
      compared(shippedPolicy(), futures),
      "japan-treasury",
      "fund",
    ).presentValue;
    assert.ok(sign * fair.value > 4 * fair.standardError, `${excess}: ${JSON.stringify(fair)}`);
  }
});

test("[PO9] what is bought alone without skill and costs is worth exactly 0 to both", () => {
  const free = compared(shippedPolicy([...fixed("alone.cost", "0"), ...fixed("alone.alpha", "0")]));
  for (const side of ["us-treasury", "japan-treasury"]) {
    const { fair } = outcome(free, side, "alone").presentValue;
    assert.deepEqual(fair, { value: 0, standardError: 0, by: ["closedForm"] });
  }
});

test("[PO15] a credit brings back what it caused, less what it costs", () => {
  const policy = shippedPolicy([...fixed("projects.assetsPerCapital", "1.35")]);
  const of = compared(policy);
  const { years, presentValue } = outcome(of, "us-treasury", "incentive");
  // Both treasuries pay in 30 billion a year for five years, and the fund borrows beside it.
  const invested = 60e9 * policy.projects.assetsPerCapital.value;
  const cost = policy.incentive.credit.value * invested;
  for (let year = 0; year < 5; year++) near(years[year]!.parts["credit"]!, -cost);
  // The share caused and the excess burden differ between futures: means of their distributions.
  const { windfall, excessBurden } = years[0]!;
  assert.ok(Math.abs(windfall!.mean - cost * 0.884) < 4 * windfall!.standardError + cost * 0.005);
  const mean = cost * ((0.14 + 0.25 + 0.52) / 3);
  assert.ok(Math.abs(excessBurden!.mean - mean) < 4 * excessBurden!.standardError);
  const wages = 0.3 * invested * 0.27;
  near(years[0]!.central, 0.127 * (wages / 2) - cost);
  assert.ok(presentValue.treasury.mean < 0);
  assert.ok(COMPARED.breakEvenCaused! > 0.127);
  // Where it causes the share at which it pays, with the taxes that come later its value is 0.
  const even = compared(certain([...fixed("incentive.caused", String(of.breakEvenCaused))]));
  const { treasury, later } = outcome(even, "us-treasury", "incentive").presentValue;
  assert.ok(Math.abs(treasury.mean + later!.treasury.mean) < cost * 1e-9, String(treasury.mean));
});

test("[PO12] the regimes: none, lasting, abolished and brought back add up", () => {
  const yearly = (regime: string): readonly number[] =>
    outcome(COMPARED, "us-treasury", "tariff", regime).years.map(({ revenue }) => revenue.mean);
  const [zero, baseline, abolished, restored, uncertain] = [
    ...["zero", "baseline", "abolished", "restored", "uncertain"].map(yearly),
  ] as const;
  for (const [year, lasting] of baseline!.entries()) {
    assert.equal(zero![year], 0);
    near(abolished![year]! + restored![year]!, lasting);
    assert.equal(2026 + year < 2028 ? restored![year] : abolished![year], 0);
    assert.ok(year === 0 ? uncertain![year] === lasting : uncertain![year]! < lasting);
  }
  const policy = shippedPolicy();
  const centrals = outcome(COMPARED, "us-treasury", "tariff", "uncertain").years;
  const lasting = outcome(COMPARED, "us-treasury", "tariff", "baseline").years;
  for (const [year, { central }] of centrals.entries()) {
    near(central, lasting[year]!.central * 0.9 ** year);
  }
  assert.equal(policy.tariff.reversalHazard.value, 0.1);
});

test("[PO13] a tariff takes from the partner what its exporters and their profit tax lose", () => {
  const exporters = outcome(COMPARED, "japan-exporters", "tariff", "baseline");
  const treasury = outcome(COMPARED, "japan-treasury", "tariff", "baseline");
  for (const [year, { central }] of treasury.years.entries()) {
    near(central, exporters.years[year]!.central * 0.256);
    assert.ok(central < 0);
  }
  const states = outcome(COMPARED, "us-states", "tariff", "baseline");
  assert.ok(states.years.every(({ central }) => central < 0));
});

test("[PO22] the chance to be below a tariff is counted future by future", () => {
  const fund = outcome(COMPARED, "us-treasury", "fund");
  const below = fund.belowTariff!.find(
    ({ regime, base }) => regime === "baseline" && base === "partner",
  )!;
  // In the first year nothing is paid out yet, and the tariff brings billions.
  assert.equal(below.revenue[0], 1);
  assert.ok(below.net.every((chance, year) => chance >= below.revenue[year]! && chance <= 1));
  const none = fund.belowTariff!.find(
    ({ regime, base }) => regime === "zero" && base === "partner",
  )!;
  assert.ok(none.revenue.every((chance) => chance === 0));
});

test("[PO17] who bears a loss: shares that sum to 1", () => {
  for (const { shares } of COMPARED.bearers) {
    near(
      Object.values(shares).reduce((sum, share) => sum + share, 0),
      1,
    );
  }
  assert.deepEqual(COMPARED.bearers[0]!.shares, { "us-treasury": 0.5, "japan-treasury": 0.5 });
});

test("[PO23] the same seed gives the same comparison, another seed another", () => {
  const text = (of: PolicyComparison): string => JSON.stringify(encode(comparisonSchema, of));
  assert.equal(text(compared()), text(COMPARED));
  assert.notEqual(text(compared(shippedPolicy(), FUTURES, "2")), text(COMPARED));
});

test("[PO30] a comparison is plain JSON of its schema", () => {
  const json: unknown = JSON.parse(JSON.stringify(encode(comparisonSchema, COMPARED)));
  const decoded = decode(comparisonSchema, json as Json);
  assert.ok(decoded.ok, JSON.stringify(decoded.ok ? "" : decoded.error.slice(0, 3)));
  assert.ok(!JSON.stringify(json).includes("null"));
});

test("[PO8] futures that do not hold the years or parties are refused", () => {
  const run = { paths: 10, seed: "1", draws: drawsOf("1") };
  const short = { real: handMadeFutures({ ...FUND, years: 12 }) };
  const refused = comparePolicies(shippedPolicy(), short, run);
  assert.deepEqual(refused.ok ? undefined : refused.error, {
    ...{ code: "years_not_covered", party: "US", first: 2026, last: 2037, needed: 2026 },
  });
  const other = shippedPolicy([{ path: "partner.treasury.party", value: "KR" }]);
  const unknown = comparePolicies(other, FUTURES, run);
  assert.equal(unknown.ok ? undefined : unknown.error.code, "party_not_in_fund");
  const yen = shippedPolicy([{ path: "currency", value: "JPY" }]);
  const wrong = comparePolicies(yen, FUTURES, run);
  assert.equal(wrong.ok ? undefined : wrong.error.code, "currency_differs");
});

test("[PO16] alone, a treasury owes all that the assets cost, and bears what they lose", () => {
  const policy = shippedPolicy([...fixed("projects.assetsPerCapital", "1.35")]);
  const { years, chanceOfLoss } = outcome(compared(policy), "us-treasury", "alone");
  const bought = 30e9 * policy.projects.assetsPerCapital.value;
  for (const [year, { invested, fundingCost }] of years.entries()) {
    near(invested, year < 5 ? bought : 0);
    near(fundingCost, UST * bought * Math.min(5, year), 1e-6);
  }
  // By hand, with a beta of 1: what is there grows, and a part is taken out.
  const returns = UST + policy.fairValue.premium.value - policy.alone.cost.value;
  let assets = 0;
  for (const [year, { central }] of years.entries()) {
    const grown = assets * (1 + returns);
    near(central, grown * policy.alone.payout.value);
    assets = grown * (1 - policy.alone.payout.value) + (year < 5 ? bought : 0);
  }
  assert.ok(chanceOfLoss > 0.05 && chanceOfLoss < 0.6);
});

test("[PO1] the partner's years are those in which the host's begin", () => {
  const first = (side: string): number | undefined =>
    COMPARED.sides.find(({ id }) => id === side)?.firstYear;
  // US fiscal 2026 begins on 1 October 2025, in Japan's fiscal 2025.
  assert.deepEqual(["us-treasury", "us-states", "japan-treasury"].map(first), [2026, 2026, 2025]);
  for (const { policies } of COMPARED.sides) {
    for (const { years } of policies) assert.equal(years.length, 20);
  }
});

test("[PO23] a standard error counts the futures that are not repeated", () => {
  const few = compared(shippedPolicy(), FUTURES, "1", 1600);
  const errors = (of: PolicyComparison, policy: string, regime?: string): number =>
    outcome(of, "us-treasury", policy, regime).presentValue.treasury.standardError;
  // Four times the draws halve the error of a tariff; the fund's 400 futures only repeat.
  const tariff = errors(few, "tariff", "baseline") / errors(COMPARED, "tariff", "baseline");
  assert.ok(tariff > 0.45 && tariff < 0.55, String(tariff));
  const fund = errors(few, "fund") / errors(COMPARED, "fund");
  assert.ok(fund > 0.97 && fund < 1.03, String(fund));
});

test("[PO16] in another currency all that is owed, taken out and left moves with the rate", () => {
  const still = certain([...fixed("exchange.volatility", "0"), ...fixed("alone.volatility", "0")]);
  const { cash } = outcome(compared(still), "japan-treasury", "alone").presentValue;
  const bought = 30e9 * still.projects.assetsPerCapital.value;
  const returns = UST + still.fairValue.premium.value - still.alone.cost.value;
  const move = 1 + still.exchange.drift.value;
  // Flows fall in the middle of each year, and what is left grows half a year more.
  let [assets, sum, yen] = [0, 0, still.exchange.rate.value * Math.sqrt(move)];
  for (let year = 0; year < 20; year++) {
    if (year > 0) yen *= move;
    const grown = assets * (1 + returns);
    const [taken, paid] = [grown * still.alone.payout.value, year < 5 ? bought : 0];
    assets = grown - taken + paid;
    sum += (taken - paid) * yen;
  }
  const left = assets * Math.sqrt(1 + returns) * yen * Math.sqrt(move);
  near(cash.mean, sum + left, 1e-9);
});

test("[PO22] what is equal to the tariff is not below it", () => {
  const alone = outcome(COMPARED, "us-treasury", "alone");
  assert.equal(alone.years[0]!.revenue.p95, 0);
  const none = alone.belowTariff!.find(({ regime }) => regime === "zero")!;
  assert.equal(none.revenue[0], 0);
});
