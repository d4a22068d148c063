import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Effects } from "@jointfund/core/fund/effects.ts";
import type { Rejection } from "@jointfund/core/governance/rejection.ts";
import type { Result } from "@jointfund/core/base/result.ts";
import { balanceOf } from "@jointfund/core/ledger/journal.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { finalise } from "./chronicles.ts";
import { approvers, fundAt } from "./stages.ts";

/**
 * A fund that borrows: USD 6 billion paid in, USD 5 billion of bonds, USD 9 billion invested, so
 * that a fall of the investment's value leads down the ladder of its asset coverage.
 */

export const BILLION = 100_000_000_000n;
const usd = (billions: number): string =>
  (BigInt(Math.round(billions * 1000)) * (BILLION / 1000n)).toString();

const terms = (
  change: { readonly [field: string]: Json } = {},
): { readonly [field: string]: Json } => ({
  limit: usd(6),
  rate: "5%",
  dayCount: "30/360(4.16f)",
  firstPayment: "2026-03-15",
  everyMonths: 6,
  maturity: "2030-09-15",
  instalments: [],
  commitmentFee: "0",
  agencyFee: "0",
  ...change,
});

export const borrowing = {
  fixing: (rate = "0.04"): ActDraft => ({
    ...{ type: "rate.fix", by: "ca-1", body: { index: "usd-term", rate } },
  }),
  bonds: (change: { readonly [field: string]: Json } = {}): ActDraft => ({
    ...{ type: "facility.enter", by: "m-1" },
    body: {
      ...{ facility: "bonds", kind: "bond", vehicle: "fund", lender: "LEN", currency: "USD" },
      ...{ upfrontFee: "0", terms: terms(), ...change },
    },
  }),
  /** A line on a floating rate, with fees of every kind. */
  line: (change: { readonly [field: string]: Json } = {}): ActDraft => ({
    ...{ type: "facility.enter", by: "m-1" },
    body: {
      ...{ facility: "line", kind: "nav", vehicle: "fund", lender: "LEN", currency: "USD" },
      upfrontFee: "500000000",
      terms: terms({
        ...{ limit: usd(4), rate: "2%", index: "usd-term", dayCount: "ACT/360" },
        ...{ firstPayment: "2025-12-31", everyMonths: 3, maturity: "2027-12-31" },
        ...{ commitmentFee: "0.36%", agencyFee: "1000000" },
      }),
      ...change,
    },
  }),
  subscription: (): ActDraft => ({
    ...{ type: "facility.enter", by: "m-1" },
    body: {
      ...{ facility: "bridge", kind: "subscription", vehicle: "fund", lender: "LEN" },
      ...{ currency: "USD", upfrontFee: "0" },
      terms: terms({ limit: usd(75), firstPayment: "2025-12-31", maturity: "2028-12-31" }),
    },
  }),
  terms,
  draw: (facility: string, billions: number, due = "2025-12-30"): ActDraft => ({
    ...{ type: "facility.draw", by: "m-1" },
    body: { facility, currency: "USD", amount: usd(billions), due },
  }),
  receipt: (facility: string, drawing: string, billions: number): ActDraft => ({
    ...{ type: "facility.receive", by: "cu-1" },
    body: { facility, drawing, currency: "USD", amount: usd(billions) },
  }),
  repayment: (facility: string, part: string, amount: string): ActDraft => ({
    ...{ type: "facility.repay", by: "us-t1" },
    body: { facility, part, currency: "USD", amount },
  }),
  prepayment: (facility: string, billions: number): ActDraft => ({
    ...{ type: "facility.prepay", by: "m-1" },
    body: { facility, currency: "USD", amount: usd(billions) },
  }),
  refinancing: (facility: string, replaces: string, billions: number): ActDraft => ({
    ...{ type: "facility.refinance", by: "m-1" },
    body: { facility, replaces, currency: "USD", amount: usd(billions), due: "2025-12-30" },
  }),
  named: (type: string, facility: string, by: string): ActDraft => ({
    ...{ type, by, body: { facility } },
  }),
  guarantee: (change: { readonly [field: string]: Json } = {}): ActDraft => ({
    ...{ type: "guarantee.grant", by: "us-t1" },
    body: {
      ...{ party: "US", facility: "bonds", currency: "USD", amount: usd(2) },
      expires: "2028-09-30",
      authority: {
        ...{ law: "Joint Fund Act of US", fiscalYear: "2025" },
        ...{ amount: usd(30), expires: "2030-09-30" },
      },
      ...change,
    },
  }),
  called: (guarantee: string, billions: number): ActDraft => ({
    ...{ type: "guarantee.call", by: "le-1" },
    body: { guarantee, currency: "USD", amount: usd(billions) },
  }),
  waiver: (upTo: string, until: string, covenant = "asset-coverage"): ActDraft => ({
    ...{ type: "covenant.waive", by: "m-1", body: { covenant, upTo, until } },
  }),
  cure: (due: string, covenant = "asset-coverage"): ActDraft => ({
    ...{ type: "covenant.cure", by: "m-1" },
    body: { covenant, currency: "USD", amount: usd(1), due },
  }),
  sale: (due: string, investments: readonly string[] = ["tower"]): ActDraft => ({
    ...{ type: "deleverage.plan", by: "m-1" },
    body: { covenant: "asset-coverage", currency: "USD", amount: usd(1), investments, due },
  }),
  /** A valuation of the one investment, in thousandths of a billion. */
  worth: (billions: number): ActDraft => ({
    ...{ type: "valuation.submit", by: "va-1" },
    body: {
      ...{ investment: "tower", currency: "USD", amount: usd(billions) },
      ...{ level: 3, technique: "Comparison" },
    },
  }),
  income: (amount: string): ActDraft => ({
    ...{ type: "investment.income", by: "cu-1" },
    body: { investment: "tower", character: "dividend", currency: "USD", amount },
  }),
} as const;

/** Proposes, approves and executes at once; what the execution is refused for, if it is. */
export function tryEnact(fund: DemonstrationFund, draft: ActDraft): Result<Effects, Rejection> {
  const proposed = fund.submit(fund.proposal(draft));
  if (!proposed.ok) return proposed;
  const id = fund.idOf(fund.act(draft));
  fund.approve(id, ...approvers[draft.type]!);
  return fund.submit(fund.execution(id, "us-t1"));
}

export const enact = (fund: DemonstrationFund, draft: ActDraft): string =>
  fund.enact(draft, ...approvers[draft.type]!);

/** The same for an act that stands still for some days after its approval. */
export function enactAfter(fund: DemonstrationFund, draft: ActDraft, date: string): string {
  const id = fund.propose(draft);
  fund.approve(id, ...approvers[draft.type]!);
  fund.until(date).execute(id);
  return id;
}

/** Makes everything recorded so far final, and releases what waits and the cash suffices for. */
export function releaseAll(fund: DemonstrationFund): void {
  finalise(fund);
  for (const { id, payee, currency, minor, releasedOn } of fund.state.payments.values()) {
    const cash = balanceOf(fund.state.ledger, { vehicle: "fund", account: "1010", currency });
    if (releasedOn !== undefined || cash < minor) continue;
    const body = { payment: id, payee, currency, amount: minor.toString() };
    fund.enact({ type: "payment.release", by: "us-t1", body }, "jp-t1");
  }
}

const made = new Map<string, DemonstrationFund>();

function once(name: string, make: () => DemonstrationFund): DemonstrationFund {
  let fund = made.get(name);
  if (fund === undefined) made.set(name, (fund = make()));
  return fund.fork();
}

/** Facilities are entered and a rate is fixed; nothing is drawn. On 17 September 2025. */
export const entered = (): DemonstrationFund =>
  once("entered", () => {
    const fund = fundAt("funded");
    fund.report(borrowing.fixing());
    const drafts = [borrowing.bonds(), borrowing.line()];
    const ids = drafts.map((draft) => {
      const id = fund.propose(draft);
      fund.approve(id, ...approvers[draft.type]!);
      return id;
    });
    fund.until("2025-09-17");
    for (const id of ids) fund.execute(id);
    return fund;
  });

/** USD 5 billion of bonds are out. On 17 September 2025. */
export const drawn = (): DemonstrationFund =>
  once("drawn", () => {
    const fund = entered();
    const drawing = enact(fund, borrowing.draw("bonds", 5));
    fund.report(borrowing.receipt("bonds", drawing, 5));
    return fund;
  });

/** USD 9 billion of what was paid in and borrowed is invested and paid. On 6 October 2025. */
export const invested = (): DemonstrationFund =>
  once("invested", () => {
    const fund = drawn();
    const recommended = fund.propose({
      ...{ type: "investment.recommend", by: "m-1" },
      body: {
        ...{ investment: "tower", name: { en: "Tower", ja: "タワー" }, vehicle: "fund" },
        ...{ sector: "power", geography: "US", currency: "USD" },
        parties: [{ company: "builder", role: "developer" }],
        milestones: [
          { id: "step-1", due: "2025-09-26", amount: usd(9) },
          { id: "step-2", due: "2026-09-25", amount: usd(1) },
        ],
      },
    });
    fund.until("2025-09-29");
    fund.approve(recommended, "us-t1").execute(recommended);
    const select = { type: "investment.select", by: "m-1", body: { investment: "tower" } };
    enactAfter(fund, select, "2025-10-06");
    const certified = { currency: "USD", amount: usd(9), reachedOn: "2025-10-06" };
    fund.report({
      ...{ type: "milestone.certify", by: "en-1", evidence: ["e".repeat(64)] },
      body: { investment: "tower", milestone: "step-1", report: "Site visit", ...certified },
    });
    const body = { investment: "tower", milestone: "step-1", payee: "builder" };
    enact(fund, { type: "investment.close", by: "m-1", body });
    releaseAll(fund);
    return fund;
  });
