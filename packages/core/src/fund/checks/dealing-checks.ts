import { Ratio } from "../../base/ratio.ts";
import { MICRO_UNITS_PER_UNIT, unitsOutstanding } from "../../capital/state.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { trialBalance } from "../../ledger/journal.ts";
import type { CheckInput, Comparison } from "./check-outcome.ts";
import { balances, compareSums, negated, Sums } from "./check-sums.ts";
import { ownResultOf } from "../dealing/class-worth.ts";
import { findFeeder, holdingOf } from "../dealing/feeders.ts";
import { vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";
import { findClass, perMajorUnit } from "../terms.ts";

/**
 * Every struck price is the unit's part of what all classes share and of what its class alone has
 * earned, each rounded down to the charter's decimals: together by less than two steps (DL2).
 */
export function checkStrikes({ state }: CheckInput, compare: Comparison): void {
  for (const { price, unitClass, vehicle, on, ...parts } of state.strikes.values()) {
    const currency = findClass(state.charter, unitClass) && currencyOf(state, vehicle);
    const decimal = Ratio.fromDecimal(price);
    if (currency === undefined || !decimal.ok) continue;
    const perUnit = (minor: bigint, microUnits: bigint): Ratio =>
      Ratio.div(Ratio.make(minor * MICRO_UNITS_PER_UNIT, microUnits), perMajorUnit(currency));
    const { shared, sharedBy, ownResult, microUnits } = parts;
    const own = microUnits === 0n ? Ratio.zero : perUnit(ownResult, microUnits);
    const worth = Ratio.add(perUnit(shared, sharedBy), own);
    const steps = Ratio.make(2n, 10n ** BigInt(price.split(".")[1]?.length ?? 0));
    const isFloor =
      Ratio.compare(decimal.value, worth) <= 0 &&
      Ratio.compare(worth, Ratio.add(decimal.value, steps)) < 0;
    compare.holds(`price of ${unitClass} on ${on}`, isFloor, price, `of ${shared}`);
  }
}

/** What classes have earned or borne alone is of classes with units: nobody else could have it. */
export function checkOwnResults({ state }: CheckInput, compare: Comparison): void {
  for (const { id, vehicle } of state.charter.classes) {
    if (unitsOutstanding(state.capital, id) !== 0n) continue;
    compare.same(`own result of ${id} without units`, ownResultOf(state, vehicle, id), 0n);
  }
}

const currencyOf = (state: FundState, vehicle: string): string | undefined =>
  state.charter.vehicles.find(({ id }) => id === vehicle)?.currency;

/**
 * What fees and expenses are owed is what accrued or was booked, and was not yet paid; the fees of
 * lenders stand in the same account, as their facilities have them.
 */
export function checkCharges({ state }: CheckInput, compare: Comparison): void {
  const { fees, rebates, expenses } = state.charges;
  const [owed, back, due] = [new Sums(), new Sums(), new Sums()];
  for (const { id, vehicle } of state.charter.fees ?? []) {
    const { currency } = vehicleOf(state.charter, vehicle);
    const account = fees.get(id);
    if (account === undefined) continue;
    let rebated = 0n;
    for (const { fee, party, accrued } of rebates.values()) {
      if (fee !== id) continue;
      rebated += accrued;
      back.add(`${vehicle} ${party} ${currency}`, accrued);
    }
    compare.same(`rebates of fee ${id}`, rebated, account.rebated);
    owed.add(`${vehicle} ${id} ${currency}`, account.accrued - account.waived - rebated);
  }
  for (const { id, vehicle, currency, minor } of expenses.values()) {
    due.add(`${vehicle} ${id} ${currency}`, minor);
  }
  for (const { id, vehicle, currency, feesPayable } of state.facilities.values()) {
    owed.add(`${vehicle} ${id} ${currency}`, feesPayable);
  }
  for (const payment of state.payments.values()) {
    if (payment.releasedOn === undefined || payment.purpose === "debtService") continue;
    const paid = `${payment.vehicle} ${payment.subject} ${payment.currency}`;
    if (payment.liability === ACCOUNTS.feesPayable) owed.add(paid, -payment.minor);
    if (payment.liability === ACCOUNTS.feeRebatesPayable) back.add(paid, -payment.minor);
    if (payment.liability === ACCOUNTS.expensesPayable) due.add(paid, -payment.minor);
  }
  const ledger = (account: string): Sums => negated(balances(state.ledger, account));
  compareSums(compare, "fees owed", ledger(ACCOUNTS.feesPayable), owed);
  compareSums(compare, "rebates owed", ledger(ACCOUNTS.feeRebatesPayable), back);
  compareSums(compare, "expenses owed", ledger(ACCOUNTS.expensesPayable), due);
}

/** Units and capital of a class, by holder, that dealing has made: what the other checks add. */
export function dealtUnits({ orders: { orders, deals } }: FundState): Sums {
  const units = new Sums();
  for (const { unitClass, holder, kind, dealt } of orders.values()) {
    for (const { microUnits } of dealt) {
      units.add(`${unitClass}/${holder}`, kind === "subscription" ? microUnits : -microUnits);
    }
  }
  for (const { unitClass, feeder, microUnits } of deals.values()) {
    units.add(`${unitClass}/${feeder}`, microUnits);
  }
  return units;
}

/** What dealing has paid into vehicles, by "<vehicle> <holder> <currency>". */
export function dealtCapital({ charter, orders: { orders, deals } }: FundState): Sums {
  const paid = new Sums();
  for (const { unitClass, holder, kind, dealt } of orders.values()) {
    const { vehicle } = findClass(charter, unitClass)!;
    const { currency } = vehicleOf(charter, vehicle);
    if (kind === "redemption") continue;
    for (const { minor } of dealt) paid.add(`${vehicle} ${holder} ${currency}`, minor);
  }
  for (const { vehicle, feeder, minor } of deals.values()) {
    const { currency } = vehicleOf(charter, vehicle);
    if (minor > 0n) paid.add(`${vehicle} ${feeder} ${currency}`, minor);
  }
  return paid;
}

/**
 * Every order was dealt at its day's price: what was paid in buys units rounded down, units given
 * back bring money rounded down, and no order gave back more than it asked (DL13).
 */
export function checkOrders({ state }: CheckInput, compare: Comparison): void {
  const advances = new Sums();
  for (const { id, unitClass, holder, kind, minor, ...order } of state.orders.orders.values()) {
    const { vehicle } = findClass(state.charter, unitClass)!;
    const { currency } = vehicleOf(state.charter, vehicle);
    const isOpen = order.cancelledOn === undefined && order.dealt.length === 0;
    if (kind === "subscription" && isOpen) advances.add(`${vehicle} ${holder} ${currency}`, minor);
    let given = 0n;
    for (const dealt of order.dealt) {
      const price = Ratio.fromDecimal(dealt.price);
      const worth = Ratio.div(
        Ratio.mul(price.ok ? price.value : Ratio.zero, Ratio.make(dealt.microUnits)),
        Ratio.div(Ratio.make(MICRO_UNITS_PER_UNIT), perMajorUnit(currency)),
      );
      const exact = Ratio.make(dealt.minor);
      const isRight =
        kind === "subscription"
          ? Ratio.compare(worth, exact) <= 0
          : Ratio.floor(worth) === dealt.minor;
      compare.holds(`order ${id} on ${dealt.on}`, isRight, `${dealt.minor}`, dealt.price);
      given += dealt.microUnits;
    }
    if (kind === "redemption") {
      compare.holds(`units of order ${id}`, given <= order.microUnits, `${given}`, "as asked");
    }
  }
  for (const {
    liability,
    vehicle,
    subject,
    currency,
    minor,
    releasedOn,
  } of state.payments.values()) {
    if (liability !== ACCOUNTS.subscriptionsInAdvance || releasedOn !== undefined) continue;
    advances.add(`${vehicle} ${subject} ${currency}`, minor);
  }
  const feeders = new Set(
    state.charter.vehicles.filter(({ kind }) => kind === "feeder").map(({ id }) => id),
  );
  const held = new Sums();
  for (const line of trialBalance(state.ledger)) {
    const isAdvance = line.account === ACCOUNTS.subscriptionsInAdvance;
    if (!isAdvance || !feeders.has(line.vehicle)) continue;
    held.add(`${line.vehicle} ${line.subject} ${line.currency}`, -line.minor);
  }
  compareSums(compare, "paid in advance", held, advances);
}

/** A feeder that holds no units carries none, and its units are what it bought and gave back. */
export function checkHoldings({ state }: CheckInput, compare: Comparison): void {
  for (const { id } of state.charter.vehicles) {
    const feeder = findFeeder(state, id);
    if (feeder === undefined) continue;
    const { microUnits, cost, mark } = holdingOf(state, feeder);
    let dealt = 0n;
    for (const deal of state.orders.deals.values()) {
      if (deal.feeder === id) dealt += deal.microUnits;
    }
    compare.same(`millionths of units held by ${id}`, microUnits, dealt);
    if (microUnits === 0n) compare.same(`carrying amount of no units of ${id}`, cost + mark, 0n);
  }
}
