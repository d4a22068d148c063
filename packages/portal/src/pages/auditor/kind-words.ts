import type { Text } from "../../language/text.ts";

/** Kinds of statements, as the record names them (docs/spec/record.md). */
export const kindWords: { readonly [kind: string]: Text } = {
  founding: { en: "Founding", ja: "設立" },
  proposal: { en: "Proposal", ja: "提案" },
  approval: { en: "Vote", ja: "議決" },
  objection: { en: "Objection", ja: "異議" },
  recusal: { en: "Recusal", ja: "回避" },
  consultation: { en: "Opinion", ja: "事前協議の意見" },
  fact: { en: "Fact", ja: "事実" },
  execution: { en: "Execution", ja: "実行" },
  refusal: { en: "Refusal", ja: "却下" },
  "day.open": { en: "Day opening", ja: "業務日の開始" },
  seal: { en: "Seal", ja: "封印" },
  "finality.record": { en: "Finality", ja: "確定" },
};

/** What a vote, an opinion or an objection comes to. */
export const saidWords: { readonly [said: string]: Text } = {
  approve: { en: "approves", ja: "賛成" },
  reject: { en: "rejects", ja: "反対" },
  support: { en: "supports", ja: "支持" },
  noted: { en: "noted", ja: "了知" },
  concern: { en: "concern", ja: "懸念" },
  objection: { en: "objects", ja: "異議" },
  veto: { en: "vetoes", ja: "拒否権の行使" },
};
