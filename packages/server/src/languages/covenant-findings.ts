import type { Text } from "./language.ts";

/** What is wrong with a charter's covenants, as templates (template.ts). */
export const COVENANT_FINDING_TEXTS = {
  covenant_steps_unordered: {
    en: "The step {actual} stands after {required}, which comes later.",
    ja: "段階「{actual}」が、より後の段階「{required}」の後に置かれています。",
  },
  covenant_thresholds_unordered: {
    en: "The threshold {actual} is no further out than that of the step before: {required}.",
    ja: "基準値{actual}が、前の段階の基準値{required}より先にありません。",
  },
  covenant_share_missing: {
    en: "The step {step} does not say which share of income goes to the lenders.",
    ja: "段階「{step}」に、返済に充てる収益の割合がありません。",
  },
  covenant_share_too_large: {
    en: "The share {actual} is more than the whole of the income.",
    ja: "割合{actual}が収益の全額を超えています。",
  },
  covenant_period_missing: {
    en: "The step {step} has no period, so that nothing follows where the breach is not mended.",
    ja: "段階「{step}」に期間がないため、是正されない場合に次の段階へ進みません。",
  },
  covenant_incurrence_beyond_lock: {
    en: "A decision could leave {actual}, which is beyond the threshold of {step}: {required}.",
    ja: "決定の後の比率が{actual}まで許され、段階「{step}」の基準値{required}を超えます。",
  },
} as const satisfies Readonly<Record<string, Text>>;
