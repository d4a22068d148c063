import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import {
  withContribution,
  withFunding,
  withSale,
  type CapTable,
  type Instrument,
  type Overrun,
  type OverrunContribution,
} from "./cap-table.ts";
import type { Valuation, ValuationChallenge } from "./valuation.ts";

/**
 * A company's part in an investment; an interest in the company is an interest in the investment.
 */
export type InvestmentParty = {
  readonly company: string;
  readonly name?: { readonly [language: string]: string };
  readonly role: "sponsor" | "developer" | "operator" | "tenant" | "lender" | "supplier";
};

/** An independent engineer's word that a milestone is reached, for all or a part of its amount. */
export type Certificate = {
  readonly actId: string;
  /** The party that certifies. */
  readonly by: string;
  readonly minor: bigint;
  /** The day on which the engineer found it reached. */
  readonly reachedOn: LocalDate;
  /** The day from which it no longer counts. */
  readonly withdrawnOn?: LocalDate;
};

/** A step of staged funding: what falls due when it is reached. */
export type Milestone = {
  readonly id: string;
  readonly name?: { readonly [language: string]: string };
  readonly due: LocalDate;
  /** Minor units of the investment's currency. */
  readonly minor: bigint;
  readonly certificates: readonly Certificate[];
  /** What has been paid or is owed of it, by the acts that funded it. */
  readonly fundings: readonly { readonly actId: string; readonly minor: bigint }[];
};

export type InvestmentStatus = "recommended" | "selected" | "closed" | "disposed" | "writtenOff";

export type Investment = {
  readonly id: string;
  readonly name: { readonly [language: string]: string };
  /** The vehicle whose investment it is. */
  readonly vehicle: string;
  /** The vehicle of this charter that it is a holding in, if it is. */
  readonly into?: string;
  readonly instrument: Instrument;
  readonly sector: string;
  readonly geography: string;
  /** State or province, ISO 3166-2; absent where it is in several, or nobody said. */
  readonly region?: string;
  readonly currency: string;
  readonly parties: readonly InvestmentParty[];
  readonly milestones: readonly Milestone[];
  readonly capTable: CapTable;
  readonly status: InvestmentStatus;
  readonly recommendedBy: string;
  /** Paid or owed and not relieved since, minor units: what the books carry at cost. */
  readonly cost: bigint;
  /** Cost that has left the books: sold, written off, returned, paid by incentives. */
  readonly relieved: bigint;
  readonly valuation?: Valuation;
};

export type Investments = PersistentMap<Investment>;

export const noInvestments: Investments = PersistentMap.empty;

export type InvestmentEvent =
  | { readonly kind: "investmentRecommended"; readonly investment: Investment }
  | { readonly kind: "investmentSelected"; readonly id: string }
  | {
      readonly kind: "milestonesAdded";
      readonly id: string;
      readonly milestones: readonly Milestone[];
    }
  | {
      readonly kind: "milestoneCertified";
      readonly id: string;
      readonly milestone: string;
      readonly certificate: Certificate;
    }
  | {
      readonly kind: "certificateWithdrawn";
      readonly id: string;
      readonly certificate: string;
      readonly on: LocalDate;
    }
  | {
      readonly kind: "investmentFunded";
      readonly id: string;
      readonly milestone: string;
      readonly minor: bigint;
      readonly actId: string;
    }
  | {
      readonly kind: "sponsorFunded";
      readonly id: string;
      readonly holder: string;
      readonly instrument: Instrument;
      readonly minor: bigint;
    }
  | { readonly kind: "overrunReported"; readonly id: string; readonly overrun: Overrun }
  | {
      readonly kind: "overrunFunded";
      readonly id: string;
      readonly overrun: string;
      readonly contribution: OverrunContribution;
    }
  /** Cost that came back: capital that the investee returned, or an incentive that reduces cost. */
  | { readonly kind: "investmentCostReduced"; readonly id: string; readonly minor: bigint }
  | {
      readonly kind: "investmentDisposed";
      readonly id: string;
      readonly buyer: string;
      readonly part: Ratio;
      /** Cost that is relieved, minor units. */
      readonly minor: bigint;
      readonly on: LocalDate;
    }
  | {
      readonly kind: "investmentWrittenOff";
      readonly id: string;
      readonly minor: bigint;
      readonly whole: boolean;
    }
  | { readonly kind: "investmentValued"; readonly id: string; readonly valuation: Valuation }
  | {
      readonly kind: "valuationChallenged";
      readonly id: string;
      readonly challenge: ValuationChallenge;
    }
  | {
      readonly kind: "valuationReviewed";
      readonly id: string;
      readonly review: NonNullable<ValuationChallenge["review"]>;
    };

function funded(it: Investment, { minor, milestone, actId }: EventOf<"investmentFunded">) {
  const { vehicle: holder, instrument } = it;
  return {
    ...it,
    status: "closed" as const,
    cost: it.cost + minor,
    capTable: withFunding(it.capTable, { holder, instrument, minor }),
    milestones: it.milestones.map((step) =>
      step.id === milestone ? { ...step, fundings: [...step.fundings, { actId, minor }] } : step,
    ),
  };
}

/** What is added to the investment's milestones is added to what its vehicle has committed. */
function extended(it: Investment, milestones: readonly Milestone[]): Investment {
  const more = milestones.reduce((sum, { minor }) => sum + minor, 0n);
  const isOwn = (holder: string, instrument: Instrument): boolean =>
    holder === it.vehicle && instrument === it.instrument;
  return {
    ...it,
    milestones: [...it.milestones, ...milestones],
    capTable: {
      ...it.capTable,
      stakes: it.capTable.stakes.map((stake) =>
        isOwn(stake.holder, stake.instrument)
          ? { ...stake, committed: stake.committed + more }
          : stake,
      ),
    },
  };
}

const relieved = (it: Investment, minor: bigint): Investment => ({
  ...it,
  cost: it.cost - minor,
  relieved: it.relieved + minor,
});

function disposed(it: Investment, event: EventOf<"investmentDisposed">): Investment {
  const { buyer, part, minor, on } = event;
  const isWhole = part.num === part.den;
  const { vehicle: seller, instrument } = it;
  return {
    ...relieved(it, minor),
    capTable: withSale(it.capTable, { seller, buyer, instrument, part, on }),
    ...(isWhole ? { status: "disposed" as const } : {}),
  };
}

function withdrawn(it: Investment, certificate: string, on: LocalDate): Investment {
  return {
    ...it,
    milestones: it.milestones.map((step) => ({
      ...step,
      certificates: step.certificates.map((each) =>
        each.actId === certificate ? { ...each, withdrawnOn: on } : each,
      ),
    })),
  };
}

function overrunFunded(it: Investment, event: EventOf<"overrunFunded">): Investment {
  const { overrun, contribution } = event;
  const own = contribution.holder === it.vehicle ? contribution.minor : 0n;
  return {
    ...it,
    cost: it.cost + own,
    capTable: withContribution(it.capTable, overrun, contribution),
  };
}

function challenged(it: Investment, challenge: ValuationChallenge): Investment {
  assert(it.valuation !== undefined, `investment ${it.id} has a value to challenge`);
  return { ...it, valuation: { ...it.valuation, challenge } };
}

type EventOf<Kind extends InvestmentEvent["kind"]> = Extract<
  InvestmentEvent,
  { readonly kind: Kind }
>;

type ChangeEvent = Exclude<InvestmentEvent, { readonly kind: "investmentRecommended" }>;

function changed(it: Investment, event: ChangeEvent): Investment {
  switch (event.kind) {
    case "investmentSelected":
      return { ...it, status: "selected" };
    case "milestonesAdded":
      return extended(it, event.milestones);
    case "milestoneCertified":
      return {
        ...it,
        milestones: it.milestones.map((step) =>
          step.id === event.milestone
            ? { ...step, certificates: [...step.certificates, event.certificate] }
            : step,
        ),
      };
    case "certificateWithdrawn":
      return withdrawn(it, event.certificate, event.on);
    case "investmentFunded":
      return funded(it, event);
    case "sponsorFunded":
      return { ...it, capTable: withFunding(it.capTable, event) };
    case "overrunReported": {
      const overruns = [...it.capTable.overruns, event.overrun];
      return { ...it, capTable: { ...it.capTable, overruns } };
    }
    case "overrunFunded":
      return overrunFunded(it, event);
    case "investmentCostReduced":
      return relieved(it, event.minor);
    case "investmentDisposed":
      return disposed(it, event);
    case "investmentWrittenOff":
      return { ...relieved(it, event.minor), ...(event.whole ? { status: "writtenOff" } : {}) };
    case "investmentValued":
      return { ...it, valuation: event.valuation };
    case "valuationChallenged":
      return challenged(it, event.challenge);
    case "valuationReviewed": {
      const challenge = it.valuation?.challenge;
      assert(challenge !== undefined, `the value of ${it.id} was challenged`);
      return challenged(it, { ...challenge, review: event.review });
    }
  }
}

export function evolveInvestments(investments: Investments, event: InvestmentEvent): Investments {
  if (event.kind === "investmentRecommended") {
    return investments.set(event.investment.id, event.investment);
  }
  const investment = investments.get(event.id);
  assert(investment !== undefined, `investment ${event.id} was never recommended`);
  return investments.set(event.id, changed(investment, event));
}

/** What has been paid or is owed of a milestone, minor units. */
export function fundedOf({ fundings }: Milestone): bigint {
  return fundings.reduce((sum, { minor }) => sum + minor, 0n);
}

/** What the certificates of a milestone that have not been withdrawn are for, minor units. */
export function certifiedOf({ certificates }: Milestone): bigint {
  return certificates.reduce(
    (sum, { minor, withdrawnOn }) => (withdrawnOn === undefined ? sum + minor : sum),
    0n,
  );
}

/**
 * What the vehicle has promised to the investment and not yet paid or owed, minor units. What is
 * sold or written off whole has no claim to more.
 */
export function undrawnOf({ status, milestones }: Investment): bigint {
  if (status !== "selected" && status !== "closed") return 0n;
  return milestones.reduce((sum, step) => sum + step.minor - fundedOf(step), 0n);
}

/** The whole of what was recommended, minor units. */
export function commitmentOf({ milestones }: Investment): bigint {
  return milestones.reduce((sum, step) => sum + step.minor, 0n);
}
