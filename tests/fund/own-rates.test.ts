import assert from "node:assert/strict";
import { test } from "node:test";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { pricesOf } from "@jointfund/core/fund/dealing/class-worth.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import { termHistory } from "@jointfund/core/oversight/side-letters.ts";
import { Chronicle } from "@jointfund/core/fund/chronicle.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { capitalAccountTables } from "@jointfund/core/statements/capital-account.ts";
import { highlightsTable } from "@jointfund/core/statements/financial-highlights.ts";
import { PeriodBook } from "@jointfund/core/statements/period-book.ts";
import { periodBetween } from "@jointfund/core/statements/period.ts";
import type { StatementTable } from "@jointfund/core/statements/statement.ts";
import { localDate } from "@jointfund/core/calendar/date.ts";
import { finalise, chronicleOf } from "../support/chronicles.ts";
import type { ActDraft, DemonstrationFund } from "../support/demonstration-fund.ts";
import { chargedFund, electing, feeOf, granted, granting } from "../support/own-rates.ts";
import { approvers, drafts, fundAt } from "../support/stages.ts";
import { withPartners } from "../support/terms.ts";
import { carried, carryDrafts } from "../support/waterfall-funds.ts";
import { plainFlows } from "../support/plain-flows.ts";

/** Fees and carried interest at a party's own rate. */

const CENTS = { us: 600_000_000_000n, jp: 300_000_000_000n };

const owed = (fund: DemonstrationFund, account: string, subject: string): bigint =>
  -(fund.state.ledger.get(`fund/${account}/USD/${subject}`) ?? 0n);

const BOTH = ["us-t1", "jp-t1"] as const;

const paying = (amount: bigint, rebateTo?: string): ActDraft => ({
  type: "fee.pay",
  by: "m-1",
  body: {
    ...{ fee: "management", currency: "USD", amount: amount.toString() },
    ...(rebateTo === undefined ? {} : { rebateTo }),
  },
});

/** The example of docs/spec/dealing.md: Japan pays 0.25 % instead of 1 % from 11 July. */
function example(): DemonstrationFund {
  const fund = chargedFund([feeOf()], CENTS).until("2025-07-11");
  granted(fund, granting("JP", "0.25%"));
  return fund.until("2025-08-01");
}

test("[DL26] a lower rate is owed back from the day of the letter, and nobody else pays", () => {
  const fund = example();
  const without = chargedFund([feeOf()], CENTS).until("2025-08-01");
  // The fee as if there were no letter, from the founding on 16 June: 15 and then 31 days.
  const june = (900_000_000_000n * 15n) / 36_500n;
  const july = ((900_000_000_000n - june) * 31n) / 36_500n;
  assert.equal(fund.state.charges.fees.get("management")?.accrued, june + july);
  // A third of the base, 0.75 %, 21 of July's 31 days: rounded down to a cent.
  const rebate = ((900_000_000_000n - june) * 3n * 21n) / (3n * 400n * 365n);
  assert.deepEqual([june, july, rebate], [369_863_013n, 764_069_431n, 129_398_855n]);
  assert.equal(owed(fund, "2055", "JP"), rebate);
  assert.equal(owed(fund, "2050", "management"), june + july - rebate);
  assert.equal(owed(fund, "5010", "management"), owed(without, "5010", "management"));
  assert.deepEqual(
    [fund, without].map(({ state }) =>
      ["2050", "2055"].reduce((sum, account) => {
        const range = state.ledger.range(`fund/${account}/USD/`);
        return [...range].reduce((all, [, minor]) => all + minor, sum);
      }, 0n),
    ),
    [-(june + july), -(june + july)],
  );
});

test("[DL26] a rate at or above the charter's, and one of another fee, change nothing", () => {
  const fees = [feeOf(), feeOf({ id: "other", clause: "40.2", base: "committed" })];
  const fund = chargedFund(fees, CENTS);
  granted(fund, granting("JP", "2%"));
  granted(fund, granting("US", "0", { fee: "other" }));
  fund.until("2025-08-01");
  assert.equal(owed(fund, "2055", "JP"), 0n);
  // The United States' two thirds of the other fee, all of it: the last of June, and July.
  const of = (days: bigint) => (30_000_000_000_000n * 2n * days) / (3n * 36_500n);
  const other = of(1n) + of(31n);
  assert.equal(owed(fund, "2055", "US"), other);
  assert.equal(fund.state.charges.rebates.has("management/US"), false);
});

test("[DL26] a most favoured party has the better rate from the day of its choice", () => {
  const fund = chargedFund([feeOf({ base: "committed" })], CENTS).until("2025-07-11");
  const letter = granted(fund, granting("JP", "1/400"));
  fund.until("2025-07-21").report(electing(letter, "us-t1"));
  fund.until("2025-08-01");
  const base = 30_000_000_000_000n;
  assert.equal(owed(fund, "2055", "JP"), (base * 3n * 21n) / (3n * 400n * 365n));
  assert.equal(owed(fund, "2055", "US"), (base * 2n * 3n * 11n) / (3n * 400n * 365n));
});

test("[DL27] what is owed back is paid to the party alone, once, and the fee less by it", () => {
  const fund = example();
  const rebate = owed(fund, "2055", "JP");
  const fee = owed(fund, "2050", "management");
  for (const [draft, required] of [
    [paying(fee + 1n), fee],
    [paying(rebate + 1n, "JP"), rebate],
    [paying(1n, "US"), 0n],
  ] as const) {
    const decided = fund.decide(fund.proposal(draft));
    assert.ok(!decided.ok);
    assert.deepEqual(
      [decided.error.code, decided.error.facts?.["required"]],
      ["fee_not_owed", required.toString()],
    );
  }
  const act = fund.enact(paying(rebate, "JP"), ...BOTH);
  finalise(fund);
  const body = { payment: `${act}/1`, payee: "JP", currency: "USD", amount: rebate.toString() };
  fund.enact({ type: "payment.release", by: "us-t1", body }, "us-t1", "jp-t1");
  assert.equal(owed(fund, "2055", "JP"), 0n);
  assert.equal(owed(fund, "2050", "management"), fee);
  const { chronicle } = chronicleOf(fund);
  const flows = plainFlows(chronicle, { vehicle: "fund", currency: "USD", to: fund.state.today });
  assert.deepEqual(
    flows.map(({ party, minor }) => [party, minor]),
    [
      ["US", -CENTS.us],
      ["JP", -CENTS.jp],
      ["JP", rebate],
    ],
  );
});

const cells = (table: StatementTable | undefined): ReadonlyMap<string, bigint> =>
  new Map(
    table?.lines.flatMap(({ id, cells: [cell] }) =>
      cell?.kind === "money" ? [[id, cell.minor] as const] : [],
    ),
  );

test("[ST33] a rebate is its party's alone in the capital accounts and in the highlights", () => {
  const fund = example();
  const { state, chronicle } = chronicleOf(fund);
  const period = periodBetween(localDate("2025-06-16"), localDate("2025-08-01"));
  const columns = [{ id: "period", period }] as const;
  const { whole, parties } = capitalAccountTables({
    ...{ charter: state.charter, chronicle, vehicle: "fund", columns },
  });
  const rebate = owed(fund, "2055", "JP");
  const of = (party: string) => cells(parties.find((each) => each.party === party)?.table);
  assert.equal(of("JP").get("ilpa.6"), rebate);
  assert.equal(of("JP").get("ilpa.3"), -rebate);
  assert.equal(of("US").get("ilpa.6"), 0n);
  assert.equal(cells(whole).get("ilpa.6"), rebate);
  // The fee is row 5 as charged, a third and two thirds; nothing is left for the last row.
  const fee = state.charges.fees.get("management")!.accrued;
  assert.ok([fee / 3n, fee / 3n + 1n].includes(-of("JP").get("ilpa.5")!));
  for (const table of [cells(whole), of("JP"), of("US")]) assert.equal(table.get("ilpa.17"), 0n);
  const book = new PeriodBook(chronicle, { vehicle: "fund", currency: "USD", period });
  const ids = highlightsTable(state, chronicle, book).lines.map(({ id }) => id);
  assert.ok(ids.includes("rebate-ratio"));
  for (const { name, breaches } of runChecks(NAMED_CHECKS, chronicleOf(fund))) {
    assert.deepEqual(breaches, [], name);
  }
});

test("[CY7] the holder forgoes carried interest for a party, which is paid its part", () => {
  const fund = carried();
  granted(fund, granting("JP", "1/20", { code: "carryRate" }));
  const act = fund.enact({ ...carryDrafts.pay(1_000_001n), by: "us-t1" }, ...BOTH);
  const payments = [...fund.state.payments.values()].filter(({ id }) => id.startsWith(act));
  // Half of the units, three quarters of the carry: 375,000.375 cents, rounded down.
  assert.deepEqual(
    payments.map(({ payee, minor, liability }) => [payee, minor, liability]),
    [
      ["MGR", 625_001n, "2030"],
      ["JP", 375_000n, "2030"],
    ],
  );
  const { carry } = fund.state.waterfalls.books.get("fund")!;
  assert.equal(carry.paid, 1_000_001n);
});

const CHARGED: ReadonlySet<string> = new Set(["prices", "class-results", "charges"]);

const PARTNERS_FEE = "partners-administration";

/** A class that bears a fee alone: the United States have a quarter, Japan the rest. */
function partnersFund(): DemonstrationFund {
  const fund = withPartners(fundAt("earning"));
  const units = fund.state.capital.units
    .set("partners/JP", 750_000_000_000_000n)
    .set("partners/US", 250_000_000_000_000n);
  return fund.change((state) => ({ ...state, capital: { ...state.capital, units } }));
}

test("[DL26] of a fee that a class bears, a holder has its part of the class back alone", () => {
  const [fund, without] = [partnersFund(), partnersFund()];
  granted(fund, granting("JP", "0.1%"));
  for (const each of [fund, without]) {
    each.until("2026-01-01");
    each.enact(drafts.strike(), ...approvers["nav.strike"]!);
  }
  const balance = (of: DemonstrationFund, account: string, subject: string): bigint =>
    -owed(of, account, subject);
  const account = fund.state.charges.fees.get(PARTNERS_FEE)!;
  // Its own result, the price of every class and the expense: as if there were no letter.
  for (const [code, subject] of [
    ["9080", "partners"],
    ["5010", PARTNERS_FEE],
  ] as const) {
    assert.notEqual(balance(without, code, subject), 0n);
    assert.equal(balance(fund, code, subject), balance(without, code, subject));
  }
  const prices = ({ state }: DemonstrationFund) =>
    [...state.strikes.values()].map(({ unitClass, price }) => [unitClass, price]);
  assert.equal(prices(fund).length, 2);
  assert.deepEqual(prices(fund), prices(without));
  // The class is worth a seventh of the net assets; Japan has three quarters of it, 0.4 % less,
  // for 8 of December's 31 days from 24 December.
  const rebate = (610_000_000_001n * 3n * 4n * 8n) / (7n * 4n * 1000n * 365n);
  assert.equal(owed(fund, "2055", "JP"), rebate);
  assert.equal(owed(fund, "2055", "US"), 0n);
  assert.equal(owed(fund, "2050", PARTNERS_FEE), account.accrued - rebate);
  // These units were not called for, so that only the checks of what was charged can hold.
  const ofCharges = NAMED_CHECKS.filter(({ name }) => CHARGED.has(name));
  assert.equal(ofCharges.length, CHARGED.size);
  const input = { state: fund.state, chronicle: new Chronicle() };
  for (const { name, examined, breaches } of runChecks(ofCharges, input)) {
    assert.deepEqual([breaches, examined > 0], [[], true], name);
  }
});

test("[DL27] the same waiver leaves everybody where it would without the letter", () => {
  const fund = example();
  const without = chargedFund([feeOf()], CENTS).until("2025-08-01");
  const rebate = owed(fund, "2055", "JP");
  const rest = owed(fund, "2050", "management");
  const waiving = (amount: bigint): ActDraft => ({
    type: "fee.waive",
    by: "m-1",
    body: { fee: "management", currency: "USD", amount: amount.toString() },
  });
  const beyond = fund.decide(fund.proposal(waiving(rest + 1n)));
  assert.equal(beyond.ok ? "accepted" : beyond.error.code, "fee_not_owed");
  for (const each of [fund, without]) each.enact(waiving(rest), ...BOTH);
  assert.equal(owed(fund, "2050", "management"), 0n);
  assert.equal(owed(fund, "2055", "JP"), rebate);
  const worth = ({ state }: DemonstrationFund) => [
    new VehicleFigures(state, "fund").netAssets,
    pricesOf(state, "fund"),
  ];
  assert.deepEqual(worth(fund), worth(without));
  for (const { name, breaches } of runChecks(NAMED_CHECKS, chronicleOf(fund))) {
    assert.deepEqual(breaches, [], name);
  }
});

test("[OV30] a letter has rates of several fees, that of one fee before that of all", () => {
  const fees = [feeOf({ base: "committed" }), feeOf({ id: "other", clause: "40.2" })];
  const fund = chargedFund(fees, CENTS);
  granted(fund, {
    ...{ type: "sideletter.grant", by: "us-t1" },
    body: {
      party: "JP",
      terms: [
        { code: "feeRate", value: "0.5%" },
        { code: "feeRate", value: "0", fee: "management" },
      ],
    },
  });
  const { sideLetters } = fund.state.oversight;
  const rate = (fee: string) =>
    termHistory(sideLetters, "JP", { code: "feeRate", fee }).map(({ value }) => value);
  assert.deepEqual([rate("management"), rate("other")], [["0"], ["0.5%"]]);
});
