import type { Text } from "./language.ts";

/** What an officer is alarmed about. */
export const ALARM_KINDS = {
  covenantStep: { en: "Covenant not clear", ja: "財務制限条項の段階が正常でない" },
  bankBreak: { en: "Difference from the bank unresolved", ja: "銀行との差異が未解消" },
  statementMissing: { en: "No recent bank statement", ja: "銀行取引明細の未着" },
  paymentLate: { en: "Capital not paid in on time", ja: "払込みの遅延" },
  deadlineMissed: { en: "Past its day", ja: "期日を経過" },
  deadlineNear: { en: "Day is near", ja: "期日が近い" },
  authorityExpiring: { en: "Budget authority expires soon", ja: "予算上の権限の失効が近い" },
  valuationStale: { en: "Valuation out of date", ja: "評価額の期限切れ" },
  valuationContested: { en: "Valuation contested", ja: "評価額が係争中" },
  opinionMissing: {
    en: "No audit opinion on the last fiscal year",
    ja: "前会計年度の監査意見が未提出",
  },
  frozen: { en: "Outflows are frozen", ja: "資金流出の凍結中" },
} as const satisfies Readonly<Record<string, Text>>;

export type AlarmKind = keyof typeof ALARM_KINDS;
