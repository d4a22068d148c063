import type { BOOKS_REJECTIONS } from "@jointfund/core/fund/rejections/books.ts";
import type { Text } from "../language.ts";

export const BOOKS_REJECTION_TEXTS: Readonly<Record<keyof typeof BOOKS_REJECTIONS, Text>> = {
  statement_already_recorded: {
    en: "The bank's statement {actual} is on record already.",
    ja: "銀行取引明細「{actual}」は記録済みです。",
  },
  period_not_month_end: {
    en: "A period ends with a month: not on {actual:date} but on {required:date}.",
    ja: "会計期間の末日は月末です。{actual:date}ではなく{required:date}としてください。",
  },
  period_not_over: {
    en: "The period to {actual:date} is not over: today is {required:date}.",
    ja: "{actual:date}までの会計期間は終了していません。本日は{required:date}です。",
  },
  period_already_closed: {
    en: "The period to {actual:date} is closed already, as all is to {required:date}.",
    ja: "{actual:date}までの会計期間は締切済みです。{required:date}まで締め切られています。",
  },
  period_closed: {
    en:
      "The book of {vehicle} is closed for {actual:date}; the first day that a decision may post " +
      "to is {required:date}.",
    ja: "「{vehicle}」の帳簿の{actual:date}を含む会計期間は締切済みです。決定を記帳できる最初の日は{required:date}です。",
  },
  entry_not_correctable: {
    en:
      "The journal entry {actual} posts to no account that a correction may change, or does not " +
      "exist.",
    ja: "仕訳「{actual}」は存在しないか、訂正の対象となる勘定に記帳していません。",
  },
  account_has_sub_ledger: {
    en:
      "Account {actual} follows from other records and cannot be posted to directly; these can: " +
      "{required}.",
    ja: "勘定{actual}は他の記録に基づくため直接記帳できません。直接記帳できる勘定は{required}です。",
  },
  correction_unbalanced: {
    en: "The correction does not come to the same in each currency as what it corrects.",
    ja: "訂正後の合計が、訂正前の通貨ごとの合計と一致しません。",
  },
  correction_changes_nothing: {
    en: "The journal entry {actual} says just that already.",
    ja: "訂正の内容は仕訳「{actual}」と同じです。",
  },
  vehicle_has_postings: {
    en: "The book of {actual} has begun; opening balances are its first entry.",
    ja: "「{actual}」の帳簿には既に記帳があります。開始残高は最初の記帳に限ります。",
  },
  opening_unbalanced: {
    en: "Debits and credits of the opening balances differ by {actual:money}.",
    ja: "開始残高の借方と貸方の差額が{actual:money}あります。",
  },
};
