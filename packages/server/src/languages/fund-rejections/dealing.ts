import type { DEALING_REJECTIONS } from "@jointfund/core/fund/rejections/dealing.ts";
import type { Text } from "../language.ts";

export const DEALING_REJECTION_TEXTS: Readonly<Record<keyof typeof DEALING_REJECTIONS, Text>> = {
  no_units_outstanding: {
    en: "{actual} has no units outstanding.",
    ja: "「{actual}」には発行済みの受益権がありません。",
  },
  nav_already_struck: {
    en: "The net asset value of {actual:date} is struck already.",
    ja: "{actual:date}の基準価額は既に確定しています。",
  },
  class_already_opened: {
    en: "The class {actual} has been opened already.",
    ja: "受益権「{actual}」の募集は既に開始されています。",
  },
  class_not_open: {
    en: "The class {actual} is not open to new money.",
    ja: "受益権「{actual}」は新たな払込みを受け付けていません。",
  },
  underlying_not_struck: {
    en: "The class {actual}, whose units are held, has no strike for {on:date} yet.",
    ja: "保有している受益権「{actual}」の{on:date}の基準価額がまだ確定していません。",
  },
  dealing_not_in_charter: {
    en: "The charter has no dealing terms of that kind for the class {actual}.",
    ja: "基本協定に受益権「{actual}」の取引に関するその定めがありません。",
  },
  distributor_not_named: {
    en: "{actual:party} may not do this for these orders; {required:party} may.",
    ja: "{actual:party}はこの申込みを取り扱うことができません（取扱者：{required:party}）。",
  },
  order_from_future: {
    en: "The order is said to have come in at {actual}, after now ({required}).",
    ja: "申込みの受付時刻{actual}が現在時刻{required}より後です。",
  },
  order_below_least: {
    en: "{actual:money} is below the least subscription, {required:money}.",
    ja: "{actual:money}は最低申込金額{required:money}に達しません。",
  },
  units_not_held: {
    en: "The holder can give back {required} millionths of units, not {actual}.",
    ja: "保有者が解約できるのは{required}（百万分の一口単位）であり、{actual}に足りません。",
  },
  order_unknown: {
    en: "There is no order {actual:act}.",
    ja: "申込み{actual:act}はありません。",
  },
  order_not_waiting: {
    en: "The order {actual:act} was cancelled or dealt already.",
    ja: "申込み{actual:act}は既に取り消され、又は約定しています。",
  },
  order_past_cut_off: {
    en:
      "It is past the cut-off for the dealing day {required:date}: what comes in now is for " +
      "{actual:date}.",
    ja: "取引日{required:date}の申込締切を過ぎています。現在の受付分は{actual:date}の扱いとなります。",
  },
  ground_unknown: {
    en: 'The charter knows no ground "{actual}" for a suspension; it has: {required}.',
    ja: "停止の事由「{actual}」は基本協定にありません（事由：{required}）。",
  },
  review_date_outside: {
    en: "The review on {actual:date} must come after today and by {required:date}.",
    ja: "見直日{actual:date}は、当日より後で{required:date}以前でなければなりません。",
  },
  dealing_suspended: {
    en: "Dealing in the class {actual} is suspended, until {until:date} at the longest.",
    ja: "受益権「{actual}」の取引は停止中です（最長{until:date}まで）。",
  },
  dealing_not_suspended: {
    en: "Dealing in the class {actual} is not suspended.",
    ja: "受益権「{actual}」の取引は停止されていません。",
  },
  not_a_dealing_day: {
    en: "{actual:date} is no dealing day; that of its period is {required:date}.",
    ja: "{actual:date}は取引日ではありません。当該期間の取引日は{required:date}です。",
  },
  no_orders_waiting: {
    en: "No order for the class {actual} waits for {on:date}.",
    ja: "{on:date}の取引を待つ受益権「{actual}」の申込みはありません。",
  },
  price_not_positive: {
    en: "Units are not dealt in at the price {actual}.",
    ja: "基準価額{actual}では取引できません。",
  },
};
