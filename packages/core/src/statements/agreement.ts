import { positionTable } from "./assets-and-liabilities.ts";
import { CASH_ACCOUNTS } from "./account-groups.ts";
import { cashFlowTable } from "./cash-flows.ts";
import { changesTable } from "./changes-in-net-assets.ts";
import type { ConsolidatedBook } from "./consolidated-book.ts";
import { levelThreeTable } from "./level-three.ts";
import { operationsTable } from "./operations.ts";
import type { PeriodBook } from "./period-book.ts";
import { levelsTable, scheduleTable } from "./schedule-of-investments.ts";
import type { StatementInput } from "./statement-input.ts";
import { amountIn, amountsIn } from "./statement.ts";
import { trialBalanceTables } from "./trial-balance.ts";

/** Collects comparisons of one vehicle and period. */
export type Compared = {
  readonly same: (of: string, actual: bigint, required: bigint) => void;
  readonly holds: (of: string, condition: boolean, actual: string, required: string) => void;
};

/** Operations lead into changes, changes into the position, cash flows into cash [ST50]. */
export function checkBooks({ state }: StatementInput, book: PeriodBook, compare: Compared): void {
  const { charter } = state;
  const position = positionTable(charter, book);
  const operations = operationsTable(charter, book);
  const changes = changesTable(charter, book);
  const flows = cashFlowTable(charter, book);
  const at = (line: string, column: "opening" | "closing"): bigint =>
    amountIn(position, line, column);
  for (const column of ["opening", "closing"] as const) {
    compare.same(`capital, ${column}`, at("capital", column), at("net-assets", column));
    compare.same(`changes, ${column}`, amountIn(changes, column), at("net-assets", column));
    const cash = book.sum({ accounts: CASH_ACCOUNTS, of: column, sign: 1n });
    compare.same(`cash flows, ${column}`, amountIn(flows, column), cash);
  }
  const earned = amountIn(operations, "net-increase");
  compare.same("operations in changes", amountIn(changes, "from-operations"), earned);
  compare.same("operations in cash flows", amountIn(flows, "net-increase"), earned);
  for (const table of trialBalanceTables(charter, book)) {
    const total = (column: string): bigint => amountIn(table, "total", column);
    for (const { id } of table.columns) {
      if (!["opening", "exchangeEffect", "closing"].includes(id)) continue;
      compare.same(`trial balance ${table.id}, ${id}`, total(id), 0n);
    }
    compare.same(`trial balance ${table.id}, debits`, total("debits"), total("credits"));
  }
}

/** The schedule sums to the position, level 3 rolls forward [ST50]. */
export function checkInvestments(input: StatementInput, book: PeriodBook, compare: Compared): void {
  const { state, chronicle } = input;
  const position = positionTable(state.charter, book);
  const netAssets = amountIn(position, "net-assets", "closing");
  const schedule = scheduleTable(state, chronicle, book, netAssets);
  const carried = amountIn(position, "investments", "closing");
  compare.same("schedule of investments", added(amountsIn(schedule, "fairValue")), carried);
  compare.same(
    "values by level",
    added(amountsIn(levelsTable(state, chronicle, book), "fairValue")),
    carried,
  );
  const levelThree = levelThreeTable(state, chronicle, book);
  for (const { id } of levelThree.lines) {
    const closing = amountIn(levelThree, id, "closing");
    const rolled = levelThree.columns
      .filter((column) => column.id !== "closing")
      .reduce((sum, column) => sum + amountIn(levelThree, id, column.id), 0n);
    compare.same(`level 3 of ${id}`, rolled, closing);
  }
}

/**
 * The group's statements agree as those of one vehicle do [ST50]. That two books of it differ is no
 * fault of theirs: a fact may be known to one of them alone, and the statement tells of it.
 */
export function checkGroup(
  { state: { charter } }: Pick<StatementInput, "state">,
  book: ConsolidatedBook,
  compare: Compared,
): void {
  const { from, to } = book.period;
  const of = (what: string): string => `group ${from}–${to} ${book.currency}: ${what}`;
  const position = positionTable(charter, book);
  const [changes, flows] = [changesTable(charter, book), cashFlowTable(charter, book)];
  for (const column of ["opening", "closing"] as const) {
    const worth = amountIn(position, "net-assets", column);
    compare.same(of(`capital, ${column}`), amountIn(position, "capital", column), worth);
    compare.same(of(`changes, ${column}`), amountIn(changes, column), worth);
    const cash = book.sum({ accounts: CASH_ACCOUNTS, of: column, sign: 1n });
    compare.same(of(`cash flows, ${column}`), amountIn(flows, column), cash);
  }
}

export const added = (minors: readonly bigint[]): bigint =>
  minors.reduce((sum, minor) => sum + minor, 0n);
