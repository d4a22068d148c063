import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ASKED, type Asked } from "./asked-pages.ts";
import { compareAmounts, type BenchResult } from "./bench-result.ts";
import { openLongOffice, type LongOffice } from "./long-office.ts";
import { writeRecordsApart } from "./long-record.ts";
import { memoryInUse, seconds } from "./measuring.ts";

export type PagesBenchOptions = {
  /** Entries of the long log. */
  readonly entries?: number;
  /** How often each thing is asked for as it is kept, and how often once the log has grown. */
  readonly rounds?: { readonly kept: number; readonly grown: number };
};

/** Entries of the short log. */
const SHORT = 1_000;
const ROUNDS = { kept: 200, grown: 15 };

/** Milliseconds that answers took. */
type Times = {
  /** When it was asked for first. */
  readonly first: number;
  readonly kept: readonly number[];
  readonly grown: readonly number[];
};

const timed = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

async function timesOf(
  office: LongOffice,
  { path, as }: Asked,
  rounds: typeof ROUNDS,
): Promise<Times> {
  const address = path(office);
  const ask = (isNewest: boolean): Promise<number> =>
    timed(() => office.ask(address, as, isNewest));
  // What was never asked for is made first, and compiled.
  const first = await ask(true);
  for (let n = 0; n < 2; n++) await ask(true);
  const [kept, grown]: [number[], number[]] = [[], []];
  for (let n = 0; n < rounds.kept; n++) kept.push(await ask(false));
  for (let n = 0; n < rounds.grown; n++) {
    await office.grow();
    grown.push(await ask(true));
    await setTimeout(5);
  }
  return { first, kept, grown };
}

/** The value below which so many of a hundred are. */
function percentile(times: readonly number[], of: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * of) / 100))]!;
}

type Measured = {
  readonly entries: number;
  readonly opened: number;
  readonly readable: number;
  /** MiB: this thread's own, and the process's with both threads. */
  readonly memory: number;
  readonly resident: number;
  readonly times: ReadonlyMap<string, Times>;
};

async function measure(
  data: string,
  open: () => Promise<LongOffice>,
  rounds: typeof ROUNDS,
): Promise<Measured> {
  const before = memoryInUse();
  const office = await open();
  try {
    const memory = (memoryInUse() - before) / 1024 ** 2;
    const resident = process.memoryUsage().rss / 1024 ** 2;
    const times = new Map<string, Times>();
    for (const each of ASKED) times.set(each.name, await timesOf(office, each, rounds));
    const { entries, opened, readable } = office;
    return { entries, opened, readable, memory, resident, times };
  } finally {
    await office.close();
    await rm(data, { recursive: true, force: true });
  }
}

/**
 * How long what pages ask for takes with a long log, beside a short one: as it is kept, and just
 * after the log has grown, when the newest is waited for. Before that how long the log takes to be
 * written and opened, and how much memory it takes.
 */
export async function benchPages(options: PagesBenchOptions = {}): Promise<readonly BenchResult[]> {
  const { entries = 100_000, rounds = ROUNDS } = options;
  const directory = await mkdtemp(join(tmpdir(), "jointfund-bench-"));
  try {
    const [short, long] = [join(directory, "short"), join(directory, "long")];
    const start = seconds();
    const { workload, calls } = await writeRecordsApart([
      { data: short, entries: SHORT },
      { data: long, entries },
    ]);
    const written = seconds() - start;
    const reference = await measure(
      short,
      () => openLongOffice(short, workload, calls[0]!),
      rounds,
    );
    const ours = await measure(long, () => openLongOffice(long, workload, calls[1]!), rounds);
    return [...ofOpening(ours, reference, written), ...ofAnswers(ours, reference)];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function ofOpening(ours: Measured, reference: Measured, written: number): readonly BenchResult[] {
  const beside = (unit: string): string => `${unit} with ${reference.entries} entries`;
  const of = (name: string, unit: string, figure: "opened" | "readable" | "memory" | "resident") =>
    compareAmounts(
      name,
      unit,
      { ours: ours[figure], reference: reference[figure], referenceName: beside(unit) },
      1,
    );
  return [
    compareAmounts(
      `log of ${ours.entries} written`,
      "s",
      { ours: written, reference: ours.opened, referenceName: "s to verify and replay it" },
      1,
    ),
    of("office opened", "s", "opened"),
    of("both threads read", "s", "readable"),
    of("memory, one thread", "MiB", "memory"),
    of("memory, process", "MiB", "resident"),
  ];
}

function ofAnswers(ours: Measured, reference: Measured): readonly BenchResult[] {
  const row = (name: string, unit: string, of: (times: Times) => number): BenchResult =>
    compareAmounts(
      name,
      unit,
      {
        ours: of(ours.times.get(name)!),
        reference: of(reference.times.get(name)!),
        referenceName: `ms with ${reference.entries} entries instead of ${ours.entries}`,
      },
      2,
    );
  return [...ours.times.keys()].flatMap((name) => [
    row(name, "ms asked first", ({ first }) => first),
    row(name, "ms kept, 99th percentile", ({ kept }) => percentile(kept, 99)),
    row(name, "ms just grown, median", ({ grown }) => percentile(grown, 50)),
    row(name, "ms just grown, slowest", ({ grown }) => percentile(grown, 100)),
  ]);
}
