import type { FallEvent } from "@jointfund/projection/pricing/bearable.ts";
import type { Moved } from "@jointfund/projection/pricing/moves.ts";
import type { Text } from "./language.ts";

export const MOVED_TEXTS: Readonly<Record<Moved, Text>> = {
  leverage: { en: "Leverage target", ja: "目標借入比率" },
  expectedReturn: { en: "Expected return", ja: "期待収益率" },
  volatility: { en: "Volatility", ja: "価格変動率" },
  borrowingCost: { en: "Spreads on borrowing", ja: "借入金利の上乗せ幅" },
  quoteDrift: { en: "Drift of {0}", ja: "{0}相場の趨勢" },
  quoteVolatility: { en: "Volatility of {0}", ja: "{0}相場の変動率" },
  income: { en: "Income of projects", ja: "案件の収益率" },
  haircut: { en: "Haircut of forced sales", ja: "強制売却の割引率" },
  pace: { en: "Pace of investing", ja: "投資の速度" },
  stops: { en: "Chance that a payer stops", ja: "払込停止の確率" },
};

export const FALL_EVENT_TEXTS: Readonly<Record<FallEvent, Text>> = {
  watched: { en: "a covenant is watched", ja: "財務制限条項の監視" },
  locked: { en: "a lock", ja: "分配又は借入れの制限" },
  curedByCall: { en: "a call on the budgets for a cure", ja: "治癒のための財政への払込請求" },
  forcedSale: { en: "a forced sale", ja: "強制売却" },
  defaulted: { en: "default", ja: "債務不履行" },
};

/** `{0}`, `{1}` … are filled in order. */
export const ANALYSIS_TEXTS = {
  run: {
    en: "{0} paths, the same draws for every line; seed {1}",
    ja: "試算経路{0}本。いずれの行も同一の乱数による（乱数の種：{1}）",
  },
  sensitivity: { en: "Sensitivity", ja: "感応度" },
  sensitivityOf: { en: "{0}, {1}", ja: "{0}（{1}）" },
  points: { en: "{0} {1} points", ja: "{0} {1}％ポイント" },
  times: { en: "{0} × {1}", ja: "{0} × {1}" },
  median: { en: "median", ja: "中央値" },
  bad: { en: "bad case", ja: "悪化時" },
  sale: { en: "forced sale", ja: "強制売却" },
  sensitivityNote: {
    en:
      "How much more or less than under the assumptions the final gain is, and how much " +
      "likelier a forced sale. The largest effects stand first. One path in twenty stays below " +
      "the bad case. Income is a part of the return: what is paid out early no longer grows.",
    ja: "最終的な損益と強制売却の確率の増減を、影響の大きい順に示します。悪化時は、経路の5％がこれを下回る水準です。収益は総収益率の一部であり、早期に分配した分はその後増えません。",
  },
  ownFunds: {
    en: "What a treasury pays for its own money is no part of the gain; it is in net revenue.",
    ja: "各国の調達費用は損益に含めず、調達費用控除後の収入に反映しています。",
  },
  frontier: { en: "Frontier of leverage", ja: "借入比率と損益の関係" },
  lock: { en: "lock", ja: "制限" },
  default: { en: "default", ja: "債務不履行" },
  loss: { en: "loss", ja: "元本割れ" },
  medianRate: { en: "median IRR", ja: "IRR中央値" },
  meanRate: { en: "mean IRR", ja: "IRR平均" },
  medianGain: { en: "median gain", ja: "損益中央値" },
  meanGain: { en: "mean gain", ja: "損益平均" },
  drawn: {
    en: "{0}: IRR by target, from {1} to {2}; ● median ○ mean",
    ja: "{0}：比率別のIRR（{1}から{2}まで、●中央値、○平均）",
  },
  chances: { en: "Chances at each target", ja: "各比率における確率" },
  most: {
    en: "The charter's incurrence tests allow {0} of assets at most.",
    ja: "基本協定の発生時テストが認める上限は、総資産の{0}です。",
  },
  best: {
    en: "{0}: the median rate of return is largest at {1}, the mean at {2}.",
    ja: "{0}：内部収益率の中央値は{1}、平均は{2}で最大になります。",
  },
  parting: {
    en: "{0}: from {1} on the mean and the median part: one rises while the other falls.",
    ja: "{0}：{1}を超えると、平均と中央値の一方が上昇し、他方が低下します。",
  },
  bearable: { en: "The loss that budgets could bear", ja: "財政が負担し得る損失" },
  bearableAt: {
    en: "All values fall at once on {0}; what follows by {1} is counted.",
    ja: "{0}に全資産の価値が一時に下落した場合の、{1}までの帰結",
  },
  until: { en: "A fall of so much leads to", ja: "次の事態に至る下落幅" },
  fall: { en: "fall", ja: "下落幅" },
  lost: { en: "{0} has lost, {1}", ja: "{0}の損失（{1}）" },
  never: { en: "none up to 99%", ja: "99％まで該当なし" },
  already: { en: "without a fall", ja: "下落なしでも発生" },
  random: { en: "On random paths, by then", ja: "無作為の経路において、その時点までに" },
  ended: {
    en: "An analysis was ended before it was whole, and is left out.",
    ja: "分析の一つが完了前に終了したため、省略します。",
  },
  expected: {
    en: "On the expected path, without chance.",
    ja: "期待どおりに推移する経路（偶然の変動なし）による。",
  },
} as const satisfies Readonly<Record<string, Text>>;
