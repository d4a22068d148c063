/**
 * Runs the tests: all of them, or those that the arguments name.
 *
 *     npm test                            everything
 *     npm test -- packages/core tools     the test files whose path holds one of these texts
 *     npm test -- base/ --name=vector     of those, the tests whose name matches the pattern
 */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { run } from "node:test";
import { parseArgs } from "node:util";
import { findTestFiles, ROOT } from "./test-files.ts";
import { reportTests } from "./test-reporter.ts";

/** One test that hangs must not take the whole run with it. */
const TEST_TIMEOUT_MS = 10 * 60 * 1000;

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

const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => interrupt.abort());
}
const events = run({
  cwd: ROOT,
  files: files.map((file) => resolve(ROOT, file)),
  concurrency: availableParallelism(),
  timeout: TEST_TIMEOUT_MS,
  signal: interrupt.signal,
  ...(values.name === undefined ? {} : { testNamePatterns: [new RegExp(values.name)] }),
});
events.on("test:fail", () => {
  process.exitCode = 1;
});
await pipeline(events, reportTests, process.stdout);
if (interrupt.signal.aborted) process.exitCode = 130;
