import { openOf, type CallItem, type CapitalCall } from "../capital/call.ts";
import { openCalls } from "../capital/called.ts";
import { expiredBy } from "../capital/commitment.ts";
import { unitsOf } from "../capital/state.ts";
import { isOpenTrueUp, trueUpCapital } from "../capital/true-up.ts";
import type { DefaultStep } from "../charter/capital-terms.ts";
import { roundRatio, Ratio } from "../base/ratio.ts";
import { hasRunOut } from "../governance/window.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import type { Posting } from "../ledger/journal.ts";
import { accruedInterest } from "./contribution.ts";
import { moved } from "./act-definition.ts";
import type { DueRule, Morning } from "./consequence-rule.ts";
import type { FundEvent } from "./effects.ts";
import type { FundState } from "./state.ts";
import { charterRatio, partyKind } from "./terms.ts";

type OverdueItem = { readonly call: CapitalCall; readonly item: CallItem };

/** Items that are past their due date and not paid, in the order of the ids of their calls. */
function overdueItems({ capital, today }: FundState): readonly OverdueItem[] {
  const overdue: OverdueItem[] = [];
  for (const call of openCalls(capital.calls)) {
    for (const item of call.items) {
      if (item.dueDate < today && openOf(item) > 0n) overdue.push({ call, item });
    }
  }
  return overdue;
}

function postedOnDay(
  { id, date }: Morning,
  n: number,
  vehicle: string,
  postings: readonly Posting[],
): FundEvent {
  const entry = { id: `${id}/${n}`, vehicle, effectiveDate: date, postings };
  return { kind: "posted", entry };
}

/** Interest on what is overdue, booked as other income when a day opens [CP20]. */
export const accrueLateInterest: DueRule = (morning) => {
  let { n } = morning;
  return overdueItems(morning.state).flatMap(({ call, item }) => {
    const { postings, events } = accruedInterest(morning.state, call, item);
    if (postings.length === 0) return [];
    return [...events, postedOnDay(morning, n++, call.vehicle, postings)];
  });
};

/** Units of the item's class that a share takes; none that an open true-up is to hand over. */
function forfeited(state: FundState, { call, item }: OverdueItem, share: string): bigint {
  const { unitClass } = call;
  if (unitClass === undefined) return 0n;
  const held = unitsOf(state.capital, unitClass, item.party);
  let free = held;
  for (const trueUp of state.capital.trueUps.values()) {
    if (!isOpenTrueUp(trueUp)) continue;
    for (const part of trueUp.parts) if (part.from === item.party) free -= part.microUnits;
  }
  const taken = roundRatio(Ratio.mul(Ratio.make(held, 1n), charterRatio(share)), "floor");
  if (free <= 0n) return 0n;
  return taken < free ? taken : free;
}

function isDue(state: FundState, { item }: OverdueItem, step: DefaultStep): boolean {
  const { charter, today } = state;
  const kind = partyKind(charter, item.party);
  if (item.steps.includes(step.step)) return false;
  if (step.of !== undefined && !step.of.some((each) => each === kind)) return false;
  return hasRunOut(charter, { from: item.dueDate, length: step.after }, today);
}

function stepEvents(state: FundState, of: OverdueItem, step: DefaultStep): readonly FundEvent[] {
  const { call, item } = of;
  const microUnits = step.step === "forfeit" ? forfeited(state, of, step.share ?? "0") : 0n;
  const { party } = item;
  const stepped: FundEvent = {
    kind: "capitalDefaultStepped",
    ...{ call: call.id, party, step: step.step, microUnits },
  };
  if (microUnits === 0n || call.unitClass === undefined) return [stepped];
  const { unitClass } = call;
  return [stepped, { kind: "unitsCancelled", unitClass, holder: party, microUnits }];
}

/** The steps of the default ladder whose time has come, each once for an item [CP22]. */
export const climbDefaultLadder: DueRule = ({ state }) => {
  const ladder = state.charter.capital.late?.ladder ?? [];
  if (ladder.length === 0) return [];
  const taken = new Set<string>();
  return overdueItems(state).flatMap((of) =>
    ladder.flatMap((step) => {
      if (!isDue(state, of, step)) return [];
      // One forfeiture of a class a day: the next is a share of what is left then.
      const key = `${of.call.unitClass}/${of.item.party}`;
      if (step.step === "forfeit" && taken.has(key)) return [];
      if (step.step === "forfeit") taken.add(key);
      return stepEvents(state, of, step);
    }),
  );
};

/** Returned capital that can't be called again, because its time is over [CP42]. */
export const endRecalls: DueRule = (morning) => {
  const { state, date } = morning;
  const { vehicle } = state.charter.capital;
  let { n } = morning;
  const events: FundEvent[] = [];
  for (const commitment of state.capital.commitments.values()) {
    const minor = expiredBy(commitment, date);
    if (minor === 0n) continue;
    const { id, party: subject, currency } = commitment;
    const postings = moved({
      debit: ACCOUNTS.recallableCapitalContra,
      credit: ACCOUNTS.recallableCapital,
      ...{ subject, currency, minor },
    });
    events.push(
      { kind: "recallExpired", commitment: id, date },
      postedOnDay(morning, n++, vehicle, postings),
    );
  }
  return events;
};

/** True-ups for which the money has not come in within the time of a call's notice [CP53]. */
export const lapseTrueUps: DueRule = (morning) => {
  const { state, date } = morning;
  const { vehicle, callNotice } = state.charter.capital;
  let { n } = morning;
  const events: FundEvent[] = [];
  for (const trueUp of state.capital.trueUps.values()) {
    const { id, party: subject, currency, dueDate } = trueUp;
    const window = { from: dueDate, length: callNotice };
    if (!isOpenTrueUp(trueUp) || !hasRunOut(state.charter, window, date)) continue;
    const postings = moved({
      debit: ACCOUNTS.unfundedCommitments,
      credit: ACCOUNTS.unfundedCommitmentsContra,
      ...{ subject, currency, minor: trueUpCapital(trueUp) },
    });
    events.push(
      { kind: "trueUpLapsed", id, on: date },
      postedOnDay(morning, n++, vehicle, postings),
    );
  }
  return events;
};
