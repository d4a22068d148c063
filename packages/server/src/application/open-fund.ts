import { join } from "node:path";
import { equalBytes, hexEncode } from "@jointfund/core/base/bytes.ts";
import { canonicalBytes } from "@jointfund/core/base/canonical.ts";
import { assert } from "@jointfund/core/base/assert.ts";
import { replayEntry, type Replayed } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { ed25519Signer, type NoteSigner } from "@jointfund/core/log/note.ts";
import {
  SIGNATURE_TYPES,
  verifierKey,
  type VerifierKey,
} from "@jointfund/core/log/verifier-key.ts";
import type { Clock, Disk } from "../ports.ts";
import { BlobStore } from "../storage/blobs.ts";
import { HighWaterMark } from "../storage/high-water-mark.ts";
import { Journal, type LeastSize } from "../storage/journal.ts";
import { LogTree } from "../storage/log-tree.ts";
import { PublishedLog } from "../storage/published-log.ts";
import { StartRefused } from "../storage/start-refused.ts";
import { systemDisk } from "../storage/system-disk.ts";
import type { Cosigner } from "./cosigner.ts";
import { signatureChecks } from "./signature-checks.ts";
import { Fund } from "./fund.ts";
import type { LogIdentity, Operator } from "./operator.ts";
import { RecordedRefusals } from "./recorded-refusals.ts";
import { Sequencer, type Surroundings } from "./sequencer.ts";

export type FundOptions = {
  /** The fund's directory; created if it is not there. */
  readonly data: string;
  readonly operator: Operator;
  readonly clock: Clock;
  readonly mirrors?: readonly Cosigner[];
  readonly disk?: Disk;
  /** Told of every entry as it is replayed, with its bytes: nobody else need replay it again. */
  readonly onReplayed?: OnReplayed;
};

export type OnReplayed = (replayed: Replayed, leaf: Uint8Array) => void;

/** The key under which the log's checkpoints are verified. The name must be a key name. */
export function logVerifierKey({ name, signer }: LogIdentity): VerifierKey {
  const key = verifierKey(name, SIGNATURE_TYPES.ed25519, signer.publicKey);
  assert(key.ok, "the log has a name and a key");
  return key.value;
}

/**
 * Opens a fund: checks the files, replays every entry of the journal, and is ready to write. Throws
 * `StartRefused` where anything that was promised is not there or does not replay.
 */
export async function openFund(options: FundOptions): Promise<Fund> {
  const { data, operator, clock, mirrors = [], disk = systemDisk } = options;
  const blobs = await BlobStore.open(disk, join(data, "blobs", "sha256"));
  const highWaterMark = await HighWaterMark.open(disk, join(data, "signer", "high-water"));
  const publishedLog = await PublishedLog.open(disk, join(data, "log"));
  const logSigner: NoteSigner = ed25519Signer(logVerifierKey(operator.log), (message) =>
    operator.log.signer.sign(message),
  );
  checkOrigin(highWaterMark, logSigner.name);
  const atLeast: LeastSize[] = [
    { entries: highWaterMark.checkpoint?.size ?? 0, requiredBy: highWaterMark.file },
    { entries: publishedLog.size, requiredBy: join(data, "log", "checkpoint") },
  ];
  const journal = await Journal.open({ disk, directory: join(data, "journal"), atLeast });
  try {
    const surroundings: Surroundings = {
      ...signatureChecks,
      blob: (hash) => blobs.get(hash),
    };
    const file = join(data, "journal", "entries");
    const replayed = await replay(journal, surroundings, { file, onReplayed: options.onReplayed });
    const { tree } = replayed;
    checkMark(highWaterMark, tree, file);
    const sequencer = new Sequencer({ operator, clock, surroundings, ...replayed });
    return new Fund({
      ...{ operator, mirrors, logSigner, journal, tree, sequencer },
      ...{ blobs, highWaterMark, publishedLog },
    });
  } catch (failure) {
    await journal.close();
    throw failure;
  }
}

/** Decides every entry again, in order (R12, R20). */
async function replay(
  journal: Journal,
  surroundings: Surroundings,
  { file, onReplayed }: { readonly file: string; readonly onReplayed: OnReplayed | undefined },
): Promise<{ state: FundState | undefined; tree: LogTree; refusals: RecordedRefusals }> {
  const tree = new LogTree();
  const refusals = new RecordedRefusals();
  let state: FundState | undefined;
  const rootAt = (size: number): Uint8Array | undefined => tree.rootAt(size);
  for await (const frame of journal.frames()) {
    for (const leaf of frame.entries) {
      const replayed = replayEntry(state, leaf, { ...surroundings, rootAt, index: tree.size });
      if (!replayed.ok) {
        const { code, index, facts } = replayed.error;
        const actual = `entry ${index}: ${code} ${JSON.stringify(facts)}`;
        throw new StartRefused({
          code: "entry_not_reproduced",
          file,
          offset: frame.offset,
          actual,
        });
      }
      ({ state } = replayed.value);
      rememberRefusal(refusals, replayed.value, tree.size);
      tree.append(leaf);
      onReplayed?.(replayed.value, leaf);
    }
  }
  return { state, tree, refusals };
}

function rememberRefusal(
  refusals: RecordedRefusals,
  { entry: { statement }, effects }: Replayed,
  index: number,
): void {
  if (statement.kind !== "refusal") return;
  for (const event of effects) {
    if (event.kind !== "refused") continue;
    refusals.add(canonicalBytes({ ...statement.refused }), event.code, index);
  }
}

function checkOrigin({ checkpoint, file }: HighWaterMark, name: string): void {
  if (checkpoint === undefined || checkpoint.origin === name) return;
  const { origin: actual } = checkpoint;
  throw new StartRefused({ code: "mark_of_other_log", file, actual, required: name });
}

/** The journal must begin with the very tree that was signed. */
function checkMark(
  { checkpoint, file: requiredBy }: HighWaterMark,
  tree: LogTree,
  file: string,
): void {
  if (checkpoint === undefined) return;
  const root = tree.rootAt(checkpoint.size);
  assert(root !== undefined, "the journal's size was checked before");
  if (equalBytes(root, checkpoint.root)) return;
  throw new StartRefused({
    code: "mark_not_of_this_journal",
    file,
    actual: `root ${hexEncode(root)} at size ${checkpoint.size}`,
    required: hexEncode(checkpoint.root),
    requiredBy,
  });
}
