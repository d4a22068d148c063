import { base64Encode } from "@jointfund/core/base/bytes.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { toJson } from "@jointfund/core/fund/effects.ts";
import { stateHash } from "@jointfund/core/fund/state-hash.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import type { Rejection } from "@jointfund/core/governance/rejection.ts";
import type {
  DayOpening,
  FinalityRecord,
  Refusal,
  Seal,
  SignedStatement,
  Statement,
} from "@jointfund/core/governance/statement.ts";
import type { Signer } from "../ports.ts";

/** Who runs the log: an officer of the operator, with a key for statements and one for the log. */
export type Operator = {
  /** Officer id, as the founding enrols it. */
  readonly officer: string;
  readonly signer: Signer;
  readonly log: LogIdentity;
};

/** The log's name, which is the origin of its checkpoints, and the key that signs them. */
export type LogIdentity = { readonly name: string; readonly signer: Signer };

/** A statement with the signature of one key. */
export function signStatement(statement: Statement, signer: Signer): SignedStatement {
  const signature = base64Encode(signer.sign(signingBytes(statement)));
  return { statement, signatures: [{ key: keyIdOf(signer.publicKey), signature }] };
}

export function dayOpening(fund: string, officer: string, date: LocalDate): DayOpening {
  return { kind: "day.open", fund, officer, date };
}

export function sealOf(state: FundState, officer: string, size: number): Seal {
  return { kind: "seal", fund: state.charter.id, officer, size, stateHash: stateHash(state) };
}

export function finalityRecord(fund: string, officer: string, checkpoint: string): FinalityRecord {
  return { kind: "finality.record", fund, officer, checkpoint };
}

export function refusalOf(
  fund: string,
  officer: string,
  { statement, signatures }: SignedStatement,
  rejection: Rejection,
): Refusal {
  const refused = { statement: statement as unknown as Json, signatures };
  return { kind: "refusal", fund, officer, refused, rejection: toJson(rejection) };
}
