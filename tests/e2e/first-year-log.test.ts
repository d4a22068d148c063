import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkLogWithGo, GO_TOOLS } from "../interop/outside-programs.ts";
import { copyPlayed } from "../support/copy-played.ts";
import { requireTool } from "../support/require-tool.ts";

const data = mkdtempSync(join(tmpdir(), "jointfund-e2e-"));
const main = fileURLToPath(new URL("../../packages/server/src/main.ts", import.meta.url));

before(() => copyPlayed("first-year", data));
after(() => rmSync(data, { recursive: true, force: true }));

/** Runs the command as a person would, in English. */
function jointfund(...args: readonly string[]): { status: number | null; stdout: string } {
  const env = { ...process.env, NO_COLOR: "1" };
  const { status, stdout } = spawnSync(process.execPath, [main, ...args, "--lang", "en"], {
    encoding: "utf8",
    env,
  });
  return { status, stdout };
}

/** Last words of the lines that `log vkey` prints: the keys, the log's first. */
function verifierKeys(): readonly string[] {
  const { stdout } = jointfund("log", "vkey", "--data", data);
  return stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).at(-1)!);
}

test("Go's note and tlog packages accept the first year's log, with both cosignatures", (t) => {
  if (!requireTool(t, GO_TOOLS)) return;
  const [logKey, ...mirrors] = verifierKeys();
  assert.equal(mirrors.length, 2);
  const { accepted, output } = checkLogWithGo(join(data, "log"), logKey!, mirrors);
  assert.ok(accepted, output);
});

test("the verifier run alone, without the server's code, says that the first year holds", () => {
  const verifier = fileURLToPath(new URL("../../packages/verifier/src/main.ts", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, data], {
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout + stderr);
});
