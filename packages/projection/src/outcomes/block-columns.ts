import { BLOCK_PATHS } from "../kernel/program.ts";
import { BinCounts, binOf, type ColumnBins, originOf, type Resolution } from "./bins.ts";

/** What is kept of each column of a block: sum, squares about the mean, least and most value. */
export const COLUMN_NUMBERS = 4;
/** How many values are finite, and how many equal the least and the most. */
export const COLUMN_COUNTS = 3;

/** Values of 1,024 paths, with the halves of their bits. */
export class Column {
  readonly values: Float64Array;
  readonly halves: Int32Array;

  constructor(values: Float64Array = new Float64Array(BLOCK_PATHS)) {
    this.values = values;
    this.halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  }
}

/** Where in a column the paths of a block are. */
export type Lanes = { readonly from: number; readonly lanes: number };

/**
 * Reduces columns of blocks to sums, which are those of one block, and to counts in bins, which are
 * those of all blocks that it saw.
 */
export class BlockColumns {
  readonly bins: BinCounts;
  readonly #numbers: Float64Array;
  readonly #counts: Uint32Array;
  readonly #origins: readonly number[];

  constructor(resolutions: readonly Resolution[]) {
    this.bins = new BinCounts(resolutions.length);
    this.#numbers = new Float64Array(resolutions.length * COLUMN_NUMBERS);
    this.#counts = new Uint32Array(resolutions.length * COLUMN_COUNTS);
    this.#origins = resolutions.map(originOf);
  }

  /** Every column is added once for a block. What is not finite is left out, and not counted. */
  add(index: number, column: Column, lanes: Lanes): void {
    const [numbers, counts] = [this.#numbers, this.#counts];
    const at = index * COLUMN_NUMBERS;
    const countsAt = index * COLUMN_COUNTS;
    // Two loops take less time than one that does both.
    measure(column.values, lanes, { numbers, at, counts, countsAt });
    const count = counts[countsAt]!;
    if (count === 0) return;
    const origin = this.#origins[index]!;
    const [least, most] = [numbers[at + 2]!, numbers[at + 3]!];
    // Bins rise with the values.
    const [lowest, highest] = [binOfValue(least, origin), binOfValue(most, origin)];
    const bins = this.bins.within(index, lowest, highest);
    if (lowest === highest) bins.counts[lowest - bins.lowest]! += count;
    else if (count === lanes.lanes) countBins(column, lanes, bins, origin);
    else countFiniteBins(column, lanes, bins, origin);
  }

  /** The numbers of the block, by column. */
  numbers(): Float64Array {
    return this.#numbers.slice();
  }

  /** The counts of the block, by column. */
  counts(): Uint32Array {
    return this.#counts.slice();
  }
}

/** Writes the numbers and counts of a column. */
function measure(
  values: Float64Array,
  { from, lanes }: Lanes,
  to: {
    readonly numbers: Float64Array;
    readonly at: number;
    readonly counts: Uint32Array;
    readonly countsAt: number;
  },
): void {
  const end = from + lanes;
  let lane = from;
  while (lane < end && !Number.isFinite(values[lane]!)) lane++;
  // Sums of differences from a value of the column lose no digits to its size.
  const near = lane < end ? values[lane]! : 0;
  let count = 0;
  let sum = 0;
  let squares = 0;
  let least = near;
  let most = near;
  let atLeast = 0;
  let atMost = 0;
  // What has not begun yet is the same on every path.
  while (lane < end && values[lane] === near) {
    lane++;
    count++;
  }
  [atLeast, atMost] = [count, count];
  for (; lane < end; lane++) {
    const value = values[lane]!;
    const difference = value - near;
    // Of infinity and NaN, this is NaN.
    if (difference - difference !== 0) continue;
    count++;
    sum += difference;
    squares += difference * difference;
    if (value <= least) {
      if (value < least) {
        least = value;
        atLeast = 0;
      }
      atLeast++;
    }
    if (value >= most) {
      if (value > most) {
        most = value;
        atMost = 0;
      }
      atMost++;
    }
  }
  const about = squares - (sum * sum) / count;
  const { numbers, at, counts, countsAt } = to;
  numbers[at] = near * count + sum;
  // Rounding may leave less than nothing, and of no value there is none.
  numbers[at + 1] = about > 0 ? about : 0;
  numbers[at + 2] = least;
  numbers[at + 3] = most;
  counts[countsAt] = count;
  counts[countsAt + 1] = atLeast;
  counts[countsAt + 2] = atMost;
}

function countBins(
  { halves }: Column,
  { from, lanes }: Lanes,
  { counts, lowest }: ColumnBins,
  origin: number,
): void {
  const end = 2 * (from + lanes);
  for (let upper = 2 * from + 1; upper < end; upper += 2) {
    counts[binOf(halves[upper]!, origin) - lowest]!++;
  }
}

function countFiniteBins(
  { values, halves }: Column,
  { from, lanes }: Lanes,
  { counts, lowest }: ColumnBins,
  origin: number,
): void {
  for (let lane = from; lane < from + lanes; lane++) {
    if (Number.isFinite(values[lane]!)) counts[binOf(halves[2 * lane + 1]!, origin) - lowest]!++;
  }
}

const single = new Column(new Float64Array(1));

function binOfValue(value: number, origin: number): number {
  single.values[0] = value;
  return binOf(single.halves[1]!, origin);
}
