import type { Json } from "../base/canonical.ts";
import type { Result } from "../base/result.ts";
import type { Schema } from "../base/schema.ts";
import type { Instant, LocalDate } from "../calendar/date.ts";
import type { Protocol } from "./protocol.ts";
import type { Rejection } from "./rejection.ts";
import type { GovernanceState } from "./state.ts";
import type { Act } from "./statement.ts";

/** An amount of minor units of a currency: what approval tiers and limits see of an act. */
export type ActAmount = { readonly currency: string; readonly minor: bigint };

/**
 * What a rule may know besides the state: nothing here is read from a clock, a disk or a network.
 */
export type Context = {
  readonly recordedAt: Instant;
  /** Index in the log of the entry that is being decided. */
  readonly index: number;
  /** Ed25519 verification of a raw public key, lent by the edge. */
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
  /**
   * ECDSA verification on P-256 with SHA-256 (ES256), lent by the edge: the uncompressed point, the
   * message, and r and s of 32 bytes each.
   */
  readonly verifyP256: (
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => boolean;
  /** Content by the hex SHA-256 of its bytes; the edge has checked that they hash to it. */
  readonly blob: (hash: string) => Uint8Array | undefined;
  /** Root of this log at a size no larger than `index`. */
  readonly rootAt: (size: number) => Uint8Array | undefined;
};

/** An act while it is decided: its id, content and place. */
export type ActInHand<Body> = {
  readonly id: string;
  readonly act: Act;
  readonly body: Body;
  readonly effectiveDate: LocalDate;
  /** The clause of the rule that governs the act. */
  readonly clause: string;
};

/**
 * One act type: the only place that knows its body, its guards and its effects.
 *
 * `check` runs when the act is proposed and again when it takes effect; `effects` only then. For a
 * fact both run when it is recorded. State is whatever slice of the fund's state the type needs.
 */
export type ActDefinition<Body, State extends GovernanceState, Event> = {
  readonly type: string;
  readonly nature: "decision" | "fact";
  /** The form of its body: what decoding, JSON Schema and the reference come from. */
  readonly schema: Schema<Body>;
  /** Body from its canonical JSON by the rules in force, or what is wrong with it as facts. */
  readonly decode: (body: Json, protocol?: Protocol) => Result<Body, readonly Json[]>;
  readonly check: (
    state: State,
    inHand: ActInHand<Body>,
    context: Context,
  ) => Rejection | undefined;
  readonly effects: (
    state: State,
    inHand: ActInHand<Body>,
    context: Context,
  ) => Result<readonly Event[], Rejection>;
  /** Companies and parties whose interest in the act is a conflict. */
  readonly concerns: (state: State, body: Body) => readonly string[];
  readonly amount: (state: State, body: Body) => ActAmount | undefined;
  /**
   * The amounts and postings that the act itself fixes, whatever the state: what approvals sign.
   */
  readonly fixed: (body: Body) => Json;
};
