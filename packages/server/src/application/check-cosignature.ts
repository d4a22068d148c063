import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import { toUnixSeconds, type Instant } from "@jointfund/core/calendar/date.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { cosignatureTime, cosignatureVerifier } from "@jointfund/core/log/cosignature.ts";
import type { NoteSignature } from "@jointfund/core/log/note.ts";
import { parseVerifierKey, SIGNATURE_TYPES } from "@jointfund/core/log/verifier-key.ts";
import type { CosignRefusal } from "./cosigner.ts";
import { verifyEd25519 } from "./ed25519.ts";

/**
 * What is wrong with a cosignature that came from outside: it isn't by the key that the founding
 * names for a mirror of the charter, over this text (R30). One wrong line would spoil the whole
 * note, and with it the record of the others.
 */
export function checkCosignature(
  { charter, trust }: FundState,
  party: string,
  text: string,
  line: NoteSignature,
): CosignRefusal | undefined {
  const mirror = trust.mirrors.find((it) => it.party === party);
  if (mirror === undefined || !charter.finality.mirrors.includes(party)) {
    return { code: "mirror_unknown", facts: { party, required: charter.finality.mirrors } };
  }
  const key = parseVerifierKey(mirror.vkey, SIGNATURE_TYPES.cosignature);
  const isOfKey = key.ok && line.name === key.value.name && line.keyId === key.value.keyId;
  if (!isOfKey) return { code: "cosignature_of_other_key", facts: { actual: line.name } };
  const { verify } = cosignatureVerifier(key.value, verifyEd25519);
  if (verify(utf8Encode(text), line.signature)) return undefined;
  return { code: "cosignature_invalid", facts: { party } };
}

/** Whether a cosignature is not later than the entry that would record it (R30). */
export function isInTime(line: NoteSignature, recordedAt: Instant): boolean {
  const time = cosignatureTime(line);
  return time !== undefined && time <= toUnixSeconds(recordedAt);
}
