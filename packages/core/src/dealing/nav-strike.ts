import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

/** Net assets per unit of a class at a date. */
export type NavStrike = {
  readonly id: string;
  readonly vehicle: string;
  readonly unitClass: string;
  readonly on: LocalDate;
  /** Minor units of the vehicle's currency. */
  readonly netAssets: bigint;
  readonly microUnits: bigint;
  /** Price per unit, rounded down to the charter's decimals. */
  readonly price: string;
};

export type NavEvent = { readonly kind: "navStruck"; readonly strike: NavStrike };

/** By "<vehicle>/<class>/<date>". */
export type NavStrikes = PersistentMap<NavStrike>;

export const noStrikes: NavStrikes = PersistentMap.empty;

export function evolveStrikes(strikes: NavStrikes, event: NavEvent): NavStrikes {
  const { vehicle, unitClass, on } = event.strike;
  return strikes.set(`${vehicle}/${unitClass}/${on}`, event.strike);
}

/** The strike of a class with the latest date. */
export function lastStrike(
  strikes: NavStrikes,
  of: { readonly vehicle: string; readonly unitClass: string },
): NavStrike | undefined {
  let last: NavStrike | undefined;
  for (const [, strike] of strikes.range(`${of.vehicle}/${of.unitClass}/`)) last = strike;
  return last;
}
