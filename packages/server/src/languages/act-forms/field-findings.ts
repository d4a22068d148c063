import type { Text } from "../language.ts";

/** What is wrong with a field of a form, by the code of the finding. */
const BY_CODE: Readonly<Record<string, Text>> = {
  missing_field: { en: "Fill this in.", ja: "入力してください。" },
  unknown_field: { en: "This field is not known.", ja: "定義されていない項目です。" },
  wrong_type: { en: "This is not of the form asked for.", ja: "形式が正しくありません。" },
  out_of_range: {
    en: "The value is outside what is possible ({expected}).",
    ja: "値が範囲外です（{expected}）。",
  },
  bad_format: { en: "This is not of the form asked for.", ja: "形式が正しくありません。" },
  not_one_of: { en: "Choose one of the list.", ja: "一覧から選択してください。" },
  too_long: { en: "This is too long ({expected}).", ja: "長すぎます（{expected}）。" },
  too_short: { en: "Fill this in.", ja: "入力してください。" },
  duplicate_item: { en: "This is listed twice.", ja: "重複しています。" },
  too_many: { en: "There are too many of these ({expected}).", ja: "多すぎます（{expected}）。" },
  not_writable: {
    en: "This holds a character that cannot be recorded.",
    ja: "記録できない文字が含まれています。",
  },
};

/** The same where the form of the text is known, by the beginning of what was expected. */
const BY_FORM: readonly (readonly [string, Text])[] = [
  [
    "date",
    { en: "Enter a date, as 2026-06-30.", ja: "日付を入力してください（例：2026-06-30）。" },
  ],
  [
    "instant",
    {
      en: "Enter a date and time in UTC, as 2026-06-30T14:00:00Z.",
      ja: "協定世界時の日時を入力してください（例：2026-06-30T14:00:00Z）。",
    },
  ],
  ["minor-units", { en: "Enter an exact amount.", ja: "正確な金額を入力してください。" }],
  [
    "decimal",
    { en: "Enter a decimal number, as 1.25.", ja: "小数を入力してください（例：1.25）。" },
  ],
  [
    "ratio",
    { en: "Enter a share, as 25% or 1/4.", ja: "割合を入力してください（例：25%、1/4）。" },
  ],
  [
    "identifier",
    {
      en: "Use letters and digits, joined by . _ or -.",
      ja: "英数字を . _ - でつないで入力してください。",
    },
  ],
  ["hex32", { en: "Choose one of the list.", ja: "一覧から選択してください。" }],
  [
    "currency",
    { en: "Enter a currency code, as USD.", ja: "通貨コードを入力してください（例：USD）。" },
  ],
];

const FORM_CODES = new Set(["wrong_type", "bad_format"]);

/** What a finding on a field says to whoever filled it in. */
export function fieldFindingText({
  code,
  expected,
}: {
  readonly code: string;
  readonly expected: string;
}): Text {
  const form = BY_FORM.find(([name]) => FORM_CODES.has(code) && expected.startsWith(name));
  const { en, ja } = form?.[1] ?? BY_CODE[code] ?? { en: code, ja: code };
  const range = expected.replace(/^[a-z-]+ /, "");
  return { en: en.replace("{expected}", range), ja: ja.replace("{expected}", range) };
}
