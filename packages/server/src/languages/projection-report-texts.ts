import type { Text } from "./language.ts";

/** The report of a projection; `{0}`, `{1}` … are filled in order. */
export const PROJECTION_REPORT_TEXTS = {
  fund: { en: "The fund", ja: "ファンド" },
  limits: { en: "Assumptions and limits", ja: "前提条件及び限界" },
  assumed: { en: "Main assumptions", ja: "主な前提条件" },
  value: { en: "assumed", ja: "前提" },
  expectedReturn: { en: "Expected return a year", ja: "期待収益率（年率）" },
  model: { en: "Model of the market", ja: "市場モデル" },
  volatility: { en: "Volatility a year", ja: "価格変動率（年率）" },
  target: { en: "Debt wanted, of total assets", ja: "目標総資産借入比率" },
  spreads: { en: "Spreads: line, bonds", ja: "上乗せ幅（融資枠、債券）" },
  quote: { en: "{0}: rate, drift, volatility", ja: "{0}：相場、趨勢、変動率" },
  haircut: { en: "Haircut of forced sales", ja: "強制売却の割引率" },
  stops: {
    en: "{0}: cost of own money, chance to stop a year",
    ja: "{0}：調達費用、払込停止の確率（年率）",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What a reader must know of any such figures, modelled on how ministries disclose theirs. */
export const PROJECTION_LIMITS: readonly Text[] = [
  {
    en:
      "These are calculations, no forecast. They show what follows from the charter if the " +
      "assumptions hold, and how uncertain it is even then.",
    ja: "本書は試算であり、予測ではありません。前提が成り立つ場合に基本協定から導かれる結果と、その場合にもなお残る不確実性を示すものです。",
  },
  {
    en:
      "Few parameters describe the market. Returns of different steps are independent in the " +
      "lognormal model, and large falls are rarer in it than they have been: tails may be " +
      "understated. Other models and stresses show how much hangs on that.",
    ja: "市場は少数の母数で表しています。対数正規モデルでは各期の収益率が互いに独立であり、裾のリスクを過小に示すおそれがあります。その程度は他の市場モデル及びストレスにより確認できます。",
  },
  {
    en:
      "The parameters themselves are uncertain, the expected return above all. The ranges of " +
      "this report do not hold that uncertainty; the sensitivities show it.",
    ja: "母数自体が不確実であり、とりわけ期待収益率がそうです。本書の範囲はこれを含まず、感応度によって示しています。",
  },
  {
    en:
      "Everybody agrees, on time, to what the charter allows: no decision is delayed, disputed " +
      "or refused. Nothing is rounded to whole units. Covenants are tested at the ends of steps.",
    ja: "全当事者が期限内に合意するものとし、決定の遅延、紛争又は拒否は想定していません。端数処理は行わず、財務制限条項は各期末に判定します。",
  },
  {
    en:
      "Not modelled: tax, classes of units sold to the public, side letters, hedges, guarantees, " +
      "rebates of carried interest, and what the fund's own trades do to prices.",
    ja: "次の事項は含みません：租税、一般向けの受益権、附属書簡、ヘッジ、保証、成功報酬の返戻、及びファンド自身の取引が価格に与える影響。",
  },
  {
    en:
      "The mean is not what to expect: a few good paths raise it. The median stands beside every " +
      "mean, and the bad case is what one path in twenty stays below.",
    ja: "平均は通常見込まれる結果ではなく、少数の良好な経路により押し上げられます。平均には中央値を併記し、悪化時は経路の5％がこれを下回る水準です。",
  },
];
