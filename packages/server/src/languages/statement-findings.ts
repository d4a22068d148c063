import type { StatementFindingCode } from "@jointfund/formats/statement-finding.ts";
import type { Text } from "./language.ts";

/** What is wrong with a bank's file; what stands there and what was asked for come behind it. */
export const STATEMENT_FINDING_TEXTS: Readonly<Record<StatementFindingCode, Text>> = {
  file_too_large: { en: "the file is too large", ja: "ファイルが大きすぎます" },
  not_utf8: { en: "the file is not UTF-8", ja: "ファイルがUTF-8ではありません" },
  not_xml: { en: "this is not well-formed XML", ja: "XMLとして読み取れません" },
  document_type_forbidden: {
    en: "the file declares a document type, or is in an encoding that could hide one",
    ja: "文書型宣言を含むか、これを隠し得る文字コードのファイルは受け付けません",
  },
  not_camt_053: {
    en: "this is no bank-to-customer statement (camt.053)",
    ja: "銀行取引明細（camt.053）ではありません",
  },
  version_untested: {
    en: "this version was never tested; check what was read",
    ja: "未検証の版です。読み取った内容を確認してください",
  },
  csv_quote_malformed: {
    en: "a quotation mark is not closed, or text follows one",
    ja: "引用符が閉じていないか、引用符の後に文字があります",
  },
  csv_header_differs: { en: "the header is another", ja: "見出し行が異なります" },
  csv_columns_differ: { en: "the row has another number of columns", ja: "列の数が異なります" },
  statement_missing: { en: "the file holds no statement", ja: "明細がありません" },
  field_missing: { en: "this is missing", ja: "必要な項目がありません" },
  row_kind_unknown: { en: "there is no such kind of row", ja: "行の種別が正しくありません" },
  opening_not_first: {
    en: "the first row, and only that, is the opening balance",
    ja: "当初残高は最初の行に一度だけ書きます",
  },
  closing_not_last: {
    en: "the last row, and only that, is the closing balance",
    ja: "最終残高は最後の行に一度だけ書きます",
  },
  statement_difference: {
    en: "the lines do not lead from the opening to the closing balance; the difference is",
    ja: "取引の合計が当初残高と最終残高の差に一致しません。差額は次のとおりです",
  },
  amount_malformed: { en: "this is no amount", ja: "金額として読み取れません" },
  amount_negative: {
    en: "the amount is signed although its side is said apart",
    ja: "貸借の別が示されているのに、金額に符号が付いています",
  },
  amount_too_many_decimals: {
    en: "the amount has more decimals than its currency",
    ja: "金額の小数の桁数が通貨の桁数を超えています",
  },
  amount_too_many_digits: { en: "the amount has too many digits", ja: "金額の桁数が多すぎます" },
  currency_unknown: { en: "there is no such currency", ja: "該当する通貨がありません" },
  currency_differs: {
    en: "the currency is not the statement's",
    ja: "通貨が明細の通貨と異なります",
  },
  side_unknown: {
    en: "whether money came in or went out is not said",
    ja: "入金又は出金の別が示されていません",
  },
  date_malformed: { en: "this is no date", ja: "日付として読み取れません" },
  date_assumed: {
    en: "the date is missing; the entry's other date stands for it",
    ja: "日付がないため、もう一方の日付で補いました",
  },
  entry_not_booked: {
    en: "the entry is not booked and was left out",
    ja: "未記帳の取引のため除外しました",
  },
  entry_of_nothing: {
    en: "the entry is of nothing and was left out",
    ja: "金額が零の取引のため除外しました",
  },
};
