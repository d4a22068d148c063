import { Ratio } from "../base/ratio.ts";
import { MICRO_UNITS_PER_UNIT, unitsOutstanding } from "../capital/state.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import type { CheckInput, Comparison } from "./check-outcome.ts";
import { balances, compareSums, negated, Sums } from "./check-sums.ts";
import { ownResultOf } from "./class-worth.ts";
import { vehicleOf } from "./figures.ts";
import type { FundState } from "./state.ts";
import { findClass, perMajorUnit } from "./terms.ts";

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
  const { fees, expenses } = state.charges;
  const [owed, due] = [new Sums(), new Sums()];
  for (const { id, vehicle } of state.charter.fees ?? []) {
    const { currency } = vehicleOf(state.charter, vehicle);
    const account = fees.get(id);
    if (account === undefined) continue;
    owed.add(`${vehicle} ${id} ${currency}`, account.accrued - account.waived);
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
    if (payment.liability === ACCOUNTS.expensesPayable) due.add(paid, -payment.minor);
  }
  const ledger = (account: string): Sums => negated(balances(state.ledger, account));
  compareSums(compare, "fees owed", ledger(ACCOUNTS.feesPayable), owed);
  compareSums(compare, "expenses owed", ledger(ACCOUNTS.expensesPayable), due);
}
