import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Tier, Waterfall } from "@jointfund/core/charter/distribution-terms.ts";
import { approvers, drafts, fundAt } from "./stages.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";

/** Funds whose money goes through other tiers than the example's: a memorandum's, or with carry. */

const name = (en: string) => ({ en, ja: en });

const tier = (id: string, to: Tier["to"], until?: Tier["until"]): Tier => ({
  ...{ id, name: name(id), to },
  ...(until && { until }),
});

const waterfall = (scope: Waterfall["scope"], tiers: readonly Tier[]): Partial<Charter> => ({
  waterfalls: [{ id: "by-units", clause: "11.6", name: name("Tiers"), scope, tiers }],
  // All cash that is not owed, so that amounts are easy to reckon.
  distributions: [
    { clause: "11.1", vehicle: "fund", formula: "distributableIncome", waterfall: "by-units" },
  ],
});

const HALVES = { shares: { US: "1/2", JP: "1/2" } };

/** 50/50 until Japan has its capital back at 6 %, then 90/10. */
export const MEMORANDUM: Partial<Charter> = {
  ...waterfall("fund", [
    tier("deemed", HALVES, { kind: "recouped" }),
    tier("after", { shares: { US: "9/10", JP: "1/10" } }),
  ]),
  recoupment: {
    clause: "11.7",
    beneficiary: "JP",
    reading: "cumulative",
    rate: { spread: "6%", dayCount: "30E/360(4.16g)" },
    compounding: false,
    instalments: 10,
    longStop: { clause: "11.8", years: 20, consequence: name("Shares are agreed anew") },
  },
};

const FOUR_TIERS: readonly Tier[] = [
  tier("capital", { proportionalTo: "owed" }, { kind: "returned" }),
  tier("preferred", { proportionalTo: "owed" }, { kind: "preferred" }),
  tier("catch-up", { shares: { MGR: "1" } }, { kind: "caughtUp" }),
  tier("split", { shares: { US: "2/5", JP: "2/5", MGR: "1/5" } }),
];

const CARRY: Pick<Charter, "carry"> = {
  carry: {
    clause: "11.9",
    holder: "MGR",
    share: "1/5",
    hurdle: "8%",
    compounding: "simple",
    dayCount: "30E/360(4.16g)",
    clawback: { clause: "11.10", escrow: "30%", cap: "100%" },
  },
};

/** Capital, 8 % a year, full catch-up to a fifth for the manager, then four to one. */
export const EUROPEAN: Partial<Charter> = { ...waterfall("fund", FOUR_TIERS), ...CARRY };

/** The same, investment by investment. */
export const AMERICAN: Partial<Charter> = { ...waterfall("investment", FOUR_TIERS), ...CARRY };

/** Founders' capital is called and not yet paid, under other terms of distribution. */
export function calledUnder(terms: Partial<Charter>): DemonstrationFund {
  const fund = fundAt("called");
  fund.change((state) => ({ ...state, charter: { ...state.charter, ...terms } }));
  return fund.until("2025-09-10");
}

/** Both have paid in three billion dollars each, and there is an investment that may earn. */
export function paidInUnder(terms: Partial<Charter>): DemonstrationFund {
  const fund = calledUnder(terms);
  fund.report(drafts.receipt("US"));
  fund.report(drafts.receipt("JP"));
  const { investments } = fundAt("closed").state;
  return fund.change((state) => ({ ...state, investments }));
}

export const incomeOf = (amount: bigint): ActDraft => ({
  ...drafts.income(),
  reason: `Income of ${amount}`,
  body: { ...drafts.income().body, amount: amount.toString() },
});

/** Income comes in, and all of it is determined. */
export function earned(fund: DemonstrationFund, amount: bigint): string {
  fund.report({ ...incomeOf(amount), effectiveDate: fund.state.today });
  const draft = { ...drafts.determination(), reason: `Of ${fund.state.today}` };
  return fund.enact(draft, ...approvers["distribution.determine"]!);
}

/** What is determined is declared. */
export function declared(fund: DemonstrationFund, distribution: string): string {
  const { minor } = fund.state.distributions.get(distribution)!;
  const body = { distribution, amount: minor.toString(), currency: "USD" };
  const draft = { type: "distribution.declare", by: "m-1", body };
  return fund.enact(draft, ...approvers["distribution.declare"]!);
}
