import type { Text } from "./language.ts";

/** Words for what the record calls by a code: states of an act, kinds of statement and account. */

export const STATUS_WORDS: Readonly<Record<string, Text>> = {
  proposed: { en: "proposed", ja: "提案済み" },
  consulted: { en: "consulted", ja: "事前協議済み" },
  approved: { en: "approved", ja: "承認済み" },
  standing: { en: "standing still", ja: "待機期間中" },
  effective: { en: "effective", ja: "発効" },
  executed: { en: "executed", ja: "実行済み" },
  lapsed: { en: "lapsed", ja: "失効" },
  refused: { en: "refused", ja: "否決" },
  vetoed: { en: "vetoed", ja: "拒否" },
  // Of an investment
  recommended: { en: "recommended", ja: "推薦済み" },
  selected: { en: "selected", ja: "選定済み" },
  closed: { en: "closed", ja: "契約締結済み" },
  // Of a key
  active: { en: "in force", ja: "有効" },
  rotated: { en: "replaced", ja: "更新済み" },
  revoked: { en: "revoked", ja: "失効" },
  // A decision
  approve: { en: "approve", ja: "賛成" },
  reject: { en: "reject", ja: "反対" },
  recusal: { en: "recusal", ja: "回避" },
  // An opinion
  support: { en: "support", ja: "支持" },
  noted: { en: "noted", ja: "了知" },
  concern: { en: "concern", ja: "懸念" },
  // An objection
  objection: { en: "objection", ja: "異議" },
  veto: { en: "veto", ja: "拒否" },
  // Why a seat is out
  recused: { en: "has stepped back", ja: "回避を申し出た" },
  interest: { en: "has an interest in the matter", ja: "案件に利害関係を有する" },
};

/** Why an act is proposed. */
export const BASIS_WORDS: Readonly<Record<string, Text>> = {
  commercial: { en: "on commercial grounds", ja: "商業的判断による" },
  policy: { en: "on policy grounds", ja: "政策的判断による" },
};

export const STATEMENT_WORDS: Readonly<Record<string, Text>> = {
  founding: { en: "founding", ja: "設立" },
  proposal: { en: "proposal", ja: "提案" },
  approval: { en: "vote", ja: "議決" },
  objection: { en: "objection", ja: "異議" },
  recusal: { en: "recusal", ja: "回避" },
  consultation: { en: "opinion", ja: "意見" },
  fact: { en: "fact", ja: "事実" },
  execution: { en: "execution", ja: "実行" },
  refusal: { en: "refusal", ja: "却下" },
  "day.open": { en: "day opened", ja: "業務日の開始" },
  seal: { en: "seal", ja: "封印" },
  "finality.record": { en: "finality", ja: "確定" },
};

export const ACCOUNT_KIND_WORDS: Readonly<Record<string, Text>> = {
  asset: { en: "asset", ja: "資産" },
  liability: { en: "liability", ja: "負債" },
  equity: { en: "equity", ja: "純資産" },
  income: { en: "income", ja: "収益" },
  expense: { en: "expense", ja: "費用" },
  memo: { en: "memorandum", ja: "備忘" },
};

/** Where a covenant stands. */
export const STEP_WORDS: Readonly<Record<string, Text>> = {
  clear: { en: "clear", ja: "正常" },
  watch: { en: "watch", ja: "監視" },
  lock: { en: "lock", ja: "停止" },
  sweep: { en: "sweep", ja: "充当" },
  cure: { en: "cure", ja: "是正" },
  sale: { en: "sale", ja: "売却" },
  default: { en: "default", ja: "期限の利益の喪失" },
};

export const FACILITY_KIND_WORDS: Readonly<Record<string, Text>> = {
  subscription: { en: "subscription line", ja: "出資約束担保融資枠" },
  nav: { en: "NAV facility", ja: "純資産担保融資枠" },
  bond: { en: "bonds", ja: "社債" },
  project: { en: "project debt", ja: "プロジェクト融資" },
};

export const FACILITY_STATUS_WORDS: Readonly<Record<string, Text>> = {
  open: { en: "open", ja: "利用中" },
  accelerated: { en: "called in", ja: "返済請求済み" },
  closed: { en: "closed", ja: "終了" },
};

export const DEBT_PART_WORDS: Readonly<Record<string, Text>> = {
  principal: { en: "principal", ja: "元本" },
  interest: { en: "interest", ja: "利息" },
  fees: { en: "fees", ja: "手数料" },
  pending: { en: "money asked for", ja: "請求中の借入金" },
};

/** The word for a code, or the code itself: a code is never hidden because it has no word. */
export function wordFor(words: Readonly<Record<string, Text>>, code: string): Text {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? { en: code, ja: code };
}
