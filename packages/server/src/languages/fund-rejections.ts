import type { FundRejectionCode } from "@jointfund/core/fund/rejections.ts";
import type { Text } from "./language.ts";

/** What each rejection of the fund's acts and record says, as templates (template.ts). */
export const FUND_REJECTION_TEXTS: Readonly<Record<FundRejectionCode, Text>> = {
  already_founded: {
    en: "The fund is founded already; there is no second founding.",
    ja: "ファンドは既に設立されています。再度の設立はできません。",
  },
  not_founded: {
    en: "The fund is not founded yet.[[ A record cannot begin with {actual:actType}.]]",
    ja: "ファンドはまだ設立されていません。[[記録を{actual:actType}から始めることはできません。]]",
  },
  blob_missing: {
    en: "The document that the act names is not at hand: {actual}.",
    ja: "行為が指定する文書がありません：{actual}。",
  },
  charter_not_adoptable: {
    en: "The charter cannot be adopted: {actual} faults ({findings}).",
    ja: "この基本協定は採択できません。不備が{actual}件あります（{findings}）。",
  },
  seat_taken: {
    en: "Seat {actual} is given to two officers.",
    ja: "席{actual}に二人の職員が割り当てられています。",
  },
  verifier_key_unusable: {
    en: "The verifier key of {who} cannot be used: {actual}.",
    ja: "{who}の検証鍵は使用できません（{actual}）。",
  },
  founding_incomplete: {
    en:
      "The founding is incomplete.[[ Missing: {missing:party}.]][[ {actual} of {required} " +
      "officers have signed.]]",
    ja: "設立の要件が整っていません。[[不足：{missing:party}。]][[署名は{required}名中{actual}名です。]]",
  },
  recorded_at_decreases: {
    en: "The time of record may not run back: {actual:instant}, after {required:instant}.",
    ja: "記録時刻は遡れません。直前の記録は{required:instant}、今回は{actual:instant}です。",
  },
  day_not_open: {
    en: "{actual:date} is not open; the day that is open is {required:date}.",
    ja: "{actual:date}は開始されていません。現在の業務日は{required:date}です。",
  },
  day_not_later: {
    en: "{actual:date} cannot be opened: {required:date} is open already.",
    ja: "{actual:date}は開始できません。既に{required:date}が開始されています。",
  },
  day_not_today: {
    en: "{actual:date} cannot be opened on {required:date}.",
    ja: "{required:date}に{actual:date}を開始することはできません。",
  },
  act_type_unknown: {
    en: "There is no act of type {actual}.",
    ja: "「{actual}」という種類の行為はありません。",
  },
  body_malformed: {
    en: "The content of the act is malformed: {findings:findings}.",
    ja: "行為の内容が正しい形式ではありません：{findings:findings}。",
  },
  act_is_a_fact: {
    en: "{actual:actType} is reported as a fact, not proposed.",
    ja: "{actual:actType}は事実として報告するものであり、提案はできません。",
  },
  act_is_a_decision: {
    en: "{actual:actType} is a decision: it is proposed and approved, not reported.",
    ja: "{actual:actType}は決定事項です。報告ではなく、提案と承認を要します。",
  },
  effective_date_in_future: {
    en: "The effective date {actual:date} lies after today, {required:date}.",
    ja: "効力発生日{actual:date}が当日（{required:date}）より後です。",
  },
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
  investment_exists: {
    en: "The investment {actual} is recommended already.",
    ja: "投資案件「{actual}」は既に推薦されています。",
  },
  sector_outside_mandate: {
    en: "The sector {actual} is outside the mandate: {required}.",
    ja: "分野「{actual}」は投資対象（{required}）に含まれません。",
  },
  geography_outside_mandate: {
    en: "The country {actual} is outside the mandate: {required}.",
    ja: "投資先「{actual}」は投資対象国（{required}）に含まれません。",
  },
  vehicle_unknown: {
    en: "The charter has no vehicle {actual}.",
    ja: "基本協定に投資体「{actual}」はありません。",
  },
  text_missing_in_language: {
    en: "The name is given in {actual}; the charter asks for {required}.",
    ja: "名称が{actual}のみで記載されています。基本協定は{required}を求めています。",
  },
  investment_unknown: {
    en: "There is no investment {actual}.",
    ja: "投資案件「{actual}」はありません。",
  },
  investment_status: {
    en: "The investment {investment} is {actual:status}; it must be {required:status}.",
    ja: "投資案件「{investment}」は「{actual:status}」です。「{required:status}」でなければなりません。",
  },
  milestone_unknown: {
    en: "The investment has no milestone {actual}.",
    ja: "この投資案件に段階「{actual}」はありません。",
  },
  milestone_already_funded: {
    en: "The milestone {actual} was funded by act {by:act}.",
    ja: "段階「{actual}」の資金は行為{by:act}により交付済みです。",
  },
  milestone_not_due: {
    en: "The milestone is due on {required:date}, not on {actual:date}.",
    ja: "この段階の期日は{required:date}であり、{actual:date}には到来していません。",
  },
  payee_not_in_investment: {
    en: "{actual} has no part in the investment; those that have: {required}.",
    ja: "「{actual}」はこの投資の関係者（{required}）ではありません。",
  },
  no_units_outstanding: {
    en: "The class {actual} has no units yet.",
    ja: "受益権「{actual}」はまだ発行されていません。",
  },
  nav_already_struck: {
    en: "The net asset value of {actual:date} is struck already.",
    ja: "{actual:date}の基準価額は既に確定しています。",
  },
  distribution_open: {
    en: "A distribution is determined and not yet declared: {actual:act}.",
    ja: "算定済みで未宣言の分配があります：{actual:act}。",
  },
  nothing_to_distribute: {
    en: "The charter's formula gives nothing to distribute.",
    ja: "基本協定の計算式による分配可能額がありません。",
  },
  distribution_unknown: {
    en: "There is no determination {actual:act}.",
    ja: "分配額の算定{actual:act}はありません。",
  },
  distribution_already_declared: {
    en: "The distribution {actual:act} was declared on {on:date}.",
    ja: "分配{actual:act}は{on:date}に宣言済みです。",
  },
  amount_not_as_determined: {
    en: "The amount {actual:payeeAmount} is not that determined, {required:payeeAmount}.",
    ja: "金額{actual:payeeAmount}が算定額{required:payeeAmount}と異なります。",
  },
  payment_unknown: {
    en: "No payment {actual:act} was instructed.",
    ja: "支払{actual:act}の指図はありません。",
  },
  payment_already_released: {
    en: "The payment {actual:act} was released on {on:date}.",
    ja: "支払{actual:act}は{on:date}に実行済みです。",
  },
  payment_differs: {
    en: "The release says {actual:payeeAmount}; the payment instructed is {required:payeeAmount}.",
    ja: "実行の内容は{actual:payeeAmount}ですが、支払の指図は{required:payeeAmount}です。",
  },
  cash_insufficient: {
    en: "The fund has {actual:money} in cash; the payment is {required:money}.",
    ja: "現金残高は{actual:money}であり、支払額{required:money}に足りません。",
  },
  payment_not_final: {
    en:
      "Payment {payment:act} may not leave yet: the record is final up to {actual} entries, and " +
      "must be up to {required}.",
    ja: "支払{payment:act}はまだ実行できません。記録は{actual}件まで確定しており、{required}件までの確定を要します。",
  },
  charter_version_not_next: {
    en: "The amended charter is version {actual}; the next version is {required}.",
    ja: "改正後の基本協定は第{actual}版とされていますが、次は第{required}版です。",
  },
  amendment_changes_nothing: {
    en: "The amendment changes nothing but the version.",
    ja: "この改正は版番号のほか何も変更しません。",
  },
  amendment_incomplete: {
    en: "The record rests on what the amended charter lacks: {missing} of {of:party}.",
    ja: "改正後の協定には、既存の記録が拠り所とする{of:party}の「{missing}」がありません。",
  },
  expression_undefined: {
    en: "The charter's condition[[ “{limit:limit}”]] has no value here ({reason}).",
    ja: "基本協定の条件[[「{limit:limit}」]]はここでは計算できません（{reason}）。",
  },
  bounds_exceeded: {
    en: "The effects would leave the bounds that were approved: {actual}.",
    ja: "効果が承認された範囲を超えます：{actual}。",
  },
  limit_not_held: {
    en: "The decision would break the limit “{limit:limit}”: {required}.",
    ja: "この決定は制限「{limit:limit}」に反します：{required}。",
  },
  refusal_not_reproduced: {
    en: "The refusal on record does not follow from the rules; they give: {actual}.",
    ja: "記録された却下は規則から導かれません。規則による結果：{actual}。",
  },
  checkpoint_malformed: {
    en: "The checkpoint cannot be read ({actual}).",
    ja: "チェックポイントを読み取れません（{actual}）。",
  },
  checkpoint_not_of_this_log: {
    en: "The checkpoint of {actual} entries is not one of this record.",
    ja: "{actual}件のチェックポイントはこの記録のものではありません。",
  },
  cosignature_missing: {
    en: "The checkpoint is cosigned by {actual:party}; needed: {required:party}.",
    ja: "チェックポイントの副署は{actual:party}です。{required:party}の副署を要します。",
  },
  seal_not_reproduced: {
    en: "The seal states {actual}; the record gives {required}.",
    ja: "封印の内容は{actual}ですが、記録からは{required}となります。",
  },
};
