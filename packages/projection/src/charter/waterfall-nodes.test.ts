import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { addMonths, endOfMonth, localDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type {
  CarryTerms,
  RecoupmentTerms,
  Waterfall,
} from "@jointfund/core/charter/distribution-terms.ts";
import { charterRatio } from "@jointfund/core/fund/terms.ts";
import { charterAt, exampleCharter } from "../../../../tests/support/charters.ts";
import { choiceOf } from "../../../../tests/support/made-charters/choice.ts";
import { madeCharter } from "../../../../tests/support/made-charters/charter.ts";
import { AMERICAN, EUROPEAN, MEMORANDUM } from "../../../../tests/support/waterfall-funds.ts";
import { nextStates, nodeValues, numberAt } from "../../test/node-values.ts";
import { playedExactly, type History, type HistoryStep } from "../../test/waterfall-histories.ts";
import type { Value } from "../kernel/node-values.ts";
import { doubleOf } from "./double.ts";
import { ProgramBuilder } from "../kernel/program-builder.ts";
import type { TierRun } from "./tier-nodes.ts";
import { compileWaterfall, type WaterfallStep } from "./waterfall-nodes.ts";
import { waterfallSchedules } from "./waterfall-schedules.ts";
import { waterfallTerms } from "./waterfall-terms.ts";

type Named = { readonly [name: string]: number };

const WHOLE = "whole";

type StepMaker = (builder: ProgramBuilder, history: History) => WaterfallStep;

const stepOf =
  (isByInvestment: boolean): StepMaker =>
  (builder, { parties, pools, steps }) => {
    const flag = (name: string) => builder.equal(builder.schedule(name), builder.constant(1));
    const contributions = (pool: string) =>
      new Map(parties.map((party) => [party, builder.schedule(`in:${pool}:${party}`)]));
    const investments = pools.map((id) => ({
      ...{ id, contributions: contributions(id), counts: flag(`counts:${id}`) },
    }));
    return {
      ...{ prefix: "w", steps: steps.length, amount: builder.schedule("amount") },
      isPaymentDate: flag("isPaymentDate"),
      indexRate: builder.schedule("index"),
      isLastTest: flag("isLast"),
      parties: new Map(
        parties.map((party) => [
          party,
          {
            units: builder.schedule(`units:${party}`),
            paidIn: builder.schedule(`paidIn:${party}`),
            commitment: builder.schedule(`commitment:${party}`),
            contribution: builder.sum(pools.map((id) => builder.schedule(`in:${id}:${party}`))),
          },
        ]),
      ),
      ...(isByInvestment && { investments }),
      environment: {
        variable: () => ({ kind: "number", value: builder.schedule("figure") }),
        call: () => undefined,
      },
    };
  };

function schedulesOf(history: History, index: number): { [name: string]: number } {
  const step = history.steps[index]!;
  const so = history.steps.slice(0, index + 1);
  const given: { [name: string]: number } = {
    ...{ amount: Number(step.amount ?? 0n), isPaymentDate: step.amount === undefined ? 0 : 1 },
    ...{ index: Number(step.index.num) / Number(step.index.den) },
    ...{
      isLast: index === history.steps.length - 1 ? 1 : 0,
      netAssets: Number(step.netAssets),
      figure: Number(step.figure),
    },
  };
  for (const party of history.parties) {
    const paid = so.flatMap(({ contributions }) =>
      [...contributions.values()].map((parts) => Number(parts.get(party) ?? 0n)),
    );
    const paidIn = paid.reduce((sum, minor) => sum + minor, 0);
    given[`paidIn:${party}`] = paidIn;
    given[`commitment:${party}`] = paidIn * 2 + 1;
    given[`units:${party}`] = Number(step.units.get(party) ?? 0n);
  }
  for (const pool of history.pools) {
    given[`counts:${pool}`] = step.counts.get(pool) === true ? 1 : 0;
    for (const party of history.parties) {
      given[`in:${pool}:${party}`] = Number(step.contributions.get(pool)?.get(party) ?? 0n);
    }
  }
  return given;
}

/** By how many times a tier was reached, ran out of cash and so on, over histories. */
type Endings = Map<string, number>;

/** Plays a history both ways; parts agree within the unit that each tier rounds. */
function spreadOf({ tiers }: Waterfall, given: Named, parties: readonly string[]): number {
  const spreads = tiers.map(({ to, until }) => {
    const isWaiting = until !== undefined && until.kind !== "amount";
    if (!isWaiting) return 1;
    if ("shares" in to) {
      return Math.max(...Object.values(to.shares).map((text) => 1 / doubleOf(charterRatio(text))));
    }
    if (to.proportionalTo === "owed") return 1;
    const quantity = to.proportionalTo === "commitments" ? "commitment" : to.proportionalTo;
    const weights = parties.map((party) => given[`${quantity}:${party}`]!);
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    return Math.max(...weights.filter((weight) => weight > 0).map((weight) => whole / weight));
  });
  return Math.max(...spreads);
}

/** Plays a history both ways; parts of each tier agree within the unit that each tier rounds. */
function compare(charter: Charter, id: string, history: History, endings: Endings): void {
  const waterfall = charter.waterfalls.find((each) => each.id === id)!;
  const isByInvestment = waterfall.scope === "investment" && history.pools[0] !== WHOLE;
  const builder = new ProgramBuilder();
  const step = stepOf(isByInvestment)(builder, history);
  const compiled = compileWaterfall(builder, charter, id, step);
  assert.ok(compiled.ok, JSON.stringify(compiled));
  const worth = compiled.value.worth(builder.schedule("netAssets"));
  const program = builder.build();
  const terms = waterfallTerms(charter, waterfall);
  const dates = { opens: history.opens, ends: history.steps.map(({ end }) => end) };
  const { schedules, tables } = waterfallSchedules(terms, "w", dates);
  let states: Named = Object.fromEntries(compiled.value.openings);
  const exact = playedExactly(charter, waterfall, history);
  let [rounded, spread] = [0, 1];
  let last: readonly Value[] = [];
  for (const index of history.steps.keys()) {
    const given = schedulesOf(history, index);
    for (const [name, values] of schedules) given[name] = values[index]!;
    const values: readonly Value[] = nodeValues(program, {
      schedules: given,
      states,
      tables: Object.fromEntries(tables),
    });
    last = values;
    states = nextStates(program, values);
    const run = exact.runs[index];
    if (run === undefined) continue;
    rounded += waterfall.tiers.length;
    spread = Math.max(spread, spreadOf(waterfall, given, history.parties));
    for (const [place, tier] of run.tiers.entries()) {
      const nodes: TierRun["tiers"][number] = compiled.value.tiers[place]!;
      const ending = `${tier.tier} ${tier.ending}`;
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
      const parts = new Map(tier.parts.map((part) => [part.party, Number(part.minor)]));
      for (const party of new Set([...parts.keys(), ...nodes.parts.keys()])) {
        const part = nodes.parts.get(party);
        const got = part === undefined ? 0 : numberAt(values, part);
        const off = Math.abs(got - (parts.get(party) ?? 0));
        assert.ok(off <= rounded * spread, `step ${index} ${tier.tier} ${party}: off by ${off}`);
      }
    }
  }
  const agree = (what: string, got: number, expected: bigint): void => {
    const off = Math.abs(got - Number(expected));
    assert.ok(off <= (rounded + waterfall.tiers.length) * spread, `${what} is off by ${off}`);
  };
  agree("clawback", numberAt(last, compiled.value.clawback), exact.clawback);
  // A clawback changes what the tiers owe, and the exact books are before it.
  if (exact.clawback > 0n) return;
  for (const [party, minor] of exact.worth(history.steps.at(-1)!.netAssets)) {
    agree(`worth of ${party}`, numberAt(last, worth.get(party)!), minor);
  }
}

const capital = fc.integer({ min: 10 ** 9, max: 10 ** 12 }).map(BigInt);
const minor = (max: number) => fc.integer({ min: 0, max }).map(BigInt);

function histories(charter: Charter, waterfall: Waterfall): fc.Arbitrary<History> {
  const parties = charter.parties
    .filter(({ kind }) => kind === "sovereign" || kind === "manager")
    .map(({ id }) => id);
  const pools = waterfall.scope === "investment" ? ["a", "b", "c"] : [WHOLE];
  const one = fc.record({
    paid: fc.array(fc.oneof(fc.constant(0n), capital), {
      minLength: parties.length * pools.length,
      maxLength: parties.length * pools.length,
    }),
    isPaying: fc.integer({ min: 0, max: 3 }),
    disposed: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    amount: fc.option(fc.oneof(minor(10 ** 12), minor(10 ** 10), minor(50)), { nil: undefined }),
    index: fc.integer({ min: 0, max: 80 }),
    figure: minor(10 ** 10),
    netAssets: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n }),
  });
  return fc
    .tuple(
      fc.constantFrom(1, 3),
      fc.constantFrom("2023-11-30", "2025-06-30", "2024-01-31"),
      fc.array(one, { minLength: 1, maxLength: 24 }),
    )
    .map(([months, opens, drawn]) => {
      const steps = drawn.map((each, index): HistoryStep => {
        const month = addMonths(localDate(opens), months * (index + 1));
        assert.ok(month.ok);
        const isFirst = index === 0;
        const contributions = pools.map((pool, place) => {
          const parts = parties.map((party, of) => {
            const given = each.paid[place * parties.length + of]!;
            // Somebody has paid in before anything is paid out.
            return [
              party,
              isFirst && of === 0 ? given + 10n ** 9n : each.isPaying === 0 || isFirst ? given : 0n,
            ] as const;
          });
          return [pool, new Map(parts)] as const;
        });
        return {
          end: endOfMonth(month.value),
          contributions: new Map(contributions),
          counts: new Map(pools.map((id, place) => [id, id === WHOLE || each.disposed[place]!])),
          units: new Map(parties.map((party, of) => [party, BigInt(of + 1) * 1_000_000n])),
          amount: each.amount,
          index: Ratio.make(BigInt(each.index), 1024n),
          ...{ figure: each.figure, netAssets: each.netAssets },
        };
      });
      return { opens: localDate(opens), pools, parties, steps };
    });
}

function property(charter: Charter, waterfall: Waterfall, numRuns: number): Endings {
  const endings: Endings = new Map();
  const each = (history: History): void => compare(charter, waterfall.id, history, endings);
  fc.assert(fc.property(histories(charter, waterfall), each), { numRuns });
  return endings;
}

const base = exampleCharter("us-japan");
const strait = charterAt(new URL("../../../../tests/charters/fjord-strait.yaml", import.meta.url));
const memorandum = { ...base, ...MEMORANDUM };
const european = { ...base, ...EUROPEAN };
const recouping = (changes: Partial<RecoupmentTerms>): Charter => ({
  ...memorandum,
  recoupment: { ...memorandum.recoupment!, ...changes },
});
const carrying = (charter: Charter, changes: Partial<CarryTerms>): Charter => ({
  ...charter,
  carry: { ...charter.carry!, ...changes },
});
const american = { ...base, ...AMERICAN };
const CHARTERS: readonly (readonly [string, Charter])[] = [
  ["us-japan", base],
  ["us-japan-2025", exampleCharter("us-japan-2025")],
  ["fjord-strait", strait],
  ["memorandum", memorandum],
  ["memorandum, scheduled", recouping({ reading: "scheduled", instalments: 7 })],
  ["memorandum, compounding", recouping({ reading: "scheduled", compounding: true })],
  ["european", european],
  ["european, yearly", carrying(european, { compounding: "yearly", dayCount: "ACT/365F" })],
  ["american", american],
  ["american, yearly", carrying(american, { compounding: "yearly", hurdle: "1/30" })],
];

for (const [name, charter] of CHARTERS) {
  for (const waterfall of charter.waterfalls) {
    test(`[PJ45] [PJ46] ${name}, ${waterfall.id}: parts as by the exact tiers`, () => {
      const endings = property(charter, waterfall, 60);
      for (const { id, until } of waterfall.tiers) {
        const ending = until === undefined ? "rest" : "reached";
        assert.ok((endings.get(`${id} ${ending}`) ?? 0) > 3, `${id} is seldom ${ending}`);
      }
    });
  }
}

test("[PJ45] [PJ46] waterfalls of made charters: parts as by the exact tiers", () => {
  const each = (generator: fc.GeneratorValue): void => {
    const charter = madeCharter(choiceOf(generator));
    const waterfall = charter.waterfalls[0]!;
    const history = generator(() => histories(charter, waterfall));
    compare(charter, waterfall.id, history, new Map());
  };
  fc.assert(fc.property(fc.gen(), each), { numRuns: 150, endOnFailure: true });
});

test("[PJ47] what a waterfall needs and a projection lacks is refused with its clause", () => {
  const history: History = {
    ...{ opens: localDate("2025-06-30"), pools: ["a"], parties: ["US", "JP"], steps: [] },
  };
  const refusal = (charter: Charter, id: string, without: readonly (keyof WaterfallStep)[]) => {
    const builder = new ProgramBuilder();
    const whole = Object.entries(stepOf(true)(builder, history));
    const step = Object.fromEntries(whole.filter(([key]) => !without.includes(key as "amount")));
    const nodes = compileWaterfall(builder, charter, id, step as WaterfallStep);
    return nodes.ok ? undefined : nodes.error;
  };
  assert.equal(refusal(american, "by-units", []), undefined);
  assert.deepEqual(refusal(american, "by-units", ["investments"]), {
    ...{ path: ["waterfalls", 0, "scope"], clause: "11.6" },
    ...{ code: "investments_not_apart", name: "by-units" },
  });
  assert.deepEqual(refusal(european, "by-units", ["isLastTest"]), {
    ...{ path: ["carry", "clawback"], clause: "11.10" },
    ...{ code: "clawback_without_test", name: "MGR" },
  });
  const indexed = exampleCharter("us-japan-2025");
  assert.deepEqual(refusal(indexed, "deemed-allocation", ["indexRate"]), {
    ...{ path: ["recoupment", "rate", "index"], clause: "6.3" },
    ...{ code: "index_without_rate", name: "sofr-6m" },
  });
});
