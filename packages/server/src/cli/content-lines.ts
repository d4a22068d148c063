import type { Json } from "@jointfund/core/base/canonical.ts";
import { toldIn } from "@jointfund/core/base/told-text.ts";
import { amountText, shortId } from "../languages/figures.ts";
import type { Language } from "../languages/language.ts";
import { indent } from "./effects-text.ts";
import { harmless } from "./terminal.ts";

/** A body as lines "field: value"; what stands inside is indented. */
export function contentLines(body: Json, language: Language): readonly string[] {
  if (typeof body !== "object" || body === null) return [String(body)];
  const fields = body as { readonly [field: string]: Json };
  const { currency } = fields;
  const said = (field: string, value: Json): string =>
    harmless(fieldText(field, value, typeof currency === "string" ? currency : "", language));
  return Object.entries(fields).flatMap(([field, value]) => {
    if (!Array.isArray(value)) return [`${harmless(field)}: ${said(field, value)}`];
    const items = (value as readonly Json[]).map((item) => said("", item));
    return [`${harmless(field)}:`, ...indent(items)];
  });
}

/** A value as people read it: amounts with the body's currency, ids as far as people read them. */
function fieldText(field: string, value: Json, currency: string, language: Language): string {
  if (typeof value === "object" && value !== null) {
    const inner = Object.entries(value).map(([name, of]) => {
      const text = fieldText(name, of, currency, language);
      return Array.isArray(value) ? text : `${name}: ${text}`;
    });
    return inner.join(", ");
  }
  const text = String(value);
  if (field === "amount" && /^[0-9]+$/.test(text)) {
    return amountText(BigInt(text), currency, language);
  }
  return /^[0-9a-f]{64}(?:\/[0-9]+)?$/.test(text) ? shortId(text) : toldIn(text, language).text;
}
