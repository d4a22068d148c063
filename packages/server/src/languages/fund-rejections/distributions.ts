import type { DISTRIBUTIONS_REJECTIONS } from "@jointfund/core/fund/rejections/distributions.ts";
import type { Text } from "../language.ts";

export const DISTRIBUTIONS_REJECTION_TEXTS: Readonly<
  Record<keyof typeof DISTRIBUTIONS_REJECTIONS, Text>
> = {
  vehicle_without_distribution: {
    en: "The charter does not say how the vehicle {actual} distributes.",
    ja: "投資体{actual}の分配方法が基本協定に定められていません。",
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
};
