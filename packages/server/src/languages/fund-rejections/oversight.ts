import type { OVERSIGHT_REJECTIONS } from "@jointfund/core/fund/rejections/oversight.ts";
import type { Text } from "../language.ts";

export const OVERSIGHT_REJECTION_TEXTS: Readonly<Record<keyof typeof OVERSIGHT_REJECTIONS, Text>> =
  {
    addressee_unknown: {
      en: "{actual} is no party of the charter and cannot be asked to answer.",
      ja: "{actual}は基本協定の当事者ではなく、回答を求めることができません。",
    },
    audited_act_unknown: {
      en: "The finding is about act {actual:act}, which is not on record.",
      ja: "指摘の対象とされた行為{actual:act}は記録されていません。",
    },
    finding_unknown: {
      en: "No finding {actual:act} was made.",
      ja: "監査の指摘{actual:act}はありません。",
    },
    finding_closed: {
      en: "The finding {actual:act} was closed on {on:date}.",
      ja: "監査の指摘{actual:act}は{on:date}に終結しています。",
    },
    not_addressed: {
      en: "The finding is not addressed to {actual:party}, but to {required:party}.",
      ja: "指摘の名宛人は{required:party}であり、{actual:party}ではありません。",
    },
    audited_period_not_over: {
      en: "On {required:date} the period up to {actual:date} is not over, or ends too early.",
      ja: "{actual:date}までの期間は終了していないか、始期が終期より後です（本日{required:date}）。",
    },
    grantee_unknown: {
      en: "{actual} is no party of the charter.",
      ja: "{actual}は基本協定の当事者ではありません。",
    },
    fee_named_for_other_term: {
      en: "The term {actual} names a fee; only a fee rate (feeRate) is of a fee.",
      ja: "条件「{actual}」に報酬が指定されていますが、報酬を指定できるのは報酬の料率（feeRate）のみです。",
    },
    fee_rate_unreadable: {
      en: "“{actual}” is no rate: it has to be an exact ratio, as 3/400 or 0.75%.",
      ja: "「{actual}」は料率として読み取れません。3/400や0.75%のような正確な比率で示してください。",
    },
    side_letter_unknown: {
      en: "No side letter {actual:act} was granted.",
      ja: "附属書簡{actual:act}はありません。",
    },
    not_most_favoured: {
      en: "{actual:party} is not among those who may choose this, or has it already.",
      ja: "{actual:party}は、この条件を選択できる者でないか、既に適用を受けています。",
    },
    election_over: {
      en: "It is {actual:date}; the choice was open until {required:date}.",
      ja: "選択の期限は{required:date}であり、既に経過しています（{actual:date}）。",
    },
  };
