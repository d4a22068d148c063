import { createHash, generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import {
  addDays,
  instant,
  localDate,
  type Instant,
  type LocalDate,
} from "../../src/calendar/date.ts";
import type { ActRule, Body, Charter, Party, PartyKind, Seat } from "../../src/charter/charter.ts";
import type { Context } from "../../src/governance/act-definition.ts";
import type { GovernanceEvent } from "../../src/governance/events.ts";
import { emptyGovernance, evolveGovernance } from "../../src/governance/evolve.ts";
import type { Decision, GovernanceState } from "../../src/governance/state.ts";
import type { Act, Approval } from "../../src/governance/statement.ts";

/** The day on which every test begins: a Monday without a holiday on either side. */
export const DAY = localDate("2027-03-01");

export function daysLater(days: number, from: LocalDate = DAY): LocalDate {
  const date = addDays(from, days);
  if (!date.ok) throw new Error("the test left the calendar");
  return date.value;
}

/** Seats written as "US-1 US-2>US-2A": the party before the hyphen, an alternate after ">". */
export function seats(text: string): readonly Seat[] {
  return text
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => {
      const [id = "", alternate] = word.split(">");
      const party = id.split("-")[0]!;
      return alternate === undefined ? { id, party } : { id, party, alternate };
    });
}

const text = { en: "A name", ja: "名称" };

export function party(
  id: string,
  own: string,
  more: { kind?: PartyKind; threshold?: number; affiliates?: readonly string[] } = {},
): Party {
  const { kind = "sovereign", threshold = 1, affiliates = [] } = more;
  return {
    id,
    clause: `2.${id}`,
    kind,
    name: text,
    short: text,
    seats: seats(own),
    threshold,
    affiliates,
  };
}

export function body(id: string, own: string, quorumSeats = 1, eachSovereign = 0): Body {
  const quorum = { seats: quorumSeats, eachSovereign };
  return { id, clause: `3.${id}`, name: text, seats: seats(own), quorum };
}

/** A rule on which anybody may propose; what the test is about comes on top. */
export function rule(more: Partial<ActRule> & Pick<ActRule, "approve">): ActRule {
  return { clause: "8.1", name: text, propose: ["any"], nature: "decision", ...more };
}

type CharterParts = {
  readonly parties?: readonly Party[];
  readonly bodies?: readonly Body[];
  readonly acts?: { readonly [type: string]: ActRule };
  readonly proposerExcluded?: boolean;
  readonly version?: number;
};

/** Two sovereigns, an operator, a valuer and a board of four. */
export const PARTIES: readonly Party[] = [
  party("US", "US-T1 US-T2"),
  party("JP", "JP-T1 JP-T2", { threshold: 2 }),
  party("OP", "OP-1", { kind: "operator" }),
  party("VA", "VA-1", { kind: "valuer", affiliates: ["acme-affiliate"] }),
];
export const BOARD: Body = body("board", "US-1 US-2>US-2A JP-1 JP-2 US-2A", 3, 1);

export function charterOf(parts: CharterParts = {}): Charter {
  return {
    format: "jointfund/charter/v1",
    id: "test-fund",
    version: parts.version ?? 1,
    origin: "test.example",
    languages: ["en", "ja"],
    authoritative: ["en", "ja"],
    title: text,
    notice: text,
    purpose: { clause: "1.1", text },
    currencies: { clause: "1.2", base: "USD", contribution: ["USD"], display: ["USD"] },
    calendars: {
      clause: "1.3",
      business: {
        us: ["us-federal-reserve"],
        japan: ["japan-banks"],
        joint: ["us-federal-reserve", "japan-banks"],
      },
      fiscal: {},
    },
    rounding: { clause: "1.4", money: "floor", priceDecimals: 8, tieBreak: ["US", "JP"] },
    parties: parts.parties ?? PARTIES,
    bodies: parts.bodies ?? [BOARD],
    vehicles: [],
    classes: [],
    accounts: [],
    capital: {
      clause: "5.1",
      vehicle: "fund",
      currency: "USD",
      initial: "100.00",
      shares: { US: "1/2", JP: "1/2" },
      callNotice: { days: 45, calendar: "joint" },
    },
    mandate: { clause: "6.1", sectors: [], geographies: [] },
    conflicts: { clause: "9.1", proposerExcluded: parts.proposerExcluded ?? true },
    terms: [],
    limits: [],
    waterfalls: [],
    distributions: [],
    unusedActs: [],
    freeze: {
      clause: "12.1",
      days: { days: 5, calendar: "calendar" },
      coolingOff: { days: 20, calendar: "calendar" },
    },
    finality: { clause: "13.1", mirrors: ["US", "JP"], mandatoryAfterHours: 72 },
    amendment: { clause: "15.1", entrenched: [] },
    acts: parts.acts ?? {},
  };
}

/** An officer's name from the seat: "us-1" sits on "US-1", for the party "US". */
export const officerOf = (seat: string): string => seat.toLowerCase();

export function evolveAll<State extends GovernanceState>(
  state: State,
  events: readonly GovernanceEvent[],
): State {
  let next = state;
  for (const event of events) next = evolveGovernance(next, event);
  return next;
}

/** A key pair for an officer, the same whenever it is asked for in one run. */
const keyPairs = new Map<string, { readonly raw: Buffer; readonly privateKey: KeyObject }>();

export function keyPairOf(name: string): { readonly raw: Buffer; readonly privateKey: KeyObject } {
  let pair = keyPairs.get(name);
  if (pair === undefined) {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    pair = { raw: publicKey.export({ format: "der", type: "spki" }).subarray(-32), privateKey };
    keyPairs.set(name, pair);
  }
  return pair;
}

/** The key's id, computed as the specification says and not as the code does (R3). */
export const keyIdOfRaw = (raw: Uint8Array): string =>
  createHash("sha256").update(raw).digest("hex").slice(0, 32);

export function enrolment(officer: string, partyId: string): GovernanceEvent {
  const { raw } = keyPairOf(officer);
  const id = keyIdOfRaw(raw);
  const publicKey = raw.toString("base64");
  return {
    kind: "officerEnrolled",
    officer: { id: officer, party: partyId, key: id },
    key: { id, officer, publicKey, status: "active" },
  };
}

/** A fund's governance with an officer on every seat, each seat its own officer. */
export function stateOf(charter: Charter, today: LocalDate = DAY): GovernanceState {
  const all = [...charter.parties, ...charter.bodies].flatMap((owner) => owner.seats);
  return evolveAll(emptyGovernance, [
    { kind: "charterInForce", version: charter.version, hash: "c".repeat(64), charter },
    { kind: "dayOpened", date: today },
    ...all.flatMap(({ id, party: partyId }): GovernanceEvent[] => [
      enrolment(officerOf(id), partyId),
      { kind: "seatFilled", seat: id, officer: officerOf(id) },
    ]),
  ]);
}

export function actOf(type: string, proposer: string, more: Partial<Act> = {}): Act {
  return {
    type,
    body: {},
    charterVersion: 1,
    effectiveDate: DAY,
    proposer,
    basis: "commercial",
    reason: "A test.",
    evidence: [],
    ...more,
  };
}

export const BOUNDS = "b".repeat(64);

/** An act that was proposed in entry 10. Its id is a stand-in: only the fund computes it. */
export function proposedAct(
  state: GovernanceState,
  proposal: { type: string; proposer: string; id?: string; concerns?: readonly string[] },
): { readonly state: GovernanceState; readonly id: string } {
  const { type, proposer, concerns = [] } = proposal;
  const id = proposal.id ?? "a".repeat(64);
  const act = actOf(type, proposer, { charterVersion: state.charter.version });
  const facts = { id, act, entry: 10, on: state.today, tier: 0, concerns, boundsDigest: BOUNDS };
  return { id, state: evolveGovernance(state, { kind: "actProposed", ...facts }) };
}

export function at(day: LocalDate, time = "12:00:00"): Instant {
  return instant(`${day}T${time}Z`);
}

/** A context at noon of a day, with the system's own Ed25519. */
export function contextOf(day: LocalDate, index = 20): Context {
  return {
    recordedAt: at(day),
    index,
    verify: (publicKey, message, signature) => {
      const prefix = Buffer.from("302a300506032b6570032100", "hex");
      const der = Buffer.concat([prefix, publicKey]);
      return verify(null, message, { key: der, format: "der", type: "spki" }, signature);
    },
    verifyP256: (point, message, signature) => {
      const prefix = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex");
      const key = { key: Buffer.concat([prefix, point]), format: "der", type: "spki" } as const;
      return verify("sha256", message, { ...key, dsaEncoding: "ieee-p1363" }, signature);
    },
    blob: () => undefined,
    rootAt: () => undefined,
  };
}

export function signBase64(officer: string, message: Uint8Array): string {
  return sign(null, message, keyPairOf(officer).privateKey).toString("base64");
}

export function approvalOf(actId: string, officer: string, more: Partial<Approval> = {}): Approval {
  return {
    kind: "approval",
    fund: "test-fund",
    actId,
    officer,
    decision: "approve",
    boundsDigest: BOUNDS,
    logSize: 11,
    notAfter: at(daysLater(3_000)),
    evidence: [],
    ...more,
  };
}

/** A decision as the record holds it, for tests that begin in the middle. */
export function decision(
  officer: string,
  held: readonly string[],
  choice: Decision["decision"] = "approve",
  withEvidence = false,
): Decision {
  return { officer, decision: choice, seats: held, on: DAY, withEvidence, entry: 12 };
}
