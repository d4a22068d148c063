import { ANY_ACT_REJECTIONS } from "./rejections/any-act.ts";
import { BOOKS_REJECTIONS } from "./rejections/books.ts";
import { CAPITAL_REJECTIONS } from "./rejections/capital.ts";
import { CURRENCY_REJECTIONS } from "./rejections/currency.ts";
import { DEADLOCKS_REJECTIONS } from "./rejections/deadlocks.ts";
import { CHARGES_REJECTIONS } from "./rejections/charges.ts";
import { DEALING_REJECTIONS } from "./rejections/dealing.ts";
import { DISPUTES_REJECTIONS } from "./rejections/disputes.ts";
import { DISTRIBUTIONS_REJECTIONS } from "./rejections/distributions.ts";
import { FACILITIES_REJECTIONS } from "./rejections/facilities.ts";
import { INVESTMENTS_REJECTIONS } from "./rejections/investments.ts";
import { PARTIES_REJECTIONS } from "./rejections/parties.ts";
import { PAYMENTS_REJECTIONS } from "./rejections/payments.ts";
import { RECORD_REJECTIONS } from "./rejections/record.ts";
import { EXITS_REJECTIONS } from "./rejections/exits.ts";
import { DELEGATIONS_REJECTIONS } from "./rejections/delegations.ts";
import { OVERSIGHT_REJECTIONS } from "./rejections/oversight.ts";
import { WIND_UP_REJECTIONS } from "./rejections/wind-up.ts";
import type { RejectionFacts } from "./rejections/facts.ts";

const REJECTIONS = {
  ...RECORD_REJECTIONS,
  ...ANY_ACT_REJECTIONS,
  ...PARTIES_REJECTIONS,
  ...CAPITAL_REJECTIONS,
  ...INVESTMENTS_REJECTIONS,
  ...FACILITIES_REJECTIONS,
  ...DEALING_REJECTIONS,
  ...CHARGES_REJECTIONS,
  ...DISTRIBUTIONS_REJECTIONS,
  ...PAYMENTS_REJECTIONS,
  ...CURRENCY_REJECTIONS,
  ...BOOKS_REJECTIONS,
  ...DISPUTES_REJECTIONS,
  ...DEADLOCKS_REJECTIONS,
  ...WIND_UP_REJECTIONS,
  ...EXITS_REJECTIONS,
  ...OVERSIGHT_REJECTIONS,
  ...DELEGATIONS_REJECTIONS,
} as const;

export type FundRejectionCode = keyof typeof REJECTIONS;

/**
 * Every reason for which the acts and the record of the fund are refused, beyond those of
 * governance (governance/rejections.ts), subject by subject. In order of precedence within an act
 * type: of two that hold, the one that stands first is the one that is given.
 */
export const FUND_REJECTIONS: Readonly<Record<FundRejectionCode, RejectionFacts>> = REJECTIONS;

export const FUND_REJECTION_CODES = Object.keys(REJECTIONS) as readonly FundRejectionCode[];
