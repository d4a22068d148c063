import { hash } from "node:crypto";
import { utf8Decode } from "@jointfund/core/base/bytes.ts";
import type { Result } from "@jointfund/core/base/result.ts";
import { parseCheckpoint, type Checkpoint } from "@jointfund/core/log/checkpoint.ts";
import { parseNote } from "@jointfund/core/log/note.ts";
import { rejected, type LogRejection } from "@jointfund/core/log/rejection.ts";
import { TILE_WIDTH, tilePath, tileWidth, type Tile } from "@jointfund/core/log/tiles.ts";
import { HASH_BYTES } from "@jointfund/core/log/merkle.ts";
import { splitBundle, type SplitBundle } from "./bundle.ts";
import type { Doubt } from "./fault.ts";
import type { Files } from "./files.ts";

/** Where the parts of a copy lie. */
export type Copy = {
  readonly files: Files;
  /** A fund's data directory, or the files that the log publishes. */
  readonly kind: "fund" | "log";
  /** The journal's file; absent where only the published log is there. */
  readonly journal?: string;
  /** What the journal says was synced. */
  readonly syncedMark?: string;
  /** The directory of the published log. */
  readonly log: string;
  readonly blobs: string;
  /** The largest checkpoint that the log's key has signed. */
  readonly signerMark?: string;
};

/** Finds out what a directory is (docs/spec/verification.md, V1), or why it is no record. */
export function locate(files: Files, directory: string): Copy | Doubt {
  const root = directory.replace(/\/+$/, "") || "/";
  const names = files.list(root);
  if (names === undefined) return { code: "directory_missing", facts: { directory } };
  const blobs = `${root}/blobs/sha256`;
  const isFund = names.includes("journal") || names.includes("log");
  const journal = `${root}/journal/entries`;
  if (isFund) {
    const hasJournal = files.list(`${root}/journal`)?.includes("entries") === true;
    return {
      files,
      kind: "fund",
      log: `${root}/log`,
      blobs,
      signerMark: `${root}/signer/high-water`,
      ...(hasJournal ? { journal } : {}),
      syncedMark: `${root}/journal/synced`,
    };
  }
  if (names.includes("checkpoint") || names.includes("tile")) {
    return { files, kind: "log", log: root, blobs };
  }
  return { code: "no_record", facts: { directory } };
}

/** A checkpoint as its file says it, before any signature was looked at. */
export type StatedCheckpoint = {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Absent where the bytes are no checkpoint. */
  readonly checkpoint?: Checkpoint;
  /** Why they are none. */
  readonly rejection?: LogRejection;
};

export function publishedCheckpoint({ files, log }: Copy): StatedCheckpoint | undefined {
  const path = `${log}/checkpoint`;
  const bytes = files.read(path);
  if (bytes === undefined) return undefined;
  const note = parseNote(bytes);
  return stated(path, bytes, note.ok ? parseCheckpoint(note.value.text) : note);
}

function stated(
  path: string,
  bytes: Uint8Array,
  parsed: Result<Checkpoint, LogRejection>,
): StatedCheckpoint {
  if (parsed.ok) return { path, bytes, checkpoint: parsed.value };
  return { path, bytes, rejection: parsed.error };
}

/** The signer's mark: the text of a checkpoint, not signed (docs/spec/storage.md, J10). */
export function signerMark({ files, signerMark: path }: Copy): StatedCheckpoint | undefined {
  const bytes = path === undefined ? undefined : files.read(path);
  if (path === undefined || bytes === undefined) return undefined;
  const text = utf8Decode(bytes);
  return stated(path, bytes, text.ok ? parseCheckpoint(text.value) : rejected("note_not_utf8"));
}

/** The entries that the journal's own mark says were synced (docs/spec/storage.md, J6). */
export function syncedEntries({ files, syncedMark }: Copy): number {
  const bytes = syncedMark === undefined ? undefined : files.read(syncedMark);
  const text = Buffer.from(bytes ?? []).toString("latin1");
  const lines = [...text.matchAll(/([0-9]{16}) ([0-9a-f]{8})\n/g)];
  const whole = lines.filter(([, digits = "", sum]) => hash("sha256", digits).startsWith(sum!));
  return Math.max(0, ...whole.map(([, digits]) => Number(digits)));
}

/** A published file, under its own name or inside the full one that replaced it (rule L24). */
type PublishedFile = { readonly path: string; readonly bytes: Uint8Array; readonly width: number };

function readPublished({ files, log }: Copy, tile: Tile): PublishedFile | undefined {
  for (const width of new Set([tile.width, TILE_WIDTH])) {
    const path = `${log}/${tilePath({ ...tile, width })}`;
    const bytes = files.read(path);
    if (bytes !== undefined) return { path, bytes, width };
  }
  return undefined;
}

export type PublishedBundle = SplitBundle & { readonly path: string };

/** Entries of the bundle of that number in a log of that size, as far as they can be read. */
export function readBundle(copy: Copy, index: number, size: number): PublishedBundle | undefined {
  const wanted = tileWidth(size, "entries", index);
  const file = readPublished(copy, { level: "entries", index, width: wanted });
  if (file === undefined) return undefined;
  const { entries, ...rest } = splitBundle(file.bytes, file.width);
  return { path: file.path, entries: entries.slice(0, wanted), ...rest };
}

export type PublishedTile = { readonly path: string; readonly bytes: Uint8Array };

/** The hashes of a tile in a log of that size; of another length if the file has not its own. */
export function readTile(
  copy: Copy,
  level: number,
  index: number,
  size: number,
): PublishedTile | undefined {
  const wanted = tileWidth(size, level, index);
  const file = readPublished(copy, { level, index, width: wanted });
  if (file === undefined) return undefined;
  const { path, bytes, width } = file;
  const hasItsLength = bytes.length === width * HASH_BYTES;
  return { path, bytes: hasItsLength ? bytes.subarray(0, wanted * HASH_BYTES) : bytes };
}
