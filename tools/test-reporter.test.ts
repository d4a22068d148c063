import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, test } from "node:test";
import { reportTests } from "./test-reporter.ts";

const SAMPLE = `
  import { test } from "node:test";
  test("passes", () => {});
  test("breaks", () => { throw new Error("the reason of the failure"); });
  test("waits", { skip: "needs a tool" }, () => {});
`;

test("a report names files, failures and skips, then has Node's totals", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "jointfund-report-"));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "sample.test.mjs");
  writeFileSync(file, SAMPLE);
  // A run inside a test file reports nothing unless it forgets that it is inside one.
  const outer = process.env.NODE_TEST_CONTEXT;
  delete process.env.NODE_TEST_CONTEXT;
  let report = "";
  for await (const text of reportTests(run({ files: [file] }))) report += text;
  if (outer !== undefined) process.env.NODE_TEST_CONTEXT = outer;

  assert.match(report, /✖ .* s +3 tests +.*sample\.test\.mjs/);
  assert.match(report, /the reason of the failure/);
  assert.match(report, /Slowest files\n.*sample\.test\.mjs/);
  assert.match(report, /Skipped\n﹣ .*sample\.test\.mjs: waits: needs a tool/);
  assert.match(report, /ℹ tests 3\n[^]*ℹ pass 1\nℹ fail 1\n/);
  assert.doesNotMatch(report, /passes/);
});
