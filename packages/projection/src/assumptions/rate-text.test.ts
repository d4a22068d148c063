import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { parseRateText, rate, RATE_TEXT } from "./rate-text.ts";

test("[PJ20] rates are shares with a sign, read exactly", () => {
  const read = new Map<string, Ratio>([
    ["7%", Ratio.make(7n, 100n)],
    ["-0.5%", Ratio.make(-1n, 200n)],
    ["1/3", Ratio.make(1n, 3n)],
    ["-2/6", Ratio.make(-1n, 3n)],
    ["0.07", Ratio.make(7n, 100n)],
    ["0", Ratio.zero],
  ]);
  for (const [text, ratio] of read) assert.deepEqual(parseRateText(text), ratio, text);
});

test("[PJ20] what is no rate is none, in reading and in JSON Schema", () => {
  const pattern = new RegExp(RATE_TEXT.pattern);
  for (const text of ["NaN", "Infinity", "-Infinity", "1e3", "+1%", "7 %", "--1", "", "1/0", "٪"]) {
    assert.equal(parseRateText(text), undefined, text);
    assert.ok(!pattern.test(text), text);
  }
  assert.equal(parseRateText("-0%"), undefined);
});

test("[PJ20] a rate is the nearest double, as the machine reads decimals", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
      fc.nat(17),
      (digits, places) => {
        const [text, ofPercent] = [decimal(digits, places), decimal(digits, places + 2)];
        assert.equal(rate(text), Number(text), text);
        assert.equal(rate(`${text}%`), Number(ofPercent), text);
      },
    ),
  );
});

test("[PJ20] the double of a fraction is its quotient where both parts are doubles", () => {
  const part = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(part, part, (above, below) => {
      assert.equal(rate(`-${above}/${below}`), -above / below);
    }),
  );
});

/** As the form of a rate has it: no minus before nothing. */
function decimal(digits: bigint, places: number): string {
  const size = (digits < 0n ? -digits : digits).toString().padStart(places + 1, "0");
  const split = size.length - places;
  const sign = digits < 0n ? "-" : "";
  return sign + (places === 0 ? size : `${size.slice(0, split)}.${size.slice(split)}`);
}
