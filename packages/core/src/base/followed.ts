type Known<Kept> = { readonly kept: Kept; seen: number };

/**
 * Something that is kept beside each list that only grows: whenever it is asked for, it takes in
 * what the list has grown by. Derived, and gone with its list.
 */
export class Followed<Item, Kept> {
  readonly #begin: () => Kept;
  readonly #take: (kept: Kept, item: Item) => void;
  readonly #known = new WeakMap<readonly Item[], Known<Kept>>();

  constructor(begin: () => Kept, take: (kept: Kept, item: Item) => void) {
    this.#begin = begin;
    this.#take = take;
  }

  of(list: readonly Item[]): Kept {
    const known = this.#knownOf(list);
    this.#follow(known, list, list.length);
    return known.kept;
  }

  /** Takes in much in parts of a size, so that others can have their turn in between. */
  *inParts(list: readonly Item[], size: number): Generator<undefined, void> {
    const known = this.#knownOf(list);
    while (known.seen + size < list.length) {
      this.#follow(known, list, known.seen + size);
      yield undefined;
    }
  }

  #knownOf(list: readonly Item[]): Known<Kept> {
    let known = this.#known.get(list);
    if (known === undefined) this.#known.set(list, (known = { kept: this.#begin(), seen: 0 }));
    return known;
  }

  #follow(known: Known<Kept>, list: readonly Item[], to: number): void {
    for (; known.seen < to; known.seen++) this.#take(known.kept, list[known.seen]!);
  }
}
