import { Ratio } from "../../base/ratio.ts";
import { holdersOf, unitsOutstanding } from "../../capital/state.ts";
import type { AccrualPeriod } from "../../calendar/day-count.ts";
import type { CarryTerms, FeeTerms } from "../../charter/distribution-terms.ts";
import { reliefFor } from "../../dealing/fee-accrual.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Posting } from "../../ledger/journal.ts";
import { termFor, termHistory } from "../../oversight/side-letters.ts";
import { vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";
import { charterRatio } from "../terms.ts";
import { paidInto, unitsOf } from "../waterfall/waterfall-run.ts";
import { sharesByUnits } from "./class-worth.ts";

/** The class that bears a fee by itself; none where all do, or where nobody holds it [DL21]. */
export function bearingClass(
  { capital, charter }: FundState,
  { vehicle, unitClass }: FeeTerms,
): string | undefined {
  if (unitClass === undefined || unitsOutstanding(capital, unitClass) === 0n) return undefined;
  return sharesByUnits(charter, vehicle) ? unitClass : undefined;
}

/** By what a cost of the vehicle is borne: units, or paid-in capital where none were issued. */
function bearersOf(state: FundState, vehicle: string): ReadonlyMap<string, bigint> {
  const units = unitsOf(state, vehicle);
  return units.size > 0 ? units : paidInto(state, vehicle);
}

function bearersOfFee(state: FundState, terms: FeeTerms): ReadonlyMap<string, bigint> {
  const unitClass = bearingClass(state, terms);
  if (unitClass === undefined) return bearersOf(state, terms.vehicle);
  const holders = holdersOf(state.capital, unitClass);
  return new Map(holders.map(({ holder, microUnits }) => [holder, microUnits]));
}

/** A party's part of what all bear; nothing of nothing. */
function partOf(bearers: ReadonlyMap<string, bigint>, party: string): Ratio {
  let all = 0n;
  for (const part of bearers.values()) all += part > 0n ? part : 0n;
  const own = bearers.get(party) ?? 0n;
  return all === 0n || own <= 0n ? Ratio.zero : Ratio.make(own, all);
}

/** What a party is owed back, minor units. */
export type Rebate = { readonly party: string; readonly minor: bigint };

/**
 * What parties with a rate of their own are owed back of a fee for a period, in the charter's
 * order: each its part of what all bear at the end of it, rounded down to a minor unit [DL26].
 */
export function rebatesOf(
  state: FundState,
  terms: FeeTerms,
  base: Ratio,
  period: AccrualPeriod,
): readonly Rebate[] {
  const of = { rate: charterRatio(terms.rate), dayCount: terms.dayCount };
  const bearers = bearersOfFee(state, terms);
  return state.charter.parties.flatMap(({ id: party }) => {
    const history = termHistory(state.oversight.sideLetters, party, {
      ...{ code: "feeRate", fee: terms.id },
    });
    const own = history.map(({ from, value }) => ({ from, rate: charterRatio(value) }));
    const relief = reliefFor(of, base, period, own);
    const minor = Ratio.floor(Ratio.mul(relief, partOf(bearers, party)));
    return minor > 0n ? [{ party, minor }] : [];
  });
}

/** What the payee forgoes is owed to the party: one debt of the vehicle instead of another. */
export function rebatePostings(
  { charter }: FundState,
  { id, vehicle }: FeeTerms,
  rebates: readonly Rebate[],
): readonly Posting[] {
  const { currency } = vehicleOf(charter, vehicle);
  const { feesPayable, feeRebatesPayable } = ACCOUNTS;
  return rebates.flatMap(({ party, minor }): Posting[] => [
    { account: feesPayable, subject: id, currency, minor },
    { account: feeRebatesPayable, subject: party, currency, minor: -minor },
  ]);
}

/**
 * What the holder of carried interest forgoes of a payment of it: each party with a lower rate has
 * its part of what all bear by units, by as much as its rate is below the charter's share, rounded
 * down to a minor unit [CY7].
 */
export function carryRebatesOf(
  state: FundState,
  of: { readonly vehicle: string; readonly minor: bigint; readonly terms: CarryTerms },
): readonly Rebate[] {
  const share = charterRatio(of.terms.share);
  const bearers = bearersOf(state, of.vehicle);
  return state.charter.parties.flatMap(({ id: party }) => {
    const value = termFor(state.oversight.sideLetters, party, "carryRate");
    if (value === undefined || party === of.terms.holder) return [];
    const below = Ratio.sub(share, charterRatio(value));
    if (below.num <= 0n) return [];
    const part = Ratio.mul(partOf(bearers, party), Ratio.div(below, share));
    const minor = Ratio.floor(Ratio.mul(Ratio.make(of.minor), part));
    return minor > 0n ? [{ party, minor }] : [];
  });
}
