/**
 * Something that is kept beside each list that only grows: whenever it is asked for, it takes in
 * what the list has grown by. Derived, and gone with its list.
 */
export class Followed<Item, Kept> {
  readonly #begin: () => Kept;
  readonly #take: (kept: Kept, item: Item) => void;
  readonly #known = new WeakMap<readonly Item[], { readonly kept: Kept; seen: number }>();

  constructor(begin: () => Kept, take: (kept: Kept, item: Item) => void) {
    this.#begin = begin;
    this.#take = take;
  }

  of(list: readonly Item[]): Kept {
    let known = this.#known.get(list);
    if (known === undefined) this.#known.set(list, (known = { kept: this.#begin(), seen: 0 }));
    for (; known.seen < list.length; known.seen++) this.#take(known.kept, list[known.seen]!);
    return known.kept;
  }
}
