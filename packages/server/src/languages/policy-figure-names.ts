import type { PolicyComparison } from "@jointfund/projection/policy/comparison.ts";
import { filledWith } from "../cli/invocation.ts";
import type { Text } from "./language.ts";

/** What a figure of a policy file is called, and how it is shown. */
export type FigureName = Text & { readonly unit: "percent" | "number" };

const percent = (en: string, ja: string): FigureName => ({ en, ja, unit: "percent" });
const number = (en: string, ja: string): FigureName => ({ en, ja, unit: "number" });

/**
 * The figures of a policy file by their paths, for whoever does not read paths: {0} is the host's
 * treasury, {1} its regions, {2} the partner's treasury, {3} the partner's exporters.
 */
const NAMES: Readonly<Record<string, FigureName>> = {
  "host.treasury.fundingRate": percent("What money costs the {0}, a year", "{0}の調達金利（年率）"),
  "partner.treasury.fundingRate": percent("What money costs {2}, a year", "{2}の調達金利（年率）"),
  "partner.corporateTax": percent(
    "What {2} takes of companies' profit",
    "企業利益に対する国税の税率（{2}）",
  ),
  "partner.exporters.margin": percent("{3}: margin on sales", "{3}の売上高利益率"),
  "partner.exporters.supplies": percent(
    "{3}: part of what the projects buy",
    "案件の調達に占める{3}の受注割合",
  ),
  "exchange.rate": number(
    "Exchange rate: the partner's currency for one of the host's",
    "為替相場（基準通貨1単位当たり）",
  ),
  "exchange.drift": percent(
    "Expected change of the exchange rate, a year",
    "為替相場の期待変化率（年率）",
  ),
  "exchange.volatility": percent(
    "Volatility of the exchange rate, a year",
    "為替相場の変動率（年率）",
  ),
  "projects.assetsPerCapital": number(
    "Invested in projects, for one paid into the fund",
    "払込資本1当たりの案件投資額",
  ),
  "projects.profit": percent(
    "Taxable profit of projects a year, of what was invested",
    "案件の年間課税利益（投資額比）",
  ),
  "projects.growth": percent("Growth of profit and wages, a year", "利益及び賃金の伸び率（年率）"),
  "projects.constructionWages": percent(
    "Wages while building, of what is invested",
    "建設期間中の賃金（投資額比）",
  ),
  "projects.jobsPerBillion": number(
    "Lasting jobs for each billion invested",
    "投資10億（基準通貨）当たりの常用雇用（人）",
  ),
  "projects.wage": number("Wage of such a job, a year", "上記雇用の年間賃金"),
  "projects.multiplier": number("Further jobs for each job", "雇用一人当たりの波及雇用（人）"),
  "projects.hostTaxes.profit": percent(
    "{0}: tax on the projects' profit",
    "案件の利益に対する税率（{0}）",
  ),
  "projects.hostTaxes.wages": percent("{0}: taxes on their wages", "案件の賃金に対する税率（{0}）"),
  "projects.regionTaxes.profit": percent(
    "{1}: tax on the projects' profit",
    "案件の利益に対する税率（{1}）",
  ),
  "projects.regionTaxes.wages": percent(
    "{1}: taxes on their wages",
    "案件の賃金に対する税率（{1}）",
  ),
  "fund.additionality": percent(
    "Projects that the fund causes",
    "ファンドがなければ実現しない案件の割合",
  ),
  "incentive.credit": percent("{0}: credit, of what is invested", "税額控除率（{0}、投資額比）"),
  "incentive.regionsCredit": percent(
    "{1}: credit, of what is invested",
    "税額控除率（{1}、投資額比）",
  ),
  "incentive.caused": percent(
    "Projects that the credit causes",
    "税額控除により実現する案件の割合",
  ),
  "incentive.excessBurden": percent(
    "What raising taxes costs the economy besides, for one raised",
    "財源調達の超過負担（税収1当たり）",
  ),
  "tariff.elasticity": number("Elasticity of imports to their price", "輸入の価格弾力性"),
  "tariff.passThrough": percent(
    "Part of the duty that buyers pay",
    "関税のうち買い手が負担する割合",
  ),
  "tariff.noncompliance": percent("Duty that is not paid", "関税の未納割合"),
  "tariff.dynamic": percent("What a smaller economy takes off", "経済縮小による減収割合"),
  "tariff.retaliation": percent("What retaliation takes off", "報復措置による減収割合"),
  "tariff.retaliationChance": percent("Chance of retaliation", "報復措置の確率"),
  "tariff.reversalHazard": percent(
    "Chance that a tariff ends, a year",
    "関税が廃止される確率（年率）",
  ),
  "tariff.regionsFeedback": number(
    "{1}: lost for one that a smaller economy costs the {0}",
    "経済縮小による{0}の減収1当たりの減収（{1}）",
  ),
  "alone.volatility": percent(
    "Volatility of a treasury's own investments, a year",
    "単独投資の変動率（年率）",
  ),
  "alone.payout": percent("Taken out of them, a year", "単独投資からの払出率（年率）"),
  "alone.cost": percent("What running them costs, a year", "単独投資の運営費用（年率）"),
  "alone.alpha": percent(
    "Their return above what markets ask for the risk",
    "単独投資のリスクに見合う収益を上回る収益（年率）",
  ),
  "fairValue.premium": percent(
    "What markets pay for the market's risk, a year",
    "市場リスクの対価（年率）",
  ),
  "fairValue.assets": number("Market risk of assets (beta)", "資産の市場リスク（ベータ）"),
  "fairValue.taxes": number("Market risk of taxes (beta)", "税収の市場リスク（ベータ）"),
  "fairValue.tariff": number("Market risk of duties (beta)", "関税収入の市場リスク（ベータ）"),
};

const IMPORTS: FigureName = number("Imports, billions", "輸入額（十億）");
const OFFSET: FigureName = percent(
  "Part of a duty that income and payroll taxes lose",
  "関税に伴う所得税及び給与税の減収割合",
);

const ROLES = ["hostTreasury", "hostRegions", "partnerTreasury", "partnerExporters"] as const;

/** What the figure at a path is called, a schedule of imports or of the offset among them. */
export function figureName(path: string, { sides }: Pick<PolicyComparison, "sides">): FigureName {
  if (path.startsWith("tariff.bases.")) return IMPORTS;
  if (path.startsWith("tariff.offset.")) return OFFSET;
  const name = NAMES[path] ?? number(path, path);
  const filled = filledWith(
    name,
    ...ROLES.map((role) => {
      const side = sides.find((each) => each.role === role);
      return side?.name ?? { en: role, ja: role };
    }),
  );
  return { ...filled, unit: name.unit };
}
