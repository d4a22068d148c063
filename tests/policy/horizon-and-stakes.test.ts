import assert from "node:assert/strict";
import { test } from "node:test";
import { comparePolicies } from "@jointfund/projection/policy/compare-policies.ts";
import type { PolicyComparison, PolicyOutcome } from "@jointfund/projection/policy/comparison.ts";
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
  ...{ paths: 200, years: 25, paidIn: [30e9, 30e9, 30e9, 30e9, 30e9] },
  ...{ expected: 0.085, volatility: 0.18, payout: 0.05 },
};
const SHIPPED = shippedPolicy();
const UST = SHIPPED.host.treasury.fundingRate.value;
const JGB = SHIPPED.partner.treasury.fundingRate.value;

const FUTURES: PricedFutures = {
  real: handMadeFutures(FUND),
  priced: handMadeStakes({ ...FUND, expected: UST - 0.01 }, UST),
  withoutSkill: handMadeStakes({ ...FUND, expected: UST }, UST),
};

function compared(policy: Policy, futures = FUTURES): PolicyComparison {
  const run = { paths: 200, seed: "1", draws: drawsOf("1") };
  const result = comparePolicies(policy, futures, run);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const outcome = (of: PolicyComparison, side: string, policy: string): PolicyOutcome =>
  of.sides
    .find(({ id }) => id === side)!
    .policies.find((each) => each.policy === policy && (each.regime ?? "baseline") === "baseline")!;

const fixed = (path: string, value: number) =>
  ["value", "low", "high"].map((name) => ({ path: `${path}.${name}`, value: value.toFixed(12) }));

const certain = (settings: Parameters<typeof shippedPolicy>[0] = []): Policy =>
  shippedPolicy([
    ...[...parametersOf(SHIPPED)].flatMap(([path, { value }]) => fixed(path, value)),
    ...settings,
  ]);

const near = (actual: number, expected: number, part = 1e-9): void =>
  assert.ok(
    Math.abs(actual - expected) <= part * Math.max(1, Math.abs(expected)),
    `${actual} for ${expected}`,
  );

test("[PO6] what earns the own rate brings each treasury nothing, whatever the timing", () => {
  for (const timing of ["end", "middle"] as const) {
    const riskless = certain([
      { path: "timing", value: timing },
      ...[...fixed("fairValue.premium", 0), ...fixed("alone.cost", 0)],
      ...[...fixed("alone.volatility", 0), ...fixed("exchange.volatility", 0)],
      // Interest parity to the last digit: the file's own is rounded.
      ...fixed("exchange.drift", (1 + JGB) / (1 + UST) - 1),
    ]);
    const all = compared(riskless);
    for (const side of ["us-treasury", "japan-treasury"]) {
      const { treasury, fair } = outcome(all, side, "alone").presentValue;
      const paid = outcome(all, side, "alone").years[0]!.invested;
      for (const value of [treasury.mean, treasury.p5, treasury.p95]) {
        assert.ok(Math.abs(value) < 1e-8 * paid, `${side} ${timing}: ${value} of ${paid}`);
      }
      assert.equal(fair.value, 0);
    }
  }
});

test("[PO24] every policy ends with the same year, and what projects bring later is apart", () => {
  const policy = certain();
  const { buildYears, lifeYears, hostTaxes, growth } = policy.projects;
  const { treasury, later, cash } = outcome(
    compared(policy),
    "us-treasury",
    "incentive",
  ).presentValue;
  const invested = 60e9 * policy.projects.assetsPerCapital.value;
  const { jobsPerBillion, multiplier, wage, profit } = policy.projects;
  const jobs = (jobsPerBillion.value / 1e9) * (1 + multiplier.value);
  const yearly = profit.value * hostTaxes.profit.value + jobs * wage.value * hostTaxes.wages.value;
  const caused = policy.incentive.caused.value;
  let [own, sum, ownLater, sumLater] = [0, 0, 0, 0];
  // Every project by itself, and each of its years.
  for (let begun = 0; begun < 5; begun++) {
    const credit = policy.incentive.credit.value * invested;
    own -= credit / (1 + UST) ** (begun + 0.5);
    sum -= credit;
    for (let age = 0; age < buildYears + lifeYears; age++) {
      const taxed =
        age < buildYears
          ? (policy.projects.constructionWages.value * hostTaxes.wages.value) / buildYears
          : yearly * (1 + growth.value) ** age;
      const amount = caused * invested * taxed;
      const discounted = amount / (1 + UST) ** (begun + age + 0.5);
      if (begun + age < 20) {
        own += discounted;
        sum += amount;
      } else {
        ownLater += discounted;
        sumLater += amount;
      }
    }
  }
  near(treasury.mean, own);
  near(cash.mean, sum);
  near(later!.treasury.mean, ownLater);
  near(later!.cash.mean, sumLater);
  assert.ok(later!.fair.value > 0 && later!.fair.value < ownLater);
  for (const { policies } of compared(policy).sides) {
    for (const { policy: id, presentValue, parts } of policies.map((each) => ({
      ...each,
      parts: each.years[0]!.parts,
    }))) {
      assert.equal(presentValue.later !== undefined, "taxes" in parts, id);
    }
  }
});

test("[PO25] the fair values of the stakes are told by what they come from, for both", () => {
  const [us, japan] = [FUTURES, FUTURES].map((each, at) => each.priced!.parties[at]!.values);
  // Japan's stake is worth a part of the host's in each future.
  const parties = [
    { party: "US", values: us! },
    { party: "JP", values: japan!.map((value) => value * 0.9 - 1e9) },
  ];
  const futures = { ...FUTURES, priced: { paths: FUND.paths, parties } };
  const { fairStakes, sides } = compared(SHIPPED, futures);
  const { sides: stakes, sum, difference } = fairStakes!;
  const mean = (values: Float64Array): number =>
    values.reduce((all, each) => all + each, 0) / values.length;
  assert.deepEqual(
    stakes.map(({ id }) => id),
    ["us-treasury", "japan-treasury"],
  );
  for (const [at, { charter, costs, stake }] of stakes.entries()) {
    near(stake.value, mean(parties[at]!.values));
    near(charter.value + costs.value, stake.value);
  }
  near(sum.stake.value, stakes[0]!.stake.value + stakes[1]!.stake.value);
  near(difference.stake.value, stakes[0]!.stake.value - stakes[1]!.stake.value);
  // Errors of the same futures: together nearly twice one's own, of the difference a tenth.
  near(sum.stake.standardError, stakes[0]!.stake.standardError * 1.9);
  near(difference.stake.standardError, stakes[0]!.stake.standardError * 0.1);
  // In the tables Japan's is in yen at today's rate, and the host's holds the taxes of projects.
  const [host, partner] = [sides[0]!, sides[2]!].map(({ policies }) => policies[0]!.presentValue);
  near(partner!.fair.value, stakes[1]!.stake.value * SHIPPED.exchange.rate.value);
  assert.ok(host!.fair.value > stakes[0]!.stake.value);
  const { priced: _none, ...recorded } = FUTURES;
  assert.equal(compared(SHIPPED, recorded).fairStakes, undefined);
});

test("[PO19] what a side in another currency loses moves with the rate of exchange", () => {
  const still = certain(fixed("exchange.volatility", 0));
  const { years } = outcome(compared(still), "japan-exporters", "tariff");
  const parity = certain([...fixed("exchange.volatility", 0), ...fixed("exchange.drift", 0)]);
  const flat = outcome(compared(parity), "japan-exporters", "tariff").years;
  const { drift } = still.exchange;
  for (const [year, { central, revenue }] of years.entries()) {
    near(central, flat[year]!.central * (1 + drift.value) ** (year + 0.5));
    near(revenue.mean, flat[year]!.revenue.mean * (1 + drift.value) ** (year + 0.5));
  }
  // At fair value it makes no difference: the day's rate of exchange is that of today.
  const [moved, unmoved] = [still, parity].map(
    (policy) => outcome(compared(policy), "japan-exporters", "tariff").presentValue.fair.value,
  );
  near(moved!, unmoved!);
});
