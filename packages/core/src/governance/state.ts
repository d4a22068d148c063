import type { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import type { Schedules } from "../charter/schedules.ts";
import type { ActAmount } from "./act-definition.ts";
import type { Deadlock } from "./deadlock.ts";
import type { Delegation } from "./delegation.ts";
import type { Passkey } from "./passkey.ts";
import type { Act } from "./statement.ts";

/** Who may sign, who sits where, what is proposed and what has been said of it. */
export type GovernanceState = {
  /** The charter in force, with its schedules. */
  readonly charter: Charter;
  /** The same as it was adopted or amended: the text that its hash names. */
  readonly adopted: Charter;
  readonly charterHash: string;
  /** Every charter that was in force, by version: acts keep the one they were proposed under. */
  readonly charters: PersistentMap<Charter>;
  /** Parties admitted and vehicles made since the adoption; they stand in the charter in force. */
  readonly schedules: Schedules;
  /** The day that the last `day.open` opened; every deadline is measured against it. */
  readonly today: LocalDate;
  /** By officer id. */
  readonly officers: PersistentMap<Officer>;
  /** By key id. */
  readonly keys: PersistentMap<OfficerKey>;
  /** Seat id to the id of the officer who sits there. */
  readonly seats: PersistentMap<string>;
  /** By "<holder>|<concern>": an officer or a party, and a company or party. */
  readonly conflicts: PersistentMap<Conflict>;
  /** Proposed acts by id, with what has been said of them and how they ended. */
  readonly acts: PersistentMap<ActRecord>;
  /** Ids of the acts on which something may still happen, so that a day's opening is cheap. */
  readonly openActs: PersistentMap<true>;
  /** Recorded facts: act id to the index of their entry. */
  readonly facts: PersistentMap<number>;
  /** Idempotency key ("<officer>|<key>") to act id. */
  readonly idempotencyKeys: PersistentMap<string>;
  readonly freezes: readonly Freeze[];
  /** By the id of the act that declared each. */
  readonly deadlocks: PersistentMap<Deadlock>;
  readonly delegations: readonly Delegation[];
};

export type Officer = {
  readonly id: string;
  /** The party that enrolled the officer, and for which the officer signs. */
  readonly party: string;
  /** Key id in force; absent after a revocation. */
  readonly key?: string;
};

export type OfficerKey = {
  readonly id: string;
  readonly officer: string;
  /** Raw Ed25519 public key, or the SubjectPublicKeyInfo of a passkey, base64. */
  readonly publicKey: string;
  /** What else is enrolled of a passkey (G61). */
  readonly passkey?: Omit<Passkey, "spki">;
  readonly status: "active" | "rotated" | "revoked";
};

export type Conflict = {
  /** Officer id or party id. */
  readonly holder: string;
  /** Company or party in which the holder has an interest. */
  readonly concern: string;
  readonly declaredOn: LocalDate;
  readonly actId: string;
};

export type Freeze = {
  readonly actId: string;
  /** The sovereigns that decided it: one alone, or all together. */
  readonly by: readonly string[];
  readonly from: LocalDate;
  /** Last day of the freeze. */
  readonly until: LocalDate;
  readonly liftedOn?: LocalDate;
};

export type Decision = {
  readonly officer: string;
  readonly decision: "approve" | "reject";
  /** Seats that the officer held when deciding; a seat's first decision stands. */
  readonly seats: readonly string[];
  readonly on: LocalDate;
  readonly withEvidence: boolean;
  /** Index of the entry that holds it, as in everything below. */
  readonly entry: number;
};

export type RecusalOfOfficer = {
  readonly officer: string;
  readonly reason: string;
  readonly entry: number;
};

export type ObjectionOfOfficer = {
  readonly officer: string;
  readonly party: string;
  readonly power: "objection" | "veto";
  readonly reason: string;
  /** Seats of the party that the officer held when objecting. */
  readonly seats: readonly string[];
  readonly on: LocalDate;
  readonly entry: number;
};

export type Answer = {
  readonly officer: string;
  readonly body: string;
  readonly opinion: "support" | "noted" | "concern";
  /** Seats of the body that the officer held when answering. */
  readonly seats: readonly string[];
  readonly on: LocalDate;
  readonly entry: number;
};

/** How an act came to an end without being executed. */
export type Ending = {
  readonly status: "lapsed" | "refused" | "vetoed";
  readonly on: LocalDate;
  /** What ended it, where the status does not say so: its effects left its bounds (G45). */
  readonly because?: "bounds_exceeded";
};

export type ActRecord = {
  readonly id: string;
  readonly act: Act;
  /** Index of the entry that proposed it. */
  readonly entry: number;
  readonly proposedOn: LocalDate;
  /** Index of the approval tier that its amount selects. */
  readonly tier: number;
  /** Companies and parties that the act concerns: what conflicts are matched with. */
  readonly concerns: readonly string[];
  readonly boundsDigest: string;
  /** Its amount when it was proposed, where it has one. */
  readonly amount?: ActAmount;
  readonly decisions: readonly Decision[];
  readonly recusals: readonly RecusalOfOfficer[];
  readonly objections: readonly ObjectionOfOfficer[];
  readonly consultations: readonly Answer[];
  /** The day on which consultation ended: that of the proposal, where nobody is consulted. */
  readonly consultedOn?: LocalDate;
  /** The day on which the approval rule was first met. */
  readonly approvedOn?: LocalDate;
  readonly executed?: { readonly entry: number; readonly on: LocalDate };
  readonly ended?: Ending;
};
