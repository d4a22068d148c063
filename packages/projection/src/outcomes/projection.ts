import type { LocalDate } from "@jointfund/core/calendar/date.ts";

/**
 * What a charter would do, told of many paths: the result of a run. Plain JSON. Amounts are in
 * minor units of the currency that is named, every number has at most ten significant digits, and
 * what no path has is null [PJ60].
 */
export type Projection = {
  readonly format: "jointfund/projection/v1";
  /** How many paths this is told of. */
  readonly paths: number;
  /** How many were asked for; more than `paths` if the run was ended before. */
  readonly asked: number;
  readonly seed: string;
  /** Base currency: of all amounts that are not a party's. */
  readonly currency: string;
  readonly opens: LocalDate;
  /** How many steps were computed, and the last day of the last one. */
  readonly steps: number;
  readonly ends: LocalDate;
  /** The days that fans and chances of the fund are told of; the last one is `ends` [PJ61]. */
  readonly dates: readonly LocalDate[];
  readonly fund: { readonly [name in FundFan]: Fan };
  readonly chances: { readonly [name in FundChance]: Chance };
  /** By covenant: that it has been breached by then. */
  readonly covenants: { readonly [id: string]: Chance };
  /** Sovereigns and who shares the capital, then each class that opens as one holder. */
  readonly parties: readonly ProjectedOutcome[];
  /** Classes of units that are assumed to open [PJ73]. */
  readonly classes: readonly ProjectedClass[];
};

/** A class of units that opens to others than the founders. */
export type ProjectedClass = {
  readonly id: string;
  /** By the day, the founders' price being 1; null before it opens. */
  readonly pricePerUnit: Fan;
};

export const FUND_FANS = [
  "netAssets",
  "trueNetAssets",
  /** The founders' price is 1. */
  "pricePerUnit",
  "debt",
  /** Debt as a share of total assets; a path without assets has none. */
  "leverage",
  "cash",
  "investments",
] as const;
export type FundFan = (typeof FUND_FANS)[number];

export const FUND_CHANCES = [
  /** That it has happened by then, to end or not. */
  "locked",
  "forcedSale",
  "defaulted",
  "callMissed",
  "netAssetsBelowZero",
] as const;
export type FundChance = (typeof FUND_CHANCES)[number];

export const PARTY_FANS = [
  "worth",
  /** Since the opening, each amount at the rate of its day; so are all below. */
  "paidIn",
  "distributed",
  /** Distributed less paid in. */
  "net",
  /** Worth and distributed less paid in. */
  "gain",
] as const;
export type PartyFan = (typeof PARTY_FANS)[number];

/** What one party, or all holders of a class, get and risk, in their own currency. */
export type ProjectedOutcome = {
  readonly id: string;
  readonly kind: "sovereign" | "partner" | "class";
  readonly currency: string;
  /** A year, as in the assumptions. */
  readonly fundingRate: number;
  /** At the end of each of its fiscal years, or of the projection; so are its chances [PJ61]. */
  readonly fans: { readonly [name in PartyFan]: Fan };
  readonly chances: {
    /** That on the day its worth and what it received are less than what it paid in. */
    readonly lossOfCapital: Chance;
    /** That it has missed a call by then. */
    readonly callMissed: Chance;
  };
  readonly years: readonly FiscalYearOutcome[];
  readonly terminal: TerminalOutcome;
};

/** A fiscal year of the party's own [PJ64]. */
export type FiscalYearOutcome = {
  /** "FY2027", as the party names it. */
  readonly year: string;
  readonly starts: LocalDate;
  readonly ends: LocalDate;
  /** Whether the projection covers all of it. */
  readonly isWhole: boolean;
  readonly distributed: Spread;
  readonly paidIn: Spread;
  /** Of sovereigns and partners. */
  readonly revenue?: RevenueOutcome;
};

/** What is distributed in a fiscal year by where it came from (WF13), and what is left of it. */
export type RevenueOutcome = {
  /** Income of the fund, less what it cost. */
  readonly income: Spread;
  /** Gains that became money. */
  readonly gains: Spread;
  /** Capital that comes back. */
  readonly capital: Spread;
  /** Income and gains, less the cost of the money that it has put in and not had back [PJ69]. */
  readonly net: Spread;
  /** That this is below zero. */
  readonly netBelowZero: ChanceThen;
};

/** How it ended, over all paths; the rest is told beside it, never left out without a word. */
export type TerminalOutcome = {
  /** A year, of the flows by step and the worth at the end [PJ66]. */
  readonly irr: Distribution;
  readonly irrCounts: {
    /** Of all paths: those whose flows change sign more than once. */
    readonly severalSignChanges: number;
    /** Of those: paths for which more than one rate may hold; they are not in `irr`. */
    readonly ambiguous: number;
    /** Paid in and got nothing: they are in `irr` with -100 %. */
    readonly totalLoss: number;
    /** Nothing paid in, or no rate that makes the flows worth nothing; not in `irr`. */
    readonly noRoot: number;
  };
  /** Distributed and worth, and distributed alone, for one paid in. */
  readonly tvpi: Distribution;
  readonly dpi: Distribution;
  readonly gain: Distribution;
  /** Mean gain of the worst twentieth of all paths, and the gain below which they lie. */
  readonly expectedShortfall: number | null;
  readonly valueAtRisk: number | null;
};

/** Statistics of a variable over all paths, one for each of some days. */
export type Fan = {
  /** How many paths have the value. */
  readonly count: readonly number[];
  readonly mean: Series;
  /** Of the mean. */
  readonly standardError: Series;
  readonly p5: Series;
  readonly p25: Series;
  readonly p50: Series;
  readonly p75: Series;
  readonly p95: Series;
};
export type Series = readonly (number | null)[];

/** The same of one date. */
export type Spread = { readonly [name in Exclude<keyof Fan, "count">]: number | null } & {
  readonly count: number;
};

/** A spread with its ends and tails. */
export type Distribution = Spread & {
  readonly least: number | null;
  readonly p1: number | null;
  readonly p10: number | null;
  readonly p90: number | null;
  readonly p99: number | null;
  readonly most: number | null;
  /** (mean - median) / |mean|: above 0 where most paths do worse than the mean. */
  readonly medianBelowMean: number | null;
};

/** How probable something is by each of some days. */
export type Chance = {
  readonly count: readonly number[];
  readonly probability: readonly number[];
  readonly standardError: readonly number[];
};
/** The same of one date or year. */
export type ChanceThen = {
  readonly count: number;
  readonly probability: number;
  readonly standardError: number;
};
