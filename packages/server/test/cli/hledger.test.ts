import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { localDate } from "@jointfund/core/calendar/date.ts";
import { isMemoAccount, trialBalance } from "@jointfund/core/ledger/journal.ts";
import { currencyCode } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import { statementOf, type StatementName } from "@jointfund/core/statements/catalogue.ts";
import { periodBetween } from "@jointfund/core/statements/period.ts";
import { amountIn, type StatementTable } from "@jointfund/core/statements/statement.ts";
import { copyPlayed } from "../../../../tests/support/copy-played.ts";
import { requireTool } from "../../../../tests/support/require-tool.ts";
import { openRecord } from "../../src/cli/record.ts";
import { run, temporaryDirectory } from "./captured-terminal.ts";

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const HLEDGER = "hledger";

function hledger(journal: string, ...args: readonly string[]): string {
  const done = spawnSync(HLEDGER, ["-f", "-", ...args], {
    input: journal,
    encoding: "utf8",
    env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
  });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

/** The whole journal added up by hledger, in both languages, beside the balances of the ledger. */
async function assertAddedUp(scenario: string): Promise<void> {
  const data = join(temporaryDirectory(), "data");
  await copyPlayed(scenario, data);
  const { state } = openRecord(data);
  const ours = trialBalance(state.ledger).map(({ account, vehicle, subject, currency, minor }) => {
    const amount = Money.format(Money.of(currencyCode(currency), minor));
    return `${account} ${vehicle}${subject === "" ? "" : `:${subject}`} ${currency} ${amount}`;
  });
  assert.ok(ours.some((line) => isMemoAccount(line)) && ours.length > 10);
  for (const language of ["en", "ja"]) {
    const { code, out } = await run(["export", "hledger", "--data", data, "--lang", language]);
    assert.equal(code, 0);
    hledger(out, "check", "--strict");
    const csv = hledger(out, "balance", "--flat", "--no-total", "-O", "csv");
    const theirs = csv
      .trim()
      .split("\n")
      .slice(1)
      .flatMap((line) => {
        const [, root, name, amounts] = /^"([a-z]+):(.*)","(.*)"$/.exec(line) ?? [];
        const [, account, rest] = /^(\d{4}) [^:]*:(.*)$/.exec(name ?? "") ?? [];
        assert.ok(root !== undefined && account !== undefined, line);
        // An account of several currencies has them side by side.
        return (amounts ?? "").split(", ").map((amount) => `${account} ${rest} ${amount}`);
      });
    assert.deepEqual(theirs.toSorted(byCodeUnits), ours.toSorted(byCodeUnits));
  }
}

for (const name of ["first-year", "us-japan", "us-japan-2025"]) {
  test(`hledger adds the books of ${name} up to the same balances`, async (context) => {
    if (!requireTool(context, [HLEDGER])) return;
    await assertAddedUp(name);
  });
}

/** Net assets, result and change of cash of some days, as hledger has them: signs are its own. */
function totalsOf(journal: string, from: string, until: string) {
  const total = (query: readonly string[], ...days: readonly string[]): bigint => {
    const csv = hledger(journal, "balance", ...query, ...days, "-O", "csv");
    const amount = /"Total:?","(.*)"/i.exec(csv)?.[1] ?? "0";
    return BigInt(amount.replace(/^USD /, "").replace(/ USD$/, "").replaceAll(/[.,]/g, ""));
  };
  const days = ["-b", from, "-e", until];
  return {
    worth: total(["^assets", "^liabilities"], "-e", until),
    earned: -total(["^revenues", "^expenses"], ...days),
    cash: total(["^assets:1010"], ...days),
  };
}

test("[ST22] [ST23] [ST25] hledger comes to what our statements say", async (context) => {
  if (!requireTool(context, [HLEDGER])) return;
  const data = join(temporaryDirectory(), "data");
  await copyPlayed("first-year", data);
  const { state, chronicle } = openRecord(data);
  const { out } = await run(["export", "hledger", "--data", data, "--lang", "en"]);
  for (const [from, to, until] of [
    ["2025-06-16", "2025-12-31", "2026-01-01"],
    ["2026-01-01", "2026-03-31", "2026-04-01"],
    ["2026-04-01", "2026-07-01", "2026-07-02"],
  ] as const) {
    const period = periodBetween(localDate(from), localDate(to));
    const made = (name: StatementName): StatementTable =>
      statementOf(name, { state, chronicle, vehicle: "fund", period }).tables[0]!;
    const ours = {
      worth: amountIn(made("assets-and-liabilities"), "net-assets", "closing"),
      earned: amountIn(made("operations"), "net-increase"),
      cash: amountIn(made("cash-flows"), "change"),
    };
    assert.notEqual(ours.worth, 0n);
    assert.deepEqual(totalsOf(out, from, until), ours, from);
  }
});
