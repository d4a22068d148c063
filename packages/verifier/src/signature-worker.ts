import { hash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { concatBytes, utf8Encode } from "@jointfund/core/base/bytes.ts";
import { verifyEd25519 } from "./native-crypto.ts";
import { tripleName } from "./signature-triple.ts";

/**
 * Verifies the signatures of entries ahead of the replay, in a thread of its own. It takes the
 * entries' word for which bytes were signed by which key, and answers only what it has verified:
 * the replay asks for exact triples, and verifies itself what is not among the answers.
 */

const STATEMENT_TAG = utf8Encode("jointfund/statement/v1\n");
/** The last member of an entry's canonical bytes, whose keys are sorted. */
const STATEMENT_KEY = `,"statement":`;

/** Every key that an entry has named so far, by its id (docs/spec/record.md, R3). */
const keys = new Map<string, Uint8Array>();

function learnKeys(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, field] of Object.entries(value)) {
    if (name === "publicKey" && typeof field === "string") {
      const raw = new Uint8Array(Buffer.from(field, "base64"));
      keys.set(hash("sha256", raw, "hex").slice(0, 32), raw);
    }
    learnKeys(field);
  }
}

function verifiedTriples(leaf: Uint8Array): string[] {
  const text = Buffer.from(leaf.buffer, leaf.byteOffset, leaf.length);
  const entry = JSON.parse(text.toString("utf8")) as {
    readonly signatures: readonly { readonly key: string; readonly signature: string }[];
    readonly statement: unknown;
  };
  if (text.includes(`"publicKey":`)) learnKeys(entry.statement);
  const start = text.indexOf(STATEMENT_KEY) + STATEMENT_KEY.length;
  const message = concatBytes(STATEMENT_TAG, leaf.subarray(start, leaf.length - 1));
  return entry.signatures.flatMap(({ key, signature }) => {
    const publicKey = keys.get(key);
    const bytes = new Uint8Array(Buffer.from(signature, "base64"));
    if (publicKey === undefined || !verifyEd25519(publicKey, message, bytes)) return [];
    return tripleName(publicKey, message, bytes) ?? [];
  });
}

parentPort?.on("message", (leaves: readonly Uint8Array[]) => {
  const verified = leaves.flatMap((leaf) => {
    try {
      return verifiedTriples(leaf);
    } catch {
      // Whatever this is, the replay says what is wrong with it.
      return [];
    }
  });
  parentPort?.postMessage(verified);
});
