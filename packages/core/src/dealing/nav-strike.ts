import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { PriceParts } from "./class-prices.ts";

/** The worth of a unit of a class at a date, and what it was made from. */
export type NavStrike = PriceParts & {
  readonly id: string;
  readonly vehicle: string;
  readonly unitClass: string;
  readonly on: LocalDate;
  /** Of the whole vehicle, minor units of its currency. */
  readonly netAssets: bigint;
  /** Fair value of investments whose last value was out of date, minor units; none of nothing. */
  readonly stale?: bigint;
  /** The same of those whose value was contested. */
  readonly contested?: bigint;
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

type OfClass = { readonly vehicle: string; readonly unitClass: string };

/** The strike of a class with the latest date. */
export function lastStrike(strikes: NavStrikes, of: OfClass): NavStrike | undefined {
  let last: NavStrike | undefined;
  for (const [, strike] of strikes.range(`${of.vehicle}/${of.unitClass}/`)) last = strike;
  return last;
}

/** The strike of a class for a date. */
export function strikeOn(strikes: NavStrikes, of: OfClass, on: LocalDate): NavStrike | undefined {
  return strikes.get(`${of.vehicle}/${of.unitClass}/${on}`);
}
