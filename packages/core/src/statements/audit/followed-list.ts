import { findAct, firstAfter, type AuditItem, type KnownAct } from "./item.ts";
import type { AuditInput } from "./trail.ts";

/** What makes items of an act: again whenever something is said of it. */
export type OfAct = (input: AuditInput, known: KnownAct) => readonly AuditItem[];

/** What makes items of each line of a list that only grows. */
export type OfLines = {
  readonly lines: (input: AuditInput) => readonly unknown[];
  readonly items: (input: AuditInput, line: unknown) => readonly AuditItem[];
};

/** Makes a source from lines of one kind. */
export function ofLines<Line>(
  lines: (input: AuditInput) => readonly Line[],
  items: (input: AuditInput, line: Line) => readonly AuditItem[],
): OfLines {
  return { lines, items: (input, line) => items(input, line as Line) };
}

/** Where the items of a list come from. */
export type ListSources = { readonly acts?: OfAct; readonly lines?: OfLines };

/**
 * An item's place in a list: what it is found and counted by. The item itself is made when it is
 * shown, of its act or line, as the how manieth of that.
 */
export type Found = Pick<AuditItem, "entry" | "on" | "kind" | "parties"> & {
  readonly of: string | number;
  readonly nth: number;
};

/** How many items there are, all in all and by year, kind and party. */
class Counts {
  readonly years = new Map<string, number>();
  readonly kinds = new Map<string, number>();
  readonly parties = new Map<string, number>();

  add({ on, kind, parties }: Found, by: 1 | -1): void {
    change(this.years, on.slice(0, 4), by);
    change(this.kinds, kind, by);
    for (const party of parties) change(this.parties, party, by);
  }
}

function change(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** What items of acts depend on besides their acts: where it changes, all are made again. */
const groundOf = ({ state: { charter }, trail }: AuditInput) => [
  charter,
  trail.interests.length,
  trail.seatings.length,
];

/**
 * A list of an auditor's that goes on with the record: only acts of which something was said since,
 * and lines that came since, are looked at again.
 */
export class FollowedList {
  readonly #sources: ListSources;
  readonly #found: Found[] = [];
  /** How many items each act has; none that has none. */
  readonly #byAct = new Map<string, number>();
  #counts = new Counts();
  /** Acts that are still to be looked at; none before the first time. */
  #acts: Iterator<string> | undefined;
  #touchedSeen = 0;
  #linesSeen = 0;
  #ground: readonly unknown[] = [];

  constructor(sources: ListSources) {
    this.#sources = sources;
  }

  /** In the order of the log. */
  get found(): readonly Found[] {
    return this.#found;
  }

  get counts(): Pick<Counts, "years" | "kinds" | "parties"> {
    return this.#counts;
  }

  /**
   * Takes in what the record has grown by, of so many acts and lines at most; whether that was all.
   * Each time it is told of the newest record.
   */
  follow(input: AuditInput, most = Infinity): boolean {
    const ground = groundOf(input);
    if (ground.some((each, n) => each !== this.#ground[n])) this.#begin(ground);
    return this.#followActs(input, most) && this.#followLines(input, most);
  }

  #begin(ground: readonly unknown[]): void {
    this.#ground = ground;
    this.#found.length = 0;
    this.#byAct.clear();
    this.#counts = new Counts();
    [this.#acts, this.#touchedSeen, this.#linesSeen] = [undefined, 0, 0];
  }

  #followActs(input: AuditInput, most: number): boolean {
    const { acts } = this.#sources;
    if (acts === undefined) return true;
    const { touched } = input.trail;
    if (this.#acts === undefined) {
      this.#acts = input.chronicle.acts.keys();
      this.#touchedSeen = touched.length;
    }
    let left = most;
    for (let next = this.#acts.next(); next.done !== true; next = this.#acts.next()) {
      this.#lookAt(input, next.value, acts);
      if (--left <= 0) return false;
    }
    while (this.#touchedSeen < touched.length) {
      const act = touched[this.#touchedSeen++]!;
      if (touched[this.#touchedSeen] !== act) this.#lookAt(input, act, acts);
      if (--left <= 0) return false;
    }
    return true;
  }

  #lookAt(input: AuditInput, id: string, make: OfAct): void {
    const known = findAct(input, id);
    const items = known === undefined ? [] : make(input, known);
    let had = this.#byAct.get(id) ?? 0;
    for (let at = this.#found.length - 1; had > 0 && at >= 0; at--) {
      const found = this.#found[at]!;
      if (found.of !== id) continue;
      this.#found.splice(at, 1);
      this.#counts.add(found, -1);
      had--;
    }
    if (items.length === 0) this.#byAct.delete(id);
    else this.#byAct.set(id, items.length);
    for (const [nth, item] of items.entries()) this.#insert(item, id, nth);
  }

  #insert({ entry, on, kind, parties }: AuditItem, of: string | number, nth: number): void {
    const found = { entry, on, kind, parties, of, nth };
    this.#found.splice(firstAfter(this.#found, entry), 0, found);
    this.#counts.add(found, 1);
  }

  #followLines(input: AuditInput, most: number): boolean {
    const { lines: from } = this.#sources;
    if (from === undefined) return true;
    const lines = from.lines(input);
    for (let left = most; this.#linesSeen < lines.length; this.#linesSeen++, left--) {
      if (left <= 0) return false;
      const items = from.items(input, lines[this.#linesSeen]);
      for (const [nth, item] of items.entries()) this.#insert(item, this.#linesSeen, nth);
    }
    return true;
  }

  /** The item of a place, as the record has it now. */
  itemOf(input: AuditInput, { of, nth }: Found): AuditItem | undefined {
    const { acts, lines } = this.#sources;
    if (typeof of === "number") return lines?.items(input, lines.lines(input)[of])[nth];
    const known = findAct(input, of);
    return known === undefined ? undefined : acts?.(input, known)[nth];
  }
}
