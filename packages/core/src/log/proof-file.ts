import { base64Decode, base64Encode, concatBytes, utf8Decode, utf8Encode } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { parseDecimal } from "./decimal.ts";
import { HASH_BYTES, leafHash, type Hash } from "./merkle.ts";
import { verifyInclusion } from "./merkle-proof.ts";
import { NOTE_LIMITS } from "./note.ts";
import { type Policy } from "./policy.ts";
import { rejected, type LogRejection } from "./rejection.ts";
import { evaluatePolicy, type Witnessed, type WitnessingOptions } from "./witnessing.ts";

/** A receipt that can be checked offline (C2SP tlog-proof, rule L26). */
export type ProofFile = {
  /** Opaque and not covered by any signature. */
  readonly extra?: Uint8Array;
  readonly index: number;
  /** The leaf's sibling first. */
  readonly hashes: readonly Hash[];
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: Uint8Array;
};

const HEADER = "c2sp.org/tlog-proof@v1";
const HASHES_MAX = 63;
/** The lines above the checkpoint: at most 64 KiB of extra data in base64, and the hashes. */
const HEAD_BYTES_MAX = 96 * 1024;
const NEWLINE = 0x0a;

/** The bytes of a proof file (rule L26). */
export function encodeProofFile({ extra, index, hashes, checkpoint }: ProofFile): Uint8Array {
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${base64Encode(extra)}`]),
    `index ${index}`,
    ...hashes.map(base64Encode),
  ];
  return concatBytes(utf8Encode(`${lines.join("\n")}\n\n`), checkpoint);
}

/** The first blank line, as the position behind it; the checkpoint starts there. */
function endOfHead(bytes: Uint8Array): number | undefined {
  for (let at = 1; at < bytes.length && at < HEAD_BYTES_MAX; at++) {
    if (bytes[at - 1] === NEWLINE && bytes[at] === NEWLINE) return at + 1;
  }
  return undefined;
}

/**
 * Reads a proof file strictly; the checkpoint in it stays unread (rule L26). `line` in the facts
 * counts from 1. Refused: `proof_file_too_long`, `proof_file_malformed`.
 */
export function parseProofFile(bytes: Uint8Array): Result<ProofFile, LogRejection> {
  const required = HEAD_BYTES_MAX + NOTE_LIMITS.bytes;
  if (bytes.length > required) {
    return rejected("proof_file_too_long", { actual: bytes.length, required });
  }
  const end = endOfHead(bytes);
  const head = end === undefined ? undefined : utf8Decode(bytes.subarray(0, end - 2));
  if (end === undefined || !head?.ok) return rejected("proof_file_malformed", { line: 1 });
  const lines = head.value.split("\n");
  if (lines[0] !== HEADER) return rejected("proof_file_malformed", { line: 1 });

  let at = 1;
  let extra: Uint8Array | undefined;
  const extraText = /^extra (.*)$/.exec(lines[at] ?? "")?.[1];
  if (extraText !== undefined) {
    extra = base64Decode(extraText);
    if (extra === undefined) return rejected("proof_file_malformed", { line: at + 1 });
    at++;
  }
  const indexText = /^index (.*)$/.exec(lines[at] ?? "")?.[1];
  const index = parseDecimal(indexText ?? "");
  if (index === undefined) return rejected("proof_file_malformed", { line: at + 1 });
  at++;
  const hashes: Hash[] = [];
  for (; at < lines.length; at++) {
    const hash = base64Decode(lines[at]!);
    if (hash?.length !== HASH_BYTES || hashes.length === HASHES_MAX) {
      return rejected("proof_file_malformed", { line: at + 1 });
    }
    hashes.push(hash);
  }
  const checkpoint = bytes.slice(end);
  return ok({ ...(extra === undefined ? {} : { extra }), index, hashes, checkpoint });
}

/**
 * Checks that the entry is in a log under that policy, at the index that the proof states
 * (rule L27). Refused: what `evaluatePolicy` and `verifyInclusion` refuse.
 */
export function verifyProofFile(
  proof: ProofFile,
  entry: Uint8Array,
  policy: Policy,
  options: WitnessingOptions,
): Result<Witnessed, LogRejection> {
  const witnessed = evaluatePolicy(policy, proof.checkpoint, options);
  if (!witnessed.ok) return witnessed;
  const { size, root } = witnessed.value.checkpoint;
  const claim = { index: proof.index, size, leaf: leafHash(entry), root };
  const included = verifyInclusion(claim, proof.hashes);
  return included.ok ? witnessed : included;
}
