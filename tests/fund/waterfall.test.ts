import assert from "node:assert/strict";
import { test } from "node:test";
import { bookOf } from "@jointfund/core/distributions/waterfall-book.ts";
import { capitalAccountsOf } from "@jointfund/core/fund/waterfall/capital-accounts.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Effects } from "@jointfund/core/fund/effects.ts";
import { evolve } from "@jointfund/core/fund/evolve.ts";
import { capitalInWaterfalls } from "@jointfund/core/fund/waterfall/waterfall-rules.ts";
import { post } from "@jointfund/core/ledger/journal.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { withProject } from "../support/investment-drafts.ts";
import { drafts, fundAt } from "../support/stages.ts";
import {
  AMERICAN,
  calledUnder,
  declared,
  earned,
  EUROPEAN,
  incomeOf,
  MEMORANDUM,
  paidInUnder,
  unlimited,
} from "../support/waterfall-funds.ts";

/** Amounts are worked out by hand: three billion dollars are 300,000,000,000 cents. */
const PAID_IN = 300_000_000_000n;

const balance = ({ ledger }: FundState, account: string, subject: string): bigint =>
  ledger.get(`fund/${account}/USD/${subject}`) ?? 0n;

const recoupmentOf = ({ state }: DemonstrationFund) => bookOf(state.waterfalls, "fund").recoupment!;

const paidOf = ({ state }: DemonstrationFund, id: string) =>
  Object.fromEntries(state.distributions.get(id)!.shares!.map((s) => [s.party, s.minor]));

test("[WF10] capital is put down as it comes in, and only the beneficiary's is principal", () => {
  const fund = calledUnder(MEMORANDUM);
  fund.report(drafts.receipt("US"));
  assert.equal(bookOf(fund.state.waterfalls, "fund").recoupment, undefined);
  fund.report(drafts.receipt("JP", "100000000000"));
  assert.equal(recoupmentOf(fund).principal, 100_000_000_000n);
  fund.until("2025-12-10");
  fund.report(drafts.receipt("JP", "200000000000"));
  // A quarter of a year at 6 % on the first thousand million dollars.
  assert.equal(recoupmentOf(fund).interest, 1_500_000_000n);
  assert.equal(recoupmentOf(fund).principal, PAID_IN);
});

test("[WF10] of a vehicle's capital further down the beneficiary's part is principal", () => {
  const fund = paidInUnder(MEMORANDUM);
  fund.change((state) => {
    const [main] = state.charter.vehicles;
    const [terms] = state.charter.distributions;
    const project = { ...main!, id: "plant", kind: "project" as const, clause: "4.7" };
    const distributions = [...state.charter.distributions, { ...terms!, vehicle: "projects" }];
    const vehicles = [main!, project];
    const call = [...state.capital.calls.values()][0]!;
    const items = [{ ...call.items[0]!, party: "fund", minor: 101n, received: 0n }];
    const calls = state.capital.calls.set(call.id, { ...call, vehicle: "plant", items });
    return {
      ...state,
      charter: { ...state.charter, vehicles, distributions },
      capital: { ...state.capital, calls },
    };
  });
  fund.report({
    ...drafts.receipt("US", "101"),
    body: { ...drafts.receipt("US", "101").body, party: "fund" },
  });
  // Half of 101 cents, cut to a cent: the fund's own capital is half Japan's.
  assert.equal(bookOf(fund.state.waterfalls, "plant").recoupment!.principal, 50n);
  // It is recouped there, and no more where it came from.
  assert.equal(recoupmentOf(fund).principal, PAID_IN - 50n);
});

test("[WF14] a determination accrues to its date, and a declaration pays interest first", () => {
  const fund = paidInUnder(MEMORANDUM).until("2025-12-10");
  const id = earned(fund, 10_000_000_001n);
  // 90 days of 360 at 6 % on three billion dollars are 45,000,000.
  assert.equal(recoupmentOf(fund).interest, 4_500_000_000n);
  assert.equal(balance(fund.state, "9050", "JP"), PAID_IN + 4_500_000_000n);
  declared(fund, id);
  // The odd cent of the half goes to the first in the charter's order.
  assert.deepEqual(paidOf(fund, id), { JP: 5_000_000_000n, US: 5_000_000_001n });
  assert.equal(recoupmentOf(fund).interest, 0n);
  assert.equal(recoupmentOf(fund).principal, PAID_IN - 500_000_000n);
});

test("[WF11] what is open stands in memo accounts, and each equals its balance", () => {
  const fund = paidInUnder(EUROPEAN).until("2026-09-10");
  const id = earned(fund, 640_000_000_000n);
  for (const party of ["US", "JP"]) {
    assert.equal(balance(fund.state, "9060", party), 24_000_000_000n);
    assert.equal(balance(fund.state, "9069", party), -24_000_000_000n);
  }
  declared(fund, id);
  // After 600 of capital there are 40 of the 48 thousand million cents of preferred return.
  assert.equal(balance(fund.state, "9060", "US"), 4_000_000_000n);
});

test("[WF9] the record says of each tier its size, what it took and why it took no more", () => {
  const fund = paidInUnder(MEMORANDUM).until("2025-12-10");
  const id = earned(fund, 700_000_000_000n);
  declared(fund, id);
  const { tiers } = fund.state.distributions.get(id)!;
  assert.deepEqual(
    tiers!.map(({ tier, size, minor, ending }) => [tier, size?.num, minor, ending]),
    [
      ["deemed", 609_000_000_000n, 609_000_000_000n, "reached"],
      ["after", undefined, 91_000_000_000n, "rest"],
    ],
  );
  assert.deepEqual(paidOf(fund, id), { JP: 313_600_000_000n, US: 386_400_000_000n });
});

test("[WF13] income, realised gains and returned capital are paid and booked apart", () => {
  const fund = fundAt("earning");
  // Ten thousand million cents of income are there; a formula of cash goes beyond them.
  fund.change((state) => {
    const [terms] = state.charter.distributions;
    const formula = "cash - payables - minimumCash of initialCapital";
    return { ...state, charter: { ...state.charter, distributions: [{ ...terms!, formula }] } };
  });
  const gain = 1_000_000_000n;
  fund.change((state) => ({
    ...state,
    ledger: state.ledger
      .set("fund/4040/USD/abilene", -gain)
      .set("fund/1010/USD/bank", state.ledger.get("fund/1010/USD/bank")! + gain),
  }));
  const id = fund.enact(drafts.determination(), "ca-2");
  const { minor } = fund.state.distributions.get(id)!;
  assert.equal(minor, 461_000_000_001n, "600 + 10 + 1 - 100 - 50 thousand million cents, and one");
  declared(fund, id);
  const booked = (account: string): bigint =>
    balance(fund.state, account, "US") + balance(fund.state, account, "JP");
  assert.deepEqual(["3040", "3042", "3044"].map(booked), [10_000_000_001n, gain, 450_000_000_000n]);
  for (const share of fund.state.distributions.get(id)!.shares!) {
    assert.equal(share.income + share.gain + share.capital, share.minor);
  }
});

test("[WF12] whoever the order does not name comes after it, in order of id", () => {
  const fund = fundAt("determined");
  fund.change((state) => {
    const units = ["zeta", "alpha"].reduce(
      (all, holder) => all.set(`founders/${holder}`, 1n),
      state.capital.units.set("founders/US", 1n).set("founders/JP", 1n),
    );
    const id = [...state.distributions.keys()][0]!;
    const distribution = { ...state.distributions.get(id)!, minor: 3n };
    return {
      ...state,
      capital: { ...state.capital, units },
      distributions: state.distributions.set(id, distribution),
    };
  });
  const [id] = [...fund.state.distributions.keys()];
  declared(fund, id!);
  assert.deepEqual(paidOf(fund, id!), { JP: 1n, US: 1n, alpha: 1n });
});

test("[WF10] what a fund invests in a project is recouped from the project's cash", () => {
  const [terms] = MEMORANDUM.distributions!;
  const project = { ...terms!, vehicle: "projects", formula: "max(0 USD, cash - payables)" };
  const fund = unlimited(
    calledUnder({ ...MEMORANDUM, distributions: [terms!, { ...project, clause: "11.11" }] }),
  );
  for (const party of ["US", "JP"] as const) fund.report(drafts.receipt(party));
  withProject(fund);
  const principalOf = (vehicle: string): bigint =>
    bookOf(fund.state.waterfalls, vehicle).recoupment!.principal;
  // A thousand million dollars are in, half of them Japan's.
  assert.equal(principalOf("abilene-spv"), 50_000_000_000n);
  assert.equal(principalOf("fund"), PAID_IN - 50_000_000_000n);
  fund.until("2025-10-26");
  // 350 are in the vehicle and 200 lent to it: 150 are paid out. 30 days at 6 % are 0.25.
  assert.deepEqual(distributedBy(fund, "abilene-spv"), [55_200_000_000n, 94_800_000_000n]);
  assert.equal(principalOf("abilene-spv"), 0n);
  const paid = [...fund.state.payments.values()].filter(({ vehicle }) => vehicle === "abilene-spv");
  assert.deepEqual(
    paid.map(({ payee }) => payee),
    ["JP", "US"],
  );
});

test("[WF15] a vehicle that holds units is paid each character into its own book", () => {
  const fund = fundAt("determined");
  fund.change((state) => {
    const [main] = state.charter.vehicles;
    const feeder = { ...main!, id: "feeder", kind: "feeder" as const, clause: "4.6" };
    const charter = { ...state.charter, vehicles: [main!, feeder] };
    const units = state.capital.units.set("founders/feeder", 6_000_000_000_000_000n);
    return { ...state, charter, capital: { ...state.capital, units } };
  });
  declared(fund, [...fund.state.distributions.keys()][0]!);
  const payments = [...fund.state.payments.values()].filter(({ payee }) => payee === "feeder");
  assert.deepEqual(
    payments.map(({ minor, into }) => [minor, into]),
    [[4_000_000_000n, { vehicle: "feeder", account: "4010", subject: "fund" }]],
  );
});

/** An umbrella over two project vehicles whose owner is the fund; the fund's capital is in both. */
function underUmbrella(scope: "umbrella" | "fund"): DemonstrationFund {
  const fund = paidInUnder(MEMORANDUM);
  return fund.change((state) => {
    const { charter } = state;
    const [main] = charter.vehicles;
    const [terms] = charter.distributions;
    const waterfall = { ...charter.waterfalls[0]!, id: "projects", scope };
    const vehicles = [
      main!,
      { ...main!, id: "pool", kind: "umbrella" as const },
      { ...main!, id: "plant", kind: "project" as const, owners: [{ vehicle: "pool" }] },
      { ...main!, id: "port", kind: "project" as const, owners: [{ vehicle: "pool" }] },
    ];
    const distributions = [
      terms!,
      { ...terms!, vehicle: "projects", formula: "cash", waterfall: "projects" },
    ];
    const waterfalls = [charter.waterfalls[0]!, waterfall];
    return { ...state, charter: { ...charter, vehicles, distributions, waterfalls } };
  });
}

/** Capital of Japan in a project, as whatever act books it. */
function paidIntoProject(fund: DemonstrationFund, vehicle: string, minor: bigint): void {
  const call = [...fund.state.capital.calls.values()][0]!;
  const item = { ...call.items.find(({ party }) => party === "JP")!, minor, received: 0n };
  fund.change((state) => ({
    ...state,
    capital: {
      ...state.capital,
      calls: state.capital.calls.set(call.id, { ...call, vehicle, items: [item] }),
    },
  }));
  const draft = drafts.receipt("JP", minor.toString());
  fund.report({ ...draft, reason: vehicle, effectiveDate: fund.state.today });
}

function distributedBy(fund: DemonstrationFund, vehicle: string): readonly bigint[] {
  const draft = { ...drafts.determination(), reason: vehicle, body: { vehicle } };
  const id = fund.enact(draft, "ca-2");
  declared(fund, id);
  return fund.state.distributions.get(id)!.shares!.map(({ minor }) => minor);
}

test("[WF11] below an umbrella one project makes good another, else each is on its own", () => {
  for (const [scope, paid] of [
    // 100 and 100 are in; the port brings 100 and the plant 300: of 400 the first 400 are halved.
    ["umbrella", [150_000n, 150_000n]],
    // Alone the plant halves 200, and gives a tenth of the other 100 to Japan.
    ["fund", [110_000n, 190_000n]],
  ] as const) {
    const fund = unlimited(underUmbrella(scope));
    paidIntoProject(fund, "plant", 100_000n);
    paidIntoProject(fund, "port", 100_000n);
    // What the plant has earned besides.
    fund.change((state) => ({
      ...state,
      ledger: post(state.ledger, {
        ...{ id: "x/1", vehicle: "plant", effectiveDate: state.today },
        postings: [
          { account: "1010", subject: "bank", currency: "USD", minor: 200_000n },
          { account: "4010", subject: "plant", currency: "USD", minor: -200_000n },
        ],
      }),
    }));
    assert.deepEqual(distributedBy(fund, "port"), [50_000n, 50_000n], scope);
    assert.deepEqual(distributedBy(fund, "plant"), paid, scope);
  }
});

/** Money that a vehicle pays for investments, as their closing books it. */
function invested(fund: DemonstrationFund, costs: { readonly [id: string]: bigint }): void {
  const postings = Object.entries(costs).flatMap(([subject, minor]) => [
    { account: "1050", subject, currency: "USD", minor },
    { account: "2010", subject, currency: "USD", minor: -minor },
  ]);
  const { state } = fund;
  const id = `x/${fund.leaves.length}`;
  const entry = { ...{ id, vehicle: "fund", effectiveDate: state.today }, postings };
  const effects: Effects = [{ kind: "posted", entry }];
  const context = fund.context();
  const caused = capitalInWaterfalls({ before: state, after: state, effects, id: "x", context });
  fund.change((before) => evolve(before, [...effects, ...caused], context.recordedAt));
}

/** All that is owed of an investment's income, determined as that investment's money. */
function determinedOf(fund: DemonstrationFund, investment: string): string {
  const draft = { ...drafts.determination(), reason: investment };
  return fund.enact({ ...draft, body: { vehicle: "fund", investment } }, "ca-2");
}

const takenBy = ({ state }: DemonstrationFund, id: string): readonly bigint[] =>
  state.distributions.get(id)!.tiers!.map(({ minor }) => minor);

test("[CY3] American: of an investment's money its own capital comes back, not another's", () => {
  const fund = unlimited(paidInUnder(AMERICAN));
  invested(fund, { abilene: 100_000n, port: 400_000n });
  fund.until("2026-09-10");
  fund.report({ ...incomeOf(150_000n), effectiveDate: fund.state.today });
  const id = determinedOf(fund, "abilene");
  declared(fund, id);
  // 100 of capital, 8 for the year, 2 to catch up, and the other 40 split.
  assert.deepEqual(takenBy(fund, id), [100_000n, 8000n, 2000n, 40_000n]);
  const { pools } = bookOf(fund.state.waterfalls, "fund");
  assert.equal(pools.get("port")!.get("US")!.unreturned, 200_000n);
});

test("[CY3] American: what is written off comes back before profit of another investment", () => {
  const fund = unlimited(paidInUnder(AMERICAN));
  invested(fund, { abilene: 100_000n, port: 40_000n });
  fund.change((state) => {
    const written = { id: "port", status: "writtenOff" } as const;
    const lost = { ...state.investments.get("abilene")!, ...written };
    return { ...state, investments: state.investments.set("port", lost) };
  });
  fund.until("2026-09-10");
  fund.report({ ...incomeOf(160_000n), effectiveDate: fund.state.today });
  const id = determinedOf(fund, "abilene");
  declared(fund, id);
  // 140 of capital, 11.2 of return, and of 8.8 that are left 2.8 to catch up.
  assert.deepEqual(takenBy(fund, id), [140_000n, 11_200n, 2800n, 6000n]);
});

test("[CA1] capital accounts of the fund sum to its net assets, whatever its tiers", () => {
  for (const terms of [{}, MEMORANDUM, EUROPEAN, AMERICAN]) {
    const fund = paidInUnder(terms).until("2026-03-10");
    declared(fund, earned(fund, 700_000_000_003n));
    fund.report({ ...drafts.income(), reason: "More" });
    const accounts = capitalAccountsOf(fund.state, "fund");
    assert.ok(accounts.ok);
    const sum = [...accounts.value.values()].reduce((whole, minor) => whole + minor, 0n);
    assert.equal(sum, new VehicleFigures(fund.state, "fund").netAssets);
  }
});
