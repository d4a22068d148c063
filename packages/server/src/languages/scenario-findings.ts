import type { Text } from "./language.ts";

/** What is wrong with a scenario, or with how it went; other codes are shown as they are. */
export const SCENARIO_FINDING_TEXTS: Readonly<Record<string, Text>> = {
  // The file
  file_too_large: { en: "the file is too large", ja: "ファイルが大きすぎます" },
  not_utf8: { en: "the file is not UTF-8", ja: "ファイルがUTF-8ではありません" },
  too_deep: { en: "values are nested too deeply", ja: "値の入れ子が深すぎます" },
  yaml_syntax: { en: "this is no YAML", ja: "YAMLとして読み取れません" },
  yaml_documents: { en: "there is more than one document", ja: "文書が複数あります" },
  yaml_directive: { en: "directives are not taken", ja: "ディレクティブは使えません" },
  yaml_anchor: { en: "anchors and aliases are not taken", ja: "アンカーと別名は使えません" },
  yaml_tag: { en: "tags are not taken", ja: "タグは使えません" },
  yaml_merge_key: { en: "merge keys are not taken", ja: "マージキーは使えません" },
  yaml_key_not_text: { en: "keys are text", ja: "項目名は文字列でなければなりません" },
  duplicate_key: { en: "the key is repeated", ja: "項目名が重複しています" },
  forbidden_key: { en: "this key is not taken", ja: "この項目名は使えません" },
  number_not_safe_integer: { en: "the number is too large", ja: "数値が大きすぎます" },
  number_not_plain: {
    en: "numbers are whole and plain; amounts are text in quotation marks",
    ja: "数値は整数のみです。金額は引用符で囲んだ文字列で書きます",
  },
  lone_surrogate: { en: "the text holds half a character", ja: "不完全な文字があります" },
  unassigned_character: {
    en: "the text holds a character that Unicode 15.0 does not have",
    ja: "Unicode 15.0にない文字があります",
  },
  not_nfc: { en: "the text is not in Unicode's form NFC", ja: "文字列がNFCではありません" },
  // The form
  unknown_field: { en: "there is no such field", ja: "この項目はありません" },
  missing_field: { en: "a field is missing", ja: "必要な項目がありません" },
  wrong_type: { en: "the value has another type", ja: "値の型が異なります" },
  out_of_range: { en: "the number is out of range", ja: "数値が範囲外です" },
  bad_format: { en: "the value is not of this form", ja: "値の形式が異なります" },
  not_one_of: { en: "the value is none of those possible", ja: "値が選択肢にありません" },
  too_long: { en: "the text is too long", ja: "文字列が長すぎます" },
  too_short: { en: "the text is too short", ja: "文字列が短すぎます" },
  duplicate_item: { en: "the item is repeated", ja: "要素が重複しています" },
  too_many: { en: "there are too many items", ja: "要素が多すぎます" },
  // The steps
  date_before_last_step: {
    en: "the step lies before the one above it",
    ja: "直前の段階より前の日付です",
  },
  unknown_officer: {
    en: "there is no such officer or group",
    ja: "該当する職員又は集団がありません",
  },
  unknown_party: { en: "no officer is of this party", ja: "この当事者に属する職員がいません" },
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
    en: "the rules should have refused the step as it expects",
    ja: "この段階はexpectのとおりには却下されませんでした",
  },
  record_of_other_scenario: {
    en: "the data hold the record of another scenario",
    ja: "データは別のシナリオの記録です",
  },
};
