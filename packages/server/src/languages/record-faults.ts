import type { Text } from "./language.ts";

/** What is wrong with bytes that are to be a statement or entry, and with a replay (R10 to R12). */
export const RECORD_FAULT_TEXTS: Readonly<Record<string, Text>> = {
  statement_malformed: {
    en: "The statement is malformed: {findings:findings}.",
    ja: "意思表示が正しい形式ではありません：{findings:findings}。",
  },
  entry_refused: {
    en: "The rules refuse what the entry records: {rejection}.",
    ja: "記録された内容は規則により却下されます：{rejection}。",
  },
  effects_differ: {
    en: "The entry states other effects than the rules give.",
    ja: "記録された効果が規則による効果と一致しません。",
  },
};
