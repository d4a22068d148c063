import assert from "node:assert/strict";
import { test } from "node:test";
import { chronicleOf } from "../support/chronicles.ts";
import {
  admitted,
  capitalDrafts,
  commitmentOf,
  enact,
  itemIn,
  openToPartners,
  promise,
  under,
  withCapital,
} from "../support/capital-drafts.ts";
import { booksDrafts } from "../support/books-drafts.ts";
import type { ActDraft, DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt, idAt } from "../support/stages.ts";

/** 3,000,000,000.00 of each side fall due on 10 September 2025, a Wednesday. */
const DUE = "2025-09-10";

function onlyUsPaid(): DemonstrationFund {
  const fund = fundAt("called").until(DUE);
  fund.report(drafts.receipt("US"));
  return fund;
}

const jp = (fund: DemonstrationFund) => itemIn(fund, idAt("call"), "JP");
const owed = (fund: DemonstrationFund): bigint => fund.state.ledger.get("fund/1060/USD/JP") ?? 0n;

test("[CP20] interest runs from the due date once the days of grace are over", () => {
  // Business days in both countries: 11, 12, 16, 17 and 18 September; Japan rests on the 15th.
  const fund = onlyUsPaid().until("2025-09-18");
  assert.equal(owed(fund), 0n);
  fund.until("2025-09-19");
  // Nine days at 4% a year of 365 days: 2,958,904.109… dollars.
  assert.equal(owed(fund), 295_890_410n);
  assert.equal(fund.state.ledger.get("fund/4030/USD/JP"), -295_890_410n);
  // Ten days are 3,287,671.232…: what is booked is the difference, so no cent is lost by days.
  fund.until("2025-09-20");
  assert.equal(owed(fund), 328_767_123n);
});

test("[CP20] what is paid by the last day of grace bears no interest", () => {
  const fund = onlyUsPaid().until("2025-09-18");
  fund.report(drafts.receipt("JP"));
  fund.until("2025-10-15");
  assert.equal(owed(fund), 0n);
  assert.deepEqual(jp(fund).steps, []);
});

test("[CP20] a payment that is reported later counts from its own day", () => {
  const fund = onlyUsPaid().until("2025-09-25");
  // Fifteen days: 4,931,506.849….
  assert.equal(owed(fund), 493_150_684n);
  fund.report({ ...drafts.receipt("JP"), effectiveDate: "2025-09-17" });
  assert.equal(owed(fund), 0n);
  assert.equal(fund.state.ledger.get("fund/4030/USD/JP"), undefined);
});

test("[CP20] a part that is paid late bears interest to its day, the rest goes on", () => {
  const fund = onlyUsPaid().until("2025-09-20");
  fund.report(drafts.receipt("JP", "100000000000"));
  fund.until("2025-09-30");
  // 1,000,000,000.00 for ten days and 2,000,000,000.00 for twenty: 5,479,452.054….
  assert.equal(owed(fund), 547_945_205n);
});

test("[CP21] money pays what was called, then interest, and the rest is held in advance", () => {
  const fund = onlyUsPaid().until("2025-09-20");
  fund.report(drafts.receipt("JP", "300328767130"));
  assert.equal(owed(fund), 0n);
  assert.equal(fund.state.ledger.get("fund/3015/USD/JP"), undefined);
  assert.equal(fund.state.ledger.get("fund/2130/USD/JP"), -7n);
  assert.equal(fund.state.ledger.get("fund/4030/USD/JP"), -328_767_123n);
});

/** The same fund under a charter that takes contributions in yen too. */
function takingYen(): DemonstrationFund {
  return under(onlyUsPaid(), ({ currencies }) => ({
    currencies: { ...currencies, contribution: ["USD", "JPY"] },
  }));
}

const yenReceipt = (amount: string): ActDraft => {
  const draft = drafts.receipt("JP", amount);
  return { ...draft, body: { ...draft.body, currency: "JPY" } };
};

test("[CP26] yen count with their value at the last fixing; what is short is still owed", () => {
  const fund = takingYen();
  fund.report(booksDrafts.fixing("160.00"));
  fund.report(yenReceipt("320000000000"));
  const { ledger } = fund.state;
  // 320,000,000,000 yen at 160 are 2,000,000,000.00 dollars of the 3,000,000,000.00 called.
  assert.equal(ledger.get("fund/1010/JPY/bank"), 320_000_000_000n);
  assert.equal(ledger.get("fund/1090/USD/JPY"), 200_000_000_000n);
  assert.equal(ledger.get("fund/3015/USD/JP"), 100_000_000_000n);
  assert.equal(fund.state.capital.units.get("founders/JP"), 2_000_000_000_000_000n);
  fund.report(yenReceipt("160000000016"));
  assert.equal(fund.state.ledger.get("fund/3015/USD/JP"), undefined);
  assert.equal(fund.state.ledger.get("fund/2130/USD/JP"), -10n, "what is beyond is held");
});

test("[CP26] a currency that the charter does not take, or without a rate, is refused", () => {
  const code = (fund: DemonstrationFund): string | undefined => {
    const decided = fund.decide(fund.fact(yenReceipt("160")));
    return decided.ok ? undefined : decided.error.code;
  };
  assert.equal(code(onlyUsPaid()), "wrong_currency");
  assert.equal(code(takingYen()), "rate_not_fixed");
});

test("[CP22] the steps follow on the days that the charter says, each once", () => {
  const fund = onlyUsPaid();
  const dates = new Map<string, string>();
  // Counted by hand over both countries' holidays (15 and 23 September in Japan): 10 business days
  // end on 26 September and 20 on 10 October.
  for (const date of ["2025-09-26", "2025-09-27", "2025-10-10", "2025-10-11"]) {
    fund.until(date);
    dates.set(date, jp(fund).steps.join(" "));
  }
  assert.deepEqual(Object.fromEntries(dates), {
    "2025-09-26": "",
    "2025-09-27": "publish",
    "2025-10-10": "publish",
    "2025-10-11": "publish divert",
  });
  fund.until("2026-07-01");
  // Units are forfeited by partners only.
  assert.deepEqual(jp(fund).steps, ["publish", "divert", "dilute"]);
});

test("[CP22] every step is told to the public with its clause", () => {
  const fund = onlyUsPaid().until("2025-10-15");
  fund.report(drafts.receipt("JP", "400000000000"));
  const told = chronicleOf(fund).chronicle.contested.map(({ kind, clause }) => [kind, clause]);
  assert.deepEqual(told, [
    ["defaultStepped", "5.8"],
    ["defaultStepped", "5.8"],
    ["paidLate", "5.4"],
    ["defaultRemedied", "5.8"],
  ]);
});

/** A ladder on which a partner forfeits a quarter of its units after three days. */
function forfeiting(fund: DemonstrationFund): DemonstrationFund {
  const { late } = fund.charter.capital;
  const after = { days: 3, calendar: "calendar" };
  const ladder = [{ step: "forfeit", after, share: "1/4", of: ["partner"] }] as const;
  return withCapital(fund, { late: { ...late!, ladder } });
}

function partnerWithUnits(): { fund: DemonstrationFund; second: string } {
  const fund = forfeiting(admitted(openToPartners(), "PAR"));
  const commitment = promise(fund, "PAR", "100000000000");
  const call = (amount: string, dueDate: string): string =>
    enact(
      fund,
      capitalDrafts.partnerCall({
        ...{ dueDate, price: "1.01666666" },
        items: [{ party: "PAR", commitment, amount }],
      }),
    );
  const first = call("10166666600", "2026-03-31");
  const second = call("20333333200", "2026-04-10");
  fund.until("2026-03-31");
  fund.report(capitalDrafts.receipt(first, "PAR", "10166666600"));
  return { fund, second };
}

test("[CP22] [CP25] a partner forfeits a share of its units, and a remedy gives them back", () => {
  const { fund, second } = partnerWithUnits();
  fund.until("2026-04-14");
  assert.deepEqual(itemIn(fund, second, "PAR").steps, ["forfeit"]);
  assert.equal(fund.state.capital.units.get("partners/PAR"), 75_000_000_000_000n);
  // Forfeited once: the next days take no more.
  fund.until("2026-04-20");
  assert.equal(fund.state.capital.units.get("partners/PAR"), 75_000_000_000_000n);
  const body = { call: second, party: "PAR", dueDate: "2026-05-29", waiveInterest: false };
  enact(fund, capitalDrafts.remedy(body));
  assert.equal(fund.state.capital.units.get("partners/PAR"), 100_000_000_000_000n);
  // Interest of before stays owed, and a new one starts with the new date.
  const before = itemIn(fund, second, "PAR").interest;
  assert.ok(before > 0n);
  fund.until("2026-05-29");
  assert.equal(itemIn(fund, second, "PAR").interest, before);
});

test("[CP24] paying up undoes the steps, but forfeited units stay forfeited", () => {
  const { fund, second } = partnerWithUnits();
  fund.until("2026-04-14");
  const { interest } = itemIn(fund, second, "PAR");
  const amount = (20_333_333_200n + interest).toString();
  fund.report(capitalDrafts.receipt(second, "PAR", amount));
  assert.deepEqual(itemIn(fund, second, "PAR").steps, []);
  assert.equal(fund.state.capital.units.get("partners/PAR"), 275_000_000_000_000n);
});

/** Japan has paid a third of its item and is in default so far that distributions are diverted. */
function diverted(): DemonstrationFund {
  const fund = onlyUsPaid();
  fund.report(drafts.receipt("JP", "100000000000"));
  fund.until("2025-10-15");
  // Income of 400.00 that needs no investment for the test.
  return fund.change((state) => ({
    ...state,
    ledger: state.ledger
      .set("fund/4010/USD/site", -40_000n)
      .set("fund/1010/USD/bank", state.ledger.get("fund/1010/USD/bank")! + 40_000n),
  }));
}

// 35 days of interest on 2,000,000,000.00 are 7,671,232.87…; 80% of that and of the 400.00 are paid
// out: 6,137,306.296.
const PAID_OUT = 613_730_629n;

function declare(fund: DemonstrationFund): void {
  const distribution = fund.enact(drafts.determination(), "ca-2");
  const body = { distribution, amount: PAID_OUT.toString(), currency: "USD" };
  const board = ["us-1", "us-2", "us-3", "jp-1", "jp-2", "jp-4"];
  fund.enact({ type: "distribution.declare", by: "m-1", body }, ...board);
}

test("[CP23] a defaulter's distribution pays what it owes, in the entry that declares it", () => {
  const fund = diverted();
  const interest = owed(fund);
  const before = jp(fund).received;
  declare(fund);
  // Of four billion units Japan has one: a quarter, rounded down; the odd cent is the larger
  // remainder's.
  assert.equal(jp(fund).received - before, PAID_OUT / 4n);
  assert.equal(owed(fund), interest);
  // At 1.00 dollar a unit a cent is ten thousand millionths.
  const units = 1_000_000_000_000_000n + (PAID_OUT / 4n) * 10_000n;
  assert.equal(fund.state.capital.units.get("founders/JP"), units);
  const open = [...fund.state.payments.values()].filter(
    ({ releasedOn }) => releasedOn === undefined,
  );
  assert.deepEqual(
    open.map(({ payee, minor }) => [payee, minor]),
    [["US", PAID_OUT - PAID_OUT / 4n]],
  );
  assert.equal(fund.state.ledger.get("fund/2030/USD/JP"), undefined);
});

test("[CP23] once all is made good nothing is diverted", () => {
  const fund = diverted();
  fund.report({ ...drafts.receipt("JP", "300000000000"), reason: "The rest, with interest" });
  assert.deepEqual(jp(fund).steps, []);
  declare(fund);
  const payees = [...fund.state.payments.values()].map(({ payee, minor }) => [payee, minor]);
  assert.deepEqual(payees, [
    ["JP", PAID_OUT / 2n],
    ["US", PAID_OUT / 2n + 1n],
  ]);
});

test("[CP32] no interest runs and no step follows before the deferred day", () => {
  const fund = fundAt("called");
  enact(fund, capitalDrafts.defer({ dueDate: "2025-11-10" }));
  fund.until(DUE).report(drafts.receipt("US"));
  fund.until("2025-11-10");
  assert.equal(owed(fund), 0n);
  assert.deepEqual(jp(fund).steps, []);
  fund.report(drafts.receipt("JP"));
  assert.equal(jp(fund).received, 300_000_000_000n);
});

test("[CP33] what is paid in a defaulter's place is not asked of it again", () => {
  const fund = onlyUsPaid().until("2025-12-16");
  const id = enact(fund, capitalDrafts.fundShortfall({ amount: "300000000000" }));
  fund.report(capitalDrafts.receipt(id, "US", "300000000000"));
  const interest = owed(fund);
  fund.until("2026-01-20");
  assert.equal(owed(fund), interest);
  // 3,000,000,000 units, and 3,333,333,333.333333 for the same money at a tenth off.
  assert.equal(fund.state.capital.units.get("founders/US"), 6_333_333_333_333_333n);
});

test("[CP41] [CP42] what comes back can be called again until its time is over", () => {
  const fund = fundAt("funded");
  const recall = { clause: "5.10", within: { days: 30, calendar: "calendar" } };
  withCapital(fund, { recall });
  enact(fund, capitalDrafts.giveBack());
  const us = () => commitmentOf(fund, "US");
  const memo = () => fund.state.ledger.get("fund/9020/USD/US");
  assert.equal(memo(), 100_000_000_000n);
  fund.until("2025-10-10");
  assert.equal(us().restored, 100_000_000_000n);
  fund.until("2025-10-11");
  assert.equal(us().restored, 0n);
  assert.equal(memo(), undefined);
});

test("[CP10] [CP12] [CP13] a vehicle without units is called for, within the cap", () => {
  const fund = under(fundAt("committed"), ({ vehicles, capital }) => ({
    vehicles: [
      ...vehicles,
      {
        ...{ id: "site", clause: "4.90", kind: "project", currency: "USD" },
        name: { en: "Site", ja: "拠点" },
      },
    ],
    capital: {
      ...capital,
      yearlyCap: { clause: "5.7", amount: "10.00", fiscalYear: "fund" },
    },
  })).until("2025-06-24");
  const draft = (amount: string, dueDate = "2025-09-10") => ({
    ...{ type: "capital.call", by: "m-1", effectiveDate: dueDate },
    body: {
      ...{ vehicle: "site", currency: "USD", dueDate, purpose: "investment" },
      items: [{ party: "JP", commitment: idAt("JP"), amount }],
    },
  });
  const codeOf = (...of: Parameters<typeof draft>): string => {
    const outcome = fund.decide(fund.proposal(draft(...of)));
    return outcome.ok ? "accepted" : outcome.error.code;
  };
  assert.equal(codeOf("1001"), "yearly_cap_exceeded");
  assert.equal(codeOf("1000", "2025-08-27"), "notice_period_too_short");
  assert.equal(codeOf("1000", "2025-08-29"), "accepted");
  const id = enact(fund, draft("1000"));
  fund.until("2025-09-10");
  fund.report(capitalDrafts.receipt(id, "JP", "1000"));
  assert.equal(fund.state.ledger.get("site/1010/USD/bank"), 1000n);
  assert.equal(fund.state.ledger.get("site/3010/USD/JP"), -1000n);
  assert.equal(fund.state.ledger.get("fund/9010/USD/JP"), 14_999_999_999_000n);
  assert.equal(fund.state.capital.units.size, 0);
});

test("[CP11] the first money of another vehicle's class comes at its founders' price", () => {
  const named = (en: string) => ({ en, ja: `${en}の名称` });
  const fund = under(fundAt("committed"), ({ vehicles, classes }) => ({
    vehicles: [
      ...vehicles,
      { ...{ id: "site", clause: "4.90", kind: "project", currency: "USD" }, name: named("Site") },
    ],
    classes: [
      ...classes,
      {
        ...{ id: "shares", clause: "4.91", vehicle: "site", name: named("Shares") },
        ...{ eligible: ["sovereign"], founderPrice: "2.00", opens: "adoption" },
      },
    ],
  })).until("2025-06-24");
  const draft = (price: string) => ({
    ...{ type: "capital.call", by: "m-1", effectiveDate: "2025-09-10" },
    body: {
      ...{ class: "shares", currency: "USD", dueDate: "2025-09-10", price },
      items: [{ party: "JP", commitment: idAt("JP"), amount: "1000" }],
    },
  });
  const id = enact(fund, draft("2.00"));
  assert.equal(itemIn(fund, id, "JP").microUnits, 5_000_000n);
  // What is called already counts: later money needs a struck price.
  const outcome = fund.decide(fund.proposal({ ...draft("2.00"), reason: "Again" }));
  assert.equal(outcome.ok ? "accepted" : outcome.error.code, "nav_not_struck");
});
