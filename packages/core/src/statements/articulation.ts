import type { CheckInput, Comparison, NamedCheck } from "../fund/checks/check-outcome.ts";
import { positionTable } from "./assets-and-liabilities.ts";
import { CASH_ACCOUNTS } from "./account-groups.ts";
import { capitalAccountTables } from "./capital-account.ts";
import { cashFlowTable } from "./cash-flows.ts";
import { changesTable } from "./changes-in-net-assets.ts";
import { groupBook } from "./consolidation.ts";
import { levelThreeTable } from "./level-three.ts";
import { operationsTable } from "./operations.ts";
import { returnsOf } from "./party-returns.ts";
import { stakeholdersOf } from "./party-flows.ts";
import {
  fiscalDefinition,
  fiscalYearsBetween,
  periodOfYear,
  sinceInception,
  type StatementPeriod,
} from "./period.ts";
import type { PeriodBook } from "./period-book.ts";
import { revenueTables } from "./revenue-table.ts";
import { levelsTable, scheduleTable } from "./schedule-of-investments.ts";
import { bookOf, type StatementInput } from "./statement-input.ts";
import { amountIn, amountsIn, type StatementTable } from "./statement.ts";
import { Stakes } from "./stakes.ts";
import { trialBalanceTables } from "./trial-balance.ts";

/** Collects comparisons of one vehicle and period. */
type Compared = {
  readonly same: (of: string, actual: bigint, required: bigint) => void;
};

/** Operations lead into changes, changes into the position, cash flows into cash [ST50]. */
function checkBooks({ state }: StatementInput, book: PeriodBook, compare: Compared): void {
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
  for (const { id, lines } of trialBalanceTables(charter, book)) {
    const total = lines.find((line) => line.id === "total");
    const minors = (total?.cells ?? []).flatMap((cell) =>
      cell.kind === "money" ? [cell.minor] : [],
    );
    const [opening = 0n, debits = 0n, credits = 0n, closing = 0n] = minors;
    compare.same(`trial balance ${id}, opening`, opening, 0n);
    compare.same(`trial balance ${id}, debits`, debits, credits);
    compare.same(`trial balance ${id}, closing`, closing, 0n);
  }
}

/** The schedule sums to the position, level 3 rolls forward [ST50]. */
function checkInvestments(input: StatementInput, book: PeriodBook, compare: Compared): void {
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

/** Capital accounts sum to net assets, and each row of all parties to that of the whole [ST50]. */
function checkCapital(input: StatementInput, book: PeriodBook, compare: Compared): void {
  const { state, chronicle, vehicle, period } = input;
  const { charter } = state;
  const accounts = {
    ...{ charter, chronicle, vehicle },
    columns: [{ id: "period", period }] as const,
  };
  if (new Stakes(charter, chronicle, vehicle).on(period.to).size === 0) return;
  const { whole, parties } = capitalAccountTables(accounts);
  for (const { id } of whole.lines) {
    compare.same(
      `${id} of all parties`,
      added(parties.map(({ table }) => amountIn(table, id))),
      amountIn(whole, id),
    );
  }
  const changes = changesTable(charter, book);
  compare.same(
    "capital accounts, opening",
    amountIn(whole, "ilpa.1"),
    amountIn(changes, "opening"),
  );
  compare.same("capital accounts, end", amountIn(whole, "ilpa.18"), amountIn(changes, "closing"));
  compare.same(
    "unrealised in capital accounts",
    amountIn(whole, "ilpa.17"),
    amountIn(changes, "net-unrealised") + amountIfAny(changes, "other-capital"),
  );
  const holders = new Set([...parties.map(({ party }) => party), ...stakeholdersOf(book)]);
  const returns = [...holders].map((party) => returnsOf(state, chronicle, book, { party }));
  const all = returnsOf(state, chronicle, book, {});
  compare.same("residual values", added(returns.map(({ residual }) => residual)), all.residual);
  compare.same("paid in", added(returns.map(({ paidIn }) => paidIn)), all.paidIn);
}

/** Revenue by fiscal years is all that was received, once [ST50]. */
function checkRevenue(input: StatementInput, compare: Compared): void {
  for (const table of revenueTables(input)) {
    for (const column of ["income", "realised", "returnOfCapital", "received"]) {
      const years = added(amountsIn(table, column));
      compare.same(`${table.id} ${column}`, years, amountIn(table, "total", column));
    }
    for (const { id } of table.lines) {
      const parts = ["income", "realised", "returnOfCapital"].map((column) =>
        amountIn(table, id, column),
      );
      compare.same(`${table.id} ${id}`, added(parts), amountIn(table, id, "received"));
    }
  }
}

/** A line that is nothing is left out of its table. */
function amountIfAny(table: StatementTable, line: string): bigint {
  return table.lines.some(({ id }) => id === line) ? amountIn(table, line) : 0n;
}

const added = (minors: readonly bigint[]): bigint => minors.reduce((sum, minor) => sum + minor, 0n);

/** Since inception, and every fiscal year of the fund so far. */
function periodsOf({ state, chronicle }: CheckInput): readonly StatementPeriod[] {
  const { firstDay } = chronicle;
  if (firstDay === undefined) return [];
  const definition = fiscalDefinition(state.charter, "fund");
  const years =
    definition === undefined ? [] : fiscalYearsBetween(definition, firstDay, state.today);
  const last = state.today < firstDay ? firstDay : state.today;
  return [sinceInception(firstDay, last), ...years.map((year) => periodOfYear(year, last))];
}

function checkArticulation(input: CheckInput, compare: Comparison): void {
  for (const period of periodsOf(input)) checkGroup(input, period, compare);
  for (const { id: vehicle } of input.state.charter.vehicles) {
    for (const period of periodsOf(input)) {
      const statements: StatementInput = { ...input, vehicle, period };
      const book = bookOf(statements);
      const of = `${vehicle} ${period.from}–${period.to}`;
      const compared: Compared = {
        same: (what, actual, required) => compare.same(`${of}: ${what}`, actual, required),
      };
      checkBooks(statements, book, compared);
      checkInvestments(statements, book, compared);
      checkCapital(statements, book, compared);
      checkRevenue(statements, compared);
    }
  }
}

/**
 * The group's statements agree as those of one vehicle do [ST50]. That two books of it differ is no
 * fault of theirs: a fact may be known to one of them alone, and the statement tells of it.
 */
function checkGroup(input: CheckInput, period: StatementPeriod, compare: Comparison): void {
  const { state } = input;
  const { charter } = state;
  const book = groupBook({ ...input, period });
  const of = (what: string): string => `group ${period.from}–${period.to}: ${what}`;
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

/** Every statement of every vehicle says the same of what they have in common [ST50]. */
export const STATEMENT_CHECK: NamedCheck = {
  name: "statements-articulate",
  run: checkArticulation,
};
