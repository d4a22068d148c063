import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { MICRO_UNITS_PER_UNIT } from "../capital/state.ts";
import type { PriceForm } from "./class-prices.ts";

export type UnitHolder = { readonly holder: string; readonly microUnits: bigint };

/** What one rate per unit makes of an amount; the parts and the residue sum to it, always. */
export type PerUnit = {
  /** Minor units per unit, exactly: a whole number of steps of the charter's last decimal. */
  readonly rate: Ratio;
  readonly parts: readonly bigint[];
  readonly residue: bigint;
};

/**
 * An amount paid to many holders at one rate per unit [DL16]. The rate is rounded down to the
 * decimals of a price, everyone's part to a minor unit; what is left is the residue. So a holder
 * can work out the part from the rate alone, without knowing the others.
 */
export function perUnit(
  amount: bigint,
  holders: readonly UnitHolder[],
  { decimals, perMajor }: PriceForm,
): PerUnit {
  const all = holders.reduce((sum, { microUnits }) => sum + microUnits, 0n);
  assert(all > 0n && amount >= 0n, "an amount per unit is for units");
  const exact = Ratio.div(Ratio.make(amount), Ratio.make(all, MICRO_UNITS_PER_UNIT));
  const scale = Ratio.make(10n ** BigInt(decimals));
  const steps = Ratio.floor(Ratio.mul(Ratio.div(exact, perMajor), scale));
  const rate = Ratio.mul(Ratio.div(Ratio.make(steps), scale), perMajor);
  const parts = holders.map(({ microUnits }) =>
    Ratio.floor(Ratio.mul(rate, Ratio.make(microUnits, MICRO_UNITS_PER_UNIT))),
  );
  const residue = parts.reduce((left, part) => left - part, amount);
  return { rate, parts, residue };
}
