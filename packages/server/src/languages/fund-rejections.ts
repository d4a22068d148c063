import type { FundRejectionCode } from "@jointfund/core/fund/rejections.ts";
import { ANY_ACT_REJECTION_TEXTS } from "./fund-rejections/any-act.ts";
import { BOOKS_REJECTION_TEXTS } from "./fund-rejections/books.ts";
import { CAPITAL_REJECTION_TEXTS } from "./fund-rejections/capital.ts";
import { CURRENCY_REJECTION_TEXTS } from "./fund-rejections/currency.ts";
import { DEADLOCKS_REJECTION_TEXTS } from "./fund-rejections/deadlocks.ts";
import { CHARGES_REJECTION_TEXTS } from "./fund-rejections/charges.ts";
import { DEALING_REJECTION_TEXTS } from "./fund-rejections/dealing.ts";
import { DISPUTES_REJECTION_TEXTS } from "./fund-rejections/disputes.ts";
import { DISTRIBUTIONS_REJECTION_TEXTS } from "./fund-rejections/distributions.ts";
import { FACILITIES_REJECTION_TEXTS } from "./fund-rejections/facilities.ts";
import { INVESTMENTS_REJECTION_TEXTS } from "./fund-rejections/investments.ts";
import { PARTIES_REJECTION_TEXTS } from "./fund-rejections/parties.ts";
import { PAYMENTS_REJECTION_TEXTS } from "./fund-rejections/payments.ts";
import { RECORD_REJECTION_TEXTS } from "./fund-rejections/record.ts";
import { EXITS_REJECTION_TEXTS } from "./fund-rejections/exits.ts";
import { DELEGATIONS_REJECTION_TEXTS } from "./fund-rejections/delegations.ts";
import { OVERSIGHT_REJECTION_TEXTS } from "./fund-rejections/oversight.ts";
import { WIND_UP_REJECTION_TEXTS } from "./fund-rejections/wind-up.ts";
import type { Text } from "./language.ts";

/** What each rejection of the fund's acts and record says, as templates (template.ts). */
export const FUND_REJECTION_TEXTS: Readonly<Record<FundRejectionCode, Text>> = {
  ...RECORD_REJECTION_TEXTS,
  ...ANY_ACT_REJECTION_TEXTS,
  ...PARTIES_REJECTION_TEXTS,
  ...CAPITAL_REJECTION_TEXTS,
  ...INVESTMENTS_REJECTION_TEXTS,
  ...FACILITIES_REJECTION_TEXTS,
  ...DEALING_REJECTION_TEXTS,
  ...CHARGES_REJECTION_TEXTS,
  ...DISTRIBUTIONS_REJECTION_TEXTS,
  ...PAYMENTS_REJECTION_TEXTS,
  ...CURRENCY_REJECTION_TEXTS,
  ...BOOKS_REJECTION_TEXTS,
  ...DISPUTES_REJECTION_TEXTS,
  ...DEADLOCKS_REJECTION_TEXTS,
  ...WIND_UP_REJECTION_TEXTS,
  ...EXITS_REJECTION_TEXTS,
  ...OVERSIGHT_REJECTION_TEXTS,
  ...DELEGATIONS_REJECTION_TEXTS,
};
