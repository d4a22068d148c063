import assert from "node:assert/strict";
import { test } from "node:test";
import { assumed, draw, lognormal } from "../drawn-world.ts";
import { accumulate, staysAbove, surviveAbove } from "../small-programs.ts";
import { assertMean, indicators } from "../statistics.ts";
import { downAndOutCall, vanilla } from "./barriers.ts";
import { normalCdf } from "./normal.ts";

/*
 * Prices are means of the simulated market under the drift of the money that is borrowed: what is
 * tested is the market, not that anyone trades options. A loan that only assets stand for is one.
 */

test("[PJ30] Merton's firm, by Hull's figures, defaults and owes what it should", () => {
  // Hull, Options, Futures and Other Derivatives: equity 3, its volatility 80%, debt of 10 in a
  // year, 5%: assets 12.40, volatility 21.23%, chance 12.7%, expected loss 1.2%; more places by
  // calculation.
  const [assets, volatility, debt, rate] = [12.395387, 0.2123047, 10, 0.05];
  const world = assumed({ market: lognormal(rate, volatility) });
  const sampled = draw(world, { steps: 4, blocks: 98, openings: { log: 0 } }, (at) => {
    at.b.output("log", accumulate(at, "log", at.factors.market));
  });
  const value = sampled("log").map((log) => assets * Math.exp(log));
  const discount = Math.exp(-rate);
  assertMean(
    "defaults",
    indicators(value, (each) => each < debt),
    0.12697124,
    0.005,
  );
  const equity = value.map((each) => discount * Math.max(each - debt, 0));
  assertMean("equity", equity, 3, 0.04);
  const lent = value.map((each) => discount * Math.min(each, debt));
  assertMean("debt", lent, 9.395387, 0.01);
  assertMean(
    "expected loss",
    lent.map((each) => 1 - each / (debt * discount)),
    0.01229,
    0.001,
  );
});

test("[PJ30] leverage that is set once is a call, its lenders have sold a put", () => {
  const [assets, owed, rate, years] = [100, 200 / 3, 0.04, 5];
  const world = assumed({ market: lognormal(rate, 0.15) });
  const sampled = draw(world, { steps: 4 * years, blocks: 98, openings: { log: 0 } }, (at) => {
    at.b.output("log", accumulate(at, "log", at.factors.market));
  });
  const value = sampled("log").map((log) => assets * Math.exp(log));
  const discount = Math.exp(-rate * years);
  assertMean(
    "equity",
    value.map((each) => discount * Math.max(each - owed, 0)),
    45.76341,
    0.5,
  );
  const put = value.map((each) => discount * Math.max(owed - each, 0));
  assertMean("put of the lenders", put, 0.34546, 0.04);
  const option = { spot: 100, strike: owed, rate, yield: 0, volatility: 0.15, years };
  assert.ok(Math.abs(vanilla("call", option) - 45.76341) < 1e-6);
  assert.ok(Math.abs(vanilla("put", option) - 0.34546) < 1e-6);
  const lent = owed * discount - vanilla("put", option);
  assert.ok(Math.abs(Math.log(owed / lent) / years - rate - 0.00126986) < 1e-8);
});

type Cell = {
  readonly kind: "call" | "put";
  readonly isDown: boolean;
  readonly barrier: number;
  readonly strike: number;
  readonly volatility: number;
  readonly price: number;
};

const cells = (
  of: Omit<Cell, "strike" | "price">,
  prices: { readonly [strike: number]: number },
): readonly Cell[] =>
  Object.entries(prices).map(([strike, price]) => ({ ...of, strike: Number(strike), price }));

/**
 * Knock-in options of Haug's table (The Complete Guide to Option Pricing Formulas), as QuantLib's
 * tests have it: price 100, yield 4%, rate 8%, half a year, a rebate of 3 at the end if the barrier
 * is never met.
 */
const HAUG: readonly Cell[] = [
  ...cells({ kind: "call", isDown: true, barrier: 95, volatility: 0.25 }, { 110: 2.0576 }),
  ...cells(
    { kind: "call", isDown: true, barrier: 100, volatility: 0.25 },
    { 90: 13.8333, 100: 7.8494, 110: 3.9795 },
  ),
  ...cells(
    { kind: "call", isDown: true, barrier: 95, volatility: 0.3 },
    { 90: 9.0093, 100: 5.137, 110: 2.8517 },
  ),
  ...cells(
    { kind: "call", isDown: false, barrier: 105, volatility: 0.3 },
    { 90: 15.2098, 100: 9.7278, 110: 5.835 },
  ),
  ...cells(
    { kind: "put", isDown: true, barrier: 95, volatility: 0.25 },
    { 90: 2.9586, 100: 6.5677, 110: 11.9752 },
  ),
];

test("[PJ30] Haug's table of barriers, cell by cell", () => {
  const [rate, yielded, years, rebate] = [0.08, 0.04, 0.5, 3];
  const discount = Math.exp(-rate * years);
  for (const volatility of [0.25, 0.3]) {
    const world = assumed({ market: lognormal(rate - yielded, volatility) });
    const barriers = [95, 100, 105];
    const names = barriers.map((barrier) => `free ${barrier}`);
    const openings = { log: 0, ...Object.fromEntries(names.map((name) => [name, 1])) };
    const sampled = draw(world, { steps: 2, blocks: 196, openings }, (at) => {
      const { b, factors } = at;
      const [from, variance] = [b.state("log"), factors.marketVariance];
      const to = accumulate(at, "log", factors.market);
      b.output("log", to);
      for (const [index, barrier] of barriers.entries()) {
        const level = b.constant(Math.log(barrier / 100));
        const down = { from, to, variance, level };
        // A rise to a level is a fall of what is turned over.
        const turned = [from, to, level].map((log) => b.negate(log));
        const up = { from: turned[0]!, to: turned[1]!, variance, level: turned[2]! };
        b.output(names[index]!, surviveAbove(at, names[index]!, barrier <= 100 ? down : up));
      }
    });
    const price = sampled("log").map((log) => 100 * Math.exp(log));
    for (const cell of HAUG.filter((each) => each.volatility === volatility)) {
      const { kind, barrier, strike } = cell;
      const free = sampled(`free ${barrier}`);
      const sign = kind === "call" ? 1 : -1;
      const paid = price.map((each, path) => {
        const payoff = Math.max(sign * (each - strike), 0);
        return discount * ((1 - free[path]!) * payoff + free[path]! * rebate);
      });
      assertMean(`${kind} ${barrier} ${strike} ${volatility}`, paid, cell.price, 0.15);
    }
  }
});

/** Knock-out options of the same table: here the rebate is paid as soon as the barrier is met. */
const KNOCK_OUT: readonly Cell[] = [
  ...cells(
    { kind: "call", isDown: true, barrier: 95, volatility: 0.3 },
    { 90: 8.8334, 100: 7.0285, 110: 5.4137 },
  ),
  ...cells(
    { kind: "call", isDown: false, barrier: 105, volatility: 0.3 },
    { 90: 2.6341, 100: 2.4389, 110: 2.4315 },
  ),
  ...cells(
    { kind: "put", isDown: true, barrier: 95, volatility: 0.25 },
    { 90: 2.2798, 100: 2.2947, 110: 2.6252 },
  ),
];

test("[PJ30] what Haug's knock-out options pay beyond their rebates, cell by cell", () => {
  const [rate, yielded, years, rebate] = [0.08, 0.04, 0.5, 3];
  for (const volatility of [0.25, 0.3]) {
    const world = assumed({ market: lognormal(rate - yielded, volatility) });
    const openings = { log: 0, "free 95": 1, "free 105": 1 };
    const sampled = draw(world, { steps: 2, blocks: 196, openings }, (at) => {
      const { b, factors } = at;
      const [from, variance] = [b.state("log"), factors.marketVariance];
      const to = accumulate(at, "log", factors.market);
      b.output("log", to);
      const level = b.constant(Math.log(95 / 100));
      b.output("free 95", surviveAbove(at, "free 95", { from, to, variance, level }));
      const up = { from: b.negate(from), to: b.negate(to), variance };
      const turned = { ...up, level: b.constant(-Math.log(105 / 100)) };
      b.output("free 105", surviveAbove(at, "free 105", turned));
    });
    const price = sampled("log").map((log) => 100 * Math.exp(log));
    for (const cell of KNOCK_OUT.filter((each) => each.volatility === volatility)) {
      const { kind, barrier, strike, isDown } = cell;
      const free = sampled(`free ${barrier}`);
      const sign = kind === "call" ? 1 : -1;
      const paid = price.map(
        (each, path) => Math.exp(-rate * years) * free[path]! * Math.max(sign * (each - strike), 0),
      );
      const ofRebate = rebate * paidAtTouch(barrier / 100, { isDown, rate, yielded, volatility });
      const left = cell.price - ofRebate;
      // A put below its barrier is never worth anything: the table's price is the rebate's alone.
      if (paid.every((each) => each === 0)) assert.ok(Math.abs(left) < 1e-4);
      else assertMean(`${kind} ${barrier} ${strike}`, paid, left, 0.15);
    }
  }
});

/** What one unit is worth that is paid when a price of 1 first meets a barrier in half a year. */
function paidAtTouch(
  barrier: number,
  of: { isDown: boolean; rate: number; yielded: number; volatility: number },
): number {
  const variance = of.volatility ** 2;
  const mu = (of.rate - of.yielded - variance / 2) / variance;
  const lambda = Math.sqrt(mu * mu + (2 * of.rate) / variance);
  const deviation = of.volatility * Math.sqrt(0.5);
  const z = Math.log(barrier) / deviation + lambda * deviation;
  const sign = of.isDown ? 1 : -1;
  return (
    barrier ** (mu + lambda) * normalCdf(sign * z) +
    barrier ** (mu - lambda) * normalCdf(sign * (z - 2 * lambda * deviation))
  );
}

/**
 * Down-and-out calls that are watched on 50 dates: barrier, price watched all the time, true price
 * (Broadie, Glasserman and Kou 1997, table 1: price and strike 100, 10%, volatility 30%, 0.2
 * years).
 */
const BROADIE: readonly (readonly [number, number, number])[] = [
  [85, 6.308, 6.322],
  [87, 6.244, 6.281],
  [89, 6.099, 6.184],
  [91, 5.808, 5.977],
  [93, 5.277, 5.584],
  [95, 4.398, 4.907],
  [97, 3.06, 3.836],
  [99, 1.171, 2.337],
];

test("[PJ30] barriers watched at dates have the prices of Broadie, Glasserman and Kou", () => {
  // A step of 0.2/50 years is a month of a market that is 0.048 times as fast.
  const [rate, volatility, years] = [0.1, 0.3, 0.2];
  const pace = (years / 50) * 12;
  const market = lognormal(rate * pace, volatility * Math.sqrt(pace));
  const world = assumed({ market, stepMonths: 1 });
  const names = BROADIE.map(([barrier]) => `free ${barrier}`);
  const openings = { log: 0, ...Object.fromEntries(names.map((name) => [name, 1])) };
  const sampled = draw(world, { steps: 50, blocks: 98, openings }, (at) => {
    const { b } = at;
    const log = accumulate(at, "log", at.factors.market);
    b.output("log", log);
    for (const [index, [barrier]] of BROADIE.entries()) {
      const isFree = b.less(b.constant(Math.log(barrier / 100)), log);
      const next = b.multiply(b.state(names[index]!), b.indicator(isFree));
      b.setNext(names[index]!, next);
      b.output(names[index]!, next);
    }
  });
  const option = { spot: 100, strike: 100, rate, yield: 0, volatility, years };
  const discount = Math.exp(-rate * years);
  for (const [index, [barrier, always, atDates]] of BROADIE.entries()) {
    assert.ok(Math.abs(downAndOutCall(option, barrier) - always) < 6e-4, `${barrier}`);
    const free = sampled(names[index]!);
    const paid = sampled("log").map(
      (log, path) => discount * free[path]! * Math.max(100 * Math.exp(log) - 100, 0),
    );
    assertMean(`barrier ${barrier}`, paid, atDates, 0.15);
  }
});

test("a bridge between points at or below the level does not stay above it", () => {
  const sampled = draw(assumed({ market: lognormal(0, 0.2) }), { steps: 1, blocks: 1 }, (at) => {
    const [from, level] = [at.b.constant(0), at.b.constant(0)];
    const to = at.factors.market;
    at.b.output("stays", staysAbove(at, { from, to, variance: at.factors.marketVariance, level }));
  });
  assert.ok(sampled("stays").every((stays) => stays === 0));
});
