/** Words of the page on a charter's future. */
export const words = {
  charter: { en: "Charter", ja: "基本協定" },
  inForce: { en: "The charter in force", ja: "施行中の基本協定" },
  lead: {
    en:
      "What a charter would do, in many futures. Move a figure and see both, as assumed and as " +
      "moved. No forecast: what markets and governments do is assumed.",
    ja:
      "基本協定がもたらす結果を、多数の将来について推計します。数値を動かすと、前提条件どおりの結果と変更後の結果を比較できます。予測ではなく、" +
      "市場及び政府の動きは仮定です。",
  },
  move: { en: "What is assumed", ja: "前提条件" },
  reset: { en: "As assumed", ja: "初期値に戻す" },
  years: { en: "Years", ja: "年数" },
  stresses: { en: "And this happens", ja: "次の事象が起きる場合" },
  netAssets: { en: "Net assets", ja: "純資産" },
  distributed: { en: "{0}: distributed to date", ja: "{0}：分配累計額" },
  date: { en: "Date", ja: "日付" },
  p5: { en: "5%", ja: "5%点" },
  p25: { en: "25%", ja: "25%点" },
  p50: { en: "Median", ja: "中央値" },
  p75: { en: "75%", ja: "75%点" },
  p95: { en: "95%", ja: "95%点" },
  mean: { en: "Mean", ja: "平均" },
  chances: { en: "How likely by the end", ja: "期間末までの確率" },
  event: { en: "What may happen", ja: "事象" },
  assumed: { en: "As assumed", ja: "前提条件どおり" },
  moved: { en: "As moved", ja: "変更後" },
  chance: { en: "Chance", ja: "確率" },
  locked: { en: "Draws and distributions locked", ja: "借入れ及び分配の停止" },
  forcedSale: { en: "Forced sale", ja: "強制売却" },
  defaulted: { en: "Default on debt", ja: "債務不履行" },
  callMissed: { en: "A call not paid", ja: "拠出請求の不払い" },
  netAssetsBelowZero: { en: "Net assets below zero", ja: "債務超過" },
  lossOfCapital: { en: "{0}: less than was paid in", ja: "{0}：元本割れ" },
  revenue: { en: "{0}: paid out by fiscal year", ja: "{0}：年度別の分配" },
  revenueNote: {
    en:
      "What the fund pays out in the year is income as far as there is any, then gains on what " +
      "was sold, then capital that comes back. Net is income and gains less the treasury's own " +
      "cost of funds.",
    ja:
      "年度中の分配額は、まず未分配の収益、次いで実現益、残りを元本の返還として区分します。" +
      "元本の返還は収入に当たらないため、自国の資金調達費用は収益及び実現益から控除します。",
  },
  holdersNote: {
    en: "Whatever holders are paid in the year, for units that are given back among it.",
    ja: "年度中に保有者に支払われる全額（換金代金を含みます。）です。",
  },
  byKind: { en: "{0}: paid out by where it came from, mean", ja: "{0}：分配額の内訳（平均）" },
  oneYear: { en: "FY{0}", ja: "{0}年度" },
  fiscalYear: { en: "Fiscal year", ja: "年度" },
  received: { en: "Paid out, median", ja: "分配額（中央値）" },
  receivedMean: { en: "Paid out, mean", ja: "分配額（平均）" },
  income: { en: "Income, mean", ja: "うち収益（平均）" },
  gains: { en: "Gains, mean", ja: "うち実現益（平均）" },
  capital: { en: "Capital back, mean", ja: "うち元本の返還（平均）" },
  ofIncome: { en: "Income", ja: "収益" },
  ofGains: { en: "Gains", ja: "実現益" },
  ofCapital: { en: "Capital that comes back", ja: "元本の返還" },
  net: { en: "Net of cost of funds, median", ja: "調達費用控除後（中央値）" },
  belowZero: { en: "Chance net is below zero", ja: "控除後が負となる確率" },
  beside: {
    en: "As moved; beneath each figure, the same as assumed.",
    ja: "上段は変更後、下段は前提条件どおりの値です。",
  },
  pathsThere: { en: "Paths that end there:", ja: "該当する経路：" },
  worst: { en: "worst 5%", ja: "下位5%" },
  middle: { en: "median", ja: "中央" },
  best: { en: "best 5%", ja: "上位5%" },
  onePath: { en: "Look at one path, quarter by quarter", ja: "一つの経路を四半期ごとに見る" },
  noSources: {
    en:
      "The charter comes without figures of its own: round ones are assumed that suit any " +
      "charter.",
    ja: "この基本協定に固有の前提条件はありません。どの基本協定にも適用できる概数を仮定しています。",
  },
  terminal: { en: "{0}: at the end", ja: "{0}：期間末の成果" },
  measure: { en: "Measure", ja: "指標" },
  irr: { en: "Rate of return a year", ja: "内部収益率（年率）" },
  tvpi: { en: "Worth and received, for one paid in (TVPI)", ja: "投資倍率（TVPI）" },
  dpi: { en: "Received, for one paid in (DPI)", ja: "実現倍率（DPI）" },
  gain: { en: "Gain", ja: "損益" },
  medianBelow: {
    en:
      "The mean gain lies above the median: half of all paths end below {0}; few good ones " +
      "raise the mean to {1}.",
    ja: "平均は中央値を上回ります。全経路の半数は{0}を下回り、少数の好調な経路が平均を{1}に押し上げています。",
  },
  told: {
    en: "{0} paths, seed {1}, computed in {2} ms",
    ja: "{0}経路、乱数の種{1}、計算時間{2}ミリ秒",
  },
  unreachable: {
    en: "The office could not be reached. What is shown is the last answer.",
    ja: "事務局に接続できませんでした。表示しているのは直前の結果です。",
  },
  again: { en: "Ask again", ja: "もう一度計算する" },
  partOf: { en: "(part of it)", ja: "（一部の期間）" },
  computing: { en: "Computing …", ja: "計算中です…" },
  limits: { en: "On what this rests", ja: "前提及び限界" },
  limitsText: {
    en:
      "Everybody agrees, on time, to what the charter allows, and nothing is rounded. Tax " +
      "is not projected, nor are the clauses that stand at the end of this page. " +
      "Markets follow few parameters, so extreme years may be rarer here than in life. " +
      "Quantiles are off by less than 1/128 of themselves.",
    ja:
      "基本協定が認める事項には全当事者が期日どおりに同意するものとし、端数処理は行いません。租税及び本頁末尾に掲げる条項は対象外です。" +
      "市場は少数のパラメータに従うため、極端な年の頻度が実際より低い可能性があります。分位点の誤差は、その値の128分の1未満です。",
  },
  place: { en: "Figure", ja: "項目" },
  source: { en: "Source", ja: "出典" },
  notProjected: {
    en: "Clauses of which nothing is projected",
    ja: "将来推計に反映していない条項",
  },
  about: { en: "What it is about", ja: "内容" },
  clauses: { en: "Clauses", ja: "条項" },
} as const;
