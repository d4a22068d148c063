import type { VehicleKind } from "@jointfund/core/charter/charter.ts";
import type { DealingTerms } from "@jointfund/core/charter/dealing-terms.ts";
import type { Language } from "../language.ts";

/** The phrases in which vehicles, classes and dealing are explained. */
export type DealingPhrases = {
  readonly vehicleKinds: Readonly<Record<VehicleKind, string>>;
  readonly vehicle: (of: { name: string; kind: string; currency: string }) => string;
  readonly feeds: (unitClass: string) => string;
  readonly main: string;
  /** Open from the start, or only after an act. */
  readonly opens: Readonly<Record<"adoption" | "byAct", (name: string, vehicle: string) => string>>;
  readonly firstPrice: (price: string) => string;
  readonly regime: (name: string, clause: string) => string;
  readonly days: Readonly<Record<DealingTerms["every"], (name: string) => string>>;
  readonly cutOff: (of: { period: string; time: string; distributors: string }) => string;
  readonly least: (amount: string) => string;
  readonly gate: (share: string, first: boolean) => string;
  readonly pays: (period: string) => string;
  readonly suspension: (grounds: readonly string[], longest: string) => string;
  readonly equalisation: string;
};

export const DEALING_PHRASES: Readonly<Record<Language, DealingPhrases>> = {
  en: {
    vehicleKinds: {
      fund: "the fund",
      umbrella: "an umbrella over projects",
      project: "a project's vehicle",
      feeder: "a feeder",
    },
    vehicle: ({ name, kind, currency }) => `${name}: ${kind}, with a book in ${currency}.`,
    main: "Commitments are kept in its book.",
    feeds: (unitClass) => `It holds “${unitClass}” for its own holders.`,
    opens: {
      adoption: (name, vehicle) => `${name}: units of “${vehicle}”, open from the start.`,
      byAct: (name, vehicle) => `${name}: units of “${vehicle}”, open only once that is decided.`,
    },
    firstPrice: (price) => `Its first orders are dealt at ${price} a unit.`,
    regime: (name, clause) =>
      `Under ${name}: from its opening on, ${clause} binds every decision that borrows or pays ` +
      "holders.",
    days: {
      month: (name) => `${name}: dealt at the end of each month, at the next price to be struck.`,
      quarter: (name) =>
        `${name}: dealt at the end of each quarter, at the next price to be struck.`,
    },
    cutOff: ({ period, time, distributors }) =>
      `Orders are taken by ${distributors}, at least ${period} ahead; from ${time} UTC on they ` +
      "count as of the next day.",
    least: (amount) => `Least subscription: ${amount}.`,
    gate: (share, first) =>
      `At most ${share} of the units are given back on one day; what is beyond that waits for ` +
      `the next, ${first ? "before" : "alike with"} the orders of that day.`,
    pays: (period) => `Paid within ${period} of the dealing day.`,
    suspension: (grounds, longest) =>
      `May be suspended for at most ${longest}, on these grounds: ${grounds.join("; ")}.`,
    equalisation: "Income is not equalised: every unit gets the same, whenever it was bought.",
  },
  ja: {
    vehicleKinds: {
      fund: "ファンド本体",
      umbrella: "案件を束ねるアンブレラ",
      project: "案件の投資ビークル",
      feeder: "フィーダー",
    },
    vehicle: ({ name, kind, currency }) => `${name}：${kind}とし、${currency}建てで記帳する。`,
    main: "出資約束は、その帳簿で管理する。",
    feeds: (unitClass) => `その保有者のために「${unitClass}」を保有する。`,
    opens: {
      adoption: (name, vehicle) => `${name}：「${vehicle}」の受益権。当初から募集する。`,
      byAct: (name, vehicle) =>
        `${name}：「${vehicle}」の受益権。募集の開始を決定した後に限り募集する。`,
    },
    firstPrice: (price) => `最初の申込みは一口当たり${price}で取り扱う。`,
    regime: (name, clause) =>
      `${name}に服する。募集の開始後は、借入れ及び保有者への支払に係るすべての決定に${clause}の制限を適用する。`,
    days: {
      month: (name) => `${name}：毎月末に、次に確定する基準価額により取り扱う。`,
      quarter: (name) => `${name}：毎四半期末に、次に確定する基準価額により取り扱う。`,
    },
    cutOff: ({ period, time, distributors }) =>
      `申込みは、取引日の${period}前までに${distributors}が受け付ける。協定世界時${time}以後の受付は翌日の扱いとする。`,
    least: (amount) => `最低申込金額：${amount}`,
    gate: (share, first) =>
      `一取引日の解約は受益権の${share}を上限とする。超過分は次の取引日に繰り越し、` +
      (first ? "その日の申込みに優先する。" : "その日の申込みと同順位とする。"),
    pays: (period) => `支払は、取引日から${period}以内に行う。`,
    suspension: (grounds, longest) =>
      `次の事由により、最長${longest}、停止することができる：${grounds.join("、")}`,
    equalisation:
      "収益調整は行わない。取得の時期にかかわらず、受益権一口当たりの分配額は同じとする。",
  },
};
