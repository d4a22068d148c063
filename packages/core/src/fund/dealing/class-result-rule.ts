import { resultMoved } from "../../dealing/class-prices.ts";
import { ownResultOf, ownResultPostings, priceFormOf } from "./class-worth.ts";
import { unitsOutstanding } from "../../capital/state.ts";
import type { Aftermath } from "../consequence-rule.ts";
import { postedCount, type FundEvent } from "../effects.ts";

/**
 * When units of a class come or go, its own result moves with them [DL3]: whoever comes takes on,
 * and whoever goes leaves behind, as much of it as the price that they deal at has in it. So the
 * price of no other class moves.
 */
export function classResultsFollowUnits(aftermath: Aftermath): readonly FundEvent[] {
  const { before, after, id, effects } = aftermath;
  if (before.capital.units === after.capital.units) return [];
  const events: FundEvent[] = [];
  for (const { id: unitClass, vehicle } of after.charter.classes) {
    const microUnits = unitsOutstanding(before.capital, unitClass);
    const change = unitsOutstanding(after.capital, unitClass) - microUnits;
    if (change === 0n) continue;
    const ownResult = ownResultOf(before, vehicle, unitClass);
    const minor = resultMoved({ microUnits, ownResult }, change, priceFormOf(before, vehicle));
    if (minor === 0n) continue;
    const n = postedCount(effects) + events.length + 1;
    const postings = ownResultPostings(before, { vehicle, unitClass, minor });
    const entry = { id: `${id}/${n}`, vehicle, effectiveDate: after.today, postings };
    events.push({ kind: "posted", entry });
  }
  return events;
}
