/** From which list a longer one was made, and how long that was then. */
const origins = new WeakMap<
  readonly unknown[],
  { readonly earlier: readonly unknown[]; readonly length: number }
>();

/** Lets a list that begins with all of another use what is kept beside that. */
export function goesOnFrom<Item>(longer: readonly Item[], earlier: readonly Item[]): void {
  origins.set(longer, { earlier, length: earlier.length });
}

/** The list that another goes on from, as long as it is as it was then. */
export function originOf<Item>(longer: readonly Item[]): readonly Item[] | undefined {
  const origin = origins.get(longer);
  if (origin === undefined || origin.earlier.length !== origin.length) return undefined;
  return origin.earlier as readonly Item[];
}

type Known<Kept> = { readonly kept: Kept; seen: number };

/**
 * Something that is kept beside each list that only grows: whenever it is asked for, it takes in
 * what the list has grown by. Derived, and gone with its list.
 */
export class Followed<Item, Kept> {
  readonly #begin: () => Kept;
  readonly #take: (kept: Kept, item: Item) => void;
  /** Of lists that go on from others: of what was added alone. */
  readonly #added = new WeakMap<readonly Item[], Known<Kept>>();
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

  /**
   * What is kept of a list, or, where it goes on from another, of that and of what was added: for
   * what adds up, in the time that the added takes.
   */
  layersOf(list: readonly Item[]): readonly Kept[] {
    const earlier = originOf(list);
    if (earlier === undefined) return [this.of(list)];
    let known = this.#added.get(list);
    if (known === undefined) {
      this.#added.set(list, (known = { kept: this.#begin(), seen: earlier.length }));
    }
    this.#follow(known, list, list.length);
    return [...this.layersOf(earlier), known.kept];
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
