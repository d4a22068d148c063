import { Ratio } from "../../base/ratio.ts";
import type { LocalDate } from "../../calendar/date.ts";
import type { FeeTerms } from "../../charter/distribution-terms.ts";
import { feeFor, monthStarts } from "../../dealing/fee-accrual.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Posting } from "../../ledger/journal.ts";
import { classWorth, ownResultPostings } from "./class-worth.ts";
import type { Morning } from "../consequence-rule.ts";
import type { FundEvent } from "../effects.ts";
import { evolve } from "../evolve.ts";
import { VehicleFigures, vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";
import { charterRatio } from "../terms.ts";
import { bearingClass, rebatePostings, rebatesOf } from "./rebates.ts";

export function findFee({ charter }: FundState, id: string): FeeTerms | undefined {
  return charter.fees?.find((fee) => fee.id === id);
}

/** What the fee is a rate of, in minor units of the vehicle's currency. */
function baseOf(state: FundState, { base, vehicle, unitClass }: FeeTerms): Ratio {
  const figures = new VehicleFigures(state, vehicle);
  switch (base) {
    case "committed": {
      const { currency } = vehicleOf(state.charter, vehicle);
      let sum = 0n;
      for (const commitment of state.capital.commitments.values()) {
        if (commitment.currency === currency) sum += commitment.minor;
      }
      return Ratio.make(sum);
    }
    case "invested":
      return Ratio.make(figures.investmentsAtCost);
    case "netAssets":
      return unitClass === undefined
        ? Ratio.make(figures.netAssets)
        : classWorth(state, vehicle, unitClass);
  }
}

function feePostings(state: FundState, terms: FeeTerms, minor: bigint): readonly Posting[] {
  const { id: subject, vehicle } = terms;
  const { currency } = vehicleOf(state.charter, vehicle);
  return [
    { account: ACCOUNTS.fees, subject, currency, minor },
    { account: ACCOUNTS.feesPayable, subject, currency, minor: -minor },
    ...ownPart(state, terms, -minor),
  ];
}

/** What a class bears of a fee by itself; nothing of a class that nobody holds [DL2]. */
export function ownPart(state: FundState, terms: FeeTerms, minor: bigint): readonly Posting[] {
  const unitClass = bearingClass(state, terms);
  if (unitClass === undefined) return [];
  return ownResultPostings(state, { vehicle: terms.vehicle, unitClass, minor });
}

/** Numbered entries of an act or of a day's opening. */
export type EntryOf = (n: number, vehicle: string, postings: readonly Posting[]) => FundEvent;

/**
 * Accrues fees to the days given, each from where it stands, one after the other: an accrual on net
 * assets counts what the one before has taken [DL20].
 */
export function accruals(
  state: FundState,
  steps: readonly { readonly terms: FeeTerms; readonly to: LocalDate }[],
  posts: { readonly first: number; readonly entry: EntryOf },
): readonly FundEvent[] {
  const events: FundEvent[] = [];
  let [now, n] = [state, posts.first];
  for (const { terms, to } of steps) {
    const account = now.charges.fees.get(terms.id);
    if (account === undefined || account.accruedTo >= to) continue;
    const period = { start: account.accruedTo, end: to };
    const base = baseOf(now, terms);
    const of = { rate: charterRatio(terms.rate), dayCount: terms.dayCount };
    const minor = feeFor(of, base, period);
    const rebates = rebatesOf(now, terms, base, period);
    const accrued: FundEvent[] = [{ kind: "feeAccrued", fee: terms.id, to, minor }];
    for (const rebate of rebates) accrued.push({ kind: "feeRebated", fee: terms.id, ...rebate });
    const postings = [...feePostings(now, terms, minor), ...rebatePostings(now, terms, rebates)];
    if (minor > 0n) accrued.push(posts.entry(n++, terms.vehicle, postings));
    events.push(...accrued);
    now = evolve(now, accrued, state.recordedAt);
  }
  return events;
}

/**
 * Fees accrue at the end of each month; one that the charter did not have yet begins on the day
 * that was open before.
 */
export function feesDue({ state, since, date, id, n }: Morning): readonly FundEvent[] {
  const fees = state.charter.fees ?? [];
  const begun = fees.flatMap(({ id: fee }): FundEvent[] =>
    state.charges.fees.has(fee) ? [] : [{ kind: "feeAccrued", fee, to: since, minor: 0n }],
  );
  const morning = evolve(state, begun, state.recordedAt);
  const steps = fees.flatMap((terms) =>
    monthStarts(morning.charges.fees.get(terms.id)!.accruedTo, date).map((to) => ({ terms, to })),
  );
  const inOrder = steps.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  const entry: EntryOf = (number, vehicle, postings) => ({
    kind: "posted",
    entry: { id: `${id}/${number}`, vehicle, effectiveDate: date, postings },
  });
  return [...begun, ...accruals(morning, inOrder, { first: n, entry })];
}
