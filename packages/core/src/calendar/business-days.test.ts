import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import {
  addBusinessDays,
  adjust,
  amendCalendar,
  calendarFindings,
  countBusinessDays,
  holidaysWithin,
  isBusinessDay,
  joinCalendars,
  type BusinessCalendar,
  type BusinessDayConvention,
  type Holiday,
} from "./business-days.ts";
import { JAPAN_BANKS } from "./calendars/japan-banks.ts";
import { US_FEDERAL_RESERVE } from "./calendars/us-federal-reserve.ts";
import { addDays, localDate, weekdayOf, type LocalDate, type Weekday } from "./date.ts";

const JOINT = joinCalendars([US_FEDERAL_RESERVE, JAPAN_BANKS]);
const CALENDARS = new Map<string, BusinessCalendar>(
  [US_FEDERAL_RESERVE, JAPAN_BANKS, JOINT].map((calendar) => [calendar.id, calendar]),
);

type Vectors = {
  readonly add: readonly (readonly [string, string, number, string])[];
  readonly adjust: readonly (readonly [string, string, BusinessDayConvention, string])[];
  readonly count: readonly (readonly [string, string, string, number])[];
};
const vectors = JSON.parse(
  readFileSync(new URL("../../../../vectors/calendar/business-days.json", import.meta.url), "utf8"),
) as Vectors;

function calendarOf(id: string): BusinessCalendar {
  const calendar = CALENDARS.get(id);
  assert.ok(calendar, id);
  return calendar;
}

function holiday(date: string, en = "Closed"): Holiday {
  return { date: localDate(date), name: { en, ja: "休業" }, proclaimed: true };
}

/** Three months of 2026, closed on what the property draws. */
const FIRST = localDate("2026-01-01");
const LAST = localDate("2026-03-31");
const offset = fc.integer({ min: 0, max: 89 });
const dateAt = (days: number): LocalDate => {
  const date = addDays(FIRST, days);
  assert.ok(date.ok);
  return date.value;
};
const smallCalendar = fc
  .record({
    closed: fc.uniqueArray(offset, { maxLength: 30 }),
    weekend: fc.constantFrom<readonly Weekday[]>([6, 7], [5, 6], [7], []),
  })
  .map(({ closed, weekend }): BusinessCalendar => {
    const holidays = closed.toSorted((a, b) => a - b).map((days) => holiday(dateAt(days)));
    return { id: "small", first: FIRST, last: LAST, weekend, holidays };
  });

/** Every open day of a calendar, by looking at each day alone. */
function openDays(calendar: BusinessCalendar): readonly LocalDate[] {
  const closed = new Set(calendar.holidays.map(({ date }) => date));
  return Array.from({ length: 90 }, (_, days) => dateAt(days)).filter(
    (date) => !closed.has(date) && !calendar.weekend.includes(weekdayOf(date)),
  );
}

test("[C9] 45 business days from 17 February 2026, in each calendar", () => {
  const from = localDate("2026-02-17");
  const after = (calendar: BusinessCalendar) => addBusinessDays(calendar, from, 45);
  assert.deepEqual(after(US_FEDERAL_RESERVE), { ok: true, value: "2026-04-21" });
  assert.deepEqual(after(JAPAN_BANKS), { ok: true, value: "2026-04-23" });
  assert.deepEqual(after(JOINT), { ok: true, value: "2026-04-23" });
});

test("[C9] days added and counted agree with the vectors", () => {
  for (const [id, from, days, to] of vectors.add) {
    const added = addBusinessDays(calendarOf(id), localDate(from), days);
    assert.deepEqual(added, { ok: true, value: to }, `${id} ${from} ${days}`);
  }
  for (const [id, from, to, days] of vectors.count) {
    const range = { from: localDate(from), to: localDate(to) };
    const counted = countBusinessDays(calendarOf(id), range);
    assert.deepEqual(counted, { ok: true, value: days }, `${id} ${from} ${to}`);
  }
});

test("[C10] dates adjusted agree with the vectors", () => {
  for (const [id, date, convention, to] of vectors.adjust) {
    const adjusted = adjust(calendarOf(id), localDate(date), convention);
    assert.deepEqual(adjusted, { ok: true, value: to }, `${id} ${date} ${convention}`);
  }
});

test("[C8] [C9] adding and counting agree with a list of all open days", () => {
  const days = fc.integer({ min: -40, max: 40 });
  fc.assert(
    fc.property(smallCalendar, offset, days, offset, (calendar, at, count, other) => {
      const [from, to] = [dateAt(at), dateAt(other)];
      const open = openDays(calendar);
      assert.deepEqual(isBusinessDay(calendar, from), { ok: true, value: open.includes(from) });
      const [later, earlier] = [open.filter((day) => day > from), open.filter((day) => day < from)];
      const expected =
        count === 0 ? from : count > 0 ? later[count - 1] : earlier[earlier.length + count];
      const added = addBusinessDays(calendar, from, count);
      assert.equal(added.ok ? added.value : undefined, expected);
      const forward = open.filter((day) => day > from && day <= to).length;
      const backward = open.filter((day) => day < from && day >= to).length;
      const counted = countBusinessDays(calendar, { from, to });
      assert.deepEqual(counted, { ok: true, value: forward - backward });
    }),
  );
});

test("[C10] a convention moves only closed dates, to the nearest open day on its side", () => {
  const convention = fc.constantFrom<BusinessDayConvention>(
    "none",
    "following",
    "modifiedFollowing",
    "preceding",
  );
  fc.assert(
    fc.property(smallCalendar, offset, convention, (calendar, at, rule) => {
      const date = dateAt(at);
      const open = openDays(calendar);
      const next = open.find((day) => day >= date);
      const before = open.findLast((day) => day <= date);
      const sameMonth = next?.slice(0, 7) === date.slice(0, 7);
      // Where the horizon hides the next day, nobody can tell its month.
      const modified = next === undefined || sameMonth ? next : before;
      const expected = {
        none: date,
        following: next,
        preceding: before,
        modifiedFollowing: modified,
      };
      const adjusted = adjust(calendar, date, rule);
      assert.equal(adjusted.ok ? adjusted.value : undefined, expected[rule]);
    }),
  );
});

test("[C8] beyond the horizon every question is refused", () => {
  const beyond = localDate("2061-01-01");
  const within = localDate("2060-12-30");
  const horizon = { first: localDate("2000-01-01"), last: localDate("2060-12-31") };
  const refusal = (actual: LocalDate) => ({
    ok: false,
    error: {
      code: "calendar_horizon_exceeded",
      calendarId: "us-federal-reserve",
      actual,
      ...horizon,
    },
  });
  const us = US_FEDERAL_RESERVE;
  assert.deepEqual(isBusinessDay(us, beyond), refusal(beyond));
  assert.deepEqual(isBusinessDay(us, localDate("1999-12-31")), refusal(localDate("1999-12-31")));
  assert.deepEqual(addBusinessDays(us, beyond, -1), refusal(beyond));
  assert.deepEqual(addBusinessDays(us, within, 1), { ok: true, value: "2060-12-31" });
  assert.deepEqual(addBusinessDays(us, within, 2), refusal(within));
  assert.deepEqual(adjust(us, beyond, "none"), refusal(beyond));
  assert.deepEqual(countBusinessDays(us, { from: within, to: beyond }), refusal(beyond));
});

test("[C8] the horizon ends on a day, not on a business day more", () => {
  const [first, last] = [localDate("2026-06-02"), localDate("2026-06-30")];
  const june = { id: "june", first, last, weekend: [6, 7], holidays: [] } as BusinessCalendar;
  assert.deepEqual(addBusinessDays(june, localDate("2026-06-29"), 1), { ok: true, value: last });
  assert.equal(addBusinessDays(june, localDate("2026-06-29"), 2).ok, false);
  assert.deepEqual(addBusinessDays(june, localDate("2026-06-03"), -1), { ok: true, value: first });
  assert.equal(addBusinessDays(june, localDate("2026-06-03"), -2).ok, false);
  assert.deepEqual(countBusinessDays(june, { from: first, to: last }), { ok: true, value: 20 });
});

test("[C11] a joint calendar is open when no member is closed, within the common horizon", () => {
  const a: BusinessCalendar = {
    id: "a",
    first: localDate("2026-01-01"),
    last: localDate("2026-06-30"),
    weekend: [6, 7],
    holidays: [holiday("2026-02-02", "A"), holiday("2026-02-04", "A")],
  };
  const b: BusinessCalendar = {
    id: "b",
    first: localDate("2026-02-01"),
    last: localDate("2026-12-31"),
    weekend: [5, 6],
    holidays: [holiday("2026-02-03", "B"), holiday("2026-02-04", "B")],
  };
  const joint = joinCalendars([a, b]);
  assert.equal(joint.id, "a+b");
  assert.deepEqual([joint.first, joint.last], ["2026-02-01", "2026-06-30"]);
  assert.deepEqual(calendarFindings(joint), []);
  for (const [date, open] of [
    ["2026-02-01", false],
    ["2026-02-02", false],
    ["2026-02-03", false],
    ["2026-02-04", false],
    ["2026-02-05", true],
    ["2026-02-06", false],
    ["2026-02-07", false],
    ["2026-02-09", true],
  ] as const) {
    assert.deepEqual(isBusinessDay(joint, localDate(date)), { ok: true, value: open }, date);
  }
  const range = { from: localDate("2026-02-04"), to: localDate("2026-02-04") };
  assert.deepEqual(
    holidaysWithin(joint, range).map(({ name }) => name.en),
    ["A", "B"],
  );
  const late = {
    ...a,
    first: localDate("2027-01-01"),
    last: localDate("2027-12-31"),
    holidays: [],
  };
  const nothing = joinCalendars([b, late]);
  assert.equal(isBusinessDay(nothing, localDate("2026-12-01")).ok, false);
  assert.equal(isBusinessDay(nothing, localDate("2027-01-04")).ok, false);
});

test("[C11] the joint calendar of both countries is open when each of them is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 22_280 }), (days) => {
      const date = addDays(JOINT.first, days);
      assert.ok(date.ok);
      const open = (calendar: BusinessCalendar) => {
        const answer = isBusinessDay(calendar, date.value);
        assert.ok(answer.ok);
        return answer.value;
      };
      assert.equal(open(JOINT), open(US_FEDERAL_RESERVE) && open(JAPAN_BANKS));
    }),
  );
});

test("[C12] an amendment takes out and puts in, and refuses what does not fit", () => {
  const equinox = localDate("2034-03-20");
  const moved = { ...holiday("2034-03-21", "Vernal Equinox Day"), proclaimed: true };
  const amended = amendCalendar(JAPAN_BANKS, { remove: [equinox], add: [moved] });
  assert.ok(amended.ok);
  assert.deepEqual(calendarFindings(amended.value), []);
  assert.deepEqual(isBusinessDay(amended.value, moved.date), { ok: true, value: false });
  assert.equal(amended.value.holidays.length, JAPAN_BANKS.holidays.length);
  const spring = { from: localDate("2034-03-01"), to: localDate("2034-03-31") };
  assert.deepEqual(holidaysWithin(amended.value, spring), [moved]);
  const codeOf = (remove: LocalDate[], add: Holiday[]): string | undefined => {
    const refused = amendCalendar(JAPAN_BANKS, { remove, add });
    return refused.ok ? undefined : refused.error.code;
  };
  assert.equal(codeOf([moved.date], []), "calendar_holiday_not_listed");
  assert.equal(codeOf([], [holiday("2034-03-20")]), "calendar_holiday_already_listed");
  assert.equal(codeOf([], [holiday("2061-01-01")]), "calendar_horizon_exceeded");
  assert.throws(() => amendCalendar(JOINT, { remove: [], add: [] }));
});

test("[C7] findings name what makes calendar data unusable", () => {
  const calendar: BusinessCalendar = {
    id: "bad",
    first: localDate("2026-12-31"),
    last: localDate("2026-01-01"),
    weekend: [1, 2, 3, 4, 5, 6, 7],
    holidays: [holiday("2026-05-01"), holiday("2026-04-01")],
  };
  assert.deepEqual(
    calendarFindings(calendar).map(({ code }) => code),
    [
      "calendar_horizon_reversed",
      "calendar_without_business_days",
      "calendar_horizon_exceeded",
      "calendar_horizon_exceeded",
      "calendar_holiday_out_of_order",
    ],
  );
});
