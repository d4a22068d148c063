import { endsOf, type Resolution } from "./bins.ts";

/** The numbers of a column in one block. */
export type ColumnNumbers = {
  readonly count: number;
  readonly sum: number;
  /** About the mean. */
  readonly squares: number;
  readonly least: number;
  readonly most: number;
  readonly atLeast: number;
  readonly atMost: number;
};

/** One column over all blocks so far; blocks are added in their order [PJ68]. */
export class GatheredColumn {
  count = 0;
  least = Infinity;
  most = -Infinity;
  atLeast = 0;
  atMost = 0;
  /** Neumaier's sum, and what it has lost. */
  #sum = 0;
  #lost = 0;
  #squares = 0;

  add(of: ColumnNumbers): void {
    if (of.count === 0) return;
    if (this.count > 0) {
      // Chan, Golub and LeVeque 1983.
      const distance = of.sum / of.count - this.#total() / this.count;
      const weight = (this.count * of.count) / (this.count + of.count);
      this.#squares += distance * distance * weight;
    }
    this.#squares += of.squares;
    this.#addSum(of.sum);
    this.count += of.count;
    if (of.least < this.least) [this.least, this.atLeast] = [of.least, 0];
    if (of.least === this.least) this.atLeast += of.atLeast;
    if (of.most > this.most) [this.most, this.atMost] = [of.most, 0];
    if (of.most === this.most) this.atMost += of.atMost;
  }

  get mean(): number | undefined {
    return this.count === 0 ? undefined : this.#total() / this.count;
  }

  /** Of the mean [PJ67]; of one value it is not known. */
  get standardError(): number | undefined {
    if (this.count < 2) return undefined;
    return Math.sqrt(this.#squares / (this.count - 1) / this.count);
  }

  #total(): number {
    return this.#sum + this.#lost;
  }

  #addSum(term: number): void {
    const next = this.#sum + term;
    const [large, small] =
      Math.abs(this.#sum) >= Math.abs(term) ? [this.#sum, term] : [term, this.#sum];
    this.#lost += large - next + small;
    this.#sum = next;
  }
}

/** Values between two ends, spread evenly, the first of which has the rank `start`. */
type Run = {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly count: number;
};

/** A column's values in ascending order, as far as bins tell them apart [PJ63]. */
export class Ranked {
  readonly #column: GatheredColumn;
  readonly #held: Int32Array;
  readonly #resolution: Resolution;
  /** The first rank of each run: what equals the least value, each bin's rest, and the most. */
  readonly #starts: Float64Array;

  /** `held` is bin and count in turn, in ascending order. */
  constructor(column: GatheredColumn, held: Int32Array, resolution: Resolution) {
    this.#column = column;
    this.#held = held;
    this.#resolution = resolution;
    this.#starts = startsOf(column, held);
  }

  /** The quantile of a share of the values [PJ63]. */
  quantile(share: number): number | undefined {
    const { count } = this.#column;
    if (count === 0) return undefined;
    const rank = share * (count - 1);
    const below = Math.floor(rank);
    const low = this.#at(below);
    return rank === below ? low : low + (this.#at(below + 1) - low) * (rank - below);
  }

  /** The mean of the lowest share of the values, the last of which counts in part [PJ70]. */
  lowestMean(share: number): number | undefined {
    if (this.#column.count === 0) return undefined;
    const wanted = share * this.#column.count;
    let left = wanted;
    let sum = 0;
    for (const index of this.#starts.keys()) {
      const { from, to, count } = this.#run(index);
      if (count === 0) continue;
      const taken = Math.min(left, count);
      sum += taken * (from + ((to - from) * taken) / count / 2);
      left -= taken;
      if (left <= 0) break;
    }
    return sum / wanted;
  }

  #at(rank: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= rank) low = middle;
      else high = middle - 1;
    }
    const { from, to, start, count } = this.#run(low);
    return from + ((to - from) * (rank - start + 0.5)) / count;
  }

  /** What equals the ends is known exactly; the rest lies within its bin, and between the ends. */
  #run(index: number): Run {
    const { count, least, most } = this.#column;
    const start = this.#starts[index]!;
    const range = { start, count: (this.#starts[index + 1] ?? count) - start };
    if (index === 0) return { from: least, to: least, ...range };
    if (index === this.#starts.length - 1) return { from: most, to: most, ...range };
    const [low, high] = endsOf(this.#held[2 * (index - 1)]!, this.#resolution);
    const from = Math.max(low, least);
    return { from, to: Math.max(from, Math.min(high, most)), ...range };
  }
}

function startsOf(
  { count, least, most, atLeast, atMost }: GatheredColumn,
  held: Int32Array,
): Float64Array {
  if (least === most) return Float64Array.of(0);
  const starts = new Float64Array(held.length / 2 + 2);
  const end = count - atMost;
  let toSkip = atLeast;
  let start = atLeast;
  for (let at = 0; at < held.length; at += 2) {
    starts[at / 2 + 1] = start;
    const skipped = Math.min(toSkip, held[at + 1]!);
    toSkip -= skipped;
    start += Math.max(0, Math.min(held[at + 1]! - skipped, end - start));
  }
  starts[starts.length - 1] = end;
  return starts;
}
