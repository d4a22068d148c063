import { Ratio } from "../../base/ratio.ts";
import { equityShares } from "../../investments/cap-table.ts";
import { fundedOf, undrawnOf, type Investment } from "../../investments/state.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf } from "../../ledger/journal.ts";
import { lifetimeBalance } from "../../ledger/periods.ts";
import type { CheckInput, Comparison } from "./check-outcome.ts";
import type { FundState } from "../state.ts";
import { balances, compareSums, Sums } from "./check-sums.ts";

/** Vehicles that an investment holds: capital comes into them by that, not by calls. */
export function heldVehicles({ investments }: FundState): ReadonlySet<string> {
  const held = [...investments.values()].flatMap(({ into }) => (into === undefined ? [] : [into]));
  return new Set(held);
}

/**
 * Equity in the book of a vehicle that is held is what its owners have put in, and what of it is
 * unpaid is what the holder has still to pay.
 */
function checkHeld(state: FundState, investment: Investment, compare: Comparison): void {
  const { into: vehicle, currency, instrument, capTable, cost, relieved } = investment;
  if (vehicle === undefined) return;
  let paid = instrument === "equity" ? cost + relieved : 0n;
  for (const stake of capTable.stakes) {
    const isOther = stake.holder !== investment.vehicle;
    if (isOther && stake.instrument === "equity") paid += stake.funded;
  }
  for (const { contributions } of capTable.overruns) {
    for (const { holder, minor } of contributions) {
      if (holder !== investment.vehicle) paid += minor;
    }
  }
  let open = 0n;
  for (const { into, minor, releasedOn } of state.payments.values()) {
    const isCall = into?.vehicle === vehicle && into.account === ACCOUNTS.calledUnpaid;
    if (isCall && releasedOn === undefined) open += minor;
  }
  const of = (account: string): bigint => balanceOf(state.ledger, { vehicle, account, currency });
  compare.same(`paid-in capital of ${vehicle}`, -of(ACCOUNTS.paidInCapital), paid);
  compare.same(`called and unpaid of ${vehicle}`, of(ACCOUNTS.calledUnpaid), open);
}

/** The shares of a cap table are the whole of the equity, or there is none (IN11). */
function checkShares(state: FundState, { id, capTable }: Investment, compare: Comparison): void {
  const shares = equityShares(capTable, state.today);
  const sum = shares.reduce((all, { share }) => Ratio.add(all, share), Ratio.zero);
  const isWhole = shares.length === 0 || Ratio.equals(sum, Ratio.one);
  compare.holds(`shares of ${id}`, isWhole, `${sum.num}/${sum.den}`, "1");
}

/** Cost and undrawn commitments agree between the investments and the ledger. */
export function checkInvestments({ state }: CheckInput, compare: Comparison): void {
  const [cost, undrawn, funded, put] = [new Sums(), new Sums(), new Sums(), new Sums()];
  for (const investment of state.investments.values()) {
    const { vehicle, id, currency, capTable, relieved } = investment;
    const key = `${vehicle} ${id} ${currency}`;
    cost.add(key, investment.cost);
    put.add(key, investment.cost + relieved);
    undrawn.add(key, undrawnOf(investment));
    for (const milestone of investment.milestones) funded.add(key, fundedOf(milestone));
    for (const { contributions } of capTable.overruns) {
      for (const { holder, minor } of contributions) {
        if (holder === vehicle) funded.add(key, minor);
      }
    }
    checkShares(state, investment, compare);
    checkHeld(state, investment, compare);
  }
  compareSums(compare, "cost and what was relieved of", put, funded);
  // What a feeder holds are units, and compared with its deals.
  const feeders = state.charter.vehicles.filter(({ feeds }) => feeds !== undefined);
  const without = new Set(feeders.map(({ id }) => id));
  const ledger = (account: string): Sums => balances(state.ledger, account, without);
  compareSums(compare, "cost in the books of", ledger(ACCOUNTS.investmentsAtCost), cost);
  compareSums(compare, "undrawn of", ledger(ACCOUNTS.investmentCommitments), undrawn);
  const change = new Sums();
  for (const { id: vehicle, currency } of state.charter.vehicles) {
    for (const { id: subject } of state.investments.values()) {
      const query = { vehicle, account: ACCOUNTS.unrealisedChange, currency, subject };
      change.add(`${vehicle} ${subject} ${currency}`, -lifetimeBalance(state.ledger, query));
    }
  }
  compareSums(compare, "unrealised of", ledger(ACCOUNTS.unrealisedOnInvestments), change);
}
