import type { CAPITAL_REJECTIONS } from "@jointfund/core/fund/rejections/capital.ts";
import type { Text } from "../language.ts";

export const CAPITAL_REJECTION_TEXTS: Readonly<Record<keyof typeof CAPITAL_REJECTIONS, Text>> = {
  commitment_of_other_party: {
    en: "An officer of {actual:party} cannot commit {required:party}.",
    ja: "{actual:party}の職員は{required:party}の出資約束をすることができません。",
  },
  commitment_not_in_charter: {
    en: "The charter gives {party:party} no share of the capital in {currency}.",
    ja: "基本協定上、{party:party}に{currency}建ての出資割当てはありません。",
  },
  commitment_beyond_share: {
    en:
      "With this, {actual:money} would be committed; the party's share of the capital is " +
      "{required:money}.",
    ja: "この約束により出資約束額は{actual:money}となり、割当額{required:money}を超えます。",
  },
  class_unknown: {
    en: "The charter has no class of units {actual}.",
    ja: "基本協定に受益権の種類「{actual}」はありません。",
  },
  wrong_currency: {
    en: "The amount is in {actual}; it must be in {required}.",
    ja: "通貨が{actual}です。{required}でなければなりません。",
  },
  effective_date_differs: {
    en: "The effective date {actual:date} must be the due date, {required:date}.",
    ja: "効力発生日{actual:date}は払込期日{required:date}と一致しなければなりません。",
  },
  notice_period_too_short: {
    en:
      "Payment cannot be due on {actual:date}: with notice of {noticeDaysMin} days ({calendar} " +
      "calendar) the earliest day is {required:date}.",
    ja:
      "払込期日を{actual:date}とすることはできません。{noticeDaysMin}日の通知期間（暦：{calendar}）を要し、最も早い期日は{required:" +
      "date}です。",
  },
  commitment_unknown: {
    en: "{party:party} has no such commitment: {actual:act}.",
    ja: "{party:party}にこの出資約束はありません：{actual:act}。",
  },
  commitment_exceeded: {
    en:
      "{party:party} would be called for {actual:money} in all; it has committed " +
      "{required:money}.",
    ja: "{party:party}への請求累計は{actual:money}となり、出資約束額{required:money}を超えます。",
  },
  budget_authority_exceeded: {
    en:
      "The amount {actual:money} is beyond the budget authority of {required:money}[[ of " +
      "{party:party}]].",
    ja: "金額{actual:money}が[[{party:party}の]]予算上の権限額{required:money}を超えます。",
  },
  budget_authority_expired: {
    en:
      "The budget authority of {party:party} ends on {required:date}, before the due date " +
      "{actual:date}.",
    ja: "{party:party}の予算上の権限は{required:date}までであり、払込期日{actual:date}に及びません。",
  },
  nav_not_struck: {
    en: "No net asset value has been struck for the class {actual}, so this call has no price.",
    ja: "受益権「{actual}」の基準価額が確定していないため、この請求には価格がありません。",
  },
  price_not_as_charter: {
    en: "The price {actual} is not that of the charter, {required}.",
    ja: "単価{actual}が基本協定の定める単価{required}と異なります。",
  },
  class_total_exceeded: {
    en: "The class would have {actual} millionths of units, more than {required}.",
    ja: "受益権の総口数（百万分の一口単位）が{actual}となり、上限{required}を超えます。",
  },
  party_not_called: {
    en: "The call asks nothing of {actual:party}.",
    ja: "この拠出請求は{actual:party}を対象としていません。",
  },
  call_unknown: {
    en: "There is no capital call {actual:act}.",
    ja: "拠出請求{actual:act}はありません。",
  },
};
