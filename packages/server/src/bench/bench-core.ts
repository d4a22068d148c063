import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "@jointfund/core/base/assert.ts";
import { base64Decode } from "@jointfund/core/base/bytes.ts";
import { decide } from "@jointfund/core/fund/decide.ts";
import { decodeSigned } from "@jointfund/core/fund/entry.ts";
import { evolve } from "@jointfund/core/fund/evolve.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { signingBytes } from "@jointfund/core/governance/identity.ts";
import type { SignedStatement } from "@jointfund/core/governance/statement.ts";
import { takenAsSigned } from "../application/signature-checks.ts";
import { verifyEd25519 } from "../application/ed25519.ts";
import { openFund } from "../application/open-fund.ts";
import { RecordedRefusals } from "../application/recorded-refusals.ts";
import { Sequencer } from "../application/sequencer.ts";
import { SimulatedClock } from "../application/simulated-clock.ts";
import { Journal } from "../storage/journal.ts";
import { LogTree } from "../storage/log-tree.ts";
import { systemDisk } from "../storage/system-disk.ts";
import { compareAmounts, compareRates, type BenchResult } from "./bench-result.ts";
import { memoryInUse, seconds } from "./measuring.ts";
import { createWorkload, CYCLE_STATEMENTS, type Workload } from "./workload.ts";

export type BenchOptions = {
  /** Where the benchmark's fund is written, in a directory of its own; not a disk in memory. */
  readonly directory?: string;
  /** Statements for the rates. */
  readonly statements?: number;
  /** Entries for the memory. */
  readonly entries?: number;
};

/**
 * Parts that take turns with their reference, so that a busy machine is unfair to neither. What
 * counts is the median of the parts.
 */
const ROUNDS = 15;
const REPLAYS = 3;

type Verifiable = {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

/** Seconds that some work takes. */
async function timed(work: () => Promise<void> | void): Promise<number> {
  const start = seconds();
  await work();
  return seconds() - start;
}

function cyclesFor(workload: Workload, statements: number, from = 0): Uint8Array[] {
  const cycles = Math.max(1, Math.ceil(statements / CYCLE_STATEMENTS));
  return Array.from({ length: cycles }, (_, n) => workload.cycle(from + n)).flat();
}

function decoded(bytes: Uint8Array): SignedStatement {
  const signed = decodeSigned(bytes);
  assert(signed.ok, "the workload's statements can be read");
  return signed.value;
}

/** What a verification of each statement takes, and nothing else. */
function verifiablesOf(workload: Workload, statements: readonly Uint8Array[]): Verifiable[] {
  return statements.map((bytes) => {
    const { statement, signatures } = decoded(bytes);
    const signature = base64Decode(signatures[0]!.signature);
    const publicKey = workload.publicKey(signatures[0]!.key);
    assert(signature !== undefined, "a signature is base64");
    return { publicKey, message: signingBytes(statement), signature };
  });
}

function verifyAll(verifiables: readonly Verifiable[]): void {
  for (const { publicKey, message, signature } of verifiables) {
    assert(verifyEd25519(publicKey, message, signature), "the workload is signed");
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function slices<T>(items: readonly T[]): T[][] {
  const length = Math.ceil(items.length / ROUNDS);
  return Array.from({ length: ROUNDS }, (_, n) => items.slice(n * length, (n + 1) * length));
}

/** Statements decided a second in memory, their signatures taken as right. */
async function benchDecide(
  workload: Workload,
  statements: readonly Uint8Array[],
): Promise<BenchResult> {
  const surroundings = {
    ...takenAsSigned,
    blob: () => workload.charter,
    rootAt: () => undefined,
    recordedAt: workload.start,
  };
  let state: FundState | undefined;
  let index = 0;
  const decideAll = (all: readonly Uint8Array[]): void => {
    for (const bytes of all) {
      const effects = decide(state, decoded(bytes), { ...surroundings, index: index++ });
      assert(effects.ok, "the workload is accepted");
      state = evolve(state, effects.value, workload.start);
    }
  };
  decideAll(workload.opening);
  const ours: number[] = [];
  const reference: number[] = [];
  for (const part of slices(statements)) {
    const verifiables = verifiablesOf(workload, part);
    ours.push(part.length / (await timed(() => decideAll(part))));
    reference.push(part.length / (await timed(() => verifyAll(verifiables))));
  }
  return compareRates("decide", "statements/s", {
    ours: median(ours),
    reference: median(reference),
    referenceName: "Ed25519 verifications/s, one thread",
  });
}

/** Bytes of each group that the journal holds. */
async function groupBytes(data: string): Promise<number[]> {
  const journal = await Journal.open({ disk: systemDisk, directory: join(data, "journal") });
  const sizes: number[] = [];
  for await (const frame of journal.frames()) sizes.push(frame.bytes);
  await journal.close();
  return sizes;
}

/** Appends as much to a plain file, one write and one sync a group. */
async function appendPlainly(file: string, groups: readonly number[]): Promise<void> {
  const plain = await systemDisk.create(file);
  let at = 0;
  for (const length of groups) {
    await plain.write(new Uint8Array(length).fill(7), at);
    await plain.sync();
    at += length;
  }
  await plain.close();
}

/** Statements answered a second: signatures checked, decided, synced in groups. */
async function benchDurable(
  workload: Workload,
  data: string,
  statements: readonly Uint8Array[],
): Promise<BenchResult> {
  const { operator } = workload;
  const clock = new SimulatedClock(workload.start);
  const fund = await openFund({ data, operator, clock });
  await fund.putBlob(workload.charter);
  await fund.submitAll(workload.opening);
  const ours: number[] = [];
  const verifying: number[] = [];
  for (const part of slices(statements)) {
    const verifiables = verifiablesOf(workload, part);
    const taken = await timed(async () => {
      for (const { status } of await fund.submitAll(part)) {
        assert(status === "accepted", "the workload is accepted");
      }
    });
    ours.push(part.length / taken);
    verifying.push(part.length / (await timed(() => verifyAll(verifiables))));
  }
  await fund.close();
  const groups = (await groupBytes(data)).slice(1);
  const plainly = await timed(() => appendPlainly(join(data, "plain"), groups));
  const appending = statements.length / plainly;
  const isVerifying = median(verifying) < appending;
  return compareRates("durably answered", "statements/s", {
    ours: median(ours),
    reference: Math.min(median(verifying), appending),
    referenceName: isVerifying
      ? "Ed25519 verifications/s, one thread"
      : "appending the same groups, one fdatasync each",
  });
}

/** Entries replayed a second at a start: checksums, signatures, every decision again. */
async function benchReplay(workload: Workload, data: string): Promise<BenchResult> {
  const { operator } = workload;
  const clock = new SimulatedClock(workload.start);
  const verifiables = verifiablesOf(workload, cyclesFor(workload, 2000));
  const ours: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round < REPLAYS; round++) {
    let entries = 0;
    const taken = await timed(async () => {
      const fund = await openFund({ data, operator, clock });
      entries = fund.size;
      await fund.close();
    });
    ours.push(entries / taken);
    reference.push(verifiables.length / (await timed(() => verifyAll(verifiables))));
  }
  return compareRates("replay", "entries/s", {
    ours: median(ours),
    reference: median(reference),
    referenceName: "Ed25519 verifications/s, one thread",
  });
}

/** What a fund holds in memory after so many entries, scaled to a million. */
function benchMemory(workload: Workload, entries: number): BenchResult {
  // Once round, so that the code itself is loaded and compiled before the first measurement.
  sequenceAll(workload, Math.min(entries, 1000));
  const before = memoryInUse();
  const { sequencer, written } = sequenceAll(workload, entries);
  const perMillion = (bytes: number): number => ((bytes / sequencer.size) * 1e6) / 1024 ** 2;
  const ours = perMillion(memoryInUse() - before);
  assert(sequencer.state !== undefined, "the state is held until here");
  return compareAmounts("memory", "MiB a million entries", {
    ours,
    reference: perMillion(written),
    referenceName: "MiB of the entries themselves",
  });
}

/** A fund in memory after so many entries, and how long those are. */
function sequenceAll(
  workload: Workload,
  entries: number,
): { readonly sequencer: Sequencer; readonly written: number } {
  const sequencer = new Sequencer({
    operator: workload.operator,
    clock: new SimulatedClock(workload.start),
    surroundings: { ...takenAsSigned, blob: () => workload.charter },
    tree: new LogTree(),
    refusals: new RecordedRefusals(),
    state: undefined,
  });
  let written = 0;
  const take = (statements: readonly Uint8Array[]): void => {
    for (const bytes of statements) {
      for (const leaf of sequencer.sequence(bytes).leaves) written += leaf.length;
    }
  };
  take(workload.opening);
  // Nothing is verified here, so nothing needs to be signed either.
  for (let n = 0; sequencer.size < entries; n++) take(workload.unsignedCycle(n));
  return { sequencer, written };
}

/**
 * The benchmarks of the record: deciding, durable answers, replay, memory. Each stands beside
 * something that nobody can do without, measured in turns with it on the same machine.
 */
export async function benchCore(options: BenchOptions = {}): Promise<readonly BenchResult[]> {
  const { directory = tmpdir(), statements = 20_000, entries = 100_000 } = options;
  const data = await mkdtemp(join(directory, "jointfund-bench-"));
  try {
    const workload = createWorkload();
    // Before the others, which leave garbage of unknown age behind.
    const memory = benchMemory(workload, entries);
    const cycles = cyclesFor(workload, statements);
    return [
      await benchDecide(workload, cycles),
      await benchDurable(workload, data, cycles),
      await benchReplay(workload, data),
      memory,
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
