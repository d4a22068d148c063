/** Words of the page on ways to raise the same revenue. */
export const words = {
  lead: {
    en:
      "A stake in the fund held against other ways to raise the same revenue: a tax credit, a " +
      "tariff, and borrowing to invest alone, as each side sees them.",
    ja: "ファンドへの出資を、同じ歳入を得る他の方法（税額控除、関税、単独での借入投資）と、各当事者の立場から比較します。",
  },
  file: { en: "Comparison", ja: "比較の対象" },
  side: { en: "Seen from", ja: "当事者" },
  base: { en: "Tariff on", ja: "関税の対象" },
  regime: { en: "Under the regime", ja: "関税の想定" },
  move: { en: "Move the figures", ja: "数値の変更" },
  moveNote: {
    en:
      "Every figure moves within the range of its source. A figure that is moved is the same in " +
      "all futures; everything below follows.",
    ja: "各数値は出典に基づく範囲内で変更できます。変更した数値は全ての経路において同一とし、以下の表と図に反映します。",
  },
  reset: { en: "Back to the file's figures", ja: "当初の数値に戻す" },
  movedCount: { en: "{0} moved", ja: "{0}件を変更" },
  inFile: { en: "File: {0}, range {1} to {2}", ja: "当初値：{0}（範囲{1}～{2}）" },
  rateOf: { en: "Tariff rate: {0}", ja: "関税率：{0}" },
  offset: { en: "Offset by income and payroll taxes", ja: "所得税及び給与税の減収の推計" },
  groups: {
    stake: { en: "The fund's projects", ja: "ファンドの案件" },
    credit: { en: "Tax credit", ja: "税額控除" },
    tariff: { en: "Tariff", ja: "関税" },
    money: { en: "Cost of money and exchange", ja: "調達金利及び為替" },
    markets: { en: "Borrowing alone and fair value", ja: "単独での借入投資及び公正価値" },
  },
  computing: { en: "Comparing …", ja: "比較しています…" },
  took: { en: " Compared in {0} ms.", ja: "（計算時間{0}ミリ秒）" },
  beside: {
    en: "With the figures as moved; beneath each, the same by the file.",
    ja: "上段は変更後、下段は当初の数値による値です。",
  },
  inTheFile: { en: "By the file", ja: "当初の数値による値" },
  skill: {
    en:
      "Without skill a stake in the fund is worth nothing at fair value: what is paid for assets " +
      "is what they are worth. The closed form gives {0}.",
    ja:
      "市場を上回る運用能力がなければ、ファンドへの出資の公正価値は零です。資産の対価はその価値に等しいためです。" +
      "解析解は{0}です。",
  },
  fairStakes: { en: "Where the fair value comes from", ja: "公正価値の内訳" },
  fairStakesNote: {
    en:
      "The stake of each treasury in the same futures, in one currency. Neither the currency nor " +
      "what a treasury pays for its own money moves value from one to the other: both are valued " +
      "at one rate and today's rate of exchange. Beneath each, its standard error.",
    ja:
      "同一の経路における各国庫の出資の公正価値（同一通貨建て）です。いずれも同一の割引率及び現在の為替相場により評価しており、" +
      "通貨又は調達金利の違いによる価値の移転はありません。下段は標準誤差です。",
  },
  treasury: { en: "Treasury", ja: "国庫" },
  ofCharter: { en: "The charter alone", ja: "基本協定によるもの" },
  ofCosts: { en: "Costs, less skill", ja: "費用（運用能力による収益控除後）" },
  ofStake: { en: "Stake", ja: "出資" },
  together: { en: "Both together", ja: "合計" },
  less: { en: "{0} less {1}", ja: "{0}と{1}の差" },
  error: { en: "± {0}", ja: "±{0}" },
  later: { en: "Taxes after", ja: "期間後の税収" },
  overview: { en: "All sides, at their own rates", ja: "各当事者の現在価値（自国金利）" },
  overviewText: {
    en: "Present value of {0} years, mean, each side in its currency.",
    ja: "{0}年間の現在価値の平均（各当事者の通貨建て）",
  },
  notSeen: { en: "–", ja: "–" },
  presentValues: { en: "Present values: {0}", ja: "現在価値：{0}" },
  presentNote: {
    en:
      "Cash is not discounted. The own rate, {0} a year, is what the side's own money costs it. " +
      "Fair value takes off what markets ask for bearing the risk. Every policy is counted to " +
      "the last year compared; taxes that its projects bring after it stand apart, at the own " +
      "rate, and are in no other figure.",
    ja:
      "現金合計は割引前の額です。自国金利（年率{0}）は自国資金の調達金利です。公正価値は、市場がリスク負担に求める対価を控除した額です。" +
      "いずれの政策も比較の最終年度までを対象とし、その後も続く案件からの税収は別欄（自国金利）に示し、他の額には含めません。",
  },
  policy: { en: "Policy", ja: "政策" },
  cash: { en: "Cash", ja: "現金合計" },
  ownRate: { en: "Own rate", ja: "自国金利" },
  fair: { en: "Fair value", ja: "公正価値" },
  band: { en: "5% to 95%, own rate", ja: "5%点から95%点（自国金利）" },
  p5: { en: "5%", ja: "5%点" },
  p25: { en: "25%", ja: "25%点" },
  median: { en: "Median", ja: "中央値" },
  p75: { en: "75%", ja: "75%点" },
  p95: { en: "95%", ja: "95%点" },
  mean: { en: "Mean", ja: "平均" },
  half: { en: "Half of all futures", ja: "経路の5割" },
  nine: { en: "Nine of ten", ja: "経路の9割" },
  loss: { en: "Chance of loss", ja: "損失の確率" },
  shortfall: { en: "Worst twentieth, mean", ja: "下位5%の平均" },
  swing: { en: "Swing from year to year", ja: "年次の変動幅" },
  revenue: { en: "Net revenue by fiscal year, mean", ja: "会計年度別の純歳入（平均）" },
  revenueNote: {
    en:
      "Net of what the money that is invested costs the side. What is paid in is no spending, " +
      "and capital that comes back no revenue; both count in the present values, as does what a " +
      "stake is worth at the end.",
    ja:
      "投下資金の調達費用を控除した額です。出資額は支出に、元本の返還は歳入に含めません。" +
      "いずれも期末の持分価値とともに現在価値には算入します。",
  },
  fiscalYear: { en: "Fiscal year", ja: "会計年度" },
  oneYear: { en: "FY{0}", ja: "{0}年度" },
  detail: { en: "One policy, year by year", ja: "政策別・年度別の内訳" },
  range: { en: "Net revenue and how far it may go", ja: "純歳入とその幅" },
  central: { en: "Every figure at its value", ja: "全ての数値を基準値とした場合" },
  invested: { en: "Paid in", ja: "投下額" },
  returned: { en: "Capital back", ja: "元本の返還" },
  fundingCost: { en: "Cost of funds", ja: "調達費用" },
  parts: { en: "What its revenue is made of, mean", ja: "歳入の内訳（平均）" },
  below: { en: "Chance that revenue is below the tariff's", ja: "純歳入が関税を下回る確率" },
  belowNote: {
    en: "Future by future, in each fiscal year, beside: {0}.",
    ja: "経路ごと、会計年度ごとに比較した割合です。比較の対象：{0}",
  },
  bearers: { en: "Who bears a loss", ja: "損失の負担者" },
  bearer: { en: "Who", ja: "負担者" },
  policies: {
    fund: { en: "Stake in the fund", ja: "ファンドへの出資" },
    incentive: { en: "Tax credit", ja: "税額控除" },
    tariff: { en: "Tariff", ja: "関税" },
    alone: { en: "Borrowing alone", ja: "単独での借入投資" },
  },
  reading: { en: "How to read it", ja: "読み方" },
  figures: { en: "Every figure, its range and its source", ja: "前提とした数値とその出典" },
  figuresNote: {
    en:
      "{0} figures: {1} as published, {2} derived from published ones, {3} assumed by this file " +
      "alone. {4} are not known and drawn in their range for each future. {5} are what a law or " +
      "a treasury chooses and {6} are prices of the day: their ranges are for trying.",
    ja:
      "数値{0}件（公表値{1}件、算出値{2}件、本ファイルの仮定{3}件）。{4}件は不確実な値として経路ごとに範囲内で抽出します。" +
      "{5}件は法令又は財政当局の選択、{6}件は時点の市場価格であり、その範囲は試算のためのものです。",
  },
  use: { en: "In the futures", ja: "経路での扱い" },
  uses: {
    drawn: { en: "drawn", ja: "抽出" },
    choice: { en: "a choice", ja: "政策の選択" },
    price: { en: "price of the day", ja: "時点の市場価格" },
  },
  figure: { en: "Figure", ja: "項目" },
  value: { en: "Value", ja: "値" },
  rangeOf: { en: "Range", ja: "範囲" },
  standing: { en: "Standing", ja: "区分" },
  asOf: { en: "As of", ja: "時点" },
  source: { en: "Source", ja: "出典" },
  published: { en: "published", ja: "公表値" },
  derived: { en: "derived", ja: "算出値" },
  assumed: { en: "assumed", ja: "仮定" },
  schedules: { en: "Figures by year", ja: "年別の数値" },
  byYear: { en: "Years", ja: "年別の値" },
  grows: { en: "then {0} a year", ja: "以後年率{0}" },
  stands: { en: "then as in the last year", ja: "以後最終年と同じ" },
} as const;
