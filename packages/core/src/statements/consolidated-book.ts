import { assert } from "../base/assert.ts";
import type { GroupPair, GroupSide } from "../ledger/consolidation.ts";
import type { StatementPeriod } from "./period.ts";
import {
  measureOf,
  selects,
  type PeriodBook,
  type PostingSelection,
  type Turnover,
} from "./period-book.ts";

/**
 * A pair of what two books say of each other that does not cancel, with what stands on each side.
 */
export type GroupDifference = {
  readonly pair: GroupPair;
  readonly minor: readonly [bigint, bigint];
};

/**
 * The books of several vehicles over one period as one, without what they say of each other (LG21).
 * A pair is taken out where its sides cancel both at the opening and at the end; others stay in and
 * are told. All vehicles keep their books in one currency: others are translated before [ST42].
 */
export class ConsolidatedBook {
  readonly currency: string;
  readonly period: StatementPeriod;
  readonly differences: readonly GroupDifference[];
  readonly #turnovers: readonly Turnover[];

  constructor(books: readonly PeriodBook[], pairs: readonly GroupPair[]) {
    const [first] = books;
    assert(first !== undefined, "a group has a vehicle");
    assert(
      books.every(({ currency }) => currency === first.currency),
      "books that are added up are in one currency",
    );
    this.currency = first.currency;
    this.period = first.period;
    const sides = pairs.map((pair) => pair.sides.map((side) => turnoversOf(books, side)));
    const cancels = (at: number): boolean =>
      (["opening", "closing"] as const).every(
        (of) => sides[at]!.reduce((sum, side) => sum + added(side, of), 0n) === 0n,
      );
    const gone = new Set(pairs.flatMap((_, at) => (cancels(at) ? sides[at]!.flat() : [])));
    this.#turnovers = books.flatMap(({ turnovers }) => turnovers).filter((of) => !gone.has(of));
    this.differences = pairs.flatMap((pair, at): GroupDifference[] => {
      const [one, other] = sides[at]!.map((side) => added(side, "closing"));
      return cancels(at) ? [] : [{ pair, minor: [one!, other!] }];
    });
  }

  /** The figure that a selection makes over all vehicles, minor units. */
  sum(selection: PostingSelection): bigint {
    let sum = 0n;
    for (const turnover of this.#turnovers) {
      if (selects(selection, turnover, this.currency)) sum += measureOf(turnover, selection.of);
    }
    return selection.sign * sum;
  }
}

function turnoversOf(
  books: readonly PeriodBook[],
  { vehicle, accounts, subject }: GroupSide,
): readonly Turnover[] {
  return books
    .filter((book) => book.vehicle === vehicle)
    .flatMap(({ turnovers }) =>
      turnovers.filter((of) => accounts.includes(of.account) && of.subject === subject),
    );
}

function added(turnovers: readonly Turnover[], of: "opening" | "closing"): bigint {
  return turnovers.reduce((sum, turnover) => sum + measureOf(turnover, of), 0n);
}
