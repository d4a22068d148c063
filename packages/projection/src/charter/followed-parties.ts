import { sovereignsOf } from "@jointfund/core/fund/terms.ts";
import type { FundWriter } from "./fund-writer.ts";

/**
 * Everyone that a projection follows: sovereigns, whoever has a share of the capital, and after
 * them each class that opens, as one holder.
 */
export function followedParties({ charter, assumptions }: FundWriter): readonly string[] {
  const sovereigns = sovereignsOf(charter);
  const { shares } = charter.capital;
  const founders = charter.parties
    .map(({ id }) => id)
    .filter((id) => sovereigns.includes(id) || Object.hasOwn(shares, id));
  return [...founders, ...(assumptions.classes ?? []).map(({ id }) => id)];
}
