import type { DiskFile } from "../ports.ts";

const CHUNK_BYTES = 1024 * 1024;

/** Reads a file from front to back in large pieces, and lends any short range of it. */
export class FileWindow {
  readonly #file: DiskFile;
  readonly size: number;
  #buffer = new Uint8Array(0);
  #start = 0;

  constructor(file: DiskFile, size: number) {
    this.#file = file;
    this.size = size;
  }

  /** The bytes of a range, fewer at the end of the file; valid until the next call. */
  async range(offset: number, length: number): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.size);
    const held = this.#start + this.#buffer.length;
    if (offset < this.#start || end > held) await this.#load(offset, end);
    return this.#buffer.subarray(offset - this.#start, end - this.#start);
  }

  async #load(offset: number, end: number): Promise<void> {
    const bytes = new Uint8Array(Math.max(end - offset, Math.min(CHUNK_BYTES, this.size - offset)));
    const read = await this.#file.read(bytes, offset);
    this.#buffer = bytes.subarray(0, read);
    this.#start = offset;
  }
}
