import type { PathEvent } from "@jointfund/projection/pricing/path-results.ts";
import type { Text } from "./language.ts";

/** The page of prices; `{0}`, `{1}` … are filled in order. */
export const PRICE_TEXTS = {
  ofDraft: {
    en: "What each bracket is worth, beside {0}'s reading",
    ja: "{0}案を基準とした各未確定条項の価額",
  },
  ofTwo: { en: "What {1} is worth, beside {0}", ja: "{0}を基準とした{1}の価額" },
  run: {
    en: "{0} paths over {1} years, the same draws for every reading; seed {2}",
    ja: "試算経路{0}本、{1}年間。いずれの案も同一の乱数による（乱数の種：{2}）",
  },
  assumed: { en: "Assumptions: {0}", ja: "前提条件：{0}" },
  first: { en: "{0}: final gain", ja: "{0}：最終的な損益" },
  otherwise: { en: "more or less than that", ja: "基準との差" },
  expected: { en: "expected", ja: "期待値" },
  error: { en: "± error", ja: "標準誤差" },
  median: { en: "median", ja: "中央値" },
  bad: { en: "bad case", ja: "悪化時" },
  loss: { en: "loss", ja: "損失確率" },
  better: { en: "better on", ja: "有利な割合" },
  party: { en: "{0}, {1}", ja: "{0}（{1}）" },
  chance: { en: "Chance of: {0}", ja: "発生確率：{0}" },
  reading: { en: "{0}'s reading", ja: "{0}案" },
  withoutEffect: {
    en: "Not priced: nothing computed depends on it.",
    ja: "価額なし：計算結果に影響しません。",
  },
  noCharterAlone: {
    en: "Not priced: this reading makes no charter without others of the same side.",
    ja: "価額なし：この案のみでは基本協定として成立しません。",
  },
  ended: {
    en: "Not priced: the run was ended before.",
    ja: "価額なし：計算が途中で終了しました。",
  },
  note: {
    en:
      "Gain is worth at the end and what was distributed, less what was paid in, in each side's " +
      "currency. One path in twenty stays below the bad case. The error is that of the mean of " +
      "the differences, path by path.",
    ja: "損益は、終了時の持分の価値と分配額の合計から払込額を差し引いた額（各当事者の通貨）です。悪化時は、経路の5％がこれを下回る水準です。標準誤差は、経路ごとの差の平均に係るものです。",
  },
} as const satisfies Readonly<Record<string, Text>>;

export const EVENT_TEXTS: Readonly<Record<PathEvent, Text>> = {
  locked: { en: "lock", ja: "制限" },
  forcedSale: { en: "forced sale", ja: "強制売却" },
  defaulted: { en: "default", ja: "債務不履行" },
  callMissed: { en: "call not paid", ja: "払込みの不履行" },
};
