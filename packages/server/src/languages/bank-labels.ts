import type { Text } from "./language.ts";

/** What `jointfund bank breaks` calls its figures. */
export const BANK_LABELS = {
  noStatement: {
    en: "No statement of a bank is on record.",
    ja: "銀行取引明細は記録されていません。",
  },
  book: { en: "In the books", ja: "帳簿残高" },
  lessBookOnly: { en: "less: in the books only", ja: "控除：帳簿のみの項目" },
  plusBankOnly: { en: "plus: at the bank only", ja: "加算：銀行のみの項目" },
  offStatement: { en: "beside the statements", ja: "明細にない差額" },
  bank: { en: "At the bank", ja: "銀行残高" },
  matched: { en: "{0} matched, {1} open", ja: "照合済み{0}件、未照合{1}件" },
  odd: {
    en: "Statement {0} does not follow on the last or does not add up: {1}",
    ja: "明細「{0}」は前回の明細に接続しないか、合計が一致しません（{1}）",
  },
  atBank: { en: "at the bank", ja: "銀行のみ" },
  inBooks: { en: "in the books", ja: "帳簿のみ" },
  age: { en: "{0} business days ({1})", ja: "{0}営業日（{1}）" },
} as const satisfies Readonly<Record<string, Text>>;
