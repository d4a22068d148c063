import { assert } from "../base/assert.ts";
import { equalBytes, utf8Encode } from "../base/bytes.ts";
import { err, ok, type Result } from "../base/result.ts";
import { toUnixSeconds } from "../calendar/date.ts";
import type { Context } from "../governance/act-definition.ts";
import { rejection, type Rejection } from "../governance/rejection.ts";
import type { FinalityRecord } from "../governance/statement.ts";
import { openCheckpoint } from "../log/checkpoint.ts";
import { cosignatureVerifier } from "../log/cosignature.ts";
import { ed25519Verifier, type NoteVerifier } from "../log/note.ts";
import { parseVerifierKey, SIGNATURE_TYPES } from "../log/verifier-key.ts";
import type { Effects } from "./effects.ts";
import type { FundState } from "./state.ts";

/** Cosigners by name of the note's line: whose cosignature it is. */
function cosigners(
  { trust }: FundState,
  { verify, recordedAt }: Context,
): readonly { readonly who: string; readonly isMirror: boolean; readonly key: NoteVerifier }[] {
  const notAfter = toUnixSeconds(recordedAt);
  const named = [
    ...trust.mirrors.map(({ party, vkey }) => ({ who: party, isMirror: true, vkey })),
    ...trust.witnesses.map(({ name, vkey }) => ({ who: name, isMirror: false, vkey })),
  ];
  return named.map(({ who, isMirror, vkey }) => {
    const key = parseVerifierKey(vkey, SIGNATURE_TYPES.cosignature);
    assert(key.ok, "the founding has checked the cosigners' keys");
    return { who, isMirror, key: cosignatureVerifier(key.value, verify, notAfter) };
  });
}

/** A checkpoint of this log with cosignatures: how far what it covers is final (R30). */
export function decideFinality(
  state: FundState,
  { checkpoint: text }: FinalityRecord,
  context: Context,
): Result<Effects, Rejection> {
  const logKey = parseVerifierKey(state.trust.logKey, SIGNATURE_TYPES.ed25519);
  assert(logKey.ok, "the founding has checked the log's key");
  const known = cosigners(state, context);
  const opened = openCheckpoint(
    utf8Encode(text),
    ed25519Verifier(logKey.value, context.verify),
    known.map(({ key }) => key),
  );
  if (!opened.ok) {
    return err(rejection("checkpoint_malformed", "R30", { actual: opened.error.code }));
  }
  const { checkpoint, verified } = opened.value;
  const root = checkpoint.size <= context.index ? context.rootAt(checkpoint.size) : undefined;
  if (root === undefined || !equalBytes(root, checkpoint.root)) {
    return err(rejection("checkpoint_not_of_this_log", "R30", { actual: checkpoint.size }));
  }
  const signers = known.filter(({ key }) =>
    verified.some(({ name, keyId }) => name === key.name && keyId === key.keyId),
  );
  const named = state.charter.finality.mirrors;
  const mirrors = signers
    .filter(({ who, isMirror }) => isMirror && named.includes(who))
    .map(({ who }) => who);
  const witnesses = signers.filter(({ isMirror }) => !isMirror).map(({ who }) => who);
  if (mirrors.length === 0) {
    return err(
      rejection("cosignature_missing", state.charter.finality.clause, {
        actual: mirrors,
        required: named,
      }),
    );
  }
  return ok([{ kind: "finalityReached", size: checkpoint.size, mirrors, witnesses }]);
}
