import { hash } from "node:crypto";
import { assert } from "@jointfund/core/base/assert.ts";
import { concatBytes, equalBytes } from "@jointfund/core/base/bytes.ts";
import { decodeBundle, encodeBundle } from "@jointfund/core/log/tiles.ts";

/** A group of entries as the journal holds it (docs/spec/storage.md, J3). */
export type Frame = {
  /** Index in the log of the first entry. */
  readonly first: number;
  readonly entries: readonly Uint8Array[];
};

/** What the header of a frame says; nothing is known of the body yet. */
export type FrameHeader = {
  readonly first: number;
  readonly count: number;
  readonly bodyBytes: number;
};

export const FRAME_MAGIC = Uint8Array.of(0x6a, 0x66, 0x67, 0x0a);
export const FRAME_HEADER_BYTES = 36;
/** Longest body of a frame, 16 MiB: a length above it is a damaged header. */
export const FRAME_BODY_BYTES_MAX = 16 * 1024 * 1024;

const CHECKSUM_AT = 20;
const CHECKSUM_BYTES = 16;

/** The first 16 bytes of SHA-256 over the header before the checksum and the body (J3). */
function checksum(header: Uint8Array, body: Uint8Array): Uint8Array {
  const covered = concatBytes(header.subarray(0, CHECKSUM_AT), body);
  return hash("sha256", covered, "buffer").subarray(0, CHECKSUM_BYTES);
}

/** The bytes of a frame. There must be entries, and they must fit. */
export function encodeFrame({ first, entries }: Frame): Uint8Array {
  const body = encodeBundle(entries);
  assert(entries.length > 0, "a frame holds at least one entry");
  assert(body.length <= FRAME_BODY_BYTES_MAX, "a frame's body fits");
  const bytes = new Uint8Array(FRAME_HEADER_BYTES + body.length);
  const view = new DataView(bytes.buffer);
  bytes.set(FRAME_MAGIC);
  view.setUint32(4, body.length);
  view.setBigUint64(8, BigInt(first));
  view.setUint32(16, entries.length);
  bytes.set(checksum(bytes, body), CHECKSUM_AT);
  bytes.set(body, FRAME_HEADER_BYTES);
  return bytes;
}

/** Reads a header, or nothing where no header of ours can look like that. */
export function decodeFrameHeader(bytes: Uint8Array): FrameHeader | undefined {
  if (bytes.length < FRAME_HEADER_BYTES || !equalBytes(bytes.subarray(0, 4), FRAME_MAGIC)) {
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const bodyBytes = view.getUint32(4);
  const first = Number(view.getBigUint64(8));
  const count = view.getUint32(16);
  // An entry takes at least the two bytes of its length.
  const plausible = count > 0 && count * 2 <= bodyBytes && bodyBytes <= FRAME_BODY_BYTES_MAX;
  return plausible && Number.isSafeInteger(first) ? { first, count, bodyBytes } : undefined;
}

/** The entries of a frame in full length, or nothing where checksum or content do not hold. */
export function decodeFrame(bytes: Uint8Array, header: FrameHeader): Frame | undefined {
  const body = bytes.subarray(FRAME_HEADER_BYTES);
  const stated = bytes.subarray(CHECKSUM_AT, FRAME_HEADER_BYTES);
  if (!equalBytes(checksum(bytes, body), stated)) return undefined;
  const entries = decodeBundle(body, header.count);
  return entries.ok ? { first: header.first, entries: entries.value } : undefined;
}
