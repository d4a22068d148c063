import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Context } from "@jointfund/core/governance/act-definition.ts";
import { openCheckpoint, type SignedCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { cosignatureVerifier } from "@jointfund/core/log/cosignature.ts";
import { ed25519Verifier, isSameKey, type NoteVerifier } from "@jointfund/core/log/note.ts";
import type { LogRejection } from "@jointfund/core/log/rejection.ts";
import {
  parseVerifierKey,
  SIGNATURE_TYPES,
  type SignatureType,
  type VerifierKey,
} from "@jointfund/core/log/verifier-key.ts";
import { entryFault, type Fault } from "./fault.ts";

/** Opens signed checkpoints of one log: with its key, and with those of its cosigners. */
export type CheckpointReader = {
  readonly open: (bytes: Uint8Array) => Result<SignedCheckpoint, LogRejection>;
  /** Names of the cosigners whose signatures a checkpoint carries. */
  readonly cosigners: (signed: SignedCheckpoint) => readonly string[];
};

function keyOf(vkey: string, type: SignatureType): VerifierKey | undefined {
  const key = parseVerifierKey(vkey);
  return key.ok && key.value.type === type ? key.value : undefined;
}

/** The keys that the founding names. The log's must be one of its own name, the charter's origin. */
export function checkpointReader(
  { trust, charter }: FundState,
  verify: Context["verify"],
): Result<CheckpointReader, Fault> {
  const key = keyOf(trust.logKey, SIGNATURE_TYPES.ed25519);
  if (key === undefined || key.name !== charter.origin) {
    const facts = { actual: trust.logKey, required: charter.origin };
    return err(entryFault("log_key_unusable", 0, facts));
  }
  const log = ed25519Verifier(key, verify);
  const named: [string, NoteVerifier][] = [
    ...trust.mirrors.map(({ party, vkey }) => [party, vkey] as const),
    ...trust.witnesses.map(({ name, vkey }) => [name, vkey] as const),
  ].flatMap(([name, vkey]) => {
    const cosigner = keyOf(vkey, SIGNATURE_TYPES.cosignature);
    return cosigner === undefined ? [] : [[name, cosignatureVerifier(cosigner, verify)]];
  });
  const verifiers = named.map(([, verifier]) => verifier);
  return ok({
    open: (bytes) => openCheckpoint(bytes, log, verifiers),
    cosigners: ({ verified }) =>
      named
        .filter(([, verifier]) => verified.some((line) => isSameKey(line, verifier)))
        .map(([name]) => name),
  });
}
