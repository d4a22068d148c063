import type { Answer } from "../../api/use-api.ts";
import { exactMoney, unitsText } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { words } from "./words.ts";

export type Requested = Answer<"/api/v1/order-requests">["items"][number];

/** How much a request is for: money, units, or the order that it takes back. */
export function useQuantity(): (request: Requested["request"]) => string {
  const t = useText();
  const { language } = useLanguage();
  return ({ minor, currency = "", microUnits, cancels = "" }) => {
    if (minor !== undefined) return exactMoney(minor, currency, language);
    if (microUnits !== undefined) return t(words.units, unitsText(microUnits));
    return cancels.slice(0, 12);
  };
}
