import type { ActAmount } from "./act-definition.ts";
import type { Deadlock, DeadlockEnd } from "./deadlock.ts";
import type { Delegation } from "./delegation.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter, Party, Vehicle } from "../charter/charter.ts";
import type {
  Answer,
  Conflict,
  Decision,
  Ending,
  Freeze,
  ObjectionOfOfficer,
  Officer,
  OfficerKey,
  RecusalOfOfficer,
} from "./state.ts";
import type { Act } from "./statement.ts";

/** What governance changes; part of an entry's effects (docs/spec/record.md, R12). */
export type GovernanceEvent =
  | { readonly kind: "dayOpened"; readonly date: LocalDate }
  | {
      readonly kind: "charterInForce";
      readonly version: number;
      /** Hash of the charter's canonical bytes: the name of its blob. */
      readonly hash: string;
      readonly charter: Charter;
    }
  /** A party admitted or a vehicle made by an act: an addition to the charter's schedules. */
  | {
      readonly kind: "scheduleExtended";
      readonly party?: Party;
      readonly vehicle?: Vehicle;
    }
  | { readonly kind: "partyWithdrawn"; readonly party: string }
  /** A vehicle of the schedule has come to its end. */
  | { readonly kind: "vehicleDissolved"; readonly vehicle: string; readonly on: LocalDate }
  | { readonly kind: "officerEnrolled"; readonly officer: Officer; readonly key: OfficerKey }
  | {
      readonly kind: "keyRotated";
      readonly officer: string;
      readonly retired: string;
      readonly key: OfficerKey;
    }
  | { readonly kind: "keyRevoked"; readonly officer: string; readonly key: string }
  | { readonly kind: "seatFilled"; readonly seat: string; readonly officer: string }
  | { readonly kind: "seatVacated"; readonly seat: string }
  | { readonly kind: "conflictDeclared"; readonly conflict: Conflict }
  | { readonly kind: "conflictWithdrawn"; readonly holder: string; readonly concern: string }
  | {
      readonly kind: "actProposed";
      readonly id: string;
      readonly act: Act;
      readonly entry: number;
      readonly on: LocalDate;
      readonly tier: number;
      readonly concerns: readonly string[];
      readonly boundsDigest: string;
      readonly amount?: ActAmount;
    }
  /** A fact is recorded once: its id and idempotency key stay known. */
  | {
      readonly kind: "factRecorded";
      readonly id: string;
      readonly act: Act;
      readonly entry: number;
    }
  | { readonly kind: "decisionRecorded"; readonly id: string; readonly decision: Decision }
  | {
      readonly kind: "recusalRecorded";
      readonly id: string;
      readonly recusal: RecusalOfOfficer;
    }
  | {
      readonly kind: "objectionRecorded";
      readonly id: string;
      readonly objection: ObjectionOfOfficer;
    }
  | {
      readonly kind: "consultationRecorded";
      readonly id: string;
      readonly consultation: Answer;
    }
  | { readonly kind: "consultationEnded"; readonly id: string; readonly on: LocalDate }
  | { readonly kind: "actApproved"; readonly id: string; readonly on: LocalDate }
  | {
      readonly kind: "actExecuted";
      readonly id: string;
      readonly entry: number;
      readonly on: LocalDate;
    }
  | ({ readonly kind: "actEnded"; readonly id: string } & Ending)
  | { readonly kind: "frozen"; readonly freeze: Freeze }
  | { readonly kind: "unfrozen"; readonly actId: string; readonly on: LocalDate }
  | DeadlockEvent
  | DelegationEvent;

export type DelegationEvent =
  | { readonly kind: "delegationSet"; readonly delegation: Delegation }
  | { readonly kind: "delegationRevoked"; readonly id: string; readonly on: LocalDate };

export type DeadlockEvent =
  | { readonly kind: "deadlockDeclared"; readonly deadlock: Deadlock }
  | {
      readonly kind: "deadlockMoved";
      readonly id: string;
      readonly stage: number;
      readonly since: LocalDate;
    }
  | {
      readonly kind: "deadlockAdvised";
      readonly id: string;
      readonly text: string;
      readonly on: LocalDate;
    }
  | {
      readonly kind: "deadlockEnded";
      readonly id: string;
      readonly on: LocalDate;
      readonly how: DeadlockEnd;
    };
