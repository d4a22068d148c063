import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { LocalizedText } from "@jointfund/core/charter/basic-terms.ts";

/**
 * What a projection assumes and no charter says: how markets move, what is invested when, what
 * borrowing costs. Every rate is a text such as "7%", "-0.5%" or "1/3", so that the same file gives
 * the same bits everywhere; rates are a year's unless said otherwise.
 */
export type Assumptions = {
  readonly format: "jointfund/assumptions/v1";
  readonly title: LocalizedText;
  /**
   * Where figures come from and of which day they are, by the place of the figure or of what holds
   * it: "market.expectedReturn", "projects.abilene.drawn". Items of lists go by their ids.
   */
  readonly sources: { readonly [place: string]: LocalizedText };
  /** The day before the first step: the opening. Steps end on the last days of months. */
  readonly opens: LocalDate;
  /** Months from one step to the next; covenants are tested, and prices struck, at its end. */
  readonly stepMonths: 1 | 3;
  readonly market: Market;
  /** What one unit of another currency costs in the base currency, for every display currency. */
  readonly exchange: { readonly [currency: string]: Exchange };
  /** The short rate of the base currency, which floating debt follows. Cash earns nothing. */
  readonly shortRate: ShortRate;
  /**
   * Correlations between two exchange rates, or one and the short rate ("shortRate"), where they
   * are not only what both owe to the market: the product of their correlations with it.
   */
  readonly correlations?: readonly Correlation[];
  readonly projects: readonly Project[];
  readonly borrowing: Borrowing;
  readonly selling: Selling;
  /** What each sovereign pays for its own money, and whether it keeps paying in. */
  readonly treasuries: { readonly [party: string]: Treasury };
  /** How fast projects are selected and drawn, beside their own steps: "1" as they say. */
  readonly pace?: string;
  /** Expenses of the fund a year, as a share of the initial capital. */
  readonly expenses: string;
  /** Cash that the fund keeps, as a share of the initial capital. */
  readonly leastCash: string;
  readonly distributions: Distributions;
  /** Classes of units that open to others than the founders; without it, none does. */
  readonly classes?: readonly OpenedClass[];
  readonly stresses: readonly Stress[];
};

export type Market = {
  /** Expected return, with yearly compounding. */
  readonly expectedReturn: string;
  readonly model: MarketModel;
};

/** How the market's return over a step is drawn. */
export type MarketModel =
  /** Independent normal log returns. */
  | { readonly kind: "lognormal"; readonly volatility: string }
  /**
   * Two regimes with monthly terms (Hardy 2001); `leave` is the chance to leave it in a month.
   * `recentred` moves both means alike, so that the long run has the expected return.
   */
  | {
      readonly kind: "regimeSwitching";
      readonly recentred: boolean;
      readonly calm: Regime;
      readonly turbulent: Regime;
      /** Which one the first step opens in; without it, by the long-run chances. */
      readonly opensIn?: "calm" | "turbulent";
    }
  /**
   * GJR-GARCH with Student's t, by step: h' = omega + (alpha + gamma 1[e<0]) e² + beta h, where
   * omega follows from the volatility of the long run.
   */
  | {
      readonly kind: "garch";
      readonly volatility: string;
      readonly alpha: string;
      readonly gamma: string;
      readonly beta: string;
      /** Even, from 4 to 30. */
      readonly degreesOfFreedom: number;
    }
  /**
   * Rows of the user's own returns, drawn in blocks of a mean length (Politis and Romano 1994), all
   * columns of a row together. `recentred` moves all rows alike, so that the mean of a step's
   * return is the expected return, and the mean change of a quote its drift.
   */
  | {
      readonly kind: "bootstrap";
      readonly meanBlock: number;
      readonly recentred: boolean;
      /** One rate a step: log returns of the market. */
      readonly returns: readonly string[];
      /** Log changes of quotes in the same rows; the quotes that are not here are drawn. */
      readonly exchange?: { readonly [currency: string]: readonly string[] };
    };

/** Monthly mean and standard deviation of the log return. */
export type Regime = {
  readonly mean: string;
  readonly deviation: string;
  readonly leave: string;
};

export type Exchange = {
  /** Units of the currency for one of the base currency, as it is quoted: "150". */
  readonly rate: string;
  /** Expected change of that quote in a year: below 0 the currency gains. */
  readonly drift: string;
  readonly volatility: string;
  /** Speed at which the quote returns to its expected path, a year; 0 is a random walk. */
  readonly reversion: string;
  /** Correlation of the quote's log change with the market's return. */
  readonly correlation: string;
};

export type Correlation = {
  readonly between: readonly [string, string];
  readonly correlation: string;
};

/** Vasicek (1977), discretised exactly. */
export type ShortRate = {
  readonly opening: string;
  readonly mean: string;
  readonly speed: string;
  readonly volatility: string;
  readonly correlation: string;
};

/** An investment of the fund, or many of one kind taken together. */
export type Project = {
  readonly id: string;
  readonly name: LocalizedText;
  readonly sector: string;
  readonly geography: string;
  /** What is committed to it, as a share of the charter's initial capital. */
  readonly commitment: string;
  /** The step in which it is selected, if the rules then allow it; later if not. 0 is the first. */
  readonly selected: number;
  readonly drawn: Drawn;
  /** How its value follows the market (beta), and what is its own. */
  readonly beta: string;
  /** Expected return above that of its beta. */
  readonly excessReturn: string;
  readonly ownVolatility: string;
  /** Steps from selection until income begins. */
  readonly construction: number;
  /** Income a year, as a share of the value; it is part of the return, not beside it. */
  readonly income: string;
  /** Steps from selection until it is sold; never without it. */
  readonly life?: number;
  /** Instead of income and a life: it pays itself back by a pace. */
  readonly returned?: Returned;
  /** Weight of the last reported value in the next (Geltner 1993); 0 reports the true value. */
  readonly smoothing: string;
  /** Non-recourse debt of the project for each unit of the fund's cost; look-through only. */
  readonly projectDebt: string;
  /** Instead of a stated share, which is then 0: as much as its income lets it borrow. */
  readonly sculpted?: SculptedDebt;
  /** Parties with an interest in it, such as the adviser. */
  readonly concerns: readonly string[];
};

/**
 * Of the value, the share max(yield, (t / years)^bow) is paid back in year t after selection, all
 * of it in the last one (Takahashi and Alexander 2002); in steps by
 * 1 - (1 - share)^(1/steps a year).
 */
export type Returned = {
  readonly years: number;
  readonly bow: string;
  readonly yield: string;
};

/** A loan whose service each year's income covers so many times (a DSCR of 1.30: "1.3"). */
export type SculptedDebt = {
  readonly cover: string;
  readonly years: number;
  readonly rate: string;
};

/** When a commitment is drawn. */
export type Drawn =
  /**
   * So much of what is left in each year after selection, the last rate for all later years
   * (Takahashi and Alexander 2002); in steps by 1 - (1 - rate)^(1/steps a year).
   */
  | { readonly kind: "pacing"; readonly yearly: readonly string[] }
  /** Milestones: shares of the commitment, so many steps after selection. They sum to 1. */
  | {
      readonly kind: "milestones";
      readonly parts: readonly { readonly after: number; readonly share: string }[];
    };

export type Borrowing = {
  /** Debt wanted, as a share of total assets: the lever. */
  readonly target: string;
  /** Part of what is drawn as bonds; the rest is drawn on the line against the portfolio. */
  readonly bonds: string;
  /** What the line pays above the short rate. */
  readonly lineSpread: string;
  /** What bonds pay above the short rate on the day of issue. */
  readonly bondSpread: string;
  /** What the line lends at most, as a share of the charter's initial capital. */
  readonly lineLimit: string;
  /** Commitment fee on what the line has undrawn. */
  readonly commitmentFee: string;
};

export type Selling = {
  /** What a sale that a covenant forces loses of the reported value. */
  readonly haircut: string;
  /** Debt as a share of total assets to which a cure or a forced sale brings the fund back. */
  readonly curedTo: string;
};

export type Treasury = {
  /** What the treasury pays for its own money, in its own currency. */
  readonly fundingRate: string;
  /** Chance a year that it stops paying calls, for good. */
  readonly stops: string;
};

export type Distributions = {
  /** Months between distributions; a multiple of the step. */
  readonly everyMonths: number;
  /** The step of the first one. */
  readonly first: number;
};

/** A class of units that opens to others than the founders. */
export type OpenedClass = CalledClass | DealtClass;

/** A class of a feeder that is bought and given back on dealing days. */
export type DealtClass = {
  readonly kind: "dealing";
  /** The class of the charter. */
  readonly id: string;
  /** The step on whose day it opens, and the class that it feeds with it. */
  readonly opens: number;
  /** What is paid in with orders a year, as a share of the charter's initial capital. */
  readonly subscriptions: string;
  /** Which part of the units that are held asks to be given back, a year. */
  readonly redemptions: string;
};

/** A class of the main vehicle's units whose holders promise money together and are called. */
export type CalledClass = {
  readonly kind: "commitments";
  /** The class of the charter. */
  readonly id: string;
  /** The step on whose day it opens, and on which all of its holders promise. */
  readonly opens: number;
  /** What they promise together, as a share of the charter's initial capital. */
  readonly commitment: string;
  /** Shares of the commitment, called so many steps after the opening; they sum to 1 at most. */
  readonly calls: readonly { readonly after: number; readonly share: string }[];
};

/** Something bad that happens at a known step, on top of what is drawn. */
export type Stress = {
  readonly id: string;
  readonly name: LocalizedText;
  readonly events: readonly StressEvent[];
};

export type StressEvent =
  /** The market's log return of the step is moved by log(1 + change). */
  | { readonly kind: "market"; readonly step: number; readonly change: string }
  /** The same for the values of one sector's projects. */
  | {
      readonly kind: "sector";
      readonly step: number;
      readonly sector: string;
      readonly change: string;
    }
  /** The short rate is higher by so much from one step to another, both included. */
  | {
      readonly kind: "rates";
      readonly step: number;
      readonly until: number;
      readonly change: string;
    }
  /** The quote is at this rate at the step, and moves on from there. */
  | {
      readonly kind: "exchange";
      readonly step: number;
      readonly currency: string;
      readonly rate: string;
    }
  /** The party pays no call from the step on. */
  | { readonly kind: "stops"; readonly step: number; readonly party: string }
  /** Income of all projects is so much more, or less, from one step to another, both included. */
  | {
      readonly kind: "income";
      readonly step: number;
      readonly until: number;
      readonly change: string;
    };
