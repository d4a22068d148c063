import type { MarketModel } from "@jointfund/projection/assumptions/assumptions.ts";
import type { FundChance, FundFan, PartyFan } from "@jointfund/projection/outcomes/projection.ts";
import type { Inexpressible } from "@jointfund/projection/charter/inexpressible.ts";
import type { Text } from "./language.ts";

/** What the fund's fans are called. */
export const FUND_FAN_TEXTS: Readonly<Record<FundFan, Text>> = {
  netAssets: { en: "Net assets", ja: "純資産総額" },
  trueNetAssets: { en: "True net assets", ja: "真の純資産総額" },
  pricePerUnit: { en: "NAV per unit", ja: "基準価額" },
  debt: { en: "Debt", ja: "借入残高" },
  leverage: { en: "Debt to assets", ja: "総資産借入比率" },
  cash: { en: "Cash", ja: "現金" },
  investments: { en: "Investments", ja: "投資" },
};

export const PARTY_FAN_TEXTS: Readonly<Record<PartyFan, Text>> = {
  worth: { en: "Worth", ja: "持分の価値" },
  paidIn: { en: "Paid in so far", ja: "払込累計" },
  distributed: { en: "Distributed so far", ja: "分配累計" },
  net: { en: "Distributed less paid in", ja: "分配累計から払込累計を差し引いた額" },
  gain: { en: "Gain", ja: "損益" },
};

export const CHANCE_TEXTS: Readonly<Record<FundChance, Text>> = {
  locked: { en: "Distributions or draws locked", ja: "分配又は借入れの制限" },
  forcedSale: { en: "Forced sale", ja: "強制売却" },
  defaulted: { en: "Default on debt", ja: "債務不履行" },
  callMissed: { en: "A call not paid", ja: "払込みの不履行" },
  netAssetsBelowZero: { en: "Net assets below zero", ja: "債務超過" },
};

export const MODEL_TEXTS: Readonly<Record<MarketModel["kind"], Text>> = {
  lognormal: { en: "lognormal", ja: "対数正規" },
  regimeSwitching: { en: "regime switching", ja: "局面転換" },
  garch: { en: "GJR-GARCH with Student's t", ja: "GJR-GARCH（t分布）" },
  bootstrap: { en: "stationary bootstrap", ja: "定常ブートストラップ" },
};

/** Statistics as rows and columns name them. */
export const STATISTIC_TEXTS = {
  p95: { en: "95th percentile", ja: "95％点" },
  p75: { en: "75th percentile", ja: "75％点" },
  p50: { en: "median", ja: "中央値" },
  p25: { en: "25th percentile", ja: "25％点" },
  p5: { en: "5th percentile", ja: "5％点" },
  mean: { en: "mean", ja: "平均" },
  standardError: { en: "standard error of the mean", ja: "平均の標準誤差" },
} as const satisfies Readonly<Record<string, Text>>;

/** The rest of the page; `{0}`, `{1}` … are filled in order. */
export const PROJECTION_TEXTS = {
  title: { en: "Projection", ja: "将来推計" },
  leftOut: {
    en: "The charter also has clauses of which nothing is projected: {0}.",
    ja: "基本協定のうち、次の条項は将来推計に反映していません：{0}。",
  },
  run: {
    en: "{0} paths from {1} to {2}; {3} market; seed {4}",
    ja: "試算経路{0}本、{1}から{2}まで、市場モデル：{3}、乱数の種：{4}",
  },
  runOfOne: {
    en: "One path from {1} to {2}; {3} market; seed {4}",
    ja: "試算経路1本、{1}から{2}まで、市場モデル：{3}、乱数の種：{4}",
  },
  pathOutside: {
    en: "Path {0} lies outside the run: --paths {1} has paths from 0 to one below that.",
    ja: "経路{0}は試算の範囲外です。--paths {1}の経路は0から数え、{1}の一つ手前までです。",
  },
  capitalWrong: {
    en: "{0}: the capital is an amount above 0 without a currency, such as capital=300000000000.",
    ja: "{0}：資本金は通貨を付けない零より大きい金額で指定してください（例：capital=300000000000）。",
  },
  charterWrongAsSet: {
    en: "With {1} the charter cannot be adopted. Faults: {0}.",
    ja: "{1}とした基本協定は採択できません。不備：{0}件",
  },
  stressed: { en: "With: {0}", ja: "ストレス：{0}" },
  changed: { en: "Changed: {0}", ja: "変更：{0}" },
  assumed: { en: "Assumptions: {0}", ja: "前提条件：{0}" },
  assumedForAny: {
    en: "Assumptions that suit any charter; --assumptions names a file of your own.",
    ja: "前提条件：どの基本協定にも用いる既定値（--assumptionsで独自のファイルを指定できます）",
  },
  in: { en: "{0}, {1}", ja: "{0}（{1}）" },
  medianOf: { en: "{0}, median", ja: "{0}（中央値）" },
  fanKey: {
    en: "━ median   ▓ half of all paths   ░ nine of ten",
    ja: "━ 中央値　▓ 経路の5割　░ 経路の9割",
  },
  chances: { en: "How likely by then", ja: "その時点までに生ずる確率" },
  covenantBreached: { en: "Covenant {0}", ja: "財務制限条項：{0}" },
  party: { en: "{0}, own years, {1}", ja: "{0}（自国の会計年度、{1}）" },
  holders: { en: "{1}: {0}", ja: "{0}（{1}）" },
  unitPrices: {
    en: "NAV per unit issued at 1, median",
    ja: "基準価額（当初1、中央値）",
  },
  paidInMedian: { en: "Paid in, median", ja: "払込額（中央値）" },
  distributedHigh: { en: "Distributed, 95th percentile", ja: "分配額（95％点）" },
  distributedMedian: { en: "Distributed, median", ja: "分配額（中央値）" },
  distributedLow: { en: "Distributed, 5th percentile", ja: "分配額（5％点）" },
  distributedMean: { en: "Distributed, mean", ja: "分配額（平均）" },
  incomeMedian: { en: "  of which income, median", ja: "　うち収益（中央値）" },
  gainsMedian: { en: "  of which gains, median", ja: "　うち実現益（中央値）" },
  capitalMedian: { en: "  of which capital, median", ja: "　うち元本の返還（中央値）" },
  netMedian: { en: "Net of cost of funds, median", ja: "調達費用控除後の収入（中央値）" },
  netBelowZero: { en: "Chance that it is below zero", ja: "同・零を下回る確率" },
  worthMedian: { en: "Worth at its end, median", ja: "期末の持分の価値（中央値）" },
  lossOfCapital: { en: "Chance of a loss of capital", ja: "元本割れの確率" },
  atTheEnd: { en: "At the end", ja: "終了時" },
  irr: { en: "Rate of return a year", ja: "内部収益率（年率）" },
  tvpi: { en: "TVPI", ja: "総倍率（TVPI）" },
  dpi: { en: "DPI", ja: "分配倍率（DPI）" },
  gain: { en: "Gain", ja: "損益" },
  shortfall: {
    en: "Mean of the worst twentieth (expected shortfall): {0}",
    ja: "最も悪い5％の経路の平均（期待ショートフォール）：{0}",
  },
  rateCounts: {
    en:
      "No rate of return is told of {0} paths ({1} with several rates, {2} with none); {3} " +
      "lost all.",
    ja: "収益率を示さない経路：{0}本（複数の解{1}本、解なし{2}本）。全損：{3}本。",
  },
  notes: { en: "What to bear in mind", ja: "留意事項" },
  noForecast: {
    en:
      "No forecast. What markets, rates and governments do is assumed, and other assumptions " +
      "give other results. Everybody agrees, on time, to what the charter allows.",
    ja: "予測ではありません。市場、金利及び各国政府の行動は仮定であり、前提が異なれば結果も異なります。基本協定が認めることには、全当事者が期限内に合意するものとしています。",
  },
  medianBelow: {
    en:
      "{0}: the mean gain is {1} above the median. Half of all paths end below {2}; few good " +
      "ones raise the mean to {3}.",
    ja: "{0}：損益の平均は中央値を{1}上回ります。経路の半数は{2}未満で終わり、少数の良好な経路が平均を{3}まで押し上げています。",
  },
  chanceError: {
    en:
      "Other seeds give other paths: a mean moves by its standard error, a chance of {0} by {1}. " +
      "Quantiles are counted in bins and are off by less than 1/128 of themselves.",
    ja: "乱数の種が異なれば経路も異なります。平均は標準誤差程度、{0}の確率は{1}程度変動します。分位点は区間ごとに数えるため、誤差はその値の128分の1未満です。",
  },
  revenueMeans: {
    en:
      "What is distributed is income as far as there is any, then realised gains, then capital " +
      "that comes back. The cost of funds is simple interest on what was paid in and has not " +
      "come back as capital; it is taken off income and gains.",
    ja: "分配額は、まず未分配の収益、次いで実現益、残りを元本の返還として区分します。調達費用は、払込額のうち元本として返還されていない額に対する単利であり、収益及び実現益から控除します。",
  },
  endedEarly: {
    en: "The run was ended: this tells of {0} of {1} paths.",
    ja: "計算は途中で終了しました。{1}本のうち{0}本の経路による結果です。",
  },
  notFinite: {
    en: "On up to {0} paths a figure is beyond all numbers, or has nothing to divide by.",
    ja: "最大{0}本の経路では、数値が範囲を超え、又は除数がないため値がありません。",
  },
  pathTitle: { en: "Path {0} in full", ja: "経路{0}の全容" },
  pathColumns: {
    en: "The founders' price is 1. L locked, S forced sale, D default, M call not paid",
    ja: "基準価額は設立時の価額を1とする。L 制限、S 強制売却、D 債務不履行、M 払込みの不履行",
  },
  worth: { en: "Worth", ja: "持分の価値" },
  paidIn: { en: "Paid in", ja: "払込額" },
  distributed: { en: "Distributed", ja: "分配額" },
  inexpressible: {
    en: "The charter says what a projection cannot compute: {0}",
    ja: "基本協定に、将来推計で計算できない定めがあります：{0}件",
  },
  refusal: { en: "clause {0}, {1}: {2}", ja: "第{0}条、{1}：{2}" },
} as const satisfies Readonly<Record<string, Text>>;

/** Why something of a charter cannot be projected. */
export const INEXPRESSIBLE_TEXTS: Readonly<Record<Inexpressible["code"], Text>> = {
  name_without_figure: {
    en: "{0} is no figure that a projection has",
    ja: "{0}は将来推計で扱う数値にありません",
  },
  text_not_constant: {
    en: "the text of {0} differs between paths",
    ja: "{0}の文字列が経路により異なります",
  },
  duration_not_constant: {
    en: "the duration of {0} differs between paths",
    ja: "{0}の期間が経路により異なります",
  },
  date_moved_by_months: {
    en: "{0} moves a date that is not fixed by months",
    ja: "{0}が、固定されていない日付を月単位で移動しています",
  },
  investments_not_apart: {
    en: "{0} asks for each investment apart, which a projection does not keep",
    ja: "{0}は投資ごとの区分を要しますが、将来推計では区分しません",
  },
  clawback_without_test: {
    en: "{0} has a clawback that no date tests",
    ja: "{0}の返還義務に、判定の期日がありません",
  },
  index_without_rate: {
    en: "there is no rate for the index {0}",
    ja: "指標{0}の金利がありません",
  },
  feeder_beyond_projection: {
    en: "{0} is of a feeder with a currency, a fee or dealing days that a projection does not have",
    ja: "{0}の投資ビークルには、将来推計で扱わない通貨、報酬又は取引日の定めがあります",
  },
  class_without_price: {
    en: "units of {0} have no price before anybody holds them, since units do not share alike",
    ja: "受益権の口数のみに比例する配分ではないため、保有者のいない{0}の受益権には単価がありません",
  },
};

/** Words of the charts; `{0}`, `{1}` … are filled in order. */
export const CHART_TEXTS = {
  median: { en: "median", ja: "中央値" },
  half: { en: "half of all paths", ja: "経路の5割" },
  nine: { en: "nine of ten paths", ja: "経路の9割" },
  mean: { en: "mean", ja: "平均" },
  paths: { en: "{0}, over {1} paths", ja: "{0}、経路{1}本" },
  fanInWords: {
    en: "At the end, {0}: median {1}, nine of ten paths between {2} and {3} ({4}).",
    ja: "終了時（{0}）：中央値{1}、経路の9割は{2}から{3}の間（{4}）。",
  },
  distributions: {
    en: "Distributed to {0}, by its fiscal year",
    ja: "{0}への分配額（会計年度別）",
  },
  distributionsInWords: {
    en: "What is distributed to {0} in each of its fiscal years, {1}; fans.csv has the figures.",
    ja: "{0}への各会計年度の分配額（{1}）。数値はfans.csvを参照。",
  },
  chances: { en: "How likely by then", ja: "その時点までに生ずる確率" },
  locked: { en: "locked", ja: "制限" },
  forcedSale: { en: "forced sale", ja: "強制売却" },
  defaulted: { en: "default", ja: "債務不履行" },
  callMissed: { en: "call not paid", ja: "払込みの不履行" },
  netAssetsBelowZero: { en: "net assets below zero", ja: "債務超過" },
} as const satisfies Readonly<Record<string, Text>>;
