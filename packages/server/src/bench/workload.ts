import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assert } from "@jointfund/core/base/assert.ts";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { canonicalBytes, type Json } from "@jointfund/core/base/canonical.ts";
import { sha256Hex } from "@jointfund/core/base/sha256.ts";
import {
  addDays,
  dateOf,
  instant,
  localDate,
  type Instant,
  type LocalDate,
} from "@jointfund/core/calendar/date.ts";
import { decodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import { catalogue } from "@jointfund/core/fund/catalogue.ts";
import { actIdOf, keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import { boundsDigestOf } from "@jointfund/core/governance/proposal.ts";
import type { Act, Founding, Statement } from "@jointfund/core/governance/statement.ts";
import {
  formatVerifierKey,
  SIGNATURE_TYPES,
  verifierKey,
} from "@jointfund/core/log/verifier-key.ts";
import { demonstrationKey } from "../application/demonstration-keys.ts";
import type { Operator } from "../application/operator.ts";
import { readYaml } from "../charter/yaml-document.ts";
import type { Signer } from "../ports.ts";

const CHARTER_FILE = join(import.meta.dirname, "../../../../charters/us-japan.yaml");
const FIRST_INSTANT = instant("2027-01-04T14:00:00Z");
/** Days from a call to the day on which it is due. */
const DUE_DAYS = 148;
const APPROVE_UNTIL = instant("2059-12-31T00:00:00Z");
/** Each side's commitment: 150 billion US dollars in cents. */
const COMMITTED = "15000000000000";
/** Each side's part of one call: 1,000 US dollars in cents. */
const CALLED = "100000";
/** Five board seats, two of each side at least: just the majority that a call needs. */
const BOARD = ["us-1", "us-2", "us-3", "jp-1", "jp-2"];

const NO_SIGNATURE = new Uint8Array(64);

/** Statements that one capital call takes: proposal, approvals, execution, two receipts. */
export const CYCLE_STATEMENTS = BOARD.length + 4;

/**
 * A founded fund under the example charter, and any number of capital calls on it: every statement
 * is signed, every act approved and executed, and each leads to exactly one entry.
 */
export type Workload = {
  readonly start: Instant;
  readonly charter: Uint8Array;
  readonly operator: Operator;
  readonly mirrors: readonly {
    readonly party: string;
    readonly name: string;
    readonly signer: Signer;
  }[];
  /** Founding and both commitments: what comes before the first call. */
  readonly opening: readonly Uint8Array[];
  /** The statements of call `n`, counted from 0, in the order in which they must be recorded. */
  readonly cycle: (n: number) => readonly Uint8Array[];
  /** The same with signatures of zeros, for measurements that verify nothing. */
  readonly unsignedCycle: (n: number) => readonly Uint8Array[];
  /** When call `n` is made. */
  readonly instantOf: (n: number) => Instant;
  /** The raw key of that id. */
  readonly publicKey: (keyId: string) => Uint8Array;
};

type Seat = { readonly id: string; readonly party: string };

class WorkloadBuilder {
  readonly #fund: string;
  readonly #version: number;
  readonly #keys = new Map<string, Signer>();
  /** Whether statements get real signatures. */
  signs = true;
  today = localDate(FIRST_INSTANT.slice(0, 10));

  constructor(fund: string, version: number) {
    this.#fund = fund;
    this.#version = version;
  }

  key(officer: string): Signer {
    const known = this.#keys.get(officer) ?? demonstrationKey(`officer ${officer}`);
    this.#keys.set(officer, known);
    return known;
  }

  publicKey(keyId: string): Uint8Array {
    for (const { publicKey } of this.#keys.values()) {
      if (keyIdOf(publicKey) === keyId) return publicKey;
    }
    assert(false, "every signature is by a key of the workload");
  }

  act(type: string, proposer: string, body: Act["body"], more: Partial<Act> = {}): Act {
    const { today: effectiveDate } = this;
    return {
      ...{ type, body, proposer, charterVersion: this.#version, effectiveDate },
      ...{ basis: "commercial", reason: "Benchmark", evidence: [], ...more },
    };
  }

  signed(statement: Statement, officers: readonly string[]): Uint8Array {
    const message = signingBytes(statement);
    const signatures = officers.map((officer) => {
      const { publicKey, sign } = this.key(officer);
      const signature = this.signs ? sign(message) : NO_SIGNATURE;
      return { key: keyIdOf(publicKey), signature: base64Encode(signature) };
    });
    return encodeSigned({ statement, signatures });
  }

  propose(act: Act): Uint8Array {
    return this.signed({ kind: "proposal", fund: this.#fund, act }, [act.proposer]);
  }

  state(act: Act): Uint8Array {
    return this.signed({ kind: "fact", fund: this.#fund, act }, [act.proposer]);
  }

  idOf(act: Act): string {
    return actIdOf(this.#fund, act);
  }

  approve(act: Act, officers: readonly string[], logSize: number): Uint8Array[] {
    const definition = catalogue.get(act.type);
    const body = definition?.decode(act.body);
    assert(definition !== undefined && body !== undefined && body.ok, "the act has a body");
    const actId = this.idOf(act);
    const boundsDigest = boundsDigestOf(actId, definition.fixed(body.value), act.bounds);
    return officers.map((officer) => {
      const approval = { kind: "approval", fund: this.#fund, actId, officer } as const;
      const terms = { boundsDigest, logSize, notAfter: APPROVE_UNTIL, evidence: [] };
      return this.signed({ ...approval, decision: "approve", ...terms }, [officer]);
    });
  }

  execute(act: Act, officer: string): Uint8Array {
    const actId = this.idOf(act);
    return this.signed({ kind: "execution", fund: this.#fund, actId, officer }, [officer]);
  }

  /** Proposal, approvals and execution, the first of which becomes entry `index`. */
  decided(act: Act, approvers: readonly string[], index: number): Uint8Array[] {
    const approvals = this.approve(act, approvers, index + 1);
    return [this.propose(act), ...approvals, this.execute(act, act.proposer)];
  }
}

function readExampleCharter(): Json {
  const { json } = readYaml(readFileSync(CHARTER_FILE));
  assert(json !== undefined, "the example charter is readable");
  return json;
}

/** The officer who holds a seat: one officer a seat, named after it. */
const officerOf = (seat: string): string => seat.toLowerCase();

/** How the calls of a workload lie in time. */
export type WorkloadTimes = {
  /** Calls of one day; without it all are made on the first. */
  readonly callsPerDay?: number;
};

export function createWorkload({ callsPerDay = Infinity }: WorkloadTimes = {}): Workload {
  const json = readExampleCharter();
  const decoded = decodeCharter(json);
  assert(decoded.ok, "the example charter is valid");
  const { id: fund, version, origin, parties, bodies } = decoded.value;
  const charter = canonicalBytes(json);
  const seats = [...parties, ...bodies].flatMap((owner): readonly Seat[] => owner.seats);
  const builder = new WorkloadBuilder(fund, version);
  const operator: Operator = {
    officer: officerOf("OP-1"),
    signer: builder.key(officerOf("OP-1")),
    log: { name: origin, signer: demonstrationKey("log") },
  };
  const mirrors = ["US", "JP"].map((party) => ({
    party,
    name: `mirror-${party.toLowerCase()}.example`,
    signer: demonstrationKey(`mirror ${party}`),
  }));

  const founding = foundingOf(builder, {
    ...{ fund, version, charter, seats },
    logKey: vkey(operator.log.name, SIGNATURE_TYPES.ed25519, operator.log.signer),
    mirrors: mirrors.map(({ party, name, signer }) => ({
      party,
      vkey: vkey(name, SIGNATURE_TYPES.cosignature, signer),
    })),
  });
  const commitments = ["US", "JP"].map((party) => commitmentOf(builder, party));
  const approvers = ["us-t1", "jp-t1"];
  const opening = [
    founding,
    ...commitments.flatMap((act, n) => builder.decided(act, approvers, 1 + n * 4)),
  ];
  const ids = commitments.map((act) => builder.idOf(act));
  const dayOf = (n: number): number => Math.floor(n / callsPerDay);
  const cycle = (n: number, signs = true): Uint8Array[] => {
    builder.signs = signs;
    builder.today = dayAfter(FIRST_INSTANT, dayOf(n));
    // The opening of each later day is an entry too.
    return cycleOf(builder, ids, n, opening.length + n * CYCLE_STATEMENTS + dayOf(n));
  };
  return {
    ...{ start: FIRST_INSTANT, charter, operator, mirrors, opening },
    cycle: (n) => cycle(n),
    unsignedCycle: (n) => cycle(n, false),
    publicKey: (keyId) => builder.publicKey(keyId),
    instantOf: (n) => instant(`${dayAfter(FIRST_INSTANT, dayOf(n))}${FIRST_INSTANT.slice(10)}`),
  };
}

function dayAfter(first: Instant, days: number): LocalDate {
  const day = addDays(dateOf(first), days);
  assert(day.ok, "a workload ends before the calendar does");
  return day.value;
}

function vkey(name: string, type: 1 | 4, { publicKey }: Signer): string {
  const key = verifierKey(name, type, publicKey);
  assert(key.ok, "a key has a name");
  return formatVerifierKey(key.value);
}

function foundingOf(
  builder: WorkloadBuilder,
  terms: {
    readonly fund: string;
    readonly version: number;
    readonly charter: Uint8Array;
    readonly seats: readonly Seat[];
    readonly logKey: string;
    readonly mirrors: readonly { readonly party: string; readonly vkey: string }[];
  },
): Uint8Array {
  const officers = terms.seats.map(({ id, party }) => ({
    id: officerOf(id),
    party,
    publicKey: base64Encode(builder.key(officerOf(id)).publicKey),
    seats: [id],
  }));
  const body = {
    charter: sha256Hex(terms.charter),
    logKey: terms.logKey,
    mirrors: terms.mirrors,
    witnesses: [],
    officers,
  };
  const act = builder.act("charter.adopt", officerOf("US-T1"), body);
  const statement: Founding = { kind: "founding", fund: terms.fund, act };
  return builder.signed(
    statement,
    officers.map(({ id }) => id),
  );
}

function commitmentOf(builder: WorkloadBuilder, party: string): Act {
  const authority = {
    law: "Benchmark Act",
    fiscalYear: "2027",
    amount: COMMITTED,
    expires: "2059-12-31",
  };
  const body = { party, currency: "USD", amount: COMMITTED, authority };
  return builder.act("commitment.accept", `${party.toLowerCase()}-t1`, body);
}

/** One capital call from its proposal to the money: the statements from entry `index` on. */
function cycleOf(
  builder: WorkloadBuilder,
  commitments: readonly string[],
  n: number,
  index: number,
): Uint8Array[] {
  const items = ["US", "JP"].map((party, i) => ({
    party,
    commitment: commitments[i]!,
    amount: CALLED,
  }));
  const dueDate = dayAfter(instant(`${builder.today}T00:00:00Z`), DUE_DAYS);
  const terms = { class: "founders", currency: "USD", dueDate, price: "1.00", items };
  const more = { effectiveDate: dueDate, idempotencyKey: `call-${n}` };
  const call = builder.act("capital.call", "m-1", terms, more);
  const receipts = ["US", "JP"].map((party) => {
    const body = { call: builder.idOf(call), party, currency: "USD", amount: CALLED };
    return builder.state(builder.act("capital.receive", "cu-1", body));
  });
  return [...builder.decided(call, BOARD, index), ...receipts];
}
