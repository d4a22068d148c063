import assert from "node:assert/strict";
import { test } from "node:test";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { tallyOf } from "@jointfund/core/statements/act-tally.ts";
import { coverRatio, fundPage } from "@jointfund/core/statements/fund-page.ts";
import { chronicleOf, recordRefusal, settledFund } from "../support/chronicles.ts";
import { drafts, fundAt, idAt } from "../support/stages.ts";

// The settled fund by hand, in cents: 3 billion dollars of each side; one billion into the site,
// valued at 1.1 billion; rent of 100,000,000.01; 80% of it, cut to a cent, paid out.
const PUT_IN = 300_000_000_000n;
const COST = 100_000_000_000n;
const VALUE = 110_000_000_000n;
const RENT = 10_000_000_001n;
const PAID = 8_000_000_000n;
const WORTH = 2n * PUT_IN + (VALUE - COST) + RENT - PAID;

const display = { currency: "JPY", rate: Ratio.make(15_050n, 100n), source: { en: "invented" } };
const settled = chronicleOf(settledFund());
const page = fundPage({ ...settled, display });

test("the page says what the fund owns, owes and is worth, now and at its year's end", () => {
  const [before, now] = page.positions;
  assert.deepEqual(now, {
    on: "2026-04-02",
    investments: VALUE,
    cash: 2n * PUT_IN + RENT - COST - PAID,
    otherAssets: 0n,
    liabilities: [],
    netAssets: WORTH,
  });
  // The valuation is of December and the payments of April: at the year's end both were owed.
  assert.equal(before?.on, "2025-12-31");
  assert.equal(before?.netAssets, WORTH);
  assert.deepEqual(
    before?.liabilities.map(({ account, minor }) => [account, minor]),
    [
      ["2010", COST],
      ["2030", PAID],
    ],
  );
});

test("worth moved by contributions, operations and distributions", () => {
  const { movement } = page;
  assert.deepEqual(movement, {
    opening: WORTH,
    contributions: 0n,
    operations: 0n,
    distributions: 0n,
    closing: WORTH,
  });
  const firstYear = fundPage(chronicleOf(fundAt("declared"))).movement;
  assert.deepEqual(firstYear, {
    opening: 0n,
    contributions: 2n * PUT_IN,
    operations: RENT,
    distributions: PAID,
    closing: 2n * PUT_IN + RENT - PAID,
  });
});

test("each side's part of the worth adds up, the odd cent by the charter's order", () => {
  const [us, jp] = page.sides;
  assert.equal(WORTH % 2n, 1n);
  assert.deepEqual([us?.party, us?.ownsNow], ["US", WORTH / 2n + 1n]);
  assert.deepEqual([jp?.party, jp?.ownsNow], ["JP", WORTH / 2n]);
  for (const side of page.sides) {
    assert.deepEqual([side.putIn, side.received, side.due], [PUT_IN, PAID / 2n, 0n]);
    assert.deepEqual([side.income, side.gain, side.returnOfCapital], [PAID / 2n, 0n, 0n]);
    assert.deepEqual(side.multiple, Ratio.make(PAID / 2n + side.ownsNow, PUT_IN));
    assert.deepEqual(side.shareOfUnits, Ratio.make(1n, 2n));
  }
});

test("figures in yen are cut to a yen, at the given rate, for the side that counts in it", () => {
  const [us, jp] = ["US", "JP"].map((party) => page.returns.get(party)?.own);
  assert.equal(us, undefined);
  // 3,000,000,000.00 at 150.50, and (40,000,000.00 + 3,061,000,000.00) at 150.50.
  assert.equal(jp?.putIn, 451_500_000_000n);
  const cents = PAID / 2n + WORTH / 2n;
  assert.equal(jp?.value, (cents * 15_050n) / 10_000n);
});

test("revenue falls into each treasury's own fiscal year, by the day of release", () => {
  const years = page.revenue.map(({ party, years: of }) => [
    party,
    ...of.map(({ year, minor, toDate }) => [year.label, year.eraLabel, minor, toDate]),
  ]);
  assert.deepEqual(years, [
    ["US", ["FY2025", undefined, 0n, false], ["FY2026", undefined, PAID / 2n, true]],
    ["JP", ["FY2025", "令和7年度", 0n, false], ["FY2026", "令和8年度", PAID / 2n, true]],
  ]);
});

test("only a treasury that counts in yen has the names of eras", () => {
  const { charter } = settled.state;
  const parties = charter.parties.map((party) =>
    party.id === "US" ? { ...party, fiscalYear: "japan" } : party,
  );
  const state = { ...settled.state, charter: { ...charter, parties } };
  const { revenue } = fundPage({ ...settled, state });
  const eras = revenue.map(({ years }) => years.map(({ year }) => year.eraLabel));
  assert.deepEqual(eras, [
    [undefined, undefined],
    ["令和7年度", "令和8年度"],
  ]);
});

test("what is promised stands beside what can be had for it", () => {
  const { cover } = page;
  assert.equal(cover.promised, 150_000_000_000n);
  assert.equal(cover.callable, 2n * (15_000_000_000_000n - PUT_IN));
  const ratio = Ratio.make(cover.cash + cover.callable, cover.promised);
  assert.deepEqual(coverRatio(cover), ratio);
  assert.equal(coverRatio({ ...cover, promised: 0n }), undefined);
});

test("before the first money there is no multiple and nothing is owned", () => {
  const { sides, microUnits, strike } = fundPage(chronicleOf(fundAt("committed")));
  assert.deepEqual([microUnits, strike], [0n, undefined]);
  for (const side of sides) {
    assert.deepEqual([side.multiple, side.ownsNow, side.putIn], [undefined, 0n, 0n]);
    assert.equal(side.promised, 15_000_000_000_000n);
  }
});

test("money that is called and late shows as overdue, and then as paid late", () => {
  const fund = fundAt("called").until("2025-09-10");
  fund.report(drafts.receipt("US"));
  fund.until("2025-09-22");
  const late = fundPage(chronicleOf(fund));
  assert.deepEqual(
    late.sides.map(({ overdue }) => overdue),
    [0n, PUT_IN],
  );
  fund.report(drafts.receipt("JP"));
  const { contested, sides } = fundPage(chronicleOf(fund));
  assert.deepEqual(
    sides.map(({ overdue }) => overdue),
    [0n, 0n],
  );
  const [line] = contested;
  assert.ok(line?.kind === "paidLate");
  assert.deepEqual([line.party, line.dueDate, line.on], ["JP", "2025-09-10", "2025-09-22"]);
  assert.deepEqual([line.minor, line.clause], [PUT_IN, "5.4"]);
});

test("refusals, recusals, vetoes, lapses and freezes are told with their clause", () => {
  const fund = fundAt("recommended");
  const code = recordRefusal(fund, fund.proposal({ ...drafts.selection(), by: "ad-1" }));
  const selection = fund.propose(drafts.selection());
  const about = { fund: fund.charter.id, actId: selection };
  const said = { ...about, officer: "jp-3", reason: "Shares" };
  fund.must(fund.signed({ kind: "recusal", ...said }, "jp-3"));
  fund.approve(selection, "us-1", "us-2");
  const veto = { ...about, officer: "jp-t1", reason: "No", power: "veto" as const };
  fund.must(fund.signed({ kind: "objection", ...veto }, "jp-t1"));
  const again = fund.propose({ ...drafts.selection(), reason: "Again" });
  for (const officer of ["us-1", "us-2", "us-3", "us-4"]) {
    fund.must(fund.approval(again, officer, "reject"));
  }
  const late = fund.propose({ ...drafts.selection(), reason: "Once more" });
  const freeze = { type: "emergency.freeze", by: "us-t1", body: { reason: "Alarm" } };
  fund.enact(freeze, "us-t1");
  fund.until("2026-02-20");
  const lines = fundPage(chronicleOf(fund)).contested;
  assert.deepEqual(
    lines.map(({ kind, clause }) => [kind, clause]),
    [
      ["refused", "8.2"],
      ["recused", "9.1"],
      ["vetoed", "8.2"],
      ["rejected", "8.2"],
      ["frozen", "12.1"],
      ["lapsed", "8.2"],
    ],
  );
  const [refused, recused, vetoed, , frozen, lapsed] = lines;
  assert.ok(refused?.kind === "refused" && recused?.kind === "recused");
  assert.deepEqual(
    [refused.code, refused.party, refused.actType],
    [code, "ADV", "investment.select"],
  );
  assert.deepEqual([recused.seats, recused.votes], [["JP-3"], { approving: 2, counted: 8 }]);
  assert.ok(vetoed?.kind === "vetoed" && vetoed.proposedBy === "MGR" && vetoed.party === "JP");
  assert.ok(frozen?.kind === "frozen" && frozen.parties.join() === "US");
  assert.ok(lapsed?.kind === "lapsed" && lapsed.actId === late);
});

test("a tally names the alternate that speaks for a recused seat", () => {
  const fund = fundAt("recommended");
  const id = fund.propose(drafts.selection());
  const said = { fund: fund.charter.id, actId: id, officer: "jp-3", reason: "Shares" };
  fund.must(fund.signed({ kind: "recusal", ...said }, "jp-3"));
  fund.approve(id, "us-1", "jp-3a");
  const { outcome, rules } = tallyOf(fund.state, fund.state.acts.get(id)!);
  assert.equal(outcome, "open");
  const [board] = rules;
  assert.deepEqual([board?.approving, board?.counted, board?.required], [2, 8, 5]);
  const place = board?.places.find(({ seat }) => seat === "JP-3");
  assert.deepEqual([place?.speaker, place?.standing], ["JP-3A", "approving"]);
  assert.equal(idAt("call").length, 64);
});
