import type { Text } from "../../../language/text.ts";

/** Words of what the fund owes. */
export const words = {
  lead: {
    en: "What was borrowed, from whom, until when, and how far it is from the limits it agreed to.",
    ja: "借入れの内容、貸し手及び期限、並びに財務制限条項の基準値までの余裕を示します。",
  },
  now: { en: "Owed now", ja: "現在の債務" },
  debt: { en: "Debt", ja: "借入金" },
  projectDebt: { en: "Debt of projects, by share held", ja: "案件の借入金（持分相当）" },
  debtToWorth: { en: "Debt to net assets", ja: "純資産に対する借入倍率" },
  allOwed: { en: "All that it owes", ja: "債務合計" },
  cover: { en: "Can it pay?", ja: "支払余力" },
  toPay: { en: "Promised and owed, debt apart", ja: "投資約束及び債務（借入金を除く）" },
  held: { en: "Cash, callable capital, credit lines", ja: "現金、未払込出資約束及び融資枠" },
  coverRatio: { en: "Cover", ja: "支払余力倍率" },
  overTime: { en: "Debt over time", ja: "借入金の推移" },
  owes: { en: "All together", ja: "債務合計" },
  covenants: { en: "Limits it agreed to", ja: "財務制限条項" },
  ratio: { en: "Now", ja: "現在" },
  limit: { en: "Limit", ja: "基準" },
  atLeast: { en: "at least {0}", ja: "{0}以上" },
  atMost: { en: "at most {0}", ja: "{0}以下" },
  step: { en: "Step", ja: "段階" },
  fallsTo: {
    en: "Investments may fall by this much before it is reached",
    ja: "当該段階に達するまでの評価額の下落余地",
  },
  reached: { en: "reached", ja: "到達済み" },
  threshold: { en: "Threshold", ja: "基準値" },
  history: { en: "At the end of each month", ja: "月末の推移" },
  notDrawn: {
    en: "Values beyond the frame are in the table.",
    ja: "枠外の値は表に示しています。",
  },
  steps: { en: "Steps that it took", ja: "段階の履歴" },
  noSteps: { en: "It never left “{0}”.", ja: "「{0}」以外の段階に達したことはありません。" },
  facilities: { en: "Loans, bonds and lines", ja: "借入金、社債及び融資枠" },
  facility: { en: "Facility", ja: "融資枠" },
  kind: { en: "Kind", ja: "種類" },
  lender: { en: "Lender", ja: "貸し手" },
  principal: { en: "Owed", ja: "元本残高" },
  undrawn: { en: "May still be drawn", ja: "未使用額" },
  rate: { en: "Rate", ja: "金利" },
  floating: { en: "{0} + {1}", ja: "{0}＋{1}" },
  maturity: { en: "Matures", ja: "満期" },
  repaid: { en: "Repaid", ja: "返済済み" },
  guarantees: { en: "Guarantees", ja: "保証" },
  noGuarantees: {
    en: "Nobody guarantees what the fund owes.",
    ja: "ファンドの債務に対する保証はありません。",
  },
  guarantor: { en: "Guarantor", ja: "保証人" },
  left: { en: "Up to", ja: "限度額" },
  expires: { en: "Until", ja: "期限" },
  law: { en: "By which law", ja: "根拠法令" },
  act: { en: "Decision", ja: "決定" },
} as const;

/** The steps of a covenant's ladder (glossary: Borrowing). */
export const stepWords: { readonly [step: string]: Text } = {
  clear: { en: "clear", ja: "正常" },
  watch: { en: "watch", ja: "監視" },
  lock: { en: "lock", ja: "停止" },
  sweep: { en: "sweep", ja: "充当" },
  cure: { en: "cure", ja: "是正" },
  sale: { en: "sale", ja: "売却" },
  default: { en: "default", ja: "期限の利益の喪失" },
};

/** What each step means for the fund. */
export const stepMeanings: { readonly [step: string]: Text } = {
  clear: { en: "nothing follows", ja: "措置なし" },
  watch: { en: "it is reported", ja: "報告を要する" },
  lock: {
    en: "nothing is paid out, invested or borrowed",
    ja: "分配、新規投資及び借入れを停止",
  },
  sweep: { en: "cash goes to the lenders first", ja: "資金を優先的に返済へ充当" },
  cure: { en: "a plan to put it right", ja: "是正計画を提出" },
  sale: { en: "investments are sold", ja: "投資を売却" },
  default: { en: "lenders may call in their money", ja: "貸し手は一括返済を請求可能" },
};

export const facilityWords: { readonly [kind: string]: Text } = {
  bond: { en: "Bonds", ja: "社債" },
  subscription: { en: "Line against uncalled capital", ja: "出資約束を担保とする融資枠" },
  nav: { en: "Line against net assets", ja: "純資産を担保とする融資枠" },
  project: { en: "Loan to a project", ja: "案件向け融資" },
};
