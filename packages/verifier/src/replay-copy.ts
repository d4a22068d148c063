import type { Context } from "@jointfund/core/governance/act-definition.ts";
import type { BlobReader } from "./blob-reader.ts";
import type { Copy } from "./copy.ts";
import { Replayer, type Replay } from "./replay-record.ts";
import { SignatureThread } from "./signature-thread.ts";
import { entriesOf, type Survey } from "./survey.ts";

/** Entries that are handed on at a time. */
const BATCH = 256;
/** Entries from which on a second thread pays for its start. */
const THREAD_FROM = 2_000;

/** The first entries of a copy, in batches. */
function* batchesOf(copy: Copy, published: number, count: number): Generator<Uint8Array[]> {
  let batch: Uint8Array[] = [];
  let left = count;
  for (const { entries } of entriesOf(copy, published)) {
    for (const entry of entries.slice(0, left)) {
      batch.push(entry);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    left -= entries.length;
    if (left <= 0) break;
  }
  if (batch.length > 0) yield batch;
}

export type ReplayCopyOptions = {
  /** Size that the published checkpoint states. */
  readonly published: number;
  readonly survey: Survey;
  readonly blobs: BlobReader;
  readonly verify: Context["verify"];
  readonly onEntry: (entries: number) => void;
};

/** Replays the sound entries of a copy, with a second thread where there are many. */
export async function replayCopy(copy: Copy, options: ReplayCopyOptions): Promise<Replay> {
  const { published, blobs, verify, onEntry } = options;
  const { tree, sound } = options.survey;
  const thread = sound >= THREAD_FROM ? new SignatureThread(verify) : undefined;
  const replayer = new Replayer({
    blobs,
    verify: thread?.verify ?? verify,
    rootAt: (size) => tree.rootAt(size),
  });
  const batches = batchesOf(copy, published, sound);
  try {
    for await (const batch of thread?.ahead(batches) ?? batches) {
      for (const leaf of batch) {
        if (!replayer.add(leaf)) return replayer.result();
        onEntry(replayer.entries);
      }
    }
    return replayer.result();
  } finally {
    await thread?.close();
  }
}
