import { assert } from "../base/assert.ts";
import { commitmentsTable, positionTable } from "./assets-and-liabilities.ts";
import { capitalAccountTables, type CapitalAccountColumn } from "./capital-account.ts";
import { cashFlowTable } from "./cash-flows.ts";
import { forecastTables, liquidityTable } from "./cash-forecast.ts";
import { consolidatedStatement } from "./consolidation.ts";
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
import { bookOf, type StatementInput } from "./statement-input.ts";
import { amountIn, type FinancialStatement, type StatementTable } from "./statement.ts";
import { trialBalanceTables } from "./trial-balance.ts";
import { unitMovementsTable } from "./units-table.ts";

type Maker = (input: StatementInput) => readonly StatementTable[];

/** Each statement with the tables that it is made of. */
const MAKERS = {
  "trial-balance": ({ state, ...input }) =>
    trialBalanceTables(state.charter, bookOf({ state, ...input })),
  "assets-and-liabilities"(input) {
    const { state, chronicle } = input;
    const book = bookOf(input);
    const position = positionTable(state.charter, book);
    const netAssets = amountIn(position, "net-assets", "closing");
    return [
      position,
      commitmentsTable(state.charter, book),
      scheduleTable(state, chronicle, book, netAssets),
      levelsTable(state, chronicle, book),
    ];
  },
  operations(input) {
    const book = bookOf(input);
    return [operationsTable(input.state.charter, book), expensesTable(book)];
  },
  "changes-in-net-assets": (input) => [
    changesTable(input.state.charter, bookOf(input)),
    unitMovementsTable(input),
  ],
  "cash-flows": (input) => [cashFlowTable(input.state.charter, bookOf(input))],
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
  "level-three": (input) => [levelThreeTable(input.state, input.chronicle, bookOf(input))],
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

export type StatementName = keyof typeof MAKERS | "consolidated";

export const STATEMENT_NAMES: readonly StatementName[] = [
  ...(Object.keys(MAKERS) as (keyof typeof MAKERS)[]),
  "consolidated",
];

/** A statement of one vehicle as a value [ST12]; the consolidated one is of all of the group. */
export function statementOf(name: StatementName, input: StatementInput): FinancialStatement {
  const { vehicle, period } = input;
  if (name === "consolidated") return consolidatedStatement(input);
  return { name, scope: { vehicle }, period, tables: MAKERS[name](input) };
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
