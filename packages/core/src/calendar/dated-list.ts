import type { LocalDate } from "./date.ts";

/**
 * The items of a list that are dated up to a day, in the order of the list: it grows with that, and
 * what is kept beside the whole tells of it, too.
 */
export class DatedList<Item> {
  readonly whole: readonly Item[];
  readonly last: LocalDate;
  readonly #dateOf: (item: Item) => LocalDate;
  readonly #items: Item[] = [];
  /** Where each of them stands in the whole. */
  readonly #places: number[] = [];
  #seen = 0;

  constructor(whole: readonly Item[], last: LocalDate, dateOf: (item: Item) => LocalDate) {
    this.whole = whole;
    this.last = last;
    this.#dateOf = dateOf;
    lists.set(this.#items, this);
  }

  /** All of them, now. */
  get items(): readonly Item[] {
    for (; this.#seen < this.whole.length; this.#seen++) {
      const item = this.whole[this.#seen]!;
      if (this.#dateOf(item) > this.last) continue;
      this.#places.push(this.#seen);
      this.#items.push(item);
    }
    return this.#items;
  }

  /** Where one of them stands in the whole; behind all where there is none yet. */
  placeOf(own: number): number {
    return this.#places[own] ?? Infinity;
  }

  /** Which of them stands at a place of the whole, if one does. */
  ownOf(place: number): number | undefined {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#places[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return this.#places[low] === place ? low : undefined;
  }
}

const lists = new WeakMap<readonly unknown[], object>();

/** Of what whole, and up to which day, a list is. */
export const datedOf = <Item>(items: readonly Item[]): DatedList<Item> | undefined =>
  lists.get(items) as DatedList<Item> | undefined;
