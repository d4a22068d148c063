import type { Json } from "@jointfund/core/base/canonical.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { approvers, drafts, fundAt } from "./stages.ts";

type Body = { readonly [field: string]: Json };

/** What is said of the one investment of the tests, in its currency. */
const money = (amount: string): Body => ({ investment: "abilene", currency: "USD", amount });

/** Drafts of acts about vehicles, investments and their values. */
export const investmentDrafts = {
  vehicle: (body: Body = {}): ActDraft => ({
    type: "vehicle.create",
    by: "m-1",
    body: {
      vehicle: "abilene-spv",
      kind: "project",
      name: { en: "Abilene project vehicle", ja: "アビリーン事業体" },
      currency: "USD",
      owner: "fund",
      ...body,
    },
  }),
  dissolution: (vehicle = "abilene-spv"): ActDraft => ({
    type: "vehicle.dissolve",
    by: "m-1",
    body: { vehicle },
  }),
  /** The same investment through the project's vehicle, with another owner and a lender. */
  holding: (body: Body = {}): ActDraft => ({
    ...drafts.recommendation(),
    body: {
      ...drafts.recommendation().body,
      into: "abilene-spv",
      parties: [
        { company: "crusoe", role: "developer" },
        { company: "bank-one", role: "lender" },
      ],
      capTable: [
        { holder: "crusoe", instrument: "equity", committed: "150000000000" },
        { holder: "bank-one", instrument: "loan", committed: "500000000000" },
      ],
      ...body,
    },
  }),
  followOn: (milestone = "step-3"): ActDraft => ({
    type: "investment.followOn",
    by: "m-1",
    body: {
      investment: "abilene",
      currency: "USD",
      milestones: [{ id: milestone, due: "2026-06-30", amount: "70000000000" }],
    },
  }),
  withdrawal: (certificate: string): ActDraft => ({
    type: "certificate.withdraw",
    by: "en-2",
    body: { investment: "abilene", certificate, reason: "The foundation has cracked" },
  }),
  sponsorFunding: (holder: string, amount: string, body: Body = {}): ActDraft => ({
    type: "investment.sponsorFunded",
    by: "en-1",
    body: { ...money(amount), holder, instrument: "equity", ...body },
  }),
  overrun: (amount = "30000000000"): ActDraft => ({
    type: "investment.overrun",
    by: "en-1",
    body: { ...money(amount), overrun: "steel", cause: "The price of steel" },
  }),
  fundOverrun: (amount: string, payee = "abilene-spv"): ActDraft => ({
    type: "investment.fundOverrun",
    by: "m-1",
    body: { ...money(amount), overrun: "steel", payee },
  }),
  incentive: (treatment: "income" | "reducesCost", amount: string): ActDraft => ({
    type: "incentive.receive",
    by: "cu-1",
    body: { ...money(amount), kind: "taxCredit", authority: "The state of Texas", treatment },
  }),
  capitalReturned: (amount: string): ActDraft => ({
    type: "investment.capitalReturned",
    by: "cu-1",
    body: money(amount),
  }),
  disposal: (part: string, amount: string): ActDraft => ({
    type: "investment.dispose",
    by: "m-1",
    reason: `Sale of ${part}`,
    body: { ...money(amount), part, buyer: "pension-fund" },
  }),
  proceeds: (amount: string): ActDraft => ({
    type: "investment.proceeds",
    by: "cu-1",
    body: money(amount),
  }),
  writeOff: (part: string): ActDraft => ({
    type: "investment.writeOff",
    by: "m-1",
    body: { investment: "abilene", part, cause: "The tenant has failed" },
  }),
  challenge: (fund: DemonstrationFund): ActDraft => ({
    type: "valuation.challenge",
    by: "us-t1",
    body: {
      investment: "abilene",
      valuation: fund.state.investments.get("abilene")!.valuation!.actId,
      grounds: "Rents are not what was assumed",
    },
  }),
  review: (challenge: string, amount: string): ActDraft => ({
    type: "valuation.review",
    by: "au-1",
    body: { ...money(amount), challenge, level: 3, technique: "Discounted rents" },
  }),
  obligation: (body: Body = {}): ActDraft => ({
    type: "obligation.record",
    by: "m-1",
    body: {
      obligation: "substation",
      kind: "power",
      owedBy: "US",
      text: { en: "A substation at the site", ja: "用地の変電所" },
      due: "2026-06-30",
      ...body,
    },
  }),
  fulfilment: (): ActDraft => ({
    type: "obligation.fulfil",
    by: "us-t1",
    body: { obligation: "substation", how: "Connected" },
  }),
  application: (): ActDraft => ({
    type: "pipeline.apply",
    by: "m-1",
    body: {
      application: "shackelford",
      applicant: "crusoe",
      name: { en: "Site in Shackelford County", ja: "シャックルフォード郡の用地" },
      sector: "ai-compute",
      geography: "US",
      currency: "USD",
      amount: "700000000000",
      document: "d".repeat(64),
    },
  }),
} as const;

export function enacted(fund: DemonstrationFund, draft: ActDraft): string {
  return fund.enact(draft, ...approvers[draft.type]!);
}

/** Proposed and approved now, executed once the timelock is over. */
export function enactedOn(fund: DemonstrationFund, draft: ActDraft, date: string): string {
  const id = fund.propose(draft);
  fund
    .approve(id, ...approvers[draft.type]!)
    .until(date)
    .execute(id);
  return id;
}

let made: DemonstrationFund | undefined;

/**
 * The project has a vehicle of its own on 26 September 2025: the fund has funded a billion dollars
 * of its equity, the developer half as much and the lender two billion of a loan.
 */
export function projectFund(): DemonstrationFund {
  made ??= withProject(fundAt("funded"));
  return made.fork();
}

/** The same of a fund whose capital is paid in. */
export function withProject(fund: DemonstrationFund): DemonstrationFund {
  enacted(fund, investmentDrafts.vehicle());
  const recommendation = fund.propose(investmentDrafts.holding());
  fund.until("2025-09-19").approve(recommendation, "us-t1").execute(recommendation);
  enactedOn(fund, drafts.selection(), "2025-09-26");
  fund.report(drafts.certificate("step-1", "100000000000"));
  const closing = { ...drafts.closing(), body: { ...drafts.closing().body, payee: "abilene-spv" } };
  const id = enacted(fund, closing);
  releaseTo(fund, `${id}/1`, "100000000000");
  fund.report(investmentDrafts.sponsorFunding("crusoe", "50000000000"));
  const loan = { instrument: "loan" };
  fund.report(investmentDrafts.sponsorFunding("bank-one", "200000000000", loan));
  return fund;
}

/** Pays the project's vehicle, as if both mirrors had cosigned everything so far. */
export function releaseTo(fund: DemonstrationFund, payment: string, amount: string): void {
  const finalSize = fund.leaves.length;
  fund.change((state) => ({ ...state, trust: { ...state.trust, finalSize } }));
  enacted(fund, drafts.payment(payment, "abilene-spv", amount));
}

/**
 * The developer has not taken part in an overrun of three hundred million, and the time is over.
 */
export function overrunFund(): DemonstrationFund {
  const fund = projectFund();
  fund.report(investmentDrafts.overrun());
  return fund;
}

/** A value that a sovereign has challenged. */
export function contestedFund(): { readonly fund: DemonstrationFund; readonly challenge: string } {
  const fund = fundAt("closed");
  fund.report(drafts.valuation());
  return { fund, challenge: enacted(fund, investmentDrafts.challenge(fund)) };
}
