import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

/**
 * A company's part in an investment; an interest in the company is an interest in the investment.
 */
export type InvestmentParty = {
  readonly company: string;
  readonly role: "sponsor" | "developer" | "operator" | "tenant" | "lender" | "supplier";
};

/** A step of staged funding: what falls due when it is reached. */
export type Milestone = {
  readonly id: string;
  readonly due: LocalDate;
  /** Minor units of the investment's currency. */
  readonly minor: bigint;
  readonly fundedBy?: string;
};

export type Valuation = {
  readonly actId: string;
  readonly on: LocalDate;
  /** Fair value in minor units of the investment's currency. */
  readonly minor: bigint;
  readonly level: 1 | 2 | 3;
  readonly technique: string;
};

export type InvestmentStatus = "recommended" | "selected" | "closed";

export type Investment = {
  readonly id: string;
  readonly name: { readonly [language: string]: string };
  readonly vehicle: string;
  readonly sector: string;
  readonly geography: string;
  readonly currency: string;
  readonly parties: readonly InvestmentParty[];
  readonly milestones: readonly Milestone[];
  readonly status: InvestmentStatus;
  readonly recommendedBy: string;
  /** Paid or owed so far, minor units. */
  readonly cost: bigint;
  readonly valuation?: Valuation;
};

export type Investments = PersistentMap<Investment>;

export const noInvestments: Investments = PersistentMap.empty;

export type InvestmentEvent =
  | { readonly kind: "investmentRecommended"; readonly investment: Investment }
  | { readonly kind: "investmentSelected"; readonly id: string }
  | {
      readonly kind: "investmentFunded";
      readonly id: string;
      readonly milestone: string;
      readonly minor: bigint;
      readonly actId: string;
    }
  | { readonly kind: "investmentValued"; readonly id: string; readonly valuation: Valuation };

function changed(
  investments: Investments,
  id: string,
  change: (investment: Investment) => Investment,
): Investments {
  const investment = investments.get(id);
  assert(investment !== undefined, `investment ${id} was never recommended`);
  return investments.set(id, change(investment));
}

export function evolveInvestments(investments: Investments, event: InvestmentEvent): Investments {
  switch (event.kind) {
    case "investmentRecommended":
      return investments.set(event.investment.id, event.investment);
    case "investmentSelected":
      return changed(investments, event.id, (it) => ({ ...it, status: "selected" }));
    case "investmentFunded":
      return changed(investments, event.id, (it) => ({
        ...it,
        status: "closed",
        cost: it.cost + event.minor,
        milestones: it.milestones.map((step) =>
          step.id === event.milestone ? { ...step, fundedBy: event.actId } : step,
        ),
      }));
    case "investmentValued":
      return changed(investments, event.id, (it) => ({ ...it, valuation: event.valuation }));
  }
}

/** What the fund has promised to the investment and not yet paid or owed, minor units. */
export function undrawnOf(investment: Investment): bigint {
  if (investment.status === "recommended") return 0n;
  return investment.milestones.reduce(
    (sum, step) => (step.fundedBy === undefined ? sum + step.minor : sum),
    0n,
  );
}

/** The whole of what was recommended, minor units. */
export function commitmentOf(investment: Investment): bigint {
  return investment.milestones.reduce((sum, step) => sum + step.minor, 0n);
}
