import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { MICRO_UNITS_PER_UNIT } from "../capital/state.ts";

/** What a class has in a vehicle: its units, and what it alone has earned or borne so far. */
export type ClassStanding = {
  readonly unitClass: string;
  readonly microUnits: bigint;
  /** Result of this class alone, minor units, losses negative. */
  readonly ownResult: bigint;
};

/** What a class's price is made of (docs/spec/dealing.md, DL2). */
export type PriceParts = {
  /** Minor units that the units of all classes share. */
  readonly shared: bigint;
  /** Micro-units that share them. */
  readonly sharedBy: bigint;
  readonly microUnits: bigint;
  readonly ownResult: bigint;
};

/** How a price is written: its decimals, and how many minor units a main unit has. */
export type PriceForm = { readonly decimals: number; readonly perMajor: Ratio };

/** An amount per unit in steps of the last decimal of a price, rounded down [DL2]. */
function stepsPerUnit(minor: bigint, microUnits: bigint, { decimals, perMajor }: PriceForm) {
  const units = Ratio.make(microUnits, MICRO_UNITS_PER_UNIT);
  const worth = Ratio.div(Ratio.make(minor), perMajor);
  const scale = Ratio.make(10n ** BigInt(decimals));
  return Ratio.floor(Ratio.mul(Ratio.div(worth, units), scale));
}

/** A whole number of steps of the last decimal as decimal text: -1 with two decimals is "-0.01". */
function decimalText(steps: bigint, decimals: number): string {
  const digits = (steps < 0n ? -steps : steps).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? "" : `.${digits.slice(-decimals)}`;
  return `${steps < 0n ? "-" : ""}${whole}${fraction}`;
}

/**
 * The price of a unit: its part of what all classes share, and its part of what the class alone has
 * earned or borne, each rounded down to the charter's decimals, so that a class's own result never
 * moves the price of another [DL2]. Somebody must have units that share.
 */
export function priceOf(parts: PriceParts, form: PriceForm): string {
  const { shared, sharedBy, microUnits, ownResult } = parts;
  assert(sharedBy > 0n, "a price is of units that share");
  const own = microUnits === 0n ? 0n : stepsPerUnit(ownResult, microUnits, form);
  return decimalText(stepsPerUnit(shared, sharedBy, form) + own, form.decimals);
}

/** The parts of each class's price where classes rank equally and share by units [DL1]. */
export function partsOfClasses(
  netAssets: bigint,
  classes: readonly ClassStanding[],
): readonly (PriceParts & { readonly unitClass: string })[] {
  let [shared, sharedBy] = [netAssets, 0n];
  for (const { microUnits, ownResult } of classes) {
    shared -= ownResult;
    sharedBy += microUnits;
  }
  return classes.map((standing) => ({ ...standing, shared, sharedBy }));
}

/**
 * By how much a class's own result moves when its units change: what the moved units have of it at
 * the price, so that whoever comes or goes takes on or leaves behind that much. It is rounded down,
 * and the last units that go take all of it [DL3].
 */
export function resultMoved(
  { microUnits, ownResult }: Pick<ClassStanding, "microUnits" | "ownResult">,
  change: bigint,
  form: PriceForm,
): bigint {
  if (microUnits === 0n) return 0n;
  if (microUnits + change === 0n) return -ownResult;
  const steps = stepsPerUnit(ownResult, microUnits, form);
  const perUnit = Ratio.mul(Ratio.make(steps, 10n ** BigInt(form.decimals)), form.perMajor);
  return Ratio.floor(Ratio.mul(perUnit, Ratio.make(change, MICRO_UNITS_PER_UNIT)));
}

/** A price as exact minor units of its currency per unit. */
export function minorPerUnit(price: string, perMajor: Ratio): Ratio {
  const decimal = Ratio.fromDecimal(price);
  assert(decimal.ok && decimal.value.num > 0n, `units are dealt in at a price: ${price}`);
  return Ratio.mul(decimal.value, perMajor);
}

/** Micro-units that an amount buys at a price, exactly. */
export function unitsFor(minor: bigint, price: string, perMajor: Ratio): Ratio {
  return Ratio.div(Ratio.make(minor * MICRO_UNITS_PER_UNIT), minorPerUnit(price, perMajor));
}

/** Minor units that micro-units are worth at a price, exactly. */
export function moneyFor(microUnits: bigint, price: string, perMajor: Ratio): Ratio {
  return Ratio.mul(Ratio.make(microUnits, MICRO_UNITS_PER_UNIT), minorPerUnit(price, perMajor));
}
