import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";

/** A file that is read piece by piece. */
export type OpenFile = {
  readonly size: number;
  /** Fills the target from a position on; answers how many bytes there were to read. */
  readonly read: (target: Uint8Array, position: number) => number;
  readonly close: () => void;
};

/**
 * What the verifier asks of a disk: it only reads. A file or directory that does not exist is
 * `undefined`; any other failure is thrown as the system reports it.
 */
export type Files = {
  readonly read: (path: string) => Uint8Array | undefined;
  readonly open: (path: string) => OpenFile | undefined;
  /** Names in a directory, in order of code units. */
  readonly list: (path: string) => readonly string[] | undefined;
};

function unlessMissing<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (failure) {
    const code: unknown = failure instanceof Error && Reflect.get(failure, "code");
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw failure;
  }
}

function openFile(path: string): OpenFile {
  const descriptor = openSync(path, "r");
  return {
    size: fstatSync(descriptor).size,
    read: (target, position) => {
      let read = 0;
      while (read < target.length) {
        const rest = target.length - read;
        const bytes = readSync(descriptor, target, read, rest, position + read);
        if (bytes === 0) break;
        read += bytes;
      }
      return read;
    },
    close: () => closeSync(descriptor),
  };
}

/** The files of the machine. */
export const systemFiles: Files = {
  read: (path) => unlessMissing(() => new Uint8Array(readFileSync(path))),
  open: (path) => unlessMissing(() => openFile(path)),
  list: (path) => unlessMissing(() => readdirSync(path))?.toSorted((a, b) => (a < b ? -1 : 1)),
};
