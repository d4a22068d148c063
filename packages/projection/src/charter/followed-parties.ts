import { sovereignsOf } from "@jointfund/core/fund/terms.ts";
import type { FundWriter } from "./fund-writer.ts";

/** Everyone that a projection follows: sovereigns, and whoever has a share of the capital. */
export function followedParties({ charter }: FundWriter): readonly string[] {
  const sovereigns = sovereignsOf(charter);
  const { shares } = charter.capital;
  return charter.parties
    .map(({ id }) => id)
    .filter((id) => sovereigns.includes(id) || Object.hasOwn(shares, id));
}
