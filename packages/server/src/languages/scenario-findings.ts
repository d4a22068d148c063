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
  nothing_to_do: {
    en: "there is nothing to pay or to receive",
    ja: "支払うべきもの又は受け取るべきものがありません",
  },
  value_unavailable: {
    en: "the expression has no value on that day",
    ja: "その日には式の値がありません",
  },
  amount_in_other_currency: {
    en: "the amount is in another currency",
    ja: "金額の通貨が異なります",
  },
  reference_not_played: {
    en: "the step of this name was not played",
    ja: "この名称の段階は実行されていません",
  },
  currency_missing: {
    en: "there is no currency beside the amount",
    ja: "金額に対応する通貨がありません",
  },
  amends_of_amendment: {
    en: "an amendment says what it amends, and nothing else does",
    ja: "amendsは基本協定の改正の段階にのみ書きます",
  },
  amendment_malformed: {
    en: "the charter would not be a charter with this change",
    ja: "この変更では基本協定の形式を満たしません",
  },
  unknown_party: { en: "there is no such party", ja: "該当する当事者がありません" },
  repeat_ends_before_it_starts: {
    en: "the repeat ends before it starts",
    ja: "繰返しの終わりが始めより前です",
  },
  unknown_calendar: {
    en: "the charter has no such calendar",
    ja: "基本協定に該当する暦がありません",
  },
  beyond_calendar: {
    en: "the calendar does not reach that day",
    ja: "暦がその日まで及んでいません",
  },
  // Market data
  series_of_one_kind: {
    en: "a series has either values or a file",
    ja: "系列にはvalues又はfileのいずれか一方を書きます",
  },
  data_file_missing: { en: "there is no such file", ja: "該当するファイルがありません" },
  data_not_text: {
    en: "the file is neither UTF-8 nor Shift_JIS",
    ja: "ファイルがUTF-8でもShift_JISでもありません",
  },
  data_malformed: { en: "this is no CSV", ja: "CSVとして読み取れません" },
  data_without_dates: { en: "no line has a date", ja: "日付のある行がありません" },
  data_column_unknown: { en: "there is no such column", ja: "該当する列がありません" },
  data_date_malformed: { en: "this is no date", ja: "日付ではありません" },
  data_date_repeated: { en: "the date is repeated", ja: "日付が重複しています" },
  data_value_malformed: { en: "this is no decimal number", ja: "小数ではありません" },
  record_of_other_scenario: {
    en: "the data hold the record of another scenario",
    ja: "データは別のシナリオの記録です",
  },
};
