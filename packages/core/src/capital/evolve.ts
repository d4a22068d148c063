import { assert } from "../base/assert.ts";
import type { PersistentMap } from "../base/persistent-map.ts";
import { newItem, type CallItem, type CapitalCall } from "./call.ts";
import { drawnOn, restored, undrawn, withoutExpired, type Commitment } from "./commitment.ts";
import type { CapitalEvent } from "./events.ts";
import type { CapitalState } from "./state.ts";
import { trueUpCapital, type TrueUp, type TrueUpPart } from "./true-up.ts";

type EventOf<Kind extends CapitalEvent["kind"]> = CapitalEvent & { readonly kind: Kind };

function changed<T>(map: PersistentMap<T>, id: string, change: (value: T) => T): PersistentMap<T> {
  const value = map.get(id);
  assert(value !== undefined, `an event names what is not there: ${id}`);
  return map.set(id, change(value));
}

const withCommitment = (
  state: CapitalState,
  id: string,
  change: (commitment: Commitment) => Commitment,
): CapitalState => ({ ...state, commitments: changed(state.commitments, id, change) });

const withCall = (
  state: CapitalState,
  id: string,
  change: (call: CapitalCall) => CapitalCall,
): CapitalState => ({ ...state, calls: changed(state.calls, id, change) });

const withTrueUp = (
  state: CapitalState,
  id: string,
  change: (trueUp: TrueUp) => TrueUp,
): CapitalState => ({ ...state, trueUps: changed(state.trueUps, id, change) });

function withItem(
  state: CapitalState,
  { call, party }: { readonly call: string; readonly party: string },
  change: (item: CallItem) => CallItem,
): CapitalState {
  return withCall(state, call, (of) => ({
    ...of,
    items: of.items.map((item) => (item.party === party ? change(item) : item)),
  }));
}

function commitmentOfItem(
  state: CapitalState,
  of: { readonly call: string; readonly party: string },
): string {
  const item = state.calls.get(of.call)?.items.find(({ party }) => party === of.party);
  assert(item !== undefined, `call ${of.call} asks nothing of ${of.party}`);
  return item.commitment;
}

function called(state: CapitalState, { call }: EventOf<"capitalCalled">): CapitalState {
  let next: CapitalState = { ...state, calls: state.calls.set(call.id, call) };
  let promised = 0n;
  for (const { commitment, minor, microUnits, dueDate } of call.items) {
    next = withCommitment(next, commitment, (of) => drawnOn(of, minor, dueDate).commitment);
    promised += microUnits;
  }
  const { unitClass } = call;
  if (unitClass === undefined) return next;
  const before = next.promisedUnits.get(unitClass) ?? 0n;
  return { ...next, promisedUnits: next.promisedUnits.set(unitClass, before + promised) };
}

function received(state: CapitalState, event: EventOf<"contributionReceived">): CapitalState {
  const { minor, microUnits, on } = event;
  return withItem(state, event, (item) => ({
    ...item,
    received: item.received + minor,
    heldMicroUnits: item.heldMicroUnits + microUnits,
    settlements: [...item.settlements, { on, minor }],
  }));
}

function returned(state: CapitalState, event: EventOf<"capitalReturned">): CapitalState {
  const { minor, microUnits, recallable, until } = event;
  const next = withItem(state, event, (item) => ({
    ...item,
    returned: item.returned + minor,
    heldMicroUnits: item.heldMicroUnits - microUnits,
  }));
  if (!recallable) return next;
  const id = commitmentOfItem(state, event);
  return withCommitment(next, id, (commitment) => restored(commitment, minor, until));
}

function reduced(state: CapitalState, event: EventOf<"callItemReduced">): CapitalState {
  const { call, minor, on, shortfall } = event;
  const id = commitmentOfItem(state, event);
  const freed = withCommitment(state, id, (commitment) => undrawn(commitment, minor));
  const next = withCall(freed, call, (of) => ({ ...of, shortfall: of.shortfall + shortfall }));
  return withItem(next, event, (item) => ({
    ...item,
    cancelled: item.cancelled + minor,
    settlements: [...item.settlements, { on, minor }],
  }));
}

function stepped(state: CapitalState, event: EventOf<"capitalDefaultStepped">): CapitalState {
  return withItem(state, event, (item) => ({
    ...item,
    steps: [...item.steps, event.step],
    forfeitedMicroUnits: item.forfeitedMicroUnits + event.microUnits,
  }));
}

/** What an earlier partner hands over of a call, the later one has from then on. */
function takenOver(state: CapitalState, trueUp: TrueUp, part: TrueUpPart): CapitalState {
  const { party, commitment } = trueUp;
  const { call, from, minor, microUnits } = part;
  const next = withItem(state, { call, party: from }, (item) => ({
    ...item,
    moved: item.moved - minor,
    heldMicroUnits: item.heldMicroUnits - microUnits,
  }));
  return withCall(next, call, (of) => {
    const isThere = of.items.some((item) => item.party === party);
    const { dueDate } = of;
    const item = newItem({ party, commitment, minor: 0n, microUnits: 0n, dueDate });
    const items = isThere ? of.items : [...of.items, item];
    return {
      ...of,
      items: items.map((each) =>
        each.party === party
          ? {
              ...each,
              moved: each.moved + minor,
              heldMicroUnits: each.heldMicroUnits + microUnits,
            }
          : each,
      ),
    };
  });
}

/** A later partner's commitment is drawn by the call of a true-up, and free if that lapses. */
function trueUpCalled(state: CapitalState, trueUp: TrueUp): CapitalState {
  const next = { ...state, trueUps: state.trueUps.set(trueUp.id, trueUp) };
  const { commitment, dueDate } = trueUp;
  return withCommitment(
    next,
    commitment,
    (of) => drawnOn(of, trueUpCapital(trueUp), dueDate).commitment,
  );
}

function trueUpLapsed(state: CapitalState, { id, on }: EventOf<"trueUpLapsed">): CapitalState {
  const trueUp = state.trueUps.get(id);
  assert(trueUp !== undefined, `true-up ${id} was called`);
  const next = withTrueUp(state, id, (of) => ({ ...of, lapsedOn: on }));
  return withCommitment(next, trueUp.commitment, (of) => undrawn(of, trueUpCapital(trueUp)));
}

function settled(state: CapitalState, { id, on }: EventOf<"trueUpSettled">): CapitalState {
  const trueUp = state.trueUps.get(id);
  assert(trueUp !== undefined, `true-up ${id} was called`);
  let next = withTrueUp(state, id, (of) => ({ ...of, settledOn: on }));
  for (const part of trueUp.parts) {
    next = takenOver(next, trueUp, part);
    next = withCommitment(next, part.commitment, (of) => restored(of, part.minor, undefined));
  }
  return next;
}

function unitsChanged(
  state: CapitalState,
  event: EventOf<"unitsIssued" | "unitsCancelled">,
): CapitalState {
  const key = `${event.unitClass}/${event.holder}`;
  const change = event.kind === "unitsIssued" ? event.microUnits : -event.microUnits;
  const units = (state.units.get(key) ?? 0n) + change;
  assert(units >= 0n, `${event.holder} has fewer units of ${event.unitClass} than go`);
  return { ...state, units: units === 0n ? state.units.delete(key) : state.units.set(key, units) };
}

function commitmentChanged(
  state: CapitalState,
  event: EventOf<
    "commitmentAccepted" | "commitmentIncreased" | "commitmentReleased" | "recallExpired"
  >,
): CapitalState {
  switch (event.kind) {
    case "commitmentAccepted": {
      const { commitment } = event;
      return { ...state, commitments: state.commitments.set(commitment.id, commitment) };
    }
    case "commitmentIncreased": {
      const further = event.authority === undefined ? [] : [event.authority];
      return withCommitment(state, event.id, (of) => ({
        ...of,
        minor: of.minor + event.minor,
        authorities: [...of.authorities, ...further],
      }));
    }
    case "commitmentReleased":
      return withCommitment(state, event.id, (of) => ({ ...of, minor: of.minor - event.minor }));
    case "recallExpired":
      return withCommitment(state, event.commitment, (of) => withoutExpired(of, event.date));
  }
}

function interestChanged(
  state: CapitalState,
  event: EventOf<"lateInterestAccrued" | "lateInterestPaid" | "lateInterestWaived">,
): CapitalState {
  const { minor } = event;
  return withItem(state, event, (item) => {
    switch (event.kind) {
      case "lateInterestAccrued":
        return { ...item, interest: item.interest + minor };
      case "lateInterestPaid":
        return { ...item, interestPaid: item.interestPaid + minor };
      case "lateInterestWaived": {
        const { interest, interestBefore } = item;
        return { ...item, interest: interest - minor, interestBefore: interestBefore - minor };
      }
    }
  });
}

/** The state of capital after an event of it. */
export function evolveCapital(state: CapitalState, event: CapitalEvent): CapitalState {
  switch (event.kind) {
    case "commitmentAccepted":
    case "commitmentIncreased":
    case "commitmentReleased":
    case "recallExpired":
      return commitmentChanged(state, event);
    case "capitalCalled":
      return called(state, event);
    case "contributionReceived":
      return received(state, event);
    case "lateInterestAccrued":
    case "lateInterestPaid":
    case "lateInterestWaived":
      return interestChanged(state, event);
    case "capitalReturned":
      return returned(state, event);
    case "callItemReduced":
      return reduced(state, event);
    case "callItemDeferred":
      return withItem(state, event, (item) => ({
        ...item,
        dueDate: event.dueDate,
        interestBefore: item.interest,
      }));
    case "shortfallFunded":
      return withCall(state, event.call, (of) => ({
        ...of,
        shortfall: of.shortfall - event.minor,
      }));
    case "capitalDefaultStepped":
      return stepped(state, event);
    case "capitalDefaultRemedied":
      return withItem(state, event, (item) => ({
        ...item,
        steps: [],
        forfeitedMicroUnits: item.forfeitedMicroUnits - event.microUnits,
      }));
    case "trueUpCalled":
      return trueUpCalled(state, event.trueUp);
    case "trueUpReceived":
      return withTrueUp(state, event.id, (of) => ({
        ...of,
        received: of.received + event.minor,
      }));
    case "trueUpSettled":
      return settled(state, event);
    case "trueUpLapsed":
      return trueUpLapsed(state, event);
    case "contributionAppraised": {
      const { appraisal } = event;
      return { ...state, appraisals: state.appraisals.set(appraisal.id, appraisal) };
    }
    case "appraisalUsed": {
      const { id, actId: usedBy } = event;
      const appraisals = changed(state.appraisals, id, (of) => ({ ...of, usedBy }));
      return { ...state, appraisals };
    }
    case "unitsIssued":
    case "unitsCancelled":
      return unitsChanged(state, event);
  }
}
