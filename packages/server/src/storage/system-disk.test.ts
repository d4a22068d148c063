import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { systemDisk } from "./system-disk.ts";

const directory = mkdtempSync(join(tmpdir(), "jointfund-disk-"));
after(() => rmSync(directory, { recursive: true, force: true }));

const codeOf = (code: string) => (failure: unknown) =>
  failure instanceof Error && "code" in failure && failure.code === code;

test("a directory is made with those above it, and again without complaint", async () => {
  const path = join(directory, "a", "b", "c");
  await systemDisk.makeDirectory(path);
  await systemDisk.makeDirectory(path);
  assert.ok(statSync(path).isDirectory());
});

test("a file in the way of a directory is a failure", async () => {
  const file = join(directory, "file");
  writeFileSync(file, "");
  await assert.rejects(systemDisk.makeDirectory(file), codeOf("EEXIST"));
  await assert.rejects(systemDisk.makeDirectory(join(file, "below")), codeOf("ENOTDIR"));
});

// Node's recursive mkdir never comes back from this one.
const noProc = process.platform !== "linux" && "only Linux has /proc";

test(
  "a place that takes no directories is a failure, not an endless wait",
  { skip: noProc, timeout: 10_000 },
  async () => {
    await assert.rejects(systemDisk.makeDirectory("/proc/jointfund/data"), codeOf("ENOENT"));
  },
);
