import { Ratio } from "@jointfund/core/base/ratio.ts";
import { endOfMonth, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import { ACCOUNTS, DEBT_ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "@jointfund/core/ledger/accounts.ts";
import {
  CASH_ACCOUNTS,
  codesOf,
  FAIR_VALUE_ACCOUNTS,
  PAID_IN_ACCOUNTS,
} from "@jointfund/core/statements/account-groups.ts";
import type { CellValue } from "@jointfund/core/statements/page-cell.ts";
import { pageBook, type PageRecords } from "@jointfund/core/statements/page-books.ts";
import { ofAccounts, PageDays } from "@jointfund/core/statements/page-postings.ts";
import type { Text } from "../languages/language.ts";
import { PAGE_TEXTS } from "../languages/page-texts.ts";

/** A figure of the page over time: which accounts add up to it, and with which sign. */
type BookFigure = {
  readonly label: Text;
  readonly accounts: (charter: Charter) => readonly string[];
  readonly sign: 1n | -1n;
};

const BOOK_FIGURES = {
  "net-assets": {
    label: PAGE_TEXTS.netAssets,
    accounts: (charter) => codesOf(charter, "asset", "liability"),
    sign: 1n,
  },
  investments: {
    label: PAGE_TEXTS.investments,
    accounts: () => FAIR_VALUE_ACCOUNTS,
    sign: 1n,
  },
  cash: { label: PAGE_TEXTS.cash, accounts: () => CASH_ACCOUNTS, sign: 1n },
  owes: {
    label: { en: "Owes, all together", ja: "債務合計" },
    accounts: (charter) => codesOf(charter, "liability"),
    sign: -1n,
  },
  debt: { label: PAGE_TEXTS.debt, accounts: () => DEBT_ACCOUNTS, sign: -1n },
  "put-in": {
    label: { en: "Put in, less what was redeemed", ja: "拠出額（償還控除後）" },
    accounts: () => [...PAID_IN_ACCOUNTS, ACCOUNTS.redeemedCapital],
    sign: -1n,
  },
  distributed: {
    label: { en: "Distributions declared", ja: "分配宣言額（累計）" },
    accounts: () => DISTRIBUTION_ACCOUNTS,
    sign: 1n,
  },
} as const satisfies Readonly<Record<string, BookFigure>>;

export type HistoryFigure = keyof typeof BOOK_FIGURES | "price";

export const HISTORY_FIGURES = [
  "price",
  ...(Object.keys(BOOK_FIGURES) as (keyof typeof BOOK_FIGURES)[]),
] as const;

export type FigureHistory = {
  readonly label: Text;
  readonly points: readonly { readonly on: LocalDate; readonly value: CellValue }[];
};

/**
 * The values of a figure of the page's books, one for each business day on which it changed, in
 * order; exact, and by the days that postings take effect on. Of a price: one for each strike.
 */
export function historyOf(input: PageRecords, figure: HistoryFigure): FigureHistory {
  if (figure === "price") return priceHistory(input);
  const { state, chronicle } = input;
  const { charter } = state;
  const { currency } = mainVehicle(charter);
  const { label, accounts, sign }: BookFigure = BOOK_FIGURES[figure];
  const selects = ofAccounts(accounts(charter));
  const days = new PageDays(chronicle, pageBook(input)).dated({ selects, sign });
  let sum = 0n;
  const inOrder = days.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const points = inOrder.map(({ on, minor }) => {
    sum += minor;
    return { on, value: { kind: "money", currency, minor: sum } as const };
  });
  return { label, points };
}

const PRICE: Text = { en: "Price per unit", ja: "基準価額（一口）" };

function priceHistory({ state: { charter, strikes } }: PageRecords): FigureHistory {
  const { id: main, currency } = mainVehicle(charter);
  const [first] = charter.classes.filter(({ vehicle }) => vehicle === main);
  const points = [...strikes.values()]
    .filter(({ vehicle, unitClass }) => vehicle === main && unitClass === first?.id)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .flatMap(({ on, price: text }) => {
      const price = Ratio.fromDecimal(text);
      return price.ok
        ? [{ on, value: { kind: "price", currency, price: price.value } as const }]
        : [];
    });
  return { label: PRICE, points };
}

/** The last value of each month, on its last day, or on its own day in the month that is open. */
export function byMonth({ label, points }: FigureHistory, today: LocalDate): FigureHistory {
  const months = new Map(
    points.map(({ on, value }) => {
      const end = endOfMonth(on);
      return [end, { on: end > today ? on : end, value }] as const;
    }),
  );
  return { label, points: [...months.values()] };
}
