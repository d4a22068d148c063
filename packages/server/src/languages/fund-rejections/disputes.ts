import type { DISPUTES_REJECTIONS } from "@jointfund/core/fund/rejections/disputes.ts";
import type { Text } from "../language.ts";

export const DISPUTES_REJECTION_TEXTS: Readonly<Record<keyof typeof DISPUTES_REJECTIONS, Text>> = {
  respondent_unknown: {
    en: "{claimant:party} can claim nothing of {actual:party}: it is no other party or vehicle.",
    ja: "{actual:party}は{claimant:party}以外の当事者又は投資ビークルではないため、請求の相手方とすることができません。",
  },
  external_event_unknown: {
    en: "No external event {actual:act} is on record.",
    ja: "外部事象{actual:act}は記録されていません。",
  },
  claim_unknown: {
    en: "No claim {actual:act} was filed.",
    ja: "請求{actual:act}は申し立てられていません。",
  },
  claim_settled: {
    en: "The claim {actual:act} was settled on {on:date}.",
    ja: "請求{actual:act}は{on:date}に解決済みです。",
  },
  claim_in_dispute: {
    en: "The claim {actual:act} is part of dispute {dispute:act}, which an award ends.",
    ja: "請求{actual:act}は紛争{dispute:act}の対象であり、裁定により解決されます。",
  },
  sum_beyond_claim: {
    en: "{actual:money} is more than the {required:money} that is claimed.",
    ja: "{actual:money}は請求額{required:money}を超えています。",
  },
  disputed_act_unknown: {
    en: "No act {actual:act} is on record.",
    ja: "行為{actual:act}は記録されていません。",
  },
  dispute_not_as_claim: {
    en: "The dispute is with {actual}; the claim that it names is against {required}.",
    ja: "紛争の内容は{actual}ですが、対象とする請求は{required}です。",
  },
  not_party_to_dispute: {
    en: "{actual:party} is no side of this matter; those are {required:party}.",
    ja: "{actual:party}はこの件の当事者ではありません。当事者は{required:party}です。",
  },
  dispute_unknown: {
    en: "No dispute {actual:act} was opened.",
    ja: "紛争{actual:act}は申し立てられていません。",
  },
  dispute_over: {
    en: "The dispute {actual:act} was decided on {on:date}.",
    ja: "紛争{actual:act}は{on:date}に裁定済みです。",
  },
  last_stage_reached: {
    en: "The dispute stands at stage {actual} of {required}, the last; only an award ends it.",
    ja: "紛争は全{required}段階のうち第{actual}段階（最終段階）にあり、裁定によってのみ終了します。",
  },
  escrow_not_provided: {
    en: "The charter sets nothing aside for disputes.",
    ja: "基本協定に、紛争のための資金の留保の定めはありません。",
  },
  escrow_vehicle_unknown: {
    en: "There is no vehicle {actual}.",
    ja: "投資ビークル{actual}はありません。",
  },
  escrow_beyond_dispute: {
    en: "{actual:money} would be set aside, more than the {required:money} in dispute.",
    ja: "留保額{actual:money}は紛争の対象額{required:money}を超えます。",
  },
  escrow_beyond_free_cash: {
    en:
      "{actual:money} cannot be set aside: only {required:money} is not needed for what is owed " +
      "or promised already.",
    ja: "{actual:money}は留保できません。既に負い又は約束した支払に要しない現金は{required:money}です。",
  },
  award_beyond_dispute: {
    en: "The award of {actual:payeeAmount} is beyond the sum in dispute, {required:payeeAmount}.",
    ja: "裁定額{actual:payeeAmount}は紛争の対象額{required:payeeAmount}を超えています。",
  },
};
