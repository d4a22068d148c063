/**
 * Cuts the amounts of a path, which are never rounded, into whole minor units: of each series what
 * is given so far is the nearest whole number to what the path has come to, so that a series is
 * never further off than half a unit, however long it is [PJ102].
 */
export class WholeAmounts {
  readonly #series = new Map<string, { sum: number; given: bigint }>();

  /** The next amount of a series. */
  take(name: string, amount: number): bigint {
    const series = this.#series.get(name) ?? { sum: 0, given: 0n };
    series.sum += amount;
    const whole = BigInt(Math.round(series.sum)) - series.given;
    series.given += whole;
    this.#series.set(name, series);
    return whole;
  }

  /** What a series has come to, not cut. */
  sumOf(name: string): number {
    return this.#series.get(name)?.sum ?? 0;
  }

  get series(): number {
    return this.#series.size;
  }
}
