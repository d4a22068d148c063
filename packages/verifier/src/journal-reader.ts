import { concatBytes, equalBytes, utf8Encode } from "@jointfund/core/base/bytes.ts";
import { splitBundle } from "./bundle.ts";
import type { OpenFile } from "./files.ts";
import { nativeSha256 } from "./native-crypto.ts";

/** What is wrong with the bytes of a journal from some entry on. */
export type JournalDamage = {
  /** Byte in the file at which it begins. */
  readonly offset: number;
  /** Whether a whole group stands further on: then this is no group that was being written. */
  readonly isFollowed: boolean;
  /** Whether the group ends inside the entry behind those that can be read. */
  readonly isCut: boolean;
};

/** A group of entries; the last one may be damaged, and then holds what can be read of it. */
export type JournalGroup = {
  /** Index in the log of the first entry. */
  readonly first: number;
  readonly entries: readonly Uint8Array[];
  readonly damage?: JournalDamage;
};

/** The first bytes of a journal of another version. */
export class UnknownJournal extends Error {
  override readonly name = "UnknownJournal";
}

const JOURNAL_HEADER = utf8Encode("jointfund/journal/v1\n");
const FRAME_MAGIC = Uint8Array.of(0x6a, 0x66, 0x67, 0x0a);
const FRAME_HEADER_BYTES = 36;
const FRAME_BODY_BYTES_MAX = 16 * 1024 * 1024;
const CHECKSUM_AT = 20;
const CHECKSUM_BYTES = 16;
const CHUNK_BYTES = 1024 * 1024;

/** Lends ranges of a file, read in large pieces. A range is valid until the next call. */
class Window {
  readonly size: number;
  readonly #file: OpenFile;
  #bytes = new Uint8Array(0);
  #start = 0;

  constructor(file: OpenFile) {
    this.#file = file;
    this.size = file.size;
  }

  range(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.size);
    if (offset < this.#start || end > this.#start + this.#bytes.length) {
      const rest = Math.max(0, this.size - offset);
      const bytes = new Uint8Array(Math.max(end - offset, Math.min(CHUNK_BYTES, rest)));
      this.#bytes = bytes.subarray(0, this.#file.read(bytes, offset));
      this.#start = offset;
    }
    return this.#bytes.subarray(offset - this.#start, end - this.#start);
  }
}

type Frame = {
  readonly first: number;
  readonly count: number;
  readonly entries: readonly Uint8Array[];
  /** Bytes of the whole frame; 0 where its header does not tell. */
  readonly bytes: number;
  readonly isWhole: boolean;
  readonly isCut: boolean;
};

const NO_FRAME: Frame = {
  ...{ first: 0, count: 0, entries: [], bytes: 0 },
  ...{ isWhole: false, isCut: false },
};

/** The frame at an offset (docs/spec/storage.md, J3), or as much of it as can be read. */
function frameAt(window: Window, offset: number): Frame {
  const header = window.range(offset, FRAME_HEADER_BYTES);
  if (header.length < FRAME_HEADER_BYTES) return NO_FRAME;
  const view = new DataView(header.buffer, header.byteOffset);
  const bodyBytes = view.getUint32(4);
  const first = Number(view.getBigUint64(8));
  const count = view.getUint32(16);
  const hasMagic = equalBytes(header.subarray(0, FRAME_MAGIC.length), FRAME_MAGIC);
  if (bodyBytes > FRAME_BODY_BYTES_MAX || count === 0 || count * 2 > bodyBytes) return NO_FRAME;

  const bytes = FRAME_HEADER_BYTES + bodyBytes;
  const frame = window.range(offset, bytes);
  const body = frame.subarray(FRAME_HEADER_BYTES);
  const { entries, isWhole, isCut } = splitBundle(body, count);
  const stated = frame.subarray(CHECKSUM_AT, CHECKSUM_AT + CHECKSUM_BYTES);
  const covered = concatBytes(frame.subarray(0, CHECKSUM_AT), body);
  const holds = equalBytes(nativeSha256(covered).subarray(0, CHECKSUM_BYTES), stated);
  return { first, count, entries, bytes, isCut, isWhole: hasMagic && isWhole && holds };
}

/** Whether a whole frame starts anywhere behind an offset. */
function hasFrameBehind(window: Window, offset: number): boolean {
  for (let start = offset + 1; start < window.size; start += CHUNK_BYTES) {
    const bytes = window.range(start, CHUNK_BYTES + FRAME_MAGIC.length).slice();
    for (let at = bytes.indexOf(FRAME_MAGIC[0]!); at >= 0 && at < CHUNK_BYTES;) {
      const found = equalBytes(bytes.subarray(at, at + FRAME_MAGIC.length), FRAME_MAGIC);
      if (found && frameAt(window, start + at).isWhole) return true;
      at = bytes.indexOf(FRAME_MAGIC[0]!, at + 1);
    }
  }
  return false;
}

function checkHeader(window: Window): boolean {
  const header = window.range(0, JOURNAL_HEADER.length);
  if (equalBytes(header, JOURNAL_HEADER)) return true;
  const text = Buffer.from(header).toString("latin1");
  if (/^jointfund\/journal\/v[0-9]\n$/.test(text)) throw new UnknownJournal(text.trimEnd());
  return false;
}

/**
 * The groups of a journal (docs/spec/storage.md, J2, J3, J5). It ends at the first group that is
 * damaged, which it still yields. Throws `UnknownJournal` for another version.
 */
export function* readJournal(file: OpenFile): Generator<JournalGroup, void> {
  const window = new Window(file);
  const hasHeader = checkHeader(window);
  let first = 0;
  let offset = hasHeader ? JOURNAL_HEADER.length : 0;
  while (offset < window.size) {
    const frame = frameAt(window, offset);
    if (!hasHeader || !frame.isWhole || frame.first !== first) {
      const isFollowed = frame.isWhole || hasFrameBehind(window, offset);
      yield { first, entries: frame.entries, damage: { offset, isFollowed, isCut: frame.isCut } };
      return;
    }
    yield { first, entries: frame.entries };
    first += frame.count;
    offset += frame.bytes;
  }
}
