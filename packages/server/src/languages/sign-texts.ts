import type { Text } from "./language.ts";

/** What `jointfund sign` says of what it is asked to sign. */
export const SIGN_TEXTS = {
  title: { en: "To be signed", ja: "署名の対象" },
  statement: { en: "statement", ja: "意思表示" },
  fund: { en: "fund", ja: "ファンド" },
  officer: { en: "officer", ja: "職員" },
  act: { en: "act", ja: "行為" },
  actId: { en: "act id", ja: "行為の識別子" },
  actMissing: {
    en: "not in the file: compare its id with what you have seen of the act",
    ja: "ファイルに含まれない。確認済みの行為の識別子と照合すること",
  },
  reason: { en: "reason", ja: "理由" },
  effective: { en: "effective date", ja: "効力発生日" },
  evidence: { en: "evidence", ja: "証拠書類" },
  bounds: { en: "bounds", ja: "承認範囲" },
  content: { en: "content", ja: "内容" },
  counts: { en: "counts until", ja: "有効期限" },
  words: { en: "words to compare", ja: "照合用の言葉" },
  key: { en: "key", ja: "署名鍵" },
  signature: { en: "signature", ja: "署名" },
} as const satisfies { readonly [name: string]: Text };

/** What a statement is, by its kind; approvals and objections are of two kinds each. */
export const STATEMENT_WORDS: { readonly [kind: string]: Text } = {
  founding: { en: "founding", ja: "設立" },
  proposal: { en: "proposal", ja: "提案" },
  fact: { en: "report of a fact", ja: "事実の報告" },
  approve: { en: "approval", ja: "賛成（承認）" },
  reject: { en: "rejection", ja: "反対" },
  objection: { en: "objection", ja: "異議" },
  veto: { en: "veto", ja: "拒否権の行使" },
  recusal: { en: "recusal", ja: "回避" },
  consultation: { en: "answer to a consultation", ja: "事前協議への回答" },
  execution: { en: "execution", ja: "実行" },
};
