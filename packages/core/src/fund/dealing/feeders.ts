import { assert } from "../../base/assert.ts";
import { Ratio, roundRatio } from "../../base/ratio.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { LocalDate } from "../../calendar/date.ts";
import type { UnitClass, Vehicle } from "../../charter/charter.ts";
import { moneyFor } from "../../dealing/class-prices.ts";
import { strikeOn } from "../../dealing/nav-strike.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf, type Posting } from "../../ledger/journal.ts";
import { vehicleOf } from "../figures.ts";
import { currentRate, valueInBook } from "../foreign-currency.ts";
import type { FundState } from "../state.ts";
import { findClass, perMajorUnit } from "../terms.ts";

/** A feeder, and the class of another vehicle whose units it holds for its own holders. */
export type Feeder = {
  readonly feeder: Vehicle;
  readonly fed: UnitClass;
  /** The vehicle whose units they are. */
  readonly held: Vehicle;
};

/** The feeder of that id; nothing of a vehicle that holds no units of another. */
export function findFeeder({ charter }: FundState, id: string): Feeder | undefined {
  const feeder = charter.vehicles.find((vehicle) => vehicle.id === id);
  if (feeder?.feeds === undefined) return undefined;
  const fed = findClass(charter, feeder.feeds);
  assert(fed !== undefined, `an adopted charter has the class ${feeder.feeds}`);
  return { feeder, fed, held: vehicleOf(charter, fed.vehicle) };
}

/** Units that a feeder holds, and how its book carries them, minor units of its currency. */
export type Holding = {
  readonly microUnits: bigint;
  readonly cost: bigint;
  /** Carrying amount less cost. */
  readonly mark: bigint;
};

export function holdingOf(state: FundState, { feeder, fed, held }: Feeder): Holding {
  const { id: vehicle, currency } = feeder;
  const of = (account: string): bigint =>
    balanceOf(state.ledger, { vehicle, account, currency, subject: held.id });
  return {
    microUnits: state.capital.units.get(`${fed.id}/${vehicle}`) ?? 0n,
    cost: of(ACCOUNTS.investmentsAtCost),
    mark: of(ACCOUNTS.unrealisedOnInvestments),
  };
}

/** The price that a fed class was struck at on a day; without it its holders cannot be priced. */
export function fedPrice(
  state: FundState,
  { fed }: Feeder,
  { on, clause }: { readonly on: LocalDate; readonly clause: string },
): Result<string, Rejection> {
  const strike = strikeOn(state.strikes, { vehicle: fed.vehicle, unitClass: fed.id }, on);
  if (strike !== undefined) return ok(strike.price);
  return err(rejection("underlying_not_struck", clause, { actual: fed.id, on }));
}

/**
 * The postings that carry a feeder's units at their struck price: their worth rounded down in the
 * currency they are struck in, then at the last agreed rate [DL7].
 */
export function holdingMarked(
  state: FundState,
  of: Feeder,
  at: { readonly on: LocalDate; readonly clause: string },
): Result<readonly Posting[], Rejection> {
  const { microUnits, cost, mark } = holdingOf(state, of);
  if (microUnits === 0n && cost + mark === 0n) return ok([]);
  const price = fedPrice(state, of, at);
  if (!price.ok) return price;
  const { feeder, held } = of;
  const { currency: struckIn } = held;
  const minor = Ratio.floor(moneyFor(microUnits, price.value, perMajorUnit(struckIn)));
  if (struckIn !== feeder.currency) {
    const rate = currentRate(state, struckIn, feeder.currency, at.clause);
    if (!rate.ok) return rate;
  }
  const value = valueInBook(state, feeder.id, { currency: struckIn, minor }, at.clause);
  if (!value.ok) return value;
  return ok(markPostings(of, value.value - cost - mark));
}

/** A change of a holding's mark, to income and back. */
function markPostings({ feeder, held }: Feeder, change: bigint): readonly Posting[] {
  if (change === 0n) return [];
  const line = { subject: held.id, currency: feeder.currency };
  return [
    { account: ACCOUNTS.unrealisedOnInvestments, ...line, minor: change },
    { account: ACCOUNTS.unrealisedChange, ...line, minor: -change },
  ];
}

/**
 * The postings of units that a feeder gives back for a value in its own currency: cost and mark go
 * at average, half to even, the last units all of both; the rest of the value is realised [DL14].
 */
export function holdingRelieved(
  of: Feeder,
  { microUnits: all, cost, mark }: Holding,
  given: { readonly microUnits: bigint; readonly value: bigint },
): readonly Posting[] {
  const part = (whole: bigint): bigint =>
    roundRatio(Ratio.make(whole * given.microUnits, all), "halfEven");
  const relieved = part(cost);
  const line = { subject: of.held.id, currency: of.feeder.currency };
  return [
    { account: ACCOUNTS.investmentsAtCost, ...line, minor: -relieved },
    { account: ACCOUNTS.realisedOnInvestments, ...line, minor: relieved - given.value },
    ...markPostings(of, -part(mark)),
  ];
}
