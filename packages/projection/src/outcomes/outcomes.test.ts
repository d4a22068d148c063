import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@jointfund/core/base/json.ts";
import { decode, encode } from "@jointfund/core/base/schema.ts";
import { daysBetween } from "@jointfund/core/calendar/date.ts";
import { smallFund } from "../../../../tests/support/small-fund.ts";
import type { FundModel } from "../charter/fund-model.ts";
import { compiledKernel } from "../kernel/compiled-kernel.ts";
import { compileModule } from "../kernel/compile-module.ts";
import { BLOCK_PATHS } from "../kernel/program.ts";
import { runBlocks } from "../kernel/run-blocks.ts";
import { outcomesCollection } from "./outcome-collection.ts";
import { projectionSchema } from "./projection-schema.ts";
import type { Fan, FiscalYearOutcome, Projection, Spread } from "./projection.ts";
import { toldProjection } from "./told-projection.ts";

const kernelOf = ({ program }: FundModel) =>
  compiledKernel(program, new WebAssembly.Module(compileModule(program)));

function projectionOf(model: FundModel, paths: number): Projection {
  const { program, inputs } = model;
  const gathered = runBlocks(
    kernelOf(model),
    { inputs, paths },
    outcomesCollection(program, model),
  );
  return toldProjection(gathered, { asked: paths, seed: "1" });
}

/** Every output of every path at every step: what a projection never keeps. */
class AllPaths {
  readonly #values = new Map<string, Float64Array[]>();
  readonly paths: number;

  constructor(model: FundModel, paths: number) {
    this.paths = paths;
    const { program, inputs } = model;
    const kernel = kernelOf(model);
    for (const { name } of program.outputs) {
      this.#values.set(
        name,
        Array.from({ length: inputs.steps }, () => new Float64Array(paths)),
      );
    }
    for (let from = 0; from < paths; from += BLOCK_PATHS) {
      const lanes = Math.min(BLOCK_PATHS, paths - from);
      kernel.run(inputs, from / BLOCK_PATHS, (step, outputs) => {
        for (const [index, { name }] of program.outputs.entries()) {
          const start = index * BLOCK_PATHS;
          this.#values.get(name)![step]!.set(outputs.subarray(start, start + lanes), from);
        }
      });
    }
  }

  at(name: string, step: number): Float64Array {
    return this.#values.get(name)![step]!;
  }

  each<T>(make: (path: number) => T): T[] {
    return Array.from({ length: this.paths }, (_, path) => make(path));
  }
}

/** Type 7 of Hyndman and Fan, of sorted values. */
function quantile(sorted: readonly number[], share: number): number {
  const rank = share * (sorted.length - 1);
  const below = Math.floor(rank);
  const low = sorted[below]!;
  return low + ((sorted[below + 1] ?? low) - low) * (rank - below);
}

type Told = { readonly [name in keyof Spread]: number | null };

const at = (fan: Fan, index: number): Told => ({
  ...{ count: fan.count[index]!, mean: fan.mean[index]!, p5: fan.p5[index]! },
  ...{ p25: fan.p25[index]!, p50: fan.p50[index]!, p75: fan.p75[index]! },
  ...{ p95: fan.p95[index]!, standardError: fan.standardError[index]! },
});

const near = (actual: number | null, expected: number, share: number, what: string): void => {
  assert.ok(actual !== null, what);
  const scale = Math.max(Math.abs(expected), 1e-6);
  assert.ok(Math.abs(actual - expected) <= share * scale, `${what}: ${actual}, not ${expected}`);
};

/** Of the bins: 1/128 at most [PJ63]. */
const BIN = 1 / 128;

function assertSpread(told: Told, values: readonly number[], what: string): void {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  assert.equal(told.count, values.length, what);
  const size = Math.max(Math.abs(sorted[0]!), Math.abs(sorted.at(-1)!));
  assert.ok(Math.abs(told.mean! - mean) <= 1e-9 * size, `${what}: mean ${told.mean}, not ${mean}`);
  const error = Math.sqrt(squares / (values.length - 1) / values.length);
  near(told.standardError, error, 1e-6, `${what}: standard error`);
  for (const [name, share] of [
    ...([
      ["p5", 0.05],
      ["p25", 0.25],
      ["p50", 0.5],
      ["p75", 0.75],
      ["p95", 0.95],
    ] as const),
  ] as const) {
    const expected = quantile(sorted, share);
    const slack = Math.abs(expected) < 256 && size > 1e6 ? 256 : BIN * Math.abs(expected);
    assert.ok(
      Math.abs(told[name]! - expected) <= slack + 1e-9,
      `${what}: ${name} ${told[name]}, not ${expected}`,
    );
  }
}

const PATHS = 3000;
const model = smallFund();
const all = new AllPaths(model, PATHS);
const told = projectionOf(model, PATHS);

test("[PJ63] fans are those of the sorted values of all paths, within a bin", () => {
  assert.equal(told.dates.length, 12);
  for (const step of told.dates.keys()) {
    for (const name of ["netAssets", "debt", "pricePerUnit", "cash", "investments"] as const) {
      assertSpread(at(told.fund[name], step), [...all.at(name, step)], `${name} ${step}`);
    }
    const debt = all.at("debt", step);
    const assets = all.at("totalAssets", step);
    const leverage = all.each((path) => debt[path]! / assets[path]!);
    assertSpread(at(told.fund.leverage, step), leverage, `leverage ${step}`);
  }
});

test("[PJ67] chances count the paths on which it has happened by then", () => {
  const happened = (name: string, step: number, is: (value: number) => boolean): number =>
    all
      .each((path) => Array.from({ length: step + 1 }, (_, at) => is(all.at(name, at)[path]!)))
      .filter((each) => each.includes(true)).length;
  for (const step of told.dates.keys()) {
    const positive = (name: string): number => happened(name, step, (value) => value > 0);
    assert.equal(told.chances.locked.count[step], positive("locked"));
    assert.equal(told.chances.forcedSale.count[step], positive("forcedSale"));
    assert.equal(told.chances.defaulted.count[step], positive("defaulted"));
    assert.equal(told.chances.callMissed.count[step], positive("missed:JP"));
    assert.equal(told.covenants["ltv"]!.count[step], positive("rung:ltv"));
    const below = happened("netAssets", step, (value) => value < 0);
    assert.equal(told.chances.netAssetsBelowZero.count[step], below);
  }
  const { count, probability, standardError } = told.chances.locked;
  const p = count[11]! / PATHS;
  assert.ok(p > 0.01 && p < 0.99);
  near(probability[11]!, p, 1e-9, "probability");
  near(standardError[11]!, Math.sqrt((p * (1 - p)) / PATHS), 1e-9, "standard error");
});

const PARTS = ["income", "gains", "capital"] as const;

/** What happened to one party on one path by the end of a step, in its currency. */
function recount(id: string, path: number, until: number) {
  const party = model.parties.find((each) => each.id === id)!;
  let [paidIn, distributed, outstanding] = [0, 0, 0];
  const flows: number[] = [];
  const received: number[] = [];
  const parts: { [name in (typeof PARTS)[number]]: number[] } = {
    income: [],
    gains: [],
    capital: [],
  };
  const costs: number[] = [];
  for (let step = 0; step <= until; step++) {
    const rate = id === "JP" ? all.at("exchange:JPY", step)[path]! / 100 : 1;
    const days = daysBetween(model.dates[step - 1] ?? model.opens, model.dates[step]!);
    costs.push((outstanding * party.fundingRate * days) / 365);
    const [paid, got] = [
      all.at(`paidIn:${id}`, step)[path]! * rate,
      all.at(`distributed:${id}`, step)[path]! * rate,
    ];
    flows.push(got - paid);
    received.push(got);
    for (const name of PARTS) parts[name].push(got * all.at(`${name}Share`, step)[path]!);
    paidIn += paid;
    distributed += got;
    outstanding = Math.max(0, outstanding + paid - parts.capital.at(-1)!);
  }
  const rate = id === "JP" ? all.at("exchange:JPY", until)[path]! / 100 : 1;
  const worth = Math.max(0, all.at(`worth:${id}`, until)[path]!) * rate;
  const gain = worth + distributed - paidIn;
  return { paidIn, distributed, worth, flows, received, ...parts, costs, gain };
}

/** A year's revenue by where it came from, counted again. */
function assertRevenue(
  { revenue }: FiscalYearOutcome,
  of: {
    readonly received: readonly number[];
    readonly costs: readonly number[];
    readonly yearly: (of: (path: ReturnType<typeof recount>) => number[]) => number[];
    readonly what: string;
  },
): void {
  const { received, costs, yearly, what } = of;
  assert.ok(revenue !== undefined);
  const [income, gains, capital] = PARTS.map((name) => yearly((path) => path[name]));
  assertSpread(revenue.income, income!, `${what} income`);
  assertSpread(revenue.gains, gains!, `${what} gains`);
  assertSpread(revenue.capital, capital!, `${what} capital`);
  const net = income!.map((each, path) => each + gains![path]! - costs[path]!);
  assertSpread(revenue.net, net, `${what} net revenue`);
  assert.equal(revenue.netBelowZero.count, net.filter((each) => each < 0).length);
  for (const [path, whole] of received.entries()) {
    near(income![path]! + gains![path]! + capital![path]!, whole, 1e-12, `${what} in all`);
  }
}

test("[PJ64] [PJ65] [PJ69] fiscal years of each party in its own currency", () => {
  const [us, japan] = told.parties;
  // From 1 July 2026, three years of quarters.
  assert.deepEqual(
    us!.years.map(({ year, isWhole }) => [year, isWhole]),
    [
      ["FY2026", false],
      ["FY2027", true],
      ["FY2028", true],
      ["FY2029", false],
    ],
  );
  assert.deepEqual(
    japan!.years.map(({ year, isWhole }) => [year, isWhole]),
    [
      ["FY2026", false],
      ["FY2027", true],
      ["FY2028", true],
      ["FY2029", false],
    ],
  );
  const steps = {
    US: [
      [0, 0],
      [1, 4],
      [5, 8],
      [9, 11],
    ],
    JP: [
      [0, 2],
      [3, 6],
      [7, 10],
      [11, 11],
    ],
  };
  for (const { id, years, fans, chances } of told.parties) {
    for (const [index, [from, to]] of steps[id as "US" | "JP"].entries()) {
      const paths = all.each((path) => recount(id, path, to!));
      const yearly = (of: (path: ReturnType<typeof recount>) => number[]): number[] =>
        paths.map((path) =>
          of(path)
            .slice(from)
            .reduce((sum, each) => sum + each, 0),
        );
      const what = `${id} ${years[index]!.year}`;
      const received = yearly((path) => path.received);
      assertSpread(years[index]!.distributed, received, `${what} distributed`);
      const costs = yearly((path) => path.costs);
      assertRevenue(years[index]!, { received, costs, yearly, what });
      for (const name of ["paidIn", "distributed", "worth", "gain"] as const) {
        assertSpread(
          at(fans[name], index),
          paths.map((path) => path[name]),
          `${what} ${name}`,
        );
      }
      const losses = paths.filter(({ gain }) => gain < 0).length;
      assert.equal(chances.lossOfCapital.count[index], losses);
    }
  }
});

/** By bisection alone. */
function rateOf(flows: readonly number[]): number {
  const worth = (rate: number): number =>
    flows.reduceRight((sum, each) => sum / (1 + rate) + each, 0);
  let [low, high] = [-0.9, 9];
  for (let left = 200; left > 0; left--) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0) low = middle;
    else high = middle;
  }
  return (1 + low) ** 4 - 1;
}

test("[PJ66] [PJ70] final rates, multiples and the worst twentieth", () => {
  for (const { id, terminal } of told.parties) {
    const everyPath = all.each((path) => recount(id, path, 11));
    // Japan stops paying before its first call on some.
    const paths = everyPath.filter(({ paidIn }) => paidIn > 0);
    const noRoot = PATHS - paths.length;
    assert.equal(noRoot > 0, id === "JP");
    const rates = paths.map(({ flows, worth }) =>
      rateOf([...flows.slice(0, -1), flows.at(-1)! + worth]),
    );
    const { severalSignChanges: several, ...counts } = terminal.irrCounts;
    assert.deepEqual(counts, { ambiguous: 0, totalLoss: 0, noRoot });
    assert.ok(several > 0);
    assertSpread(terminal.irr, rates, `${id} irr`);
    assertSpread(
      terminal.tvpi,
      paths.map((of) => (of.worth + of.distributed) / of.paidIn),
      "tvpi",
    );
    assertSpread(
      terminal.dpi,
      paths.map((of) => of.distributed / of.paidIn),
      "dpi",
    );
    const gains = everyPath.map(({ gain }) => gain).toSorted((a, b) => a - b);
    assertSpread(terminal.gain, gains, `${id} gain`);
    const worst = gains.slice(0, PATHS / 20);
    const mean = worst.reduce((sum, gain) => sum + gain, 0) / worst.length;
    near(terminal.expectedShortfall, mean, 0.002, "expected shortfall");
    near(terminal.gain.least, gains[0]!, 1e-9, "least");
    near(terminal.gain.most, gains.at(-1)!, 1e-9, "most");
    const { mean: average, p50, medianBelowMean } = terminal.gain;
    near(medianBelowMean, (average! - p50!) / Math.abs(average!), 1e-6, "median below mean");
  }
});

test("[PJ60] a projection is JSON by its schema, and small", () => {
  const json = JSON.stringify(encode(projectionSchema, told));
  const again = decode(projectionSchema, JSON.parse(json) as Json);
  assert.ok(again.ok);
  assert.deepEqual(again.value, told);
  const long = projectionOf(smallFund({ steps: 360, stepMonths: 1 }), 1024);
  const text = JSON.stringify(encode(projectionSchema, long));
  assert.ok(text.length < 300_000, `${text.length} characters`);
  const numbers = [...text.matchAll(/-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?(?=[,\]}])/g)].map(Number);
  assert.ok(numbers.length > 5000);
  assert.deepEqual(
    numbers.filter((number) => Number(number.toPrecision(10)) !== number),
    [],
  );
});

test("[PJ61] of many steps the last of each year is told, and the last of all", () => {
  const long = projectionOf(smallFund({ steps: 43 }), 64);
  assert.equal(long.dates.length, 11);
  assert.deepEqual(long.dates.slice(0, 2), ["2027-06-30", "2028-06-30"]);
  assert.equal(long.dates.at(-1), "2037-03-31");
  assert.equal(projectionOf(smallFund({ steps: 40 }), 64).dates.length, 40);
});
