import { dirname } from "node:path";
import { utf8Decode, utf8Encode } from "@jointfund/core/base/bytes.ts";
import {
  encodeCheckpoint,
  parseCheckpoint,
  type Checkpoint,
} from "@jointfund/core/log/checkpoint.ts";
import { mayFollow } from "@jointfund/core/log/high-water.ts";
import type { Hash } from "@jointfund/core/log/merkle.ts";
import type { LogRejection } from "@jointfund/core/log/rejection.ts";
import type { Disk } from "../ports.ts";
import { replaceFile } from "./durable-file.ts";
import { nativeSha256 } from "./sha256.ts";
import { StartRefused } from "./start-refused.ts";

/** A checkpoint that contradicts what the same key has signed before. It was not signed. */
export class SigningRefused extends Error {
  override readonly name = "SigningRefused";
  readonly rejection: LogRejection;

  constructor(file: string, rejection: LogRejection) {
    super(`signing refused by ${file}: ${rejection.code} ${JSON.stringify(rejection.facts)}`);
    this.rejection = rejection;
  }
}

/**
 * The largest checkpoint that a key has signed, in a file apart from the journal, so that a journal
 * restored from an old copy cannot make the key contradict itself (R24; docs/spec/storage.md, J10).
 */
export class HighWaterMark {
  readonly file: string;
  readonly #disk: Disk;
  #checkpoint: Checkpoint | undefined;

  private constructor(disk: Disk, file: string, checkpoint: Checkpoint | undefined) {
    this.#disk = disk;
    this.file = file;
    this.#checkpoint = checkpoint;
  }

  /** Reads the mark; a key without one has signed nothing yet. Throws `StartRefused`. */
  static async open(disk: Disk, file: string): Promise<HighWaterMark> {
    await disk.makeDirectory(dirname(file));
    const bytes = disk.readFile(file);
    if (bytes === undefined) return new HighWaterMark(disk, file, undefined);
    const text = utf8Decode(bytes);
    const checkpoint = text.ok ? parseCheckpoint(text.value) : text;
    if (!checkpoint.ok) throw new StartRefused({ code: "mark_malformed", file });
    return new HighWaterMark(disk, file, checkpoint.value);
  }

  /** What was signed last, if anything was. */
  get checkpoint(): Checkpoint | undefined {
    return this.#checkpoint;
  }

  /**
   * Says that a checkpoint is about to be signed, and returns when that is durable. Throws
   * `SigningRefused` for a smaller size, another root or a tree that does not contain the last one.
   */
  async raise(next: Checkpoint, consistencyProof: readonly Hash[]): Promise<void> {
    const allowed = mayFollow(this.#checkpoint, next, consistencyProof, nativeSha256);
    if (!allowed.ok) throw new SigningRefused(this.file, allowed.error);
    const text = encodeCheckpoint(next);
    if (!text.ok) throw new SigningRefused(this.file, text.error);
    await replaceFile(this.#disk, this.file, utf8Encode(text.value));
    this.#checkpoint = next;
  }
}
