import { Schema, type TextFormat } from "../../base/schema.ts";
import type { LocalDate } from "../../calendar/date.ts";
import { LANGUAGE } from "../../charter/term-schemas.ts";

/** Forms of the values that the bodies of acts are made of (docs/reference/acts.md). */

export function form(name: string, pattern: string): TextFormat {
  const regExp = new RegExp(pattern);
  return { name, pattern, accepts: (text) => regExp.test(text) };
}

export const id = Schema.string({ format: "identifier" });
export const date = Schema.string<LocalDate>({ format: "date" });
export const hash = Schema.string({ format: "hex32" });
export const currency = Schema.string({ format: form("currency code", "^[A-Z]{3}$") });
export const line = Schema.string({ minLength: 1, maxLength: 300 });
/** Minor units of the currency that stands beside it, more than none. */
export const amount = Schema.minorUnits({ min: 1n, max: 10n ** 30n });
/** Minor units of either sign. */
export const signedAmount = Schema.minorUnits({ min: -(10n ** 30n), max: 10n ** 30n });
/** Characters of a bank's reference: what ISO 20022 gives to one (Max35Text). */
export const BANK_REFERENCE_MAX = 35;
/** What the bank's statement will name the movement by, where that is known. */
export const bankReference = Schema.string({ minLength: 1, maxLength: BANK_REFERENCE_MAX });
/** Minor units of the currency beside it; nothing is an amount too. */
export const amountOrNone = Schema.minorUnits({ min: 0n, max: 10n ** 30n });
export const texts = Schema.record(
  // As a charter names its languages: "en", "pt-BR".
  Schema.string({ format: LANGUAGE }),
  line,
  { min: 1, max: 8 },
);
/** A payment that an act instructed: "<act id>/<n>". */
export const paymentId = Schema.string({ format: form("payment id", "^[0-9a-f]{64}/[0-9]{1,4}$") });
