import { readFileSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Disk, DiskFile, DiskLock } from "../ports.ts";
import { plainBytes } from "./sha256.ts";

/** The code that the system gives a failed call, such as ENOENT. */
function codeOf(failure: unknown): string | undefined {
  return failure instanceof Error && "code" in failure ? String(failure.code) : undefined;
}

/** The value of a call, or nothing where what it asks for does not exist. */
async function unlessMissing<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (failure) {
    if (codeOf(failure) === "ENOENT") return undefined;
    throw failure;
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const rest = bytes.length - written;
    const call = await handle.write(bytes, written, rest, position + written);
    written += call.bytesWritten;
  }
}

async function readAll(handle: FileHandle, target: Uint8Array, position: number): Promise<number> {
  let read = 0;
  while (read < target.length) {
    const call = await handle.read(target, read, target.length - read, position + read);
    if (call.bytesRead === 0) break;
    read += call.bytesRead;
  }
  return read;
}

function systemFile(handle: FileHandle): DiskFile {
  return {
    size: async () => (await handle.stat()).size,
    read: (target, position) => readAll(handle, target, position),
    write: (bytes, position) => writeAll(handle, bytes, position),
    truncate: (size) => handle.truncate(size),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

async function syncDirectory(path: string): Promise<void> {
  // Windows has no handle of a directory to sync; its file system journals names by itself.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * One directory after the other. Node's own recursive `mkdir` never ends where a system answers
 * that a directory whose parent is there does not exist, as Linux does in /proc.
 */
async function makeDirectory(path: string): Promise<void> {
  const absolute = resolve(path);
  const missing: string[] = [];
  let parent = absolute;
  while ((await unlessMissing(stat(parent))) === undefined) {
    missing.unshift(parent);
    parent = dirname(parent);
  }
  // A file in the way is answered as the system answers it.
  if (!(await stat(parent)).isDirectory()) await mkdir(parent);
  for (const directory of missing) {
    try {
      await mkdir(directory);
    } catch (failure) {
      // Another process may have made it meanwhile.
      if (codeOf(failure) !== "EEXIST") throw failure;
    }
  }
  // Also where the directory is there already: whoever made it may have died before its sync.
  for (const directory of missing.length > 0 ? missing : [absolute]) {
    await syncDirectory(dirname(directory));
  }
}

function readWhole(path: string): Uint8Array | undefined {
  try {
    return plainBytes(readFileSync(path));
  } catch (failure) {
    if (codeOf(failure) === "ENOENT") return undefined;
    throw failure;
  }
}

const SQLITE_BUSY = 5;

/**
 * Node has no call to lock a file, but SQLite, which is part of Node, locks its database in the way
 * of each system. Such a lock belongs to the process: however the process dies, the kernel drops
 * it, and no file is left behind that a later start would have to judge by a process number.
 */
function lockFile(path: string): DiskLock | undefined {
  const database = new DatabaseSync(path);
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (failure) {
    database.close();
    const busy = failure instanceof Error && Reflect.get(failure, "errcode") === SQLITE_BUSY;
    if (busy) return undefined;
    throw failure;
  }
  return { release: async () => Promise.resolve(database.close()) };
}

/** The files of the machine. */
export const systemDisk: Disk = {
  makeDirectory,
  list: async (path) =>
    ((await unlessMissing(readdir(path))) ?? []).toSorted((a, b) => (a < b ? -1 : 1)),
  open: async (path) => {
    const handle = await unlessMissing(open(path, "r+"));
    return handle === undefined ? undefined : systemFile(handle);
  },
  create: async (path) => systemFile(await open(path, "w+")),
  readFile: readWhole,
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  syncDirectory,
  lock: (path) => Promise.resolve(lockFile(path)),
};
