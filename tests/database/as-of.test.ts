import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeEntry } from "@jointfund/core/fund/entry.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { trialBalance } from "@jointfund/core/ledger/journal.ts";
import type { Database } from "../../packages/server/src/database/database.ts";
import { compareDatabase } from "../../packages/server/src/database/compare.ts";
import { fillDatabase } from "../../packages/server/src/database/fill.ts";
import { createSchema } from "../../packages/server/src/database/schema.ts";
import { chronicleOf } from "../support/chronicles.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { allRows, embeddedDatabase, replayOf } from "../support/databases.ts";
import { Chance } from "../support/random-json.ts";
import { randomHistory } from "../support/random-history.ts";

type Rows = readonly (readonly (string | null)[])[];

const LIVES = 6;
const STEPS = 90;
const POINTS = 4;

const sorted = (rows: Rows): Rows =>
  rows.toSorted((a, b) => (a.join("\t") < b.join("\t") ? -1 : a.join("\t") > b.join("\t") ? 1 : 0));

async function asked(database: Database, sql: string, ...parameters: string[]): Promise<Rows> {
  return sorted((await database.query(sql, parameters)).rows);
}

test("[DB10] [DB11] what was known and what had taken effect, at random points", async (t) => {
  const database = await embeddedDatabase(t);
  const used = new Set<string>();
  for (let seed = 1; seed <= LIVES; seed++) {
    const fund = randomHistory(seed, STEPS);
    await createSchema(database);
    await fillDatabase(database, replayOf(fund));
    const compared = await compareDatabase(database, replayOf(fund));
    assert.deepEqual(compared?.outcome.breaches, [], `seed ${seed}`);
    const chance = new Chance(seed);
    for (let point = 0; point < POINTS; point++) {
      const known = chance.below(fund.leaves.length);
      await compareKnown(database, fund, known);
      await compareEffective(database, fund, known, chance.below(fund.leaves.length));
    }
    await compareKnown(database, fund, fund.leaves.length - 1);
    for (const [table, rows] of await allRows(database)) if (rows.length > 0) used.add(table);
  }
  for (const table of ["corrections", "expenses", "facility_changes", "call_changes"]) {
    assert.ok(used.has(table), `some life has ${table}`);
  }
});

const recordedAt = ({ leaves }: DemonstrationFund, index: number): string => {
  const entry = decodeEntry(leaves[index]!);
  assert.ok(entry.ok);
  return entry.value.recordedAt;
};

/** Everything known at the instant of an entry is the state that its last entry left. */
async function compareKnown(database: Database, fund: DemonstrationFund, index: number) {
  const at = recordedAt(fund, index);
  let state: FundState | undefined;
  for (const { after, entry } of replayOf(fund).entries) {
    if (entry.recordedAt <= at) state = after;
  }
  assert.ok(state !== undefined);
  const { ledger, payments, capital, investments, facilities } = state;
  const ask = (sql: string) => asked(database, sql, at);
  assert.deepEqual(
    await ask(`SELECT vehicle, account, subject, currency, minor::text
      FROM balances_as_of(known_at => $1)`),
    sorted(
      trialBalance(ledger).map(({ vehicle, account, subject, currency, minor }) => {
        return [vehicle, account, subject, currency, minor.toString()];
      }),
    ),
  );
  assert.deepEqual(
    await ask(`SELECT payment, payee, minor::text, released_on::text
      FROM payments_as_of(known_at => $1)`),
    sorted(
      [...payments.values()].map(({ id, payee, minor, releasedOn }) => {
        return [id, payee, minor.toString(), releasedOn ?? null];
      }),
    ),
  );
  assert.deepEqual(
    await ask(`SELECT unit_class || '/' || holder, micro_units::text
      FROM unit_holdings_as_of(known_at => $1)`),
    sorted(
      [...capital.units].filter(([, units]) => units !== 0n).map(([of, units]) => [of, `${units}`]),
    ),
  );
  assert.deepEqual(
    await ask("SELECT investment, status, value::text FROM investments_as_of(known_at => $1)"),
    sorted(
      [...investments.values()].map(({ id, status, valuation }) => {
        return [id, status, valuation === undefined ? null : valuation.minor.toString()];
      }),
    ),
  );
  assert.deepEqual(
    await ask(`SELECT facility, outstanding::text, status, limit_minor::text
      FROM facilities_as_of(known_at => $1)`),
    sorted(
      [...facilities.values()].map(({ id, principal, status, terms }) => {
        return [id, principal.toString(), status, terms.limit.toString()];
      }),
    ),
  );
  await compareCommitments(database, state, at);
}

/** Commitments of a life without later partners, who settle calls among themselves. */
async function compareCommitments(database: Database, { capital }: FundState, at: string) {
  if (capital.trueUps.size > 0) return;
  const paidIn = new Map<string, bigint>();
  for (const { items } of capital.calls.values()) {
    for (const { commitment, received, returned } of items) {
      paidIn.set(commitment, (paidIn.get(commitment) ?? 0n) + received - returned);
    }
  }
  assert.deepEqual(
    await asked(
      database,
      `SELECT commitment, committed::text, called::text, paid_in::text
       FROM commitments_as_of(known_at => $1)`,
      at,
    ),
    sorted(
      [...capital.commitments.values()].map(({ id, minor, called }) => {
        return [id, minor.toString(), called.toString(), (paidIn.get(id) ?? 0n).toString()];
      }),
    ),
  );
}

/** What had taken effect by a day of what was known, added up from the postings one by one. */
async function compareEffective(
  database: Database,
  fund: DemonstrationFund,
  known: number,
  effective: number,
) {
  const [at, day] = [recordedAt(fund, known), recordedAt(fund, effective).slice(0, 10)];
  const { chronicle } = chronicleOf(fund);
  const [debits, credits] = [new Map<string, bigint>(), new Map<string, bigint>()];
  const sums = new Map<string, bigint>();
  for (const { entry, journal } of chronicle.postings) {
    if (recordedAt(fund, entry) > at || journal.effectiveDate > day) continue;
    for (const { account, currency, minor } of journal.postings) {
      const key = `${journal.vehicle}\t${account}\t${currency}`;
      sums.set(key, (sums.get(key) ?? 0n) + minor);
    }
  }
  for (const [key, sum] of sums) {
    if (sum > 0n) debits.set(key, sum);
    if (sum < 0n) credits.set(key, -sum);
  }
  const lines = [...debits].map(([key, sum]) => [...key.split("\t"), `${sum}`, "0"]);
  const others = [...credits].map(([key, sum]) => [...key.split("\t"), "0", `${sum}`]);
  assert.deepEqual(
    await asked(
      database,
      `SELECT vehicle, account, currency, debit::text, credit::text
       FROM trial_balance_as_of($1, $2)`,
      day,
      at,
    ),
    sorted([...lines, ...others]),
  );
  const units = new Map<string, bigint>();
  for (const { entry, on, unitClass, holder, microUnits } of chronicle.unitMovements) {
    if (recordedAt(fund, entry) > at || on > day) continue;
    units.set(`${unitClass}/${holder}`, (units.get(`${unitClass}/${holder}`) ?? 0n) + microUnits);
  }
  assert.deepEqual(
    await asked(
      database,
      `SELECT unit_class || '/' || holder, micro_units::text FROM unit_holdings_as_of($1, $2)`,
      day,
      at,
    ),
    sorted([...units].filter(([, sum]) => sum !== 0n).map(([of, sum]) => [of, `${sum}`])),
  );
}
