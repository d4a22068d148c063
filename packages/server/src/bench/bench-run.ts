import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "@jointfund/core/base/assert.ts";
import { hexEncode } from "@jointfund/core/base/bytes.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { replayEntry } from "@jointfund/core/fund/replay.ts";
import { takenAsSigned } from "../application/signature-checks.ts";
import { RecordedRefusals } from "../application/recorded-refusals.ts";
import { Sequencer } from "../application/sequencer.ts";
import { SimulatedClock } from "../application/simulated-clock.ts";
import { SCHEMA, transaction, type Database } from "../database/database.ts";
import { openEmbedded } from "../database/embedded.ts";
import { fillDatabase, type Replay } from "../database/fill.ts";
import type { RecordedEntry } from "../database/rows/row.ts";
import { RowMaker } from "../database/rows/rows-of-entry.ts";
import { createSchema, readTables } from "../database/schema.ts";
import { copyLine, storedRow } from "../database/stored-row.ts";
import { LogTree } from "../storage/log-tree.ts";
import { compareAmounts, compareRates, type BenchResult } from "./bench-result.ts";
import { memoryInUse, seconds } from "./measuring.ts";
import { createWorkload, type Workload } from "./workload.ts";

export type RunBenchOptions = {
  /** Entries of the record that is replayed; a million takes some minutes. */
  readonly entries?: number;
  /** Where the record and the embedded database are written. */
  readonly directory?: string;
};

/** Rows of the raw COPY: enough to time, few enough to hold. */
const COPIED_ENTRIES = 20_000;
const LENGTH_BYTES = 4;
const READ_BYTES = 1 << 20;

/**
 * Writes a record of so many entries: leaves, each behind its length. Nothing of it is signed, and
 * no replay below looks at signatures, which would take longer than all that is measured.
 */
function writeRecord(path: string, workload: Workload, entries: number): number {
  const sequencer = new Sequencer({
    operator: workload.operator,
    clock: new SimulatedClock(workload.start),
    surroundings: { ...takenAsSigned, blob: () => workload.charter },
    tree: new LogTree(),
    refusals: new RecordedRefusals(),
    state: undefined,
  });
  const file = openSync(path, "w");
  const take = (statements: readonly Uint8Array[]): void => {
    for (const bytes of statements) {
      for (const leaf of sequencer.sequence(bytes).leaves) {
        const length = Buffer.alloc(LENGTH_BYTES);
        length.writeUInt32BE(leaf.length);
        writeSync(file, length);
        writeSync(file, leaf);
      }
    }
  };
  take(workload.opening);
  for (let n = 0; sequencer.size < entries; n++) take(workload.unsignedCycle(n));
  closeSync(file);
  return sequencer.size;
}

function* leavesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  let rest = Buffer.alloc(0);
  try {
    for (;;) {
      const chunk = Buffer.alloc(READ_BYTES);
      const read = readSync(file, chunk);
      if (read === 0) return;
      rest = Buffer.concat([rest, chunk.subarray(0, read)]);
      let at = 0;
      while (at + LENGTH_BYTES <= rest.length) {
        const end = at + LENGTH_BYTES + rest.readUInt32BE(at);
        if (end > rest.length) break;
        yield Uint8Array.from(rest.subarray(at + LENGTH_BYTES, end));
        at = end;
      }
      rest = rest.subarray(at);
    }
  } finally {
    closeSync(file);
  }
}

/** Replays the record as `jointfund database update` does, but for the signatures. */
function replayOf(path: string, { charter }: Workload): Replay {
  const tree = new LogTree();
  function* entries(): Generator<RecordedEntry> {
    let before: FundState | undefined;
    let index = 0;
    for (const leaf of leavesOf(path)) {
      tree.append(leaf);
      const surroundings = { ...takenAsSigned, blob: () => charter, rootAt: () => undefined };
      const replayed = replayEntry(before, leaf, { index, ...surroundings });
      assert(replayed.ok, "the workload is accepted");
      const { entry, effects, state: after } = replayed.value;
      yield { index, leaf, entry, effects, before, after };
      before = after;
      index++;
    }
  }
  return { entries: entries(), rootAt: (size) => hexEncode(tree.rootAt(size)!) };
}

/** The same, with its last entry and so the last state in hand for as long as this is. */
class HeldReplay {
  readonly replay: Replay;
  last: RecordedEntry | undefined;

  constructor(path: string, workload: Workload) {
    const { entries, rootAt } = replayOf(path, workload);
    const hold = (recorded: RecordedEntry): void => {
      this.last = recorded;
    };
    function* held(): Generator<RecordedEntry> {
      for (const recorded of entries) {
        hold(recorded);
        yield recorded;
      }
    }
    this.replay = { entries: held(), rootAt };
  }
}

/** Seconds that some work with a replay takes, and bytes that are held at its end. */
async function measured<T>(path: string, workload: Workload, work: (replay: Replay) => Promise<T>) {
  const before = memoryInUse();
  const held = new HeldReplay(path, workload);
  const start = seconds();
  const result = await work(held.replay);
  const taken = seconds() - start;
  const memory = memoryInUse() - before;
  assert(held.last !== undefined, "the last state is held until here");
  return { result, seconds: taken, memory };
}

const measureReplay = (path: string, workload: Workload) =>
  measured(path, workload, async ({ entries }) => {
    for (const _recorded of entries);
    return Promise.resolve();
  });

async function measureFill(path: string, workload: Workload, database: Database) {
  await createSchema(database);
  return measured(path, workload, (replay) => fillDatabase(database, replay));
}

/** Rows a second that the database copies into tables without keys, made beforehand. */
async function rawCopyRate(path: string, workload: Workload, database: Database): Promise<number> {
  const tables = await readTables(database);
  const lines = new Map<string, string[]>([...tables.keys()].map((table) => [table, []]));
  const maker = new RowMaker();
  let rows = 0;
  for (const recorded of replayOf(path, workload).entries) {
    if (recorded.index === COPIED_ENTRIES) break;
    for (const row of maker.rowsOf(recorded)) {
      lines.get(row.table)!.push(copyLine(storedRow(tables, row)));
      rows++;
    }
  }
  const texts = [...lines].map(([table, of]) => [table, of.join("")] as const);
  for (const [table] of texts) {
    await database.execute(`CREATE TEMPORARY TABLE raw_${table} (LIKE ${SCHEMA}.${table})`);
  }
  const start = seconds();
  await transaction(database, async () => {
    for (const [table, text] of texts) await database.copy(`raw_${table}`, text);
  });
  return rows / (seconds() - start);
}

/**
 * The benchmarks of a record as tables: entries replayed and written a second beside those only
 * replayed, rows written beside the database's own COPY, and what both hold in memory.
 */
export async function benchRun(options: RunBenchOptions = {}): Promise<readonly BenchResult[]> {
  const { directory = tmpdir(), entries: wanted = 50_000 } = options;
  const data = await mkdtemp(join(directory, "jointfund-bench-"));
  try {
    const workload = createWorkload();
    const path = join(data, "entries");
    const entries = writeRecord(path, workload, wanted);
    // Writing it has loaded and compiled the code that replays it.
    const replayed = await measureReplay(path, workload);
    const database = await openEmbedded(join(data, "db"));
    try {
      const filled = await measureFill(path, workload, database);
      const raw = await rawCopyRate(path, workload, database);
      const writing = filled.seconds - replayed.seconds;
      const perMillion = (bytes: number): number => ((bytes / entries) * 1e6) / 1024 ** 2;
      return [
        compareRates("replay into tables", "entries/s", {
          ours: entries / filled.seconds,
          reference: entries / replayed.seconds,
          referenceName: "entries/s replayed alone, no signatures in either",
        }),
        compareRates("rows into tables", "rows/s", {
          ours: filled.result.rows / Math.max(writing, 1e-3),
          reference: raw,
          referenceName: "rows/s by COPY into tables without keys",
        }),
        compareAmounts("memory of it", "MiB a million entries", {
          ours: perMillion(filled.memory),
          reference: perMillion(replayed.memory),
          referenceName: "MiB of the replay alone",
        }),
      ];
    } finally {
      await database.close();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
