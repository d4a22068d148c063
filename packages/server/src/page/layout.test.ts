import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { addsUpAsTold, decimal, inOwnCurrency, inScale, percent, shownInScale } from "./figures.ts";
import { apart, cut, padEnd, padStart, row, widthOf, wrap } from "./layout.ts";

test("East Asian characters take two columns, others one, combining ones none", () => {
  const widths: readonly (readonly [string, number])[] = [
    ["cash", 4],
    ["現金", 4],
    ["レベル3", 7],
    ["ガ", 2],
    ["\u001b[1mcash\u001b[22m", 4],
    ["", 0],
  ];
  for (const [text, width] of widths) assert.equal(widthOf(text), width, text);
});

test("columns line up by those widths", () => {
  assert.equal(padEnd("現金", 6), "現金  ");
  assert.equal(padStart("1円", 6), "   1円");
  assert.equal(padEnd("too long", 3), "too long");
  const lines = [row("Cash", ["4.074"], [20, 10]), row("現金預金", ["153億円"], [20, 10])];
  for (const line of lines) assert.equal(widthOf(line), 30);
});

test("what does not fit is cut at a whole character, with a mark", () => {
  assert.equal(cut("現金預金", 8), "現金預金");
  assert.equal(cut("現金預金", 7), "現金預…");
  assert.equal(cut("現金預金", 6), "現金…");
  assert.equal(widthOf(apart("a very long heading of a section", "USD billion", 30)), 30);
});

test("Japanese breaks between characters, but no line begins with a closing one", () => {
  assert.deepEqual(wrap("純資産総額は、増加した。", 12), ["純資産総額", "は、増加し", "た。"]);
  for (const line of wrap("（甲）、（乙）。丁「丙」・丁!", 6)) {
    assert.doesNotMatch(line, /^[、。）」・!]/u);
    assert.doesNotMatch(line, /[（「]$/u);
  }
});

test("wrapped lines fit and lose nothing but the space at breaks", () => {
  const words = fc.array(fc.constantFrom("a", "fund", "現金", "資産、", "（甲）", "x,", "12.367"));
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 60 }), (parts, width) => {
      const text = parts.join(" ");
      const lines = wrap(text, width);
      for (const line of lines) assert.ok(widthOf(line) <= width, `${width}: ${line}`);
      const bare = (of: string): string => of.replaceAll(/\s/g, "");
      assert.equal(bare(lines.join("")), bare(text));
    }),
  );
});

test("figures are rounded half away from zero and grouped", () => {
  assert.equal(decimal(Ratio.make(1n, 2n), 0), "1");
  assert.equal(decimal(Ratio.make(-1n, 2n), 0), "-1");
  assert.equal(decimal(Ratio.make(12_345_678n, 10n), 2), "1,234,567.80");
  assert.equal(decimal(Ratio.make(-1n, 1000n), 3), "-0.001");
  assert.equal(inScale(1_236_684_928_800n, "USD", "billion"), "12.367");
  assert.equal(inScale(0n, "JPY", "billion"), "0.000");
  assert.equal(inScale(30_000_000_000n, "USD", "million"), "300.000");
  assert.equal(percent(Ratio.make(1n, 3n)), "33.333%");
});

test("what is not nothing is not shown as nothing", () => {
  assert.equal(shownInScale(0n, "USD", "billion"), "0.000");
  assert.equal(shownInScale(49_999_999n, "USD", "billion"), "<0.001");
  assert.equal(shownInScale(-1n, "USD", "billion"), ">-0.001");
  assert.equal(shownInScale(50_000_000n, "USD", "billion"), "0.001");
});

test("it is known whether rounded figures add up as they are told", () => {
  const as = { currency: "USD", scale: "billion" } as const;
  // 0.0006 + 0.0006 = 0.0012: told as 0.001 + 0.001 = 0.001.
  assert.equal(addsUpAsTold([60_000_000n, 60_000_000n], 120_000_000n, as), false);
  assert.equal(addsUpAsTold([100_000_000n, 200_000_000n], 300_000_000n, as), true);
});

test("yen stand in 兆, 億 and 万, the two largest, the rest cut off", () => {
  const cases: readonly (readonly [bigint, string])[] = [
    [0n, "0円"],
    [9_999n, "9,999円"],
    [10_000n, "1万円"],
    [15_396_250_945n, "153億9,625万円"],
    [100_000_000n, "1億円"],
    [22_890_000_000_000n, "22兆8,900億円"],
    [1_009_505_430_961n, "1兆95億円"],
    [-3_398_000_000_000n, "-3兆3,980億円"],
  ];
  for (const [amount, text] of cases) assert.equal(inOwnCurrency(amount, "JPY", "ja"), text);
  assert.equal(inOwnCurrency(15_396_250_945n, "JPY", "en"), "JPY 15.396 bn");
  assert.equal(inOwnCurrency(9_576_569_600n, "USD", "en"), "USD 95.766 m");
  assert.equal(inOwnCurrency(0n, "USD", "en"), "USD 0");
  assert.equal(inOwnCurrency(9_576_569_600n, "USD", "ja"), "9,576万米ドル");
});
