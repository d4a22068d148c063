import type { CheckInput, Comparison, NamedCheck } from "../fund/checks/check-outcome.ts";
import { added, checkBooks, checkGroup, checkInvestments, type Compared } from "./agreement.ts";
import { capitalAccountTables } from "./capital-account.ts";
import { changesTable } from "./changes-in-net-assets.ts";
import { groupInOwnCurrency } from "./consolidation.ts";
import { amountsOf } from "./party-returns.ts";
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
import { bookOf, type StatementInput } from "./statement-input.ts";
import { amountIn, amountsIn, type StatementTable } from "./statement.ts";
import { Stakes } from "./stakes.ts";
import { checkGroupTranslated, checkTranslated } from "./translated-agreement.ts";

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
  const returns = [...holders].map((party) => amountsOf(state, chronicle, book, party));
  const all = amountsOf(state, chronicle, book, undefined);
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

function* checkArticulation(asked: CheckInput, compare: Comparison): Generator<undefined, void> {
  for (const period of periodsOf(asked)) {
    const input = { ...asked };
    const { book } = groupInOwnCurrency({ ...input, period });
    checkGroup(input, book, compare);
    checkGroupTranslated(input, period, compare);
    yield undefined;
  }
  for (const { id: vehicle } of asked.state.charter.vehicles) {
    for (const period of periodsOf(asked)) {
      const statements: StatementInput = { ...asked, vehicle, period };
      const book = bookOf(statements);
      const of = `${vehicle} ${period.from}–${period.to}`;
      const compared: Compared = {
        same: (what, actual, required) => compare.same(`${of}: ${what}`, actual, required),
        holds: (what, ...rest) => compare.holds(`${of}: ${what}`, ...rest),
      };
      checkBooks(statements, book, compared);
      checkInvestments(statements, book, compared);
      checkCapital(statements, book, compared);
      checkRevenue(statements, compared);
      checkTranslated(statements, book, compared);
      yield undefined;
    }
  }
}

/** Every statement of every vehicle says the same of what they have in common [ST50]. */
export const STATEMENT_CHECK: NamedCheck = {
  name: "statements-articulate",
  run: checkArticulation,
};
