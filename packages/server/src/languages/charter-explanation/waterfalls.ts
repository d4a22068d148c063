import type {
  RECOUPMENT_READINGS,
  ProportionalQuantity,
  TierEnd,
  Waterfall,
} from "@jointfund/core/charter/distribution-terms.ts";
import type { Language } from "../language.ts";

type Reading = (typeof RECOUPMENT_READINGS)[number];

/** The phrases in which distributions, waterfalls, recoupment and carry are explained. */
export type WaterfallPhrases = {
  readonly paidOut: (of: { vehicle: string; formula: string; waterfall: string }) => string;
  readonly projects: string;
  readonly umbrellas: string;
  readonly waterfall: (name: string, scope: Waterfall["scope"]) => string;
  /** A waterfall of one tier is that tier. */
  readonly onlyTier: (name: string, sharing: string) => string;
  readonly tier: (of: { name: string; sharing: string; end: string }) => string;
  readonly share: (party: string, share: string) => string;
  readonly shares: (parts: string) => string;
  readonly proportional: Readonly<Record<ProportionalQuantity, string>>;
  readonly ends: Readonly<Record<Exclude<TierEnd["kind"], "amount">, string>>;
  readonly amountEnd: (amount: string) => string;
  readonly rest: string;
  readonly recoupment: (party: string, rate: string, dayCount: string) => string;
  readonly indexed: (index: string, spread: string) => string;
  readonly fixedRate: (rate: string) => string;
  readonly compounds: (compounding: boolean) => string;
  readonly reading: Readonly<Record<Reading, (instalments: number) => string>>;
  /** What a beneficiary's part of the tier means: under a half the cash needed is twice as much. */
  readonly cashNeeded: (party: string, share: string, times: string) => string;
  readonly longStop: (years: number, consequence: string) => string;
  readonly carry: (party: string, share: string) => string;
  readonly hurdle: (rate: string, dayCount: string) => string;
  readonly hurdleCompounds: Readonly<Record<"simple" | "yearly", string>>;
  readonly clawback: (escrow: string, cap: string) => string;
};

const EN_SCOPES: Readonly<Record<Waterfall["scope"], string>> = {
  fund: "the whole vehicle",
  umbrella: "all projects below the umbrella",
  investment: "each investment, with the losses of those disposed of",
};

const JA_SCOPES: Readonly<Record<Waterfall["scope"], string>> = {
  fund: "投資ビークル全体",
  umbrella: "アンブレラの下の全プロジェクト",
  investment: "投資案件ごと（処分済みの案件の損失を含む。）",
};

export const WATERFALL_PHRASES: Readonly<Record<Language, WaterfallPhrases>> = {
  en: {
    paidOut: ({ vehicle, formula, waterfall }) =>
      `${vehicle}: what is paid out each time is ${formula}. It goes through “${waterfall}”.`,
    projects: "Each project's vehicle",
    umbrellas: "Each umbrella",
    waterfall: (name, scope) =>
      `${name}: tiers one after the other; balances are counted over ${EN_SCOPES[scope]}.`,
    onlyTier: (name, sharing) => `${name}: ${sharing}.`,
    tier: ({ name, sharing, end }) => `${name}: ${sharing}, ${end}.`,
    share: (party, share) => `${share} to ${party}`,
    shares: (parts) => parts,
    proportional: {
      units: "to everyone by units held",
      paidIn: "to everyone by capital paid in",
      commitments: "to everyone by capital committed",
      owed: "to everyone by what is owed",
    },
    ends: {
      returned: "until everyone whom it pays has their capital back",
      preferred: "until everyone whom it pays has their preferred return",
      caughtUp: "until the holder of the carry has its share of all profit so far",
      recouped: "until the beneficiary has what is deemed to be allocated to it",
    },
    amountEnd: (amount) => `until it has paid ${amount}`,
    rest: "of all that is left",
    recoupment: (party, rate, dayCount) =>
      `${party} recoups what it puts in with interest at ${rate} a year (${dayCount}), ` +
      "interest first",
    indexed: (index, spread) => `${index} plus ${spread}`,
    fixedRate: (rate) => rate,
    compounds: (compounding) =>
      compounding ? "; unpaid interest bears interest." : "; unpaid interest bears no interest.",
    reading: {
      cumulative: () =>
        "It is read cumulatively: the tier runs until principal and interest are paid in all.",
      scheduled: (instalments) =>
        `It is read by schedule: each date's own target is interest and one of ${instalments} ` +
        "equal parts of principal; what a date falls short by is carried to the next.",
    },
    cashNeeded: (party, share, times) =>
      `Since ${party} gets ${share} of that tier, the tier takes ${times} times as much.`,
    longStop: (years, consequence) => `If anything is unpaid after ${years} years: ${consequence}`,
    carry: (party, share) => `${party} has ${share} of the profit`,
    hurdle: (rate, dayCount) =>
      ` once those who paid in have ${rate} a year (${dayCount}) on capital not returned`,
    hurdleCompounds: {
      simple: ", without compounding.",
      yearly: ", compounding on the yearly date of the first contribution.",
    },
    clawback: (escrow, cap) =>
      `What turns out to be too much on the whole result comes back, at most ${cap} of what was ` +
      `received; ${escrow} of each payment is held back for it until the last test.`,
  },
  ja: {
    paidOut: ({ vehicle, formula, waterfall }) =>
      `${vehicle}の各回の分配額は、次のとおり計算する。${formula}。配分は「${waterfall}」による。`,
    projects: "各プロジェクトの投資ビークル",
    umbrellas: "各アンブレラ",
    waterfall: (name, scope) =>
      `${name}：次の段階の順に分配する。残高は、${JA_SCOPES[scope]}について計算する。`,
    onlyTier: (name, sharing) => `${name}：${sharing}分配する。`,
    tier: ({ name, sharing, end }) => `${name}：${end}、${sharing}分配する。`,
    share: (party, share) => `${party}${share}`,
    shares: (parts) => `${parts}の割合で`,
    proportional: {
      units: "保有口数に比例して全員に",
      paidIn: "払込資本に比例して全員に",
      commitments: "出資約束額に比例して全員に",
      owed: "未回収額に比例して全員に",
    },
    ends: {
      returned: "受取人全員が元本の返還を受けるまで",
      preferred: "受取人全員が優先リターンを受けるまで",
      caughtUp: "成功報酬の受取人が累計利益に対する自己の割合に達するまで",
      recouped: "回収を受ける者がみなし配分額の支払を受けるまで",
    },
    amountEnd: (amount) => `${amount}に達するまで`,
    rest: "残額のすべてを",
    recoupment: (party, rate, dayCount) =>
      `${party}は、拠出額を年${rate}（日数計算 ${dayCount}）の利息とともに回収する。支払はまず利息に充てる`,
    indexed: (index, spread) => `${index}に${spread}を加えた率`,
    fixedRate: (rate) => rate,
    compounds: (compounding) =>
      compounding ? "。未払利息には利息を付する。" : "。未払利息には利息を付さない。",
    reading: {
      cumulative: () => "累計方式と解釈する：元本及び利息の全額が支払われるまでこの段階が続く。",
      scheduled: (instalments) =>
        `予定方式と解釈する：各支払日の目標額は利息及び元本の${instalments}分の1とし、不足額は次の` +
        "支払日に繰り越す。",
    },
    cashNeeded: (party, share, times) =>
      `${party}の割合が${share}であるため、この段階には${party}の回収額の${times}倍の資金を要する。`,
    longStop: (years, consequence) => `${years}年を経過してなお未払があるとき：${consequence}`,
    carry: (party, share) => `${party}は、利益の${share}を成功報酬として受ける`,
    hurdle: (rate, dayCount) =>
      `。ただし、拠出者が未返還の元本に対し年${rate}（日数計算 ${dayCount}）の優先リターンを受けた後に限る`,
    hurdleCompounds: {
      simple: "（単利）。",
      yearly: "（最初の拠出日の応当日ごとの複利）。",
    },
    clawback: (escrow, cap) =>
      `全体の成果に照らし過大となった成功報酬は、受領額の${cap}を上限として返還する。最終の判定まで、` +
      `各支払の${escrow}を留保する。`,
  },
};
