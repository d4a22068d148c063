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
  commitment_below_least: {
    en:
      "The party would have committed {actual:money}; a partner commits at least " +
      "{required:money}.",
    ja: "出資約束額は{actual:money}となり、組合員一者の最低額{required:money}に達しません。",
  },
  commitments_beyond_limit: {
    en: "All partners would have committed {actual:money}, more than {required:money}.",
    ja: "組合員全体の出資約束額が{actual:money}となり、上限{required:money}を超えます。",
  },
  budget_authority_missing: {
    en: "A commitment of {party:party} needs a budget authority.",
    ja: "{party:party}の出資約束には予算上の権限を要します。",
  },
  increase_of_nothing: {
    en: "The act raises neither the commitment nor its budget authority.",
    ja: "この行為は出資約束額も予算上の権限も増やしません。",
  },
  call_without_taker: {
    en:
      "A call is for one class of units, or for one vehicle that has none; this one names class " +
      "{class} and vehicle {vehicle}.",
    ja: "請求は一種類の受益権、又は受益権のない一つの投資ビークルのために行います（指定：受益権{class}、投資ビークル{vehicle}）。",
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
  yearly_cap_exceeded: {
    en:
      "{actual:money} would fall due in {fiscalYear}, more than the cap of " +
      "{required:money} a year.",
    ja: "{fiscalYear}に期日の来る請求額が{actual:money}となり、年間上限{required:money}を超えます。",
  },
  commitment_unknown: {
    en: "There is no such commitment[[ of {party:party}]]: {actual:act}.",
    ja: "[[{party:party}に]]この出資約束はありません：{actual:act}。",
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
  party_not_eligible: {
    en:
      "{party:party} cannot hold units of class {class}: they are for {required}, it is " +
      "{actual}.",
    ja: "{party:party}（{actual}）は受益権「{class}」を保有できません。対象：{required}。",
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
  call_paid: {
    en: "{party:party} owes nothing more on the call {actual:act}.",
    ja: "{party:party}は拠出請求{actual:act}について未払がありません。",
  },
  no_right_to_opt_out: {
    en: "The charter lets {actual:party} opt out of no investment; it lets: {required:party}.",
    ja: "基本協定上、資金提供を見送ることができるのは{required:party}であり、{actual:party}ではありません。",
  },
  call_not_for_investment: {
    en: "Only a call for an investment can be opted out of; this one is for: {actual}.",
    ja: "見送ることができるのは投資のための請求に限られます（この請求の目的：{actual}）。",
  },
  no_right_to_defer: {
    en: "The charter lets {actual:party} put off nothing; it lets: {required:party}.",
    ja: "基本協定上、払込みを繰り延べることができるのは{required:party}であり、{actual:party}ではありません。",
  },
  deferral_too_late: {
    en:
      "Payment is due on {required:date}. It can be put off until that day, to a later one; " +
      "{actual:date} does not do.",
    ja: "払込期日は{required:date}です。繰延べは期日までに行い、それより後の日を定めます（指定：{actual:date}）。",
  },
  deferral_too_long: {
    en: "Payment can be put off until {required:date} at the latest, not until {actual:date}.",
    ja: "繰延べは{required:date}までに限られ、{actual:date}とすることはできません。",
  },
  due_date_past: {
    en: "The due date {actual:date} lies before {required:date}.",
    ja: "期日{actual:date}は{required:date}より前です。",
  },
  funder_in_default: {
    en: "{actual:party} cannot pay in its own place.",
    ja: "{actual:party}は自らに代わって払い込むことはできません。",
  },
  party_not_in_default: {
    en: "{party:party} is not in default on the call {actual:act} as far as this act needs.",
    ja: "{party:party}は拠出請求{actual:act}について、この行為の前提となる不履行の段階にありません。",
  },
  shortfall_exceeded: {
    en: "Others can pay {required:money} of this call, not {actual:money}.",
    ja: "他の当事者が代わりに払い込めるのは{required:money}までであり、{actual:money}ではありません。",
  },
  call_still_unpaid: {
    en: "{party:party} still owes {actual:money}.",
    ja: "{party:party}に未払額{actual:money}があります。",
  },
  return_beyond_paid_in: {
    en: "{required:money} is paid in on this call, so {actual:money} cannot go back.",
    ja: "この請求の払込額は{required:money}であり、{actual:money}を返還することはできません。",
  },
  true_up_open: {
    en: "The true-up {actual:act} of this class is not settled yet.",
    ja: "この種類の受益権について調整払込み{actual:act}が完了していません。",
  },
  class_without_true_up: {
    en:
      "Later partners of class {actual} come in at the struck price; a true-up is for: " +
      "{required}.",
    ja: "受益権「{actual}」の後発の組合員は確定した基準価額で払い込みます。調整払込みの対象：{required}。",
  },
  nothing_to_true_up: {
    en: "There are no earlier calls of class {actual} of which {party:party} has no part.",
    ja: "受益権「{actual}」に、{party:party}が加わっていない過去の請求はありません。",
  },
  appraisal_unknown: {
    en: "No asset has been appraised by the act {actual:act}.",
    ja: "行為{actual:act}による資産の評価はありません。",
  },
  appraisal_used: {
    en: "The asset appraised by {actual:act} was brought in by {by:act} already.",
    ja: "{actual:act}で評価された資産は、既に{by:act}により拠出されています。",
  },
  appraisal_differs: {
    en: "The appraisal is of another party or investment: {required}, not {actual}.",
    ja: "評価の対象となる当事者又は投資が異なります（評価：{required}、指定：{actual}）。",
  },
  vehicle_differs: {
    en: "The investment is held in {actual}; what pays this call must go into one of {required}.",
    ja: "当該投資は{actual}にあります。この請求に充てる資産は{required}の投資に充てなければなりません。",
  },
  in_kind_beyond_call: {
    en: "The asset is worth {actual:money}; {required:money} is unpaid on the call.",
    ja: "資産の評価額{actual:money}が請求の未払額{required:money}を超えます。",
  },
};
