import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import { RecordedRefusals } from "../application/recorded-refusals.ts";
import { Sequencer } from "../application/sequencer.ts";
import { takenAsSigned } from "../application/signature-checks.ts";
import { SimulatedClock } from "../application/simulated-clock.ts";
import { BlobStore } from "../storage/blobs.ts";
import { Journal } from "../storage/journal.ts";
import { LogTree } from "../storage/log-tree.ts";
import { systemDisk } from "../storage/system-disk.ts";
import { createWorkload, type Workload, type WorkloadTimes } from "./workload.ts";

/** A record that is to be written: where, and how long it is at least. */
export type WantedRecord = { readonly data: string; readonly entries: number };

/** Calls of capital of one day: some ten years for a million entries. */
export const LONG_TIMES = { callsPerDay: 30 } as const satisfies WorkloadTimes;

/** Calls that are made at once, and entries that are written as one group. */
const CALLS = 128;
const GROUP = 2_048;

/** Statements of calls in order, signed by a thread that is always some calls ahead. */
async function* signedCalls(times: WorkloadTimes): AsyncGenerator<readonly Uint8Array[], void> {
  const worker = new Worker(new URL("./workload-worker.ts", import.meta.url), {
    workerData: times,
  });
  try {
    worker.postMessage(CALLS);
    for (;;) {
      const made = once(worker, "message");
      worker.postMessage(CALLS);
      const [calls] = (await made) as [readonly (readonly Uint8Array[])[]];
      yield* calls;
    }
  } finally {
    await worker.terminate();
  }
}

/** A record that is being written. */
type OpenRecord = { readonly wanted: number; readonly journal: Journal; calls: number };

/** Entries on their way into the files of records that begin alike. */
class RecordFiles {
  readonly #records: readonly OpenRecord[];
  #group: Uint8Array[] = [];
  #calls = 0;

  private constructor(records: readonly OpenRecord[]) {
    this.#records = records;
  }

  static async open(wanted: readonly WantedRecord[], charter: Uint8Array): Promise<RecordFiles> {
    const records: OpenRecord[] = [];
    for (const { data, entries } of wanted) {
      await (await BlobStore.open(systemDisk, join(data, "blobs", "sha256"))).put(charter);
      const journal = await Journal.open({ disk: systemDisk, directory: join(data, "journal") });
      records.push({ wanted: entries, journal, calls: 0 });
    }
    return new RecordFiles(records);
  }

  get #short(): readonly OpenRecord[] {
    return this.#records.filter(({ wanted, journal }) => journal.size < wanted);
  }

  get areWhole(): boolean {
    return this.#short.length === 0;
  }

  /** How many calls each of them holds. */
  get calls(): readonly number[] {
    return this.#records.map(({ calls }) => calls);
  }

  /** Takes in the entries of a call; every record ends with a whole one. */
  async take(leaves: readonly Uint8Array[]): Promise<void> {
    this.#group.push(...leaves);
    this.#calls++;
    const count = this.#group.length;
    const isEnd = this.#short.some(({ wanted, journal }) => journal.size + count >= wanted);
    if (isEnd || count >= GROUP) await this.#write();
  }

  async #write(): Promise<void> {
    for (const record of this.#short) {
      await record.journal.append(this.#group);
      record.calls = this.#calls;
    }
    this.#group = [];
  }

  async close(): Promise<void> {
    for (const { journal } of this.#records) await journal.close();
  }
}

/**
 * Writes records that begin alike and end where each is to: signed, decided by the rules and stored
 * as the write path does it, so that they replay and verify. Signatures that were made just now
 * are not looked at once more, and entries are synced in larger groups. Tells how many calls each
 * holds.
 */
export async function writeRecords(wanted: readonly WantedRecord[]): Promise<readonly number[]> {
  const workload = createWorkload(LONG_TIMES);
  const clock = new SimulatedClock(workload.start);
  const sequencer = new Sequencer({
    ...{ operator: workload.operator, clock, tree: new LogTree() },
    surroundings: { ...takenAsSigned, blob: () => workload.charter },
    ...{ refusals: new RecordedRefusals(), state: undefined },
  });
  const leavesOf = (statements: readonly Uint8Array[]): readonly Uint8Array[] =>
    statements.flatMap((bytes) => {
      const { leaves, receipt } = sequencer.sequence(bytes);
      assert(receipt?.status === "accepted", "the workload is accepted");
      return leaves;
    });
  const files = await RecordFiles.open(wanted, workload.charter);
  try {
    let leaves = leavesOf(workload.opening);
    let n = 0;
    for await (const statements of signedCalls(LONG_TIMES)) {
      clock.set(workload.instantOf(n++));
      leaves = [...leaves, ...leavesOf(statements)];
      await files.take(leaves);
      leaves = [];
      if (files.areWhole) break;
    }
    return files.calls;
  } finally {
    await files.close();
  }
}

/** What was written: the workload that goes on from it, and how many of its calls each holds. */
export type WrittenRecords = { readonly workload: Workload; readonly calls: readonly number[] };

/** The same in a thread, whose memory is given back. */
export async function writeRecordsApart(wanted: readonly WantedRecord[]): Promise<WrittenRecords> {
  const worker = new Worker(new URL("./long-record-worker.ts", import.meta.url), {
    workerData: wanted,
  });
  try {
    const [calls] = (await once(worker, "message")) as [readonly number[]];
    return { workload: createWorkload(LONG_TIMES), calls };
  } finally {
    await worker.terminate();
  }
}
