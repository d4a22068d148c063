import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { decode, encode } from "@jointfund/core/base/schema.ts";
import type { Assumptions, CalledClass } from "@jointfund/projection/assumptions/assumptions.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { interpretedKernel } from "@jointfund/projection/kernel/interpreted-kernel.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { BLOCK_PATHS, type Kernel } from "@jointfund/projection/kernel/program.ts";
import { runBlocks } from "@jointfund/projection/kernel/run-blocks.ts";
import { outcomesCollection } from "@jointfund/projection/outcomes/outcome-collection.ts";
import { projectionSchema } from "@jointfund/projection/outcomes/projection-schema.ts";
import { toldProjection } from "@jointfund/projection/outcomes/told-projection.ts";
import { pathOf } from "../support/projections.ts";
import { fourProjects, usJapan } from "./replayed-cases.ts";

type Step = ReadonlyMap<string, number>;

/** The least that a price is cut at: the charter's eight decimals. */
const CUT = 1e-8;
/** Partners promise a fifteenth of the initial capital, half of it called after a quarter. */
const PARTNERS: readonly CalledClass[] = [
  {
    kind: "commitments",
    id: "partners",
    opens: 2,
    commitment: "1/15",
    calls: [
      { after: 1, share: "50%" },
      { after: 3, share: "50%" },
    ],
  },
];

/** Assumptions of a fund in which nothing grows, nothing is earned and nothing is borrowed. */
function still(): Assumptions {
  const base = fourProjects({
    target: "0%",
    distributions: { everyMonths: 6, first: 60 },
    events: [],
    income: "0%",
  });
  const { borrowing, shortRate, exchange } = base;
  return {
    ...base,
    market: { expectedReturn: "0%", model: { kind: "lognormal", volatility: "0%" } },
    shortRate: { ...shortRate, opening: "0%", mean: "0%", volatility: "0%" },
    exchange: { JPY: { ...exchange["JPY"]!, drift: "0%", volatility: "0%" } },
    borrowing: { ...borrowing, commitmentFee: "0%" },
    projects: base.projects.map((project) => ({
      ...project,
      ownVolatility: "0%",
      smoothing: "0%",
    })),
    treasuries: {
      US: { fundingRate: "0%", stops: "0%" },
      JP: { fundingRate: "0%", stops: "0%" },
    },
    expenses: "0%",
    classes: PARTNERS,
  };
}

/** The charter with other fees. */
const withFees = (rate: string | undefined): typeof usJapan => {
  const fees = (usJapan.fees ?? []).map((fee) => ({ ...fee, rate: rate ?? fee.rate }));
  return { ...usJapan, fees: rate === "0%" ? [] : fees };
};

function compiled(
  assumptions: Assumptions,
  { charter = usJapan, steps = 12 }: { charter?: typeof usJapan; steps?: number } = {},
): FundModel {
  const options = { steps, key: [1, 2], stresses: [], tellsAll: true } as const;
  const model = compileFund(charter, assumptions, options);
  assert(model.ok, model.ok ? "" : JSON.stringify(model.error));
  return model.value;
}

const kernelOf = ({ program }: FundModel): Kernel =>
  compiledKernel(program, new WebAssembly.Module(compileModule(program)));

const told = (model: FundModel, path = 0): readonly Step[] => pathOf(model, kernelOf(model), path);
const at = (step: Step | undefined, name: string): number => step?.get(name) ?? Number.NaN;

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

suite("Classes that open", () => {
  test("[PJ73] a class is told of as one holder, and its price from its opening on", () => {
    const model = compiled(opening());
    const { program, inputs } = model;
    const kernel = kernelOf(model);
    const paths = 300;
    const gathered = runBlocks(kernel, { inputs, paths }, outcomesCollection(program, model));
    const projection = toldProjection(gathered, { asked: paths, seed: "1" });
    assert.ok(decode(projectionSchema, encode(projectionSchema, projection)).ok);
    const rows = new Map<string, Float64Array[]>();
    kernel.run(inputs, 0, (_, outputs) => {
      for (const [index, { name }] of program.outputs.entries()) {
        const lanes = outputs.slice(index * BLOCK_PATHS, index * BLOCK_PATHS + paths);
        rows.set(name, [...(rows.get(name) ?? []), lanes]);
      }
    });
    const [holder] = projection.parties.filter(({ kind }) => kind === "class");
    assert.deepEqual([holder?.id, holder?.currency], ["partners", "USD"]);
    const paid = rows.get("paidIn:partners")!.reduce((sum, lanes) => sum + sumOf(lanes), 0);
    assert.ok(Math.abs(holder!.fans.paidIn.mean.at(-1)! / (paid / paths) - 1) < 1e-9);
    const last = sumOf(rows.get("worth:partners")!.at(-1)!) / paths;
    assert.ok(Math.abs(holder!.fans.worth.mean.at(-1)! / last - 1) < 1e-9);
    assert.equal(holder!.terminal.irr.count, paths);
    const [{ id, pricePerUnit }] = projection.classes as [(typeof projection.classes)[0]];
    assert.equal(id, "partners");
    assert.deepEqual(pricePerUnit.count.slice(0, 4), [0, 0, paths, paths]);
    assert.equal(pricePerUnit.p50[1], null);
    const mean = sumOf(rows.get("pricePerUnit:partners")![7]!) / paths;
    assert.ok(Math.abs(pricePerUnit.mean[7]! / mean - 1) < 1e-9);
  });

  test("[PJ96] money that comes in at the price changes nobody's worth", () => {
    const steps = told(compiled(still(), { charter: withFees("0%") }));
    assert.equal(at(steps[3], "paidIn:partners"), 1_000_000_000_000);
    for (const step of steps) {
      const names = ["US", "JP", "partners"];
      const paid = names.map((name) => [name, at(step, `paidInTotal:${name}`)] as const);
      for (const [name, sum] of paid) {
        // Everybody is worth what it has put in, but for what a price is cut off at.
        assert.ok(Math.abs(at(step, `worth:${name}`) - sum) <= 2 * CUT * 30e12, name);
      }
    }
  });

  test("[PJ96] founders are diluted by the units that others hold, and by nothing else", () => {
    const steps = told(compiled(opening()));
    const before = steps[2]!;
    assert.equal(at(before, "worth:partners"), 0);
    for (const step of steps.slice(3)) {
      const units = ["US", "JP", "partners"].map((name) => at(step, `units:${name}`));
      const all = units.reduce((sum, each) => sum + each, 0);
      const own = at(step, "worth:partners") - at(step, "pricePerUnit") * units[2]!;
      const shared = at(step, "netAssets") - own;
      const share = (units[0]! / all) * shared;
      assert.ok(Math.abs(at(step, "worth:US") - share) <= 1e-9 * shared);
      // What the class alone has borne is its fee, and never what others have.
      assert.ok(own <= 0);
    }
  });

  test("[PJ96] a class with a fee falls by it alone, month by month", () => {
    const yearly = 0.12;
    const charter = withFees("12%");
    // Who pays at an older price than the day's gives others the difference: one call is enough.
    const classes = PARTNERS.map((each) => ({ ...each, calls: each.calls.slice(0, 1) }));
    const model = compiled({ ...still(), classes }, { charter, steps: 10 });
    const steps = told(model);
    // From the first units on: to the first of each month, and from the last one to the strike.
    let expected = at(steps[3], "pricePerUnit:partners");
    for (let index = 4; index < 10; index++) {
      for (const days of stretches(model.dates[index - 1]!, model.dates[index]!)) {
        expected *= 1 - (yearly * days) / 365;
      }
      const price = at(steps[index], "pricePerUnit:partners");
      assert.ok(Math.abs(price - expected) <= 4 * CUT, `${price} instead of ${expected}`);
      assert.ok(Math.abs(at(steps[index], "pricePerUnit") - 1) <= 4 * CUT);
    }
  });

  test("[PJ96] where units do not share alike a class has no price and is refused", () => {
    const distributions = usJapan.distributions.map((terms) =>
      terms.vehicle === "fund" ? { ...terms, waterfall: "by-capital" } : terms,
    );
    const options = { steps: 4, key: [1, 2], stresses: [] } as const;
    const model = compileFund({ ...usJapan, distributions }, opening(), options);
    assert(!model.ok);
    const { code, clause, name } = model.error[0]!;
    assert.deepEqual([code, clause, name], ["class_without_price", "11.8", "partners"]);
  });

  test("[PJ98] citizens' money changes nobody's worth, and what is beyond the gate waits", () => {
    const yearly = { subscriptions: "1%", redemptions: "40%" };
    const classes = [{ kind: "dealing", id: "citizens-us", opens: 1, ...yearly }] as const;
    const steps = told(compiled({ ...still(), classes }));
    assert.equal(at(steps[1], "paidIn:citizens-us"), 0);
    let [paid, back, waiting] = [0, 0, 0];
    for (const [index, step] of steps.entries()) {
      const before = steps[index - 1];
      paid += at(step, "paidIn:citizens-us");
      const redeemed = at(step, "distributed:citizens-us");
      back += redeemed;
      waiting += at(step, "askedBack:citizens-us") - redeemed;
      const worth = at(step, "worth:citizens-us");
      assert.ok(Math.abs(worth - (paid - back)) <= 1e-7 * 30e12, `step ${index}`);
      assert.ok(Math.abs(at(step, "pricePerUnit") - 1) <= 4 * CUT);
      if (index > 2) {
        const gate = 0.05 * at(before, "feederUnits:citizens-us");
        assert.ok(Math.abs(redeemed - gate) <= 1e-6 * gate, `gate of step ${index}`);
      }
    }
    assert.ok(waiting > 0 && paid > back);
  });

  test("[PJ98] from the opening on the law of the class limits what is borrowed", () => {
    const yearly = { subscriptions: "1%", redemptions: "5%" };
    const classes = [{ kind: "dealing", id: "citizens-us", opens: 3, ...yearly }] as const;
    const base = { ...opening(), borrowing: { ...opening().borrowing, target: "45%" } };
    const coverage = (steps: readonly Step[]): readonly number[] =>
      steps.flatMap((step, index) => {
        const lent = at(step, "line:drawn") + at(step, "bonds:issued");
        if (index < 3 || lent === 0) return [];
        return [at(step, "totalAssets") / at(step, "debt")];
      });
    const free = coverage(told(compiled({ ...base, classes: [] })));
    assert.ok(free.length > 0 && Math.min(...free) < 3);
    for (const ratio of coverage(told(compiled({ ...base, classes })))) assert.ok(ratio >= 3);
  });

  test("[PJ98] a feeder with a fee of its own is refused with the clause", () => {
    const yearly = { subscriptions: "1%", redemptions: "5%" };
    const classes = [{ kind: "dealing", id: "citizens-jp", opens: 3, ...yearly }] as const;
    const fees = (usJapan.fees ?? []).map(({ unitClass: _, ...fee }) => ({
      ...{ ...fee, vehicle: "feeder-jp" },
    }));
    const options = { steps: 6, key: [1, 2], stresses: [] } as const;
    const model = compileFund({ ...usJapan, fees }, { ...still(), classes }, options);
    assert(!model.ok);
    const { code, clause, name } = model.error[0]!;
    assert.deepEqual([code, clause, name], ["feeder_beyond_projection", "32.1", "citizens-jp"]);
  });

  test("[PJ98] a class that opens in the last step is not in the program", () => {
    const late = PARTNERS.map((each) => ({ ...each, opens: 11 }));
    const model = compiled({ ...opening(), classes: late });
    assert.deepEqual(model.program, compiled({ ...opening(), classes: [] }).program);
  });

  test("[PJ98] a feeder in yen is worth in dollars what its yen are", () => {
    const yearly = { subscriptions: "1%", redemptions: "5%" };
    const classes = [{ kind: "dealing", id: "citizens-jp", opens: 1, ...yearly }] as const;
    const model = compiled({ ...opening(), classes });
    const [holder] = model.parties.filter(({ kind }) => kind === "class");
    assert.equal(holder?.currency, "JPY");
    for (const step of told(model).slice(3)) {
      const yen = at(step, "pricePerUnit:citizens-jp") * at(step, "feederUnits:citizens-jp");
      // A cent is a hundredth of a dollar, and a yen is no hundredths.
      const quote = at(step, "exchange:JPY") / 100;
      const worth = at(step, "worth:citizens-jp") * quote;
      assert.ok(Math.abs(yen / worth - 1) < 1e-6, `${yen} yen, ${worth} by the dollar`);
    }
  });

  test("[PJ96] both kernels give the same bits, and without classes the program has none", () => {
    const citizens = { kind: "dealing", id: "citizens-us", opens: 1 } as const;
    const yearly = { subscriptions: "1%", redemptions: "5%" };
    const assumptions = { ...opening(), classes: [...PARTNERS, { ...citizens, ...yearly }] };
    const model = compiled(assumptions);
    const interpreted = pathOf(model, interpretedKernel(model.program), 5);
    assert.deepEqual(told(model, 5), interpreted);
    const { classes: _, ...closed } = assumptions;
    const without = compiled(closed).program;
    assert.deepEqual(compiled({ ...closed, classes: [] }).program, without);
    const ofClasses = /^(?:units|unitsOwed|ownResult|struck|feeder|orders)/;
    assert.ok(without.states.every(({ name }) => !ofClasses.test(name)));
    assert.ok(without.nodes.length < model.program.nodes.length);
  });
});

function opening(): Assumptions {
  const distributions = { everyMonths: 3, first: 5 };
  return {
    ...fourProjects({ target: "25%", distributions, events: [], income: "12%" }),
    classes: PARTNERS,
  };
}

/** Days of a quarter's stretches of a fee: to each first of a month, and on to the last day. */
function stretches(from: string, to: string): readonly number[] {
  const firsts: string[] = [];
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  for (; day < new Date(`${to}T00:00:00Z`); day.setUTCMonth(day.getUTCMonth() + 1)) {
    firsts.push(day.toISOString().slice(0, 10));
  }
  const marks = [from, ...firsts, to];
  return marks
    .slice(1)
    .map((mark, place) => (Date.parse(mark) - Date.parse(marks[place]!)) / 864e5);
}
