import { assert, unreachable } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import { FIRST_DATE } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import { noSchedules, withSchedules, type Schedules } from "../charter/schedules.ts";
import type { Deadlock } from "./deadlock.ts";
import type { Delegation } from "./delegation.ts";
import type { GovernanceEvent } from "./events.ts";
import type { ActRecord, GovernanceState } from "./state.ts";
import type { Act } from "./statement.ts";

/** The charter before the founding: version 0, with nobody and nothing in it. */
const NO_CHARTER: Charter = {
  format: "jointfund/charter/v1",
  id: "",
  version: 0,
  origin: "",
  languages: [],
  authoritative: [],
  title: {},
  notice: {},
  purpose: { clause: "", text: {} },
  currencies: { clause: "", base: "", contribution: [], display: [] },
  calendars: { clause: "", business: {}, fiscal: {} },
  rounding: { clause: "", money: "floor", priceDecimals: 0, tieBreak: [] },
  parties: [],
  bodies: [],
  vehicles: [],
  classes: [],
  accounts: [],
  capital: {
    clause: "",
    vehicle: "",
    currency: "",
    initial: "0",
    shares: {},
    callNotice: { days: 0, calendar: "calendar" },
  },
  mandate: { clause: "", sectors: [], geographies: [] },
  conflicts: { clause: "", proposerExcluded: false },
  terms: [],
  limits: [],
  waterfalls: [],
  distributions: [],
  finality: { clause: "", mirrors: [], mandatoryAfterHours: 0 },
  amendment: { clause: "", entrenched: [] },
  acts: {},
  unusedActs: [],
};

/** Governance before the founding. */
export const emptyGovernance: GovernanceState = {
  charter: NO_CHARTER,
  adopted: NO_CHARTER,
  charterHash: "",
  charters: PersistentMap.empty,
  schedules: noSchedules,
  today: FIRST_DATE,
  officers: PersistentMap.empty,
  keys: PersistentMap.empty,
  seats: PersistentMap.empty,
  conflicts: PersistentMap.empty,
  acts: PersistentMap.empty,
  openActs: PersistentMap.empty,
  facts: PersistentMap.empty,
  idempotencyKeys: PersistentMap.empty,
  freezes: [],
  deadlocks: PersistentMap.empty,
  delegations: [],
};

type Change = Partial<GovernanceState>;

/** What an idempotency key stands for from now on (R6). */
function withIdempotencyKey(state: GovernanceState, id: string, act: Act): Change {
  if (act.idempotencyKey === undefined) return {};
  const key = `${act.proposer}|${act.idempotencyKey}`;
  return { idempotencyKeys: state.idempotencyKeys.set(key, id) };
}

type EventOf<Kind extends GovernanceEvent["kind"]> = Extract<
  GovernanceEvent,
  { readonly kind: Kind }
>;

function proposed(state: GovernanceState, event: EventOf<"actProposed">): Change {
  const { id, act, entry, on, tier, concerns, boundsDigest, amount } = event;
  const isConsulting = (state.charter.acts[act.type]?.consult ?? []).length > 0;
  const record: ActRecord = {
    id,
    act,
    entry,
    proposedOn: on,
    tier,
    concerns,
    boundsDigest,
    decisions: [],
    recusals: [],
    objections: [],
    consultations: [],
    ...(amount === undefined ? {} : { amount }),
    ...(isConsulting ? {} : { consultedOn: on }),
  };
  return {
    acts: state.acts.set(id, record),
    openActs: state.openActs.set(id, true),
    ...withIdempotencyKey(state, id, act),
  };
}

/**
 * What is added to a schedule stands in the charter in force at once. Acts under way keep the
 * charter that they were proposed under (G46), so older versions stay as they were.
 */
function extended(state: GovernanceState, event: EventOf<"scheduleExtended">): Change {
  const { parties, vehicles } = state.schedules;
  return rescheduled(state, {
    ...state.schedules,
    parties: event.party === undefined ? parties : [...parties, event.party],
    vehicles: event.vehicle === undefined ? vehicles : [...vehicles, event.vehicle],
  });
}

/** A vehicle that is dissolved stays in the schedule: its book and its past do not go away. */
function dissolved(state: GovernanceState, event: EventOf<"vehicleDissolved">): Change {
  const { vehicles } = state.schedules;
  const { vehicle, on } = event;
  return rescheduled(state, {
    ...state.schedules,
    vehicles: vehicles.map((each) => (each.id === vehicle ? { ...each, dissolvedOn: on } : each)),
  });
}

function rescheduled(state: GovernanceState, schedules: Schedules): Change {
  const charter = withSchedules(state.adopted, schedules);
  return {
    schedules,
    charter,
    charters: state.charters.set(String(charter.version), charter),
  };
}

function rotated(state: GovernanceState, event: EventOf<"keyRotated">): Change {
  const officer = state.officers.get(event.officer);
  const retired = state.keys.get(event.retired);
  assert(officer !== undefined && retired !== undefined, "a rotated key was enrolled");
  return {
    officers: state.officers.set(officer.id, { ...officer, key: event.key.id }),
    keys: state.keys
      .set(retired.id, { ...retired, status: "rotated" })
      .set(event.key.id, event.key),
  };
}

function revoked(state: GovernanceState, event: EventOf<"keyRevoked">): Change {
  const officer = state.officers.get(event.officer);
  const key = state.keys.get(event.key);
  assert(officer !== undefined && key !== undefined, "a revoked key was enrolled");
  const { id, party } = officer;
  return {
    officers: state.officers.set(id, { id, party }),
    keys: state.keys.set(key.id, { ...key, status: "revoked" }),
  };
}

function changeOf(state: GovernanceState, event: GovernanceEvent): Change {
  switch (event.kind) {
    case "dayOpened":
      return { today: event.date };
    case "charterInForce": {
      const charter = withSchedules(event.charter, state.schedules);
      return {
        charter,
        adopted: event.charter,
        charterHash: event.hash,
        charters: state.charters.set(String(event.version), charter),
      };
    }
    case "scheduleExtended":
      return extended(state, event);
    case "partyWithdrawn": {
      const { schedules } = state;
      const withdrawn = [...schedules.withdrawn, event.party];
      return rescheduled(state, { ...schedules, withdrawn });
    }
    case "vehicleDissolved":
      return dissolved(state, event);
    case "officerEnrolled":
      return {
        officers: state.officers.set(event.officer.id, event.officer),
        keys: state.keys.set(event.key.id, event.key),
      };
    case "keyRotated":
      return rotated(state, event);
    case "keyRevoked":
      return revoked(state, event);
    case "seatFilled":
      return { seats: state.seats.set(event.seat, event.officer) };
    case "seatVacated":
      return { seats: state.seats.delete(event.seat) };
    case "conflictDeclared": {
      const { holder, concern } = event.conflict;
      return { conflicts: state.conflicts.set(`${holder}|${concern}`, event.conflict) };
    }
    case "conflictWithdrawn":
      return { conflicts: state.conflicts.delete(`${event.holder}|${event.concern}`) };
    case "actProposed":
      return proposed(state, event);
    case "factRecorded":
      return {
        facts: state.facts.set(event.id, event.entry),
        ...withIdempotencyKey(state, event.id, event.act),
      };
    case "frozen":
      return { freezes: [...state.freezes, event.freeze] };
    case "unfrozen":
      return {
        freezes: state.freezes.map((freeze) =>
          freeze.actId === event.actId ? { ...freeze, liftedOn: event.on } : freeze,
        ),
      };
    case "delegationSet":
    case "delegationRevoked":
      return { delegations: delegationsAfter(state.delegations, event) };
    case "deadlockDeclared":
      return { deadlocks: state.deadlocks.set(event.deadlock.id, event.deadlock) };
    case "deadlockMoved":
    case "deadlockAdvised":
    case "deadlockEnded":
      return deadlockChangeOf(state, event);
    default:
      return actChangeOf(state, event);
  }
}

function delegationsAfter(
  delegations: readonly Delegation[],
  event: EventOf<"delegationSet" | "delegationRevoked">,
): readonly Delegation[] {
  if (event.kind === "delegationSet") return [...delegations, event.delegation];
  return delegations.map((each) =>
    each.id === event.id ? { ...each, revokedOn: event.on } : each,
  );
}

function deadlockChangeOf(
  state: GovernanceState,
  event: EventOf<"deadlockMoved" | "deadlockAdvised" | "deadlockEnded">,
): Change {
  const deadlock = state.deadlocks.get(event.id);
  assert(deadlock !== undefined, `deadlock ${event.id} was declared`);
  const set = (change: Partial<Deadlock>): Change => ({
    deadlocks: state.deadlocks.set(deadlock.id, { ...deadlock, ...change }),
  });
  switch (event.kind) {
    case "deadlockMoved":
      return set({ stage: event.stage, since: event.since });
    case "deadlockAdvised":
      return set({ opinions: [...deadlock.opinions, { text: event.text, on: event.on }] });
    case "deadlockEnded":
      return set({ ended: { on: event.on, how: event.how } });
  }
}

/** What is said of an act, and what becomes of it. */
export type ActEvent = EventOf<
  | "decisionRecorded"
  | "recusalRecorded"
  | "objectionRecorded"
  | "consultationRecorded"
  | "consultationEnded"
  | "actApproved"
  | "actExecuted"
  | "actEnded"
>;

/** An act's record after an event of it. */
export function recordAfter(record: ActRecord, event: ActEvent): ActRecord {
  switch (event.kind) {
    case "decisionRecorded":
      return { ...record, decisions: [...record.decisions, event.decision] };
    case "recusalRecorded":
      return { ...record, recusals: [...record.recusals, event.recusal] };
    case "objectionRecorded":
      return { ...record, objections: [...record.objections, event.objection] };
    case "consultationRecorded":
      return { ...record, consultations: [...record.consultations, event.consultation] };
    case "consultationEnded":
      return { ...record, consultedOn: event.on };
    case "actApproved":
      return { ...record, approvedOn: event.on };
    case "actExecuted":
      return { ...record, executed: { entry: event.entry, on: event.on } };
    case "actEnded": {
      const { status, on, because } = event;
      return { ...record, ended: because === undefined ? { status, on } : { status, on, because } };
    }
    default:
      return unreachable(event);
  }
}

/** The act's change, and that of the list of open acts when it has come to an end. */
function actChangeOf(state: GovernanceState, event: ActEvent): Change {
  const record = state.acts.get(event.id);
  assert(record !== undefined, `act ${event.id} was proposed`);
  const acts = state.acts.set(event.id, recordAfter(record, event));
  const isOver = event.kind === "actExecuted" || event.kind === "actEnded";
  return isOver ? { acts, openActs: state.openActs.delete(event.id) } : { acts };
}

/** The state after an event. An event is the outcome of a decision, so nothing is checked again. */
export function evolveGovernance<State extends GovernanceState>(
  state: State,
  event: GovernanceEvent,
): State {
  return { ...state, ...changeOf(state, event) };
}
