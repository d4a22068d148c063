/** The entries of a bundle, as far as they can be read. */
export type SplitBundle = {
  readonly entries: readonly Uint8Array[];
  /** Whether there were as many as asked for, and nothing behind them. */
  readonly isWhole: boolean;
  /** Whether the bytes end inside the next entry. */
  readonly isCut: boolean;
};

/**
 * Up to `count` entries, each behind its length in two bytes, big-endian (rule L22), copied. Core's
 * own reader refuses a damaged bundle; this one goes on, so that the wrong entry gets named.
 */
export function splitBundle(bytes: Uint8Array, count: number): SplitBundle {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < count && at + 2 <= bytes.length) {
    const end = at + 2 + bytes[at]! * 256 + bytes[at + 1]!;
    if (end > bytes.length) break;
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  const isAll = entries.length === count;
  return { entries, isWhole: isAll && at === bytes.length, isCut: !isAll && at < bytes.length };
}
