import type { Text } from "../language.ts";

/** What is wrong with a charter's terms of calls and partners, as templates (template.ts). */
export const CALL_FINDING_TEXTS = {
  partner_limits_reversed: {
    en: "One partner would have to commit {actual} at least, and all together {required} at most.",
    ja: "組合員一者の最低約束額{actual}が、全員の合計の上限{required}を超えています。",
  },
  default_ladder_unordered: {
    en:
      "The step {actual} is out of order: steps come once, in the order {required}, each later " +
      "than the one before.",
    ja:
      "不履行の措置「{actual}」の順序が誤りです。{required}の順に各一回、前の措置より後の時期に" +
      "定めます。",
  },
  default_step_share: {
    en:
      "The step {step} has the share {actual}: dilute and forfeit have one between 0 and 1, " +
      "others none.",
    ja:
      "不履行の措置「{step}」の割合が{actual}です。dilute及びforfeitには0と1の間の割合を定め、" +
      "他の措置には定めません。",
  },
} as const satisfies Readonly<Record<string, Text>>;
