import type { FindingCode } from "@jointfund/core/expression/finding.ts";
import type { Text } from "./language.ts";

/** What each finding on an expression says; the templates are those of template.ts. */
export const EXPRESSION_FINDING_TEXTS: Readonly<Record<FindingCode, Text>> = {
  expression_too_long: {
    en: "The expression has {actual} characters; at most {required} are possible.",
    ja: "条件式が{actual}文字あります。上限は{required}文字です。",
  },
  expression_empty: {
    en: "The expression is empty.",
    ja: "条件式が空です。",
  },
  expression_too_deep: {
    en: "The expression is nested too deeply; at most {required} levels.",
    ja: "条件式の入れ子が深すぎます（上限{required}段）。",
  },
  expression_too_large: {
    en: "The expression has too many parts; at most {required}.",
    ja: "条件式の構成要素が多すぎます（上限{required}個）。",
  },
  unexpected_character: {
    en: 'The character "{actual}" has no meaning here.',
    ja: "文字「{actual}」はここでは使えません。",
  },
  foreign_operator: {
    en: 'Write "{required}" instead of "{actual}".',
    ja: "「{actual}」ではなく「{required}」と書いてください。",
  },
  text_unterminated: {
    en: "The text has no closing quotation mark.",
    ja: "文字列の終わりの引用符がありません。",
  },
  text_escape_invalid: {
    en: 'After a backslash only a quotation mark or a backslash may follow, not "{actual}".',
    ja: "逆斜線の後に書けるのは引用符又は逆斜線のみです（「{actual}」）。",
  },
  text_character_invalid: {
    en: "The text has a character that cannot be seen.",
    ja: "目に見えない文字が含まれています。",
  },
  number_malformed: {
    en: "{actual} is not a number; write it as one of {required}.",
    ja: "{actual}は数値ではありません。書き方の例：{required}。",
  },
  number_too_long: {
    en: "The number has {actual} digits; at most {required} are possible.",
    ja: "数値が{actual}桁あります。上限は{required}桁です。",
  },
  date_invalid: {
    en: "{actual} is not a date ({required}).",
    ja: "{actual}という日付はありません（{required}）。",
  },
  unit_unknown: {
    en: '"{actual}" is neither a currency nor a unit of time.[[ Did you mean "{suggestion}"?]]',
    ja: "「{actual}」は通貨でも期間の単位でもありません。[[「{suggestion}」のことですか。]]",
  },
  duration_not_whole: {
    en: "A period is a whole number of days, months or years, not {actual}.",
    ja: "期間は整数の日数、月数又は年数でなければなりません（{actual}）。",
  },
  token_unexpected: {
    en: '"{actual}" cannot stand here; expected: {required}.',
    ja: "「{actual}」はここに置けません。必要なもの：{required}。",
  },
  comparison_chained: {
    en: "One comparison cannot follow another; join two comparisons with `and`.",
    ja: "比較を続けて書くことはできません。二つの比較を`and`でつないでください。",
  },
  argument_order: {
    en: "An argument without a name cannot follow one with a name.",
    ja: "名前付き引数の後に名前のない引数を置くことはできません。",
  },
  name_unknown: {
    en: 'Nothing is named "{actual}".[[ Did you mean "{suggestion}"?]]',
    ja: "「{actual}」という名称はありません。[[「{suggestion}」のことですか。]]",
  },
  name_not_function: {
    en: '"{actual}" takes no arguments.',
    ja: "「{actual}」に引数は付けられません。",
  },
  name_is_function: {
    en: '"{actual}" needs arguments: {required}.',
    ja: "「{actual}」には引数が必要です：{required}。",
  },
  argument_missing: {
    en: "An argument is missing: {required}.",
    ja: "引数が足りません：{required}。",
  },
  argument_unexpected: {
    en: "There is an argument too many: {actual}.",
    ja: "引数が多すぎます：{actual}。",
  },
  argument_unknown: {
    en: 'There is no argument named "{actual}".[[ Did you mean "{suggestion}"?]]',
    ja: "「{actual}」という名前の引数はありません。[[「{suggestion}」のことですか。]]",
  },
  argument_repeated: {
    en: 'The argument "{actual}" is given twice.',
    ja: "引数「{actual}」が重複しています。",
  },
  argument_not_literal: {
    en: "This argument must be written out, as {required}.",
    ja: "この引数は直接書かなければなりません（{required}）。",
  },
  argument_out_of_range: {
    en: "This argument must lie within {required}; it is {actual}.",
    ja: "この引数は{required}の範囲でなければなりませんが、{actual}です。",
  },
  rounding_unknown: {
    en: 'There is no rounding "{actual}"; there are: {required}.',
    ja: "端数処理「{actual}」はありません。使えるもの：{required}。",
  },
  text_value_unknown: {
    en: '"{actual}" is none of the possible texts: {required}.',
    ja: "「{actual}」は取り得る値ではありません。取り得る値：{required}。",
  },
  type_mismatch: {
    en: "This comes to {actual} where {required} is needed.",
    ja: "{required}でなければならないところが{actual}になっています。",
  },
  currencies_mixed: {
    en: "{actual} and {required} do not add up; amounts must be in one currency.",
    ja: "{actual}と{required}は合算できません。通貨をそろえてください。",
  },
  currency_unknown: {
    en: "{actual} is not a currency (ISO 4217).",
    ja: "{actual}は通貨（ISO 4217）ではありません。",
  },
  types_not_comparable: {
    en: "{actual} cannot be compared with {required}.",
    ja: "{actual}は{required}と比較できません。",
  },
  money_times_money: {
    en: "An amount of money cannot be multiplied by another.",
    ja: "金額と金額を掛けることはできません。",
  },
  fractional_power: {
    en: "A power must be a whole number, not {actual}: a root has no exact value.",
    ja: "累乗は整数でなければなりません（{actual}）。根は正確な値を持ちません。",
  },
  power_not_literal: {
    en: "A power must be written out as a number.",
    ja: "累乗の指数は数値で直接書かなければなりません。",
  },
  power_out_of_range: {
    en: "A power must lie within {required}; it is {actual}.",
    ja: "累乗の指数は{required}の範囲でなければなりませんが、{actual}です。",
  },
  degree_too_large: {
    en: "The powers multiply up to {actual}; at most {required} are possible.",
    ja: "累乗を掛け合わせた次数が{actual}です。上限は{required}です。",
  },
  division_by_zero: {
    en: "This divides by zero.",
    ja: "零で割っています。",
  },
  condition_constant: {
    en: "This condition has always the same answer: {actual}",
    ja: "この条件の答えは常に同じです：{actual}",
  },
  list_item_repeated: {
    en: '"{actual}" is in the list twice.',
    ja: "「{actual}」が一覧に重複しています。",
  },
};
