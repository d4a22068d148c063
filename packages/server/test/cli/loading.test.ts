/** What a command loads: its own code, not that of every other. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const LISTING = `import { registerHooks } from "node:module";
const loaded = [];
registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
process.on("exit", () => console.error(JSON.stringify(loaded)));`;

/** The addresses of all modules that a command loads. */
function loadedBy(...args: readonly string[]): readonly string[] {
  const preload = `data:text/javascript,${encodeURIComponent(LISTING)}`;
  const run = spawnSync(process.execPath, ["--import", preload, MAIN, ...args], {
    encoding: "utf8",
  });
  return JSON.parse(run.stderr.trim().split("\n").at(-1)!) as string[];
}

test("help is shown without the code of any command", () => {
  const loaded = loadedBy("--help");
  assert.ok(loaded.some((url) => url.endsWith("/cli/program.ts")));
  const heavy = loaded.filter((url) => /\/(http|bench|portal|hucre|statements)\//.test(url));
  assert.deepEqual(heavy, []);
  assert.ok(loaded.length < 200, `${loaded.length} modules`);
});

test("a charter is checked without the code of the office", () => {
  const charter = fileURLToPath(new URL("../../../../charters/us-japan.yaml", import.meta.url));
  const loaded = loadedBy("charter", "lint", charter);
  assert.deepEqual(
    loaded.filter((url) => /\/(http|bench|portal)\//.test(url)),
    [],
  );
});
