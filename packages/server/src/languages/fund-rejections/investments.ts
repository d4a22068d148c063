import type { INVESTMENTS_REJECTIONS } from "@jointfund/core/fund/rejections/investments.ts";
import type { Text } from "../language.ts";

export const INVESTMENTS_REJECTION_TEXTS: Readonly<
  Record<keyof typeof INVESTMENTS_REJECTIONS, Text>
> = {
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
  region_outside_geography: {
    en: "{actual} is not a region of {required}.",
    ja: "地域「{actual}」は投資先の国（{required}）の地域ではありません。",
  },
  vehicle_unknown: {
    en: "The charter has no vehicle {actual}.",
    ja: "基本協定に投資ビークル「{actual}」はありません。",
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
  vehicle_exists: {
    en: "There is a vehicle or a party {actual} already.",
    ja: "投資ビークル又は当事者「{actual}」は既にあります。",
  },
  owner_of_other_kind: {
    en: "The owner is a vehicle of kind {actual}; it must be of kind {required}.",
    ja: "保有者は「{actual}」です。「{required}」の投資ビークルでなければなりません。",
  },
  distribution_terms_missing: {
    en: "The charter does not say how a vehicle of kind {actual} distributes.",
    ja: "基本協定に「{actual}」の投資ビークルの分配に関する定めがありません。",
  },
  vehicle_not_in_schedule: {
    en: "{actual} is no vehicle that was made by an act.",
    ja: "「{actual}」は行為により設立された投資ビークルではありません。",
  },
  vehicle_not_empty: {
    en: "The vehicle {vehicle} cannot be dissolved yet; it still has {actual}.",
    ja: "投資ビークル「{vehicle}」には{actual}が残っているため、解散できません。",
  },
  vehicle_dissolved: {
    en: "The vehicle {actual} was dissolved on {on:date}.",
    ja: "投資ビークル「{actual}」は{on:date}に解散しました。",
  },
  vehicle_not_owned: {
    en: "{required} is not an owner of the vehicle {actual}.",
    ja: "「{required}」は投資ビークル「{actual}」の保有者ではありません。",
  },
  vehicle_held_already: {
    en: "The vehicle {actual} is held by the investment {by} already.",
    ja: "投資ビークル「{actual}」は投資案件「{by}」により既に保有されています。",
  },
  holder_not_in_investment: {
    en: "{actual} holds nothing of the investment; those that may: {required}.",
    ja: "「{actual}」はこの投資の持分権者（{required}）ではありません。",
  },
  milestone_exists: {
    en: "The investment has a milestone {actual} already.",
    ja: "この投資案件に段階「{actual}」は既にあります。",
  },
  milestone_exceeded: {
    en: "The milestone {milestone} is for {required:money}; {actual:money} would be funded.",
    ja: "段階「{milestone}」の金額は{required:money}です。交付額は合計{actual:money}となります。",
  },
  milestone_not_certified: {
    en: "Of milestone {milestone} {actual:money} is certified; {required:money} would be funded.",
    ja: "段階「{milestone}」の証明額は{actual:money}です。交付額は合計{required:money}となります。",
  },
  certifier_not_independent: {
    en: "Only an independent engineer certifies; {actual} is none, or has an interest.",
    ja: "証明できるのは独立技術者のみです。{actual:party}は独立技術者でないか、利害関係を有します。",
  },
  certificate_without_evidence: {
    en: "The certificate of the milestone {milestone} names no evidence.",
    ja: "段階「{milestone}」の証明に証拠が添えられていません。",
  },
  certificate_unknown: {
    en: "There is no certificate {actual:act} that counts.",
    ja: "有効な証明{actual:act}はありません。",
  },
  certificate_of_other: {
    en: "The certificate was given by {required:party}; {actual:party} cannot withdraw it.",
    ja: "この証明は{required:party}が行ったものであり、{actual:party}は撤回できません。",
  },
  overrun_not_in_charter: {
    en: "The charter says nothing of overruns.",
    ja: "基本協定に費用超過に関する定めがありません。",
  },
  overrun_exists: {
    en: "The investment has an overrun {actual} already.",
    ja: "この投資案件に費用超過「{actual}」は既にあります。",
  },
  overrun_unknown: {
    en: "The investment has no overrun {actual}.",
    ja: "この投資案件に費用超過「{actual}」はありません。",
  },
  overrun_right_exceeded: {
    en: "At most {required:money} of the overrun may be funded now, not {actual:money}.",
    ja: "この費用超過について現在負担できる額は{required:money}までです（申出額{actual:money}）。",
  },
  part_out_of_range: {
    en: "The part is {actual}; it must be more than nothing and at most the whole.",
    ja: "割合は{actual}です。零を超え全部以下でなければなりません。",
  },
  buyer_is_seller: {
    en: "{actual} would buy from itself.",
    ja: "「{actual}」が自らから取得することになります。",
  },
  overrun_open: {
    en: "The overrun {actual} is open until {on:date}: who holds what is not known before.",
    ja: "費用超過「{actual}」の負担期間は{on:date}までです。それまで持分は確定しません。",
  },
  value_outside_range: {
    en: "The value {actual} lies outside its own range {required}, in minor units of {currency}.",
    ja: "評価額{actual}が自らの範囲（{required}）の外にあります（{currency}の最小単位）。",
  },
  may_not_challenge: {
    en: "{actual:party} may not challenge a valuation; those that may: {required}.",
    ja: "{actual:party}は評価額に異議を申し立てることができません。申立権者：{required}。",
  },
  valuation_not_current: {
    en: "{actual:act} is not the value in force.",
    ja: "{actual:act}は現在の評価額ではありません。",
  },
  valuation_challenged_already: {
    en: "The value was challenged already, by act {by:act}.",
    ja: "この評価額には行為{by:act}により既に異議が申し立てられています。",
  },
  challenge_unknown: {
    en: "The value in force has no challenge {actual:act}.",
    ja: "現在の評価額に異議{actual:act}はありません。",
  },
  challenge_closed: {
    en: "The challenge ended on {on:date}.",
    ja: "この異議の再評価は{on:date}に終了しました。",
  },
  reviewer_not_second: {
    en: "{actual:party} gave or challenges the value; a review is a second party's.",
    ja: "{actual:party}は当該評価額を示し、又はこれに異議を申し立てた者です。再評価は別の者が行います。",
  },
  obligation_exists: {
    en: "There is an obligation {actual} already.",
    ja: "義務「{actual}」は既に登録されています。",
  },
  obligation_not_in_charter: {
    en: "By the charter {actual} owes no such thing ({kind}); those that do: {required}.",
    ja: "基本協定上、{actual:party}はこの種の義務（{kind}）を負いません。義務者：{required}。",
  },
  obligation_unknown: {
    en: "There is no obligation {actual}.",
    ja: "義務「{actual}」はありません。",
  },
  obligation_fulfilled_already: {
    en: "The obligation {actual} was fulfilled by act {by:act}.",
    ja: "義務「{actual}」は行為{by:act}により履行済みです。",
  },
  application_exists: {
    en: "There is an application {actual} already.",
    ja: "申請「{actual}」は既にあります。",
  },
  told_by_vehicle: {
    en: "The money of {actual} comes by the book of its vehicle {required}.",
    ja: "「{actual}」の資金は、投資ビークル「{required}」の帳簿を通じて受け入れます。",
  },
};
