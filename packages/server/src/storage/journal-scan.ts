import { equalBytes, utf8Encode } from "@jointfund/core/base/bytes.ts";
import type { FileWindow } from "./file-window.ts";
import {
  decodeFrame,
  decodeFrameHeader,
  FRAME_BODY_BYTES_MAX,
  FRAME_HEADER_BYTES,
  FRAME_MAGIC,
  type Frame,
} from "./frame.ts";
import { StartRefused } from "./start-refused.ts";

/** The first bytes of the file (docs/spec/storage.md, J2). */
export const JOURNAL_HEADER = utf8Encode("jointfund/journal/v1\n");

/** A frame and where in the file it lies. */
export type PlacedFrame = Frame & { readonly offset: number; readonly bytes: number };

/** Where the valid frames end, and what stands behind them. */
export type JournalScan = {
  /** Entries in valid frames. */
  readonly entries: number;
  /** Byte behind the last valid frame. */
  readonly end: number;
  readonly last?: { readonly offset: number; readonly bytes: number };
  /** Some of the frames, at least 256 entries apart, to start reading from. */
  readonly places: readonly FramePlace[];
};

export type FramePlace = { readonly first: number; readonly offset: number };

/** Entries between two frames whose places are kept. */
const PLACE_DISTANCE = 256;

/** Keeps the place of a frame unless one is kept that is near enough. */
export function keepPlace(places: FramePlace[], { first, offset }: FramePlace): void {
  const last = places.at(-1);
  if (last === undefined || first >= last.first + PLACE_DISTANCE) places.push({ first, offset });
}

/** The frame at an offset, or nothing where none is whole and valid. */
export async function frameAt(
  window: FileWindow,
  offset: number,
): Promise<PlacedFrame | undefined> {
  const header = decodeFrameHeader(await window.range(offset, FRAME_HEADER_BYTES));
  if (header === undefined) return undefined;
  const bytes = FRAME_HEADER_BYTES + header.bodyBytes;
  if (offset + bytes > window.size) return undefined;
  const frame = decodeFrame(await window.range(offset, bytes), header);
  return frame === undefined ? undefined : { ...frame, offset, bytes };
}

/** The first valid frame that starts behind an offset: proof that what is before it was synced. */
async function nextFrame(window: FileWindow, from: number): Promise<PlacedFrame | undefined> {
  const stretch = FRAME_BODY_BYTES_MAX;
  for (let start = from; start < window.size; start += stretch) {
    const bytes = (await window.range(start, stretch + FRAME_MAGIC.length)).slice();
    for (let at = bytes.indexOf(FRAME_MAGIC[0]!); at >= 0;) {
      const found = equalBytes(bytes.subarray(at, at + FRAME_MAGIC.length), FRAME_MAGIC);
      const frame = found && at < stretch ? await frameAt(window, start + at) : undefined;
      if (frame !== undefined) return frame;
      at = bytes.indexOf(FRAME_MAGIC[0]!, at + 1);
    }
  }
  return undefined;
}

async function checkHeader(window: FileWindow, file: string): Promise<void> {
  const header = await window.range(0, JOURNAL_HEADER.length);
  if (equalBytes(header, JOURNAL_HEADER)) return;
  const text = Buffer.from(header).toString("latin1");
  if (!/^jointfund\/journal\/v[0-9]\n$/.test(text)) {
    throw new StartRefused({ code: "journal_damaged", file, offset: 0 });
  }
  const required = Buffer.from(JOURNAL_HEADER).toString().trimEnd();
  const actual = text.trimEnd();
  throw new StartRefused({ code: "journal_version", file, offset: 0, actual, required });
}

/**
 * Reads a journal from its first byte to the last valid frame (J5). What follows is a torn tail if
 * it holds no valid frame; if it does, a synced group is damaged and the start is refused, as it is
 * for a whole frame that does not go on where the one before it ended.
 */
export async function scanJournal(window: FileWindow, file: string): Promise<JournalScan> {
  await checkHeader(window, file);
  const places: FramePlace[] = [];
  let entries = 0;
  let end = JOURNAL_HEADER.length;
  let last: JournalScan["last"];
  while (end < window.size) {
    const frame = await frameAt(window, end);
    if (frame === undefined) {
      const next = await nextFrame(window, end + 1);
      if (next === undefined) break;
      throw new StartRefused({
        code: "journal_damaged",
        file,
        offset: end,
        actual: `${entries} entries before the damage`,
        required: `the entries before entry ${next.first}, which is whole at byte ${next.offset}`,
      });
    }
    if (frame.first !== entries) {
      const [actual, required] = [`entry ${frame.first}`, `entry ${entries}`];
      throw new StartRefused({ code: "journal_damaged", file, offset: end, actual, required });
    }
    keepPlace(places, frame);
    last = { offset: end, bytes: frame.bytes };
    entries += frame.entries.length;
    end += frame.bytes;
  }
  return { entries, end, places, ...(last === undefined ? {} : { last }) };
}
