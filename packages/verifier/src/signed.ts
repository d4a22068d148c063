import { base64Encode, equalBytes, hexEncode, utf8Decode } from "@jointfund/core/base/bytes.ts";
import { assert } from "@jointfund/core/base/assert.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { Checkpoint, SignedCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import type { LogRejection } from "@jointfund/core/log/rejection.ts";
import type { CheckpointReader } from "./checkpoint-reader.ts";
import { publishedCheckpoint, signerMark, syncedEntries, type Copy } from "./copy.ts";
import { entryFault, rangeFault, type Doubt, type Fault, type FaultCode } from "./fault.ts";
import type { RecordTree } from "./record-tree.ts";
import type { CheckpointSummary } from "./report.ts";

/** A signed note whose signatures hold. */
type Opened = { readonly note: Uint8Array; readonly signed: SignedCheckpoint };

/** What was signed over the entries as a whole, and what is wrong with it. */
export type SignedFindings = {
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
  readonly published?: CheckpointSummary;
  readonly held?: CheckpointSummary;
  readonly evidence?: string;
};

export type SignedOptions = {
  readonly reader: CheckpointReader;
  /** The tree of all entries of the copy. */
  readonly tree: RecordTree;
  /** Name of the log. */
  readonly origin: string;
  /** Entries that checkpoints inside the record confirm. */
  readonly confirmed: number;
  /** File of a checkpoint that was held elsewhere. */
  readonly against: string | undefined;
};

/** A file that is no checkpoint of this log, and why. */
export function invalid(
  code: FaultCode,
  path: string,
  { code: reason, facts }: LogRejection,
): Fault {
  return { code, facts: { path, reason, ...facts } };
}

/** Fewer entries than something says there were: the first that is not there. */
export function entriesMissing(actual: number, required: number, requiredBy: string): Fault[] {
  if (actual >= required) return [];
  return [entryFault("entries_missing", actual, { actual, required, requiredBy })];
}

/** The entries beside a root over the first of them: wrong is one that nothing confirms yet. */
function rootDiffers(
  code: FaultCode,
  { size, root }: Checkpoint,
  { tree, confirmed }: Pick<SignedOptions, "tree" | "confirmed">,
): Fault[] {
  const derived = tree.rootAt(size);
  assert(derived !== undefined, "the tree reaches that far");
  if (equalBytes(derived, root)) return [];
  const facts = { size, actual: hexEncode(derived), required: hexEncode(root) };
  const last = Math.max(0, size - 1);
  return [rangeFault(code, Math.min(confirmed, last), last, facts)];
}

/** The published checkpoint beside the entries: signature, size, root (V8). */
function checkPublished(
  copy: Copy,
  { reader, tree }: SignedOptions,
  confirmed: number,
): Result<Opened, { readonly fault: Fault } | { readonly doubt: Doubt }> {
  const stated = publishedCheckpoint(copy);
  if (stated === undefined) {
    const facts = { path: `${copy.log}/checkpoint` };
    return err({ doubt: { code: "checkpoint_missing", facts } });
  }
  const { path, bytes } = stated;
  const opened = reader.open(bytes);
  if (!opened.ok) {
    return err({ fault: invalid("published_checkpoint_invalid", path, opened.error) });
  }
  const { checkpoint } = opened.value;
  const missing = entriesMissing(tree.size, checkpoint.size, path);
  const [fault] =
    missing.length > 0 ? missing : rootDiffers("root_differs", checkpoint, { tree, confirmed });
  return fault === undefined ? ok({ note: bytes, signed: opened.value }) : err({ fault });
}

/** The signer's high-water mark: of this log, and not above it (V8). */
function checkSignerMark(
  copy: Copy,
  { tree, origin }: SignedOptions,
  confirmed: number,
): readonly Fault[] {
  const mark = signerMark(copy);
  if (mark === undefined) return [];
  const { path, checkpoint, rejection } = mark;
  if (rejection !== undefined) return [invalid("signer_mark_invalid", path, rejection)];
  assert(checkpoint !== undefined, "what is not refused is a checkpoint");
  const { size, origin: actual } = checkpoint;
  if (actual !== origin) {
    return [{ code: "signer_mark_differs", facts: { path, actual, required: origin } }];
  }
  const missing = entriesMissing(tree.size, size, path);
  if (missing.length > 0) return missing;
  return rootDiffers("signer_mark_differs", checkpoint, { tree, confirmed });
}

/** A checkpoint that was held elsewhere, if it is one of this log (V9). */
function openHeld(copy: Copy, path: string, reader: CheckpointReader): Result<Opened, Doubt> {
  const note = copy.files.read(path);
  const opened = note === undefined ? undefined : reader.open(note);
  if (note !== undefined && opened?.ok === true) return ok({ note, signed: opened.value });
  const reason: Doubt["facts"] =
    opened?.ok === false ? { reason: opened.error.code, ...opened.error.facts } : {};
  return err({ code: "held_checkpoint_unusable", facts: { path, ...reason } });
}

/** A checkpoint held elsewhere beside the entries of this copy (V9). */
function checkHeld(
  { signed: { checkpoint } }: Opened,
  { tree, confirmed }: SignedOptions,
): Fault[] {
  const { size } = checkpoint;
  if (size <= tree.size) return rootDiffers("split_view", checkpoint, { tree, confirmed });
  return [entryFault("entries_cut_off", tree.size, { actual: tree.size, required: size })];
}

/**
 * Two histories by one key, so that anybody can check it: both signed notes and, where the one held
 * is the older, the root of this copy at that size with the proof that it leads to the note of this
 * copy (V9). Nothing where the one held is the newer: that alone is no second history.
 */
function splitViewEvidence(held: Opened, published: Opened, tree: RecordTree): string | undefined {
  const { size } = held.signed.checkpoint;
  const newer = published.signed.checkpoint.size;
  const root = tree.rootAt(size);
  if (size > newer || root === undefined) return undefined;
  const textOf = ({ note }: Opened): string => {
    const text = utf8Decode(note);
    return text.ok ? text.value : "";
  };
  const linesOf = (hashes: readonly Uint8Array[]): string =>
    hashes.map((hash) => `${base64Encode(hash)}\n`).join("");
  return [
    "jointfund/split-view/v1\n",
    `\nheld elsewhere\n${textOf(held)}`,
    `\npublished in this copy\n${textOf(published)}`,
    `\nroot of this copy at size ${size}\n${linesOf([root])}`,
    `\nconsistency proof from size ${size} to size ${newer} (RFC 6962 section 2.1.2)\n`,
    linesOf(tree.consistencyProof(size, newer)),
  ].join("");
}

function summaryOf({ signed }: Opened, reader: CheckpointReader): CheckpointSummary {
  const { size, root } = signed.checkpoint;
  return { size, root: base64Encode(root), cosigners: reader.cosigners(signed) };
}

/** Everything that was signed over the entries as a whole, beside the entries (V8, V9). */
export function checkSigned(copy: Copy, options: SignedOptions): SignedFindings {
  const { reader, tree, against } = options;
  const held = against === undefined ? undefined : openHeld(copy, against, reader);
  const heldFaults = held?.ok === true ? checkHeld(held.value, options) : [];
  const isHeldRight = held?.ok === true && heldFaults.length === 0;
  const heldSize = isHeldRight ? held.value.signed.checkpoint.size : 0;
  const confirmed = Math.max(options.confirmed, heldSize);

  const published = checkPublished(copy, options, confirmed);
  const ofPublished = published.ok ? undefined : published.error;
  const isSplit = heldFaults.some(({ code }) => code === "split_view");
  const evidence =
    isSplit && held?.ok === true && published.ok
      ? splitViewEvidence(held.value, published.value, tree)
      : undefined;
  return {
    faults: [
      ...heldFaults,
      ...(ofPublished !== undefined && "fault" in ofPublished ? [ofPublished.fault] : []),
      ...checkSignerMark(copy, options, confirmed),
      ...entriesMissing(tree.size, syncedEntries(copy), copy.syncedMark ?? ""),
    ],
    doubts: [
      ...(held?.ok === false ? [held.error] : []),
      ...(ofPublished !== undefined && "doubt" in ofPublished ? [ofPublished.doubt] : []),
    ],
    ...(published.ok ? { published: summaryOf(published.value, reader) } : {}),
    ...(held?.ok === true ? { held: summaryOf(held.value, reader) } : {}),
    ...(evidence === undefined ? {} : { evidence }),
  };
}
