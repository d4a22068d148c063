import { utf8Encode, concatBytes } from "../base/bytes.ts";
import { canonicalBytes, hashCanonical, type Json } from "../base/canonical.ts";
import { sha256Hex } from "../base/sha256.ts";
import type { Act, Statement } from "./statement.ts";

/** What stands before a statement in the bytes that a key signs (R2). */
export const STATEMENT_TAG = utf8Encode("jointfund/statement/v1\n");

/** Canonical bytes that statements were decoded from, so that they are not written again. */
const received = new WeakMap<Statement, Uint8Array>();

/** Remembers the canonical bytes that a statement was decoded from; only a decoder knows them. */
export function rememberBytes(statement: Statement, bytes: Uint8Array): void {
  received.set(statement, bytes);
}

/** What an officer's key signs: a tag, a line feed and the statement's canonical bytes (R2). */
export function signingBytes(statement: Statement): Uint8Array {
  return concatBytes(STATEMENT_TAG, received.get(statement) ?? canonicalBytes(statement));
}

/** The name of a key: the first 16 bytes of SHA-256 of the raw public key, in hexadecimal (R3). */
export function keyIdOf(publicKey: Uint8Array): string {
  return sha256Hex(publicKey).slice(0, 32);
}

/** The id of an act: a hash of the fund and the act, and of nothing else (R1). */
export function actIdOf(fund: string, act: Act): string {
  return hashCanonical("jointfund/act/v1", { fund, act: act as unknown as Json });
}
