import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { addDays, localDate, type LocalDate } from "../calendar/date.ts";
import {
  accrued,
  advanced,
  dueOn,
  isPastLongStop,
  openRecoupment,
  outstandingOf,
  repaid,
  reread,
  type Recoupment,
  type RecoupmentReading,
  type RecoupmentRules,
} from "./recoupment.ts";
import { runWaterfall, totalsOf } from "./waterfall.ts";
import type { WaterfallTier } from "./waterfall-tiers.ts";

type Case = {
  readonly rule: string;
  readonly note: string;
  readonly principal: string;
  readonly rate: string;
  readonly reading: RecoupmentReading;
  readonly instalments: number;
  readonly compounding: boolean;
  readonly dates: readonly {
    readonly on: LocalDate;
    readonly cash: string;
    readonly target: string;
    readonly first: string;
    readonly US: string;
    readonly JP: string;
    readonly principal: string;
    readonly interest: string;
    readonly advance?: string;
    readonly reading?: RecoupmentReading;
  }[];
};
const VECTORS = new URL("../../../../vectors/waterfall/", import.meta.url);
const { cases } = JSON.parse(readFileSync(new URL("recoupment.json", VECTORS), "utf8")) as {
  readonly cases: readonly Case[];
};

const split = (id: string, us: bigint, until: WaterfallTier["until"]): WaterfallTier => ({
  ...{ id, until },
  to: {
    shares: [
      { party: "US", share: Ratio.make(us, 10n) },
      { party: "JP", share: Ratio.make(10n - us, 10n) },
    ],
  },
});
const TIERS = [split("deemed", 5n, { kind: "recouped" }), split("after", 9n, { kind: "rest" })];

function decimal(text: string): Ratio {
  const rate = Ratio.fromDecimal(text);
  assert.ok(rate.ok);
  return rate.value;
}

const opened = (on: string, reading: RecoupmentReading, instalments: number): Recoupment =>
  openRecoupment(localDate(on), { beneficiary: "JP", reading, instalments });

const always = (rate: Ratio) => [{ from: localDate("1900-01-01"), value: rate }];

const rulesOf = (compounding: boolean): RecoupmentRules => ({
  dayCount: { name: "30E/360(4.16g)" },
  compounding,
  rounding: "halfUp",
});

function play(given: Case): Recoupment {
  const start = opened("2026-01-01", given.reading, given.instalments);
  let recoupment = advanced(start, BigInt(given.principal));
  for (const date of given.dates) {
    const to = { date: date.on, rates: always(decimal(given.rate)) };
    recoupment = accrued(recoupment, rulesOf(given.compounding), to);
    if (date.reading !== undefined) {
      recoupment = reread(recoupment, date.reading, given.instalments);
    }
    recoupment = dueOn(recoupment);
    const outstanding = outstandingOf(recoupment);
    const run = runWaterfall({
      amount: BigInt(date.cash),
      tiers: TIERS,
      balances: { claims: [], recoupment: { beneficiary: "JP", outstanding } },
      tieBreak: { kind: "order", keys: ["US", "JP"] },
    });
    assert.ok(run.ok);
    const after = run.value.balances.recoupment!.outstanding;
    recoupment = repaid(recoupment, outstanding - after);
    const totals = totalsOf(run.value);
    const actual = {
      ...{ on: date.on, cash: date.cash, target: outstanding.toString() },
      first: run.value.tiers[0]!.minor.toString(),
      US: (totals.get("US") ?? 0n).toString(),
      JP: (totals.get("JP") ?? 0n).toString(),
      principal: recoupment.principal.toString(),
      interest: recoupment.interest.toString(),
    };
    const { advance, reading: _, ...expected } = date;
    assert.deepEqual(actual, expected);
    recoupment = advanced(recoupment, BigInt(advance ?? 0));
  }
  return recoupment;
}

for (const given of cases) {
  test(`[${given.rule}] vector: ${given.note}`, () => {
    play(given);
  });
}

test("[RC5] worked figures: flip in year 16 after 146.1977, US 1,621.52, JP 1,578.48", () => {
  for (const [name, perCent] of [
    ["cents", 1n],
    ["millionths", 10_000n],
  ] as const) {
    const given = cases.find(({ note }) => note.includes(name))!;
    const flip = given.dates.findIndex(({ first, cash }) => first !== cash);
    assert.equal(flip + 1, 16);
    const paid = given.dates.slice(0, 16);
    const sum = (party: "US" | "JP"): bigint =>
      paid.reduce((total, date) => total + BigInt(date[party]), 0n);
    assert.equal((sum("US") + perCent / 2n) / perCent, 162_152n, name);
    assert.equal((sum("JP") + perCent / 2n) / perCent, 157_848n, name);
  }
  const exact = cases.find(({ note }) => note.includes("millionths"))!.dates[15]!.first;
  assert.equal(exact.slice(0, 7), "1461977");
});

test("[RC7] the long stop: 110 a year leaves 1,000 and 100 of interest after 20 years", () => {
  const given = cases.find(({ note }) => note.includes("never flips"))!;
  const recoupment = play(given);
  assert.deepEqual([recoupment.principal, recoupment.interest], [100_000n, 10_000n]);
  assert.equal(isPastLongStop(recoupment, 20, localDate("2045-12-31")), false);
  assert.equal(isPastLongStop(recoupment, 20, localDate("2046-01-01")), true);
  const paid = repaid(recoupment, outstandingOf(recoupment));
  assert.equal(isPastLongStop(paid, 20, localDate("2046-01-01")), false);
  assert.equal(isPastLongStop(recoupment, 99, localDate("2199-12-31")), true);
  const late = opened("2150-01-01", "cumulative", 0);
  assert.equal(isPastLongStop(advanced(late, 1n), 60, localDate("2199-12-31")), false);
});

test("[RC1] no interest before anything is put in, none twice for the same days", () => {
  const to = { date: localDate("2027-01-01"), rates: always(decimal("0.06")) };
  const empty = opened("2026-01-01", "cumulative", 0);
  assert.equal(outstandingOf(accrued(empty, rulesOf(false), to)), 0n);
  const once = accrued(advanced(empty, 1000n), rulesOf(false), to);
  assert.equal(outstandingOf(once), 1060n);
  assert.equal(accrued(once, rulesOf(false), to), once);
  assert.equal(accrued(once, rulesOf(false), { ...to, date: localDate("2026-07-01") }), once);
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 21n });

test("[RC3] principal and interest are accounted for, whatever is put in and paid", () => {
  const step = fc.record({ put: amount, cash: amount, percent: fc.bigInt({ min: 0n, max: 30n }) });
  const reading = fc.constantFrom("cumulative" as const, "scheduled" as const);
  const steps = fc.array(fc.record({ ...{ step, reading }, isDue: fc.boolean() }));
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (dates, instalments, compound) => {
        let recoupment = opened("2026-01-01", "cumulative", instalments);
        let [putIn, bore, paid] = [0n, 0n, 0n];
        for (const [index, { step: given, reading: read, isDue }] of dates.entries()) {
          const before = recoupment.interest;
          recoupment = accrued(recoupment, rulesOf(compound), {
            date: localDate(`${2027 + index}-01-01`),
            rates: always(Ratio.make(given.percent, 100n)),
          });
          bore += recoupment.interest - before;
          recoupment = advanced(reread(recoupment, read, instalments), given.put);
          putIn += given.put;
          if (isDue) recoupment = dueOn(recoupment);
          const open = outstandingOf(recoupment);
          const payment = given.cash < open ? given.cash : open;
          recoupment = repaid(recoupment, payment);
          paid += payment;
          assert.ok(recoupment.principal >= recoupment.notDue && recoupment.notDue >= 0n);
          assert.ok(recoupment.interest === 0n || payment < open);
          assert.equal(recoupment.principal + recoupment.interest, putIn + bore - paid);
        }
      },
    ),
  );
});

test("[RC4] equal instalments bring all principal due by the last of their dates", () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 60 }), (principal, instalments) => {
      const start = opened("2026-01-01", "scheduled", instalments);
      let recoupment = advanced(start, principal);
      const dues: bigint[] = [];
      for (let date = 0; date < instalments; date++) {
        const before = outstandingOf(recoupment);
        recoupment = dueOn(recoupment);
        dues.push(outstandingOf(recoupment) - before);
      }
      assert.equal(outstandingOf(recoupment), principal);
      const [least, most] = [
        dues.reduce((a, b) => (a < b ? a : b)),
        dues.reduce((a, b) => (a > b ? a : b)),
      ];
      assert.ok(most - least <= 1n, `${least} and ${most}`);
    }),
  );
});

test("[RC2] steps in between change nothing, whatever the rounding", () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 359 }), { maxLength: 12 });
  const rate = fc.bigInt({ min: 0n, max: 2000n }).map((bps) => always(Ratio.make(bps, 10_000n)));
  fc.assert(
    fc.property(amount, days, rate, fc.constantFrom("floor", "halfUp"), (put, on, rates, mode) => {
      const rules = { ...rulesOf(false), rounding: mode } as const;
      const start = advanced(opened("2026-01-01", "cumulative", 0), put);
      const end = { date: localDate("2027-01-01"), rates };
      let recoupment = start;
      for (const day of on.toSorted((a, b) => a - b)) {
        const date = addDays(start.since, day);
        assert.ok(date.ok);
        const before = recoupment.interest;
        recoupment = accrued(recoupment, rules, { date: date.value, rates });
        assert.ok(recoupment.interest >= before);
      }
      assert.equal(accrued(recoupment, rules, end).interest, accrued(start, rules, end).interest);
    }),
  );
});

test("[RC2] a rate that changes is counted by the days of each, and rounded once", () => {
  const start = advanced(opened("2026-01-01", "cumulative", 0), 1_000_000n);
  const rates = [
    { from: localDate("2025-01-01"), value: decimal("0.05") },
    { from: localDate("2026-03-01"), value: decimal("0.07") },
    { from: localDate("2026-12-31"), value: decimal("0.9") },
  ];
  const date = localDate("2026-12-31");
  const dayCount = { name: "ACT/360" } as const;
  const rules = { dayCount, compounding: true, rounding: "halfUp" } as const;
  // 59 days at 5 % and 305 at 7 %: 8,194.444… and 59,305.555….
  assert.equal(accrued(start, rules, { date, rates }).interest, 67_500n);
});
