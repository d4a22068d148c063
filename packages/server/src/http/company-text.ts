import type { FundState } from "@jointfund/core/fund/state.ts";
import { namedOr, type Text } from "../languages/language.ts";

/** A company as the investment that it is in calls it: the first that gives it a name. */
export function companyText({ investments }: Pick<FundState, "investments">, id: string): Text {
  for (const { parties } of investments.values()) {
    const name = parties.find((each) => each.company === id && each.name !== undefined)?.name;
    if (name !== undefined) return namedOr(name, id);
  }
  return namedOr(undefined, id);
}
