import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";

export const WRITER = fileURLToPath(import.meta.resolve("./writer-process.ts"));
export const STORAGE_WRITER = fileURLToPath(import.meta.resolve("./storage-writer-process.ts"));

export type Ended = {
  /** Entries that must be there: the largest number that the process printed. */
  readonly acknowledged: number;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly messages: string;
};

/** A directory that goes away with the test. */
export function scratchDirectory(context: TestContext): string {
  const directory = mkdtempSync(join(tmpdir(), "durability-"));
  context.after(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/**
 * Runs a command to its end and collects what it acknowledged. `onAcknowledged` may end it: it gets
 * each number as it is printed, and a function that kills the process at once.
 */
export async function runWriter(
  command: readonly string[],
  onAcknowledged?: (entries: number, kill: () => void) => void,
): Promise<Ended> {
  // One thread for files, so that every run makes its calls in the same order on the same thread.
  const env = { ...process.env, UV_THREADPOOL_SIZE: "1" };
  const child = spawn(command[0]!, command.slice(1), { env, stdio: ["ignore", "pipe", "pipe"] });
  let acknowledged = 0;
  let messages = "";
  createInterface(child.stdout).on("line", (line) => {
    acknowledged = Math.max(acknowledged, Number(line));
    onAcknowledged?.(acknowledged, () => child.kill("SIGKILL"));
  });
  child.stderr.on("data", (chunk: Buffer) => {
    messages += chunk.toString();
  });
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  child.on("error", reject);
  child.on("close", (code, signal) => resolve({ acknowledged, code, signal, messages }));
  return promise;
}
