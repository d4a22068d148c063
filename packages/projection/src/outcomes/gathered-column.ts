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
  readonly #count: number;
  readonly #runs: readonly Run[];

  /** `held` is bin and count in turn, in ascending order. */
  constructor(column: GatheredColumn, held: readonly number[], resolution: Resolution) {
    this.#count = column.count;
    this.#runs = runsOf(column, held, resolution);
  }

  /** The quantile of a share of the values [PJ63]. */
  quantile(share: number): number | undefined {
    if (this.#count === 0) return undefined;
    const rank = share * (this.#count - 1);
    const below = Math.floor(rank);
    const low = this.#at(below);
    return rank === below ? low : low + (this.#at(below + 1) - low) * (rank - below);
  }

  /** The mean of the lowest share of the values, the last of which counts in part [PJ70]. */
  lowestMean(share: number): number | undefined {
    if (this.#count === 0) return undefined;
    const wanted = share * this.#count;
    let left = wanted;
    let sum = 0;
    for (const { from, to, count } of this.#runs) {
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
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#runs[middle]!.start <= rank) low = middle;
      else high = middle - 1;
    }
    const { from, to, start, count } = this.#runs[low]!;
    return from + ((to - from) * (rank - start + 0.5)) / count;
  }
}

/** What equals the ends is known exactly; the rest lies within its bin, and between the ends. */
function runsOf(
  { count, least, most, atLeast, atMost }: GatheredColumn,
  held: readonly number[],
  resolution: Resolution,
): readonly Run[] {
  if (count === 0) return [];
  if (least === most) return [{ from: least, to: most, start: 0, count }];
  const runs: Run[] = [{ from: least, to: least, start: 0, count: atLeast }];
  let toSkip = atLeast;
  let start = atLeast;
  const end = count - atMost;
  for (let at = 0; at < held.length; at += 2) {
    const skipped = Math.min(toSkip, held[at + 1]!);
    toSkip -= skipped;
    const inside = Math.min(held[at + 1]! - skipped, end - start);
    if (inside <= 0) continue;
    const [low, high] = endsOf(held[at]!, resolution);
    const [from, to] = [Math.max(low, least), Math.min(high, most)];
    runs.push({ from, to: Math.max(from, to), start, count: inside });
    start += inside;
  }
  return [...runs, { from: most, to: most, start: end, count: atMost }];
}
