import { equalBytes, hexEncode } from "@jointfund/core/base/bytes.ts";
import { HASH_BYTES, leafHash } from "@jointfund/core/log/merkle.ts";
import {
  levelLength,
  TILE_WIDTH,
  tilePath,
  tileWidth,
  type Tile,
} from "@jointfund/core/log/tiles.ts";
import {
  readBundle,
  readTile,
  type Copy,
  type PublishedBundle,
  type PublishedTile,
} from "./copy.ts";
import { entryFault, rangeFault, type Fault } from "./fault.ts";
import { readJournal, type JournalDamage } from "./journal-reader.ts";
import { nativeSha256 } from "./native-crypto.ts";
import { RecordTree } from "./record-tree.ts";

/** Entries one behind the other, and what is wrong behind the last of them. */
type Batch = {
  readonly first: number;
  readonly entries: readonly Uint8Array[];
  readonly damage?: JournalDamage;
};

/** What the bytes of a copy are, before anything is made of what they say. */
export type Survey = {
  readonly tree: RecordTree;
  /** Entries that could be read and agree with each other, wherever they stand. */
  readonly sound: number;
  /** Whether all entries were read, so that the tree is that of the whole copy. */
  readonly isComplete: boolean;
  readonly faults: readonly Fault[];
  /** Byte of the journal behind which a group stands that never was in the record. */
  readonly tornAt?: number;
};

export type SurveyOptions = {
  /** Size that the published checkpoint states; 0 where there is none. */
  readonly published: number;
  /** Entries below which the journal's end is no group that was only being written. */
  readonly least: number;
  readonly onEntry: (entries: number) => void;
};

const pathOf = ({ log }: Copy, tile: Tile): string => `${log}/${tilePath(tile)}`;

/** The entries of the published log, bundle by bundle, up to the first that is not there. */
function* bundles(copy: Copy, size: number): Generator<Batch, void> {
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const bundle = readBundle(copy, index, size);
    if (bundle === undefined) return;
    yield { first: index * TILE_WIDTH, entries: bundle.entries };
    if (!bundle.isWhole) return;
  }
}

/** The entries of a copy in order: the journal's, or those that are published. */
export function* entriesOf(copy: Copy, published: number): Generator<Batch, void> {
  const file = copy.journal === undefined ? undefined : copy.files.open(copy.journal);
  if (file === undefined) {
    yield* bundles(copy, published);
    return;
  }
  try {
    yield* readJournal(file);
  } finally {
    file.close();
  }
}

/** The published bundle and tile beside which an entry is held. */
class Beside {
  readonly faults: Fault[] = [];
  readonly #copy: Copy;
  readonly #published: number;
  #chunk = -1;
  #bundle: PublishedBundle | undefined;
  #tile: PublishedTile | undefined;

  constructor(copy: Copy, published: number) {
    this.#copy = copy;
    this.#published = published;
  }

  /** What is wrong with an entry beside the files that the log publishes of it. */
  check(index: number, entry: Uint8Array, leaf: Uint8Array): Fault | undefined {
    if (index >= this.#published) return undefined;
    const chunk = Math.floor(index / TILE_WIDTH);
    if (chunk !== this.#chunk) this.#load(chunk);
    return this.#checkBundle(index, entry, leaf) ?? this.#checkTile(index, leaf);
  }

  #load(chunk: number): void {
    this.#chunk = chunk;
    this.#bundle = readBundle(this.#copy, chunk, this.#published);
    this.#tile = readTile(this.#copy, 0, chunk, this.#published);
    const width = tileWidth(this.#published, 0, chunk);
    const first = chunk * TILE_WIDTH;
    const levels = [
      ...(this.#bundle === undefined ? ["entries" as const] : []),
      ...(this.#tile === undefined ? [0] : []),
    ];
    for (const level of levels) {
      const facts = { path: pathOf(this.#copy, { level, index: chunk, width }) };
      this.faults.push(rangeFault("log_file_missing", first, first + width - 1, facts));
    }
  }

  #checkBundle(index: number, entry: Uint8Array, leaf: Uint8Array): Fault | undefined {
    if (this.#bundle === undefined) return undefined;
    const { path, entries, isWhole } = this.#bundle;
    const at = index % TILE_WIDTH;
    const published = entries[at];
    if (published === undefined || (this.#isLastOfFile(index) && !isWhole)) {
      return entryFault("bundle_damaged", index, { path });
    }
    if (this.#copy.journal === undefined || equalBytes(entry, published)) return undefined;
    return entryFault("entry_published_differently", index, {
      path,
      journal: hexEncode(leaf),
      published: hexEncode(leafHash(published, nativeSha256)),
    });
  }

  #isLastOfFile(index: number): boolean {
    return index === this.#published - 1 || index % TILE_WIDTH === TILE_WIDTH - 1;
  }

  #checkTile(index: number, leaf: Uint8Array): Fault | undefined {
    if (this.#tile === undefined) return undefined;
    const { path, bytes } = this.#tile;
    const at = (index % TILE_WIDTH) * HASH_BYTES;
    const actual = bytes.subarray(at, at + HASH_BYTES);
    const isLast = this.#isLastOfFile(index);
    if (equalBytes(actual, leaf) && !(isLast && bytes.length > at + HASH_BYTES)) return undefined;
    const facts = { path, actual: hexEncode(actual), required: hexEncode(leaf) };
    return entryFault("tile_differs", index, facts);
  }
}

/** The published file in which the entry should be that could be read no further. */
function missingFrom(copy: Copy, index: number, published: number): Fault {
  const chunk = Math.floor(index / TILE_WIDTH);
  const bundle = readBundle(copy, chunk, published);
  if (bundle !== undefined) return entryFault("bundle_damaged", index, { path: bundle.path });
  const width = tileWidth(published, "entries", chunk);
  const facts = { path: pathOf(copy, { level: "entries", index: chunk, width }) };
  return rangeFault("log_file_missing", index, index + width - 1, facts);
}

/** The first hash in which a tile above the leaves is not what the entries make, if any. */
function firstDifference(actual: Uint8Array, required: Uint8Array): number | undefined {
  const count = Math.ceil(Math.max(actual.length, required.length) / HASH_BYTES);
  for (let n = 0; n < count; n++) {
    const [from, to] = [n * HASH_BYTES, (n + 1) * HASH_BYTES];
    if (!equalBytes(actual.subarray(from, to), required.subarray(from, to))) return n;
  }
  return undefined;
}

/** The tiles above the leaves, each beside what the entries make. */
function checkUpperTiles(copy: Copy, tree: RecordTree, published: number): Fault[] {
  const faults: Fault[] = [];
  for (let level = 1; levelLength(published, level) > 0; level++) {
    const span = TILE_WIDTH ** level;
    const tiles = Math.ceil(levelLength(published, level) / TILE_WIDTH);
    for (let index = 0; index < tiles; index++) {
      const width = tileWidth(published, level, index);
      const tile = readTile(copy, level, index, published);
      const first = index * TILE_WIDTH * span;
      if (tile === undefined) {
        const path = pathOf(copy, { level, index, width });
        faults.push(rangeFault("log_file_missing", first, first + width * span - 1, { path }));
        continue;
      }
      const at = firstDifference(tile.bytes, tree.tile(level, index, width));
      if (at === undefined) continue;
      const from = first + Math.min(at, width - 1) * span;
      faults.push(rangeFault("tile_differs", from, from + span - 1, { path: tile.path }));
    }
  }
  return faults;
}

/**
 * Reads every entry, hashes it, and holds it beside the other places in which the copy has it: the
 * published bundles and tiles (docs/spec/verification.md, V2 to V4). It stops at the first entry
 * that differs.
 */
export function survey(copy: Copy, { published, least, onEntry }: SurveyOptions): Survey {
  const tree = new RecordTree();
  const beside = new Beside(copy, published);
  const found: Fault[] = [];
  const done = (sound: number, isComplete: boolean): Survey => {
    return { tree, sound, isComplete, faults: [...found, ...beside.faults] };
  };
  for (const { first, entries, damage } of entriesOf(copy, published)) {
    if (damage !== undefined) {
      const { offset, isFollowed, isCut } = damage;
      if (!isFollowed && first >= least) return { ...done(first, true), tornAt: offset };
      const behind = first + entries.length;
      const [from, last] = isCut ? [behind, behind] : [first, Math.max(first, behind - 1)];
      found.push(rangeFault("journal_damaged", from, last, { path: copy.journal!, offset }));
    }
    for (const [n, entry] of entries.entries()) {
      const fault = beside.check(first + n, entry, tree.append(entry));
      if (fault !== undefined) {
        found.push(fault);
        return done(first + n, false);
      }
      onEntry(tree.size);
    }
    if (damage !== undefined) return done(tree.size, false);
  }
  if (copy.journal === undefined && tree.size < published) {
    found.push(missingFrom(copy, tree.size, published));
    return done(tree.size, false);
  }
  if (tree.size >= published) found.push(...checkUpperTiles(copy, tree, published));
  return done(tree.size, true);
}
