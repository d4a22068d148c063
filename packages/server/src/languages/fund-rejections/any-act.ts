import type { ANY_ACT_REJECTIONS } from "@jointfund/core/fund/rejections/any-act.ts";
import type { Text } from "../language.ts";

export const ANY_ACT_REJECTION_TEXTS: Readonly<Record<keyof typeof ANY_ACT_REJECTIONS, Text>> = {
  act_type_unknown: {
    en: "There is no act of type {actual}.",
    ja: "「{actual}」という種類の行為はありません。",
  },
  act_not_used: {
    en: "This fund does without the act {actual:actType}.",
    ja: "このファンドでは行為{actual:actType}を用いません。",
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
};
