import { assert } from "../base/assert.ts";
import { CASH_ACCOUNTS } from "./account-groups.ts";
import type { GroupLink, GroupSide } from "./group.ts";
import type { StatementPeriod } from "./period.ts";
import {
  measureOf,
  selects,
  type PeriodBook,
  type PostingSelection,
  type Turnover,
} from "./period-book.ts";

/** What two books say of each other at the end of the period where that does not cancel. */
export type GroupDifference = {
  readonly link: GroupLink;
  readonly minor: readonly [bigint, bigint];
};

/**
 * The books of several vehicles over one period as one, without what they say of each other [ST42].
 * A link is taken out where its two sides cancel both at the opening and at the end, whatever
 * accounts they stand on; others stay in and are told. All books are in one currency.
 */
export class ConsolidatedBook {
  readonly currency: string;
  readonly period: StatementPeriod;
  readonly differences: readonly GroupDifference[];
  readonly #books: readonly {
    readonly vehicle: string;
    readonly turnovers: readonly Turnover[];
    readonly takenOut: readonly Turnover[];
  }[];

  constructor(books: readonly PeriodBook[], links: readonly GroupLink[]) {
    const [first] = books;
    assert(first !== undefined, "a group has a vehicle");
    assert(
      books.every(({ currency }) => currency === first.currency),
      "books that are added up are in one currency",
    );
    this.currency = first.currency;
    this.period = first.period;
    const gone = new Set<Turnover>();
    const differences: GroupDifference[] = [];
    for (const link of links) {
      const [one, other] = link.sides.map((side) => turnoversOf(books, side));
      const both = [...one!, ...other!];
      if (added(both, "opening") === 0n && added(both, "closing") === 0n) {
        for (const turnover of both) gone.add(turnover);
      } else {
        differences.push({ link, minor: [added(one!, "closing"), added(other!, "closing")] });
      }
    }
    this.differences = differences;
    this.#books = books.map(({ vehicle, turnovers }) => ({
      vehicle,
      turnovers: turnovers.filter((of) => !gone.has(of)),
      takenOut: turnovers.filter((of) => gone.has(of)),
    }));
  }

  /** Whether a posting is in the figures: of a vehicle of the group, and not taken out. */
  keeps(vehicle: string, posting: Line): boolean {
    const book = this.#books.find((of) => of.vehicle === vehicle);
    return book !== undefined && !book.takenOut.some((turnover) => isOf(turnover, posting));
  }

  /** The figure that a selection makes over all vehicles, or one's part of it; minor units. */
  sum(selection: PostingSelection, vehicle?: string): bigint {
    let sum = 0n;
    for (const { vehicle: of, turnovers } of this.#books) {
      if (vehicle !== undefined && of !== vehicle) continue;
      for (const turnover of turnovers) {
        if (selects(selection, turnover, this.currency)) sum += measureOf(turnover, selection.of);
      }
    }
    return selection.sign * sum;
  }
}

/** Whether two turnovers, or a turnover and a posting, are of one account, subject and currency. */
const isOf = (a: Line, b: Line): boolean =>
  a.account === b.account && a.subject === b.subject && a.currency === b.currency;

type Line = Pick<Turnover, "account" | "subject" | "currency">;

const CASH: readonly string[] = CASH_ACCOUNTS;

/** Everything but cash that a book says of the other vehicle, in the currency of the books. */
function turnoversOf(
  books: readonly PeriodBook[],
  { vehicle, subjects }: GroupSide,
): readonly Turnover[] {
  const book = books.find((each) => each.vehicle === vehicle);
  if (book === undefined) return [];
  return book.turnovers.filter(
    ({ account, subject, currency }) =>
      subjects.includes(subject) &&
      currency === book.currency &&
      !CASH.includes(account) &&
      !account.startsWith("9"),
  );
}

function added(turnovers: readonly Turnover[], of: "opening" | "closing"): bigint {
  return turnovers.reduce((sum, turnover) => sum + measureOf(turnover, of), 0n);
}
