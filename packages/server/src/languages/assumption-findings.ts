import type { MarketDataFinding } from "@jointfund/formats/market-data.ts";
import type { ASSUMPTION_CODES } from "@jointfund/projection/assumptions/assumption-finding.ts";
import type { RETURNS_FILE_CODES } from "../projection/assumption-files.ts";
import type { Text } from "./language.ts";

/** Findings of assumptions that charters do not have. */
export type AssumptionOwnCode =
  | (typeof ASSUMPTION_CODES)[number]
  | (typeof RETURNS_FILE_CODES)[number]
  | MarketDataFinding["code"];

/** What each says; the templates are those of template.ts. */
export const ASSUMPTION_FINDING_TEXTS: Readonly<Record<AssumptionOwnCode, Text>> = {
  opening_not_month_end: {
    en: "A projection opens on the last day of a month, not on {actual:date}.",
    ja: "将来推計の開始日は月の末日でなければなりませんが、{actual:date}です。",
  },
  exchange_missing: {
    en: "There is no exchange rate for {actual}, in which the charter shows figures.",
    ja: "基本協定の表示通貨である{actual}の為替レートがありません。",
  },
  exchange_of_base: {
    en: "{actual} is the base currency; it has no exchange rate against itself.",
    ja: "{actual}は基準通貨であり、為替レートはありません。",
  },
  treasury_missing: {
    en: "{actual} pays in, but what its money costs it is not said here.",
    ja: "{actual}は払込みを行いますが、その資金の調達費用の定めがありません。",
  },
  correlations_impossible: {
    en: "No random numbers can have these correlations together: the matrix is not positive.",
    ja: "これらの相関を同時に満たす乱数はありません（相関行列が半正定値ではありません）。",
  },
  project_debt_twice: {
    en: "A debt of {actual} of cost is stated, and one sized by income too; give one of them.",
    ja: "取得原価の{actual}の借入金と、収益に応じて定める借入金の両方があります。一方のみを書いてください。",
  },
  returned_twice: {
    en: "This is {actual}, but the project pays itself back by a pace, and has {required} instead.",
    ja: "この項目は{actual}ですが、償還ペースの定めがあるため、{required}でなければなりません。",
  },
  milestones_unordered: {
    en: "Milestone {actual} comes after milestone {required}; each must be later than the last.",
    ja: "段階{actual}が段階{required}より後に置かれています。段階は順に後の期でなければなりません。",
  },
  milestones_not_whole: {
    en: "The milestones draw {actual} of the commitment in all, not {required}.",
    ja: "各段階の支払割合の合計が{actual}です。{required}でなければなりません。",
  },
  events_unordered: {
    en: "An event in step {actual} comes after one in step {required}.",
    ja: "第{actual}期の事象が第{required}期の事象より後に置かれています。",
  },
  end_before_start: {
    en: "This ends in step {actual}, before it starts in step {required}.",
    ja: "終わりの第{actual}期が始めの第{required}期より前です。",
  },
  regimes_never_left: {
    en: "Neither regime is ever left, so there is no long run.",
    ja: "いずれの局面からも移行しないため、長期の状態が定まりません。",
  },
  persistence_too_high: {
    en:
      "The persistence of the variance, alpha + gamma/2 + beta, is {actual}; it must be below " +
      "{required}, or the variance has no long-run value.",
    ja:
      "分散の持続性（alpha + gamma/2 + beta）が{actual}です。{required}未満でなければ、分散の長期的な" +
      "水準が定まりません。",
  },
  degrees_not_even: {
    en: "The degrees of freedom must be even; they are {actual}.",
    ja: "自由度は偶数でなければなりませんが、{actual}です。",
  },
  rows_differ: {
    en: "This column has {actual} rows, the market's has {required}.",
    ja: "この列は{actual}行ですが、市場の列は{required}行です。",
  },
  block_too_long: {
    en: "Blocks have {actual} rows on average, but there are only {required} rows.",
    ja: "ブロックの平均の長さが{actual}行ですが、行は{required}行しかありません。",
  },
  months_not_multiple: {
    en: "{actual} months is not a multiple of the step of {required} months.",
    ja: "{actual}か月は、一期の{required}か月の倍数ではありません。",
  },
  class_not_by_commitments: {
    en:
      "The class {actual} is not one whose holders promise money: it must be of the main " +
      "vehicle, for partners, and the charter must say what partners promise.",
    ja:
      "{actual}は出資約束による受益権ではありません。主たるビークルの組合員向けの受益権であり、" +
      "基本協定に組合員の出資約束の定めがあることを要します。",
  },
  class_not_dealt_in: {
    en:
      "The class {actual} is not one that is dealt in: it must be of a feeder of the main " +
      "vehicle, and the charter must say on which terms it is dealt in.",
    ja:
      "{actual}は取引日に申込み及び解約を行う受益権ではありません。主たるビークルの受益権を保有する" +
      "投資ビークルの受益権であり、基本協定に取引の定めがあることを要します。",
  },
  commitment_outside_limits: {
    en:
      "Partners promise {actual} {currency} together; the charter's limits are {least} for one " +
      "and {most} for all (clause {clause}).",
    ja:
      "組合員の出資約束の合計が{actual}{currency}です。基本協定の限度は、一者につき{least}以上、" +
      "全員で{most}以下です（{clause}）。",
  },
  calls_unordered: {
    en: "A call {actual} steps after the opening comes after one {required} steps after it.",
    ja: "開始の{actual}期後の請求が、{required}期後の請求より後に置かれています。",
  },
  calls_beyond_commitment: {
    en: "The calls come to {actual} of the commitment, which is all there is to call.",
    ja: "請求の合計が出資約束の{actual}倍であり、出資約束を超えています。",
  },
  returns_file_missing: {
    en: "There is no file {actual} beside this one.",
    ja: "ファイル「{actual}」が見つかりません。",
  },
  returns_file_not_text: {
    en: "The file {actual} is neither UTF-8 nor Shift_JIS.",
    ja: "ファイル「{actual}」がUTF-8でもShift_JISでもありません。",
  },
  returns_day_missing: {
    en: "The column has no value on {actual:date}, a day of the market's returns.",
    ja: "市場の収益率がある{actual:date}の値が、この列にありません。",
  },
  returns_not_of_step: {
    en: "Its rows are {actual} days apart: a step of {required} months (stepMonths) has one row.",
    ja: "行の間隔が{actual}日です。{required}か月の期（stepMonths）には、一期につき一行が必要です。",
  },
  returns_without_logarithm: {
    en: "{actual} on {day:date} has no log return: what is left must be above 0.",
    ja: "{day:date}の値{actual}からは対数収益率を計算できません（正の値が必要です）。",
  },
  data_malformed: { en: "This is not CSV.", ja: "CSVとして読み取れません。" },
  data_without_dates: { en: "No line has a date.", ja: "日付のある行がありません。" },
  data_column_unknown: {
    en: 'There is no column "{actual}"; there are: {expected}.',
    ja: "列「{actual}」はありません。ある列：{expected}。",
  },
  data_date_malformed: {
    en: '"{actual}" is no date, as {expected} is.',
    ja: "「{actual}」は日付ではありません（例：{expected}）。",
  },
  data_date_repeated: {
    en: "The date {actual} is there twice.",
    ja: "日付{actual}が重複しています。",
  },
  data_value_malformed: {
    en: '"{actual}" is no decimal number, as {expected} is.',
    ja: "「{actual}」は小数ではありません（例：{expected}）。",
  },
};
