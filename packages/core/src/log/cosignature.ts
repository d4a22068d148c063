import { assert } from "../base/assert.ts";
import { concatBytes, utf8Encode } from "../base/bytes.ts";
import { type NoteSignature, type NoteVerifier } from "./note.ts";
import {
  type Sign,
  SIGNATURE_TYPES,
  type VerifierKey,
  type VerifySignature,
} from "./verifier-key.ts";

const TIME_BYTES = 8;
const PAYLOAD_BYTES = TIME_BYTES + 64;

/**
 * What a cosigner signs: a header, the time in seconds since 1970 UTC, and the whole text of the
 * checkpoint (C2SP tlog-cosignature, rule L18).
 */
function cosignedMessage(time: number, text: Uint8Array): Uint8Array {
  return concatBytes(utf8Encode(`cosignature/v1\ntime ${time}\n`), text);
}

/**
 * The time in a cosignature, in seconds since 1970 UTC; nothing if the payload does not have 72
 * bytes or its time is above 2^53 - 1. Says nothing about whether the signature is right.
 */
export function cosignatureTime({ signature }: NoteSignature): number | undefined {
  return payloadTime(signature);
}

function payloadTime(payload: Uint8Array): number | undefined {
  if (payload.length !== PAYLOAD_BYTES) return undefined;
  const time = new DataView(payload.buffer, payload.byteOffset).getBigUint64(0);
  return time > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(time);
}

/** A cosigner's line for a checkpoint's text, at a time in seconds since 1970 UTC (rule L18). */
export function cosign(text: string, time: number, key: VerifierKey, sign: Sign): NoteSignature {
  assert(key.type === SIGNATURE_TYPES.cosignature, "a cosigner's key has type 0x04");
  assert(Number.isSafeInteger(time) && time >= 0, "a time is whole seconds since 1970");
  const signature = new Uint8Array(PAYLOAD_BYTES);
  new DataView(signature.buffer).setBigUint64(0, BigInt(time));
  signature.set(sign(cosignedMessage(time, utf8Encode(text))), TIME_BYTES);
  return { name: key.name, keyId: key.keyId, signature };
}

/**
 * Checks timestamped Ed25519 cosignatures, type 0x04 (rules L18, L19). A cosignature later than
 * `notAfter` (seconds since 1970 UTC) does not verify.
 */
export function cosignatureVerifier(
  key: VerifierKey,
  verify: VerifySignature,
  notAfter: number = Number.MAX_SAFE_INTEGER,
): NoteVerifier {
  assert(key.type === SIGNATURE_TYPES.cosignature, "a cosigner's key has type 0x04");
  return {
    name: key.name,
    keyId: key.keyId,
    verify: (text, payload) => {
      const time = payloadTime(payload);
      if (time === undefined || time > notAfter) return false;
      return verify(key.publicKey, cosignedMessage(time, text), payload.subarray(TIME_BYTES));
    },
  };
}
