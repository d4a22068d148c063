/**
 * Runs the tests: all of them, or those that the arguments name.
 *
 *     npm test                            everything
 *     npm test -- packages/core tools     the test files whose path holds one of these texts
 *     npm test -- base/ --name=vector     of those, the tests whose name matches the pattern
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { run } from "node:test";
import { parseArgs } from "node:util";
import { findTestFiles, inOrder, ROOT } from "./test-files.ts";
import { reportTests } from "./test-reporter.ts";

/** One test that hangs must not take the whole run with it. */
const TEST_TIMEOUT_MS = 10 * 60 * 1000;

/** Where Linux keeps files in memory, and how much of it tests may need, in bytes. */
const MEMORY_FILES = "/dev/shm";
const MEMORY_NEEDED = 6 * 1024 ** 3;

/** Whether programs may be run from there: tests of PostgreSQL do. */
function runsPrograms(folder: string): boolean {
  const mounts = readFileSync("/proc/mounts", "utf8").split("\n");
  const options = mounts.map((line) => line.split(" ")).find(([, at]) => at === folder)?.[3];
  return options !== undefined && !options.split(",").includes("noexec");
}

/**
 * What tests write is thrown away, and most of the time that playing a scenario takes is spent on
 * syncing it to a disk: where there is room, it stays in memory.
 */
function hasMemoryForFiles(): boolean {
  if (!existsSync(MEMORY_FILES) || !runsPrograms(MEMORY_FILES)) return false;
  const { bavail, bsize } = statfsSync(MEMORY_FILES);
  return Math.min(bavail * bsize, process.availableMemory()) > 2 * MEMORY_NEEDED;
}

function selectTestFiles(patterns: readonly string[]): string[] {
  const files = findTestFiles();
  if (patterns.length === 0) return files;
  const texts = patterns.map((pattern) => pattern.replaceAll("\\", "/").replace(/^\.\//, ""));
  return files.filter((file) => texts.some((text) => file.includes(text)));
}

const { values, positionals } = parseArgs({
  options: { name: { type: "string" } },
  allowPositionals: true,
});
const files = selectTestFiles(positionals);
if (files.length === 0) {
  process.stderr.write(`no test file matches: ${positionals.join(" ")}\n`);
  process.exit(2);
}

// Every test is a process of its own that loads much of the same code: Node keeps it compiled.
process.env["NODE_COMPILE_CACHE"] ??= join(ROOT, "node_modules/.cache/compiled");
const written = mkdtempSync(
  join(hasMemoryForFiles() ? MEMORY_FILES : tmpdir(), "jointfund-tests-"),
);
// PostgreSQL runs as another user where tests run as root.
chmodSync(written, 0o755);
process.env["TMPDIR"] = written;
process.once("exit", () => rmSync(written, { recursive: true, force: true }));
// What one of them has played, the others copy: see tests/support/copy-played.ts.
process.env["JOINTFUND_TEST_RECORDS"] = mkdtempSync(join(written, "records-"));

const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => interrupt.abort());
}
const events = run({
  cwd: ROOT,
  files: inOrder(files).map((file) => resolve(ROOT, file)),
  // One more than there are cores, as tests with a browser or a child process often wait.
  concurrency: availableParallelism() + 1,
  timeout: TEST_TIMEOUT_MS,
  signal: interrupt.signal,
  ...(values.name === undefined ? {} : { testNamePatterns: [new RegExp(values.name)] }),
});
events.on("test:fail", () => {
  process.exitCode = 1;
});
await pipeline(events, reportTests, process.stdout);
if (interrupt.signal.aborted) process.exitCode = 130;
