import type { Charter, Vehicle } from "../charter/charter.ts";
import { mainVehicle } from "../fund/figures.ts";
import { money } from "./account-lines.ts";
import { commitmentsTable, positionTable } from "./assets-and-liabilities.ts";
import { cashFlowTable } from "./cash-flows.ts";
import { changesTable } from "./changes-in-net-assets.ts";
import { ConsolidatedBook, type GroupDifference } from "./consolidated-book.ts";
import { groupOf, linksOf } from "./group.ts";
import { operationsTable } from "./operations.ts";
import { bookOf, type StatementInput } from "./statement-input.ts";
import type { FinancialStatement, StatementTable } from "./statement.ts";

/** What is made of all books of the group together. */
type GroupInput = Omit<StatementInput, "vehicle">;

/**
 * The group's book: the main vehicle and those that it holds whose books are in its currency
 * [ST42].
 */
export function groupBook(input: GroupInput): ConsolidatedBook {
  return bookOfVehicles(input, groupInCurrency(input.state.charter));
}

/** Vehicles of the group that keep their books in the main vehicle's currency. */
export function groupInCurrency(charter: Charter): readonly Vehicle[] {
  const { currency } = mainVehicle(charter);
  return groupOf(charter).filter((vehicle) => vehicle.currency === currency);
}

/** The books of some vehicles of the group, all in one currency, as one [ST42]. */
export function bookOfVehicles(input: GroupInput, vehicles: readonly Vehicle[]): ConsolidatedBook {
  const books = vehicles.map(({ id }) => bookOf({ ...input, vehicle: id }));
  const inGroup = new Set(books.map(({ vehicle }) => vehicle));
  const links = linksOf(input.state).filter(({ sides }) =>
    sides.every(({ vehicle }) => inGroup.has(vehicle)),
  );
  return new ConsolidatedBook(books, links);
}

/**
 * The statements of the group: position, operations, changes, cash flows, and what is unmatched.
 */
export function consolidatedStatement(input: GroupInput): FinancialStatement {
  const { charter } = input.state;
  const book = groupBook(input);
  return {
    ...{ name: "consolidated", scope: { consolidated: true }, period: input.period },
    tables: [
      vehiclesTable(input),
      positionTable(charter, book),
      commitmentsTable(charter, book),
      operationsTable(charter, book),
      changesTable(charter, book),
      cashFlowTable(charter, book),
      differencesTable(book.currency, book.differences),
    ],
  };
}

/** Which vehicles are in, and which are left out for their currency. */
function vehiclesTable({ state: { charter } }: GroupInput): StatementTable {
  const { currency } = mainVehicle(charter);
  return {
    id: "vehicles",
    caption: { key: "vehiclesOfGroup" },
    columns: [
      { id: "currency", caption: { key: "currency" } },
      { id: "included", caption: { key: "included" } },
    ],
    lines: groupOf(charter).map((vehicle) => ({
      ...{ id: vehicle.id, caption: { name: vehicle.name }, rank: "line" },
      cells: [
        { kind: "text", text: vehicle.currency },
        {
          kind: "caption",
          caption: { key: vehicle.currency === currency ? "yes" : "no" },
        },
      ],
      source: { kind: "record" },
    })),
  };
}

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
