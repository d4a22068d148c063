import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AssertionError } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { addDays, localDate, type LocalDate } from "../calendar/date.ts";
import { accrualTo, evolveFixings, noFixings, type RateFixings } from "./accrual.ts";
import { borrowingBase } from "./borrowing-base.ts";
import { longestOut, pendingOf, principalDue, undrawnOf } from "./amounts-due.ts";
import {
  entered,
  evolveFacilities,
  noFacilities,
  type Facilities,
  type FacilityEvent,
  type LoanTerms,
} from "./facility.ts";

const on = localDate("2026-01-01");
const day = (days: number): LocalDate => {
  const date = addDays(on, days);
  assert.ok(date.ok);
  return date.value;
};

const terms: LoanTerms = {
  limit: 1_000_000n,
  rate: { kind: "floating", index: "sofr", spread: "2%" },
  dayCount: "ACT/360",
  dates: { first: localDate("2026-04-01"), everyMonths: 3, maturity: localDate("2028-01-01") },
  instalments: [
    { on: localDate("2026-07-01"), minor: 100_000n },
    { on: localDate("2027-07-01"), minor: 200_000n },
  ],
  fees: { commitment: "0.36%", agency: 500n },
};

const line = entered({
  ...{ id: "line", vehicle: "fund", kind: "nav", lender: "bank", currency: "USD" },
  ...{ terms, on, upfrontFee: 2_000n },
});

const play = (events: readonly FacilityEvent[]): Facilities =>
  [{ kind: "facilityEntered", facility: line } as const, ...events].reduce<Facilities>(
    evolveFacilities,
    noFacilities,
  );
const after = (...events: readonly FacilityEvent[]) => play(events).get("line")!;

const asked = (id: string, requested: bigint, days = 0): FacilityEvent => ({
  kind: "drawingRequested",
  facility: "line",
  drawing: {
    ...{ id, requestedOn: day(days), due: day(days + 5), requested },
    ...{ received: 0n, outstanding: 0n, lapsed: false },
  },
});
const got = (drawing: string, minor: bigint, days: number): FacilityEvent => ({
  ...{ kind: "drawingReceived", facility: "line", drawing, minor, on: day(days) },
});
const paid = (minor: bigint, days: number): FacilityEvent => ({
  ...{ kind: "debtServiced", facility: "line", part: "principal", minor, on: day(days) },
});
const fixings: RateFixings = evolveFixings(noFixings, {
  ...{ kind: "rateFixed", index: "sofr", on, rate: "0.04" },
});

test("[LV2] money is owed when it has come, and what does not come lapses", () => {
  const waiting = after(asked("a", 300_000n));
  assert.deepEqual(
    [waiting.principal, pendingOf(waiting), undrawnOf(waiting)],
    [...[0n, 300_000n, 700_000n]],
  );
  const partly = after(asked("a", 300_000n), got("a", 100_000n, 2));
  assert.deepEqual(
    [partly.principal, pendingOf(partly), undrawnOf(partly)],
    [...[100_000n, 200_000n, 700_000n]],
  );
  const lapse = { kind: "drawingLapsed", facility: "line", drawing: "a" } as const;
  const lapsed = after(asked("a", 300_000n), got("a", 100_000n, 2), lapse);
  assert.deepEqual([pendingOf(lapsed), undrawnOf(lapsed)], [0n, 900_000n]);
  // A fact records all the same.
  const late = after(asked("a", 300_000n), got("a", 100_000n, 2), lapse, got("a", 200_000n, 9));
  assert.deepEqual([late.principal, pendingOf(late)], [300_000n, 0n]);
  assert.throws(() => after(got("never asked", 1n, 1)), AssertionError);
});

test("[LV3] a rate is the fixing of the day and the spread, never less than nothing", () => {
  const drawn = after(asked("a", 360_000n), got("a", 360_000n, 0));
  assert.equal(accrualTo(drawn, fixings, day(10)).interest, 600n);
  const fallen = evolveFixings(fixings, {
    ...{ kind: "rateFixed", index: "sofr", on: day(10), rate: "-0.03" },
  });
  assert.equal(accrualTo(drawn, fallen, day(30)).interest, 600n);
});

test("[LV5] fees are for what is not drawn, and for the agent on payment dates", () => {
  const drawn = after(asked("a", 500_000n), got("a", 500_000n, 30));
  // 1,000,000 × 0.0036 × 30/360 = 300, then 500,000 over 60 days to 1 April = 300, and 500.
  assert.equal(accrualTo(drawn, fixings, localDate("2026-04-01")).fees, 1_100n);
  assert.equal(drawn.feesPayable, 2_000n);
  const atMaturity = accrualTo(drawn, fixings, terms.dates.maturity);
  assert.equal(accrualTo(drawn, fixings, localDate("2029-01-01")).fees, atMaturity.fees);
});

test("[LV5] a late fixing is made good by the next accrual, downwards too", () => {
  const accrued = accrualTo(after(asked("a", 360_000n), got("a", 360_000n, 0)), fixings, day(20));
  assert.equal(accrued.interest, 1_200n);
  const recorded = after(asked("a", 360_000n), got("a", 360_000n, 0), {
    ...{ kind: "interestAccrued", facility: "line", to: day(20), ...accrued },
  });
  const late = evolveFixings(fixings, {
    ...{ kind: "rateFixed", index: "sofr", on: day(10), rate: "0.01" },
  });
  assert.equal(accrualTo(recorded, late, day(20)).interest, -300n);
});

test("[LV7] due are the instalments less what was repaid, at maturity all", () => {
  const drawn = [asked("a", 800_000n), got("a", 800_000n, 0)];
  const open = after(...drawn);
  assert.equal(principalDue(open, localDate("2026-06-30")), 0n);
  assert.equal(principalDue(open, localDate("2026-07-01")), 100_000n);
  assert.equal(principalDue(after(...drawn, paid(60_000n, 100)), localDate("2026-07-01")), 40_000n);
  assert.equal(principalDue(after(...drawn, paid(750_000n, 100)), localDate("2027-08-01")), 0n);
  assert.equal(principalDue(open, localDate("2028-01-01")), 800_000n);
  const accelerated = after(...drawn, {
    ...{ kind: "facilityAccelerated", id: "line", on: day(50) },
  });
  assert.equal(principalDue(accelerated, day(50)), 800_000n);
  assert.equal(undrawnOf(accelerated), 0n);
  assert.equal(accrualTo(accelerated, fixings, day(300)).fees, 0n);
  assert.ok(accrualTo(accelerated, fixings, day(300)).interest > 0n);
});

test("[LV8] a repayment pays off what has been out longest", () => {
  const facility = after(
    ...[asked("late", 300n), asked("early", 200n), got("early", 200n, 1), got("late", 300n, 2)],
    paid(250n, 10),
  );
  assert.deepEqual(
    facility.drawings.map(({ id, outstanding }) => [id, outstanding]),
    [
      ["late", 250n],
      ["early", 0n],
    ],
  );
  assert.equal(longestOut(facility)?.id, "late");
  assert.equal(facility.principal, 250n);
  assert.throws(() => after(paid(1n, 3)), AssertionError);
});

test("[LV5] new terms begin a new run, and what was recorded stays owed", () => {
  const drawn = [asked("a", 360_000n), got("a", 360_000n, 0)];
  const accrual = { interest: 600n, fees: 7n };
  const facility = after(
    ...drawn,
    { ...{ kind: "interestAccrued", facility: "line", to: day(10), ...accrual } },
    {
      ...{ kind: "facilityAmended", id: "line", on: day(10) },
      terms: { ...terms, rate: { kind: "fixed", rate: "3%" } },
    },
  );
  assert.equal(facility.interestPayable, 600n);
  assert.equal(accrualTo(facility, fixings, day(30)).interest, 600n);
});

const anyEvents = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("draw"), minor: fc.bigInt(1n, 1000n), at: fc.nat(99) }),
    fc.record({ kind: fc.constant("repay"), minor: fc.bigInt(1n, 1000n), at: fc.nat(99) }),
  ),
  { maxLength: 20 },
);

test("[LV2] [LV8] principal is what was received less what was repaid, drawing by drawing", () => {
  fc.assert(
    fc.property(anyEvents, (moves) => {
      let owed = 0n;
      const events = moves.flatMap<FacilityEvent>(({ kind, minor, at }, i) => {
        if (kind === "draw") {
          owed += minor;
          return [asked(`${i}`, minor, at), got(`${i}`, minor, at)];
        }
        const repaid = minor < owed ? minor : owed;
        owed -= repaid;
        return repaid === 0n ? [] : [paid(repaid, at)];
      });
      const facility = after(...events);
      assert.equal(facility.principal, owed);
      assert.equal(
        facility.drawings.reduce((sum, { outstanding }) => sum + outstanding, 0n),
        owed,
      );
    }),
  );
});

test("[LV8] what is repaid on a line may be drawn again, on a bond it may not", () => {
  const bond = { kind: "facilityEntered", facility: { ...line, kind: "bond" } } as const;
  const events = [asked("a", 600_000n), got("a", 600_000n, 0), paid(100_000n, 10)];
  const [revolving, term] = [after(...events), after(bond, ...events)];
  assert.deepEqual([undrawnOf(revolving), undrawnOf(term)], [500_000n, 400_000n]);
  // 400,000 × 0.0036 × 10/360, then 500,000 or still 400,000 over 20 days.
  assert.equal(accrualTo(revolving, fixings, day(30)).fees, 40n + 100n);
  assert.equal(accrualTo(term, fixings, day(30)).fees, 120n);
});

test("[LV9] the borrowing base counts eligible commitments, each rounded down", () => {
  const half = Ratio.make(1n, 2n);
  const base = borrowingBase([
    { party: "us", uncalled: 101n, eligible: true, advanceRate: half },
    { party: "japan", uncalled: 101n, eligible: true, advanceRate: half },
    { party: "late", uncalled: 1_000n, eligible: false, advanceRate: half },
    { party: "over", uncalled: -8n, eligible: true, advanceRate: half },
  ]);
  assert.equal(base, 100n);
});
