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
};
