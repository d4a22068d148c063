import { hash } from "node:crypto";
import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import type { Disk, DiskFile } from "../ports.ts";
import { replaceFile } from "./durable-file.ts";
import { StartRefused } from "./start-refused.ts";

const LINE_BYTES = 26;

const checksum = (digits: string): string => hash("sha256", digits).slice(0, 8);

function encodeLine(entries: number): Uint8Array {
  const digits = String(entries).padStart(16, "0");
  return utf8Encode(`${digits} ${checksum(digits)}\n`);
}

function decodeLine(line: string): number | undefined {
  const [, digits, sum] = /^([0-9]{16}) ([0-9a-f]{8})\n$/.exec(line) ?? [];
  return digits === undefined || sum !== checksum(digits) ? undefined : Number(digits);
}

/**
 * How many entries of the journal were synced, in a small file beside it (docs/spec/storage.md,
 * J6).
 *
 * The mark itself is written and never synced: it outlives the process, and a loss of power may
 * leave it a little behind. It has two lines, of which the lesser is overwritten, so that one of
 * them is always whole.
 */
export class SyncedMark {
  readonly #file: DiskFile;
  readonly #lines: [number, number];

  private constructor(file: DiskFile, lines: [number, number]) {
    this.#file = file;
    this.#lines = lines;
  }

  /** Opens the mark, or creates one of 0. Throws `StartRefused` if neither line is whole. */
  static async open(disk: Disk, path: string): Promise<SyncedMark> {
    if (disk.readFile(path) === undefined) {
      const line = encodeLine(0);
      await replaceFile(disk, path, new Uint8Array([...line, ...line]));
    }
    const text = Buffer.from(disk.readFile(path)!).toString("latin1");
    const lines = [0, 1].map((n) => decodeLine(text.slice(n * LINE_BYTES, (n + 1) * LINE_BYTES)));
    const file = await disk.open(path);
    if (file === undefined || Math.max(...lines.map((line) => line ?? -1)) < 0) {
      await file?.close();
      throw new StartRefused({ code: "mark_malformed", file: path, actual: text.trimEnd() });
    }
    return new SyncedMark(file, [lines[0] ?? 0, lines[1] ?? 0]);
  }

  /** Entries that were synced, as far as the mark knows. */
  get entries(): number {
    return Math.max(...this.#lines);
  }

  async record(entries: number): Promise<void> {
    const line = this.#lines[0] <= this.#lines[1] ? 0 : 1;
    await this.#file.write(encodeLine(entries), line * LINE_BYTES);
    this.#lines[line] = entries;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
