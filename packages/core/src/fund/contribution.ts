import {
  interestOwed,
  itemOf,
  microUnitsFor,
  openOf,
  type CallItem,
  type CapitalCall,
} from "../capital/call.ts";
import type { LocalDate } from "../calendar/date.ts";
import { lateInterest } from "../capital/late-interest.ts";
import { windowEnd } from "../governance/window.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import type { Posting } from "../ledger/journal.ts";
import { moved } from "./act-definition.ts";
import type { FundEvent } from "./effects.ts";
import type { FundState } from "./state.ts";

/** What an amount does to a party's item of a call, all in minor units of the call's currency. */
export type Contribution = {
  readonly capital: bigint;
  readonly interest: bigint;
  /** What is left when the item is paid and its interest too. */
  readonly excess: bigint;
  /** Credits for what is paid, and the interest that is booked with it; excess is the caller's. */
  readonly postings: readonly Posting[];
  readonly events: readonly FundEvent[];
};

/** Interest on an item up to the day that is open, as the call's own terms have it [CP20]. */
export function interestToday(
  { charter, today }: FundState,
  { late }: CapitalCall,
  item: CallItem,
): bigint {
  if (late === undefined) return item.interest;
  const grace = charter.capital.late?.grace;
  const end = grace === undefined ? undefined : windowEnd(charter, item.dueDate, grace);
  const graceEnd: LocalDate = end?.ok === true ? end.value : item.dueDate;
  const terms = { ...late, graceEnd, rounding: charter.rounding.money };
  return item.interestBefore + lateInterest(item, terms, today);
}

/**
 * Interest that is to be booked on an item, or taken back where a payment is reported that counts
 * from an earlier day: the event and its postings, or nothing.
 */
export function accruedInterest(
  state: FundState,
  call: CapitalCall,
  item: CallItem,
): { readonly postings: readonly Posting[]; readonly events: readonly FundEvent[] } {
  const minor = interestToday(state, call, item) - item.interest;
  if (minor === 0n) return { postings: [], events: [] };
  const { party } = item;
  const { currency } = call;
  return {
    postings: moved({
      debit: ACCOUNTS.incomeReceivable,
      credit: ACCOUNTS.otherIncome,
      ...{ subject: party, currency, minor },
    }),
    events: [{ kind: "lateInterestAccrued", call: call.id, party, minor }],
  };
}

/**
 * An amount for a party's item: first what was called, then late interest on it, and the rest is
 * excess [CP21]. Units come with the capital, counted on the running total of what stayed, so that
 * parts never round away [LG8]. An item that is paid in full with its interest leaves the default
 * ladder.
 */
export function contribution(
  state: FundState,
  call: CapitalCall,
  of: { readonly party: string; readonly minor: bigint; readonly on: LocalDate },
): Contribution {
  const item = itemOf(call, of.party);
  if (item === undefined) {
    return { capital: 0n, interest: 0n, excess: of.minor, postings: [], events: [] };
  }
  const { party, on } = of;
  const open = openOf(item);
  const capital = of.minor < open ? of.minor : open;
  const paid: CallItem = {
    ...item,
    received: item.received + capital,
    settlements: [...item.settlements, { on, minor: capital }],
  };
  const accrued = accruedInterest(state, call, paid);
  const owed = interestToday(state, call, paid) - item.interestPaid;
  const left = of.minor - capital;
  const interest = left < owed ? left : owed < 0n ? 0n : owed;
  const credit = (account: string, minor: bigint): readonly Posting[] =>
    minor === 0n ? [] : [{ account, subject: party, currency: call.currency, minor: -minor }];
  return {
    ...{ capital, interest, excess: left - interest },
    postings: [
      ...credit(ACCOUNTS.calledUnpaid, capital),
      ...credit(ACCOUNTS.incomeReceivable, interest),
      ...accrued.postings,
    ],
    events: [
      ...capitalEvents(call, item, { minor: capital, on }),
      ...accrued.events,
      ...interestEvents(call, party, interest),
      ...(capital === open && owed <= interest ? remedied(call, item) : []),
    ],
  };
}

function capitalEvents(
  call: CapitalCall,
  item: CallItem,
  of: { readonly minor: bigint; readonly on: LocalDate },
): readonly FundEvent[] {
  if (of.minor === 0n) return [];
  const unitsAt = (minor: bigint): bigint => microUnitsFor(call, minor);
  // Of what came in and stayed: what went back has taken its units with it [CP40].
  const kept = item.received - item.returned;
  const microUnits = unitsAt(kept + of.minor) - unitsAt(kept);
  const { party } = item;
  const received: FundEvent = {
    kind: "contributionReceived",
    ...{ call: call.id, party, minor: of.minor, microUnits, on: of.on },
  };
  // Less than a millionth of a unit makes no holder.
  if (microUnits === 0n || call.unitClass === undefined) return [received];
  const { unitClass } = call;
  return [received, { kind: "unitsIssued", unitClass, holder: party, microUnits }];
}

const interestEvents = (call: CapitalCall, party: string, minor: bigint): readonly FundEvent[] =>
  minor === 0n ? [] : [{ kind: "lateInterestPaid", call: call.id, party, minor }];

/** Made good: the ladder's steps are undone, but for units that are forfeited already [CP24]. */
const remedied = (call: CapitalCall, { party, steps }: CallItem): readonly FundEvent[] =>
  steps.length === 0
    ? []
    : [{ kind: "capitalDefaultRemedied", call: call.id, party, microUnits: 0n }];

/** Whether anything of an item is still owed, capital or booked interest. */
export const isOwing = (item: CallItem): boolean => openOf(item) + interestOwed(item) > 0n;
