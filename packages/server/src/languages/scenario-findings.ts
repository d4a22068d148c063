import type { Text } from "./language.ts";

/** What is wrong with a scenario, or with how it went; other codes are shown as they are. */
export const SCENARIO_FINDING_TEXTS: Readonly<Record<string, Text>> = {
  unknown_field: { en: "there is no such field", ja: "この項目はありません" },
  missing_field: { en: "a field is missing", ja: "必要な項目がありません" },
  wrong_type: { en: "the value has another type", ja: "値の型が異なります" },
  wrong_format: { en: "the value is not of this form", ja: "値の形式が異なります" },
  date_before_last_step: {
    en: "the step lies before the one above it",
    ja: "直前の段階より前の日付です",
  },
  unknown_officer: {
    en: "there is no such officer or group",
    ja: "該当する職員又は集団がありません",
  },
  step_without_verb: { en: "the step says nothing to do", ja: "段階に行うべきことがありません" },
  founding_not_first: {
    en: "the founding is the first step, and only that",
    ja: "設立は最初の段階に一度だけ行います",
  },
  unknown_act_type: {
    en: "there is no such decision or fact",
    ja: "該当する種類の決定又は事実がありません",
  },
  one_officer_needed: { en: "one officer must be named", ja: "職員を一名指定してください" },
  unknown_reference: { en: "no earlier step has this name", ja: "この名称の段階が前にありません" },
  unknown_source: { en: "there is no such source", ja: "該当する出典がありません" },
  reference_needed: { en: "an act must be named", ja: "行為を指定してください" },
  step_not_accepted: { en: "the rules refuse the step", ja: "この段階は規則により却下されました" },
  step_not_refused: {
    en: "the rules should have refused the step",
    ja: "この段階は規則により却下されるはずでした",
  },
  record_of_other_scenario: {
    en: "the data hold the record of another scenario",
    ja: "データは別のシナリオの記録です",
  },
};
