import { hexEncode } from "@jointfund/core/base/bytes.ts";
import type { LogEvidence } from "@jointfund/core/fund/checks/check-outcome.ts";
import { Chronicle } from "@jointfund/core/fund/chronicle.ts";
import { replayEntry, type ReplayFault } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import {
  openCheckpoint,
  parseCheckpoint,
  type Checkpoint,
} from "@jointfund/core/log/checkpoint.ts";
import { ed25519Verifier, parseNote } from "@jointfund/core/log/note.ts";
import { parseVerifierKey } from "@jointfund/core/log/verifier-key.ts";
import { BlobReader } from "@jointfund/verifier/blob-reader.ts";
import { locate, publishedCheckpoint, type Copy } from "@jointfund/verifier/copy.ts";
import { systemFiles } from "@jointfund/verifier/files.ts";
import { UnknownJournal } from "@jointfund/verifier/journal-reader.ts";
import { entriesOf } from "@jointfund/verifier/survey.ts";
import { verifyEd25519 } from "../application/ed25519.ts";
import { signatureChecks } from "../application/signature-checks.ts";
import type { RecordedEntry } from "../database/rows/row.ts";
import type { Language, Text } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { rejectionText, rejectionWithClause } from "../languages/rejections.ts";
import { textOf as factText, type Facts } from "../languages/template.ts";
import { LogTree } from "../storage/log-tree.ts";
import { refusedBy, type CommandFailure } from "./failure.ts";

/** A record as it lies in a directory, replayed from its first entry. Nothing of it is written. */
export type OpenRecord = {
  readonly directory: string;
  readonly state: FundState;
  readonly chronicle: Chronicle;
  readonly entries: readonly Uint8Array[];
  readonly tree: LogTree;
  /** Content that entries name by its hash. */
  readonly blob: (hash: string) => Uint8Array | undefined;
  /** Absent as long as nothing was published. */
  readonly published?: PublishedCheckpoint;
  readonly evidence?: LogEvidence;
};

export type PublishedCheckpoint = {
  readonly checkpoint: Checkpoint;
  /** The signed note as it is published. */
  readonly bytes: Uint8Array;
  /** Names on its signature lines, the operator's first. */
  readonly signers: readonly string[];
};

/** Told of entries as they are replayed. */
export type OnReplayed = (entries: number, of: number) => void;

/**
 * Reads a fund's data directory or a published log and replays it. It needs no lock, so it may be
 * done while the fund is at work, and on any copy. Ends the command where there is no record, or
 * where an entry does not follow from those before it; `jointfund verify` looks further.
 */
export function openRecord(directory: string, onReplayed?: OnReplayed): OpenRecord {
  const { copy, stated, blob } = findRecord(directory);
  const entries = [...readEntries(directory, copy, statedSize(stated?.bytes))];
  const tree = new LogTree();
  const chronicle = new Chronicle();
  let state: FundState | undefined;
  for (const replayed of replay({ directory, blob, entries, tree })) {
    const { index, entry, effects, before, after } = replayed;
    chronicle.add({ entry, effects, state: after }, before);
    state = after;
    onReplayed?.(index + 1, entries.length);
  }
  if (state === undefined) throw refusedBy(message("dataMissing", directory));
  const record = { directory, state, chronicle, entries, tree, blob };
  if (stated === undefined) return record;
  const published = openPublished(directory, state, stated.bytes);
  const { origin, size, root } = published.checkpoint;
  const evidence: LogEvidence = {
    entries: entries.length,
    root: hexEncode(tree.rootAt(size) ?? new Uint8Array()),
    checkpoint: { origin, size, root: hexEncode(root) },
  };
  return { ...record, published, evidence };
}

/**
 * The same record entry by entry, for what must not hold all of it: only the last state and what is
 * asked for is in memory. Entries are counted beforehand, so that progress can be told.
 */
export function replayRecord(
  directory: string,
  onReplayed?: OnReplayed,
): { readonly entries: Iterable<RecordedEntry>; readonly rootAt: (size: number) => string } {
  const { copy, stated, blob } = findRecord(directory);
  const size = statedSize(stated?.bytes);
  const of = countEntries(directory);
  const tree = new LogTree();
  function* replayed(): Generator<RecordedEntry> {
    const entries = readEntries(directory, copy, size);
    for (const each of replay({ directory, blob, entries, tree })) {
      yield each;
      onReplayed?.(each.index + 1, of);
    }
  }
  const rootAt = (at: number): string => hexEncode(tree.rootAt(at) ?? new Uint8Array());
  return { entries: replayed(), rootAt };
}

/** The first entry of a record, read and not replayed, with what entries name by hash. */
export function firstEntry(directory: string): {
  readonly leaf: Uint8Array;
  readonly blob: (hash: string) => Uint8Array | undefined;
} {
  const { copy, stated, blob } = findRecord(directory);
  for (const leaf of readEntries(directory, copy, statedSize(stated?.bytes))) return { leaf, blob };
  throw refusedBy(message("dataMissing", directory));
}

/** Whether a directory holds a record of at least one entry. */
export function hasRecord(directory: string): boolean {
  const copy = locate(systemFiles, directory);
  if ("code" in copy) return false;
  for (const _entry of readEntries(directory, copy, 0)) return true;
  return false;
}

/** How many entries there are, read and not replayed. */
export function countEntries(directory: string): number {
  const { copy, stated } = findRecord(directory);
  let count = 0;
  for (const _entry of readEntries(directory, copy, statedSize(stated?.bytes))) count++;
  return count;
}

function findRecord(directory: string) {
  const copy = locate(systemFiles, directory);
  if ("code" in copy) throw refusedBy(message("dataMissing", directory));
  const blobs = new BlobReader(copy);
  const blob = (hash: string): Uint8Array | undefined => blobs.read(hash);
  return { copy, stated: publishedCheckpoint(copy), blob };
}

/** The size that a published checkpoint states; the signature is looked at after the replay. */
function statedSize(bytes: Uint8Array | undefined): number {
  const note = parseNote(bytes ?? new Uint8Array());
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  return checkpoint.ok ? checkpoint.value.size : 0;
}

function* readEntries(directory: string, copy: Copy, published: number): Generator<Uint8Array> {
  let count = 0;
  try {
    for (const batch of entriesOf(copy, published)) {
      // A group that was only being written was never answered for, and is not there yet.
      if (batch.damage?.isFollowed === true) throw damaged(directory, count);
      if (batch.damage !== undefined) break;
      count += batch.entries.length;
      yield* batch.entries;
    }
  } catch (failure) {
    if (!(failure instanceof UnknownJournal)) throw failure;
    throw brokenBy(directory, () => failure.message);
  }
  if (count === 0) throw refusedBy(message("dataMissing", directory));
}

type Replaying = Pick<OpenRecord, "directory" | "blob" | "tree"> & {
  readonly entries: Iterable<Uint8Array>;
};

function* replay({ directory, blob, entries, tree }: Replaying): Generator<RecordedEntry> {
  let before: FundState | undefined;
  let index = 0;
  for (const leaf of entries) {
    tree.append(leaf);
    const at = index;
    const replayed = replayEntry(before, leaf, {
      index,
      ...signatureChecks,
      blob,
      rootAt: (size) => (size <= at ? tree.rootAt(size) : undefined),
    });
    if (!replayed.ok) throw brokenAt(directory, replayed.error);
    const { entry, effects, state: after } = replayed.value;
    yield { index, leaf, entry, effects, before, after };
    before = after;
    index++;
  }
}

/** The published checkpoint, signed by the operator's key that the founding names. */
function openPublished(
  directory: string,
  state: FundState,
  bytes: Uint8Array,
): PublishedCheckpoint {
  const key = parseVerifierKey(state.trust.logKey);
  if (!key.ok) throw broken(directory, key.error);
  const opened = openCheckpoint(bytes, ed25519Verifier(key.value, verifyEd25519));
  if (!opened.ok) throw broken(directory, opened.error);
  const note = parseNote(bytes);
  const signers = note.ok ? note.value.signatures.map(({ name }) => name) : [];
  return { checkpoint: opened.value.checkpoint, bytes, signers };
}

type Fault = { readonly code: string; readonly facts: Facts };

function broken(directory: string, fault: Fault): CommandFailure {
  return brokenBy(directory, (language) => rejectionText(fault, language));
}

function damaged(directory: string, index: number): CommandFailure {
  return brokenBy(directory, (language) => message("journalDamaged", index)[language]);
}

function brokenAt(directory: string, { code, index, facts }: ReplayFault): CommandFailure {
  const what = (language: Language): string => {
    if (code !== "entry_refused") return rejectionText({ code, facts }, language);
    const { rejection, clause, facts: inner } = facts;
    const refused = {
      code: factText(rejection ?? ""),
      clause: factText(clause ?? ""),
      facts: inner as Facts,
    };
    return rejectionWithClause(refused, language);
  };
  return brokenBy(directory, (language) => message("entryBroken", index, what(language))[language]);
}

function brokenBy(directory: string, what: (language: Language) => string): CommandFailure {
  const text: Text = {
    en: message("recordBroken", directory, what("en")).en,
    ja: message("recordBroken", directory, what("ja")).ja,
  };
  return refusedBy(text, message("runSafely", directory));
}
