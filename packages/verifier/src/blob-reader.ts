import { hexEncode } from "@jointfund/core/base/bytes.ts";
import type { Copy } from "./copy.ts";
import { nativeSha256 } from "./native-crypto.ts";

const NAME = /^[0-9a-f]{64}$/;

/** Content that entries name by its SHA-256 (docs/spec/storage.md, J20), and what is damaged. */
export class BlobReader {
  /** Blobs whose content hashes to something else than their name, with what it hashes to. */
  readonly damaged: ReadonlyMap<string, string>;
  /** Blobs that are as their names say. */
  readonly sound: number;
  readonly #copy: Copy;
  readonly #missing = new Set<string>();

  /** Hashes every blob of a copy. */
  constructor(copy: Copy) {
    this.#copy = copy;
    const damaged = new Map<string, string>();
    const names = (copy.files.list(copy.blobs) ?? []).filter((name) => NAME.test(name));
    for (const name of names) {
      const bytes = copy.files.read(`${copy.blobs}/${name}`);
      const actual = bytes === undefined ? "" : hexEncode(nativeSha256(bytes));
      if (actual !== name) damaged.set(name, actual);
    }
    this.damaged = damaged;
    this.sound = names.length - damaged.size;
  }

  /** The content of that name, or nothing, which is noted. */
  read(name: string): Uint8Array | undefined {
    if (!NAME.test(name)) return undefined;
    const bytes = this.#copy.files.read(`${this.#copy.blobs}/${name}`);
    if (bytes !== undefined && hexEncode(nativeSha256(bytes)) === name) return bytes;
    this.#missing.add(name);
    return undefined;
  }

  /** What was asked for since the last call and is not there. */
  takeMissing(): readonly string[] {
    const missing = [...this.#missing];
    this.#missing.clear();
    return missing;
  }
}
