import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { trialBalance } from "@jointfund/core/ledger/journal.ts";
import { currencyCode } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import { hledgerJournal } from "@jointfund/server/export/hledger.ts";
import { booksDrafts, enacted, yenVehicleFund } from "../support/books-drafts.ts";
import { chronicleOf } from "../support/chronicles.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { requireTool } from "../support/require-tool.ts";
import { drafts } from "../support/stages.ts";

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

/** Two vehicles, one in dollars and one in yen, that both hold the other's currency. */
function twoCurrencies(): DemonstrationFund {
  const fund = yenVehicleFund();
  enacted(
    fund,
    booksDrafts.opening(
      "yen-feeder",
      ["1010", "bank", "JPY", "900000000"],
      ["3030", "", "JPY", "-900000000"],
    ),
  );
  enacted(
    fund,
    booksDrafts.opening(
      "fund",
      ["1010", "bank", "USD", "70000001"],
      ["3060", "", "USD", "-70000001"],
    ),
  );
  enacted(fund, drafts.commitment("US"));
  fund.report(booksDrafts.fixing("160.00"));
  const convert = (vehicle: string, from: readonly [string, string], to: typeof from): void => {
    const draft = booksDrafts.conversion(from, to);
    enacted(fund, { ...draft, body: { ...draft.body, vehicle } });
  };
  convert("fund", ["USD", "10000001"], ["JPY", "16000003"]);
  convert("yen-feeder", ["JPY", "160000001"], ["USD", "100000003"]);
  fund.report(booksDrafts.fixing("155.33", "155.40"));
  convert("fund", ["JPY", "7000001"], ["USD", "4500007"]);
  convert("yen-feeder", ["USD", "33333333"], ["JPY", "51777777"]);
  fund.until("2025-07-02");
  enacted(fund, booksDrafts.close("2025-06-30"));
  enacted(fund, booksDrafts.close("2025-06-30", "yen-feeder"));
  return fund;
}

test("[LG13] hledger adds books of two vehicles and currencies to the same balances", (context) => {
  if (!requireTool(context, [HLEDGER])) return;
  const { state, chronicle } = chronicleOf(twoCurrencies());
  const ours = trialBalance(state.ledger).map(({ account, vehicle, subject, currency, minor }) => {
    const amount = Money.format(Money.of(currencyCode(currency), minor));
    return `${account} ${vehicle}${subject === "" ? "" : `:${subject}`} ${currency} ${amount}`;
  });
  for (const needed of ["1090 fund:JPY JPY", "1090 fund:JPY USD", "1090 yen-feeder:USD JPY"]) {
    assert.ok(
      ours.some((line) => line.startsWith(needed)),
      needed,
    );
  }
  for (const language of ["en", "ja"] as const) {
    const journal = hledgerJournal(state.charter, chronicle, language);
    hledger(journal, "check", "--strict");
    const csv = hledger(journal, "balance", "--flat", "--no-total", "--layout=bare", "-O", "csv");
    const theirs = csv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [, name, currency, amount] = /^"[a-z]+:(.*)","([A-Z]{3})","(.*)"$/.exec(line) ?? [];
        const [, account, rest] = /^(\d{4}) [^:]*:(.*)$/.exec(name ?? "") ?? [];
        assert.ok(account !== undefined, line);
        return `${account} ${rest} ${currency} ${amount}`;
      })
      .filter((line) => !line.endsWith(" 0"));
    const sorted = (lines: readonly string[]): ReadonlySet<string> => new Set(lines);
    assert.deepEqual(sorted(theirs), sorted(ours));
    // In each book and currency debits are credits, by hledger's own sum.
    for (const vehicle of ["fund", "yen-feeder"]) {
      const total = hledger(journal, "balance", `:${vehicle}(:|$)`, "not:memo", "-O", "csv");
      assert.match(total.trim().split("\n").at(-1)!, /^"[Tt]otal:?","0"$/);
    }
  }
});
