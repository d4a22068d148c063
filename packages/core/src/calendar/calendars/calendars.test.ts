import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { calendarFindings, isBusinessDay, type BusinessCalendar } from "../business-days.ts";
import { localDate } from "../date.ts";
import { JAPAN_BANKS } from "./japan-banks.ts";
import { US_FEDERAL_RESERVE } from "./us-federal-reserve.ts";

type Published = { readonly years: Readonly<Record<string, string>> };
type PublishedUs = Published & {
  readonly closedMondays: readonly string[];
  readonly openFridays: readonly string[];
};

function readVectors(name: string): unknown {
  const url = new URL(`../../../../../vectors/calendar/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}

const japan = readVectors("japan-national-holidays.json") as Published;
const us = readVectors("us-federal-reserve-holidays.json") as PublishedUs;

function publishedDates({ years }: Published): readonly string[] {
  return Object.entries(years).flatMap(([year, days]) =>
    days.split(" ").map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`),
  );
}

function datesOf(calendar: BusinessCalendar, from: string, to: string): readonly string[] {
  return calendar.holidays.map(({ date }) => date).filter((date) => from <= date && date <= to);
}

function isOpen(calendar: BusinessCalendar, date: string): boolean {
  const answer = isBusinessDay(calendar, localDate(date));
  assert.ok(answer.ok);
  return answer.value;
}

test("[C7] [C12] the calendars are well formed and list each date once", () => {
  for (const calendar of [US_FEDERAL_RESERVE, JAPAN_BANKS]) {
    assert.deepEqual(calendarFindings(calendar), []);
    assert.deepEqual([calendar.first, calendar.last], ["2000-01-01", "2060-12-31"]);
    assert.equal(new Set(calendar.holidays.map(({ date }) => date)).size, calendar.holidays.length);
  }
});

test("[C13] the Federal Reserve's holidays are those it has published", () => {
  const expected = new Set([...publishedDates(us), ...us.closedMondays]);
  const listed = datesOf(US_FEDERAL_RESERVE, "2026-01-01", "2030-12-31");
  assert.deepEqual(new Set(listed), expected);
  for (const date of us.closedMondays) assert.equal(isOpen(US_FEDERAL_RESERVE, date), false, date);
});

test("[C13] the Banks are open on the Friday before a Saturday holiday", () => {
  for (const date of [...us.openFridays, "2021-06-18", "2021-12-24", "2021-12-31"]) {
    assert.equal(isOpen(US_FEDERAL_RESERVE, date), true, date);
  }
});

test("[C13] Juneteenth closes the Banks from 2022 on", () => {
  const juneteenths = US_FEDERAL_RESERVE.holidays.filter(({ date }) => date.endsWith("-06-19"));
  assert.equal(juneteenths[0]?.date, "2022-06-19");
  assert.equal(juneteenths.length, 39);
  assert.equal(isOpen(US_FEDERAL_RESERVE, "2020-06-19"), true);
  assert.equal(isOpen(US_FEDERAL_RESERVE, "2022-06-20"), false);
  assert.equal(isOpen(US_FEDERAL_RESERVE, "2023-06-19"), false);
});

test("[C14] Japan's national holidays are those that the Cabinet Office has published", () => {
  const national = JAPAN_BANKS.holidays
    .filter(({ date, name }) => name.ja !== "銀行休業日" && date <= "2027-12-31")
    .map(({ date }) => date);
  assert.deepEqual(national, publishedDates(japan));
});

test("[C14] banks in Japan are closed from 31 December to 3 January", () => {
  for (let year = 2001; year <= 2060; year++) {
    for (const date of [`${year - 1}-12-31`, `${year}-01-01`, `${year}-01-02`, `${year}-01-03`]) {
      assert.equal(isOpen(JAPAN_BANKS, date), false, date);
    }
  }
  assert.equal(isOpen(JAPAN_BANKS, "2026-12-30"), true);
  assert.equal(isOpen(JAPAN_BANKS, "2027-01-04"), true);
});

test("[C14] the days that laws moved or made for one year carry their names", () => {
  const nameOn = (date: string): string | undefined =>
    JAPAN_BANKS.holidays.find((holiday) => holiday.date === date)?.name.ja;
  for (const [date, name] of [
    ["2019-04-30", "国民の休日"],
    ["2019-05-01", "天皇の即位の日"],
    ["2019-05-06", "振替休日"],
    ["2019-10-22", "即位礼正殿の儀の行われる日"],
    ["2020-07-23", "海の日"],
    ["2020-07-24", "スポーツの日"],
    ["2020-08-10", "山の日"],
    ["2021-07-22", "海の日"],
    ["2021-08-09", "振替休日"],
    ["2026-09-22", "国民の休日"],
    ["2032-09-21", "国民の休日"],
    ["2019-12-23", undefined],
    ["2020-10-12", undefined],
  ] as const) {
    assert.equal(nameOn(date), name, date);
  }
});

test("[C12] days beyond what the authorities have published are not proclaimed", () => {
  for (const [calendar, lastProclaimed] of [
    [US_FEDERAL_RESERVE, "2030-12-25"],
    [JAPAN_BANKS, "2027-12-31"],
  ] as const) {
    for (const { date, proclaimed } of calendar.holidays) {
      assert.equal(proclaimed, date <= lastProclaimed, date);
    }
  }
});
