import { hash } from "node:crypto";
import { join } from "node:path";
import type { Disk } from "../ports.ts";
import { replaceFile } from "./durable-file.ts";

/** Content that does not hash to its name: the disk has changed it. */
export class BlobDamaged extends Error {
  override readonly name = "BlobDamaged";

  constructor(file: string, actual: string) {
    super(`${file} holds content that hashes to ${actual}`);
  }
}

/** Content that entries name by its SHA-256, one file each (docs/spec/storage.md, J20). */
export class BlobStore {
  readonly #disk: Disk;
  readonly #directory: string;

  private constructor(disk: Disk, directory: string) {
    this.#disk = disk;
    this.#directory = directory;
  }

  static async open(disk: Disk, directory: string): Promise<BlobStore> {
    await disk.makeDirectory(directory);
    return new BlobStore(disk, directory);
  }

  /** Keeps the content and returns its name, once both are durable. */
  async put(bytes: Uint8Array): Promise<string> {
    const name = hash("sha256", bytes);
    const file = join(this.#directory, name);
    const held = this.#disk.readFile(file);
    if (held === undefined || hash("sha256", held) !== name) {
      await replaceFile(this.#disk, file, bytes);
    } else {
      // It may be there since a run that died before its name was durable.
      await this.#disk.syncDirectory(this.#directory);
    }
    return name;
  }

  /** The content of that name, or nothing; throws `BlobDamaged` rather than lend anything else. */
  get(name: string): Uint8Array | undefined {
    if (!/^[0-9a-f]{64}$/.test(name)) return undefined;
    const file = join(this.#directory, name);
    const bytes = this.#disk.readFile(file);
    if (bytes === undefined) return undefined;
    const actual = hash("sha256", bytes);
    if (actual !== name) throw new BlobDamaged(file, actual);
    return bytes;
  }
}
