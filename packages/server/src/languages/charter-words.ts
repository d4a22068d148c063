import type { Text } from "./language.ts";

/** Words for what findings on charters and expressions call by a code: kinds, forms, types. */

/** Kinds of thing that a name may stand for. */
export const KIND_WORDS: Readonly<Record<string, Text>> = {
  party: { en: "party", ja: "当事者" },
  body: { en: "body", ja: "機関" },
  seat: { en: "seat", ja: "席" },
  calendar: { en: "calendar", ja: "暦" },
  calendarData: { en: "calendar data", ja: "暦データ" },
  fiscalYear: { en: "fiscal year", ja: "会計年度" },
  currency: { en: "currency", ja: "通貨" },
  vehicle: { en: "vehicle", ja: "投資ビークル" },
  class: { en: "class of units", ja: "受益権の種類" },
  account: { en: "account", ja: "勘定科目" },
  waterfall: { en: "waterfall", ja: "分配順位" },
  tier: { en: "tier", ja: "段階" },
  distribution: { en: "distribution terms for", ja: "分配の定め" },
  limit: { en: "limit", ja: "制限" },
  fee: { en: "fee", ja: "報酬" },
  reserve: { en: "reserve", ja: "準備金" },
  term: { en: "term", ja: "協定数値" },
  sector: { en: "sector", ja: "分野" },
  index: { en: "reference rate", ja: "指標金利" },
  covenant: { en: "covenant", ja: "財務制限条項" },
  facilityKind: { en: "kind of facility", ja: "融資枠の種類" },
  language: { en: "language", ja: "言語" },
  // Of assumptions
  project: { en: "project", ja: "案件" },
  stress: { en: "stress", ja: "ストレス" },
  event: { en: "event", ja: "事象" },
  pair: { en: "pair", ja: "組" },
  factor: { en: "currency or short rate", ja: "通貨又は短期金利" },
  geography: { en: "country", ja: "国" },
  place: { en: "place of a figure", ja: "数値の位置" },
};

/** What an act's rule may hold besides its approvals. */
export const CONTROL_WORDS: Readonly<Record<string, Text>> = {
  consult: { en: "consultation", ja: "協議" },
  limits: { en: "limits", ja: "制限" },
  makerChecker: { en: "maker and checker", ja: "起案者と確認者の分離" },
  objection: { en: "objection", ja: "異議申立て" },
  veto: { en: "veto", ja: "拒否権" },
  timelock: { en: "timelock", ja: "待機期間" },
  expiry: { en: "expiry", ja: "失効期限" },
  frozen: { en: "freeze", ja: "凍結" },
};

export const NATURE_WORDS: Readonly<Record<string, Text>> = {
  decision: { en: "decision", ja: "決定" },
  fact: { en: "fact", ja: "事実" },
};

/** Kinds of value, forms of text and parts of expressions, as schemas and expressions name them. */
export const FORM_WORDS: Readonly<Record<string, Text>> = {
  // Kinds of JSON
  null: { en: "nothing", ja: "空" },
  array: { en: "a list", ja: "一覧" },
  object: { en: "a mapping", ja: "項目の集まり" },
  string: { en: "text", ja: "文字列" },
  number: { en: "a number", ja: "数値" },
  boolean: { en: "true or false", ja: "true又はfalse" },
  integer: { en: "a whole number", ja: "整数" },
  record: { en: "a mapping", ja: "項目の集まり" },
  // Forms of text
  identifier: {
    en: "an identifier (letters and digits, joined by . _ or -)",
    ja: "識別名（英数字を . _ - でつないだもの）",
  },
  issuer: {
    en: "an issuer's address (https, or http on this machine)",
    ja: "発行者のアドレス（https。同一の機器内に限りhttpも可）",
  },
  "provider id": {
    en: "an id of small letters and digits, other than demonstration",
    ja: "英小文字と数字による識別名（demonstrationを除く）",
  },
  figure: {
    en: 'a figure, as "0.25", "-1" or "10%"',
    ja: '数値（例："0.25"、"-1"、"10%"）',
  },
  year: { en: "a year of four digits", ja: "四桁の年" },
  clause: {
    en: 'a clause number in quotation marks, as "5.2"',
    ja: '引用符で囲んだ条項番号（例："5.2"）',
  },
  amount: {
    en: 'an amount in quotation marks, as "300.00"',
    ja: '引用符で囲んだ金額（例："300.00"）',
  },
  ratio: {
    en: 'a share in quotation marks, as "1/2" or "50%"',
    ja: '引用符で囲んだ割合（例："1/2"、"50%"）',
  },
  rate: {
    en: 'a rate in quotation marks, as "7%", "-0.5%" or "1/3"',
    ja: '引用符で囲んだ率（例："7%"、"-0.5%"、"1/3"）',
  },
  "positive decimal": {
    en: 'a number above 0 in quotation marks, as "149.52"',
    ja: '引用符で囲んだ正の数（例："149.52"）',
  },
  currency: {
    en: "a currency code of three capitals, as USD",
    ja: "大文字三字の通貨コード（例：USD）",
  },
  language: { en: "a language code, as en or ja", ja: "言語コード（例：en、ja）" },
  account: {
    en: 'a four-digit account code in quotation marks, as "1010"',
    ja: '引用符で囲んだ四桁の勘定科目コード（例："1010"）',
  },
  "act-type": { en: "an act type, as capital.call", ja: "行為の種類（例：capital.call）" },
  "term-name": {
    en: "a name of letters and digits, as payoutRatio",
    ja: "英数字の名称（例：payoutRatio）",
  },
  "month-day": {
    en: 'a month and day in quotation marks, as "04-01"',
    ja: '引用符で囲んだ月日（例："04-01"）',
  },
  "charter-path": {
    en: "a path within the charter, as /capital/shares",
    ja: "基本協定内の場所（例：/capital/shares）",
  },
  origin: { en: "a name such as fund.example", ja: "fund.exampleのような名称" },
  date: { en: "a date, as 2026-04-01", ja: "日付（例：2026-04-01）" },
  LocalizedText: { en: "the text in each language", ja: "各言語の本文" },
  Days: { en: "a number of days and a calendar", ja: "日数と暦" },
  ApprovalRule: { en: "an approval rule", ja: "承認の規定" },
  ActRule: { en: "the rule of an act", ja: "行為の規定" },
  // Types of expressions
  money: { en: "an amount of money", ja: "金額" },
  text: { en: "text", ja: "文字列" },
  duration: { en: "a period", ja: "期間" },
  list: { en: "a list of texts", ja: "文字列の一覧" },
  // Parts of expressions
  operand: { en: "a value", ja: "値" },
  operator: { en: "an operator", ja: "演算子" },
  end: { en: "the end", ja: "終わり" },
  variable: { en: "a name", ja: "名称" },
  function: { en: "a function", ja: "関数" },
  positional: { en: "an argument without a name", ja: "名前のない引数" },
  named: { en: "an argument with a name", ja: "名前付き引数" },
  whole_number: { en: "a whole number", ja: "整数" },
  currency_code: { en: "a currency code", ja: "通貨コード" },
  nonzero: { en: "not zero", ja: "零以外" },
  visible_characters: { en: "characters that can be seen", ja: "目に見える文字" },
};
