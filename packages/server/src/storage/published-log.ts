import { dirname, join } from "node:path";
import { assert } from "@jointfund/core/base/assert.ts";
import { parseCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import { parseNote } from "@jointfund/core/log/note.ts";
import {
  encodeBundle,
  newTiles,
  tilePath,
  TILE_WIDTH,
  type Tile,
} from "@jointfund/core/log/tiles.ts";
import type { Disk } from "../ports.ts";
import { replaceFile, writeBeside } from "./durable-file.ts";
import { StartRefused } from "./start-refused.ts";

/** Where the content of the files comes from. */
export type LogSource = {
  readonly hashTile: (level: number, index: number, width: number) => Uint8Array;
  readonly entries: (from: number, to: number) => Promise<readonly Uint8Array[]>;
};

/** Tiles that are written before their names are synced. */
const BATCH = 64;

/**
 * The log as files that anybody may copy (C2SP tlog-tiles; docs/spec/storage.md, J12). Everything
 * here can be made again from the journal; the order of writing is what matters.
 */
export class PublishedLog {
  readonly #disk: Disk;
  readonly #directory: string;
  readonly #directories = new Set<string>();
  #size: number;

  private constructor(disk: Disk, directory: string, size: number) {
    this.#disk = disk;
    this.#directory = directory;
    this.#size = size;
  }

  /** Opens the log as the last checkpoint left it. Throws `StartRefused` if that is unreadable. */
  static async open(disk: Disk, directory: string): Promise<PublishedLog> {
    await disk.makeDirectory(directory);
    const file = join(directory, "checkpoint");
    const bytes = disk.readFile(file);
    if (bytes === undefined) return new PublishedLog(disk, directory, 0);
    const note = parseNote(bytes);
    const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
    if (!checkpoint.ok) throw new StartRefused({ code: "published_checkpoint_malformed", file });
    return new PublishedLog(disk, directory, checkpoint.value.size);
  }

  /** Entries that the published checkpoint covers. */
  get size(): number {
    return this.#size;
  }

  /**
   * Writes the files that a log of that size needs and that the published one did not have, each
   * durable, name and all, when this returns. The checkpoint still is the old one.
   */
  async writeTiles(size: number, source: LogSource): Promise<void> {
    const tiles = newTiles(this.#size, size);
    for (let start = 0; start < tiles.length; start += BATCH) {
      const changed = new Set<string>();
      for (const tile of tiles.slice(start, start + BATCH)) {
        const file = join(this.#directory, tilePath(tile));
        await this.#makeDirectory(dirname(file));
        await writeBeside(this.#disk, file, await contentOf(tile, source));
        changed.add(dirname(file));
      }
      for (const directory of changed) await this.#disk.syncDirectory(directory);
    }
  }

  /** Puts the checkpoint in place, last, and removes the partial tiles that have become full. */
  async writeCheckpoint(size: number, note: Uint8Array): Promise<void> {
    assert(size >= this.#size, "a published log only grows");
    const filled = newTiles(this.#size, size).filter(({ width }) => width === TILE_WIDTH);
    await replaceFile(this.#disk, join(this.#directory, "checkpoint"), note);
    this.#size = size;
    for (const tile of filled) {
      await this.#disk.remove(join(this.#directory, `${tilePath(tile)}.p`));
    }
  }

  /** The signed checkpoint as published, or nothing. */
  readCheckpoint(): Uint8Array | undefined {
    return this.#disk.readFile(join(this.#directory, "checkpoint"));
  }

  async #makeDirectory(path: string): Promise<void> {
    if (this.#directories.has(path)) return;
    await this.#disk.makeDirectory(path);
    this.#directories.add(path);
  }
}

async function contentOf({ level, index, width }: Tile, source: LogSource): Promise<Uint8Array> {
  if (level !== "entries") return source.hashTile(level, index, width);
  const first = index * TILE_WIDTH;
  return encodeBundle(await source.entries(first, first + width));
}
