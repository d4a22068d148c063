import { instant } from "@jointfund/core/calendar/date.ts";
import type { ActRule, Charter } from "@jointfund/core/charter/charter.ts";
import type { Tier, Waterfall } from "@jointfund/core/charter/distribution-terms.ts";
import { exampleCharter } from "./charters.ts";
import { approvers, drafts, fundAt } from "./stages.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";

/** Funds whose money goes through other tiers than the example's: a memorandum's, or with carry. */

const name = (en: string) => ({ en, ja: en });

/** Acts that the example does without, as a charter that shares so would have them. */
export function actRules(...types: readonly string[]): Pick<Charter, "acts" | "unusedActs"> {
  const { acts, unusedActs } = exampleCharter("us-japan");
  const both = [{ rule: { all: [{ party: "US" }, { party: "JP" }] } }];
  const rules = types.map((type, index): readonly [string, ActRule] => {
    const base = { clause: `16.${index + 1}`, name: name(type) };
    if (type === "carry.return") {
      return [type, { ...base, propose: ["CUS"], nature: "fact", approve: [] }];
    }
    return [type, { ...base, propose: ["US", "JP"], nature: "decision", approve: both }];
  });
  return {
    acts: { ...acts, ...Object.fromEntries(rules) },
    unusedActs: unusedActs.filter((type) => !types.includes(type)),
  };
}

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
  ...actRules("recoupment.interpret", "recoupment.renegotiate"),
};

const FOUR_TIERS: readonly Tier[] = [
  tier("capital", { proportionalTo: "owed" }, { kind: "returned" }),
  tier("preferred", { proportionalTo: "owed" }, { kind: "preferred" }),
  tier("catch-up", { shares: { MGR: "1" } }, { kind: "caughtUp" }),
  tier("split", { shares: { US: "2/5", JP: "2/5", MGR: "1/5" } }),
];

const CARRY: Partial<Charter> = {
  carry: {
    clause: "11.9",
    holder: "MGR",
    share: "1/5",
    hurdle: "8%",
    compounding: "simple",
    dayCount: "30E/360(4.16g)",
    clawback: { clause: "11.10", escrow: "30%", cap: "100%" },
  },
  ...actRules("carry.pay", "carry.clawback", "carry.return"),
};

/** Capital, 8 % a year, full catch-up to a fifth for the manager, then four to one. */
export const EUROPEAN: Partial<Charter> = { ...waterfall("fund", FOUR_TIERS), ...CARRY };

/** The same, investment by investment. */
export const AMERICAN: Partial<Charter> = { ...waterfall("investment", FOUR_TIERS), ...CARRY };

const TREASURIES = ["us-t1", "jp-t1"] as const;

/** Proposed by the United States' treasury and approved by both. */
export function agreed(fund: DemonstrationFund, draft: Omit<ActDraft, "by">): string {
  return fund.enact({ ...draft, by: "us-t1" }, ...TREASURIES);
}

/** A fund whose charter has changed in some parts, and so has what its schedules are added to. */
function withCharter(
  fund: DemonstrationFund,
  change: (charter: Charter) => Partial<Charter>,
): DemonstrationFund {
  return fund.change(({ adopted, charter, ...state }) => ({
    ...state,
    adopted: { ...adopted, ...change(adopted) },
    charter: { ...charter, ...change(charter) },
  }));
}

/** Without limits that refuse a decision: amounts of a few dollars would run against them. */
export function unlimited(fund: DemonstrationFund): DemonstrationFund {
  return withCharter(fund, (charter) => {
    const acts = Object.entries(charter.acts).map(
      ([type, { limits: _, ...rule }]) => [type, rule] as const,
    );
    return { acts: Object.fromEntries(acts) };
  });
}

/**
 * Founders' capital is called and not yet paid, under other terms of distribution. What is unpaid
 * bears no interest and is no default, so that a small part of it can be paid and waited on.
 */
export function calledUnder(terms: Partial<Charter>): DemonstrationFund {
  // The stage's call and this one are the same act, by whose id its receipts name it.
  fundAt("called");
  const fund = fundAt("committed");
  withCharter(fund, ({ capital: { late: _late, ...capital } }) => ({ capital, ...terms }));
  fund.until("2025-06-24").enact(drafts.call(), ...approvers["capital.call"]!);
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

/** A fund under European carry after a year, all of it declared: the manager has 60 million. */
export function carried(terms: Partial<Charter> = EUROPEAN): DemonstrationFund {
  const fund = paidInUnder(terms).until("2026-09-10");
  declared(fund, earned(fund, 900_000_000_000n));
  return fund;
}

export const carryDrafts = {
  pay: (amount: bigint, currency = "USD"): Omit<ActDraft, "by"> => ({
    type: "carry.pay",
    body: { vehicle: "fund", amount: amount.toString(), currency },
  }),
  clawback: (final: boolean): Omit<ActDraft, "by"> => ({
    type: "carry.clawback",
    body: { vehicle: "fund", final },
  }),
  back: (amount: bigint): ActDraft => ({
    type: "carry.return",
    by: "cu-1",
    body: { vehicle: "fund", currency: "USD", amount: amount.toString() },
  }),
} as const;

export const recoupmentDrafts = {
  interpret: (body: ActDraft["body"]): Omit<ActDraft, "by"> => ({
    type: "recoupment.interpret",
    body,
  }),
  renegotiate: (deemed: { readonly [party: string]: string }): Omit<ActDraft, "by"> => ({
    type: "recoupment.renegotiate",
    body: { vehicle: "fund", shares: { deemed } },
  }),
} as const;

/** Twenty years of nothing, and the long stop that follows. */
export function pastLongStop(): DemonstrationFund {
  const fund = paidInUnder(MEMORANDUM);
  fund.now = instant("2045-09-10T09:00:00Z");
  fund.must(fund.dayOpening("2045-09-10"));
  return fund;
}
