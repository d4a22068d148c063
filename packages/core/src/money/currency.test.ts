import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AssertionError } from "../base/assert.ts";
import { CURRENCIES, currencyCode, exponentOf, findCurrency } from "./currency.ts";

/** Every code of ISO 4217 list one with another number of decimals than two. */
const OTHER_EXPONENTS: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

test("[M1] the exponents are those of ISO 4217: two, but for the listed exceptions", () => {
  const exceptions = new Map<string, number>();
  for (const [exponent, codes] of Object.entries(OTHER_EXPONENTS)) {
    for (const code of codes.split(" ")) exceptions.set(code, Number(exponent));
  }
  for (const { code, exponent } of CURRENCIES) {
    assert.equal(exponent, exceptions.get(code) ?? 2, code);
    assert.equal(exponentOf(code), exponent);
  }
  for (const code of exceptions.keys()) assert.ok(findCurrency(code).ok, code);
});

test("[M1] codes and numbers are unique, well formed and in order, and all have names", () => {
  const codes = CURRENCIES.map(({ code }) => code);
  assert.ok(codes.length > 150);
  assert.equal(new Set(codes).size, codes.length);
  assert.equal(new Set(CURRENCIES.map(({ numeric }) => numeric)).size, codes.length);
  assert.deepEqual(
    codes,
    codes.toSorted((a, b) => (a < b ? -1 : 1)),
  );
  for (const { code, numeric, name } of CURRENCIES) {
    assert.match(code, /^[A-Z]{3}$/);
    assert.match(numeric, /^[0-9]{3}$/);
    assert.ok(name.en.length > 0 && /[ぁ-ヿ一-龯]/.test(name.ja), code);
  }
});

test("[M1] the fund's currencies", () => {
  assert.deepEqual(findCurrency("USD"), {
    ok: true,
    value: { code: "USD", numeric: "840", exponent: 2, name: { en: "US Dollar", ja: "米ドル" } },
  });
  assert.deepEqual(findCurrency("JPY"), {
    ok: true,
    value: { code: "JPY", numeric: "392", exponent: 0, name: { en: "Japanese Yen", ja: "日本円" } },
  });
});

test("[M1] any other text is refused", () => {
  const texts = [
    "",
    "usd",
    "US",
    "USDT",
    "BTC",
    "XXX",
    "XAU",
    "XDR",
    "840",
    "__proto__",
    "toString",
  ];
  for (const text of texts) {
    const refused = findCurrency(text);
    assert.deepEqual(refused, { ok: false, error: { code: "currency_unknown", actual: text } });
  }
  const known = new Set<string>(CURRENCIES.map(({ code }) => code));
  const letters = fc.string({
    unit: fc.constantFrom("A", "D", "J", "P", "S", "U", "Y"),
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.oneof(letters, fc.string()), (text) => {
      assert.equal(findCurrency(text).ok, known.has(text));
    }),
  );
  assert.throws(() => currencyCode("XXX"), AssertionError);
});
