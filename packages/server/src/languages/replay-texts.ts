import type { Text } from "./language.ts";

/** What is compared of the books, by what stands before the colon (PJ102). */
export const REPLAYED_FIGURE_TEXTS: Readonly<Record<string, Text>> = {
  netAssets: { en: "net assets", ja: "純資産総額" },
  totalAssets: { en: "total assets", ja: "総資産" },
  cash: { en: "cash", ja: "現金" },
  investments: { en: "investments", ja: "投資" },
  debt: { en: "debt", ja: "借入残高" },
  line: { en: "owed on the line", ja: "融資枠の借入残高" },
  bonds: { en: "owed on bonds", ja: "社債残高" },
  undrawnLine: { en: "undrawn on the line", ja: "融資枠の未使用額" },
  unfunded: { en: "not called yet", ja: "未請求の出資約束額" },
  chargesPayable: { en: "interest and expenses unpaid", ja: "未払利息及び未払費用" },
  undistributedIncome: { en: "undistributed income", ja: "未分配収益" },
  pricePerUnit: { en: "NAV per unit", ja: "基準価額" },
  reported: { en: "value of {0}", ja: "{0}の評価額" },
  cost: { en: "cost of {0}", ja: "{0}の取得原価" },
  paidIn: { en: "paid in by {0}", ja: "{0}の払込累計" },
  distributed: { en: "distributed to {0}", ja: "{0}への分配累計" },
  income: { en: "income distributed to {0}", ja: "{0}への収益の分配累計" },
  gains: { en: "gains distributed to {0}", ja: "{0}への実現益の分配累計" },
  reserve: { en: "reserve {0}", ja: "準備金{0}" },
  rung: { en: "step of {0}", ja: "{0}の段階" },
};

/** What a replay has come to; `{0}`, `{1}` … are filled in order. */
export const REPLAY_TEXTS = {
  notReplayed: {
    en: "This path cannot be replayed: it needs acts that the charter does without: {0}.",
    ja: "この経路は再現できません。基本協定に定めのない次の行為を要するためです：{0}",
  },
  notSigned: {
    en: "This path cannot be replayed: it has no days in which nobody may object, for {0}.",
    ja: "この経路は再現できません。次の行為には異議申立期間の経過等、署名以外の要件があるためです：{0}",
  },
  notNoticed: {
    en: "This path cannot be replayed: the notice of a call due on {0} is too long for it.",
    ja: "この経路は再現できません。{0}を払込期日とする拠出請求について、基本協定の定める通知期間を確保できないためです。",
  },
  played: {
    en: "Path {0} was played as acts of a demonstration fund: {1} steps to {2}, {3} entries.",
    ja: "経路{0}を実演用ファンドの行為として再現しました（{2}までの{1}期、署名済み記録{3}件）。",
  },
  agrees: {
    en: "All {0} figures agree; the largest difference is {1}.",
    ja: "全{0}件の数値が一致しました。差の最大値は{1}です。",
  },
  figureDiffers: {
    en: "They part at step {0} ({1}): {2} is {3} by the engine and {4} on the path.",
    ja: "第{0}期（{1}）で一致しません。{2}は、行為による帳簿では{3}、経路では{4}です。",
  },
  actDiffers: {
    en: "They part at step {0} ({1}), at {2}: {3}",
    ja: "第{0}期（{1}）の{2}で一致しません：{3}",
  },
  otherwise: { en: "it went otherwise than the path says", ja: "経路の示す結果と異なりました。" },
} as const satisfies Readonly<Record<string, Text>>;
