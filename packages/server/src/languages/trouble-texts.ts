import type { TroubleCode } from "@jointfund/core/fund/contested/contested-trouble.ts";
import type { Text } from "./language.ts";

/** What happened, in a line of the page: `{sum}` is empty where it is not about money. */
export const TROUBLE_TEXTS: Readonly<Record<TroubleCode, Text>> = {
  externalEvent: { en: "From outside: {stage}", ja: "外部事象：{stage}" },
  claim: { en: "{party} claims {sum} of {against}", ja: "{party}が{against}に{sum}を請求" },
  claimSettled: { en: "Claim of {party} settled: {sum}", ja: "{party}の請求が{sum}で解決" },
  dispute: { en: "{party} disputes with {against} {sum}", ja: "{party}が{against}と紛争 {sum}" },
  disputeMoved: {
    en: "{party} and {against}: now with “{stage}”",
    ja: "{party}と{against}の紛争が「{stage}」の段階",
  },
  award: { en: "{party} and {against}: award {sum}", ja: "{party}と{against}の紛争に裁定 {sum}" },
  finding: { en: "Auditor: {stage} finding", ja: "監査人の指摘（{stage}）" },
  deadlock: { en: "Deadlock over {act}", ja: "{act}について膠着" },
  deadlockMoved: { en: "Deadlock over {act}: {stage}", ja: "{act}の膠着：{stage}" },
  deadlockEnded: { en: "Deadlock over {act} ended: {stage}", ja: "{act}の膠着が終了：{stage}" },
  exitNotice: { en: "{party} gives notice of leaving", ja: "{party}が脱退を通知" },
  windUp: { en: "The fund is wound up: {stage}", ja: "清算を開始：{stage}" },
  closed: { en: "The fund is closed", ja: "清算を結了" },
};

/** Words for kinds of events, stages, ends and causes; stages of disputes have their own names. */
export const TROUBLE_WORDS: Readonly<Record<string, Text>> = {
  sanction: { en: "sanction", ja: "制裁" },
  tax: { en: "tax", ja: "課税" },
  tariff: { en: "tariff", ja: "関税" },
  lawChange: { en: "change of law", ja: "法令の変更" },
  disaster: { en: "disaster", ja: "災害" },
  breach: { en: "breach", ja: "違反" },
  minor: { en: "minor", ja: "軽微" },
  significant: { en: "significant", ja: "重要" },
  material: { en: "material", ja: "重大" },
  chairs: { en: "the chairs confer", ja: "議長の協議" },
  ministers: { en: "the ministers confer", ja: "閣僚の協議" },
  expert: { en: "with the expert", ja: "専門家の意見" },
  casting: { en: "one party may cast", ja: "決定権の付与" },
  putCall: { en: "put and call", ja: "売買の申出" },
  windUp: { en: "the fund will end", ja: "ファンドの終了" },
  agreed: { en: "agreed", ja: "合意" },
  decided: { en: "decided", ja: "決定" },
  unresolved: { en: "nothing changed", ja: "未解決" },
  sunset: { en: "its last day has passed", ja: "存続期限の満了" },
  deadlock: { en: "out of a deadlock", ja: "膠着による" },
};
