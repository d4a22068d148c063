import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

/** The law or budget that lets a party promise money, and until when. */
export type BudgetAuthority = {
  readonly law: string;
  readonly fiscalYear: string;
  /** Minor units of the commitment's currency. */
  readonly minor: bigint;
  /** Last day on which a call may fall due under it. */
  readonly expires: LocalDate;
};

/** What a party has promised to pay in. A party may promise more than once. */
export type Commitment = {
  readonly id: string;
  readonly party: string;
  readonly currency: string;
  readonly minor: bigint;
  /** Called of it so far, minor units. */
  readonly called: bigint;
  readonly authority: BudgetAuthority;
};

export type CallItem = {
  readonly party: string;
  /** The commitment that the item draws on. */
  readonly commitment: string;
  readonly minor: bigint;
  readonly received: bigint;
  /** What the whole of it buys. */
  readonly microUnits: bigint;
};

/** A demand on several parties at once, at one price per unit. */
export type CapitalCall = {
  readonly id: string;
  readonly vehicle: string;
  readonly unitClass: string;
  readonly currency: string;
  readonly dueDate: LocalDate;
  /** Price per unit as an exact decimal in the vehicle's currency. */
  readonly price: string;
  readonly items: readonly CallItem[];
};

/** Units are counted in millionths; a class's total stays below 2^63 (docs/spec/ledger.md, LG6). */
export const MICRO_UNITS_PER_UNIT = 1_000_000n;

export type CapitalState = {
  readonly commitments: PersistentMap<Commitment>;
  readonly calls: PersistentMap<CapitalCall>;
  /** Micro-units by "<class>/<holder>". */
  readonly units: PersistentMap<bigint>;
  /** Micro-units by class that calls have promised, paid for or not. */
  readonly promisedUnits: PersistentMap<bigint>;
};

export const emptyCapital: CapitalState = {
  commitments: PersistentMap.empty,
  calls: PersistentMap.empty,
  units: PersistentMap.empty,
  promisedUnits: PersistentMap.empty,
};

export type CapitalEvent =
  | { readonly kind: "commitmentAccepted"; readonly commitment: Commitment }
  | { readonly kind: "capitalCalled"; readonly call: CapitalCall }
  | {
      readonly kind: "contributionReceived";
      readonly call: string;
      readonly party: string;
      readonly minor: bigint;
      readonly on: LocalDate;
    }
  | {
      readonly kind: "unitsIssued";
      readonly unitClass: string;
      readonly holder: string;
      readonly microUnits: bigint;
    };

function called(state: CapitalState, call: CapitalCall): CapitalState {
  let { commitments } = state;
  let promised = state.promisedUnits.get(call.unitClass) ?? 0n;
  for (const item of call.items) {
    const commitment = commitments.get(item.commitment);
    assert(commitment !== undefined, `call ${call.id} draws on an unknown commitment`);
    commitments = commitments.set(commitment.id, {
      ...commitment,
      called: commitment.called + item.minor,
    });
    promised += item.microUnits;
  }
  const promisedUnits = state.promisedUnits.set(call.unitClass, promised);
  return { ...state, commitments, promisedUnits, calls: state.calls.set(call.id, call) };
}

function received(
  state: CapitalState,
  event: Extract<CapitalEvent, { kind: "contributionReceived" }>,
): CapitalState {
  const call = state.calls.get(event.call);
  assert(call !== undefined, `contribution to the unknown call ${event.call}`);
  const items = call.items.map((item) =>
    item.party === event.party ? { ...item, received: item.received + event.minor } : item,
  );
  return { ...state, calls: state.calls.set(call.id, { ...call, items }) };
}

export function evolveCapital(state: CapitalState, event: CapitalEvent): CapitalState {
  switch (event.kind) {
    case "commitmentAccepted":
      return {
        ...state,
        commitments: state.commitments.set(event.commitment.id, event.commitment),
      };
    case "capitalCalled":
      return called(state, event.call);
    case "contributionReceived":
      return received(state, event);
    case "unitsIssued": {
      const key = `${event.unitClass}/${event.holder}`;
      const units = (state.units.get(key) ?? 0n) + event.microUnits;
      return { ...state, units: state.units.set(key, units) };
    }
  }
}

/** Micro-units of a class outstanding, all holders together. */
export function unitsOutstanding(state: CapitalState, unitClass: string): bigint {
  let sum = 0n;
  for (const [, microUnits] of state.units.range(`${unitClass}/`)) sum += microUnits;
  return sum;
}

/** Holders of a class with their micro-units, in order of holder id. */
export function holdersOf(
  state: CapitalState,
  unitClass: string,
): readonly { readonly holder: string; readonly microUnits: bigint }[] {
  const prefix = `${unitClass}/`;
  return [...state.units.range(prefix)].map(([key, microUnits]) => ({
    holder: key.slice(prefix.length),
    microUnits,
  }));
}
