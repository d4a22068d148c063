import type { LeftOutKind } from "@jointfund/projection/charter/left-out.ts";
import type { Text } from "./language.ts";

/** What a charter says and a projection counts nothing of [PJ97]; its clauses follow. */
export const LEFT_OUT_TEXTS: Readonly<Record<LeftOutKind, Text>> = {
  otherVehicle: {
    en: "books of other vehicles, with their terms",
    ja: "本体以外の投資ビークルの帳簿及びこれに係る定め",
  },
  unopenedClass: { en: "classes that nobody opens", ja: "募集を開始しない種類の受益権" },
  orders: { en: "orders of citizens", ja: "受益権の申込み及び解約" },
  partners: { en: "commitments of partners", ja: "有限責任組合員の出資約束" },
  admission: { en: "true-ups of later partners", ja: "事後に加入する組合員の調整払込み" },
  remedies: {
    en: "dilution and forfeiture of who does not pay",
    ja: "払込みの不履行による持分の希薄化及び失権",
  },
  lateDays: {
    en: "days of grace, or before distributions are diverted, longer than a step",
    ja: "一期を超える支払猶予期間又は分配金の充当までの期間",
  },
  deferral: { en: "calls put off", ja: "払込みの繰延べ" },
  optOut: { en: "elections not to fund", ja: "資金提供の見送り" },
  recall: { en: "returned capital called again", ja: "返還資本の再請求" },
  subscriptionLine: {
    en: "loans against uncalled commitments",
    ja: "出資約束担保融資枠",
  },
  longestDraw: { en: "the longest time of a drawing", ja: "借入期間の上限" },
  guarantees: { en: "guarantees", ja: "保証" },
  hedging: { en: "hedges", ja: "為替等のヘッジ" },
  overrun: { en: "cost overruns", ja: "費用超過" },
  obligations: { en: "obligations in kind", ja: "現物の義務" },
  challenge: { en: "contested values", ja: "評価への異議" },
  longStop: { en: "shares agreed anew after a long stop", ja: "回収期限後の配分割合の再協議" },
  freeze: { en: "freezes", ja: "凍結" },
  disputes: { en: "disputes", ja: "紛争" },
  sideLetters: { en: "side letters", ja: "附属書簡" },
  indemnities: { en: "indemnities", ja: "補償" },
  deadlock: { en: "deadlocks", ja: "膠着" },
  exit: { en: "a side that leaves", ja: "脱退" },
  windUp: { en: "winding-up", ja: "清算" },
  limit: {
    en: "limits of acts that are done without testing them",
    ja: "判定せずに行うものとした行為の制限",
  },
  act: { en: "acts that nobody is assumed to make", ja: "誰も行わないものとした行為" },
};
