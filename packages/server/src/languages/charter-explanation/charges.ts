import type { FEE_BASES } from "@jointfund/core/charter/distribution-terms.ts";
import type { Language } from "../language.ts";

type FeeBase = (typeof FEE_BASES)[number];

/** The phrases in which fees, expenses and reserves are explained. */
export type ChargePhrases = {
  readonly fee: (of: {
    name: string;
    payee: string;
    rate: string;
    base: string;
    dayCount: string;
    bornBy?: string;
  }) => string;
  readonly bases: Readonly<Record<FeeBase, string>>;
  readonly expenses: (cap: string, paidWithin: string) => string;
  readonly reserve: (name: string, target: string) => string;
};

export const CHARGE_PHRASES: Readonly<Record<Language, ChargePhrases>> = {
  en: {
    fee: ({ name, payee, rate, base, dayCount, bornBy }) =>
      `${name}: ${payee} gets ${rate} a year of ${base} (${dayCount})` +
      (bornBy === undefined ? "." : `, borne by ${bornBy} alone.`),
    bases: {
      committed: "what is committed",
      invested: "what is invested",
      netAssets: "net assets",
    },
    expenses: (cap, paidWithin) =>
      `What the fund's own parties charge it is at most ${cap} in a fiscal year; expenses are ` +
      `paid within ${paidWithin}.`,
    reserve: (name, target) => `Set aside before anything is paid out: ${name}, ${target}.`,
  },
  ja: {
    fee: ({ name, payee, rate, base, dayCount, bornBy }) =>
      `${name}：${payee}は、${base}に対し年${rate}（日数計算 ${dayCount}）の報酬を受ける` +
      (bornBy === undefined ? "。" : `。${bornBy}のみがこれを負担する。`),
    bases: { committed: "出資約束額", invested: "投資額", netAssets: "純資産総額" },
    expenses: (cap, paidWithin) =>
      `当事者がファンドに請求する経費は、一会計年度につき${cap}を上限とする。経費は${paidWithin}以内に支払う。`,
    reserve: (name, target) => `分配に先立ち、次のとおり留保する。${name}：${target}。`,
  },
};
