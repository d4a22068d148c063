import { Ratio } from "../../base/ratio.ts";
import { Schema, type Infer, type TextFormat } from "../../base/schema.ts";
import { amount, currency, id } from "./scalars.ts";

/** Digits of a rate at most: ISO 20022's BaseOneRate has eleven, ten of them decimals. */
const RATE_DIGITS_MAX = 11;
const RATE = /^(?:0|[1-9][0-9]*)(?:\.[0-9]{1,10})?$/;

const rate: TextFormat = {
  name: "exchange rate",
  pattern: RATE.source,
  maxLength: RATE_DIGITS_MAX + 1,
  accepts(text) {
    if (!RATE.test(text) || text.replace(".", "").length > RATE_DIGITS_MAX) return false;
    const ratio = Ratio.fromDecimal(text);
    return ratio.ok && ratio.value.num > 0n;
  },
};

export const fxFixSchema = Schema.object({
  base: currency,
  quote: currency,
  quotes: Schema.array(
    Schema.object({
      source: id,
      /** Main units of the quote currency for one main unit of the base. */
      rate: Schema.string({ format: rate }),
    }),
    { min: 1, max: 8, unique: ["source"] },
  ),
});
export type FxFixBody = Infer<typeof fxFixSchema>;

export const fxConvertSchema = Schema.object({
  vehicle: id,
  counterparty: id,
  /** What is given and what is got for it, as agreed with the counterparty. */
  from: Schema.object({ currency, amount }),
  to: Schema.object({ currency, amount }),
});
export type FxConvertBody = Infer<typeof fxConvertSchema>;
