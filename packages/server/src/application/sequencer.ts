import { encodingFault } from "@jointfund/core/base/canonical.ts";
import { compareInstants, dateOf, type Instant } from "@jointfund/core/calendar/date.ts";
import { decide } from "@jointfund/core/fund/decide.ts";
import type { Effects } from "@jointfund/core/fund/effects.ts";
import { decodeSigned, encodeSigned, type Entry } from "@jointfund/core/fund/entry.ts";
import { evolve } from "@jointfund/core/fund/evolve.ts";
import { entryOf } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Context } from "@jointfund/core/governance/act-definition.ts";
import { signingBytes } from "@jointfund/core/governance/identity.ts";
import { checkSignature } from "@jointfund/core/governance/officer-key.ts";
import { protocolOf } from "@jointfund/core/governance/protocol.ts";
import { rejection, type Rejection } from "@jointfund/core/governance/rejection.ts";
import type { SignedStatement, Statement } from "@jointfund/core/governance/statement.ts";
import { ENTRY_BYTES_MAX } from "@jointfund/core/log/tiles.ts";
import type { Clock } from "../ports.ts";
import type { LogTree } from "../storage/log-tree.ts";
import { dayOpening, refusalOf, signStatement, type Operator } from "./operator.ts";
import type { Receipt } from "./receipt.ts";
import type { RecordedRefusals } from "./recorded-refusals.ts";

/** What a rule may ask for that is no part of the state, except time and place. */
export type Surroundings = Pick<Context, "verify" | "verifyP256" | "blob">;

/** The operator's own statement, made when its turn comes; nothing if there is nothing to say. */
export type MakeStatement = (
  state: FundState,
  index: number,
  recordedAt: Instant,
) => Statement | undefined;

/** What comes in: the bytes of a signed statement, or the operator's own next statement. */
export type Submission = Uint8Array | MakeStatement;

/** What a submission leads to: the entries to append, none or several, and what to answer then. */
export type Sequenced = {
  readonly leaves: readonly Uint8Array[];
  readonly receipt: Receipt | undefined;
};

/** The operator's own statement was refused: what runs the fund is not set up as it was founded. */
export class OperatorRefused extends Error {
  override readonly name = "OperatorRefused";

  constructor(kind: string, { code, facts }: Rejection) {
    super(`the operator's ${kind} was refused: ${code} ${JSON.stringify(facts)}`);
  }
}

/** Refused without an entry, because it could not be replayed: the content may turn up later. */
const NOT_REPRODUCIBLE = new Set(["blob_missing"]);

/**
 * Puts statements in an order, one after the other, and decides each on the state that the ones
 * before it left (R20, R21). Everything here is ahead of what is synced: nothing may be answered
 * until its entries are.
 */
export class Sequencer {
  readonly #operator: Operator;
  readonly #clock: Clock;
  readonly #surroundings: Surroundings;
  readonly #tree: LogTree;
  readonly #refusals: RecordedRefusals;
  #state: FundState | undefined;

  constructor(options: {
    readonly operator: Operator;
    readonly clock: Clock;
    readonly surroundings: Surroundings;
    readonly tree: LogTree;
    readonly refusals: RecordedRefusals;
    readonly state: FundState | undefined;
  }) {
    this.#operator = options.operator;
    this.#clock = options.clock;
    this.#surroundings = options.surroundings;
    this.#tree = options.tree;
    this.#refusals = options.refusals;
    this.#state = options.state;
  }

  /** The state after everything that was sequenced. */
  get state(): FundState | undefined {
    return this.#state;
  }

  /** Entries that were sequenced. */
  get size(): number {
    return this.#tree.size;
  }

  /** Decides what came in. Throws `OperatorRefused`, and whatever the surroundings throw. */
  sequence(submission: Submission): Sequenced {
    const leaves: Uint8Array[] = [];
    const recordedAt = this.#now();
    if (typeof submission !== "function") {
      const decoded = decodeSigned(submission);
      if (!decoded.ok) {
        const { code, facts } = decoded.error;
        return { leaves, receipt: { status: "refused", rejection: rejection(code, "R15", facts) } };
      }
      this.#openDay(recordedAt, leaves);
      const signed = { ...decoded.value, bytes: submission };
      return { leaves, receipt: this.#record(signed, recordedAt, leaves) };
    }
    if (this.#state === undefined) return { leaves, receipt: undefined };
    this.#openDay(recordedAt, leaves);
    const statement = submission(this.#state, this.size, recordedAt);
    if (statement === undefined) return { leaves, receipt: undefined };
    return { leaves, receipt: this.#say(statement, recordedAt, leaves) };
  }

  /** The time of the next entry: the clock's, unless that has run back (R11). */
  #now(): Instant {
    const now = this.#clock.now();
    const last = this.#state?.recordedAt;
    return last !== undefined && compareInstants(now, last) < 0 ? last : now;
  }

  /** Opens the day of the next entry, if it is a later one than the day that is open (R14). */
  #openDay(recordedAt: Instant, leaves: Uint8Array[]): void {
    if (this.#state === undefined || dateOf(recordedAt) <= this.#state.today) return;
    const fund = this.#state.charter.id;
    const statement = dayOpening(fund, this.#operator.officer, dateOf(recordedAt));
    this.#say(statement, recordedAt, leaves);
  }

  /** Records a statement of the operator's own, which the rules must accept. */
  #say(statement: Statement, recordedAt: Instant, leaves: Uint8Array[]): Receipt {
    const signed = signStatement(statement, this.#operator.signer);
    const effects = decide(this.#state, signed, this.#context(recordedAt));
    if (!effects.ok) throw new OperatorRefused(statement.kind, effects.error);
    const index = this.#append(withBytes(signed), effects.value, recordedAt, leaves);
    if (typeof index !== "number") throw new OperatorRefused(statement.kind, index);
    return { status: "accepted", index };
  }

  #record(signed: Received, recordedAt: Instant, leaves: Uint8Array[]): Receipt {
    const effects = decide(this.#state, signed, this.#context(recordedAt));
    if (!effects.ok) return this.#refuse(signed, effects.error, recordedAt, leaves);
    const index = this.#append(signed, effects.value, recordedAt, leaves);
    if (typeof index !== "number") return { status: "refused", rejection: index };
    const actId = actIdIn(signed.statement, effects.value);
    return { status: "accepted", index, ...(actId === undefined ? {} : { actId }) };
  }

  /**
   * Answers a refusal, and records it if it can be replayed, is somebody's statement and isn't on
   * record already (R15).
   */
  #refuse(signed: Received, reason: Rejection, recordedAt: Instant, leaves: Uint8Array[]): Receipt {
    const entry = reason.facts["entry"];
    if (reason.code === "already_recorded" && typeof entry === "number") {
      return { status: "already", index: entry };
    }
    const refused = { status: "refused", rejection: reason } as const;
    if (this.#state === undefined || NOT_REPRODUCIBLE.has(reason.code)) return refused;
    const earlier = this.#refusals.find(signed.bytes, reason.code);
    if (earlier !== undefined) return { ...refused, index: earlier };
    if (!this.#isSignedByOfficer(this.#state, signed)) return refused;
    const { officer, signer } = this.#operator;
    const statement = refusalOf(this.#state.charter.id, officer, signed, reason);
    // A refusal encloses the statement more deeply: what is at the limit itself fits no entry.
    if (encodingFault({ statement }) !== undefined) return refused;
    const refusal = signStatement(statement, signer);
    const effects = decide(this.#state, refusal, this.#context(recordedAt));
    if (!effects.ok) throw new OperatorRefused("refusal", effects.error);
    const index = this.#append(withBytes(refusal), effects.value, recordedAt, leaves);
    if (typeof index !== "number") return refused;
    this.#refusals.add(signed.bytes, reason.code, index);
    return { ...refused, index };
  }

  /**
   * Whether a key that the fund knows has signed it. Without this anybody could fill the record
   * with refusals, by naming an officer's key beside a signature that is none.
   */
  #isSignedByOfficer(state: FundState, { statement, signatures }: SignedStatement): boolean {
    const message = signingBytes(statement);
    const judged = { terms: state.charter.passkeys, checks: this.#surroundings };
    return signatures.some((signature) => {
      const key = state.keys.get(signature.key);
      return key !== undefined && checkSignature(key, signature, message, judged) === undefined;
    });
  }

  /** Takes a decided statement into the tentative state; a rejection if its entry is too long. */
  #append(
    signed: Received,
    effects: Effects,
    recordedAt: Instant,
    leaves: Uint8Array[],
  ): number | Rejection {
    const protocol = protocolOf(this.#state, signed.statement, this.#surroundings.blob);
    const leaf = leafOf(signed, entryOf(signed, effects, recordedAt, protocol));
    if (leaf.length > ENTRY_BYTES_MAX) {
      const facts = { actual: leaf.length, required: ENTRY_BYTES_MAX };
      return rejection("entry_too_long", "R10", facts);
    }
    const index = this.size;
    this.#tree.append(leaf);
    this.#state = evolve(this.#state, effects, recordedAt);
    leaves.push(leaf);
    return index;
  }

  #context(recordedAt: Instant): Context {
    const rootAt = (size: number): Uint8Array | undefined => this.#tree.rootAt(size);
    return { ...this.#surroundings, recordedAt, index: this.size, rootAt };
  }
}

/** A statement beside the canonical bytes that it was read from. */
type Received = SignedStatement & { readonly bytes: Uint8Array };

const withBytes = (signed: SignedStatement): Received => ({
  ...signed,
  bytes: encodeSigned(signed),
});

/**
 * The bytes of an entry (R10), which `encodeEntry` would make too. The two fields of a signed
 * statement come last in the order of the keys, so what was received stands in the entry as it is,
 * but for its opening brace, and need not be written again.
 */
function leafOf(signed: Received, { effectsHash, protocol, recordedAt }: Entry): Uint8Array {
  const cause = `"effectsHash":"${effectsHash}","protocol":${protocol}`;
  const head = `{${cause},"recordedAt":"${recordedAt}",`;
  const leaf = new Uint8Array(head.length + signed.bytes.length - 1);
  for (let i = 0; i < head.length; i++) leaf[i] = head.charCodeAt(i);
  leaf.set(signed.bytes.subarray(1), head.length);
  return leaf;
}

/** The act that a statement brings in or is about. */
function actIdIn(statement: Statement, effects: Effects): string | undefined {
  if ("actId" in statement) return statement.actId;
  for (const event of effects) {
    if (event.kind === "actProposed" || event.kind === "factRecorded") return event.id;
  }
  return undefined;
}
