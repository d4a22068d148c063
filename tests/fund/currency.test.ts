import assert from "node:assert/strict";
import { test } from "node:test";
import { balanceOf, post, trialBalance } from "@jointfund/core/ledger/journal.ts";
import type { Payment } from "@jointfund/core/ledger/payment.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import { booksDrafts, enacted, hedgingFund, yenVehicleFund } from "../support/books-drafts.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { approvers, drafts, fundAt } from "../support/stages.ts";

/** Balances of the foreign-exchange accounts and of cash, as "account currency/subject". */
const balances = (fund: DemonstrationFund, vehicle = "fund"): { [key: string]: bigint } =>
  Object.fromEntries(
    trialBalance(fund.state.ledger)
      .filter((line) => line.vehicle === vehicle && /^(10|40[67])/.test(line.account))
      .filter(({ account }) => account !== "1050")
      .map(({ account, currency, subject, minor }) => [`${account} ${currency}/${subject}`, minor]),
  );

const CASH = 600_000_000_000n;

/** A funded fund that has bought 160 million yen for a million dollars. */
function holdingYen(): DemonstrationFund {
  const fund = fundAt("funded");
  fund.report(booksDrafts.fixing());
  enacted(fund, booksDrafts.conversion(["USD", "100000000"], ["JPY", "160000000"]));
  return fund;
}

test("[LG29] a conversion moves cash between currencies through the position, at its price", () => {
  assert.deepEqual(balances(holdingYen()), {
    "1010 JPY/bank": 160_000_000n,
    "1010 USD/bank": CASH - 100_000_000n,
    "1090 JPY/JPY": -160_000_000n,
    "1090 USD/JPY": 100_000_000n,
  });
});

test("[LG16] an agreed fixing revalues the position, and net assets follow", () => {
  const fund = holdingYen();
  const worth = (): bigint => new VehicleFigures(fund.state, "fund").netAssets;
  const before = worth();
  // 160,000,000 yen at 156.25 are 1,024,000 dollars.
  fund.report(booksDrafts.fixing("156.00", "156.50"));
  assert.equal(balances(fund)["1095 USD/JPY"], 2_400_000n);
  assert.equal(balances(fund)["4065 USD/JPY"], -2_400_000n);
  assert.equal(worth() - before, 2_400_000n);
});

test("[LG15] converting back realises, and takes the mark back in proportion", () => {
  const fund = holdingYen();
  fund.report(booksDrafts.fixing("156.25"));
  enacted(fund, booksDrafts.conversion(["JPY", "40000000"], ["USD", "25500000"]));
  assert.deepEqual(balances(fund), {
    "1010 JPY/bank": 120_000_000n,
    "1010 USD/bank": CASH - 74_500_000n,
    "1090 JPY/JPY": -120_000_000n,
    "1090 USD/JPY": 75_000_000n,
    "1095 USD/JPY": 1_800_000n,
    "4060 USD/JPY": -500_000n,
    "4065 USD/JPY": -1_800_000n,
  });
});

test("[LG13] income in another currency counts at the last fixing and adds to the position", () => {
  const fund = fundAt("closed");
  fund.report(booksDrafts.fixing("160.00"));
  const income = { character: "dividend", currency: "JPY", amount: "16000001" };
  fund.report({ ...drafts.income(), body: { investment: "abilene", ...income } });
  // 16,000,001 yen are 100,000.00625 dollars.
  assert.deepEqual(balances(fund), {
    "1010 JPY/bank": 16_000_001n,
    "1010 USD/bank": CASH,
    "1090 JPY/JPY": -16_000_001n,
    "1090 USD/JPY": 10_000_001n,
  });
  const query = { vehicle: "fund", account: "4010", currency: "USD" };
  assert.equal(balanceOf(fund.state.ledger, query), -10_000_001n);
});

test("[LG13] a bill in yen is owed in yen, and its payment moves no position", () => {
  const fund = holdingYen();
  const bill = { vehicle: "fund", category: "legal", payee: "counsel", charge: "external" };
  const body = { ...bill, currency: "JPY", amount: "40000000", for: "Opinion" };
  const id = enacted(fund, { type: "expense.book", by: "m-1", body });
  const of = (account: string, currency: string): bigint =>
    balanceOf(fund.state.ledger, { vehicle: "fund", account, currency });
  // 40,000,000 yen at 160 are 250,000 dollars: a quarter of what is held is owed again.
  assert.deepEqual([of("5020", "USD"), of("2060", "JPY")], [25_000_000n, -40_000_000n]);
  assert.deepEqual([of("1090", "JPY"), of("1090", "USD")], [-120_000_000n, 75_000_000n]);
  const paying = enacted(fund, { type: "expense.pay", by: "m-1", body: { expense: id } });
  fund.change((state) => ({ ...state, trust: { ...state.trust, finalSize: 10 ** 6 } }));
  const release = drafts.payment(`${paying}/1`, "counsel", "40000000");
  fund.enact({ ...release, body: { ...release.body, currency: "JPY" } }, "jp-t1");
  assert.deepEqual([of("1010", "JPY"), of("2060", "JPY")], [120_000_000n, 0n]);
  assert.deepEqual([of("1090", "JPY"), of("1090", "USD")], [-120_000_000n, 75_000_000n]);
});

test("[LG13] a vehicle that is paid in another currency books it in its own", () => {
  const fund = yenVehicleFund();
  fund.report(booksDrafts.fixing("160.00"));
  const payment: Payment = {
    ...{ id: `${"0".repeat(64)}/1`, vehicle: "fund", payee: "yen-feeder", purpose: "distribution" },
    ...{ currency: "USD", minor: 100_000n, liability: "2030", subject: "yen-feeder" },
    ...{ mandatory: false, entry: 0, instructedAt: fund.now },
    into: { vehicle: "yen-feeder", account: "4010", subject: "fund" },
  };
  const cash = { account: "1010", subject: "bank", currency: "USD", minor: 100_000n };
  const owed = { account: "2030", subject: "yen-feeder", currency: "USD", minor: -100_000n };
  fund.change((state) => ({
    ...state,
    trust: { ...state.trust, finalSize: 10 ** 6 },
    payments: state.payments.set(payment.id, payment),
    ledger: post(state.ledger, {
      ...{ id: "seed/1", vehicle: "fund", effectiveDate: state.today, postings: [cash, owed] },
    }),
  }));
  fund.enact(drafts.payment(payment.id, "yen-feeder", "100000"), "jp-t1");
  const lines = trialBalance(fund.state.ledger).filter(({ vehicle }) => vehicle === "yen-feeder");
  assert.deepEqual(
    lines.map(({ account, currency, subject, minor }) => [account, currency, subject, minor]),
    [
      ["1010", "USD", "bank", 100_000n],
      ["1090", "JPY", "USD", 160_000n],
      ["1090", "USD", "USD", -100_000n],
      ["4010", "JPY", "fund", -160_000n],
    ],
  );
});

test("[LG22] a disputed fixing is on record, and the last agreed rate stands", () => {
  const fund = holdingYen();
  const before = balances(fund);
  fund.report(booksDrafts.fixing("156.00", "158.00"));
  assert.deepEqual(balances(fund), before);
  const fixing = [...fund.state.exchangeRates.all.values()].at(-1);
  assert.equal(fixing?.rate, undefined);
  assert.equal(fixing?.quotes.length, 2);
});

test("[LG22] a fixing that comes late is on record and revalues nothing", () => {
  const fund = holdingYen();
  const before = balances(fund);
  fund.report({ ...booksDrafts.fixing("150.00"), effectiveDate: "2025-09-01" });
  assert.deepEqual(balances(fund), before);
  assert.equal(fund.state.exchangeRates.all.size, 2);
});

test("[LG16] a book in yen marks its dollars by the same fixing, the other way round", () => {
  const fund = yenVehicleFund();
  enacted(
    fund,
    booksDrafts.opening(
      "yen-feeder",
      ["1010", "bank", "USD", "100000000"],
      ["1090", "USD", "USD", "-100000000"],
      ["1090", "USD", "JPY", "150000000"],
      ["3030", "", "JPY", "-150000000"],
    ),
  );
  fund.report(booksDrafts.fixing("160.00"));
  const { "1095 JPY/USD": mark, "4065 JPY/USD": gain } = balances(fund, "yen-feeder");
  // A million dollars cost 150 million yen and are worth 160 million.
  assert.deepEqual([mark, gain], [10_000_000n, -10_000_000n]);
});

test("[LG29] between two foreign currencies value follows from the last fixing", () => {
  const fund = yenVehicleFund();
  enacted(
    fund,
    booksDrafts.opening(
      "yen-feeder",
      ["1010", "bank", "USD", "100000000"],
      ["1090", "USD", "USD", "-100000000"],
      ["1090", "USD", "JPY", "150000000"],
      ["3030", "", "JPY", "-150000000"],
    ),
  );
  fund.report(booksDrafts.fixing("160.00"));
  const euro = { base: "EUR", quote: "USD" };
  const fixing = booksDrafts.fixing("1.25");
  fund.report({ ...fixing, body: { ...fixing.body, ...euro } });
  const draft = booksDrafts.conversion(["USD", "50000000"], ["EUR", "40000000"]);
  enacted(fund, { ...draft, body: { ...draft.body, vehicle: "yen-feeder" } });
  // Half of the dollars, worth 80 million yen, cost 75 million: 5 million are realised.
  assert.deepEqual(balances(fund, "yen-feeder"), {
    "1010 EUR/bank": 40_000_000n,
    "1010 USD/bank": 50_000_000n,
    "1090 EUR/EUR": -40_000_000n,
    "1090 JPY/EUR": 80_000_000n,
    "1090 JPY/USD": 75_000_000n,
    "1090 USD/USD": -50_000_000n,
    "1095 JPY/USD": 5_000_000n,
    "4060 JPY/USD": -5_000_000n,
    "4065 JPY/USD": -5_000_000n,
  });
});

test("[LG23] a hedge is worth nothing when it opens, and its value goes to 4070", () => {
  const fund = hedgingFund();
  enacted(fund, booksDrafts.hedge());
  assert.equal(fund.state.hedges.get("h1")?.status, "open");
  assert.deepEqual(balances(fund), { "1010 USD/bank": CASH });
  fund.report(booksDrafts.hedgeMark("1500000"));
  fund.report({ ...booksDrafts.hedgeMark("-700000"), reason: "Next day" });
  assert.deepEqual(balances(fund), {
    "1010 USD/bank": CASH,
    "1085 USD/h1": -700_000n,
    "4070 USD/h1": 700_000n,
  });
});

test("[LG23] a hedge that closes with a gain is a claim until the money comes", () => {
  const fund = hedgingFund();
  enacted(fund, booksDrafts.hedge());
  enacted(fund, booksDrafts.hedgeClose("900000"));
  assert.equal(balances(fund)["1085 USD/h1"], 900_000n);
  assert.equal(fund.state.payments.size, 0);
  fund.report(booksDrafts.hedgeReceipt("900000"));
  assert.deepEqual(balances(fund), {
    "1010 USD/bank": CASH + 900_000n,
    "4070 USD/h1": -900_000n,
  });
});

test("[LG23] a hedge that closes with a loss is a payment, released when it is final", () => {
  const fund = hedgingFund();
  enacted(fund, booksDrafts.hedge());
  const id = enacted(fund, booksDrafts.hedgeClose("-900000"));
  assert.equal(balances(fund)["1085 USD/h1"], -900_000n);
  const payment = fund.state.payments.get(`${id}/1`);
  assert.deepEqual([payment?.payee, payment?.minor, payment?.mandatory], ["bank", 900_000n, true]);
  fund.change((state) => ({ ...state, trust: { ...state.trust, finalSize: 10 ** 6 } }));
  const release = drafts.payment(`${id}/1`, "bank", "900000");
  fund.enact(release, ...approvers["payment.release"]!);
  assert.deepEqual(balances(fund), {
    "1010 USD/bank": CASH - 900_000n,
    "4070 USD/h1": 900_000n,
  });
});
