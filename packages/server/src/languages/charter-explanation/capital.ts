import type { DefaultStep } from "@jointfund/core/charter/capital-terms.ts";
import type { Language, Text } from "../language.ts";

/** The phrases in which calls, late payment and the admission of partners are explained. */
export type CapitalPhrases = {
  readonly partners: (least: string, most: string) => string;
  readonly yearlyCap: (amount: string) => string;
  readonly late: (of: { grace: string; rate: string; dayCount: string }) => string;
  readonly step: (of: {
    step: DefaultStep["step"];
    after: string;
    share?: string;
    of?: string;
  }) => string;
  readonly deferral: (of: { by: string; longest: string; ground: string }) => string;
  readonly optOut: (of: { by: string; consequence: string; othersMayFund: boolean }) => string;
  readonly recall: (within: string) => string;
  readonly admission: (of: { classes: string; rate: string; dayCount: string }) => string;
};

const EN_STEPS: Readonly<Record<DefaultStep["step"], (share: string) => string>> = {
  publish: () => "the default is made public",
  divert: () => "what the party would be paid goes to what it owes, until that is made good",
  dilute: (share) => `others may pay in its place and get the units at ${share} off the price`,
  forfeit: (share) => `${share} of the units that the party has are forfeited`,
};

const JA_STEPS: Readonly<Record<DefaultStep["step"], (share: string) => string>> = {
  publish: () => "不履行を公表する",
  divert: () => "当該当事者への分配金を、不履行が解消するまで未払額に充てる",
  dilute: (share) =>
    `他の当事者が代わりに払い込み、単価から${share}を減じた価格で受益権を取得できる`,
  forfeit: (share) => `当該当事者の受益権の${share}を失権させる`,
};

export const CAPITAL_PHRASES: Readonly<Record<Language, CapitalPhrases>> = {
  en: {
    partners: (least, most) =>
      `A partner commits ${least} or more; all partners together commit ${most} at most.`,
    yearlyCap: (amount) => `No more than ${amount} falls due in one fiscal year.`,
    late: ({ grace, rate, dayCount }) =>
      `What is not paid by the end of ${grace} after the due date bears simple interest of ` +
      `${rate} a year from the due date (${dayCount}). Money pays what was called first, then ` +
      "interest. While it is unpaid these steps follow, counted from the due date:",
    step: ({ step, after, share = "", of }) =>
      `after ${after}: ${EN_STEPS[step](share)}${of === undefined ? "" : ` (for: ${of})`}.`,
    deferral: ({ by, longest, ground }) =>
      `${by} may put off a payment by at most ${longest} where ${ground}. Until the new day it ` +
      "bears no interest.",
    optOut: ({ by, consequence, othersMayFund }) =>
      `${by} may decline to fund an investment, after consultation. ` +
      (othersMayFund ? "Others may then pay in its place. " : "") +
      `What may follow outside the fund, which is recorded and never booked: ${consequence}`,
    recall: (within) => `Capital that is returned can be called again for ${within}.`,
    admission: ({ classes, rate, dayCount }) =>
      `A later partner of ${classes} pays its share of the earlier calls with simple interest of ` +
      `${rate} a year (${dayCount}) to the earlier partners, and takes the units for it. What ` +
      "they get back can be called again.",
  },
  ja: {
    partners: (least, most) =>
      `組合員一者の出資約束は${least}以上とし、組合員全体の出資約束の上限は${most}とする。`,
    yearlyCap: (amount) => `一会計年度に期日の来る請求額の上限は${amount}とする。`,
    late: ({ grace, rate, dayCount }) =>
      `期日から${grace}以内に払い込まれない額には、期日から年${rate}の単利を付す（日数計算 ${dayCount}）。` +
      "受入金は、請求額、利息の順に充当する。未払の間、期日から起算して次の措置をとる。",
    step: ({ step, after, share = "", of }) =>
      `${after}経過後：${JA_STEPS[step](share)}${of === undefined ? "" : `（対象：${of}）`}。`,
    deferral: ({ by, longest, ground }) =>
      `${by}は、${ground}、払込みを${longest}以内の期間繰り延べることができる。新たな期日まで利息を付さない。`,
    optOut: ({ by, consequence, othersMayFund }) =>
      `${by}は、協議の後、投資への資金提供を見送ることができる。` +
      (othersMayFund ? "この場合、他の当事者が代わりに払い込むことができる。" : "") +
      `ファンドの外で生じ得る結果（記録のみを行い、帳簿には計上しない）：${consequence}`,
    recall: (within) => `返還された資本は、${within}の間、再び請求することができる。`,
    admission: ({ classes, rate, dayCount }) =>
      `${classes}に後から加わる組合員は、過去の請求の相当分に年${rate}の単利（日数計算 ${dayCount}）を` +
      "付した額を先の組合員に支払い、その分の受益権を引き受ける。先の組合員に戻る額は再び請求することができる。",
  },
};

/** Names that stand for parties admitted later. */
export const GROUP_WORDS: Readonly<Record<string, Text>> = {
  partners: { en: "any partner", ja: "各組合員" },
  lenders: { en: "any lender", ja: "各貸し手" },
  distributors: { en: "any distributor", ja: "各販売会社" },
};
