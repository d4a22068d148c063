import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";
import { base64Encode, hexEncode } from "@jointfund/core/base/bytes.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Result } from "@jointfund/core/base/result.ts";
import {
  addSeconds,
  dateOf,
  instant,
  toUnixSeconds,
  type Instant,
} from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { charterHash, encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { decide } from "@jointfund/core/fund/decide.ts";
import type { Effects } from "@jointfund/core/fund/effects.ts";
import { encodeEntry } from "@jointfund/core/fund/entry.ts";
import { evolve } from "@jointfund/core/fund/evolve.ts";
import { entryOf } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Context } from "@jointfund/core/governance/act-definition.ts";
import { actIdOf, keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import { protocolOf } from "@jointfund/core/governance/protocol.ts";
import type { Rejection } from "@jointfund/core/governance/rejection.ts";
import type { Act, SignedStatement, Statement } from "@jointfund/core/governance/statement.ts";
import { encodeCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { cosign } from "@jointfund/core/log/cosignature.ts";
import { ed25519Signer, encodeNote, signNote } from "@jointfund/core/log/note.ts";
import {
  formatVerifierKey,
  SIGNATURE_TYPES,
  verifierKey,
  type VerifierKey,
} from "@jointfund/core/log/verifier-key.ts";

/** A key pair that a label gives, the same on every machine. */
export type DemonstrationKey = {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
};

const PKCS8_ED25519 = Buffer.from("302e020100300506032b657004220420", "hex");

export function demonstrationKey(label: string): DemonstrationKey {
  const seed = createHash("sha256").update(`test key\n${label}`).digest();
  const der = Buffer.concat([PKCS8_ED25519, seed]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  return {
    publicKey: new Uint8Array(spki.subarray(spki.length - 32)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}

const SPKI_ED25519 = Buffer.from("302a300506032b6570032100", "hex");
const publicKeys = new Map<string, KeyObject>();

/** ES256 by Node's own library, independent of the code under test. */
export function verifyP256(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const prefix = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex");
  const der = Buffer.concat([prefix, publicKey]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify("sha256", message, { key, dsaEncoding: "ieee-p1363" }, signature);
}

export function verifyEd25519(
  raw: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const id = hexEncode(raw);
  let key = publicKeys.get(id);
  if (key === undefined) {
    const der = Buffer.concat([SPKI_ED25519, raw]);
    key = createPublicKey({ key: der, format: "der", type: "spki" });
    publicKeys.set(id, key);
  }
  return verify(null, message, key, signature);
}

export type SeatedOfficer = {
  readonly id: string;
  readonly party: string;
  readonly seats: readonly string[];
};

/** One officer for each seat of the charter, named after the seat in lower case. */
export function officersOf(charter: Charter): readonly SeatedOfficer[] {
  const seats = [...charter.parties, ...charter.bodies].flatMap((owner) => owner.seats);
  return seats.map(({ id, party }) => ({ id: id.toLowerCase(), party, seats: [id] }));
}

export type ActDraft = {
  readonly type: string;
  readonly by: string;
  readonly body: { readonly [field: string]: Json };
  readonly effectiveDate?: string;
} & Partial<Omit<Act, "type" | "body" | "effectiveDate" | "proposer">>;

/** A fund in memory, decided and evolved by the core alone, with a clock that the test moves. */
export class DemonstrationFund {
  readonly charter: Charter;
  readonly officers: readonly SeatedOfficer[];
  readonly blobs = new Map<string, Uint8Array>();
  readonly leaves: Uint8Array[] = [];
  now: Instant = instant("2025-06-16T09:00:00Z");
  rootAt: Context["rootAt"] = () => undefined;
  /** Tests of long lives take signatures for good: verifying them is most of the work. */
  verify: Context["verify"] = verifyEd25519;
  readonly #keys = new Map<string, DemonstrationKey>();
  #state: FundState | undefined;

  constructor(charter: Charter, officers: readonly SeatedOfficer[] = officersOf(charter)) {
    this.charter = charter;
    this.officers = officers;
    this.blobs.set(charterHash(charter), encodeCharter(charter));
  }

  get state(): FundState {
    if (this.#state === undefined) throw new Error("the fund is not founded");
    return this.#state;
  }

  get stateOrNone(): FundState | undefined {
    return this.#state;
  }

  /** The same fund at this moment, so that two tests can go on from it apart. */
  fork(): DemonstrationFund {
    const fork = new DemonstrationFund(this.charter, this.officers);
    for (const [hash, bytes] of this.blobs) fork.blobs.set(hash, bytes);
    for (const [officer, key] of this.#keys) fork.#keys.set(officer, key);
    fork.leaves.push(...this.leaves);
    fork.now = this.now;
    fork.rootAt = this.rootAt;
    fork.verify = this.verify;
    fork.#state = this.#state;
    return fork;
  }

  /** Puts the fund into a state that would be long to reach, for a test of what follows from it. */
  change(change: (state: FundState) => FundState): this {
    this.#state = change(this.state);
    return this;
  }

  keyOf(officer: string): DemonstrationKey {
    let key = this.#keys.get(officer);
    if (key === undefined) this.#keys.set(officer, (key = demonstrationKey(officer)));
    return key;
  }

  useKey(officer: string, key: DemonstrationKey): void {
    this.#keys.set(officer, key);
  }

  context(): Context {
    return {
      recordedAt: this.now,
      index: this.leaves.length,
      verify: this.verify,
      verifyP256,
      blob: (hash) => this.blobs.get(hash),
      rootAt: (size) => this.rootAt(size),
    };
  }

  signed(statement: Statement, ...officers: readonly string[]): SignedStatement {
    const message = signingBytes(statement);
    const signatures = officers.map((officer) => {
      const key = this.keyOf(officer);
      return { key: keyIdOf(key.publicKey), signature: base64Encode(key.sign(message)) };
    });
    return { statement, signatures };
  }

  decide(signed: SignedStatement): Result<Effects, Rejection> {
    return decide(this.#state, signed, this.context());
  }

  /** Decides and, if the rules allow it, records. */
  submit(signed: SignedStatement): Result<Effects, Rejection> {
    const decided = this.decide(signed);
    if (!decided.ok) return decided;
    const blob = (hash: string): Uint8Array | undefined => this.blobs.get(hash);
    const protocol = protocolOf(this.#state, signed.statement, blob);
    this.leaves.push(encodeEntry(entryOf(signed, decided.value, this.now, protocol)));
    this.#state = evolve(this.#state, decided.value, this.now);
    return decided;
  }

  /** The same, for what a test knows to be allowed. */
  must(signed: SignedStatement): Effects {
    const decided = this.submit(signed);
    if (decided.ok) return decided.value;
    throw new Error(`${signed.statement.kind} refused: ${JSON.stringify(decided.error)}`);
  }

  vkey(name: string, label: string, kind: keyof typeof SIGNATURE_TYPES): string {
    return formatVerifierKey(this.#key(name, label, kind));
  }

  #key(name: string, label: string, kind: keyof typeof SIGNATURE_TYPES): VerifierKey {
    const key = verifierKey(name, SIGNATURE_TYPES[kind], demonstrationKey(label).publicKey);
    if (!key.ok) throw new Error(`no verifier key for ${name}`);
    return key.value;
  }

  #mirrorName(party: string): string {
    return `${party.toLowerCase()}.${this.charter.origin}`;
  }

  /** The founding; a test may change what its body says. */
  foundingStatement(change: { readonly [field: string]: Json } = {}): SignedStatement {
    const { charter } = this;
    const act: Act = {
      type: "charter.adopt",
      body: {
        charter: charterHash(charter),
        logKey: this.vkey(charter.origin, "log", "ed25519"),
        mirrors: charter.finality.mirrors.map((party) => ({
          party,
          vkey: this.vkey(this.#mirrorName(party), `mirror ${party}`, "cosignature"),
        })),
        witnesses: [],
        officers: this.officers.map(({ id, party, seats }) => ({
          id,
          party,
          publicKey: base64Encode(this.keyOf(id).publicKey),
          seats,
        })),
        ...change,
      },
      charterVersion: charter.version,
      effectiveDate: dateOf(this.now),
      proposer: this.officers[0]!.id,
      basis: "commercial",
      reason: "Both governments adopt the charter",
      evidence: [],
    };
    const statement: Statement = { kind: "founding", fund: charter.id, act };
    return this.signed(statement, ...this.officers.map(({ id }) => id));
  }

  found(): this {
    this.must(this.foundingStatement());
    return this;
  }

  get operator(): string {
    const party = this.charter.parties.find(({ kind }) => kind === "operator")!.id;
    return this.officers.find((officer) => officer.party === party)!.id;
  }

  /** The same charter with other officers, not yet founded. */
  withOfficers(officers: readonly SeatedOfficer[]): DemonstrationFund {
    return new DemonstrationFund(this.charter, officers);
  }

  dayOpening(date: string): SignedStatement {
    const officer = this.operator;
    const opened = date as Act["effectiveDate"];
    return this.signed({ kind: "day.open", fund: this.charter.id, officer, date: opened }, officer);
  }

  /** A checkpoint note of this log, cosigned by the mirrors of the parties. */
  checkpoint(size: number, root: Uint8Array, parties: readonly string[]): string {
    const body = encodeCheckpoint({ origin: this.charter.origin, size, root });
    const logKey = this.#key(this.charter.origin, "log", "ed25519");
    const log = ed25519Signer(logKey, demonstrationKey("log").sign);
    if (!body.ok) throw new Error(`no checkpoint: ${body.error.code}`);
    const note = signNote(body.value, [log]);
    if (!note.ok) throw new Error(`no note: ${note.error.code}`);
    const time = toUnixSeconds(this.now);
    const cosignatures = parties.map((party) => {
      const key = this.#key(this.#mirrorName(party), `mirror ${party}`, "cosignature");
      return cosign(body.value, time, key, demonstrationKey(`mirror ${party}`).sign);
    });
    const signatures = [...note.value.signatures, ...cosignatures];
    return Buffer.from(encodeNote({ text: note.value.text, signatures })).toString("utf8");
  }

  finality(checkpoint: string): SignedStatement {
    const officer = this.operator;
    return this.signed(
      { kind: "finality.record", fund: this.charter.id, officer, checkpoint },
      officer,
    );
  }

  /** Opens the day of the instant and goes on from there. */
  at(time: string): this {
    this.now = instant(time);
    const date = dateOf(this.now);
    if (date !== this.state.today) {
      const officer = this.operator;
      this.must(this.signed({ kind: "day.open", fund: this.charter.id, officer, date }, officer));
    }
    return this;
  }

  /** Opens the next days, one after the other, up to a date. */
  until(date: string): this {
    while (this.state.today < date) {
      const next = addSeconds(this.now, 86_400);
      if (!next.ok) throw new Error("the calendar has ended");
      this.at(next.value);
    }
    return this;
  }

  act(draft: ActDraft): Act {
    const { by, effectiveDate, ...rest } = draft;
    return {
      charterVersion: this.#state?.charter.version ?? this.charter.version,
      basis: "commercial",
      reason: "For the test",
      evidence: [],
      ...rest,
      effectiveDate: (effectiveDate ?? dateOf(this.now)) as Act["effectiveDate"],
      proposer: by,
    };
  }

  idOf(act: Act): string {
    return actIdOf(this.charter.id, act);
  }

  proposal(draft: ActDraft): SignedStatement {
    const act = this.act(draft);
    return this.signed({ kind: "proposal", fund: this.charter.id, act }, draft.by);
  }

  fact(draft: ActDraft): SignedStatement {
    const act = this.act(draft);
    return this.signed({ kind: "fact", fund: this.charter.id, act }, draft.by);
  }

  propose(draft: ActDraft): string {
    this.must(this.proposal(draft));
    return this.idOf(this.act(draft));
  }

  report(draft: ActDraft): string {
    this.must(this.fact(draft));
    return this.idOf(this.act(draft));
  }

  approval(
    actId: string,
    officer: string,
    decision: "approve" | "reject" = "approve",
    evidence: readonly string[] = [],
  ): SignedStatement {
    const notAfter = addSeconds(this.now, 30 * 86_400);
    if (!notAfter.ok) throw new Error("the calendar has ended");
    const statement: Statement = {
      kind: "approval",
      fund: this.charter.id,
      ...{ actId, officer, decision, evidence },
      boundsDigest: this.state.acts.get(actId)?.boundsDigest ?? "0".repeat(64),
      logSize: this.leaves.length,
      notAfter: notAfter.value,
    };
    return this.signed(statement, officer);
  }

  approve(actId: string, ...officers: readonly string[]): this {
    for (const officer of officers) this.must(this.approval(actId, officer));
    return this;
  }

  execution(actId: string, officer: string): SignedStatement {
    return this.signed({ kind: "execution", fund: this.charter.id, actId, officer }, officer);
  }

  execute(actId: string, officer: string = this.officers[0]!.id): Effects {
    return this.must(this.execution(actId, officer));
  }

  /** Proposes, has it approved and executes it, all on the day that is open. */
  enact(draft: ActDraft, ...approvers: readonly string[]): string {
    const id = this.propose(draft);
    this.approve(id, ...approvers);
    this.execute(id);
    return id;
  }
}
