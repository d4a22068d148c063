import type { Json } from "@jointfund/core/base/canonical.ts";
import { toJson } from "@jointfund/core/fund/effects.ts";

/**
 * A value that no schema describes field by field, as the API writes it (H2): as the record does,
 * but that an exact ratio is one text.
 */
export function toWire(value: unknown): Json {
  return withRatios(toJson(value));
}

function withRatios(json: Json): Json {
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return (json as readonly Json[]).map(withRatios);
  const fields = Object.entries(json);
  const { num, den } = json as { readonly num?: Json; readonly den?: Json };
  if (fields.length === 2 && typeof num === "string" && typeof den === "string") {
    return `${num}/${den}`;
  }
  return Object.fromEntries(fields.map(([name, field]) => [name, withRatios(field)]));
}
