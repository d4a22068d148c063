/** Of so many amounts together it is kept how much comes before them. */
const BLOCK = 256;

const magnitude = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

/** Amounts in order, without their signs lying end to end: what a sample is drawn from. */
export type LaidOut = {
  readonly count: number;
  /** Of all of them without their signs. */
  readonly total: bigint;
  /** Without its sign. */
  readonly at: (index: number) => bigint;
  /** The index of the amount that a place lies in, which is 0 or more and less than the total. */
  readonly holding: (place: bigint) => number;
};

/**
 * Amounts in order, without their signs lying end to end: where one of them lies is found without
 * going along all of those before it.
 */
export class Amounts implements LaidOut {
  readonly #amounts: bigint[] = [];
  /** What comes before each block. */
  readonly #before: bigint[] = [];
  #total = 0n;

  static of(amounts: Iterable<bigint>): Amounts {
    const all = new Amounts();
    for (const minor of amounts) all.add(minor);
    return all;
  }

  add(minor: bigint): void {
    if (this.#amounts.length % BLOCK === 0) this.#before.push(this.#total);
    this.#amounts.push(minor);
    this.#total += magnitude(minor);
  }

  get count(): number {
    return this.#amounts.length;
  }

  /** Of all of them without their signs. */
  get total(): bigint {
    return this.#total;
  }

  at(index: number): bigint {
    return magnitude(this.#amounts[index]!);
  }

  /** The index of the amount that a place lies in, which is 0 or more and less than the total. */
  holding(place: bigint): number {
    let [low, high] = [0, this.#before.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#before[middle]! <= place) low = middle;
      else high = middle;
    }
    let index = low * BLOCK;
    for (let end = this.#before[low]! + this.at(index); end <= place; end += this.at(index)) {
      index++;
    }
    return index;
  }
}
