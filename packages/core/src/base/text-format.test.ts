import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TEXT_FORMATS, type TextFormatName } from "./text-format.ts";

const CASES: {
  readonly [N in TextFormatName]: {
    readonly good: readonly string[];
    readonly bad: readonly string[];
  };
} = {
  identifier: {
    good: ["a", "us-treasury", "acc_1", "capital.call", "A1", "9", "x".repeat(64)],
    bad: ["", "-a", "a-", "a..b", "a b", "a|b", "é", "a\n", "a/b", "x".repeat(65)],
  },
  date: {
    good: ["2000-02-29", "2028-02-29", "2027-12-31", "1900-01-01", "2199-12-31"],
    bad: [
      "1900-02-29",
      "2100-02-29",
      "2027-02-29",
      "2027-04-31",
      "2027-13-01",
      "2027-00-10",
    ].concat([
      "2027-01-00",
      "1899-12-31",
      "2200-01-01",
      "2027-1-1",
      "20270101",
      "2027-01-01T",
      "2027-01-01\n",
    ]),
  },
  instant: {
    good: ["2027-01-01T00:00:00Z", "2027-12-31T23:59:59Z"],
    bad: ["2027-02-29T00:00:00Z", "2027-01-01T24:00:00Z", "2027-01-01T23:59:60Z"].concat([
      "2027-01-01T00:00:00",
      "2027-01-01T00:00:00+00:00",
      "2027-01-01T00:00:00.0Z",
      "2027-01-01",
    ]),
  },
  decimal: {
    good: ["0", "1", "-1", "0.0525", "10.50", "-0.01"],
    bad: ["", "-0", "-0.00", "01", ".5", "1.", "1e3", "+1", "1,5", "1".repeat(39)],
  },
  hex16: {
    good: ["0123456789abcdef".repeat(2)],
    bad: ["", "0123456789ABCDEF".repeat(2), "0".repeat(33)],
  },
  hex32: {
    good: ["0123456789abcdef".repeat(4)],
    bad: ["g".repeat(64), "0".repeat(63), "0".repeat(65)],
  },
  base64: {
    good: ["", "AA==", "AAA=", "AAAA", "+/+/"],
    bad: ["AB==", "A", "AA", "AA=", "-_-_", "AAA=\n"],
  },
};

for (const [name, { good, bad }] of Object.entries(CASES)) {
  const format = TEXT_FORMATS[name as TextFormatName];
  test(`[E13] ${name} takes what is one and refuses what isn't`, () => {
    for (const text of good) assert.ok(format.accepts(text), text);
    for (const text of bad) assert.ok(!format.accepts(text), JSON.stringify(text));
  });

  test(`[E17] ${name}: nothing is accepted that the published pattern refuses`, () => {
    const pattern = new RegExp(format.pattern, "u");
    for (const text of good) assert.match(text, pattern);
    fc.assert(
      fc.property(fc.stringMatching(pattern), fc.string(), (likely, anything) => {
        for (const text of [likely, anything, likely + anything]) {
          if (format.accepts(text)) assert.match(text, pattern);
        }
      }),
    );
  });
}

test("[E13] the days of every month of every year are those of the engine's calendar", () => {
  for (let year = 1900; year <= 2199; year++) {
    for (let month = 1; month <= 12; month++) {
      for (const day of [28, 29, 30, 31]) {
        const text = `${year}-${String(month).padStart(2, "0")}-${day}`;
        const exists = new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
        assert.equal(TEXT_FORMATS.date.accepts(text), exists, text);
      }
    }
  }
});
