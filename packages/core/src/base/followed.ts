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

/** The whole that a list is the first of, and how many it took over from that. */
export type Beginning<Item> = { readonly whole: readonly Item[]; readonly length: number };

const beginnings = new WeakMap<readonly unknown[], Beginning<unknown>>();

/** Lets a list that is the first of another, which may grow, use what is kept beside that. */
export function beginsAs<Item>(shorter: readonly Item[], whole: readonly Item[]): void {
  beginnings.set(shorter, { whole, length: shorter.length });
}

/** Of what a list is the first. */
export const beginningOf = <Item>(shorter: readonly Item[]): Beginning<Item> | undefined =>
  beginnings.get(shorter) as Beginning<Item> | undefined;

/** Items after which a copy is put by, from which a list that is the first of them sets out. */
const SPACING = 4_096;

/** Something that is kept of a list, and how much of the list is in it. */
export class Kept<Of> {
  readonly of: Of;
  readonly #copy: ((of: Of) => Of) | undefined;
  readonly #marks: { readonly seen: number; readonly of: Of }[] = [];
  #seen: number;

  /** What is copied stays as it is while the other goes on; it must cost little. */
  constructor(of: Of, copy?: (of: Of) => Of, seen = 0) {
    this.of = of;
    this.#copy = copy;
    this.#seen = seen;
  }

  get seen(): number {
    return this.#seen;
  }

  /** Takes in what stands at the places up to one. */
  follow(to: number, take: (of: Of, place: number) => void): void {
    for (; this.#seen < to; this.#seen++) {
      if (this.#copy !== undefined && this.#seen > 0 && this.#seen % SPACING === 0) {
        this.#marks.push({ seen: this.#seen, of: this.#copy(this.of) });
      }
      take(this.of, this.#seen);
    }
  }

  /** The last copy of so many items or fewer, to go on from. */
  upTo(length: number): Kept<Of> | undefined {
    const mark = this.#marks.findLast(({ seen }) => seen <= length);
    return mark && this.#copy && new Kept(this.#copy(mark.of), undefined, mark.seen);
  }
}

/**
 * Something that is kept beside each list that only grows: whenever it is asked for, it takes in
 * what the list has grown by. Derived, and gone with its list.
 */
export class Followed<Item, Of> {
  readonly #begin: () => Of;
  readonly #take: (of: Of, item: Item) => void;
  readonly #copy: ((of: Of) => Of) | undefined;
  /** Of lists that go on from others: of what was added alone. */
  readonly #added = new WeakMap<readonly Item[], Kept<Of>>();
  readonly #known = new WeakMap<readonly Item[], Kept<Of>>();

  /** With a way to copy it, a list that is the first of another does not begin from nothing. */
  constructor(begin: () => Of, take: (of: Of, item: Item) => void, copy?: (of: Of) => Of) {
    this.#begin = begin;
    this.#take = take;
    this.#copy = copy;
  }

  of(list: readonly Item[]): Of {
    const known = this.#knownOf(list);
    this.#follow(known, list, list.length);
    return known.of;
  }

  /**
   * What is kept of a list, or, where it goes on from another, of that and of what was added: for
   * what adds up, in the time that the added takes.
   */
  layersOf(list: readonly Item[]): readonly Of[] {
    const earlier = originOf(list);
    if (earlier === undefined) return [this.of(list)];
    let known = this.#added.get(list);
    if (known === undefined) {
      known = new Kept(this.#begin(), undefined, earlier.length);
      this.#added.set(list, known);
    }
    this.#follow(known, list, list.length);
    return [...this.layersOf(earlier), known.of];
  }

  /** Takes in much in parts of a size, so that others can have their turn in between. */
  *inParts(list: readonly Item[], size: number): Generator<undefined, void> {
    const known = this.#knownOf(list);
    while (known.seen + size < list.length) {
      this.#follow(known, list, known.seen + size);
      yield undefined;
    }
  }

  #knownOf(list: readonly Item[]): Kept<Of> {
    let known = this.#known.get(list);
    if (known === undefined) this.#known.set(list, (known = this.#first(list)));
    return known;
  }

  #first(list: readonly Item[]): Kept<Of> {
    const beginning = this.#copy && beginningOf(list);
    if (beginning !== undefined) {
      const { whole, length } = beginning;
      this.of(whole);
      const earlier = this.#knownOf(whole).upTo(length);
      if (earlier !== undefined) return earlier;
    }
    return new Kept(this.#begin(), beginning === undefined ? this.#copy : undefined);
  }

  #follow(known: Kept<Of>, list: readonly Item[], to: number): void {
    known.follow(to, (of, place) => this.#take(of, list[place]!));
  }
}
