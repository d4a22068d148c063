import assert from "node:assert/strict";
import { test } from "node:test";
import { statementOf, STATEMENT_NAMES } from "@jointfund/core/statements/catalogue.ts";
import { periodBetween, sinceInception } from "@jointfund/core/statements/period.ts";
import type { StatementTable } from "@jointfund/core/statements/statement.ts";
import { chronicleOf } from "../support/chronicles.ts";
import { randomHistory } from "../support/random-history.ts";

const STEPS = 120;

/** Lines that name others have to come to them, in every column of money; gives how many do. */
function sumsOf({ id: table, columns, lines }: StatementTable, where: string): number {
  let sums = 0;
  for (const { id, source, cells } of lines) {
    if (source.kind !== "lines") continue;
    for (const [column] of columns.entries()) {
      const total = cells[column];
      if (total?.kind !== "money") continue;
      const parts = (ids: readonly string[]): bigint => {
        let minor = 0n;
        for (const line of lines) {
          const cell = line.cells[column];
          if (!ids.includes(line.id) || cell?.kind !== "money") continue;
          assert.equal(cell.currency, total.currency);
          minor += cell.minor;
        }
        return minor;
      };
      assert.equal(
        parts(source.plus) - parts(source.minus),
        total.minor,
        `${where} ${table} ${id}`,
      );
      sums++;
    }
  }
  return sums;
}

test("[ST12] every line that names others is their sum, in any life and any vehicle", () => {
  for (const seed of [1, 2, 3]) {
    const { state, chronicle } = chronicleOf(randomHistory(seed, STEPS));
    const { firstDay } = chronicle;
    assert.ok(firstDay !== undefined);
    const middle = chronicle.postings[Math.floor(chronicle.postings.length / 2)]!;
    const periods = [
      sinceInception(firstDay, state.today),
      periodBetween(middle.journal.effectiveDate, state.today),
    ];
    let sums = 0;
    for (const { id: vehicle } of state.charter.vehicles) {
      for (const period of periods) {
        for (const name of STATEMENT_NAMES) {
          const { tables } = statementOf(name, { state, chronicle, vehicle, period });
          for (const table of tables) sums += sumsOf(table, `${seed} ${vehicle} ${name}`);
        }
      }
    }
    assert.ok(sums > 100, String(sums));
  }
});
