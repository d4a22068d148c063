import assert from "node:assert/strict";
import { test } from "node:test";
import { charterFutures } from "@jointfund/server/policy/charter-futures.ts";
import { comparePolicies } from "@jointfund/projection/policy/compare-policies.ts";
import type { FundFutures, PricedFutures } from "@jointfund/projection/policy/fund-futures.ts";
import type { StakeValues } from "@jointfund/projection/policy/stake-values.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { outputOf } from "@jointfund/projection/charter/fund-outputs.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import { pricedStake } from "@jointfund/projection/policy/fund-leg.ts";
import { exampleCharter } from "../support/charters.ts";
import { exampleAssumptions, pathOf } from "../support/projections.ts";
import { drawsOf, POLICY_FILE, shippedPolicy } from "../support/policies.ts";

const PATHS = 2048;

async function futuresOf(paths = PATHS): Promise<PricedFutures> {
  const futures = await charterFutures(POLICY_FILE, shippedPolicy(), { paths, seed: "1" });
  if (!futures.ok) throw new Error(JSON.stringify(futures.error));
  return futures.value;
}

const FUTURES = await futuresOf();

const of = (futures: FundFutures, id: string) => futures.parties.find(({ party }) => party === id)!;

test("[PO8] the fund's payments are those of its projection, by fiscal year of each side", () => {
  const charter = exampleCharter("us-japan");
  const assumptions = exampleAssumptions("us-japan", charter);
  const compiled = compileFund(charter, assumptions, {
    ...{ steps: 80, key: keyOfSeed("1"), stresses: [] },
  });
  assert.ok(compiled.ok);
  const model = compiled.value;
  const module = new WebAssembly.Module(compileModule(model.program));
  const path = pathOf(model, compiledKernel(model.program, module), 7);
  for (const [party, first, months] of [
    ["US", 2026, (date: string) => Number(date.slice(0, 4)) + (date.slice(5) > "09-30" ? 1 : 0)],
    ["JP", 2025, (date: string) => Number(date.slice(0, 4)) - (date.slice(5) < "04-01" ? 1 : 0)],
  ] as const) {
    const { years, inBase, inOwn } = of(FUTURES.real, party);
    assert.equal(years[0], first);
    for (const name of ["paidIn", "distributed", "returned", "worth"] as const) {
      const expected = new Map<number, number>();
      const own = new Map<number, number>();
      for (const [step, date] of model.dates.entries()) {
        const year = months(date);
        const told = (output: string): number => path[step]!.get(output)!;
        const amount =
          name === "returned"
            ? (told(outputOf("distributed", party)) * told("capitalShare")) / 100
            : told(outputOf(name, party)) / 100;
        const yen = amount * path[step]!.get("exchange:JPY")!;
        const add = (to: Map<number, number>, value: number): void =>
          void to.set(year, (name === "worth" ? 0 : (to.get(year) ?? 0)) + value);
        add(expected, amount);
        add(own, yen);
      }
      for (const [at, year] of years.entries()) {
        const told = inBase[name][at * PATHS + 7]!;
        assert.ok(Math.abs(told - expected.get(year)!) <= 1e-6 * Math.abs(told) + 1e-3);
        if (party === "US") continue;
        const toldOwn = inOwn![name][at * PATHS + 7]!;
        assert.ok(Math.abs(toldOwn - own.get(year)!) <= 1e-6 * Math.abs(toldOwn) + 1e-3);
      }
    }
  }
});

test("[PO9] the charter without skill is worth nothing but what it charges itself", () => {
  const policy = shippedPolicy();
  const value = (stakes: StakeValues | undefined, side: "host" | "partner") =>
    pricedStake(policy, policy[side].treasury, stakes!);
  const free = value(FUTURES.withoutSkill, "host");
  const paid = of(FUTURES.real, "US").inBase.paidIn.reduce((sum, each) => sum + each, 0) / PATHS;
  assert.ok(free.value < 4 * free.standardError, JSON.stringify(free));
  // Money that waits to be invested or paid out earns nothing.
  assert.ok(Math.abs(free.value) < 0.05 * paid, "what the charter costs is a small part");
  // With the costs that are assumed it is less, for both; in yen at today's rate.
  const [us, japan] = [value(FUTURES.priced, "host"), value(FUTURES.priced, "partner")];
  assert.ok(us.value < free.value);
  const ratio = japan.value / us.value / policy.exchange.rate.value;
  assert.ok(ratio > 0.9 && ratio < 1.1, `both hold a half: ${ratio}`);
});

test("[PO9] as expected the stake is worth more, for that is what risk is paid for", () => {
  const run = { paths: PATHS, seed: "1", draws: drawsOf("1") };
  const compared = comparePolicies(shippedPolicy(), FUTURES, run);
  assert.ok(compared.ok);
  for (const side of compared.value.sides.filter(({ role }) => role.endsWith("Treasury"))) {
    const { treasury, fair } = side.policies.find(({ policy }) => policy === "fund")!.presentValue;
    assert.ok(treasury.mean > fair.value + 4 * fair.standardError, side.id);
    assert.ok(fair.by.includes("pricing"));
  }
});

test("[PO18] a regime's stress is told as a stake of its own, on the same draws", async () => {
  const [stressed] = FUTURES.stressed!;
  assert.equal(stressed!.regime, "restored");
  const [calm, under] = [of(FUTURES.real, "US"), of(stressed!.real, "US")];
  // The stress comes in fiscal 2028; before that both are the same, to the last bit.
  assert.deepEqual(
    calm.inBase.worth.subarray(0, 2 * PATHS),
    under.inBase.worth.subarray(0, 2 * PATHS),
  );
  const run = { paths: PATHS, seed: "1", draws: drawsOf("1") };
  const compared = comparePolicies(shippedPolicy(), FUTURES, run);
  assert.ok(compared.ok);
  const stakes = compared.value.sides[0]!.policies.filter(({ policy }) => policy === "fund");
  assert.deepEqual(
    stakes.map(({ regime }) => regime),
    [undefined, "restored"],
  );
  const [usual, shaken] = stakes.map(({ presentValue }) => presentValue);
  assert.ok(shaken!.treasury.mean < usual!.treasury.mean);
  assert.ok(shaken!.fair.value < usual!.fair.value);
  const unknown = shippedPolicy([{ path: "regimes.restored.stress", value: "meteor" }]);
  const refused = await charterFutures(POLICY_FILE, unknown, { paths: 1, seed: "1" });
  assert.equal(refused.ok ? "" : refused.error.kind, "stresses");
});

test("[PO23] fewer futures are the first of more", async () => {
  const few = await futuresOf(100);
  const [a, b] = [of(few.real, "US"), of(FUTURES.real, "US")];
  for (let year = 0; year < 20; year++) {
    for (let path = 0; path < 100; path++) {
      assert.equal(
        a.inBase.distributed[year * 100 + path],
        b.inBase.distributed[year * PATHS + path],
      );
    }
  }
});

test("[PO8] a policy file whose charter or assumptions are not there is refused", async () => {
  for (const [field, file] of [
    ["charter", "../charters/nowhere.yaml"],
    ["assumptions", "../assumptions/nowhere.yaml"],
  ] as const) {
    const policy = shippedPolicy([{ path: field, value: file }]);
    const futures = await charterFutures(POLICY_FILE, policy, { paths: 1, seed: "1" });
    assert.equal(futures.ok ? "" : futures.error.kind, "missing");
  }
  const other = shippedPolicy([{ path: "assumptions", value: "../charters/us-japan.yaml" }]);
  const futures = await charterFutures(POLICY_FILE, other, { paths: 1, seed: "1" });
  assert.equal(futures.ok ? "" : futures.error.kind, "assumptions");
});

test("[PO23] futures are the same by any number of threads, in passes of all cases", async () => {
  const paths = 5_000;
  const run = { paths, seed: "1" } as const;
  const told: number[] = [];
  const one = await charterFutures(POLICY_FILE, shippedPolicy(), {
    ...{ ...run, workers: 1 },
    onProgress: (done) => void told.push(done),
  });
  const three = await charterFutures(POLICY_FILE, shippedPolicy(), { ...run, workers: 3 });
  assert.deepEqual(one, three);
  assert.ok(one.ok);
  assert.deepEqual(
    of(one.value.real, "JP").inOwn!.worth.subarray(0, PATHS),
    of(FUTURES.real, "JP").inOwn!.worth.subarray(0, PATHS),
  );
  assert.equal(told.at(-1), paths);
  assert.ok(told.every((done, place) => done > (told[place - 1] ?? 0)));
});

test("[PO23] a run that is ended leaves the paths that every case has", async () => {
  const ending = new AbortController();
  const ended = await charterFutures(POLICY_FILE, shippedPolicy(), {
    ...{ paths: 9_000, seed: "1", workers: 1, signal: ending.signal },
    onProgress: (done) => done > 5_000 && ending.abort(),
  });
  assert.ok(ended.ok);
  assert.deepEqual([ended.value.real.paths, ended.value.priced?.paths], [4_096, 4_096]);
  const none = await charterFutures(POLICY_FILE, shippedPolicy(), {
    ...{ paths: 9_000, seed: "1", workers: 1, signal: AbortSignal.abort() },
  });
  assert.equal(none.ok ? "" : none.error.kind, "ended");
});
