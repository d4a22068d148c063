import assert from "node:assert/strict";
import { test } from "node:test";
import { amountText, dateText, eraDate, instantText, shortDate } from "./figures.ts";
import { languageOfEnvironment, localized, textsIn } from "./language.ts";

test("the environment's language counts in the order of POSIX", () => {
  const cases: readonly (readonly [Record<string, string>, "en" | "ja"])[] = [
    [{}, "en"],
    [{ LANG: "C" }, "en"],
    [{ LANG: "ja_JP.UTF-8" }, "ja"],
    [{ LANG: "ja" }, "ja"],
    [{ LANG: "ja_JP.UTF-8", LC_ALL: "en_US.UTF-8" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_MESSAGES: "ja_JP.UTF-8" }, "ja"],
    [{ LANG: "ja_JP.UTF-8", LC_ALL: "" }, "ja"],
    [{ LANG: "jav_ID" }, "en"],
  ];
  for (const [environment, language] of cases) {
    assert.equal(languageOfEnvironment(environment), language, JSON.stringify(environment));
  }
});

test("both languages stand beside each other, once where they are the same", () => {
  assert.deepEqual(textsIn("both", { en: "cash", ja: "現金" }), ["cash", "現金"]);
  assert.deepEqual(textsIn("both", { en: "US", ja: "US" }), ["US"]);
  assert.deepEqual(textsIn("ja", { en: "cash", ja: "現金" }), ["現金"]);
});

test("a text in another language of the charter is shown rather than nothing", () => {
  assert.deepEqual(localized({ ko: "현금" }), { en: "현금", ja: "현금" });
  assert.deepEqual(localized({ en: "cash" }), { en: "cash", ja: "cash" });
});

test("amounts keep every minor unit", () => {
  assert.equal(amountText(300_000_000_000_00n, "USD", "en"), "USD 300 billion");
  assert.equal(amountText(300_000_000_000_00n, "USD", "ja"), "3,000億米ドル");
  assert.equal(amountText(1n, "USD", "en"), "USD 0.01");
  assert.equal(amountText(5n, "JPY", "ja"), "5円");
  assert.equal(amountText(5n, "XXQ", "en"), "XXQ 5");
});

test("dates are written as each language writes them; eras begin on their own day", () => {
  assert.equal(dateText("2026-06-30", "en"), "30 June 2026");
  assert.equal(dateText("2026-06-30", "ja"), "2026年6月30日");
  assert.equal(dateText("no date", "en"), "no date");
  assert.equal(instantText("2026-06-30T14:00:00Z", "en"), "30 June 2026 14:00:00 UTC");
  assert.equal(shortDate("2026-06-30"), "30 Jun 2026");
  assert.equal(eraDate("2026-06-30"), "令和8年6月30日");
  assert.equal(eraDate("2019-05-01"), "令和元年5月1日");
  assert.equal(eraDate("2019-04-30"), "2019年4月30日");
});
