import type { EXITS_REJECTIONS } from "@jointfund/core/fund/rejections/exits.ts";
import type { Text } from "../language.ts";

export const EXITS_REJECTION_TEXTS: Readonly<Record<keyof typeof EXITS_REJECTIONS, Text>> = {
  no_units_held: {
    en: "{party:party} holds no units of {actual}.",
    ja: "{party:party}は受益権{actual}を保有していません。",
  },
  exit_notice_given: {
    en: "{party:party} gave its notice on {on:date}.",
    ja: "{party:party}は{on:date}に脱退を通知済みです。",
  },
  offer_unknown: {
    en: "No offer {actual:act} was made.",
    ja: "申出{actual:act}はありません。",
  },
  offer_over: {
    en: "The offer {actual:act} is over since {on:date}.",
    ja: "申出{actual:act}は{on:date}をもって終了しています。",
  },
  not_party_to_offer: {
    en: "{actual:party} has no part in this offer; {required:party} has.",
    ja: "{actual:party}はこの申出の当事者ではありません。当事者は{required:party}です。",
  },
  units_insufficient: {
    en: "{actual} millionths of a unit are named; {party:party} can part with {required}.",
    ja: "指定は百万分の{actual}口ですが、{party:party}が処分できるのは百万分の{required}口です。",
  },
  holder_not_eligible: {
    en: "{actual:party} cannot take these units: the class is not open to it, or it has them.",
    ja: "{actual:party}はこの受益権を取得できません。保有資格がないか、既に保有する者です。",
  },
  waterfall_keeps_parties: {
    en: "The waterfall of {actual} keeps balances by party, which do not go with units.",
    ja: "{actual}の配分順位は当事者別の残高を管理しており、残高は受益権とともに移転しません。",
  },
  offer_without_ground: {
    en: "{actual:party} may not offer yet: no notice has run out, and no deadlock has come so far.",
    ja: "{actual:party}はまだ申出をすることができません。通知期間が満了しておらず、売買の段階に至った膠着もありません。",
  },
  offer_without_price: {
    en: "At the struck price the units of {actual} named are worth nothing.",
    ja: "確定した基準価額によれば、指定された受益権{actual}に価額がありません。",
  },
  not_offered_first: {
    en: "{actual:party} has to offer these units to the other holders first.",
    ja: "{actual:party}は、この受益権を先に他の保有者に申し出なければなりません。",
  },
  settlement_differs: {
    en: "{actual:payeeAmount} was paid; the price is {required:payeeAmount}.",
    ja: "支払額は{actual:payeeAmount}ですが、代金は{required:payeeAmount}です。",
  },
};
