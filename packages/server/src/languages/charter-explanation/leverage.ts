import type { LadderStep } from "@jointfund/core/charter/leverage-terms.ts";
import type { Language } from "../language.ts";

/** The phrases in which borrowing and covenants are explained. */
export type LeveragePhrases = {
  readonly introduction: string;
  readonly index: (name: string, dayCount: string) => string;
  readonly facility: (kind: string) => string;
  readonly most: (amount: string) => string;
  readonly advance: (share: string) => string;
  readonly longestDraw: (period: string) => string;
  readonly covenant: (of: { name: string; vehicle: string; ratio: string }) => string;
  readonly incurrence: (must: "atMost" | "atLeast", ratio: string) => string;
  readonly rung: (of: {
    step: LadderStep;
    must: "atMost" | "atLeast";
    at: string;
    share?: string;
    period?: string;
  }) => string;
  readonly guarantee: (party: string, cap: string) => string;
};

const EN_STEPS: Readonly<Record<LadderStep, string>> = {
  watch: "everyone is told",
  lock: "nothing is drawn, invested anew or paid out",
  sweep: "part of the income is turned to the lenders",
  cure: "a plan to call capital is due",
  sale: "a plan to sell investments is due",
  default: "the lenders may call in what they lent",
};

const JA_STEPS: Readonly<Record<LadderStep, string>> = {
  watch: "関係者に通知する",
  lock: "借入れ、新規投資及び支払を行わない",
  sweep: "収益の一部を貸し手への返済に充てる",
  cure: "増資による是正計画を要する",
  sale: "投資の売却計画を要する",
  default: "貸し手は貸付金の返済を請求することができる",
};

export const LEVERAGE_PHRASES: Readonly<Record<Language, LeveragePhrases>> = {
  en: {
    introduction:
      "What is borrowed is held against what is owned. Facts are always recorded; decisions must " +
      "hold the tests.",
    index: (name, dayCount) => `Reference rate: ${name}, counted ${dayCount}.`,
    facility: (kind) => `May be entered: ${kind}`,
    most: (amount) => `, in all at most ${amount}`,
    advance: (share) => `, against ${share} of what the parties have still to pay in`,
    longestDraw: (period) => `, each drawing for at most ${period}`,
    covenant: ({ name, vehicle, ratio }) => `${name} (${vehicle}): ${ratio}.`,
    incurrence: (must, ratio) =>
      `A decision to borrow, guarantee, invest or pay out must leave it ` +
      `${must === "atMost" ? "at or below" : "at or above"} ${ratio}.`,
    rung: ({ step, must, at, share, period }) =>
      `${must === "atMost" ? "above" : "below"} ${at}: ${EN_STEPS[step]}` +
      (share === undefined ? "" : `; from here on the lenders get ${share} of income`) +
      (period === undefined ? "" : `; after ${period} the next step follows`),
    guarantee: (party, cap) => `${party} may guarantee up to ${cap}.`,
  },
  ja: {
    introduction:
      "借入れは、保有する資産に照らして次のとおり制限する。事実は必ず記録し、決定は基準を満たさなければならない。",
    index: (name, dayCount) => `指標金利：${name}（日数計算 ${dayCount}）。`,
    facility: (kind) => `契約できる融資枠：${kind}`,
    most: (amount) => `。合計の上限は${amount}とする`,
    advance: (share) => `。未払込出資約束額の${share}までを借入基準額とする`,
    longestDraw: (period) => `。一回の借入れは${period}以内とする`,
    covenant: ({ name, vehicle, ratio }) => `${name}（${vehicle}）：${ratio}。`,
    incurrence: (must, ratio) =>
      `借入れ、保証、投資又は支払の決定は、その後の比率が${ratio}` +
      `${must === "atMost" ? "以下" : "以上"}となるものに限る。`,
    rung: ({ step, must, at, share, period }) =>
      `${at}${must === "atMost" ? "を超えるとき" : "を下回るとき"}：${JA_STEPS[step]}` +
      (share === undefined ? "" : `。以後、返済に充てる収益の割合は${share}とする`) +
      (period === undefined ? "" : `。${period}を経過したときは次の段階に進む`),
    guarantee: (party, cap) => `${party}は、${cap}を上限として保証することができる。`,
  },
};
