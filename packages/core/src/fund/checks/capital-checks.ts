import type { PersistentMap } from "../../base/persistent-map.ts";
import { Ratio } from "../../base/ratio.ts";
import type { CallItem, CapitalCall } from "../../capital/call.ts";
import { MICRO_UNITS_PER_UNIT } from "../../capital/state.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { CheckInput, Comparison } from "./check-outcome.ts";
import { balances, compareSums, negated, Sums } from "./check-sums.ts";
import { dealtCapital, dealtUnits } from "./dealing-checks.ts";
import { heldVehicles } from "./investment-checks.ts";
import { charterRatio, perMajorUnit } from "../terms.ts";

/** Minor units for a unit by the price, discount and currency of calls: most have the same. */
class UnitCosts {
  readonly #known = new Map<string, Ratio | undefined>();

  of({ price = "", discount = "0", currency }: CapitalCall): Ratio | undefined {
    const name = `${price}/${discount}/${currency}`;
    if (this.#known.has(name)) return this.#known.get(name);
    const decimal = Ratio.fromDecimal(price);
    const part = Ratio.sub(Ratio.one, charterRatio(discount));
    const cost = decimal.ok
      ? Ratio.mul(Ratio.mul(decimal.value, part), perMajorUnit(currency))
      : undefined;
    this.#known.set(name, cost);
    return cost;
  }
}

/** Micro-units that the money of a call has bought exactly, or nothing where it buys none. */
function bought(costs: UnitCosts, call: CapitalCall, minor: bigint): Ratio | undefined {
  const perUnit = call.unitClass === undefined ? undefined : costs.of(call);
  return perUnit && Ratio.div(Ratio.make(minor * MICRO_UNITS_PER_UNIT, 1n), perUnit);
}

const netPaid = ({ received, returned, moved }: CallItem): bigint => received - returned + moved;

/**
 * Units of a call are the money that came in and stayed, at its price, rounded down to a millionth
 * (LG6). Where a true-up has moved some, that holds of all its parties together, to two millionths
 * of each. Whose units were forfeited or have passed to others may lack those that would go back
 * with the money: they are the call's still (CP40).
 */
function checkUnitsOfCall(
  call: CapitalCall,
  { passed, costs }: { readonly passed: PersistentMap<bigint>; readonly costs: UnitCosts },
  compare: Comparison,
): void {
  const hasMoved = call.items.some(({ moved }) => moved !== 0n);
  let [held, net] = [0n, 0n];
  for (const item of call.items) {
    held += item.heldMicroUnits;
    net += netPaid(item);
    const exact = bought(costs, call, netPaid(item));
    if (exact === undefined || hasMoved) continue;
    const of = `millionths of units of ${item.party} by call ${call.id}`;
    const { heldMicroUnits: has, forfeitedMicroUnits, returned } = item;
    const required = Ratio.floor(exact);
    const isShort = forfeitedMicroUnits > 0n || passed.has(`${call.unitClass}/${item.party}`);
    if (isShort && returned > 0n) compare.holds(of, has >= required, `${has}`, `${required}`);
    else compare.same(of, has, required);
  }
  const exact = bought(costs, call, net);
  if (exact === undefined || !hasMoved) return;
  const required = Ratio.floor(exact);
  const most = 2n * BigInt(call.items.length);
  const isWithin = held - required <= most && required - held <= most;
  compare.holds(`millionths of units by call ${call.id}`, isWithin, `${held}`, `${required}`);
}

/** Units of each holder are those of its calls, less what the default ladder took, and dealings. */
export function checkUnits({ state }: CheckInput, compare: Comparison): void {
  const [issued, held] = [new Sums(), dealtUnits(state)];
  const [costs, { passed }] = [new UnitCosts(), state.oversight];
  for (const [key, microUnits] of state.capital.units) issued.add(key, microUnits);
  for (const call of state.capital.calls.values()) {
    checkUnitsOfCall(call, { passed, costs }, compare);
    if (call.unitClass === undefined) continue;
    for (const { party, heldMicroUnits, forfeitedMicroUnits } of call.items) {
      held.add(`${call.unitClass}/${party}`, heldMicroUnits - forfeitedMicroUnits);
    }
  }
  // What passed between holders is no longer with who paid for it (EX4).
  for (const [key, microUnits] of state.oversight.passed) held.add(key, microUnits);
  compareSums(compare, "millionths of units of", issued, held);
}

/** What a commitment has been called for: by calls that still stand, and by true-ups. */
function calledByCommitment({ state: { capital } }: CheckInput): Sums {
  const called = new Sums();
  for (const { items } of capital.calls.values()) {
    for (const { commitment, minor, cancelled } of items) called.add(commitment, minor - cancelled);
  }
  for (const { commitment, parts, lapsedOn } of capital.trueUps.values()) {
    if (lapsedOn !== undefined) continue;
    for (const { minor } of parts) called.add(commitment, minor);
  }
  return called;
}

/**
 * Promised, called, paid, returned and still open agree between commitments, calls and the books:
 * unfunded = commitment − calls + recallable [CP2], of which 9020 is what came back and 9010 the
 * rest; what is called and unpaid; what is paid in; late interest.
 */
export function checkCapital(input: CheckInput, compare: Comparison): void {
  const { state } = input;
  const [open, paid, owed] = [new Sums(), dealtCapital(state), new Sums()];
  for (const { vehicle, currency, items } of state.capital.calls.values()) {
    for (const item of items) {
      const { party, minor, received, cancelled, returned, moved } = item;
      const key = `${vehicle} ${party} ${currency}`;
      open.add(key, minor - cancelled - received);
      paid.add(key, minor - cancelled - returned + moved);
      owed.add(key, item.interest - item.interestPaid);
    }
  }
  const [uncalled, recallable] = [new Sums(), new Sums()];
  const called = calledByCommitment(input);
  const { vehicle } = state.charter.capital;
  for (const commitment of state.capital.commitments.values()) {
    const { id, party, currency, minor, restored } = commitment;
    compare.same(`called of commitment ${id}`, commitment.called, called.of(id));
    const key = `${vehicle} ${party} ${currency}`;
    let back = 0n;
    for (const part of commitment.recallable) back += part.minor;
    recallable.add(key, back);
    uncalled.add(key, minor - called.of(id) + restored - back);
  }
  // What comes into a vehicle that an investment holds is compared with that investment.
  const held = heldVehicles(state);
  const ledger = (account: string): Sums => balances(state.ledger, account, held);
  compareSums(compare, "called and unpaid of", ledger(ACCOUNTS.calledUnpaid), open);
  compareSums(compare, "paid-in capital of", negated(ledger(ACCOUNTS.paidInCapital)), paid);
  const receivable = ledger(ACCOUNTS.incomeReceivable);
  for (const key of owed.keysWith(new Sums())) {
    compare.same(`late interest of ${key}`, receivable.of(key), owed.of(key));
  }
  compareSums(compare, "unfunded of", ledger(ACCOUNTS.unfundedCommitments), uncalled);
  compareSums(compare, "recallable of", ledger(ACCOUNTS.recallableCapital), recallable);
}
