import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { assert } from "@jointfund/core/base/assert.ts";
import { RecordedRefusals } from "../application/recorded-refusals.ts";
import { Sequencer } from "../application/sequencer.ts";
import { SimulatedClock } from "../application/simulated-clock.ts";
import { createApp } from "../http/app.ts";
import { LiveRecord } from "../http/live-record.ts";
import type { Office } from "../http/office.ts";
import { FedFund } from "../http/reading/fed-fund.ts";
import { ReadingThread } from "../http/reading/reading-thread.ts";
import { BlobStore } from "../storage/blobs.ts";
import { LogTree } from "../storage/log-tree.ts";
import { systemDisk } from "../storage/system-disk.ts";
import { compareAmounts, type BenchResult } from "./bench-result.ts";
import { createWorkload, type Workload } from "./workload.ts";

export type PagesBenchOptions = {
  /** Entries of the long log. */
  readonly entries?: number;
};

/** Entries of the short log. */
const SHORT = 1_000;
/** Entries that come in while it is measured. */
const GROWTH = 200;
const ROUNDS = 9;

/** An office whose record grows by an entry whenever it is told to. */
type Growing = {
  readonly entries: number;
  readonly ask: (path: string, headers: Readonly<Record<string, string>>) => Promise<void>;
  readonly grow: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Entries of capital calls, one after the other: every ninth is an act, and four of nine post. */
function leavesOf(workload: Workload, entries: number): readonly Uint8Array[] {
  const sequencer = new Sequencer({
    operator: workload.operator,
    clock: new SimulatedClock(workload.start),
    surroundings: { verify: () => true, verifyP256: () => true, blob: () => workload.charter },
    tree: new LogTree(),
    refusals: new RecordedRefusals(),
    state: undefined,
  });
  const leaves: Uint8Array[] = [];
  const take = (statements: readonly Uint8Array[]): void => {
    for (const bytes of statements) leaves.push(...sequencer.sequence(bytes).leaves);
  };
  take(workload.opening);
  for (let n = 0; leaves.length < entries; n++) take(workload.unsignedCycle(n));
  return leaves;
}

async function openGrowing(workload: Workload, entries: number, data: string): Promise<Growing> {
  const leaves = leavesOf(workload, entries + GROWTH);
  await (await BlobStore.open(systemDisk, join(data, "blobs", "sha256"))).put(workload.charter);
  const fund = new FedFund({
    entries: (from, to) => Promise.resolve(leaves.slice(from, to)),
    blob: () => workload.charter,
  });
  fund.take(leaves.slice(0, entries));
  const record = await LiveRecord.open(fund);
  fund.letGo(record.size);
  const office: Office = {
    ...{ fund, record, logDirectory: join(data, "log"), assumptions: {}, isDemonstration: true },
    clock: { now: () => workload.start, isStanding: true },
    published: () => Promise.resolve(undefined),
  };
  const ofReader = { data, assumptions: {}, isDemonstration: true };
  const reader = new ReadingThread(ofReader, (failure) => {
    throw failure;
  }).follow(fund);
  while (!reader.isReading) await setTimeout(20);
  const freely = { burst: 1e9, perSecond: 1e9 };
  const app = createApp(office, { rates: { reads: freely, statements: freely }, reader });
  return {
    entries: record.size,
    async ask(path, headers) {
      const response = await app.request(`/api/v1/${path}`, { headers });
      await response.arrayBuffer();
      assert(response.status === 200, `${path} is answered (${response.status})`);
    },
    async grow() {
      fund.take(leaves.slice(fund.size, fund.size + 1));
      await record.caughtUp();
    },
    close: () => reader.close(),
  };
}

type Asked = {
  readonly name: string;
  readonly path: (entries: number) => string;
  /** Whether the newest is waited for, or what is there is given. */
  readonly newest: boolean;
};

const then = (entries: number): string => `knownAt=${Math.floor(entries / 2)}`;

/** What pages ask for: lists and single things, then what is dear to make. */
const ASKED: readonly Asked[] = [
  { name: "newest acts", path: () => "acts?limit=20", newest: true },
  { name: "acts by status", path: () => "acts?limit=20&status=vetoed", newest: true },
  { name: "refusals", path: () => "refusals", newest: true },
  { name: "calendar", path: () => "calendar", newest: true },
  { name: "an entry, with proof", path: (entries) => `entries/${entries - 9}`, newest: true },
  { name: "acts as known then", path: (n) => `acts?limit=20&${then(n)}`, newest: true },
  { name: "page", path: () => "page", newest: false },
  { name: "history", path: () => "history?figure=net-assets&every=month", newest: false },
  { name: "statement", path: () => "statements/operations", newest: false },
  { name: "page made anew", path: () => "page", newest: true },
  { name: "statement made anew", path: () => "statements/operations", newest: true },
];

/** Milliseconds until an answer is there just after the record has grown: the median of some. */
async function waited(office: Growing, { path, newest }: Asked): Promise<number> {
  const address = path(office.entries);
  const headers: Record<string, string> = newest ? { "Cache-Control": "no-cache" } : {};
  const times: number[] = [];
  // What was never asked for is made first, and compiled.
  for (let n = 0; n < 3; n++) await office.ask(address, headers);
  for (let n = 0; n < ROUNDS; n++) {
    await office.grow();
    const start = performance.now();
    await office.ask(address, headers);
    times.push(performance.now() - start);
    await setTimeout(30);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

/**
 * How long what pages ask for takes with a long log, beside a short one: of lists and single things
 * the newest, of what is dear to make what is given while it is made anew, and last that making.
 */
export async function benchPages(options: PagesBenchOptions = {}): Promise<readonly BenchResult[]> {
  const { entries = 100_000 } = options;
  const data = await mkdtemp(join(tmpdir(), "jointfund-bench-"));
  const workload = createWorkload();
  const short = await openGrowing(workload, SHORT, data);
  const long = await openGrowing(workload, entries, data);
  try {
    const results: BenchResult[] = [];
    for (const asked of ASKED) {
      const reference = await waited(short, asked);
      const ours = await waited(long, asked);
      const referenceName = `ms with ${SHORT} entries instead of ${entries}`;
      results.push(compareAmounts(asked.name, "ms", { ours, reference, referenceName }, 2));
    }
    return results;
  } finally {
    await short.close();
    await long.close();
    await rm(data, { recursive: true, force: true });
  }
}
