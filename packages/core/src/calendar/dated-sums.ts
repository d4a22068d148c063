import { assert } from "../base/assert.ts";
import { FIRST_DATE, LAST_DATE, type LocalDate } from "./date.ts";

/** Days from one to another, both of them in. */
export type Span = { readonly from?: LocalDate; readonly to?: LocalDate };

/** What the days from one on come to that lie together: one of them, a month or a year. */
export type DatedSum<S> = { readonly on: LocalDate; readonly sum: S };

/** A year, a month or a day, by the text that its days begin with, and whose it is. */
type Node<S> = {
  readonly owner: object;
  readonly sum: S;
  readonly below: Map<string, Node<S>>;
};

/** How many characters of a date a year, a month and a day have. */
const LENGTHS = [4, 7, 10] as const;

/** The first and the last day that a text can begin. */
const firstOf = (text: string): string => `${text}${"-01-01".slice(text.length - 4)}`;
const lastOf = (text: string): string => `${text}${"-12-31".slice(text.length - 4)}`;

/**
 * Sums by business day, kept for each month and each year too: what any span of days comes to is
 * made of some years, months and days, however many days it has.
 */
export class DatedSums<S> {
  readonly #begin: () => S;
  readonly #copy: ((sum: S) => S) | undefined;
  #years: Map<string, Node<S>>;
  /** Whose the nodes are that may be changed: others are shared with a copy. */
  #owner = {};

  /** Of sums that can be copied by themselves all of them can be. */
  constructor(begin: () => S, copy?: (sum: S) => S, years = new Map<string, Node<S>>()) {
    this.#begin = begin;
    this.#copy = copy;
    this.#years = years;
  }

  /** Another that has the same sums; each goes on by itself, and copies what it changes. */
  copy(): DatedSums<S> {
    this.#owner = {};
    return new DatedSums(this.#begin, this.#copy, new Map(this.#years));
  }

  /** The sums that what is dated on a day belongs to: its year's, its month's and its own. */
  of(on: LocalDate): readonly S[] {
    let nodes = this.#years;
    return LENGTHS.map((length) => {
      const node = this.#own(nodes, on.slice(0, length));
      nodes = node.below;
      return node.sum;
    });
  }

  #own(nodes: Map<string, Node<S>>, text: string): Node<S> {
    const owner = this.#owner;
    let node = nodes.get(text);
    if (node === undefined) {
      nodes.set(text, (node = { owner, sum: this.#begin(), below: new Map() }));
    } else if (node.owner !== owner) {
      const { sum, below } = node;
      assert(this.#copy !== undefined, "what is shared was copied");
      nodes.set(text, (node = { owner, sum: this.#copy(sum), below: new Map(below) }));
    }
    return node;
  }

  /** Sums that together are all of a span, each day in one of them; none of them is of others. */
  within({ from = FIRST_DATE, to = LAST_DATE }: Span): Iterable<DatedSum<S>> {
    return sumsWithin(this.#years, from, to);
  }

  /** The sums of single days, in order, as far as somebody asks. */
  days({ from = FIRST_DATE, to = LAST_DATE }: Span = {}): Iterable<DatedSum<S>> {
    return daysWithin(this.#years, from, to);
  }
}

/** Lists in order of their days as one in order; a day of several of them comes several times. */
export function* inOrderOfDays<Of extends { readonly on: LocalDate }>(
  lists: readonly Iterable<Of>[],
): Generator<Of> {
  const heads = lists.flatMap((list) => {
    const items = list[Symbol.iterator]();
    const first = items.next();
    return first.done === true ? [] : [{ item: first.value, items }];
  });
  while (heads.length > 0) {
    const least = heads.reduce((a, b) => (b.item.on < a.item.on ? b : a));
    yield least.item;
    const next = least.items.next();
    if (next.done === true) heads.splice(heads.indexOf(least), 1);
    else least.item = next.value;
  }
}

function* sumsWithin<S>(
  nodes: ReadonlyMap<string, Node<S>>,
  from: string,
  to: string,
): Generator<DatedSum<S>> {
  for (const [text, { sum, below }] of nodes) {
    const [first, last] = [firstOf(text), lastOf(text)];
    if (last < from || first > to) continue;
    if (from <= first && last <= to) yield { on: first as LocalDate, sum };
    else yield* sumsWithin(below, from, to);
  }
}

function* daysWithin<S>(
  nodes: ReadonlyMap<string, Node<S>>,
  from: string,
  to: string,
): Generator<DatedSum<S>> {
  const inOrder = [...nodes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [text, { sum, below }] of inOrder) {
    if (lastOf(text) < from || firstOf(text) > to) continue;
    if (below.size === 0) yield { on: text as LocalDate, sum };
    else yield* daysWithin(below, from, to);
  }
}

/** A span without the days after one. */
export const upTo = ({ from, to = LAST_DATE }: Span, last: LocalDate): Span => ({
  ...(from === undefined ? {} : { from }),
  to: to < last ? to : last,
});
