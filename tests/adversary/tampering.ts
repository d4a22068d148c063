import { hash } from "node:crypto";
import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import { encodeCheckpoint, signCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { ed25519Signer, encodeNote } from "@jointfund/core/log/note.ts";
import { TileBuilder } from "@jointfund/core/log/tile-builder.ts";
import { SIGNATURE_TYPES, verifierKey } from "@jointfund/core/log/verifier-key.ts";
import type { Files } from "@jointfund/verifier/files.ts";
import { readJournal } from "@jointfund/verifier/journal-reader.ts";
import { nativeSha256, verifyEd25519 } from "@jointfund/verifier/native-crypto.ts";
import type { VerifyReport } from "@jointfund/verifier/report.ts";
import { verify } from "@jointfund/verifier/verify.ts";
import { encodeFrame } from "../../packages/server/src/storage/frame.ts";
import type { DemonstrationKey } from "../support/demonstration-fund.ts";
import { logKey, ORIGIN, type DataFiles } from "./small-fund.ts";

/** What an adversary does to a fund's files, and what the verifier says of it. */

const ROOT = "/data";

/** The files as a disk that the verifier reads from. */
export function memoryFiles(files: DataFiles): Files {
  const at = (path: string): Uint8Array | undefined => files.get(path.slice(ROOT.length + 1));
  return {
    read: (path) => at(path)?.slice(),
    open: (path) => {
      const bytes = at(path);
      if (bytes === undefined) return undefined;
      const read = (target: Uint8Array, position: number): number => {
        const part = bytes.subarray(position, position + target.length);
        target.set(part);
        return part.length;
      };
      return { size: bytes.length, read, close: () => undefined };
    },
    list: (path) => {
      const below = path === ROOT ? "" : `${path.slice(ROOT.length + 1)}/`;
      const paths = [...files.keys()].filter((name) => name.startsWith(below));
      if (paths.length === 0) return undefined;
      const names = new Set(paths.map((name) => name.slice(below.length).split("/")[0]!));
      return [...names].toSorted((a, b) => (a < b ? -1 : 1));
    },
  };
}

const verified = new Map<string, boolean>();

/** Ed25519, each triple once: the same entries are verified thousands of times here. */
export function rememberedVerify(
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const name = hash("sha256", Buffer.concat([key, signature, message]), "base64");
  const known = verified.get(name);
  if (known !== undefined) return known;
  const outcome = verifyEd25519(key, message, signature);
  verified.set(name, outcome);
  return outcome;
}

export type Check = {
  /** Files beside the data, such as a checkpoint held elsewhere. */
  readonly against?: Uint8Array;
  readonly founding?: string;
  /** Directory below the data, such as `log`. */
  readonly directory?: string;
};

/** Verifies the files. */
export function check(files: DataFiles, options: Check = {}): Promise<VerifyReport> {
  const { against, founding, directory } = options;
  const all = new Map(files);
  if (against !== undefined) all.set("held", against);
  return verify({
    directory: directory === undefined ? ROOT : `${ROOT}/${directory}`,
    files: memoryFiles(all),
    verifySignature: rememberedVerify,
    founding,
    ...(against === undefined ? {} : { against: `${ROOT}/held` }),
  });
}

/** The entries of the journal. */
export function leavesOf(files: DataFiles): readonly Uint8Array[] {
  const file = memoryFiles(files).open(`${ROOT}/journal/entries`);
  return [...readJournal(file!)].flatMap(({ entries }) => [...entries]);
}

/** A journal of those entries, in groups of one as the small fund has them, checksums and all. */
export function journalOf(leaves: readonly Uint8Array[]): Uint8Array {
  const frames = leaves.map((leaf, first) => encodeFrame({ first, entries: [leaf] }));
  return new Uint8Array(Buffer.concat([utf8Encode("jointfund/journal/v1\n"), ...frames]));
}

/** The journal's own mark for so many entries. */
export function syncedMarkOf(entries: number): Uint8Array {
  const digits = String(entries).padStart(16, "0");
  const line = `${digits} ${hash("sha256", digits).slice(0, 8)}\n`;
  return utf8Encode(line + line);
}

/** The tree over entries, as the text of a checkpoint. */
export function checkpointText(leaves: readonly Uint8Array[]): string {
  const builder = new TileBuilder(nativeSha256);
  for (const leaf of leaves) builder.append(leaf);
  const text = encodeCheckpoint({ origin: ORIGIN, size: builder.size, root: builder.root() });
  if (!text.ok) throw new Error(text.error.code);
  return text.value;
}

/** A checkpoint over entries, signed with a key under the log's name. */
export function signedCheckpoint(
  leaves: readonly Uint8Array[],
  { publicKey, sign }: DemonstrationKey = logKey,
): Uint8Array {
  const builder = new TileBuilder(nativeSha256);
  for (const leaf of leaves) builder.append(leaf);
  const key = verifierKey(ORIGIN, SIGNATURE_TYPES.ed25519, publicKey);
  if (!key.ok) throw new Error(key.error.code);
  const checkpoint = { origin: ORIGIN, size: builder.size, root: builder.root() };
  const note = signCheckpoint(checkpoint, ed25519Signer(key.value, sign));
  if (!note.ok) throw new Error(note.error.code);
  return encodeNote(note.value);
}

/** The bundles and tiles over entries. */
export function publishedFiles(leaves: readonly Uint8Array[]): DataFiles {
  const builder = new TileBuilder(nativeSha256);
  for (const leaf of leaves) builder.append(leaf);
  return new Map(builder.takeFiles().map(({ path, bytes }) => [`log/${path}`, bytes]));
}

/** How far an adversary goes. */
export type Reach =
  /** Writes another journal, with checksums that are right, and leaves everything else. */
  | "journal"
  /** Writes another published bundle, and leaves everything else. */
  | "bundle"
  /** Writes everything anew but the signed checkpoint, which cannot be made without the key. */
  | "all files"
  /** Writes everything anew, and a checkpoint whose signature is of another one. */
  | "forged checkpoint"
  /** A dishonest operator: everything anew, and signed with the log's key. */
  | "log key";

export const REACHES: readonly Reach[] = [
  "journal",
  "bundle",
  "all files",
  "forged checkpoint",
  "log key",
];

/** The adversary's files: other entries, with as much made to fit as the reach allows. */
export function tampered(files: DataFiles, leaves: readonly Uint8Array[], reach: Reach): DataFiles {
  const forged = new Map(files);
  if (reach !== "bundle") forged.set("journal/entries", journalOf(leaves));
  if (reach === "journal") return forged;
  const size = leavesOf(files).length;
  if (reach === "bundle") {
    const bundle = `log/tile/entries/000.p/${size}`;
    const others = [...publishedFiles(leaves)].filter(([path]) => path.includes("entries"));
    forged.set(bundle, others[0]?.[1] ?? new Uint8Array());
    return forged;
  }
  for (const path of forged.keys()) if (path.startsWith("log/tile/")) forged.delete(path);
  // The checkpoint may still be the one of the true size.
  for (const part of [leaves, leaves.slice(0, size)]) {
    for (const [path, bytes] of publishedFiles(part)) forged.set(path, bytes);
  }
  forged.set("journal/synced", syncedMarkOf(leaves.length));
  forged.set("signer/high-water", utf8Encode(checkpointText(leaves)));
  if (reach === "log key") forged.set("log/checkpoint", signedCheckpoint(leaves));
  if (reach === "forged checkpoint") {
    const note = Buffer.from(files.get("log/checkpoint")!).toString();
    const signatures = note.slice(note.lastIndexOf("\n\n") + 1);
    forged.set("log/checkpoint", utf8Encode(checkpointText(leaves) + signatures));
  }
  return forged;
}

/** A leaf with another byte somewhere. */
export function withByte(bytes: Uint8Array, at: number, change: number): Uint8Array {
  const changed = bytes.slice();
  changed[at] = changed[at]! ^ change;
  return changed;
}

/** An entry with other bytes for some text of it, which must be there once. */
export function withText(leaf: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(leaf).toString();
  if (text.split(from).length !== 2) throw new Error(`${from} is not there once`);
  return utf8Encode(text.replace(from, () => to));
}

/** What an entry says, to read in a test. */
export function entryOf(leaf: Uint8Array): {
  readonly recordedAt: string;
  readonly effectsHash: string;
  readonly signatures: readonly { readonly key: string; readonly signature: string }[];
  readonly statement: { readonly kind: string } & Readonly<Record<string, unknown>>;
} {
  return JSON.parse(Buffer.from(leaf).toString()) as ReturnType<typeof entryOf>;
}
