import { assert } from "../base/assert.ts";
import { ok, type Result } from "../base/result.ts";
import type { RateMissing } from "../ledger/daily-rates.ts";
import { commitmentsTable, positionTable } from "./assets-and-liabilities.ts";
import { capitalAccountTables, type CapitalAccountColumn } from "./capital-account.ts";
import { cashFlowTable } from "./cash-flows.ts";
import { forecastTables, liquidityTable } from "./cash-forecast.ts";
import { consolidatedStatement, consolidatedStatementIn } from "./consolidation.ts";
import { changesTable } from "./changes-in-net-assets.ts";
import { highlightsTable, unitsTable } from "./financial-highlights.ts";
import { covenantsTable, facilitiesTable, leverageTable } from "./leverage.ts";
import { levelThreeTable } from "./level-three.ts";
import { expensesTable, operationsTable } from "./operations.ts";
import { returnsTable } from "./party-returns.ts";
import { fiscalDefinition, quarterToDate, sinceInception, yearToDate } from "./period.ts";
import { revenueTables } from "./revenue-table.ts";
import { levelsTable, scheduleTable } from "./schedule-of-investments.ts";
import { sovereignTable } from "./sovereign-statement.ts";
import type { PeriodBook } from "./period-book.ts";
import { ratesTable } from "./rates-table.ts";
import { bookOf, ratesOf, type StatementInput } from "./statement-input.ts";
import { amountIn, type FinancialStatement, type StatementTable } from "./statement.ts";
import { trialBalanceTables } from "./trial-balance.ts";
import { TranslatedBook, translateBook } from "./translated-book.ts";
import { unitMovementsTable } from "./units-table.ts";

type BookMaker = (input: StatementInput, book: PeriodBook) => readonly StatementTable[];

/** Statements that are made from a book alone, and so from a translated one too [ST70]. */
const BOOK_MAKERS = {
  "trial-balance": ({ state }, book) => trialBalanceTables(state.charter, book),
  "assets-and-liabilities"({ state, chronicle }, book) {
    const position = positionTable(state.charter, book);
    const netAssets = amountIn(position, "net-assets", "closing");
    return [
      position,
      commitmentsTable(state.charter, book),
      scheduleTable(state, chronicle, book, netAssets),
      levelsTable(state, chronicle, book),
    ];
  },
  operations: ({ state }, book) => [operationsTable(state.charter, book), expensesTable(book)],
  "changes-in-net-assets": (input, book) => [
    changesTable(input.state.charter, book),
    unitMovementsTable(input),
  ],
  "cash-flows": ({ state }, book) => [cashFlowTable(state.charter, book)],
  "level-three": ({ state, chronicle }, book) => [levelThreeTable(state, chronicle, book)],
} as const satisfies Readonly<Record<string, BookMaker>>;

type Maker = (input: StatementInput) => readonly StatementTable[];

/** Statements that need more than a book. */
const MAKERS = {
  "financial-highlights"(input) {
    const { state, chronicle } = input;
    const book = bookOf(input);
    return [unitsTable(state, chronicle, book), highlightsTable(state, chronicle, book)];
  },
  "capital-accounts"(input) {
    const accounts = { ...input, charter: input.state.charter, columns: columnsOf(input) };
    const { whole, parties } = capitalAccountTables(accounts);
    return [whole, ...parties.map(({ table }) => table)];
  },
  "cash-forecast": ({ state, vehicle }) => [
    ...forecastTables(state, vehicle),
    liquidityTable(state, vehicle),
  ],
  leverage: ({ state, vehicle }) => [
    leverageTable(state, vehicle),
    facilitiesTable(state, vehicle),
    covenantsTable(state, vehicle),
  ],
  revenue: (input) => revenueTables(input),
  returns: (input) => [returnsTable(input.state, input.chronicle, bookOf(input))],
  sovereign(input) {
    const { state, chronicle } = input;
    const book = bookOf(input);
    return state.charter.parties
      .filter(({ kind }) => kind === "sovereign")
      .map(({ id }) => sovereignTable(state, chronicle, book, id));
  },
} as const satisfies Readonly<Record<string, Maker>>;

/** What can be shown in another currency than the vehicle's own [ST70]. */
export type TranslatedName = keyof typeof BOOK_MAKERS | "consolidated";

export type StatementName = TranslatedName | keyof typeof MAKERS;

export const STATEMENT_NAMES: readonly StatementName[] = [
  ...(Object.keys(BOOK_MAKERS) as (keyof typeof BOOK_MAKERS)[]),
  ...(Object.keys(MAKERS) as (keyof typeof MAKERS)[]),
  "consolidated",
];

const isBookName = (name: StatementName): name is keyof typeof BOOK_MAKERS => name in BOOK_MAKERS;

export const isTranslatedName = (name: StatementName): name is TranslatedName =>
  name === "consolidated" || isBookName(name);

/** A statement of one vehicle as a value [ST12]; the consolidated one is of all of the group. */
export function statementOf(name: StatementName, input: StatementInput): FinancialStatement {
  const { vehicle, period } = input;
  if (name === "consolidated") return consolidatedStatement(input);
  const tables = isBookName(name) ? BOOK_MAKERS[name](input, bookOf(input)) : MAKERS[name](input);
  return { name, scope: { vehicle }, period, tables };
}

/** The book of a vehicle in a currency, or the earliest rate that is missing for it. */
export function bookIn(
  input: StatementInput,
  currency: string,
): Result<PeriodBook | TranslatedBook, RateMissing> {
  return translateBook(input.chronicle, bookOf(input), { currency, rates: ratesOf(input) });
}

/** A statement in another currency, with the rates that it rests on [ST70] [ST73]. */
export function statementIn(
  name: TranslatedName,
  input: StatementInput,
  currency: string,
): Result<FinancialStatement, RateMissing> {
  if (name === "consolidated") return consolidatedStatementIn(input, currency);
  const translated = bookIn(input, currency);
  if (!translated.ok) return translated;
  const book = translated.value;
  const { vehicle, period } = input;
  const rates = book instanceof TranslatedBook ? [ratesTable(book.used)] : [];
  const tables = [...BOOK_MAKERS[name](input, book), ...rates];
  return ok({ name, scope: { vehicle }, period, reportingCurrency: currency, tables });
}

/**
 * The period asked for, or the quarter to its last day where all of the fund's life is; the fund's
 * fiscal year to that day; and all since inception [ST30].
 */
function columnsOf({ state, chronicle, period }: StatementInput) {
  const definition = fiscalDefinition(state.charter, "fund");
  const year = definition && yearToDate(definition, period.to);
  const { firstDay } = chronicle;
  assert(firstDay !== undefined, "a founded fund has a first day");
  const isAll = period.name.kind === "sinceInception";
  const quarter = isAll && definition ? quarterToDate(definition, period.to) : undefined;
  const columns: CapitalAccountColumn[] = [
    quarter === undefined ? { id: "period", period } : { id: "quarterToDate", period: quarter },
  ];
  if (year !== undefined) columns.push({ id: "yearToDate", period: year });
  columns.push({ id: "sinceInception", period: sinceInception(firstDay, period.to) });
  return columns;
}
