import type { Schemas } from "../api/client.ts";
import type { Language } from "../language/text.ts";
import { currencyWord, exactMoney, shortMoney, unitsText } from "./money.ts";
import { decimalText, multipleText, percentText, signedMultipleText } from "./ratio.ts";

export type CellValue = Schemas["CellValue"];

function price(value: CellValue & { readonly kind: "price" }, language: Language): string {
  const word = currencyWord(value.currency, language);
  const digits = decimalText(value.price, 8).replace(/(\.\d\d\d*?)0+$/, "$1");
  return language === "ja" ? digits + word : `${word} ${digits}`;
}

/** A number of the page, to be read at a glance. */
export function cellText(value: CellValue, language: Language): string {
  switch (value.kind) {
    case "money":
      return shortMoney(value.minor, value.currency, language);
    case "units":
      return unitsText(value.microUnits);
    case "price":
      return price(value, language);
    case "multiple":
      return multipleText(value.ratio, language);
    // What one multiple is more or less than another (ST61).
    case "change":
      return signedMultipleText(value.ratio, language);
    case "exchangeRate":
      return decimalText(value.ratio, 4);
    case "share":
    case "rate":
      return percentText(value.ratio);
    case "count":
      return String(value.count);
    case "entries":
      return value.entries.map((entry) => `#${entry}`).join(", ");
  }
}

/** A number of the page with all its digits. */
export const exactCellText = (value: CellValue, language: Language): string =>
  value.kind === "money"
    ? exactMoney(value.minor, value.currency, language)
    : cellText(value, language);
