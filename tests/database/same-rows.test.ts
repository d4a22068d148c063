import assert from "node:assert/strict";
import { test } from "node:test";
import { openRecord, replayRecord } from "../../packages/server/src/cli/record.ts";
import { compareDatabase } from "../../packages/server/src/database/compare.ts";
import type { Database } from "../../packages/server/src/database/database.ts";
import {
  allRows,
  bothDatabases,
  filledFrom,
  playedRecord,
  SCENARIOS,
} from "../support/databases.ts";
import { sinceInception } from "../../packages/core/src/statements/period.ts";
import { statementOf } from "../../packages/core/src/statements/catalogue.ts";

/** Tables that none of the scenarios writes to: as-of.test.ts and rows.test.ts do. */
const UNUSED: readonly string[] = ["consultations", "corrections", "expenses"];

test("[DB1] [DB12] [DB20] scenarios make the same rows in both databases", async (t) => {
  const databases = await bothDatabases(t);
  const used = new Set<string>();
  for (const name of SCENARIOS) {
    const data = await playedRecord(t, name);
    const all = [];
    for (const [kind, database] of databases) {
      await filledFrom(database, data);
      const compared = await compareDatabase(database, replayRecord(data));
      assert.deepEqual(compared?.outcome.breaches, [], `${name} in ${kind}`);
      assert.ok(compared.outcome.examined > 500, `${name} in ${kind}`);
      assert.deepEqual(await revenueRows(database), revenueOfStatement(data), `${name} in ${kind}`);
      all.push(await allRows(database));
    }
    const [first, ...others] = all;
    for (const other of others) assert.deepEqual(other, first, name);
    for (const [table, rows] of first!) if (rows.length > 0) used.add(table);
  }
  const [, database] = databases[0]!;
  const unused = [...(await allRows(database)).keys()].filter((table) => !used.has(table));
  assert.deepEqual(unused, UNUSED);
});

/** Government, year and what it received, by character, as the documented view has it. */
async function revenueRows(database: Database): Promise<readonly (string | null)[][]> {
  const { rows } = await database.query(
    `SELECT party, fiscal_year, first_day, income, realised_gain, return_of_capital, received
     FROM revenue_by_fiscal_year JOIN charters c ON c.main_vehicle = vehicle
     ORDER BY party, first_day`,
  );
  return rows.map((row) => [...row]);
}

/** The same from the statement, which looks at the state that the record ends in. */
function revenueOfStatement(data: string): readonly (string | null)[][] {
  const { state, chronicle } = openRecord(data);
  const period = sinceInception(chronicle.firstDay!, state.today);
  const input = { state, chronicle, vehicle: state.charter.capital.vehicle, period };
  const { tables } = statementOf("revenue", input);
  return tables
    .flatMap(({ id, lines }) =>
      lines
        .filter(({ rank }) => rank === "line")
        .map(({ id: year, cells }): string[] => {
          const [from, , ...amounts] = cells;
          const minors = amounts.slice(0, 4).map((cell) => {
            assert.ok(cell.kind === "money");
            return cell.minor.toString();
          });
          assert.ok(from?.kind === "date");
          return [id.slice("revenue.".length), year, from.on, ...minors];
        }),
    )
    .toSorted(([a, , x], [b, , y]) => (`${a} ${x}` < `${b} ${y}` ? -1 : 1));
}
