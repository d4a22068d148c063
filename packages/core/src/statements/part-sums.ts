import { FIRST_DATE, type LocalDate } from "../calendar/date.ts";
import type { PostedEntry } from "../fund/chronicle.ts";
import type { FigurePart, PlacedPart } from "./page-cell.ts";

/** Entries of the log whose parts of a figure are added up together. */
export const ENTRIES_TOGETHER = 512;

/** What the parts of some entries come to: how many they are, and their sum without signs. */
export type PartSum = { readonly count: number; readonly size: bigint };

/** What the parts of a figure come to, and those of some entries one by one. */
export type PartBlocks = {
  /** What they add up to. */
  readonly minor: bigint;
  /** By block of `ENTRIES_TOGETHER` entries, the first of them block 0; none of no parts. */
  readonly sums: ReadonlyMap<number, PartSum>;
  /** Those of one block, in the order of the log. */
  readonly partsOf: (block: number) => readonly FigurePart[];
};

/** Parts of a figure up to a day, and those of later days that may come to it. */
export type PartsAsked = {
  /** How many postings there are. */
  readonly postings: number;
  readonly to: LocalDate;
  /** Those from a place on, of whatever days. */
  readonly since: (place: number) => Iterable<PlacedPart>;
};

const sizeOf = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

/**
 * What a figure's parts come to by entries: each is looked at once and never changes, but for those
 * of later days than are asked for, which are added when their day has come.
 */
export class PartSums {
  readonly sums = new Map<number, PartSum>();
  #minor = 0n;
  #seen = 0;
  #to: LocalDate = FIRST_DATE;
  #later: PlacedPart[] = [];

  get minor(): bigint {
    return this.#minor;
  }

  /**
   * Takes in those that have not been looked at, and those whose day has come. Not what would be
   * less than it has already: that is said.
   */
  follow({ postings, to, since }: PartsAsked): boolean {
    if (postings < this.#seen || to < this.#to) return false;
    const waiting = this.#later;
    this.#later = [];
    for (const part of waiting) this.#take(part, to);
    for (const part of since(this.#seen)) this.#take(part, to);
    [this.#seen, this.#to] = [postings, to];
    return true;
  }

  #take(part: PlacedPart, to: LocalDate): void {
    const { posted, minor } = part;
    if (posted.journal.effectiveDate > to) this.#later.push(part);
    else {
      addPart(this.sums, { posted, minor });
      this.#minor += minor;
    }
  }
}

function addPart(sums: Map<number, PartSum>, { posted, minor }: FigurePart): void {
  const block = blockOf(posted);
  const sum = sums.get(block) ?? { count: 0, size: 0n };
  sums.set(block, { count: sum.count + 1, size: sum.size + sizeOf(minor) });
}

const blockOf = ({ entry }: PostedEntry): number => Math.floor(entry / ENTRIES_TOGETHER);

/** The same of parts that are there one by one. */
export function blocksOfParts(parts: readonly FigurePart[]): PartBlocks {
  const sums = new Map<number, PartSum>();
  for (const part of parts) addPart(sums, part);
  const minor = parts.reduce((sum, part) => sum + part.minor, 0n);
  return {
    ...{ sums, minor },
    partsOf: (block) => parts.filter(({ posted }) => blockOf(posted) === block),
  };
}

/** How many figures of one record are kept so: a page has some hundreds. */
const KEPT_FIGURES = 1_024;

const keptByList = new WeakMap<readonly PostedEntry[], Map<string, PartSums>>();

/**
 * What is kept of a figure by its name, beside the postings that it is made of. `name` says all
 * that decides what is a part, but for the last day.
 */
export function partSums(postings: readonly PostedEntry[], name: string): PartSums {
  let kept = keptByList.get(postings);
  if (kept === undefined) keptByList.set(postings, (kept = new Map<string, PartSums>()));
  const sums = kept.get(name) ?? new PartSums();
  // What was asked for last is kept longest.
  kept.delete(name);
  kept.set(name, sums);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_FIGURES && oldest !== undefined) kept.delete(oldest);
  return sums;
}
