import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { DayCount } from "../charter/basic-terms.ts";
import type { DefaultStep } from "../charter/capital-terms.ts";
import { parseRatioText } from "../charter/ratio-text.ts";
import { currencyCode, exponentOf } from "../money/currency.ts";
import { MICRO_UNITS_PER_UNIT } from "./state.ts";

/** What the money of a call is for. */
export const CALL_PURPOSES = ["general", "investment", "fees", "cure"] as const;
export type CallPurpose = (typeof CALL_PURPOSES)[number];

/** A part of an item that was paid, or is no longer asked, with the day from which that counts. */
export type Settlement = { readonly on: LocalDate; readonly minor: bigint };

/** What a call asks of one party, minor units of the call's currency. */
export type CallItem = {
  readonly party: string;
  /** The commitment that the item draws on. */
  readonly commitment: string;
  readonly minor: bigint;
  /** Paid of it so far, by money or by distributions that were diverted. */
  readonly received: bigint;
  /** No longer asked: excused, opted out, or paid by others in the party's place. */
  readonly cancelled: bigint;
  /** Of what was received: given back to the party. */
  readonly returned: bigint;
  /** What a true-up has moved to the party, or from it when less than nothing. */
  readonly moved: bigint;
  /** What the whole of it buys, and what of that the party has got and still has by this item. */
  readonly microUnits: bigint;
  readonly heldMicroUnits: bigint;
  /** The call's due date unless put off. */
  readonly dueDate: LocalDate;
  readonly settlements: readonly Settlement[];
  /** Late interest booked so far; what of it is paid; what dates from before a new due date. */
  readonly interest: bigint;
  readonly interestPaid: bigint;
  readonly interestBefore: bigint;
  /** Steps of the default ladder that it has reached, in their order. */
  readonly steps: readonly DefaultStep["step"][];
  /** Units that the ladder has taken from the party for it. */
  readonly forfeitedMicroUnits: bigint;
};

/** Interest on what is paid late, as the charter had it when the call was made. */
export type LateRate = {
  /** A year, exact ratio as text. */
  readonly rate: string;
  readonly dayCount: DayCount;
};

/** A demand on several parties at once; where it buys units, at one price per unit [CP10]. */
export type CapitalCall = {
  readonly id: string;
  readonly vehicle: string;
  /** The class whose units it buys; absent for a vehicle without units. */
  readonly unitClass?: string;
  readonly currency: string;
  readonly dueDate: LocalDate;
  /** Price per unit as an exact decimal in the vehicle's currency. */
  readonly price?: string;
  /** Taken off the price, exact ratio as text: for who pays in a defaulter's place. */
  readonly discount?: string;
  readonly purpose: CallPurpose;
  readonly investment?: string;
  readonly late?: LateRate;
  readonly items: readonly CallItem[];
  /** What others may pay in place of those who were let off, minor units. */
  readonly shortfall: bigint;
};

/** What is still to be paid of an item. */
export const openOf = ({ minor, cancelled, received }: CallItem): bigint =>
  minor - cancelled - received;

/** What of it is the party's paid-in capital: received, less what went back or to others. */
export const paidInOf = ({ received, returned, moved }: CallItem): bigint =>
  received - returned + moved;

/** Late interest that is booked and not paid. */
export const interestOwed = ({ interest, interestPaid }: CallItem): bigint =>
  interest - interestPaid;

export const itemOf = ({ items }: CapitalCall, party: string): CallItem | undefined =>
  items.find((item) => item.party === party);

/** An item of which nothing is paid yet. */
export function newItem(
  of: Pick<CallItem, "party" | "commitment" | "minor" | "microUnits" | "dueDate">,
): CallItem {
  const nothing = { received: 0n, cancelled: 0n, returned: 0n, moved: 0n, heldMicroUnits: 0n };
  const inTime = { settlements: [], interest: 0n, interestPaid: 0n, interestBefore: 0n };
  return { ...of, ...nothing, ...inTime, steps: [], forfeitedMicroUnits: 0n };
}

/** What a micro-unit of a call costs in minor units; undefined for a call that buys none. */
function costOfUnit(call: Pick<CapitalCall, "currency" | "price" | "discount">): Ratio | undefined {
  if (call.price === undefined) return undefined;
  const decimal = Ratio.fromDecimal(call.price);
  assert(decimal.ok, `a call was made at a price: ${call.price}`);
  const discount = parseRatioText(call.discount ?? "0");
  assert(discount !== undefined, `a call was made at a discount: ${call.discount}`);
  const perMajor = Ratio.make(10n ** BigInt(exponentOf(currencyCode(call.currency))), 1n);
  return Ratio.mul(Ratio.mul(decimal.value, perMajor), Ratio.sub(Ratio.one, discount));
}

/**
 * Micro-units for an amount of minor units at the price of a call, rounded down; the residue stays
 * with the fund [LG8]. None where the call buys none.
 */
export function microUnitsFor(
  call: Pick<CapitalCall, "currency" | "price" | "discount">,
  minor: bigint,
): bigint {
  const cost = costOfUnit(call);
  if (cost === undefined) return 0n;
  return Ratio.floor(Ratio.div(Ratio.make(minor * MICRO_UNITS_PER_UNIT, 1n), cost));
}
