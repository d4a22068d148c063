import { utf8Encode } from "../base/bytes.ts";
import { canonicalBytes, decodeCanonical, type Json } from "../base/canonical.ts";
import { err, type Result } from "../base/result.ts";
import { decode } from "../base/schema.ts";
import type { Instant } from "../calendar/date.ts";
import { rememberBytes } from "../governance/identity.ts";
import type { Protocol } from "../governance/protocol.ts";
import type { Signature, SignedStatement, Statement } from "../governance/statement.ts";
import { entrySchema, signedStatementSchema } from "./entry-schema.ts";

/** One line of the record: a statement, who signed it, when it was recorded, what it caused. */
export type Entry = {
  /** The number of the rules of replay (R13). */
  readonly protocol: Protocol;
  readonly recordedAt: Instant;
  readonly statement: Statement;
  readonly signatures: readonly Signature[];
  readonly effectsHash: string;
};

/** Why bytes are no entry or statement: a code and where. */
export type DecodeFault = {
  readonly code: string;
  readonly facts: { readonly [fact: string]: Json };
};

/** The canonical bytes of an entry: the leaf of the log (R10). */
export function encodeEntry(entry: Entry): Uint8Array {
  return canonicalBytes({
    protocol: entry.protocol,
    recordedAt: entry.recordedAt,
    statement: entry.statement as unknown as Json,
    signatures: entry.signatures as unknown as Json,
    effectsHash: entry.effectsHash,
  });
}

export function decodeEntry(bytes: Uint8Array): Result<Entry, DecodeFault> {
  const json = decodeCanonical(bytes);
  if (!json.ok) return err({ code: json.error.code, facts: { ...json.error } });
  const entry = decode(entrySchema, json.value);
  if (!entry.ok) return err(malformed(entry.error as unknown as Json));
  rememberBytes(entry.value.statement, statementBytes(bytes));
  return entry;
}

const BEFORE_STATEMENT = utf8Encode('],"statement":');

/**
 * The statement's own bytes within those of an entry or a signed statement: its field is the last
 * in the order of the keys, and comes after signatures, which hold no such text.
 */
function statementBytes(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (!BEFORE_STATEMENT.every((byte, i) => byte === bytes[start + i])) start++;
  return bytes.subarray(start + BEFORE_STATEMENT.length, bytes.length - 1);
}

/** What an officer sends: a statement with its signatures, canonical (R2). */
export function encodeSigned(signed: SignedStatement): Uint8Array {
  return canonicalBytes(signed);
}

export function decodeSigned(bytes: Uint8Array): Result<SignedStatement, DecodeFault> {
  const json = decodeCanonical(bytes);
  if (!json.ok) return err({ code: json.error.code, facts: { ...json.error } });
  const signed = decodeSignedJson(json.value);
  if (signed.ok) rememberBytes(signed.value.statement, statementBytes(bytes));
  return signed;
}

export function decodeSignedJson(json: Json): Result<SignedStatement, DecodeFault> {
  const signed = decode(signedStatementSchema, json);
  return signed.ok ? signed : err(malformed(signed.error as unknown as Json));
}

function malformed(findings: Json): DecodeFault {
  return { code: "statement_malformed", facts: { findings } };
}
