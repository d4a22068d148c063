import assert from "node:assert/strict";
import { test } from "node:test";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { FUND_CHECKS } from "@jointfund/core/fund/checks/checks.ts";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { Chronicle } from "@jointfund/core/fund/chronicle.ts";
import { ownedShare } from "@jointfund/core/investments/ownership.ts";
import { accountBalances, balanceOf } from "@jointfund/core/ledger/journal.ts";
import {
  enacted,
  enactedOn,
  investmentDrafts as drafted,
  projectFund,
  releaseTo,
} from "../support/investment-drafts.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt } from "../support/stages.ts";

const book = (fund: DemonstrationFund, vehicle: string): { [account: string]: bigint } =>
  Object.fromEntries(
    accountBalances(fund.state.ledger, vehicle).map(({ account, minor }) => [account, minor]),
  );

test("[IN1] a project's vehicle stands in the charter's schedule, below its owner", () => {
  const fund = fundAt("funded");
  enacted(fund, drafted.vehicle());
  const { charter, today, investments } = fund.state;
  assert.equal(charter.vehicles.at(-1)?.id, "abilene-spv");
  const group = { vehicles: charter.vehicles, investments };
  assert.deepEqual(ownedShare(group, "fund", "abilene-spv", today), Ratio.one);
});

test("[IN3] the fund's money and the others' come into the vehicle's own book", () => {
  const fund = projectFund();
  assert.deepEqual(book(fund, "abilene-spv"), {
    "1010": 350_000_000_000n,
    "2097": -200_000_000_000n,
    "3010": -150_000_000_000n,
  });
  const { charter, today, investments } = fund.state;
  const group = { vehicles: charter.vehicles, investments };
  assert.deepEqual(ownedShare(group, "fund", "abilene-spv", today), Ratio.make(2n, 3n));
});

test("[IN3] until the cash has come the vehicle's book says that it is called", () => {
  const fund = projectFund();
  fund.report(drafts.certificate("step-2", "150000000000"));
  fund.until("2025-12-24");
  const body = { ...drafts.advance().body, payee: "abilene-spv" };
  const id = enacted(fund, { ...drafts.advance(), body });
  assert.equal(book(fund, "abilene-spv")["3015"], 150_000_000_000n);
  releaseTo(fund, `${id}/1`, "150000000000");
  assert.equal(book(fund, "abilene-spv")["3015"], undefined);
  assert.equal(book(fund, "abilene-spv")["1010"], 500_000_000_000n);
});

test("[IN5] the vehicle invests in its turn, by its own book", () => {
  const fund = projectFund();
  const site = {
    ...drafts.recommendation(),
    body: {
      ...drafts.recommendation().body,
      ...{ investment: "site", vehicle: "abilene-spv" },
      milestones: [{ id: "ground", due: "2025-10-01", amount: "90000000000" }],
    },
  };
  const recommendation = fund.propose(site);
  fund.until("2025-10-06").approve(recommendation, "us-t1").execute(recommendation);
  enactedOn(fund, { ...drafts.selection(), body: { investment: "site" } }, "2025-10-14");
  const certificate = drafts.certificate("ground", "90000000000");
  fund.report({ ...certificate, body: { ...certificate.body, investment: "site" } });
  const body = { investment: "site", milestone: "ground", payee: "crusoe" };
  enacted(fund, { ...drafts.closing(), body });
  const cost = { vehicle: "abilene-spv", account: "1050", currency: "USD", subject: "site" };
  assert.equal(balanceOf(fund.state.ledger, cost), 90_000_000_000n);
});

test("[IN4] what the vehicle pays out comes in by the investment, capital as less cost", () => {
  const fund = projectFund();
  const paid = fund.enact(
    {
      type: "distribution.determine",
      by: "ca-1",
      body: { vehicle: "abilene-spv" },
    },
    "ca-2",
  );
  const { minor } = fund.state.distributions.get(paid)!;
  // Cash of 350 less the loan of 200; two thirds are the fund's.
  assert.equal(minor, 150_000_000_000n);
  const body = { distribution: paid, amount: minor.toString(), currency: "USD" };
  const declared = { type: "distribution.declare", by: "m-1", body };
  const id = fund.enact(declared, "us-1", "us-2", "us-3", "jp-1", "jp-2", "jp-4");
  const payment = [...fund.state.payments.values()].find(
    (each) => each.payee === "fund" && each.id.startsWith(id),
  )!;
  const finalSize = fund.leaves.length;
  fund.change((state) => ({ ...state, trust: { ...state.trust, finalSize } }));
  enacted(fund, drafts.payment(payment.id, "fund", payment.minor.toString()));
  const { cost, relieved } = fund.state.investments.get("abilene")!;
  assert.deepEqual([payment.minor, cost, relieved], [100_000_000_000n, 0n, 100_000_000_000n]);
});

test("[IN2] a vehicle goes when nothing is left in it, and its book stays", () => {
  const fund = fundAt("funded");
  enacted(fund, drafted.vehicle());
  enacted(fund, drafted.dissolution());
  const vehicle = fund.state.charter.vehicles.find(({ id }) => id === "abilene-spv");
  assert.equal(vehicle?.dissolvedOn, "2025-09-10");
  const refused = fund.submit(fund.proposal(drafted.holding()));
  assert.ok(!refused.ok && refused.error.code === "vehicle_dissolved");
});

/** A charter that says how umbrellas distribute: as projects do. */
function poolingFund(): DemonstrationFund {
  return fundAt("funded").change((state) => {
    const { distributions } = state.adopted;
    const ofProjects = distributions.find(({ vehicle }) => vehicle === "projects")!;
    const pooled = [...distributions, { ...ofProjects, clause: "11.19", vehicle: "umbrellas" }];
    const adopted = { ...state.adopted, distributions: pooled };
    return { ...state, adopted, charter: { ...state.charter, distributions: pooled } };
  });
}

/** Recommended, selected and, if it asks for a certificate, certified and closed by one vehicle. */
function invest(
  fund: DemonstrationFund,
  id: string,
  of: { readonly vehicle: string; readonly into: string; readonly others: string },
): void {
  const { vehicle, into, others } = of;
  const due = fund.state.today;
  const milestones = [{ id: "all", due, amount: "30000000000" }];
  const capTable = [{ holder: "crusoe", instrument: "equity", committed: others }];
  const draft = drafted.holding({ investment: id, vehicle, into, milestones, capTable });
  const recommendation = fund.propose(draft);
  const days = (count: number): string =>
    new Date(Date.parse(fund.state.today) + count * 86_400_000).toISOString().slice(0, 10);
  fund.until(days(9)).approve(recommendation, "us-t1").execute(recommendation);
  enactedOn(fund, { ...drafts.selection(), body: { investment: id } }, days(9));
  const certificate = drafts.certificate("all", "30000000000");
  fund.report({ ...certificate, body: { ...certificate.body, investment: id } });
  const body = { investment: id, milestone: "all", payee: into };
  enacted(fund, { ...drafts.closing(), body });
}

test("[IN16] an umbrella pools projects, and the fund's share of each goes through it", () => {
  const fund = poolingFund();
  enacted(fund, drafted.vehicle({ vehicle: "pool", kind: "umbrella" }));
  enacted(fund, drafted.vehicle({ vehicle: "site-a", owner: "pool" }));
  enacted(fund, drafted.vehicle({ vehicle: "site-b", owner: "pool" }));
  invest(fund, "in-pool", { vehicle: "fund", into: "pool", others: "10000000000" });
  invest(fund, "in-a", { vehicle: "pool", into: "site-a", others: "30000000000" });
  fund.report(drafted.sponsorFunding("crusoe", "10000000000", { investment: "in-pool" }));
  fund.report(drafted.sponsorFunding("crusoe", "30000000000", { investment: "in-a" }));
  const { charter, today, investments } = fund.state;
  const group = { vehicles: charter.vehicles, investments };
  // Three quarters of the pool, and a half of the site below it.
  assert.deepEqual(ownedShare(group, "fund", "pool", today), Ratio.make(3n, 4n));
  assert.deepEqual(ownedShare(group, "fund", "site-a", today), Ratio.make(3n, 8n));
  // Nobody has invested in the other site yet: it is the pool's alone.
  assert.deepEqual(ownedShare(group, "fund", "site-b", today), Ratio.make(3n, 4n));
});

test("[IN11] the named checks hold of a project's books after an overrun and a sale", () => {
  const fund = projectFund();
  fund.report(drafted.overrun());
  enacted(fund, drafted.fundOverrun("20000000000"));
  fund.until("2025-11-13");
  enactedOn(fund, drafted.disposal("1/3", "50000000000"), "2025-11-19");
  const checks = FUND_CHECKS.filter(({ name }) => ["investments", "capital"].includes(name));
  const outcome = runChecks(checks, { state: fund.state, chronicle: new Chronicle() });
  assert.deepEqual(
    outcome.flatMap(({ breaches }) => breaches),
    [],
  );
});
