import { Ratio } from "../../base/ratio.ts";
import { ok, type Result } from "../../base/result.ts";
import { holdersOf, unitsOutstanding } from "../../capital/state.ts";
import type { Charter } from "../../charter/charter.ts";
import {
  partsOfClasses,
  priceOf,
  type ClassStanding,
  type PriceForm,
  type PriceParts,
} from "../../dealing/class-prices.ts";
import { wasOpened } from "../../dealing/class-register.ts";
import type { CapitalWorth } from "../../distributions/capital-accounts.ts";
import type { Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf, type Posting } from "../../ledger/journal.ts";
import { capitalAccountsOf } from "../waterfall/capital-accounts.ts";
import { VehicleFigures, vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";
import { perMajorUnit } from "../terms.ts";
import { unitsOf } from "../waterfall/waterfall-run.ts";
import { waterfallScope } from "../waterfall/waterfall-scope.ts";

/** What a class alone has earned or borne so far, minor units, losses negative (DL2). */
export function ownResultOf(state: FundState, vehicle: string, unitClass: string): bigint {
  const { currency } = vehicleOf(state.charter, vehicle);
  const account = ACCOUNTS.classResults;
  return balanceOf(state.ledger, { vehicle, account, currency, subject: unitClass });
}

/** The classes of a vehicle whose units are or were for sale, in the charter's order. */
export function struckClasses(state: FundState, vehicle: string): readonly ClassStanding[] {
  return state.charter.classes
    .filter((each) => each.vehicle === vehicle && wasOpened(state.classes, each))
    .map(({ id }) => ({
      unitClass: id,
      microUnits: unitsOutstanding(state.capital, id),
      ownResult: ownResultOf(state, vehicle, id),
    }));
}

/** How prices of a vehicle's units are written. */
export function priceFormOf(state: FundState, vehicle: string): PriceForm {
  const { currency } = vehicleOf(state.charter, vehicle);
  return { decimals: state.charter.rounding.priceDecimals, perMajor: perMajorUnit(currency) };
}

/** A class with its price and what the price was made from. */
export type PricedClass = PriceParts & {
  readonly unitClass: string;
  readonly netAssets: bigint;
  readonly price: string;
};

/**
 * The price of each class of a vehicle by its books as they are (DL1, DL2); where the tiers are not
 * by units alone, by what its holders would get of a liquidation, and none without holders (DL4).
 */
export function pricesOf(
  state: FundState,
  vehicle: string,
): Result<readonly PricedClass[], Rejection> {
  const { netAssets } = new VehicleFigures(state, vehicle);
  const form = priceFormOf(state, vehicle);
  const classes = struckClasses(state, vehicle);
  const priced = (
    parts: ReturnType<typeof partsOfClasses>,
  ): Result<readonly PricedClass[], never> =>
    ok(parts.map((each) => ({ ...each, netAssets, price: priceOf(each, form) })));
  if (sharesByUnits(state.charter, vehicle)) return priced(partsOfClasses(netAssets, classes));
  const worth = capitalAccountsOf(state, vehicle);
  if (!worth.ok) return worth;
  const held = classes.filter(({ microUnits }) => microUnits > 0n);
  return priced(
    held.map(({ unitClass, microUnits }) => {
      const shared = Ratio.floor(worthOfClass(state, { vehicle, unitClass, worth: worth.value }));
      return { unitClass, shared, sharedBy: microUnits, microUnits, ownResult: 0n };
    }),
  );
}

/** What a class is worth, exactly, in minor units: what its price is made from before rounding. */
export function classWorth(state: FundState, vehicle: string, unitClass: string): Ratio {
  if (!sharesByUnits(state.charter, vehicle)) {
    const worth = capitalAccountsOf(state, vehicle);
    return worth.ok ? worthOfClass(state, { vehicle, unitClass, worth: worth.value }) : Ratio.zero;
  }
  const { netAssets } = new VehicleFigures(state, vehicle);
  const parts = partsOfClasses(netAssets, struckClasses(state, vehicle));
  const own = parts.find((each) => each.unitClass === unitClass);
  if (own === undefined || own.microUnits === 0n) return Ratio.zero;
  const common = Ratio.make(own.shared * own.microUnits, own.sharedBy);
  return Ratio.add(common, Ratio.make(own.ownResult));
}

/** Whether a vehicle's units all get the same: its waterfall shares by units, or it has none. */
export function sharesByUnits(charter: Charter, vehicle: string): boolean {
  const scope = waterfallScope(charter, vehicle);
  const tiers = scope?.waterfall.tiers ?? [];
  return tiers.every(({ to }) => "proportionalTo" in to && to.proportionalTo === "units");
}

/** What the holders of a class are worth, each by the part of its units that is of the class. */
function worthOfClass(
  state: FundState,
  of: { readonly vehicle: string; readonly unitClass: string; readonly worth: CapitalWorth },
): Ratio {
  const all = unitsOf(state, of.vehicle);
  let sum = Ratio.zero;
  for (const { holder, microUnits } of holdersOf(state.capital, of.unitClass)) {
    const part = Ratio.make(microUnits, all.get(holder) ?? microUnits);
    sum = Ratio.add(sum, Ratio.mul(part, Ratio.make(of.worth.get(holder) ?? 0n)));
  }
  return sum;
}

/** The memo postings by which a class alone earns (or bears) an amount. */
export function ownResultPostings(
  state: FundState,
  {
    vehicle,
    unitClass,
    minor,
  }: {
    readonly vehicle: string;
    readonly unitClass: string;
    readonly minor: bigint;
  },
): readonly Posting[] {
  const { currency } = vehicleOf(state.charter, vehicle);
  const of = { subject: unitClass, currency };
  return [
    { account: ACCOUNTS.classResults, ...of, minor },
    { account: ACCOUNTS.classResultsContra, ...of, minor: -minor },
  ];
}
