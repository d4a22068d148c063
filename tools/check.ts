/**
 * Everything that a change has to pass before it is committed, except the tests that it cannot
 * touch: types, lint, format, dead code, the repository's own rules, and the tests of what differs
 * from the last commit. All steps run even if one fails.
 */
import { spawnSync } from "node:child_process";
import { findTestFiles, ROOT } from "./test-files.ts";
import { listFiles, readRepository } from "./tidy/repository.ts";
import { findTouchedTests } from "./touched-tests.ts";

const TIDY_TEST = "tools/tidy.test.ts";

type Step = { readonly name: string; readonly args: readonly string[] };
type Outcome = { readonly name: string; readonly passed: boolean; readonly seconds: number };

const STEPS: readonly Step[] = [
  { name: "types", args: ["node_modules/typescript/bin/tsc", "-p", "."] },
  // A second pass without Node's types: what does input or output in core does not compile.
  { name: "types of core", args: ["node_modules/typescript/bin/tsc", "-p", "packages/core"] },
  { name: "types of formats", args: ["node_modules/typescript/bin/tsc", "-p", "packages/formats"] },
  { name: "types of portal", args: ["node_modules/typescript/bin/tsc", "-p", "packages/portal"] },
  { name: "types of its tests", args: ["node_modules/typescript/bin/tsc", "-p", "tests/portal"] },
  { name: "lint", args: ["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"] },
  { name: "format", args: ["node_modules/oxfmt/bin/oxfmt", "--check"] },
  {
    name: "dead code",
    args: ["node_modules/knip/bin/knip.js", "--no-progress", "--no-config-hints"],
  },
  { name: "tidy", args: ["tools/test.ts", TIDY_TEST] },
];

/** Runs one step and shows what it printed only if it failed. */
function runStep({ name, args }: Step): Outcome {
  process.stdout.write(`${name} …\n`);
  const start = performance.now();
  const done = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) process.stdout.write(`${done.stdout}${done.stderr}\n`);
  return { name, passed: done.status === 0, seconds: (performance.now() - start) / 1000 };
}

function touchedTestsStep(): Step | undefined {
  const changed = [
    ...listFiles(ROOT, ["diff", "--name-only", "HEAD"]),
    ...listFiles(ROOT, ["ls-files", "--others", "--exclude-standard"]),
  ];
  const runnable = new Set(findTestFiles());
  const touched = findTouchedTests(readRepository(ROOT), changed).filter(
    (path) => path !== TIDY_TEST && runnable.has(path),
  );
  if (touched.length === 0) return undefined;
  process.stdout.write(`touched by ${changed.length} changed files:\n`);
  for (const path of touched) process.stdout.write(`  ${path}\n`);
  return { name: `touched tests (${touched.length} files)`, args: ["tools/test.ts", ...touched] };
}

function report(outcomes: readonly Outcome[]): void {
  process.stdout.write("\n");
  for (const { name, passed, seconds } of outcomes) {
    process.stdout.write(`${passed ? "✔" : "✖"} ${seconds.toFixed(1).padStart(6)} s  ${name}\n`);
  }
}

const touched = touchedTestsStep();
const outcomes = [...STEPS, ...(touched === undefined ? [] : [touched])].map(runStep);
report(outcomes);
if (touched === undefined)
  process.stdout.write("no test is touched by what differs from the last commit\n");
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
