import { Schema } from "../base/schema.ts";
import {
  amount,
  clause,
  currency,
  dayCount,
  days,
  id,
  ids,
  items,
  localizedText,
  MAX_ITEMS,
  ratio,
} from "./term-schemas.ts";
import type { DayCount, Days, LocalizedText } from "./basic-terms.ts";
import { PARTY_KINDS, type PartyKind } from "./charter.ts";

/** What the parties promise to pay in, how it is called, and what follows when it is not paid. */
export type CapitalTerms = {
  readonly clause: string;
  /** The main vehicle: commitments are kept in its book, and conditions look at it. */
  readonly vehicle: string;
  readonly currency: string;
  /** Initial capital, decimal text in the currency above. */
  readonly initial: string;
  /** Each founder's share of the initial capital; the shares sum to 1. */
  readonly shares: { readonly [party: string]: string };
  readonly callNotice: Days;
  /** What partners may promise; without it only those with a share may. */
  readonly partners?: PartnerTerms;
  /** The most that may fall due in one fiscal year, all parties together. */
  readonly yearlyCap?: YearlyCap;
  readonly late?: LateTerms;
  readonly deferral?: DeferralTerms;
  readonly optOut?: OptOutTerms;
  readonly recall?: RecallTerms;
  readonly admission?: AdmissionTerms;
};

/** Commitments of partners, decimal text in the currency of the capital. */
export type PartnerTerms = {
  readonly clause: string;
  /** The least that one partner promises. */
  readonly least: string;
  /** The most that all of them together may have promised. */
  readonly most: string;
};

export type YearlyCap = {
  readonly clause: string;
  /** Decimal text in the currency of the capital. */
  readonly amount: string;
  /** A fiscal year of the charter's calendars. */
  readonly fiscalYear: string;
};

/** Interest on what is paid late, and the steps that follow one after the other. */
export type LateTerms = {
  readonly clause: string;
  /** What is paid by the end of it bears no interest; what is paid later bears it all the same. */
  readonly grace: Days;
  /** Simple interest a year, exact ratio as text. */
  readonly rate: string;
  readonly dayCount: DayCount;
  readonly ladder: readonly DefaultStep[];
};

export const DEFAULT_STEPS = ["publish", "divert", "dilute", "forfeit"] as const;

/**
 * What a call unpaid for so long leads to: `publish` tells the public, `divert` turns the party's
 * distributions to what it owes until that is made good, `dilute` lets the others pay in its place
 * and take the units at a discount, `forfeit` takes a share of the units that it has.
 */
export type DefaultStep = {
  readonly step: (typeof DEFAULT_STEPS)[number];
  readonly after: Days;
  /** The discount of `dilute`, or the share that `forfeit` takes, exact ratio as text. */
  readonly share?: string;
  /** Kinds of party that the step applies to; all without it. */
  readonly of?: readonly PartyKind[];
};

/** A called party may put off what is due, in the case that the condition names. */
export type DeferralTerms = {
  readonly clause: string;
  readonly by: readonly string[];
  readonly longest: Days;
  readonly ground: LocalizedText;
};

/** A party may decline to fund an investment, after consulting the other; what may follow. */
export type OptOutTerms = {
  readonly clause: string;
  readonly by: readonly string[];
  /** Text only: what happens outside the fund is recorded and never booked. */
  readonly consequence: LocalizedText;
  /** Whether others may pay in its place. */
  readonly othersMayFund: boolean;
};

/** Returned capital can be called again for this time from its return. */
export type RecallTerms = { readonly clause: string; readonly within: Days };

/**
 * How later partners of these classes come in: at the cost of earlier calls with interest that goes
 * to the earlier partners (a true-up). Later partners of other classes are called at the struck
 * price only.
 */
export type AdmissionTerms = {
  readonly clause: string;
  readonly classes: readonly string[];
  /** Simple interest a year on the earlier calls, exact ratio as text. */
  readonly trueUpRate: string;
  readonly dayCount: DayCount;
};

const lateTerms: Schema<LateTerms> = Schema.object({
  clause: clause(),
  grace: days,
  rate: ratio(),
  dayCount: dayCount(),
  ladder: items(
    Schema.object({
      step: Schema.oneOf(DEFAULT_STEPS),
      after: days,
      share: Schema.optional(ratio()),
      of: Schema.optional(items(Schema.oneOf(PARTY_KINDS), 1)),
    }),
  ),
});

export const capitalTerms: Schema<CapitalTerms> = Schema.object({
  clause: clause(),
  vehicle: id(),
  currency: currency(),
  initial: amount(),
  shares: Schema.record(id(), ratio(), { min: 1, max: MAX_ITEMS }),
  callNotice: days,
  partners: Schema.optional(Schema.object({ clause: clause(), least: amount(), most: amount() })),
  yearlyCap: Schema.optional(
    Schema.object({ clause: clause(), amount: amount(), fiscalYear: id() }),
  ),
  late: Schema.optional(lateTerms),
  deferral: Schema.optional(
    Schema.object({ clause: clause(), by: ids(1), longest: days, ground: localizedText }),
  ),
  optOut: Schema.optional(
    Schema.object({
      clause: clause(),
      by: ids(1),
      consequence: localizedText,
      othersMayFund: Schema.boolean(),
    }),
  ),
  recall: Schema.optional(Schema.object({ clause: clause(), within: days })),
  admission: Schema.optional(
    Schema.object({
      clause: clause(),
      classes: ids(1),
      trueUpRate: ratio(),
      dayCount: dayCount(),
    }),
  ),
});
