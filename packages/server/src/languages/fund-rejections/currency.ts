import type { CURRENCY_REJECTIONS } from "@jointfund/core/fund/rejections/currency.ts";
import type { Text } from "../language.ts";

export const CURRENCY_REJECTION_TEXTS: Readonly<Record<keyof typeof CURRENCY_REJECTIONS, Text>> = {
  currency_unknown: {
    en: "There is no currency {actual}.",
    ja: "「{actual}」という通貨はありません。",
  },
  currencies_equal: {
    en: "The two currencies are the same: {actual}.",
    ja: "二つの通貨が同じです（{actual}）。",
  },
  rate_stale: {
    en: "The last fixing is of {actual:date}, too old to convert by on {required:date}.",
    ja: "直近の確定レートは{actual:date}のものであり、{required:date}の交換の基準に用いることができません。",
  },
  conversion_off_rate: {
    en: "The price is {actual} away from the last fixing; at most {required} is allowed.",
    ja: "価格と直近の確定レートとの乖離は{actual}です。許容される上限は{required}です。",
  },
  hedge_exists: {
    en: "There is a hedge {actual} already.",
    ja: "ヘッジ取引「{actual}」は既にあります。",
  },
  hedge_unknown: {
    en: "There is no hedge {actual}.",
    ja: "ヘッジ取引「{actual}」はありません。",
  },
  hedge_not_open: {
    en: "The hedge {actual} is closed.",
    ja: "ヘッジ取引「{actual}」は終了しています。",
  },
  hedge_currency_not_allowed: {
    en:
      "The hedge exchanges {actual}; one of the two must be the vehicle's own currency, the " +
      "other one that may be hedged: {required}.",
    ja:
      "ヘッジ取引の通貨は{actual}です。一方を当該投資ビークルの通貨、他方をヘッジ対象通貨としなければ" +
      "なりません（{required}）。",
  },
  hedge_matured: {
    en: "The hedge would mature on {actual:date}; today is {required:date}.",
    ja: "ヘッジ取引の満期は{actual:date}ですが、本日は{required:date}です。",
  },
  hedge_limit_exceeded: {
    en: "Hedges would come to {actual:money}; the charter allows {required}.",
    ja: "ヘッジ取引の合計が{actual:money}となり、基本協定の上限（{required}）を超えます。",
  },
};
