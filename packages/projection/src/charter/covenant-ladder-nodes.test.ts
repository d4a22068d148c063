import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { localDate, toDayNumber } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import {
  LADDER_STEPS,
  type Covenant,
  type CovenantRung,
} from "@jointfund/core/charter/leverage-terms.ts";
import {
  rankOf,
  sweptShare,
  testCovenant,
  unbroken,
  type CovenantStanding,
} from "@jointfund/core/facilities/covenant-ladder.ts";
import { ladderOf } from "@jointfund/core/fund/debt/covenants.ts";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import { nextStates, nodeValues, numberAt } from "../../test/node-values.ts";
import type { Value } from "../kernel/node-values.ts";
import { ProgramBuilder } from "../kernel/program-builder.ts";
import { LadderNodes } from "./covenant-ladder-nodes.ts";
import { doubleOf } from "./double.ts";
import { stepDates } from "./step-dates.ts";

type Tested = { readonly ratio: Ratio | undefined; readonly again: Ratio | undefined };
type Path = {
  readonly covenant: Covenant;
  readonly opens: string;
  readonly months: number;
  readonly tests: readonly Tested[];
};

const base = exampleCharter("us-japan");

/** Which rungs of all paths the ladder stood on, so that a test that moves nothing shows. */
type Seen = Map<string, number>;

/** A path through nodes and through the core's ladder, which is asked at the ends of steps. */
function compare({ covenant, opens, months, tests }: Path, seen: Seen): void {
  const charter: Charter = { ...base, leverage: { ...base.leverage!, covenants: [covenant] } };
  const dates = stepDates(localDate(opens), months, tests.length);
  const b = new ProgramBuilder();
  const inputs = {
    ...{ parameters: new Map<string, number>(), schedules: new Map<string, Float64Array>() },
    ...{ tables: new Map<string, Float64Array>(), openings: new Map<string, number>() },
  };
  const nodes = new LadderNodes({ b, charter, inputs }, covenant, dates);
  const ratioOf = (name: string) => ({
    value: b.schedule(name),
    hasValue: b.equal(b.schedule(`has:${name}`), b.constant(1)),
  });
  const passed = nodes.passDays(nodes.open());
  const first = nodes.test(passed, ratioOf("ratio"));
  const second = nodes.test(first, ratioOf("again"));
  nodes.keep(second);
  const shares = [passed, first, second].map((standing) => nodes.sweptShare(standing));
  const program = b.build();
  let states = Object.fromEntries(program.states.map(({ name }) => [name, 0]));
  const ladder = ladderOf(charter, covenant);
  let standing: CovenantStanding = unbroken(localDate(opens));
  for (const [step, { ratio, again }] of tests.entries()) {
    const today = dates[step]!;
    const schedules = {
      ...{ step, today: toDayNumber(today) },
      ...{ ratio: doubleOf(ratio ?? Ratio.zero), "has:ratio": ratio === undefined ? 0 : 1 },
      ...{ again: doubleOf(again ?? Ratio.zero), "has:again": again === undefined ? 0 : 1 },
    };
    const tables = Object.fromEntries(inputs.tables);
    const values: readonly Value[] = nodeValues(program, { schedules, states, tables });
    states = nextStates(program, values);
    for (const [place, of] of [undefined, ratio, again].entries()) {
      standing = testCovenant(ladder, standing, { ratio: of, today, waivers: [] });
      const rung = covenant.ladder.findIndex((each) => each.step === standing.step) + 1;
      const node = [passed, first, second][place]!;
      const what = `step ${step}, look ${place}: ${standing.step}`;
      assert.equal(numberAt(values, node.rung), rung, what);
      const share = doubleOf(sweptShare(ladder, standing.step));
      assert.equal(numberAt(values, shares[place]!), share, what);
      const change = `${place === 0 ? "by days to" : "by test to"} ${standing.step}`;
      seen.set(change, (seen.get(change) ?? 0) + 1);
    }
  }
}

const rungs = (must: Covenant["must"]): fc.Arbitrary<readonly CovenantRung[]> =>
  fc
    .tuple(
      fc.subarray([...LADDER_STEPS], { minLength: 1 }),
      fc.array(
        fc.record({
          days: fc.option(
            fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 20 })),
          ),
          calendar: fc.constantFrom("calendar", "joint", "us"),
          share: fc.option(fc.constantFrom("1/3", "50%", "100%")),
        }),
        { minLength: 6, maxLength: 6 },
      ),
    )
    .map(([steps, terms]) =>
      steps.map((step, index): CovenantRung => {
        const { days, calendar, share } = terms[index]!;
        return {
          step,
          at: must === "atMost" ? `${50 + 5 * index}%` : `${200 - 15 * index}%`,
          ...(days !== null && { period: { days, calendar } }),
          ...(share !== null && { share }),
        };
      }),
    );

const covenants: fc.Arbitrary<Covenant> = fc
  .constantFrom("atMost" as const, "atLeast" as const)
  .chain((must) =>
    rungs(must).map((ladder) => ({
      ...{ id: "tested", clause: "16.7", name: { en: "Test", ja: "試験" }, vehicle: "fund" },
      ...{ ratio: "debt / totalAssets", must, incurrence: "1/2", ladder },
    })),
  );

/** Between, at and beyond the thresholds of a covenant; some without a value. */
function ratiosOf({ must, ladder }: Covenant): fc.Arbitrary<Ratio | undefined> {
  const [from, to] =
    must === "atMost" ? ([48, 60 + ladder.length * 5] as const) : ([90, 210] as const);
  const between = fc.integer({ min: from * 10, max: to * 10 });
  return fc.option(
    between.map((tenths) => Ratio.make(BigInt(tenths), 1000n)),
    { nil: undefined, freq: 8 },
  );
}

const pathsOf = (covenant: Covenant): fc.Arbitrary<Path> =>
  fc.record({
    covenant: fc.constant(covenant),
    opens: fc.constantFrom("2025-06-30", "2026-01-31", "2059-03-31"),
    months: fc.constantFrom(1, 3),
    tests: fc.array(fc.record({ ratio: ratiosOf(covenant), again: ratiosOf(covenant) }), {
      minLength: 1,
      maxLength: 24,
    }),
  });

test("[PJ50] random ladders move as the core's do, by tests and by days", () => {
  const seen: Seen = new Map();
  const paths = covenants.chain(pathsOf);
  fc.assert(
    fc.property(paths, (path) => compare(path, seen)),
    { numRuns: 1500 },
  );
  for (const step of LADDER_STEPS.filter((each) => rankOf(each) > 1)) {
    assert.ok((seen.get(`by days to ${step}`) ?? 0) > 20, `${step} is seldom reached by days`);
    assert.ok((seen.get(`by test to ${step}`) ?? 0) > 20, `${step} is seldom reached by tests`);
  }
});

for (const covenant of base.leverage!.covenants) {
  test(`[PJ50] the ladder of ${covenant.id} moves as the core's does`, () => {
    const compared = (path: Path): void => compare(path, new Map());
    fc.assert(fc.property(pathsOf(covenant), compared), { numRuns: 200 });
  });
}
