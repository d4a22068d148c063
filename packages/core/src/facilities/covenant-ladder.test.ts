import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { AssertionError } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { addDays, daysBetween, localDate, type LocalDate } from "../calendar/date.ts";
import { LADDER_STEPS, type LadderStep } from "../charter/leverage-terms.ts";
import {
  isLocked,
  rankOf,
  sweptShare,
  testCovenant,
  unbroken,
  type CovenantStanding,
  type Ladder,
  type Standing,
  type Waiver,
} from "./covenant-ladder.ts";
import { headroomOf } from "./headroom.ts";

const start = localDate("2026-03-02");
const day = (days: number): LocalDate => {
  const date = addDays(start, days);
  assert.ok(date.ok);
  return date.value;
};
const percent = (whole: number): Ratio => Ratio.make(BigInt(whole), 100n);

/** Days that a step may last. */
type Periods = { readonly [step in LadderStep]?: number };

function ladderOf(periods: Periods, must: Ladder["must"] = "atMost"): Ladder {
  const sign = must === "atMost" ? 1 : -1;
  return {
    must,
    rungs: LADDER_STEPS.map((step, i) => ({
      step,
      at: percent(100 + sign * 10 * (i + 1)),
      ...(step === "sweep" && { share: Ratio.make(1n, 2n) }),
      ...(step === "sale" && { share: Ratio.one }),
    })),
    lastDay: (step, since) => {
      const length = periods[step];
      return length === undefined ? undefined : day(daysBetween(start, since) + length);
    },
  };
}

/** The percentage at which the ratio stands just beyond the step's threshold. */
const beyond = (standing: Standing): number => 100 + 10 * rankOf(standing) + 1;
const PERIODS = { cure: 10, sale: 20 };

type Test = { readonly on: number; readonly at: number | null; readonly waivers?: Waiver[] };

function walk(tests: readonly Test[], periods: Periods = PERIODS): CovenantStanding {
  return tests.reduce<CovenantStanding>(
    (standing, { on, at, waivers = [] }) =>
      testCovenant(ladderOf(periods), standing, {
        ...{ ratio: at === null ? undefined : percent(at), today: day(on), waivers },
      }),
    unbroken(start),
  );
}
const at = ({ step, since }: CovenantStanding) => [step, daysBetween(start, since)];

test("[LV10] a threshold that is just met is held, one passed by the least is broken", () => {
  for (const must of ["atMost", "atLeast"] as const) {
    for (const [i, step] of LADDER_STEPS.entries()) {
      const met = ladderOf({}, must).rungs[i]!.at;
      const least = Ratio.make(must === "atMost" ? 1n : -1n, 10n ** 18n);
      const stepOn = (ratio: Ratio): Standing =>
        testCovenant(ladderOf({}, must), unbroken(start), { ratio, today: start, waivers: [] })
          .step;
      assert.equal(stepOn(met), i === 0 ? "clear" : LADDER_STEPS[i - 1]);
      assert.equal(stepOn(Ratio.add(met, least)), step);
    }
  }
});

test("[LV11] one test may go up several steps, and one may come back down", () => {
  assert.deepEqual(at(walk([{ on: 3, at: beyond("sale") }])), ["sale", 3]);
  const eased = [
    { on: 3, at: beyond("sale") },
    { on: 5, at: beyond("lock") },
  ];
  assert.deepEqual(at(walk(eased)), ["lock", 5]);
  assert.deepEqual(at(walk([...eased, { on: 5, at: beyond("clear") }])), ["clear", 5]);
});

test("[LV12] a ratio that cannot be computed changes nothing of what was reached", () => {
  const unknown = [{ on: 3, at: beyond("cure") }, ...[5, 13].map((on) => ({ on, at: null }))];
  assert.deepEqual(at(walk(unknown)), ["cure", 3]);
  assert.deepEqual(at(walk([...unknown, { on: 14, at: null }])), ["sale", 14]);
});

test("[LV13] a period that runs out moves on, until the ratio leaves the step", () => {
  const cure = { on: 3, at: beyond("cure") };
  assert.deepEqual(at(walk([cure, { on: 13, at: beyond("cure") }])), ["cure", 3]);
  const moved = [cure, { on: 14, at: beyond("cure") }];
  assert.deepEqual(at(walk(moved)), ["sale", 14]);
  assert.deepEqual(at(walk([...moved, { on: 34, at: beyond("cure") }])), ["sale", 14]);
  assert.deepEqual(at(walk([...moved, { on: 35, at: beyond("cure") }])), ["default", 35]);
  assert.deepEqual(at(walk([...moved, { on: 20, at: beyond("sweep") }])), ["sweep", 20]);
  const again = [...moved, { on: 20, at: beyond("sweep") }, { on: 21, at: beyond("cure") }];
  assert.deepEqual(at(walk(again)), ["cure", 21]);
});

const waived = (upTo: Standing, from: number, until: number): Waiver => ({
  ...{ upTo, from: day(from), until: day(until) },
});

test("[LV14] a waiver caps the step until it expires, and periods begin anew after it", () => {
  const waivers = [waived("lock", 5, 30)];
  const capped = [
    { on: 3, at: beyond("cure") },
    { on: 5, at: beyond("cure"), waivers },
  ];
  assert.deepEqual(at(walk(capped)), ["lock", 5]);
  assert.deepEqual(at(walk([...capped, { on: 30, at: beyond("cure"), waivers }])), ["lock", 5]);
  assert.deepEqual(at(walk([...capped, { on: 33, at: beyond("cure"), waivers }])), ["cure", 31]);
  assert.deepEqual(at(walk([...capped, { on: 42, at: beyond("cure"), waivers }])), ["sale", 42]);
});

test("[LV14] a step held back by a waiver moves on the day after it", () => {
  const waivers = [waived("cure", 5, 30)];
  const held = [
    { on: 3, at: beyond("cure") },
    { on: 30, at: beyond("cure"), waivers },
  ];
  assert.deepEqual(at(walk(held)), ["cure", 3]);
  assert.deepEqual(at(walk([...held, { on: 35, at: beyond("cure"), waivers }])), ["sale", 31]);
});

test("[LV14] a waiver may last to the end of the calendar", () => {
  const waivers = [{ upTo: "lock", from: day(5), until: localDate("2199-12-31") } as const];
  const capped = { on: 5, at: beyond("cure"), waivers };
  assert.deepEqual(at(walk([capped, { ...capped, on: 9_000 }])), ["lock", 5]);
});

test("[LV15] default stays until a waiver leads out of it", () => {
  const broken = [
    { on: 3, at: beyond("default") },
    { on: 9, at: 1 },
  ];
  assert.deepEqual(at(walk(broken)), ["default", 3]);
  const waivers = [waived("clear", 9, 9)];
  assert.deepEqual(at(walk([...broken, { on: 9, at: 1, waivers }])), ["clear", 9]);
  assert.deepEqual(at(walk([...broken, { on: 9, at: 1, waivers }, { on: 20, at: 1 }])), [
    ...["clear", 9],
  ]);
});

test("[LV11] the fund is locked from the lock on, and swept by the last share named", () => {
  const ladder = ladderOf({});
  const half = Ratio.make(1n, 2n);
  assert.deepEqual(
    ["clear", "watch", "lock", "sweep", "cure", "sale", "default"].map((step) => [
      isLocked(step as Standing),
      sweptShare(ladder, step as Standing),
    ]),
    [
      [false, Ratio.zero],
      [false, Ratio.zero],
      [true, Ratio.zero],
      [true, half],
      [true, half],
      [true, Ratio.one],
      [true, Ratio.one],
    ],
  );
});

/**
 * The rules once more, in another form: a book in which every day is written up, whether or not
 * anybody looks. Steps are numbers, 0 for clear to 6 for default.
 */
class DailyBook {
  readonly #periods: Periods;
  #today = 0;
  #ratio = 100;
  #step = 0;
  #age = 0;
  /** Steps that time has brought about, with the step that has to be left for it to end. */
  #brought: { step: number; while: number } | null = null;

  constructor(periods: Periods) {
    this.#periods = periods;
  }

  test(on: number, ratio: number | null, waivers: readonly Waiver[]): number {
    while (this.#today < on) {
      this.#today++;
      this.#age++;
      this.#writeUp(waivers);
    }
    if (ratio !== null) this.#ratio = ratio;
    this.#writeUp(waivers);
    return this.#step;
  }

  #writeUp(waivers: readonly Waiver[]): void {
    const byRatio = [110, 120, 130, 140, 150, 160].filter((line) => this.#ratio > line).length;
    if (this.#brought !== null && byRatio < this.#brought.while) this.#brought = null;
    const caps = waivers
      .filter(({ from, until }) => day(this.#today) >= from && day(this.#today) <= until)
      .map(({ upTo }) => ["clear", ...LADDER_STEPS].indexOf(upTo));
    const cap = Math.min(6, ...caps);
    const before = this.#step;
    if (before > cap) this.#brought = null;
    const isStuck = before === 6 && cap === 6;
    let next = isStuck ? 6 : Math.max(byRatio, this.#brought?.step ?? 0);
    const length = next === 0 ? undefined : this.#periods[LADDER_STEPS[next - 1]!];
    const isOver = next === before && length !== undefined && this.#age > length;
    if (isOver && before < cap) {
      const origin = this.#brought?.step === before ? this.#brought.while : before;
      this.#brought = { step: before + 1, while: origin };
      next = before + 1;
    }
    next = Math.min(next, cap);
    if (next !== before) this.#age = 0;
    this.#step = next;
  }
}

const anyWalk = fc.record({
  periods: fc.record(
    Object.fromEntries(LADDER_STEPS.map((step) => [step, fc.integer({ min: 1, max: 12 })])),
    { requiredKeys: [] },
  ),
  tests: fc.array(
    fc.record({
      wait: fc.integer({ min: 0, max: 15 }),
      // Mostly where it was, so that periods run out; now and then unknown.
      ratio: fc.option(fc.option(fc.integer({ min: 95, max: 170 }), { freq: 8 }), { freq: 2 }),
      waiver: fc.oneof(
        { weight: 7, arbitrary: fc.constant(null) },
        {
          weight: 1,
          arbitrary: fc.record({
            upTo: fc.constantFrom<Standing>("clear", ...LADDER_STEPS),
            days: fc.integer({ min: 0, max: 20 }),
          }),
        },
      ),
    }),
    { minLength: 1, maxLength: 25 },
  ),
});

test("[LV11] [LV12] [LV13] [LV14] [LV15] [LV16] random walks agree with a book kept daily", () => {
  const entered = new Map<Standing, number>();
  const cured = new Map<Standing, number>();
  const count = (of: Map<Standing, number>, step: Standing) =>
    of.set(step, (of.get(step) ?? 0) + 1);
  fc.assert(
    fc.property(anyWalk, ({ periods, tests }) => {
      const ladder = ladderOf(periods);
      const book = new DailyBook(periods);
      let standing = unbroken(start);
      const waivers: Waiver[] = [];
      let [today, ratio]: [number, number | null] = [0, 100];
      for (const one of tests) {
        today += one.wait;
        if (one.ratio !== null) ratio = one.ratio;
        if (one.waiver !== null) {
          const until = today + one.waiver.days;
          waivers.push(waived(one.waiver.upTo, today, until));
        }
        const before = standing.step;
        standing = testCovenant(ladder, standing, {
          ...{ ratio: ratio === null ? undefined : percent(ratio), today: day(today), waivers },
        });
        assert.equal(rankOf(standing.step), book.test(today, ratio, waivers));
        if (rankOf(standing.step) > rankOf(before)) count(entered, standing.step);
        if (rankOf(standing.step) < rankOf(before)) count(cured, before);
      }
    }),
    { numRuns: 1_000 },
  );
  for (const step of LADDER_STEPS) {
    assert.ok((entered.get(step) ?? 0) > 20, `${step} is reached: ${entered.get(step)}`);
    assert.ok((cured.get(step) ?? 0) > 20, `${step} is cured: ${cured.get(step)}`);
  }
});

type Walk = {
  readonly periods: Periods;
  readonly tests: readonly {
    readonly on: LocalDate;
    readonly percent?: number;
    readonly waiver?: Waiver;
    readonly step: Standing;
    readonly since: LocalDate;
  }[];
};

test("[LV11] [LV12] [LV13] [LV14] [LV15] [LV16] walks agree with another program's", () => {
  const path = new URL("../../../../vectors/covenants/ladder.json", import.meta.url);
  const { walks } = JSON.parse(readFileSync(path, "utf8")) as { walks: readonly Walk[] };
  assert.ok(walks.length > 20);
  for (const { periods, tests } of walks) {
    let standing = unbroken(tests[0]!.on);
    const waivers: Waiver[] = [];
    for (const one of tests) {
      if (one.waiver !== undefined) waivers.push(one.waiver);
      const ratio = one.percent === undefined ? undefined : percent(one.percent);
      standing = testCovenant(ladderOf(periods), standing, { ratio, today: one.on, waivers });
      assert.deepEqual([standing.step, standing.since], [one.step, one.since], one.on);
    }
  }
});

test("[LV16] looking at a ladder more often moves nothing", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LADDER_STEPS),
      fc.array(fc.integer({ min: 1, max: 99 })),
      (step, looks) => {
        const first = { on: 0, at: beyond(step) };
        const last = { on: 100, at: beyond(step) };
        const between = looks.toSorted((a, b) => a - b).map((on) => ({ on, at: null }));
        const periods = { watch: 7, lock: 9, sweep: 11, cure: 13, sale: 17 };
        const often = walk([first, ...between, last], periods);
        assert.deepEqual(often, walk([first, last], periods));
      },
    ),
  );
});

test("a covenant is never tested backwards in time", () => {
  const later = walk([{ on: 3, at: 100 }]);
  const test = { ratio: Ratio.one, today: day(2), waivers: [] };
  assert.throws(() => testCovenant(ladderOf({}), later, test), AssertionError);
});

test("[LV17] headroom by hand: debt 50 on 100, watched above 60 %, locked above 75 %", () => {
  const rungs = [
    { step: "watch", at: percent(60) },
    { step: "lock", at: percent(75) },
    { step: "default", at: percent(1_000_000) },
  ] as const;
  const after = (fallBps: number): Ratio | undefined =>
    fallBps === 10_000 ? undefined : Ratio.make(5_000n, BigInt(10_000 - fallBps));
  const headroom = headroomOf({ must: "atMost", rungs, lastDay: () => undefined }, after);
  // 50 / 0.6 = 83.33: down 16.66 %. 50 / 0.75 = 66.67: down 33.33 %. 50 / 10,000 = 0.005.
  assert.deepEqual(
    headroom.map(({ fallBps }) => fallBps),
    [1_666, 3_333, 9_999],
  );
  const reached = headroomOf(
    { must: "atLeast", rungs: [{ step: "watch", at: percent(201) }], lastDay: () => undefined },
    () => percent(200),
  );
  assert.equal(reached[0]?.fallBps, null);
});
