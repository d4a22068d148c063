import type { Language } from "../language.ts";

/** The phrases in which exchange rates and hedges are explained. */
export type CurrencyPhrases = {
  readonly fixing: (sources: number, from: readonly string[], tolerance: string) => string;
  readonly stale: (period: string) => string;
  readonly conversion: (within: string) => string;
  readonly hedging: (currencies: readonly string[], most: string) => string;
};

export const CURRENCY_PHRASES: Readonly<Record<Language, CurrencyPhrases>> = {
  en: {
    fixing: (sources, from, tolerance) =>
      `An exchange rate stands when at least ${sources} of ${from.join(", ")} give it, differing ` +
      `by at most ${tolerance}; until then the last one goes on.`,
    stale: (period) => `After ${period} a rate is too old to convert by.`,
    conversion: (within) =>
      `What is converted has a price at most ${within} away from the last rate that stood.`,
    hedging: (currencies, most) =>
      `${currencies.join(", ")} may be hedged against a vehicle's own currency, ` +
      `in all for at most ${most}.`,
  },
  ja: {
    fixing: (sources, from, tolerance) =>
      `為替レートは、${from.join("、")}のうち${sources}以上の情報源の差が${tolerance}以内であるときに` +
      "確定する。確定するまでは直近の確定レートを用いる。",
    stale: (period) => `確定から${period}を経過した為替レートは、通貨の交換の基準に用いない。`,
    conversion: (within) =>
      `通貨の交換の価格は、直近の確定レートとの乖離が${within}以内でなければならない。`,
    hedging: (currencies, most) =>
      `${currencies.join("、")}については、投資ビークルの通貨に対するヘッジ取引を行うことができる。合計の上限は${most}とする。`,
  },
};
