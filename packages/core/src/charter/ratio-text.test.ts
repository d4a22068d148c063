import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRatioText, RATIO_TEXT } from "./ratio-text.ts";

const READ: readonly (readonly [text: string, num: bigint, den: bigint])[] = [
  ["1/2", 1n, 2n],
  ["2/4", 1n, 2n],
  ["0/7", 0n, 1n],
  ["50%", 1n, 2n],
  ["33.3%", 333n, 1000n],
  ["0.25", 1n, 4n],
  ["1", 1n, 1n],
  ["150%", 3n, 2n],
];

for (const [text, num, den] of READ) {
  test(`[CH9] ${text} is read exactly`, () => {
    assert.deepEqual(parseRatioText(text), { num, den });
    assert.ok(RATIO_TEXT.accepts(text));
    assert.match(text, new RegExp(RATIO_TEXT.pattern));
  });
}

for (const text of [
  "",
  "-1/2",
  "1/0",
  "1/2%",
  "half",
  "50 %",
  "1e3",
  ".5",
  "01",
  "1/02",
  "1.5/2",
]) {
  test(`[CH9] ${text === "" ? "nothing" : text} is no ratio`, () => {
    assert.equal(parseRatioText(text), undefined);
    assert.doesNotMatch(text, new RegExp(RATIO_TEXT.pattern));
  });
}
