import assert from "node:assert/strict";
import { test } from "node:test";
import {
  discountFactor,
  discountToStart,
  hazardAnnuity,
} from "@jointfund/projection/policy/discount.ts";
import {
  betaChance,
  betaQuantile,
  fitBeta,
  triangularQuantile,
} from "@jointfund/projection/policy/distributions.ts";
import {
  fairValueOfSkill,
  logDrift,
  lognormalReturn,
  portfolioPath,
} from "@jointfund/projection/policy/portfolio.ts";
import {
  jobsPerUnit,
  projectsByYear,
  projectTaxes,
} from "@jointfund/projection/policy/project-taxes.ts";
import { deviationOf, meanOf, quantileOf, spreadOf } from "@jointfund/projection/policy/spread.ts";
import { exportersLoss, tariffRevenue, yearsLasted } from "@jointfund/projection/policy/tariff.ts";
import { drawsOf } from "../support/policies.ts";

const close = (actual: number, expected: number, tolerance = 1e-12): void =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${actual} for ${expected}`,
  );

test("[PO12] an annuity that may end is the sum of its years", () => {
  for (const timing of ["end", "middle"] as const) {
    for (const [hazard, rate] of [
      [0.1, 0.0416],
      [0, 0.03],
      [0.25, 0],
      [0, 0],
      [1, 0.05],
    ] as const) {
      let sum = 0;
      for (let year = 0; year < 20; year++) {
        sum += (1 - hazard) ** year * discountFactor(rate, year, timing);
      }
      close(hazardAnnuity({ hazard, rate, years: 20 }, timing), sum);
    }
  }
  // As the reference has it: payments at the ends of years that each survive another hazard.
  const rate = 0.04;
  let reference = 0;
  for (let t = 1; t <= 10; t++) reference += 0.9 ** t * 1.04 ** -t;
  close(0.9 * hazardAnnuity({ hazard: 0.1, rate, years: 10 }, "end"), reference);
});

test("[PO12] drawn endings leave as many years as the hazard says", () => {
  const uniform = drawsOf("endings").uniform("ending");
  const paths = 40_000;
  for (const hazard of [0.03, 0.1, 0.4]) {
    const lasted = Float64Array.from({ length: paths }, (_each, path) =>
      yearsLasted(hazard, uniform(path, 0)),
    );
    const expected = 1 / hazard;
    const error = deviationOf(lasted) / Math.sqrt(paths);
    assert.ok(Math.abs(meanOf(lasted) - expected) < 4 * error, `hazard ${hazard}`);
    assert.ok(lasted.every((years) => years >= 1 && Number.isInteger(years)));
  }
  assert.equal(yearsLasted(0, 0.5), Infinity);
  assert.equal(yearsLasted(1, 0.5), 1);
});

const TIMINGS = ["end", "middle"] as const;

test("[PO9] buying assets without skill and costs has a fair value of exactly 0", () => {
  for (const payout of [0, 0.04, 1]) {
    const terms = { invested: [30e9, 0, 12.5e9, 1], payout };
    for (const timing of TIMINGS) {
      assert.equal(fairValueOfSkill(terms, { riskless: 0.0416, excess: 0, timing }), 0);
    }
  }
});

test("[PO9] with skill it is the discounted flows under the pricing measure", () => {
  const terms = { invested: [30, 20, 10, 0, 0, 0, 0, 0], payout: 0.05 };
  const [riskless, excess] = [0.04, 0.012];
  for (const timing of TIMINGS) {
    const half = timing === "middle" ? 0.5 : 0;
    const earned = (1 + riskless + excess) ** half - 1;
    const { paid, left } = portfolioPath(terms, () => riskless + excess, earned);
    let value = left / 1.04 ** 8;
    for (const [year, taken] of paid.entries()) {
      value += (taken - terms.invested[year]!) / 1.04 ** (year + 1 - half);
    }
    close(fairValueOfSkill(terms, { riskless, excess, timing }), value, 1e-12);
  }
});

test("[PO6] assets that earn the own rate bring nothing, whenever they are bought", () => {
  const uniform = drawsOf("portfolios").uniform("terms");
  for (let at = 0; at < 300; at++) {
    const rate = 0.1 * uniform(at, 0) - 0.01;
    const payout = uniform(at, 1) * (at % 3 === 0 ? 1 : 0.1);
    const years = 1 + Math.floor(30 * uniform(at, 2));
    const invested = Array.from({ length: years }, (_each, year) => 80 * uniform(at, 3 + year));
    for (const timing of TIMINGS) {
      const half = timing === "middle" ? 0.5 : 0;
      const { paid, left } = portfolioPath(
        { invested, payout },
        () => rate,
        (1 + rate) ** half - 1,
      );
      let value = left * discountToStart(rate, years - 1);
      for (const [year, taken] of paid.entries()) {
        value += (taken - invested[year]!) * discountFactor(rate, year, timing);
      }
      assert.ok(Math.abs(value) < 1e-9, `${timing}: ${value}`);
    }
  }
});

test("[PO9] by simulation the fair value without skill is 0 within four standard errors", () => {
  const normal = drawsOf("fair").normal("market");
  const [paths, years, riskless, volatility] = [20_000, 15, 0.0416, 0.2];
  const of = { drift: logDrift(riskless, volatility), volatility };
  const terms = {
    invested: Array.from({ length: years }, (_each, y) => (y < 5 ? 10 : 0)),
    payout: 0.04,
  };
  for (const timing of TIMINGS) {
    const half = timing === "middle" ? 0.5 : 0;
    const values = Float64Array.from({ length: paths }, (_each, path) => {
      const { paid, left } = portfolioPath(
        terms,
        (year) => lognormalReturn(of, normal(path, year)),
        lognormalReturn(of, normal(path, years), half),
      );
      return paid.reduce(
        (sum, taken, year) =>
          sum + (taken - terms.invested[year]!) / (1 + riskless) ** (year + 1 - half),
        left / (1 + riskless) ** years,
      );
    });
    const error = deviationOf(values) / Math.sqrt(paths);
    assert.ok(Math.abs(meanOf(values)) < 4 * error, `${timing}: ${meanOf(values)} of ${error}`);
  }
});

test("[PO20] the incomplete beta function is that of tables and of elementary cases", () => {
  // I_x(1, b) = 1 - (1 - x)^b; I_x(a, 1) = x^a; I_0.5(a, a) = 1/2.
  for (const x of [0.01, 0.2, 0.5, 0.9]) {
    close(betaChance({ a: 1, b: 7 }, x), 1 - (1 - x) ** 7);
    close(betaChance({ a: 3.5, b: 1 }, x), x ** 3.5);
    // I_x(2, 3) = x^2 (6 - 8x + 3x^2)
    close(betaChance({ a: 2, b: 3 }, x), x * x * (6 - 8 * x + 3 * x * x));
  }
  close(betaChance({ a: 4.2, b: 4.2 }, 0.5), 0.5);
  for (const p of [0.001, 0.05, 0.5, 0.95]) {
    close(betaChance({ a: 1.7, b: 12 }, betaQuantile({ a: 1.7, b: 12 }, p)), p, 1e-9);
  }
});

test("[PO21] the share caused has 5% below and 5% above the quoted range of 2% to 25%", () => {
  const shape = fitBeta({ low: 0.02, high: 0.25 });
  close(betaChance(shape, 0.02), 0.05, 1e-6);
  close(betaChance(shape, 0.25), 0.95, 1e-6);
  const mean = shape.a / (shape.a + shape.b);
  assert.ok(mean > 0.1 && mean < 0.13, `mean ${mean}, near the 12.7% of all studies`);
  const uniform = drawsOf("beta").uniform("caused");
  const draws = Float64Array.from({ length: 20_000 }, (_each, path) =>
    betaQuantile(shape, uniform(path, 0)),
  );
  const error = deviationOf(draws) / Math.sqrt(draws.length);
  assert.ok(Math.abs(meanOf(draws) - mean) < 4 * error);
});

test("[PO20] a triangular quantile has the mean and ends of its distribution", () => {
  const of = { low: -2, value: -1, high: -0.5 };
  assert.equal(triangularQuantile(of, 0), -2);
  assert.equal(triangularQuantile(of, 1), -0.5);
  const steps = 20_000;
  let sum = 0;
  for (let step = 0; step < steps; step++) sum += triangularQuantile(of, (step + 0.5) / steps);
  close(sum / steps, (of.low + of.value + of.high) / 3, 1e-6);
  assert.equal(triangularQuantile({ low: 3, value: 3, high: 3 }, 0.7), 3);
});

test("[PO14] taxes of projects by vintage, worked by hand", () => {
  const terms = {
    ...{ buildYears: 2, lifeYears: 2, profit: 0.1, growth: 0.1, constructionWages: 0.3 },
    ...{ jobsPerBillion: 100, wage: 100_000, multiplier: 1 },
  };
  const taxes = projectTaxes([1e9, 2e9], terms, { profit: 0.2, wages: 0.25 });
  // Building: 0.15 of wages a year; working: profit 0.1 and 200 jobs of 100,000 a billion.
  const build = 1e9 * 0.15 * 0.25;
  const work = (age: number): number => (1e9 * 0.1 * 0.2 + 200 * 100_000 * 0.25) * 1.1 ** age;
  const expected = [
    ...[build, build + 2 * build, work(2) + 2 * build, work(3) + 2 * work(2), 2 * work(3)],
  ];
  assert.equal(taxes.length, 5);
  for (const [year, tax] of taxes.entries()) close(tax, expected[year]!, 1e-12);
  const { building, working } = projectsByYear([1e9, 2e9], terms);
  assert.deepEqual(building, [1e9, 3e9, 2e9, 0, 0]);
  assert.deepEqual(
    working.map((each) => each * jobsPerUnit(terms)).map(Math.round),
    [0, 0, 200, 600, 400],
  );
});

test("[PO14] taxes carried from year to year are those of every project by itself", () => {
  const uniform = drawsOf("projects").uniform("terms");
  for (let at = 0; at < 200; at++) {
    const any = (step: number, most: number): number => most * uniform(at, step);
    const terms = {
      ...{ buildYears: 1 + Math.floor(any(0, 6)), lifeYears: 1 + Math.floor(any(1, 30)) },
      ...{ profit: any(2, 0.2), growth: any(3, 0.2) - 0.08, constructionWages: any(4, 1) },
      ...{ jobsPerBillion: any(5, 900), wage: any(6, 2e5), multiplier: any(7, 2) },
    };
    const rates = { profit: any(8, 0.4), wages: any(9, 0.4) };
    const length = 1 + Math.floor(any(10, 25));
    const invested = Array.from({ length }, (_each, year) => any(11 + year, 9e10));
    const taxes = projectTaxes(invested, terms, rates);
    assert.equal(taxes.length, length + terms.buildYears + terms.lifeYears - 1);
    for (const [year, tax] of taxes.entries()) {
      let sum = 0;
      for (const [begun, amount] of invested.entries()) {
        const age = year - begun;
        if (age < 0 || age >= terms.buildYears + terms.lifeYears) continue;
        const jobs = (amount / 1e9) * terms.jobsPerBillion * (1 + terms.multiplier);
        const earned = amount * terms.profit * rates.profit + jobs * terms.wage * rates.wages;
        sum +=
          age < terms.buildYears
            ? (amount * terms.constructionWages * rates.wages) / terms.buildYears
            : earned * (1 + terms.growth) ** age;
      }
      assert.ok(Math.abs(tax - sum) <= 1e-9 * Math.max(...taxes), `${tax} for ${sum}`);
    }
  }
});

test("[PO13] exporters lose the duty they bear and the profit on what is not bought", () => {
  const terms = {
    ...({ basis: "exclusive", response: "linear", elasticity: -1, passThrough: 0.6 } as const),
    ...{ noncompliance: 0, offset: 0, dynamic: 0, retaliation: 0 },
  };
  close(tariffRevenue(terms, { rate: 0.1, imports: 100 }).imports, 94);
  const loss = exportersLoss(terms, { rate: 0.1, imports: 100, margin: 0.08 }, 94);
  close(loss, 0.4 * 0.1 * 94 + 0.08 * 6);
});

test("quantiles lie between neighbours in proportion", () => {
  const values = Float64Array.from([5, 1, 4, 2, 3]);
  const { mean, median, p25, p5 } = spreadOf(values);
  assert.deepEqual([mean, median, p25], [3, 3, 2]);
  close(p5, 1.2);
  close(quantileOf(values.toSorted(), 0.95), 4.8);
});
