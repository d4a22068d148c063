import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { requireTool } from "../../../../tests/support/require-tool.ts";
import { systemDisk } from "../../src/storage/system-disk.ts";
import { playRun, readEntries, readRecord } from "./deterministic-run.ts";
import { runWriter, scratchDirectory, STORAGE_WRITER, WRITER, type Ended } from "./processes.ts";
import { playStorage, readStorage, STORAGE_ENTRIES } from "./storage-run.ts";

// The goal: the same as with the simulated disk, but of a real process on a real file system.
// strace makes one system call of the process fail, or kills the process at it, for each call in
// turn.

const CALLS = ["pwrite64", "fdatasync", "fsync", "rename", "openat"];
/**
 * Every how manieth fault is tried: all of the storage's in continuous integration, else a sample.
 */
const STORAGE_STRIDE = process.env["CI"] === "true" ? 1 : 5;
const FUND_STRIDE = process.env["CI"] === "true" ? 23 : 61;

/** True for root, who alone can mount a file system of its own size. As `requireTool` does it. */
function requireRoot(context: TestContext): boolean {
  if (process.getuid?.() === 0) return true;
  const message = "needs root, to mount a small file system";
  if (process.env["CI"] === "true") throw new Error(message);
  const skip = context.skip.bind(context);
  skip(message);
  return false;
}

/** Every path that a run touches, with the names under which files are written first. */
function pathsBelow(directory: string): string[] {
  const paths = [directory];
  for (const item of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, item.name);
    if (item.isDirectory()) paths.push(...pathsBelow(path));
    else paths.push(path, `${path}.new`);
  }
  return paths;
}

type Tracing = { readonly program: string; readonly paths: readonly string[] };

/** The command that runs a program under strace, looking only at calls on the given paths. */
function straced(
  { program, paths }: Tracing,
  data: string,
  options: readonly string[],
): readonly string[] {
  const watched = paths.flatMap((path) => ["-P", join(data, path)]);
  return [
    "strace",
    "-f",
    "--seccomp-bpf",
    "-qq",
    ...watched,
    ...options,
    process.execPath,
    program,
    data,
  ];
}

/** How often the run makes each call, by the thread that makes it most. */
async function countCalls(tracing: Tracing, directory: string): Promise<Map<string, number>> {
  const log = join(directory, "calls");
  const options = ["-o", log, "-e", `trace=${CALLS.join()}`];
  const ended = await runWriter(straced(tracing, join(directory, "counted"), options));
  assert.equal(ended.code, 0, ended.messages);
  const counts = new Map<string, number>();
  for (const line of readFileSync(log, "utf8").split("\n")) {
    const [, thread, call] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (thread === undefined || call === undefined) continue;
    counts.set(`${thread} ${call}`, (counts.get(`${thread} ${call}`) ?? 0) + 1);
  }
  const most = new Map<string, number>();
  for (const [key, count] of counts) {
    const call = key.split(" ")[1]!;
    most.set(call, Math.max(most.get(call) ?? 0, count));
  }
  return most;
}

type Injection = { readonly call: string; readonly when: number; readonly fault: string };

function injectionsOf(counts: ReadonlyMap<string, number>, stride: number): Injection[] {
  const injections: Injection[] = [];
  for (const [call, count] of counts) {
    for (let when = 1; when <= count; when++) {
      for (const fault of ["error=EIO", "signal=KILL"]) injections.push({ call, when, fault });
    }
  }
  return injections.filter((_, n) => n % stride === 0);
}

/** Runs with each fault, two at a time, and checks what it left behind. */
async function sweep(
  context: TestContext,
  options: {
    readonly program: string;
    readonly stride: number;
    readonly clean: (data: string) => Promise<void>;
    readonly check: (data: string, ended: Ended, what: string) => Promise<void>;
  },
): Promise<number> {
  const directory = scratchDirectory(context);
  const model = join(directory, "model");
  await options.clean(model);
  const paths = pathsBelow(model).map((path) => path.slice(model.length));
  const tracing = { program: options.program, paths };
  const injections = injectionsOf(await countCalls(tracing, directory), options.stride);
  const todo = injections.entries();
  const worker = async (): Promise<void> => {
    for (const [n, { call, when, fault }] of todo) {
      const data = join(directory, `run-${n}`);
      const inject = ["-e", `trace=${call}`, "-e", `inject=${call}:${fault}:when=${when}`];
      const ended = await runWriter(straced(tracing, data, ["-o", "/dev/null", ...inject]));
      const what = `${fault} at ${call} ${when}`;
      // A fault may hit a call that only tidies up; then the run must have come to its end.
      assert.ok(ended.code !== 0 || ended.acknowledged > 0, what);
      await options.check(data, ended, what);
    }
  };
  await Promise.all([worker(), worker()]);
  return injections.length;
}

test("[R22] storage: a fault at any system call loses nothing", async (context) => {
  if (!requireTool(context, ["strace"])) return;
  let expected: readonly string[] = [];
  const tried = await sweep(context, {
    program: STORAGE_WRITER,
    stride: STORAGE_STRIDE,
    clean: async (data) => {
      await playStorage(systemDisk, data);
      expected = await readStorage(systemDisk, data);
    },
    check: async (data, ended, what) => {
      let found: number | undefined;
      await playStorage(systemDisk, data, (size) => (found ??= size));
      assert.ok(found! >= ended.acknowledged, `${what}: ${found} of ${ended.acknowledged}`);
      if (ended.code === 0) assert.equal(ended.acknowledged, STORAGE_ENTRIES, what);
      assert.deepEqual(await readStorage(systemDisk, data), expected, what);
    },
  });
  context.diagnostic(`${tried} faults`);
  assert.ok(tried > 20);
});

test("[R22] the fund: a fault at a system call loses nothing", async (context) => {
  if (!requireTool(context, ["strace"])) return;
  let record: ReadonlyMap<string, string> = new Map();
  const tried = await sweep(context, {
    program: WRITER,
    stride: FUND_STRIDE,
    clean: async (data) => {
      await playRun({ data, disk: systemDisk });
      record = readRecord(systemDisk, data);
    },
    check: async (data, ended, what) => {
      const entries = await readEntries(systemDisk, data);
      assert.ok(entries.length >= ended.acknowledged, what);
      await playRun({ data, disk: systemDisk });
      assert.deepEqual(readRecord(systemDisk, data), record, what);
    },
  });
  context.diagnostic(`${tried} faults`);
  assert.ok(tried > 4);
});

test("[R22] a full disk stops the fund, and it goes on when there is room", async (context) => {
  if (!requireRoot(context)) return;
  const directory = scratchDirectory(context);
  const [clean, small] = [join(directory, "clean"), join(directory, "small")];
  await playRun({ data: clean, disk: systemDisk });
  mkdirSync(small);
  const onDisk = (command: string, ...options: string[]): Buffer =>
    execFileSync(command, [...options, small]);
  onDisk("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs");
  try {
    const data = join(small, "data");
    let stops = 0;
    let acknowledged = 0;
    for (let kilobytes = 64; kilobytes <= 512; kilobytes += 32) {
      onDisk("mount", "-o", `remount,size=${kilobytes}k`);
      const ended = await runWriter([process.execPath, WRITER, data]);
      acknowledged = Math.max(acknowledged, ended.acknowledged);
      if (ended.code === 0) break;
      stops++;
      assert.match(ended.messages, /ENOSPC|disk I\/O error|database or disk is full/);
      if (acknowledged === 0) continue;
      const entries = await readEntries(systemDisk, data);
      assert.ok(entries.length >= acknowledged, `${entries.length} of ${acknowledged}`);
    }
    assert.ok(stops > 0 && acknowledged > 0);
    assert.deepEqual(readRecord(systemDisk, data), readRecord(systemDisk, clean));
  } finally {
    onDisk("umount");
  }
});
