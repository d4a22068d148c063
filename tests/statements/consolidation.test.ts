import assert from "node:assert/strict";
import { test } from "node:test";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { statementOf } from "@jointfund/core/statements/catalogue.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { sinceInception } from "@jointfund/core/statements/period.ts";
import { amountIn } from "@jointfund/core/statements/statement.ts";
import { chronicleOf, finalise } from "../support/chronicles.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { enacted, enactedOn, investmentDrafts } from "../support/investment-drafts.ts";
import { drafts, fundAt } from "../support/stages.ts";

/** A billion of equity in the vehicle of one project, owed or paid; its developer half as much. */
function projectFund({ isPaid }: { readonly isPaid: boolean }): DemonstrationFund {
  const fund = fundAt("funded");
  enacted(fund, investmentDrafts.vehicle());
  const recommendation = fund.propose(investmentDrafts.holding());
  fund.until("2025-09-19").approve(recommendation, "us-t1").execute(recommendation);
  enactedOn(fund, drafts.selection(), "2025-09-26");
  fund.report(drafts.certificate("step-1", "100000000000"));
  const closing = { ...drafts.closing(), body: { ...drafts.closing().body, payee: "abilene-spv" } };
  const id = enacted(fund, closing);
  if (isPaid) {
    finalise(fund);
    enacted(fund, drafts.payment(`${id}/1`, "abilene-spv", "100000000000"));
    fund.report(investmentDrafts.sponsorFunding("crusoe", "50000000000"));
    fund.report(drafts.valuation("130000000000"));
  }
  return fund;
}

for (const isPaid of [false, true]) {
  const input = chronicleOf(projectFund({ isPaid }));
  const { state, chronicle } = input;

  test(`[ST42] the group of a fund and its project agrees, its equity paid: ${isPaid}`, () => {
    for (const { name, breaches } of runChecks(NAMED_CHECKS, input)) {
      assert.deepEqual(breaches, [], name);
    }
    const period = sinceInception(chronicle.firstDay!, state.today);
    const made = (name: "consolidated" | "assets-and-liabilities", vehicle: string) => {
      const { tables } = statementOf(name, { state, chronicle, vehicle, period });
      const position = tables.find(({ id }) => id === "position")!;
      return (line: string) => amountIn(position, line, "closing");
    };
    const [group, fund] = [made("consolidated", "fund"), made("assets-and-liabilities", "fund")];
    // The money went from one pocket to the other; only the developer's came in from outside.
    const developer = isPaid ? 50_000_000_000n : 0n;
    assert.equal(group("account.1010"), 600_000_000_000n + developer);
    assert.equal(group("total-liabilities"), 0n);
    assert.equal(group("net-assets"), 600_000_000_000n + developer);
    assert.equal(fund("net-assets"), 600_000_000_000n + (isPaid ? 30_000_000_000n : 0n));
    const differences = statementOf("consolidated", {
      ...{ state, chronicle, vehicle: "fund", period },
    }).tables.at(-1);
    assert.deepEqual(differences?.lines, []);
  });
}

test("[ST42] a group stays one when a part of a project is sold, after a loss", () => {
  const fund = projectFund({ isPaid: true });
  enactedOn(fund, investmentDrafts.writeOff("1/7"), "2025-10-01");
  enactedOn(fund, investmentDrafts.disposal("1/3", "20000000000"), "2025-10-08");
  const { state, chronicle } = chronicleOf(fund);
  const period = sinceInception(chronicle.firstDay!, state.today);
  const input = { state, chronicle, vehicle: "fund", period };
  const { tables } = statementOf("consolidated", input);
  const inTable = (table: string, line: string, column: string) =>
    amountIn(
      tables.find(({ id }) => id === table)!,
      line,
      column,
    );
  assert.deepEqual(tables.at(-1)?.lines, []);
  // The fund's and the developer's cash, and the price that the buyer owes; nothing twice.
  assert.equal(inTable("position", "total-assets", "closing"), 670_000_000_000n);
  assert.deepEqual(
    tables[1]?.lines.filter(({ id }) => ["account.1050", "account.1055"].includes(id)),
    [],
  );
  // Of the capital a third is the buyer's; the price less that is what the sale came to.
  const result = 20_000_000_000n - 33_333_333_333n;
  assert.equal(inTable("position", "capital", "closing"), 670_000_000_000n);
  assert.equal(inTable("operations", "account.4040", "period"), result);
});
