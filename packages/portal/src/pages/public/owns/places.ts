import type { Schemas } from "../../../api/client.ts";
import type { Text } from "../../../language/text.ts";
import { US_STATES } from "./us-states.ts";

export type Investment = Schemas["Investment"];

const COUNTRIES: { readonly [code: string]: Text } = {
  US: { en: "United States", ja: "米国" },
  JP: { en: "Japan", ja: "日本" },
};

/** Where an investment is, in words: its state where the record says one, its country otherwise. */
export function placeOf({ geography, region }: Pick<Investment, "geography" | "region">): Text {
  const country = COUNTRIES[geography] ?? { en: geography, ja: geography };
  if (region === undefined) return country;
  const { en, ja } = US_STATES.get(region) ?? { en: region, ja: region };
  return { en: `${en}, ${country.en}`, ja: `${country.ja}${ja}` };
}

/** Investments that are held now, by their state; those without one under "". */
export function heldByState(
  investments: readonly Investment[],
): ReadonlyMap<string, readonly Investment[]> {
  const held = investments.filter(({ fairValue }) => BigInt(fairValue) !== 0n);
  return Map.groupBy(held, ({ region }) =>
    region !== undefined && US_STATES.has(region) ? region : "",
  );
}

export const fairValueOf = (investments: readonly Investment[]): bigint =>
  investments.reduce((sum, { fairValue }) => sum + BigInt(fairValue), 0n);
