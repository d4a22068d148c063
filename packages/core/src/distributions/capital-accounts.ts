import { err, ok, type Result } from "../base/result.ts";
import { allocate } from "../money/allocation.ts";
import { runWaterfall, totalsOf, type WaterfallError, type WaterfallInput } from "./waterfall.ts";

/** What each party's interest is worth, minor units, in order of party. */
export type CapitalWorth = ReadonlyMap<string, bigint>;

/**
 * Capital accounts by hypothetical liquidation: what each party would get if the net assets were
 * turned into money now and went through the waterfall [CA1]. They sum to the net assets, always.
 * Net assets below zero are borne in proportion to units, and where nobody has units in proportion
 * to paid-in capital, and without that equally [CA2].
 */
export function hypotheticalLiquidation(
  input: Omit<WaterfallInput, "amount">,
  netAssets: bigint,
): Result<CapitalWorth, WaterfallError> {
  if (netAssets < 0n) return lossesBorne(input, netAssets);
  const run = runWaterfall({ ...input, amount: netAssets });
  if (!run.ok) return run;
  return ok(withParties(input, totalsOf(run.value)));
}

function lossesBorne(
  { balances, tieBreak }: Omit<WaterfallInput, "amount">,
  netAssets: bigint,
): Result<CapitalWorth, WaterfallError> {
  const { claims } = balances;
  if (claims.length === 0) return err({ code: "waterfall_not_exhausted", left: netAssets });
  const quantity = claims.some(({ units }) => units > 0n) ? "units" : "paidIn";
  const hasWeight = claims.some((claim) => claim[quantity] > 0n);
  const shares = claims.map((claim) => ({
    key: claim.party,
    weight: hasWeight ? claim[quantity] : 1n,
  }));
  const borne = allocate({ total: netAssets, shares, tieBreak });
  if (!borne.ok) return borne;
  return ok(withParties({ balances }, new Map(borne.value.map(({ key, part }) => [key, part]))));
}

/** The worth of every party, nothing among it, in order of party. */
function withParties(
  { balances }: Pick<WaterfallInput, "balances">,
  worth: CapitalWorth,
): CapitalWorth {
  const parties = new Set([...balances.claims.map(({ party }) => party), ...worth.keys()]);
  const ordered = [...parties].sort((a, b) => (a < b ? -1 : 1));
  return new Map(ordered.map((party) => [party, worth.get(party) ?? 0n]));
}
