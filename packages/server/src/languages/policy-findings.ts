import type { PolicyFindingCode } from "@jointfund/projection/policy/policy-findings.ts";
import type { FuturesMisfit } from "@jointfund/projection/policy/fund-futures.ts";
import type { Text } from "./language.ts";

/** What is wrong with a policy file besides its form. */
export const POLICY_FINDING_TEXTS: Readonly<Record<PolicyFindingCode, Text>> = {
  range_unordered: {
    en: "the value does not lie between its low and its high",
    ja: "値が下限と上限の間にありません",
  },
  years_unordered: {
    en: "the year does not follow the one before it",
    ja: "年の順序が前後しています",
  },
  year_missing: {
    en: "the figures begin after the first year that is compared",
    ja: "数値の最初の年が比較の初年度より後です",
  },
  source_unknown: { en: "there is no such source", ja: "該当する出典がありません" },
  base_unknown: {
    en: "there are no such imports to compare with",
    ja: "比較の対象とする輸入品が定義されていません",
  },
  vintage_unknown: { en: "there is no such vintage", ja: "該当する版がありません" },
  fiscal_year_start_wrong: {
    en: "a fiscal year starts on a day that every year has",
    ja: "会計年度の始期は毎年存在する日でなければなりません",
  },
  name_repeated: { en: "two sides have this name", ja: "同じ名称の当事者が二つあります" },
  caused_range_open: {
    en: "a share that is caused has a range inside 0 and 1, to which a distribution is fitted",
    ja: "誘発割合の範囲は0より大きく1より小さくなければなりません（分布の推定に用います）",
  },
};

/** Why a fund's payments do not fit a policy file. */
export const FUTURES_MISFIT_TEXTS: Readonly<Record<FuturesMisfit["code"], Text>> = {
  party_not_in_fund: {
    en: "The fund has no treasury {party} with a fiscal year of its own.",
    ja: "ファンドに、独自の会計年度を有する当事者{party}がありません。",
  },
  currency_differs: {
    en: "The fund counts in {actual}, the policy file in {expected}.",
    ja: "ファンドの通貨は{actual}、政策ファイルの通貨は{expected}です。",
  },
  years_not_covered: {
    en:
      "The fund's payments to {party} are known for FY{first} to FY{last}; the years compared " +
      "begin with FY{needed}. Set years.first and years.count.",
    ja:
      "{party}に関するファンドの収支は{first}年度から{last}年度までです。" +
      "比較は{needed}年度から始まります。years.first及びyears.countで調整してください。",
  },
};
