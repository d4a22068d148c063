import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { dateText, dayInRowText, eraText } from "../src/format/date.ts";
import {
  exactDigits,
  exactMoney,
  finer,
  inUnit,
  scaled,
  shortMoney,
  tableUnit,
  unitsText,
} from "../src/format/money.ts";
import { cellText } from "../src/format/cell.ts";
import { priceName } from "../src/pages/citizen/plain-format.ts";
import { decimalText, multipleText, percentText } from "../src/format/ratio.ts";

const amounts = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });

describe("days in a row", () => {
  it("have their year only where the one before is of another", () => {
    const weeks = ["2035-12-31", "2036-01-07", "2036-01-14"];
    const said = (language: "en" | "ja") =>
      weeks.map((day, place) => dayInRowText(day, weeks[place - 1], language));
    assert.deepEqual(said("en"), ["31 Dec 2035", "7 Jan 2036", "14 Jan"]);
    assert.deepEqual(said("ja"), ["2035年 12/31", "2036年 1/7", "1/14"]);
  });

  it("stand over amounts of which the small ones say something beside the large", () => {
    const cash = { minor: 1_373_718_734_048n, fee: -9_251_062_337n };
    for (const [language, expected] of [
      ["en", ["13.737", "−0.093"]],
      ["ja", ["137.37", "−0.93"]],
    ] as const) {
      const unit = finer(tableUnit([cash.minor, cash.fee], "USD", language), "USD");
      assert.deepEqual([inUnit(cash.minor, unit), inUnit(cash.fee, unit)], expected);
    }
  });
});

describe("amounts as people read them", () => {
  it("gives every digit, so that the amount can be read back", () => {
    fc.assert(
      fc.property(amounts, (minor) => {
        const digits = exactDigits(minor, "USD").replaceAll(",", "").replace("−", "-");
        assert.equal(BigInt(digits.replace(".", "")), minor);
        assert.equal(exactDigits(minor, "JPY").replaceAll(",", "").replace("−", "-"), `${minor}`);
      }),
    );
  });

  it("writes the digits as the browser's own formatter does, which is exact for text", () => {
    const intl = new Intl.NumberFormat("en", { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(amounts, (minor) => {
        const sign = minor < 0n ? "-" : "";
        const text = (minor < 0n ? -minor : minor).toString().padStart(3, "0");
        const decimal = `${sign}${text.slice(0, -2)}.${text.slice(-2)}`;
        const want = intl.format(decimal as `${number}`).replace("-", "−");
        assert.equal(exactDigits(minor, "USD"), minor === 0n ? "0.00" : want);
      }),
    );
  });

  it("names the currency as each language does", () => {
    assert.equal(exactMoney("123456789", "USD", "en"), "USD 1,234,567.89");
    assert.equal(exactMoney("123456789", "USD", "ja"), "1,234,567.89米ドル");
    assert.equal(exactMoney("123456789", "JPY", "ja"), "123,456,789円");
  });

  it("is never off by more than half of the last digit that is shown", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 3 }), check),
    );
    function check(value: bigint, power: number, decimals: number): void {
      const shown = scaled(value, power, decimals).replaceAll(",", "").replace("−", "-");
      const [whole = "0", fraction = ""] = shown.split(".");
      const tenths = BigInt(`${whole}${fraction}`) * 10n ** BigInt(power);
      const off = tenths - value * 10n ** BigInt(decimals);
      assert.ok((off < 0n ? -off : off) * 2n <= 10n ** BigInt(power), `${value}: ${shown}`);
    }
  });

  it("uses billion and million in English, 兆 with 億, and 万 in Japanese", () => {
    const shown = (minor: string, currency: string) =>
      (["en", "ja"] as const).map((language) => shortMoney(minor, currency, language));
    assert.deepEqual(shown("43033000000000", "USD"), ["USD 430.33 billion", "4,303億米ドル"]);
    assert.deepEqual(shown("22890000000000", "JPY"), ["JPY 22.89 trillion", "22兆8,900億円"]);
    assert.deepEqual(shown("30000000000", "USD"), ["USD 300.00 million", "3.0億米ドル"]);
    assert.deepEqual(shown("-30000000000", "USD"), ["USD −300.00 million", "−3.0億米ドル"]);
    assert.deepEqual(shown("1234567", "JPY"), ["JPY 1.23 million", "123万円"]);
    assert.deepEqual(shown("100000000000000", "JPY"), ["JPY 100.00 trillion", "100兆円"]);
    assert.deepEqual(shown("12345", "USD"), ["USD 123.45", "123.45米ドル"]);
  });

  it("gives a table one unit, by its largest amount", () => {
    const unit = tableUnit(["43033000000000", "100"], "USD", "en");
    assert.equal(unit.word, "USD billion");
    assert.equal(inUnit("43033000000000", unit), "430.33");
    assert.equal(inUnit("100", unit), "0.00");
    assert.equal(tableUnit(["22890000000000"], "JPY", "ja").word, "億円");
  });

  it("gives units without the zeros at their end", () => {
    assert.equal(unitsText("1234567890000"), "1,234,567.89");
    assert.equal(unitsText("-1000000"), "−1");
    assert.equal(unitsText("1"), "0.000001");
  });
});

describe("ratios and dates as people read them", () => {
  it("rounds a ratio half away from zero", () => {
    assert.equal(percentText("1/3"), "33.33%");
    assert.equal(percentText("-1/8", 0), "−13%");
    assert.equal(decimalText("5/2", 0), "3");
    assert.equal(multipleText("313959517/300000000", "en"), "1.047x");
    assert.equal(multipleText("313959517/300000000", "ja"), "1.047倍");
  });

  it("[ST61] gives what a multiple is less than another as a multiple, with its sign", () => {
    const less = { kind: "change", ratio: "-141/1000" } as const;
    assert.equal(cellText(less, "en"), "−0.141x");
    assert.equal(cellText(less, "ja"), "−0.141倍");
    assert.equal(cellText({ ...less, ratio: "147/1000" }, "ja"), "+0.147倍");
  });

  it("gives the day in both languages, and the era's year", () => {
    assert.equal(dateText("2035-12-31", "en"), "31 Dec 2035");
    assert.equal(dateText("2035-12-31", "ja"), "2035年12月31日");
    assert.equal(eraText("2035-12-31"), "令和17年");
    assert.equal(eraText("2019-05-01"), "令和元年");
    assert.equal(dateText("no date", "en"), "no date");
  });
});

it("a price in yen says that it is of 10,000 units", () => {
  assert.equal(priceName("JPY").ja, "価額（一万口当たり）");
  assert.equal(priceName("USD").en, "Price");
});
