import assert from "node:assert/strict";
import { test } from "node:test";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { runChecks, type CheckInput } from "@jointfund/core/fund/checks/check-outcome.ts";
import type { Vehicle } from "@jointfund/core/charter/charter.ts";
import { fundPage } from "@jointfund/core/statements/fund-page.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import { minorOf } from "@jointfund/core/statements/page-cell.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { BILLION, entered, invested } from "../support/borrowing.ts";
import { chronicleOf, finalise } from "../support/chronicles.ts";
import { enacted, enactedOn, investmentDrafts } from "../support/investment-drafts.ts";
import { drafts, fundAt } from "../support/stages.ts";

const SPV = "abilene-spv";

/**
 * 3 billion dollars of each side are in the fund, one of them in a project's vehicle, into which a
 * developer has paid half a billion and a bank has lent two; in cents.
 */
function withProject(): CheckInput {
  const fund = fundAt("funded");
  enacted(fund, investmentDrafts.vehicle());
  const recommendation = fund.propose(investmentDrafts.holding());
  fund.until("2025-09-19").approve(recommendation, "us-t1").execute(recommendation);
  enactedOn(fund, drafts.selection(), "2025-09-26");
  fund.report(drafts.certificate("step-1", "100000000000"));
  const id = enacted(fund, { ...drafts.closing(), body: { ...drafts.closing().body, payee: SPV } });
  finalise(fund);
  enacted(fund, drafts.payment(`${id}/1`, SPV, "100000000000"));
  fund.report(investmentDrafts.sponsorFunding("crusoe", "50000000000"));
  const loan = { instrument: "loan" };
  fund.report(investmentDrafts.sponsorFunding("bank-one", "200000000000", loan));
  return chronicleOf(fund);
}

/** The same record under a charter whose main vehicle is of another kind. */
function ofKind(input: CheckInput, kind: Vehicle["kind"]): CheckInput {
  const { state } = input;
  const { charter } = state;
  const vehicles = charter.vehicles.map((vehicle) =>
    vehicle.id === charter.capital.vehicle ? { ...vehicle, kind } : vehicle,
  );
  return { ...input, state: { ...state, charter: { ...charter, vehicles } } };
}

const pageTies = (input: CheckInput) =>
  runChecks(NAMED_CHECKS, input).find(({ name }) => name === "page-ties")?.breaches;

const built = withProject();

test("[ST44] a fund's page is of its own book, and a project's is behind what it holds", () => {
  const { positions, sectors, levels, sides, cover } = fundPage(built);
  const { investments, cash, netAssets, liabilities } = positions.at(-1)!;
  assert.deepEqual(
    [investments, cash, netAssets],
    [100_000_000_000n, 500_000_000_000n, 600_000_000_000n],
  );
  assert.deepEqual(liabilities, []);
  for (const values of [sectors, levels]) {
    assert.deepEqual(
      values.map(({ minor }) => minor),
      [100_000_000_000n],
    );
  }
  assert.deepEqual(
    sides.map(({ party }) => party),
    ["US", "JP"],
  );
  assert.equal(cover.promised, 150_000_000_000n);
  assert.deepEqual(pageTies(built), []);
});

test("[ST44] an umbrella's page adds up the books below it, without what one is of another", () => {
  const input = ofKind(built, "umbrella");
  const { positions, movement, sectors, levels, cover } = fundPage(input);
  const { investments, cash, netAssets, liabilities } = positions.at(-1)!;
  // 5 billion and 3.5; two are owed to the bank.
  assert.deepEqual([investments, cash, netAssets], [0n, 850_000_000_000n, 650_000_000_000n]);
  assert.deepEqual(
    liabilities.map(({ account, minor }) => [account, minor]),
    [["2097", 200_000_000_000n]],
  );
  assert.equal(movement.contributions, 650_000_000_000n);
  assert.deepEqual([sectors, levels], [[], []]);
  assert.deepEqual(
    [cover.promised, cover.cash, cover.borrowed],
    [0n, 850_000_000_000n, 200_000_000_000n],
  );
  assert.deepEqual(pageTies(input), []);
});

test("[ST44] [ST60] an umbrella's figures lead back to postings in all of its books", () => {
  const input = ofKind(built, "umbrella");
  const cells = pageCells(input, fundPage(input));
  const names = ["net-assets", "owns.cash", "owns.investments", "movement.put-in"];
  assert.deepEqual(
    names.map((name) => minorOf(cells.get(name))),
    [650_000_000_000n, 850_000_000_000n, 0n, 650_000_000_000n],
  );
});

test("[ST45] whoever owns part of a project below an umbrella is a side", () => {
  const { sides, sharing } = fundPage(ofKind(built, "umbrella"));
  assert.deepEqual(
    sides.map(({ party, putIn, ownsNow }) => [party, putIn, ownsNow]),
    [
      ["US", 300_000_000_000n, 300_000_000_000n],
      ["JP", 300_000_000_000n, 300_000_000_000n],
      ["crusoe", 50_000_000_000n, 50_000_000_000n],
    ],
  );
  // A project pays out by what was paid in, not by units.
  assert.equal(sharing, "liquidation");
});

test("[ST46] a fund that borrows tells its covenants, with how far investments may fall", () => {
  const { leverage, cover } = fundPage(chronicleOf(invested()));
  assert.ok(leverage !== undefined);
  assert.deepEqual([leverage.debt, leverage.debtOfHeld], [5n * BILLION, 0n]);
  const falls = new Map(
    leverage.covenants.map((of) => [of.covenant, of.falls.map(({ fallBps }) => fallBps)]),
  );
  // Of 11 billion two are cash and nine invested: (11 - owed - fall) / 5 is 180%, 150%.
  const left = (kept: bigint): number =>
    Number(((11n * BILLION - cover.owed - kept) * 10_000n) / (9n * BILLION));
  assert.deepEqual(falls.get("asset-coverage"), [left(9n * BILLION), left((15n * BILLION) / 2n)]);
  // (5 - 2) / 9 is a third; 3 / 0.55 is 5.4545 and 3 / 0.7 is 4.2857.
  assert.deepEqual(falls.get("loan-to-value"), [3_939, 5_238]);
  const coverage = leverage.covenants.find(({ covenant }) => covenant === "loan-to-value");
  assert.deepEqual(
    [coverage?.ratio, coverage?.limit, coverage?.step],
    [Ratio.make(1n, 3n), Ratio.make(11n, 20n), "clear"],
  );
});

test("[ST46] where nothing is borrowed and nothing may be drawn, leverage is not told", () => {
  assert.equal(fundPage(chronicleOf(fundAt("funded"))).leverage, undefined);
  assert.equal(fundPage(chronicleOf(entered())).leverage?.debt, 0n);
  const below = fundPage(built).leverage;
  // Of the two billion that the project has borrowed the fund's two thirds, rounded up.
  assert.deepEqual([below?.debt, below?.debtOfHeld], [0n, 133_333_333_334n]);
});
