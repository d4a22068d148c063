import { dirname, join } from "node:path";
import { assert } from "@jointfund/core/base/assert.ts";
import type { Disk, DiskFile, DiskLock } from "../ports.ts";
import { replaceFile } from "./durable-file.ts";
import { FileWindow } from "./file-window.ts";
import { encodeFrame } from "./frame.ts";
import {
  frameAt,
  JOURNAL_HEADER,
  keepPlace,
  scanJournal,
  type FramePlace,
  type JournalScan,
  type PlacedFrame,
} from "./journal-scan.ts";
import { StartRefused } from "./start-refused.ts";
import { SyncedMark } from "./synced-mark.ts";

/** A size below which the journal must not be, and who knows that. */
export type LeastSize = { readonly entries: number; readonly requiredBy: string };

/** What the opening found and did. */
export type Recovery = {
  readonly entries: number;
  /** The torn tail that was cut off, if there was one. */
  readonly cut?: { readonly offset: number; readonly bytes: number };
};

export type JournalOptions = {
  readonly disk: Disk;
  /** The journal's own directory. */
  readonly directory: string;
  readonly atLeast?: readonly LeastSize[];
};

/**
 * The file that holds every entry, a group of them after the other; the one file on which the
 * promise rests that what was answered is kept (docs/spec/storage.md).
 */
export class Journal {
  readonly recovery: Recovery;
  readonly #file: DiskFile;
  readonly #mark: SyncedMark;
  readonly #lock: DiskLock;
  readonly #places: FramePlace[];
  #size: number;
  #end: number;
  #state: "ready" | "appending" | "stopped" = "ready";

  private constructor(files: OpenFiles, scan: JournalScan, recovery: Recovery) {
    this.#file = files.file;
    this.#mark = files.mark;
    this.#lock = files.lock;
    this.#places = [...scan.places];
    this.#size = scan.entries;
    this.#end = scan.end;
    this.recovery = recovery;
  }

  /**
   * Opens the journal, or creates it, for this process alone. Throws `StartRefused` where the file
   * is damaged, shorter than it must be or held by another process, and what the disk throws.
   */
  static async open({ disk, directory, atLeast = [] }: JournalOptions): Promise<Journal> {
    await disk.makeDirectory(directory);
    const lock = await lockJournal(disk, directory);
    const opened: { close: () => Promise<void> }[] = [];
    try {
      const mark = await SyncedMark.open(disk, join(directory, "synced"));
      opened.push(mark);
      const path = join(directory, "entries");
      const file = await openEntries(disk, path, mark);
      opened.push(file);
      const marked = { entries: mark.entries, requiredBy: join(directory, "synced") };
      const files = { file, mark, lock };
      const { scan, recovery } = await recover(files, path, [...atLeast, marked]);
      return new Journal(files, scan, recovery);
    } catch (failure) {
      for (const file of opened) await file.close();
      await lock.release();
      throw failure;
    }
  }

  /** Entries that are synced. */
  get size(): number {
    return this.#size;
  }

  /**
   * Appends a group with one write and one sync, and returns when it is durable (J4). After a
   * failure the journal takes nothing any more: the same file handle may claim success for pages
   * that the system has dropped.
   */
  async append(entries: readonly Uint8Array[]): Promise<void> {
    assert(this.#state !== "appending", "a journal is appended to one group at a time");
    if (this.#state === "stopped") throw new Error("the journal takes no entries any more");
    this.#state = "appending";
    const bytes = encodeFrame({ first: this.#size, entries });
    try {
      await this.#file.write(bytes, this.#end);
      await this.#file.sync();
      await this.#mark.record(this.#size + entries.length);
    } catch (failure) {
      this.#state = "stopped";
      throw failure;
    }
    keepPlace(this.#places, { first: this.#size, offset: this.#end });
    this.#size += entries.length;
    this.#end += bytes.length;
    this.#state = "ready";
  }

  /** The groups from the one that holds entry `from` on, each checked again as it is read. */
  async *frames(from = 0): AsyncGenerator<PlacedFrame, void> {
    const window = new FileWindow(this.#file, this.#end);
    let offset = this.#placeOf(from);
    while (offset < window.size) {
      const frame = await frameAt(window, offset);
      if (frame === undefined) throw new Error(`the journal has changed at byte ${offset}`);
      if (frame.first + frame.entries.length > from) yield frame;
      offset += frame.bytes;
    }
  }

  /** The entries [from, to), which must be synced. */
  async entries(from: number, to: number): Promise<Uint8Array[]> {
    assert(from <= to && to <= this.#size, "only what is in the journal is read");
    const entries: Uint8Array[] = [];
    if (from === to) return entries;
    for await (const frame of this.frames(from)) {
      const start = Math.max(0, from - frame.first);
      entries.push(...frame.entries.slice(start, to - frame.first));
      if (frame.first + frame.entries.length >= to) break;
    }
    return entries;
  }

  /** Lets go of the files. What was appended is durable already. */
  async close(): Promise<void> {
    this.#state = "stopped";
    await this.#file.close();
    await this.#mark.close();
    await this.#lock.release();
  }

  /** The offset of the last kept frame that starts at or before an entry. */
  #placeOf(entry: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#places[middle]!.first <= entry) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? JOURNAL_HEADER.length : this.#places[low - 1]!.offset;
  }
}

type OpenFiles = {
  readonly file: DiskFile;
  readonly mark: SyncedMark;
  readonly lock: DiskLock;
};

async function lockJournal(disk: Disk, directory: string): Promise<DiskLock> {
  const file = join(directory, "lock");
  const lock = await disk.lock(file);
  if (lock === undefined) throw new StartRefused({ code: "journal_locked", file });
  return lock;
}

/**
 * The entries' file, created if the journal is new. The mark is created before it, so a mark that
 * knows of entries where there is no file means that the file was lost.
 */
async function openEntries(disk: Disk, path: string, mark: SyncedMark): Promise<DiskFile> {
  const existing = await disk.open(path);
  if (existing !== undefined) return existing;
  if (mark.entries > 0) {
    const least = { entries: mark.entries, requiredBy: join(dirname(path), "synced") };
    throw tooShort(path, 0, least);
  }
  await replaceFile(disk, path, JOURNAL_HEADER);
  const created = await disk.open(path);
  assert(created !== undefined, "a file that was just created is there");
  return created;
}

function tooShort(file: string, offset: number, least: LeastSize, actual = 0): StartRefused {
  const { entries: required, requiredBy } = least;
  return new StartRefused({
    code: "journal_too_short",
    file,
    offset,
    actual,
    required,
    requiredBy,
  });
}

/** Finds the end of the journal, cuts what is torn behind it, and makes sure of the last group. */
async function recover(
  { file, mark }: OpenFiles,
  path: string,
  atLeast: readonly LeastSize[],
): Promise<{ scan: JournalScan; recovery: Recovery }> {
  const size = await file.size();
  const scan = await scanJournal(new FileWindow(file, size), path);
  const { entries, end } = scan;
  for (const least of atLeast) {
    if (entries < least.entries) throw tooShort(path, end, least, entries);
  }
  if (size > end) await file.truncate(end);
  // A sync that failed may have left the last group readable but not durable, and its pages marked
  // as clean. Writing the same bytes again makes the system write them again (J7).
  if (scan.last !== undefined) {
    const bytes = new Uint8Array(scan.last.bytes);
    await file.read(bytes, scan.last.offset);
    await file.write(bytes, scan.last.offset);
  }
  await file.sync();
  await mark.record(entries);
  return {
    scan,
    recovery: size > end ? { entries, cut: { offset: end, bytes: size - end } } : { entries },
  };
}
