import type { Text } from "./language.ts";

/** What falls due, or ends, on a day to come. */
export const OBLIGATION_KINDS = {
  callDue: { en: "Capital call due", ja: "資本拠出請求の払込期日" },
  paymentWaiting: { en: "Payment instructed, to be released", ja: "指図済み・実行待ちの支払" },
  expenseDue: { en: "Expense due", ja: "経費の支払期日" },
  milestoneDue: { en: "Milestone due", ja: "案件の段階の期日" },
  drawingDue: { en: "Drawdown to be received", ja: "借入金の受入期日" },
  interestDue: { en: "Interest payment date", ja: "利払日" },
  dealingDay: {
    en: "Dealing day: a price is to be struck",
    ja: "取引日（基準価額の確定）",
  },
  orderCutOff: { en: "Orders close for a dealing day", ja: "注文の締切日" },
  valuationDue: { en: "New valuation due", ja: "評価の更新期限" },
  periodCloses: { en: "Month of a book may be closed", ja: "帳簿の月次締切り" },
  fiscalYearEnds: { en: "Fiscal year ends", ja: "会計年度の末日" },
  instalmentDue: { en: "Instalment of a loan", ja: "借入金の約定返済日" },
  loanMatures: { en: "Loan matures", ja: "借入金の満期日" },
  guaranteeEnds: { en: "Guarantee ends", ja: "保証の終期" },
  authorityExpires: { en: "Budget authority expires", ja: "予算上の権限の失効日" },
  actWindowEnds: { en: "Window of an act ends", ja: "行為に係る期間の末日" },
  covenantStepEnds: { en: "Step of a covenant ends", ja: "財務制限条項の段階の末日" },
  challengeEnds: { en: "Review of a valuation ends", ja: "再評価の期限" },
  overrunRightEnds: { en: "Right to fund an overrun ends", ja: "費用超過に対する拠出権の期限" },
  freezeEnds: { en: "Freeze ends", ja: "凍結の末日" },
  findingDue: { en: "Answer to the auditor due", ja: "監査指摘への回答期限" },
  exitNoticeEnds: { en: "Notice of exit ends", ja: "脱退予告の末日" },
  offerEnds: { en: "Offer of units ends", ja: "受益権の売買の申出の期限" },
  offerPaymentDue: { en: "Payment for units due", ja: "受益権の代金の支払期限" },
} as const satisfies Readonly<Record<string, Text>>;

export type ObligationKind = keyof typeof OBLIGATION_KINDS;
