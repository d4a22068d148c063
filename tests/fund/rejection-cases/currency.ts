import { booksDrafts, enacted, hedgingFund } from "../../support/books-drafts.ts";
import type { DemonstrationFund } from "../../support/demonstration-fund.ts";
import { fundAt } from "../../support/stages.ts";
import { type Case, at, proposing, reporting, withBody } from "../../support/rejection-case.ts";

const dollars = ["USD", "100000000"] as const;

const fixed = (): DemonstrationFund => {
  const fund = fundAt("funded");
  fund.report(booksDrafts.fixing());
  return fund;
};

const hedged = (): DemonstrationFund => {
  const fund = hedgingFund();
  enacted(fund, booksDrafts.hedge());
  return fund;
};

export const currencyCases: readonly Case[] = [
  {
    code: "currency_unknown",
    clause: "10.4",
    actual: "XYZ",
    fund: at("founded"),
    statement: reporting(() => withBody(booksDrafts.fixing(), { quote: "XYZ" })),
  },
  {
    code: "currencies_equal",
    clause: "10.5",
    actual: "USD",
    fund: fixed,
    statement: proposing(() => booksDrafts.conversion(dollars, dollars)),
  },
  {
    code: "rate_not_fixed",
    clause: "10.5",
    actual: "USD/JPY",
    fund: at("funded"),
    statement: proposing(() => booksDrafts.conversion(dollars, ["JPY", "160000000"])),
  },
  {
    // Five business days after 10 September 2025, of which the 15th is a holiday in Japan.
    code: "rate_stale",
    clause: "10.3",
    actual: "2025-09-10",
    fund: () => fixed().until("2025-09-19"),
    statement: proposing(() => booksDrafts.conversion(dollars, ["JPY", "160000000"])),
  },
  {
    // 158.3 against 160 is 17/1600 away, just above one in a hundred.
    code: "conversion_off_rate",
    clause: "10.3",
    actual: "17/1600",
    fund: fixed,
    statement: proposing(() => booksDrafts.conversion(dollars, ["JPY", "158300000"])),
  },
  {
    code: "hedge_exists",
    clause: "20.2",
    actual: "h1",
    fund: hedged,
    statement: proposing(() => ({ ...booksDrafts.hedge(), reason: "Once more" })),
  },
  {
    code: "hedge_unknown",
    clause: "20.3",
    actual: "h1",
    fund: hedgingFund,
    statement: reporting(() => booksDrafts.hedgeMark("1")),
  },
  {
    code: "hedge_not_open",
    clause: "20.4",
    actual: "h1",
    fund() {
      const fund = hedged();
      enacted(fund, booksDrafts.hedgeClose("0"));
      return fund;
    },
    statement: proposing(() => booksDrafts.hedgeClose("1")),
  },
  {
    code: "hedge_currency_not_allowed",
    clause: "20.1",
    fund: hedgingFund,
    statement: proposing(() =>
      withBody(booksDrafts.hedge(), { sell: { currency: "EUR", amount: "1" } }),
    ),
  },
  {
    code: "hedge_matured",
    clause: "20.2",
    actual: "2025-09-10",
    fund: hedgingFund,
    statement: proposing(() => withBody(booksDrafts.hedge(), { matures: "2025-09-10" })),
  },
  {
    code: "hedge_limit_exceeded",
    clause: "20.1",
    actual: "200000000",
    fund() {
      const fund = hedgingFund("1999999.99 USD");
      enacted(fund, booksDrafts.hedge());
      return fund;
    },
    statement: proposing(() => booksDrafts.hedge("h2")),
  },
];
