import type { PartId, PolicyId } from "@jointfund/projection/policy/part.ts";
import type { Text } from "./language.ts";

/** Words of the comparison of policies, in the terms of docs/glossary.md. */
export const POLICY_NAMES: Readonly<Record<PolicyId, Text>> = {
  fund: { en: "Stake in the fund", ja: "ファンドへの出資" },
  incentive: { en: "Tax credit for the same projects", ja: "同一案件に対する税額控除" },
  tariff: { en: "Tariff", ja: "関税" },
  alone: { en: "Borrowing and investing alone", ja: "単独での借入投資" },
};

/** A tariff on some imports under a regime: `{0}` is what it is on, `{1}` the regime. */
export const TARIFF_ON: Text = { en: "Tariff on {0}: {1}", ja: "{0}への関税：{1}" };

/** The stake under a regime of tariffs that shakes markets too. */
export const FUND_UNDER: Text = {
  en: "Stake in the fund (tariff: {0})",
  ja: "ファンドへの出資（関税：{0}）",
};

export const PART_NAMES: Readonly<Record<PartId, Text>> = {
  stake: { en: "distributions", ja: "分配金" },
  taxes: { en: "taxes of projects that are caused", ja: "誘発された案件からの税収" },
  credit: { en: "credit given", ja: "税額控除額" },
  duties: { en: "duties, net", ja: "関税収入（純額）" },
  feedback: { en: "taxes lost to a smaller economy", ja: "経済縮小による減収" },
  portfolio: { en: "taken out of the investments", ja: "投資からの払出し" },
  supplies: { en: "profit on orders of the projects", ja: "案件からの受注による利益" },
  burden: { en: "duty borne and sales lost", ja: "関税負担及び売上減" },
  corporateTax: { en: "taxes lost on exporters' profit", ja: "輸出企業の減益による減収" },
};

export const BEARER_NAMES: Readonly<Record<string, Text>> = {
  buyers: { en: "buyers of imports", ja: "輸入品の買い手" },
  itself: { en: "each treasury itself", ja: "各国の国庫自身" },
  others: { en: "others who pay in", ja: "その他の出資者" },
};

export const STANDING_NAMES = {
  published: { en: "published", ja: "公表値" },
  derived: { en: "derived", ja: "算出値" },
  assumed: { en: "assumed", ja: "仮定" },
} as const satisfies Readonly<Record<string, Text>>;

export const USE_NAMES = {
  drawn: { en: "drawn", ja: "抽出" },
  choice: { en: "choice", ja: "選択" },
  price: { en: "price", ja: "市場価格" },
} as const satisfies Readonly<Record<string, Text>>;

export const POLICY_LABELS = {
  over: {
    en: "FY{0} to FY{1}; {2} futures, seed {3}; flows in the fund {4}.",
    ja: "{0}年度から{1}年度まで。{2}通りの将来、乱数の種{3}。ファンドの収支は{4}。",
  },
  fromProjection: {
    en: "from a projection of its charter ({0} paths)",
    ja: "基本協定の将来推計による（{0}経路）",
  },
  fromRecord: {
    en: "as its record has really paid them",
    ja: "記録に基づく実際の収支による",
  },
  side: { en: "{0}, in {1}; own rate {2} a year", ja: "{0}（{1}、自国金利 年率{2}）" },
  presentValues: { en: "Present value", ja: "現在価値" },
  revenueByYear: { en: "Revenue by fiscal year", ja: "会計年度別歳入" },
  revenueNote: {
    en: "less what the money that is invested costs; mean, 5% and 95% quantiles",
    ja: "投下資金の調達費用控除後。平均値並びに5%点及び95%点",
  },
  belowTariff: {
    en: "Chance that revenue is below that of the tariff on {0}: {1}",
    ja: "歳入が「{0}への関税：{1}」を下回る確率",
  },
  parts: { en: "What it is made of", ja: "歳入の内訳" },
  partOf: { en: "{0}: {1}", ja: "{0}：{1}" },
  cash: { en: "cash", ja: "現金合計" },
  treasuryRate: { en: "own rate", ja: "自国金利" },
  fair: { en: "fair value", ja: "公正価値" },
  p5: { en: "5%", ja: "5%" },
  p95: { en: "95%", ja: "95%" },
  below5: { en: "  5%", ja: "　5%" },
  below95: { en: "  95%", ja: "　95%" },
  presentNote: {
    en: "means, and the 5% and 95% quantiles at the own rate",
    ja: "平均値並びに自国金利による5%点及び95%点",
  },
  loss: { en: "loss", ja: "損失確率" },
  swing: { en: "swing", ja: "変動幅" },
  notes: { en: "How to read it", ja: "読み方" },
  conventions: {
    en:
      "Cash is not discounted. The own rate is what the side's own money costs it, as federal " +
      "credit is budgeted. Fair value discounts for the risk that markets ask to be paid for; " +
      "with it, higher expected returns alone are no gain.",
    ja:
      "現金合計は割り引かない額。自国金利は自国資金の調達金利による割引（連邦信用改革法の方式に相当）。" +
      "公正価値は市場が対価を求めるリスクを織り込んだ割引による額であり、期待収益が高いことのみでは利得とならない。",
  },
  withoutSkill: {
    en:
      "The fair value of a stake in a fund without skill and costs is {0}: what is paid for " +
      "assets is what they are worth. A fund is worth more only by what its manager earns above " +
      "the market.",
    ja:
      "市場を上回る運用能力も費用もない場合、ファンドへの出資の公正価値は{0}である。資産の対価はその価値に等しいためであり、" +
      "それを上回る価値は市場を超える運用成果からのみ生じる。",
  },
  fairStakes: {
    en: "Where the fair value of the stakes comes from",
    ja: "出資の公正価値の内訳",
  },
  fairStakesNote: {
    en: "means of the same futures, with their standard errors; without the taxes of projects",
    ja: "同一の経路の平均及び標準誤差。案件からの税収を含まない",
  },
  ofCharter: { en: "charter alone", ja: "基本協定" },
  ofCosts: { en: "costs, skill", ja: "費用・能力" },
  ofStake: { en: "stake", ja: "出資" },
  error: { en: "± s.e.", ja: "標準誤差" },
  together: { en: "Both together", ja: "合計" },
  more: { en: "{0} less {1}", ja: "{0}と{1}の差" },
  fairStakesText: {
    en:
      "The stakes at fair value: {0} {1}, {2} {3}, together {4} (standard error {5}). Of that " +
      "{6} (standard error {7}) is the charter's own, in a fund without skill and without the " +
      "costs that are assumed: money that waits to be invested or paid out earns nothing. The " +
      "costs that are assumed, less skill, make {8}.",
    ja:
      "出資の公正価値は、{0}{1}、{2}{3}、合計{4}（標準誤差{5}）である。このうち運用能力も前提とした費用もない場合の" +
      "基本協定自体によるものは{6}（標準誤差{7}）であり、投資又は分配までの待機資金が収益を生まないことを反映する。" +
      "前提とした費用から運用能力による超過収益を差し引いた額は{8}である。",
  },
  fairDifference: {
    en:
      "Between the two stakes there is {0} (standard error {1}): both are valued in the same " +
      "currency, at one rate and at today's rate of exchange, so that neither the currency nor " +
      "what each side pays for its own money moves value from one to the other. What {2} has " +
      "beside its stake are the taxes of projects, {3}, which come to it alone.",
    ja:
      "両者の出資の差は{0}（標準誤差{1}）である。いずれも同一通貨、同一の割引率及び現在の為替相場により評価しており、" +
      "通貨又は調達金利の違いによる価値の移転はない。{2}の公正価値にはこのほか案件からの税収{3}が含まれ、" +
      "これは他方には帰属しない。",
  },
  horizon: {
    en:
      "Every policy is counted to FY{0} alike: a tariff until then, and what is owned then at " +
      "its worth. Taxes that the same projects bring after it stand in a column of their own, " +
      "at the own rate, and in no other figure; to go on levying a tariff is decided again " +
      "each year.",
    ja:
      "いずれの政策も{0}年度までを対象とする。関税は同年度までの収入を、期末に保有する持分及び資産はその時点の価値を算入する。" +
      "その後も続く同一案件からの税収は別欄（自国金利による現在価値）に示し、他の額には含めない。" +
      "関税の継続は各年度の新たな決定によるものである。",
  },
  after: { en: "after FY{0}", ja: "{0}年度後" },
  none: { en: "–", ja: "–" },
  fairByRate: {
    en:
      "The fair value of the stake is found by a risk-adjusted rate, since a record has no " +
      "futures of other returns.",
    ja: "記録には他の収益率による将来がないため、出資の公正価値はリスク調整後の割引率により求めた。",
  },
  inFull: {
    en:
      "A fund's distributions count in full, but for capital that comes back. Of each dollar of " +
      "duties {0} is lost to lower income and payroll taxes in FY{1} (CBO and JCT), which is " +
      "taken off above.",
    ja:
      "ファンドの分配金は、元本の返還を除き全額を歳入とする。関税は{1}年度において収入の{0}に相当する所得税及び給与税の減収を伴い" +
      "（議会予算局及び両院合同租税委員会）、上の額はその控除後である。",
  },
  bearers: { en: "Who bears a loss. {0}", ja: "損失の負担者は次のとおり。{0}" },
  jobs: {
    en:
      "Jobs caused in the best year: {0} by the fund (5% to 95%: {1} to {2}), {3} by the credit " +
      "({4} to {5}).",
    ja:
      "誘発される雇用（最大の年度）：ファンド{0}人（5%点から95%点まで{1}人～{2}人）、" +
      "税額控除{3}人（同{4}人～{5}人）",
  },
  deadweight: {
    en:
      "Of the credit {0} goes to what would have come anyway, and raising it costs the economy " +
      "{1} more; with every figure at its value it pays for itself, over the life of the " +
      "projects, if it causes {2} of them.",
    ja:
      "税額控除のうち{0}は控除がなくても実現した案件に渡り、その財源調達により経済に{1}の超過負担が生じる。" +
      "全ての数値を基準値とすると、誘発割合が{2}であれば案件の存続期間を通じて費用を回収できる。",
  },
  reversal: {
    en: "That it may end leaves {0} of the present value of a tariff.",
    ja: "廃止の可能性を織り込むと、関税の現在価値は存続する場合の{0}となる。",
  },
  curve: {
    en: "Revenue of a tariff on {0} is highest at a rate of {1}; beyond it falls.",
    ja: "{0}に対する関税の収入は税率{1}で最大となり、それを超えると減少する。",
  },
  assumptions: { en: "What is assumed", ja: "前提とした数値" },
  assumptionsCount: {
    en:
      "{0} figures: {1} published, {2} derived, {3} assumed. {4} of them are not known and drawn " +
      "in their ranges for each future; {5} are what a law or a treasury chooses, and {6} are " +
      "prices of the day: their ranges are for trying, and no chance. What the fund itself pays " +
      "is drawn by its projection, from the assumptions of that.",
    ja:
      "数値{0}件：公表値{1}件、算出値{2}件、仮定{3}件。このうち{4}件は不確実な値として経路ごとに範囲内で抽出する。" +
      "{5}件は法令又は財政当局の選択、{6}件は時点の市場価格であり、その範囲は試算のためのものである。" +
      "ファンド自体の収支の変動は、その将来推計の前提条件による。",
  },
  use: { en: "use", ja: "扱い" },
  parameter: { en: "Figure", ja: "項目" },
  value: { en: "value", ja: "値" },
  low: { en: "low", ja: "下限" },
  high: { en: "high", ja: "上限" },
  standing: { en: "standing", ja: "区分" },
  source: { en: "source", ja: "出典" },
  date: { en: "of", ja: "時点" },
  notice: {
    en: "Demonstration. A comparison under stated assumptions; no forecast and no advice.",
    ja: "実演用。明示した前提の下での比較であり、予測又は助言ではない。",
  },
  separator: { en: "; ", ja: "、" },
} as const satisfies Readonly<Record<string, Text>>;
