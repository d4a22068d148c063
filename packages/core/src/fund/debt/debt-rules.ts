import { Ratio } from "../../base/ratio.ts";
import { allocate } from "../../money/allocation.ts";
import { assert } from "../../base/assert.ts";
import { sweptShare } from "../../facilities/covenant-ladder.ts";
import { stepOf } from "../../facilities/covenants.ts";
import { stillToCome } from "../../facilities/amounts-due.ts";
import { isRevolving, type Facility } from "../../facilities/facility.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { JournalEntry } from "../../ledger/journal.ts";
import {
  postedCount,
  type Aftermath,
  type ConsequenceRule,
  type DueRule,
} from "../consequence-rule.ts";
import { ladderOf } from "./covenants.ts";
import type { Effects, FundEvent } from "../effects.ts";
import {
  accrualEvents,
  debtPayment,
  entryAt,
  instructedOf,
  memoOfGuarantee,
  partPaidBy,
  unusedChanged,
} from "./lending.ts";
import type { FundState } from "../state.ts";

/**
 * As a day opens, what every facility has come to cost is recorded, so that the books are right on
 * any day on which something can happen [LV5].
 */
export const accrueInterest: DueRule = ({ state, date, id, n }) => {
  const events: FundEvent[] = [];
  for (const facility of state.facilities.values()) {
    const place = { id, n: n + postedCount(events), effectiveDate: date };
    events.push(...accrualEvents(state, facility, place));
  }
  return events;
};

/** What the lender has not paid by a drawing's due day lapses on a later one [LV2]. */
export const lapseDrawings: DueRule = ({ state, date }) =>
  [...state.facilities.values()].flatMap(({ id: facility, drawings }) =>
    drawings
      .filter((drawing) => drawing.due < date && stillToCome(drawing) > 0n)
      .map(({ id: drawing }): FundEvent => ({ kind: "drawingLapsed", facility, drawing })),
  );

/** A guarantee ends on the day after its last [LV20]. */
export const endGuarantees: DueRule = ({ state, date, id, n }) => {
  const events: FundEvent[] = [];
  for (const guarantee of state.guarantees.values()) {
    if (guarantee.ended || guarantee.expires >= date) continue;
    events.push({ kind: "guaranteeEnded", id: guarantee.id });
    if (guarantee.left === 0n) continue;
    const { vehicle } = state.facilities.get(guarantee.facility)!;
    const place = { id, n: n + postedCount(events), effectiveDate: date };
    events.push(entryAt(place, vehicle, memoOfGuarantee(guarantee, -guarantee.left)));
  }
  return events;
};

/** A payment to a lender that has left pays off the part of the debt that it was for. */
export const serviceDebt: ConsequenceRule = (aftermath) => {
  const { after, effects, id } = aftermath;
  const events: FundEvent[] = [];
  for (const event of effects) {
    if (event.kind !== "paymentReleased") continue;
    const payment = after.payments.get(event.id);
    if (payment?.purpose !== "debtService") continue;
    const part = partPaidBy(payment);
    const { subject, minor } = payment;
    const facility = after.facilities.get(subject)!;
    events.push({ kind: "debtServiced", facility: subject, part, minor, on: event.on });
    const reopens = part === "principal" && isRevolving(facility.kind);
    if (!reopens || facility.status !== "open") continue;
    const n = postedCount(effects) + postedCount(events) + 1;
    const place = { id, n, effectiveDate: event.on };
    events.push(entryAt(place, facility.vehicle, unusedChanged(facility, minor)));
  }
  return events;
};

const INCOME: readonly string[] = [
  ACCOUNTS.dividendIncome,
  ACCOUNTS.interestIncome,
  ACCOUNTS.otherIncome,
];

/** Income that came in as cash in one journal entry, minor units of its currency. */
function incomeReceived({ postings }: JournalEntry): { currency: string; minor: bigint } {
  const currency = postings[0]?.currency ?? "";
  const sum = (accounts: readonly string[]): bigint =>
    postings
      .filter((line) => accounts.includes(line.account) && line.currency === currency)
      .reduce((total, { minor }) => total + minor, 0n);
  const [cash, income] = [sum([ACCOUNTS.cash]), -sum(INCOME)];
  return { currency, minor: cash < income ? cash : income };
}

/**
 * While a covenant stands at a step that sweeps, its share of income that comes in is turned to the
 * vehicle's lenders in the same entry [LV18]: rounded down and no more than is owed, shared by what
 * is owed to each, an odd minor unit to the facility whose id comes first.
 */
export const sweepIncome: ConsequenceRule = (aftermath) => {
  const events: FundEvent[] = [];
  for (const event of aftermath.effects) {
    if (event.kind !== "posted") continue;
    const { vehicle } = event.entry;
    const share = shareSwept(aftermath.before, vehicle);
    const { currency, minor } = incomeReceived(event.entry);
    if (share.num === 0n || minor <= 0n) continue;
    const swept = Ratio.floor(Ratio.mul(Ratio.make(minor), share));
    events.push(...payments(aftermath, { vehicle, currency, minor: swept }, events));
  }
  return events;
};

/** The largest share that a covenant of the vehicle turns to its lenders where it stands. */
function shareSwept(state: FundState, vehicle: string): Ratio {
  let most = Ratio.zero;
  for (const covenant of state.charter.leverage?.covenants ?? []) {
    if (covenant.vehicle !== vehicle) continue;
    const share = sweptShare(
      ladderOf(state.charter, covenant),
      stepOf(state.covenants, covenant.id),
    );
    if (Ratio.compare(share, most) > 0) most = share;
  }
  return most;
}

function payments(
  { after, effects, id, context }: Aftermath,
  swept: { readonly vehicle: string; readonly currency: string; readonly minor: bigint },
  already: Effects,
): readonly FundEvent[] {
  const owed = [...after.facilities.values()].flatMap((facility) => {
    if (facility.vehicle !== swept.vehicle || facility.currency !== swept.currency) return [];
    const left = facility.principal - instructedOf(after, facility, "principal");
    return left > 0n ? [{ facility, left }] : [];
  });
  const whole = owed.reduce((sum, { left }) => sum + left, 0n);
  const total = swept.minor < whole ? swept.minor : whole;
  if (total === 0n) return [];
  const allocated = allocate({
    total,
    shares: owed.map(({ facility, left }) => ({ key: facility.id, weight: left })),
    tieBreak: { kind: "keyAscending" },
  });
  assert(allocated.ok, "what is owed to lenders has weight");
  const isInstruction = ({ kind }: FundEvent): boolean => kind === "paymentInstructed";
  let n = [...effects, ...already].filter(isInstruction).length;
  const facilityOf = new Map<string, Facility>(owed.map(({ facility }) => [facility.id, facility]));
  return allocated.value.flatMap(({ key, part: minor }): FundEvent[] => {
    if (minor === 0n) return [];
    n += 1;
    const payment = debtPayment(facilityOf.get(key)!, "principal", {
      ...{ id: `${id}/${n}`, minor, mandatory: true },
      ...{ entry: context.index, instructedAt: context.recordedAt },
    });
    return [{ kind: "paymentInstructed", payment }];
  });
}
