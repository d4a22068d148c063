import type { FACILITIES_REJECTIONS } from "@jointfund/core/fund/rejections/facilities.ts";
import type { Text } from "../language.ts";

export const FACILITIES_REJECTION_TEXTS: Readonly<
  Record<keyof typeof FACILITIES_REJECTIONS, Text>
> = {
  index_unknown: {
    en: "The charter has no reference rate {actual}; it has {required}.",
    ja: "基本協定に指標金利「{actual}」はありません。定められているもの：{required}。",
  },
  facility_exists: {
    en: "The name {actual} is taken already.",
    ja: "名称「{actual}」は既に使われています。",
  },
  facility_unknown: {
    en: "There is no facility {actual}.",
    ja: "融資枠「{actual}」はありません。",
  },
  facility_kind_not_allowed: {
    en: "The charter gives the vehicle {vehicle} no {actual:facilityKind}.",
    ja: "基本協定は、投資ビークル「{vehicle}」によるこの種類の借入れ（{actual:facilityKind}）を認めていません。",
  },
  lender_unknown: {
    en: "{actual} is no lender of this fund.",
    ja: "「{actual}」はこのファンドの貸し手ではありません。",
  },
  facility_status: {
    en: "The facility {facility} is {actual:facilityStatus}, not {required:facilityStatus}.",
    ja: "融資枠「{facility}」は「{actual:facilityStatus}」です。「{required:facilityStatus}」でなければなりません。",
  },
  facility_terms_inconsistent: {
    en: "The terms contradict themselves: {term} is {actual}, against {required}.",
    ja: "契約条件に矛盾があります。{term}は{actual}ですが、基準は{required}です。",
  },
  facility_beyond_most: {
    en: "Such facilities would come to {actual:money}; the charter allows {required:money}.",
    ja: "この種類の融資枠の合計は{actual:money}となり、基本協定の上限{required:money}を超えます。",
  },
  drawing_due_past: {
    en: "The money cannot be due on {actual:date}: the bound is {required:date}.",
    ja: "入金期日を{actual:date}とすることはできません。基準日は{required:date}です。",
  },
  rate_not_fixed: {
    en: "No rate of {actual} has been fixed yet.",
    ja: "{actual}のレートはまだ確定していません。",
  },
  drawing_out_too_long: {
    en: "The drawing {drawing:act} is out since {actual:date}, more than {required} days.",
    ja: "借入{drawing:act}は{actual:date}から継続しており、許容される{required}日を超えています。",
  },
  drawing_beyond_limit: {
    en: "{actual:money} is more than may still be drawn: {required:money}.",
    ja: "{actual:money}は、なお借り入れることができる額{required:money}を超えます。",
  },
  borrowing_base_exceeded: {
    en: "{actual:money} would be out against a borrowing base of {required:money}.",
    ja: "借入残高は{actual:money}となり、借入基準額{required:money}を超えます。",
  },
  drawing_unknown: {
    en: "The facility has no drawing {actual:act}.",
    ja: "この融資枠に借入{actual:act}はありません。",
  },
  repayment_beyond_owed: {
    en: "{actual:money} of {part:debtPart} is more than can be paid now: {required:money}.",
    ja: "{part:debtPart}{actual:money}は、現在支払うことができる額{required:money}を超えます。",
  },
  facility_not_settled: {
    en: "The facility is not settled: {actual:money} of {part:debtPart} is open.",
    ja: "融資枠は清算されていません。{part:debtPart}{actual:money}が残っています。",
  },
  refinancing_unfit: {
    en: "{facility} can refinance another facility of its own vehicle only, which {actual} is not.",
    ja: "融資枠{facility}で借り換えられるのは同じ事業体の別の融資枠だけです（{actual}は該当しません）。",
  },
  lender_differs: {
    en: "{actual:party} is not the lender; {required:party} is.",
    ja: "{actual:party}は貸し手ではありません。貸し手は{required:party}です。",
  },
  not_in_default: {
    en: "No covenant of {vehicle} is in default, so {facility} cannot be called in.",
    ja: "「{vehicle}」の財務制限条項はいずれも期限の利益の喪失に至っていないため、融資枠「{facility}」の返済請求はできません。",
  },
  guarantee_of_other_party: {
    en: "{actual:party} cannot guarantee for {required:party}.",
    ja: "{actual:party}は{required:party}に代わって保証することはできません。",
  },
  guarantee_not_in_charter: {
    en: "The charter provides for no guarantee by {party:party} in {currency}.",
    ja: "基本協定に{party:party}による{currency}建ての保証の定めはありません。",
  },
  guarantee_beyond_cap: {
    en: "Guarantees would come to {actual:money}; the cap is {required:money}.",
    ja: "保証額の合計は{actual:money}となり、上限{required:money}を超えます。",
  },
  guarantee_unknown: {
    en: "There is no guarantee {actual:act}.",
    ja: "保証{actual:act}はありません。",
  },
  guarantee_exceeded: {
    en: "{actual:money} is more than the guarantee and the debt still allow: {required:money}.",
    ja: "{actual:money}は、保証及び債務の残額{required:money}を超えます。",
  },
  covenant_unknown: {
    en: "The charter has no covenant {actual}.",
    ja: "基本協定に財務制限条項「{actual}」はありません。",
  },
  waiver_over: {
    en: "The waiver would end on {actual:date}, before {required:date}.",
    ja: "適用猶予の期限{actual:date}は、{required:date}より前です。",
  },
  covenant_step_too_low: {
    en: "{covenant:covenant} is at “{actual:step}”; the plan belongs to “{required:step}” on.",
    ja: "「{covenant:covenant}」は「{actual:step}」の段階です。この計画は「{required:step}」以降の段階で提出します。",
  },
  plan_after_deadline: {
    en: "The plan would be done on {actual:date}; the step ends on {required:date}.",
    ja: "計画の完了日{actual:date}は、この段階の期限{required:date}を過ぎています。",
  },
  covenant_locked: {
    en: "{covenant:covenant} is at “{actual:step}”: nothing is drawn, invested or paid out.",
    ja: "「{covenant:covenant}」が「{actual:step}」の段階にあるため、借入れ、新規投資及び支払はできません。",
  },
  incurrence_not_held: {
    en: "{covenant:covenant} would be {actual:ratio}; a decision must leave {required:ratio}.",
    ja: "「{covenant:covenant}」は{actual:ratio}となり、決定の後に満たすべき{required:ratio}に反します。",
  },
};
