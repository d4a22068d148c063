import { ok, type Result } from "../base/result.ts";
import { parseCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { cosignatureTime, cosignatureVerifier } from "./cosignature.ts";
import { ed25519Verifier, isSameKey, parseNote, verifyNote, type NoteSignature } from "./note.ts";
import { NO_QUORUM, type Policy } from "./policy.ts";
import { rejected, type LogRejection } from "./rejection.ts";
import { SIGNATURE_TYPES, type VerifierKey, type VerifySignature } from "./verifier-key.ts";

/** A witness of the policy and the time that it states, in seconds since 1970 UTC. */
export type Cosigned = { readonly name: string; readonly time: number };

/** A checkpoint that a policy accepts. */
export type Witnessed = {
  readonly checkpoint: Checkpoint;
  /** The key of the log that signed it. */
  readonly log: VerifierKey;
  /** The policy's witnesses that cosigned it, in the order of the policy. */
  readonly witnesses: readonly Cosigned[];
};

/** What a policy is evaluated with. */
export type WitnessingOptions = {
  readonly verify: VerifySignature;
  /** A cosignature later than this does not verify; seconds since 1970 UTC. */
  readonly notAfter?: number;
  /** The logs, where the policy lists none and they are known from elsewhere. */
  readonly logs?: readonly VerifierKey[];
};

function cosignedBy(policy: Policy, verified: readonly NoteSignature[]): Cosigned[] {
  return policy.witnesses.flatMap(({ name, key }) => {
    const line = verified.find((signature) => isSameKey(signature, key));
    const time = line === undefined ? undefined : cosignatureTime(line);
    return time === undefined ? [] : [{ name, time }];
  });
}

/** Which names of the policy, witnesses and groups, are met by those cosignatures (rule L30). */
function namesMet(policy: Policy, witnesses: readonly Cosigned[]): Set<string> {
  const met = new Set(witnesses.map(({ name }) => name));
  for (const { name, threshold, members } of policy.groups) {
    if (members.filter((member) => met.has(member)).length >= threshold) met.add(name);
  }
  return met;
}

/**
 * Reads a signed checkpoint and says whether the policy accepts it: signed by one of the logs under
 * its own name, no line by a known key wrong, the quorum met (rule L30). Refused:
 * `policy_without_log`, `policy_key_type`, `origin_mismatch`, `log_signature_missing`,
 * `quorum_not_met`, and what `parseNote`, `verifyNote` and `parseCheckpoint` refuse.
 */
export function evaluatePolicy(
  policy: Policy,
  bytes: Uint8Array,
  { verify, notAfter, logs = policy.logs.map(({ key }) => key) }: WitnessingOptions,
): Result<Witnessed, LogRejection> {
  if (logs.length === 0) return rejected("policy_without_log", { actual: 0, required: 1 });
  const wrong = logs.find(({ type }) => type !== SIGNATURE_TYPES.ed25519);
  if (wrong !== undefined) {
    return rejected("policy_key_type", { actual: wrong.type, required: SIGNATURE_TYPES.ed25519 });
  }
  const note = parseNote(bytes);
  if (!note.ok) return note;
  const verified = verifyNote(note.value, [
    ...logs.map((key) => ed25519Verifier(key, verify)),
    ...policy.witnesses.map(({ key }) => cosignatureVerifier(key, verify, notAfter)),
  ]);
  if (!verified.ok) return verified;
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) return checkpoint;

  const signers = logs.filter((key) => verified.value.some((line) => isSameKey(line, key)));
  const log = signers.find(({ name }) => name === checkpoint.value.origin);
  if (log === undefined) {
    const required = logs.map(({ name }) => name);
    if (signers.length === 0) return rejected("log_signature_missing", { required });
    return rejected("origin_mismatch", { actual: checkpoint.value.origin, required });
  }
  const witnesses = cosignedBy(policy, verified.value);
  if (policy.quorum !== NO_QUORUM && !namesMet(policy, witnesses).has(policy.quorum)) {
    return rejected("quorum_not_met", {
      actual: witnesses.map(({ name }) => name),
      required: policy.quorum,
    });
  }
  return ok({ checkpoint: checkpoint.value, log, witnesses });
}
