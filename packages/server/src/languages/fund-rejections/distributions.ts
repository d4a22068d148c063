import type { DISTRIBUTIONS_REJECTIONS } from "@jointfund/core/fund/rejections/distributions.ts";
import type { Text } from "../language.ts";

export const DISTRIBUTIONS_REJECTION_TEXTS: Readonly<
  Record<keyof typeof DISTRIBUTIONS_REJECTIONS, Text>
> = {
  vehicle_without_distribution: {
    en: "The charter does not say how the vehicle {actual} distributes.",
    ja: "投資ビークル{actual}の分配方法が基本協定に定められていません。",
  },
  distribution_open: {
    en: "A distribution is determined and not yet declared: {actual:act}.",
    ja: "算定済みで未宣言の分配があります：{actual:act}。",
  },
  nothing_to_distribute: {
    en: "The charter's formula gives nothing to distribute.",
    ja: "基本協定の計算式による分配可能額がありません。",
  },
  nobody_to_distribute_to: {
    en: "Nobody has a share in the last tier of the waterfall, {actual}.",
    ja: "分配順位の最終段階「{actual}」に受取人がいません。",
  },
  distribution_unknown: {
    en: "There is no determination {actual:act}.",
    ja: "分配額の算定{actual:act}はありません。",
  },
  distribution_already_declared: {
    en: "The distribution {actual:act} was declared on {on:date}.",
    ja: "分配{actual:act}は{on:date}に宣言済みです。",
  },
  amount_not_as_determined: {
    en: "The amount {actual:payeeAmount} is not that determined, {required:payeeAmount}.",
    ja: "金額{actual:payeeAmount}が算定額{required:payeeAmount}と異なります。",
  },
  recoupment_not_agreed: {
    en: "The charter has no recoupment clause.",
    ja: "基本協定に投資元本等の回収の定めがありません。",
  },
  reading_in_force: {
    en: "The recoupment clause is read so already: {actual}.",
    ja: "回収条項は既にその解釈（{actual}）によっています。",
  },
  long_stop_not_reached: {
    en: "The long stop of {actual} has not come: its shares cannot be agreed anew.",
    ja: "{actual}の回収期限が到来していないため、配分割合を改めることはできません。",
  },
  tier_unknown: {
    en: "The waterfall has no tier {actual} with fixed shares.",
    ja: "分配順位に固定割合の段階{actual}はありません。",
  },
  tier_parties_differ: {
    en: "The tier {tier} is shared by {required}, not by {actual}.",
    ja: "段階{tier}の受取人は{required}であり、{actual}ではありません。",
  },
  tier_shares_not_one: {
    en: "The shares of the tier {tier} must be above zero and sum to 1, not to {actual}.",
    ja: "段階{tier}の割合は正の値で合計が1でなければなりません（合計{actual}）。",
  },
  carry_not_agreed: {
    en: "The charter gives nobody carried interest in {actual}.",
    ja: "基本協定に{actual}の成功報酬の定めがありません。",
  },
  carry_exceeded: {
    en: "Carried interest of {actual:money} is more than may be paid, {required:money}.",
    ja: "成功報酬{actual:money}が支払可能額{required:money}を超えています。",
  },
  clawback_not_agreed: {
    en: "The charter has no clawback for {actual}.",
    ja: "基本協定に{actual}の成功報酬の返還の定めがありません。",
  },
  nothing_to_claw_back: {
    en: "No carried interest is to come back: received {actual:money}, due {required:money}.",
    ja: "返還すべき成功報酬はありません（受領額{actual:money}、確定額{required:money}）。",
  },
};
