import type { Vehicle } from "../../charter/charter.ts";
import { perUnit } from "../../dealing/per-unit.ts";
import type { TierPart, WaterfallRun } from "../../distributions/waterfall.ts";
import { priceFormOf } from "./class-worth.ts";
import type { FundState } from "../state.ts";
import { unitsOf } from "../waterfall/waterfall-run.ts";

/**
 * What a feeder pays its holders: one rate for every unit, and the residue the feeder's own, held
 * for its holders [DL16]. It takes the place of the tier's allocation by largest remainder, which
 * is for few parties who all know each other's units.
 */
export function runPerUnit(
  state: FundState,
  { id, kind }: Vehicle,
  run: WaterfallRun,
): WaterfallRun {
  const [tier] = run.tiers;
  if (kind !== "feeder" || run.tiers.length !== 1 || tier === undefined) return run;
  const holders = [...unitsOf(state, id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([holder, microUnits]) => ({ holder, microUnits }));
  const { parts, residue } = perUnit(tier.minor, holders, priceFormOf(state, id));
  const none = { capital: 0n, preferred: 0n, recouped: 0n, carry: 0n };
  const given = holders.map(({ holder: party }, index): TierPart => ({
    party,
    minor: parts[index]!,
    ...none,
  }));
  const left: TierPart = { party: id, minor: residue, ...none };
  return { ...run, tiers: [{ ...tier, parts: [...given, left].filter((it) => it.minor > 0n) }] };
}
