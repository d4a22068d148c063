import { assert } from "../base/assert.ts";
import { ok, type Result } from "../base/result.ts";
import type { Charter, Vehicle } from "../charter/charter.ts";
import { mainVehicle } from "../fund/figures.ts";
import type { RateMissing } from "../ledger/daily-rates.ts";
import { money } from "./account-lines.ts";
import { commitmentsTable, positionTable } from "./assets-and-liabilities.ts";
import { cashFlowTable } from "./cash-flows.ts";
import { changesTable } from "./changes-in-net-assets.ts";
import { ConsolidatedBook, type GroupDifference } from "./consolidated-book.ts";
import { groupOf, linksOf } from "./group.ts";
import { operationsTable } from "./operations.ts";
import type { PeriodBook } from "./period-book.ts";
import { ratesTable } from "./rates-table.ts";
import { soldOutside } from "./sold-holdings.ts";
import { bookOf, ratesOf, type StatementInput } from "./statement-input.ts";
import type { Cell, FinancialStatement, StatementTable } from "./statement.ts";
import {
  TranslatedBook,
  translateBook,
  type RateUse,
  type Translation,
} from "./translated-book.ts";

/** What is made of all books of the group together. */
type GroupInput = Omit<StatementInput, "vehicle">;

/** The group's books as one, and what was needed for those in other currencies. */
export type GroupBooks = {
  readonly book: ConsolidatedBook;
  /** Vehicles whose books cannot be translated, with the rate that is missing. */
  readonly leftOut: ReadonlyMap<string, RateMissing>;
  readonly used: readonly RateUse[];
};

/**
 * The books of the main vehicle and of those that it holds in one currency: as they are where they
 * are kept in it, else translated [ST42] [ST72]. A book without a rate is left out; where it is the
 * main vehicle's there is no group.
 */
export function groupBooks(
  input: GroupInput,
  translation: Translation,
): Result<GroupBooks, RateMissing> {
  const { charter } = input.state;
  const books: PeriodBook[] = [];
  const used: RateUse[] = [];
  const leftOut = new Map<string, RateMissing>();
  for (const { id: vehicle } of groupOf(charter)) {
    const book = translateBook(input.chronicle, bookOf({ ...input, vehicle }), translation);
    if (book.ok) {
      books.push(book.value);
      if (book.value instanceof TranslatedBook) used.push(...book.value.used);
    } else if (vehicle === charter.capital.vehicle) return book;
    else leftOut.set(vehicle, book.error);
  }
  return ok({ book: consolidated(input, books), leftOut, used });
}

/** The group in the main vehicle's own currency, for which its own book needs no rate. */
export function groupInOwnCurrency(input: GroupInput): GroupBooks {
  const { currency } = mainVehicle(input.state.charter);
  const group = groupBooks(input, { currency, rates: ratesOf(input) });
  assert(group.ok, "a book needs no rate into the currency in which it is kept");
  return group.value;
}

/** Vehicles of the group that keep their books in the main vehicle's currency. */
export function groupInCurrency(charter: Charter): readonly Vehicle[] {
  const { currency } = mainVehicle(charter);
  return groupOf(charter).filter((vehicle) => vehicle.currency === currency);
}

/** The books of some vehicles of the group, all in one currency, as one [ST42]. */
export function bookOfVehicles(input: GroupInput, vehicles: readonly Vehicle[]): ConsolidatedBook {
  return consolidated(
    input,
    vehicles.map(({ id }) => bookOf({ ...input, vehicle: id })),
  );
}

function consolidated(
  { state, chronicle }: GroupInput,
  books: readonly PeriodBook[],
): ConsolidatedBook {
  const inGroup = new Set(books.map(({ vehicle }) => vehicle));
  const links = linksOf(state).filter(({ sides }) =>
    sides.every(({ vehicle }) => inGroup.has(vehicle)),
  );
  // Of translated books what was sold to strangers stays unmatched, and is told.
  const isTranslated = books.some((book) => book instanceof TranslatedBook);
  return new ConsolidatedBook(books, links, isTranslated ? [] : soldOutside(chronicle, links));
}

/** The statements of the group in the main vehicle's own currency. */
export function consolidatedStatement(input: GroupInput): FinancialStatement {
  return statementOfGroup(input, groupInOwnCurrency(input));
}

/** The statements of the group in another currency, or which rate there is not [ST72]. */
export function consolidatedStatementIn(
  input: GroupInput,
  currency: string,
): Result<FinancialStatement, RateMissing> {
  const group = groupBooks(input, { currency, rates: ratesOf(input) });
  if (!group.ok) return group;
  return ok({ ...statementOfGroup(input, group.value), reportingCurrency: currency });
}

/** Position, operations, changes, cash flows, what is unmatched, and the rates of exchange. */
function statementOfGroup(input: GroupInput, group: GroupBooks): FinancialStatement {
  const { charter } = input.state;
  const { book, used } = group;
  return {
    ...{ name: "consolidated", scope: { consolidated: true }, period: input.period },
    tables: [
      vehiclesTable(charter, group),
      positionTable(charter, book),
      commitmentsTable(charter, book),
      operationsTable(charter, book),
      changesTable(charter, book),
      cashFlowTable(charter, book),
      differencesTable(book.currency, book.differences),
      ...(used.length === 0 ? [] : [ratesTable(used)]),
    ],
  };
}

/** Which vehicles are in, and which are left out because a rate of exchange is missing. */
function vehiclesTable(charter: Charter, { leftOut }: GroupBooks): StatementTable {
  const missing = ({ base, quote, on }: RateMissing): Cell => ({
    ...{ kind: "text", text: `${base}/${quote} ${on}` },
  });
  return {
    id: "vehicles",
    caption: { key: "vehiclesOfGroup" },
    columns: (["currency", "included", "rateMissing"] as const)
      .filter((key) => key !== "rateMissing" || leftOut.size > 0)
      .map((key) => ({ id: key, caption: { key } })),
    lines: groupOf(charter).map(({ id, name, currency }) => {
      const rate = leftOut.get(id);
      return {
        ...{ id, caption: { name }, rank: "line", source: { kind: "record" } },
        cells: [
          { kind: "text", text: currency },
          { kind: "caption", caption: { key: rate === undefined ? "yes" : "no" } },
          ...(leftOut.size === 0 ? [] : [rate === undefined ? NONE : missing(rate)]),
        ],
      };
    }),
  };
}

const NONE: Cell = { kind: "none" };

function differencesTable(
  currency: string,
  differences: readonly GroupDifference[],
): StatementTable {
  return {
    id: "differences",
    caption: { key: "unmatchedInGroup" },
    columns: [
      { id: "holder", caption: { key: "booksOfHolder" } },
      { id: "held", caption: { key: "booksOfHeld" } },
    ],
    lines: differences.map(({ link, minor }) => ({
      ...{ id: link.id, caption: { name: { en: link.id, ja: link.id } }, rank: "line" },
      cells: minor.map((each) => money(currency, each)),
      source: { kind: "record" },
    })),
  };
}
