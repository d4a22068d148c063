import type { LintCode } from "@jointfund/core/charter/finding.ts";
import type { Text } from "../language.ts";

/** What findings on projects and their certificates say. */
export const MANDATE_FINDING_TEXTS = {
  overrun_weight_too_small: {
    en: "An overrun counts {actual} times; less than {required} would reward who does not fund it.",
    ja: "費用超過の倍率が{actual}です。{required}未満では負担しない者が有利となります。",
  },
  milestones_uncertifiable: {
    en: "Milestones are paid on certificates alone, and no engineer may give one.",
    ja: "段階的な資金は証明に基づいてのみ支払いますが、証明できる技術者がいません。",
  },
} as const satisfies Partial<Record<LintCode, Text>>;
