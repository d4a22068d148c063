import { assert } from "@jointfund/core/base/assert.ts";
import type { Result } from "@jointfund/core/base/result.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Context } from "@jointfund/core/governance/act-definition.ts";
import { openCheckpoint, type SignedCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { cosignatureVerifier } from "@jointfund/core/log/cosignature.ts";
import { ed25519Verifier, isSameKey } from "@jointfund/core/log/note.ts";
import type { LogRejection } from "@jointfund/core/log/rejection.ts";
import {
  parseVerifierKey,
  SIGNATURE_TYPES,
  type SignatureType,
  type VerifierKey,
} from "@jointfund/core/log/verifier-key.ts";

/** Opens signed checkpoints of one log: with its key, and with those of its cosigners. */
export type CheckpointReader = {
  readonly open: (bytes: Uint8Array) => Result<SignedCheckpoint, LogRejection>;
  /** Whose cosignatures a checkpoint carries: parties of mirrors, names of witnesses. */
  readonly cosigners: (signed: SignedCheckpoint) => readonly string[];
};

function keyOf(vkey: string, type: SignatureType): VerifierKey {
  const key = parseVerifierKey(vkey, type);
  assert(key.ok, "a founding names keys that can be read");
  return key.value;
}

/** A reader with the keys that the founding names (V8). */
export function checkpointReader(
  { trust, charter }: FundState,
  verify: Context["verify"],
): CheckpointReader {
  const key = keyOf(trust.logKey, SIGNATURE_TYPES.ed25519);
  assert(key.name === charter.origin, "a founding's log key has the log's name");
  const log = ed25519Verifier(key, verify);
  const cosigners = [
    ...trust.mirrors.map(({ party, vkey }) => ({ who: party, vkey })),
    ...trust.witnesses.map(({ name, vkey }) => ({ who: name, vkey })),
  ].map(({ who, vkey }) => {
    const cosigner = keyOf(vkey, SIGNATURE_TYPES.cosignature);
    return { who, verifier: cosignatureVerifier(cosigner, verify) };
  });
  const verifiers = cosigners.map(({ verifier }) => verifier);
  return {
    open: (bytes) => openCheckpoint(bytes, log, verifiers),
    cosigners: ({ verified }) =>
      cosigners
        .filter(({ verifier }) => verified.some((line) => isSameKey(line, verifier)))
        .map(({ who }) => who),
  };
}
