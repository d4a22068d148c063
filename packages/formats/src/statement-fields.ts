import { parseLocalDate, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { findCurrency, type CurrencyCode } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import type { Place, StatementFindings } from "./statement-finding.ts";

/** Characters of a reference or description that are kept. */
const TEXT_MAX = 140;

/** XML Schema's decimal: a sign, leading and trailing zeros and a bare point are all allowed. */
const DECIMAL = /^([+-]?)([0-9]*)(?:\.([0-9]*))?$/;

/**
 * An amount in main units as banks write it, exactly, in minor units. Zeros beyond the currency's
 * decimals are let pass; any other digit there is an error, never rounded.
 */
export function readAmount(
  text: string,
  currency: CurrencyCode,
  at: Place,
  findings: StatementFindings,
): bigint | undefined {
  const match = DECIMAL.exec(text);
  if (match === null || !/[0-9]/.test(text)) {
    return findings.error("amount_malformed", at, text);
  }
  const [, sign, whole = "", fraction = ""] = match;
  const plainWhole = whole.replace(/^0+(?=[0-9])/, "");
  const plainFraction = fraction.replace(/0+$/, "");
  const point = plainFraction === "" ? "" : `.${plainFraction}`;
  const money = Money.parse(currency, `${plainWhole === "" ? "0" : plainWhole}${point}`);
  if (!money.ok) return findings.error(money.error.code, at, text, currency);
  return sign === "-" ? -money.value.minor : money.value.minor;
}

/** A date, or the date of a time as the bank's clock has it; a time zone is of no account. */
export function readDate(
  text: string,
  at: Place,
  findings: StatementFindings,
): LocalDate | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T[0-9:.]+)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const date = parseLocalDate(match?.[1] ?? text);
  return date.ok ? date.value : findings.error("date_malformed", at, text);
}

export function readCurrency(
  text: string,
  at: Place,
  findings: StatementFindings,
): CurrencyCode | undefined {
  const currency = findCurrency(text);
  return currency.ok ? currency.value.code : findings.error("currency_unknown", at, text);
}

/**
 * Text as it may enter the record: composed (NFC), without control, private and unassigned
 * characters, one space between words, cut at 140 characters.
 */
export function cleanText(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/\p{C}/gu, "")
    .trim();
  return [...plain].slice(0, TEXT_MAX).join("").trim();
}
