import type { Json } from "../base/canonical.ts";
import type { Instant, LocalDate } from "../calendar/date.ts";
import type { Assertion } from "./passkey.ts";

/**
 * What a key signs (docs/spec/record.md). A statement names the fund it belongs to, so that it can
 * never be replayed to another one, and is signed over its canonical bytes.
 */
export type Statement =
  | Founding
  | Proposal
  | Approval
  | Objection
  | Recusal
  | ConsultationResponse
  | Fact
  | Execution
  | Refusal
  | DayOpening
  | Seal
  | FinalityRecord;

export type StatementKind = Statement["kind"];

/** A decision or fact with a body and an effective date. Its id is a hash of it (R1). */
export type Act = {
  readonly type: string;
  readonly body: { readonly [field: string]: Json };
  readonly charterVersion: number;
  /** Business date on which the act takes effect in the books. */
  readonly effectiveDate: LocalDate;
  /** Officer who proposes or reports. */
  readonly proposer: string;
  readonly basis: "commercial" | "policy";
  readonly reason: string;
  /** SHA-256 of the documents that support the act, lower-case hex. */
  readonly evidence: readonly string[];
  /** Same key with other content is refused; the same act sent twice is harmless. */
  readonly idempotencyKey?: string;
  readonly bounds?: Bounds;
};

/** What the effects may at most be when they are computed again at execution. */
export type Bounds = {
  /** Most cash that may leave the vehicle, minor units as text. */
  readonly mostCash?: { readonly currency: string; readonly minor: string };
  /** Least and most price per unit, decimal text in the vehicle's currency. */
  readonly price?: { readonly least: string; readonly most: string };
};

export type Founding = { readonly kind: "founding"; readonly fund: string; readonly act: Act };
export type Proposal = { readonly kind: "proposal"; readonly fund: string; readonly act: Act };
export type Fact = { readonly kind: "fact"; readonly fund: string; readonly act: Act };

export type Approval = {
  readonly kind: "approval";
  readonly fund: string;
  readonly actId: string;
  readonly officer: string;
  readonly decision: "approve" | "reject";
  /** Digest of what the act fixes and of the bounds that it states. */
  readonly boundsDigest: string;
  /** Size of the log that the officer had seen. */
  readonly logSize: number;
  readonly notAfter: Instant;
  /** Evidence of the domestic procedure, for a ratification. */
  readonly evidence: readonly string[];
};

export type Objection = {
  readonly kind: "objection";
  readonly fund: string;
  readonly actId: string;
  readonly officer: string;
  readonly power: "objection" | "veto";
  readonly reason: string;
};

export type Recusal = {
  readonly kind: "recusal";
  readonly fund: string;
  readonly actId: string;
  readonly officer: string;
  readonly reason: string;
};

export type ConsultationResponse = {
  readonly kind: "consultation";
  readonly fund: string;
  readonly actId: string;
  readonly officer: string;
  readonly body: string;
  readonly opinion: "support" | "noted" | "concern";
  readonly text: string;
};

export type Execution = {
  readonly kind: "execution";
  readonly fund: string;
  readonly actId: string;
  readonly officer: string;
};

/** A signed statement that the rules refused, kept so that anyone can refuse it again (R15). */
export type Refusal = {
  readonly kind: "refusal";
  readonly fund: string;
  readonly officer: string;
  readonly refused: { readonly statement: Json; readonly signatures: readonly Signature[] };
  readonly rejection: Json;
};

export type DayOpening = {
  readonly kind: "day.open";
  readonly fund: string;
  readonly officer: string;
  readonly date: LocalDate;
};

/** A statement of the roots of ledger and register so far. */
export type Seal = {
  readonly kind: "seal";
  readonly fund: string;
  readonly officer: string;
  /** Entries before this one. */
  readonly size: number;
  /** Hash of the whole state after them. */
  readonly stateHash: string;
};

/** A checkpoint of the log, cosigned, that lets payments leave. */
export type FinalityRecord = {
  readonly kind: "finality.record";
  readonly fund: string;
  readonly officer: string;
  /** Signed note with the cosignatures, verbatim. */
  readonly checkpoint: string;
};

/** By a key that signs the statement's bytes, or by a passkey, which signs their hash (R3, G62). */
export type Signature = KeySignature | PasskeySignature;

export type KeySignature = {
  /** Key id: first 16 bytes of SHA-256 of the raw public key, lower-case hex. */
  readonly key: string;
  /** Ed25519 signature, base64. */
  readonly signature: string;
};

export type PasskeySignature = Assertion & {
  /** Key id: first 16 bytes of SHA-256 of the SubjectPublicKeyInfo, lower-case hex. */
  readonly key: string;
};

export type SignedStatement = {
  readonly statement: Statement;
  readonly signatures: readonly Signature[];
};
