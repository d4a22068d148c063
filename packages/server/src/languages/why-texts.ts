import type { Text } from "./language.ts";

/** How a number of the page comes about: the words between its parts. */
export const WHY_TEXTS = {
  sum: { en: "the sum of", ja: "次の合計" },
  less: { en: "less", ja: "次を控除" },
  over: { en: "the sum of", ja: "次の合計" },
  under: { en: "divided by", ja: "次で除する" },
  difference: { en: "the first less the second", ja: "前者から後者を控除" },
  byUnits: {
    en: "a part of the net assets by units, nothing left over",
    ja: "純資産総額を受益権口数で按分（残余なし）",
  },
  byLiquidation: {
    en: "a part of the net assets as if all were paid out today, nothing left over",
    ja: "純資産総額を本日すべて分配したと仮定した額（残余なし）",
  },
  allParts: { en: "all parts", ja: "全員の持分" },
  units: { en: "units", ja: "受益権口数" },
  unitsMoved: { en: "units that came and went", ja: "受益権の増減" },
  converted: {
    en: "each amount at the rate of its day, added up exactly, cut to a whole minor unit",
    ja: "各金額をその日の換算相場で換算して合計し、最小単位未満を切捨て",
  },
  assumedRate: { en: "assumed", ja: "仮定" },
  fixedOn: { en: "fixed {0}", ja: "{0}確定" },
  fundingCost: {
    en: "simple interest of {0} a year (ACT/365F) to {1} on what was put in and not had back",
    ja: "拠出して未返還の額に対する年率{0}の単利（ACT/365F、{1}まで）",
  },
  return: {
    en: "the rate at which these flows are worth nothing together (ACT/365F), what is left last",
    ja: "次の収支の現在価値の合計がゼロとなる率（ACT/365F）。最後は残余の価値",
  },
  wholeTime: { en: "of the whole time, not a year's", ja: "全期間の率（年率ではない）" },
  covenant: { en: "by the charter's formula", ja: "基本協定の算式" },
  fall: {
    en: "the most, in hundredths of a percent, by which all investments may fall before “{0}”",
    ja: "全投資の評価額が「{0}」の段階に至るまでに下落し得る最大の率（0.01％単位）",
  },
  heldDebt: {
    en: "debt of each vehicle held by the share held, rounded up",
    ja: "保有先の借入金に持分割合を乗じた額（切上げ）",
  },
  term: { en: "said by the charter", ja: "基本協定の定め" },
  assumed: {
    en: "an assumption of the scenario, not on record",
    ja: "シナリオの仮定であり、記録にはない",
  },
  strike: {
    en: "struck: net assets over units, rounded down",
    ja: "基準価額：純資産総額÷口数（切捨て）",
  },
  counted: { en: "counted", ja: "内訳" },
  nothing: { en: "nothing yet", ja: "該当なし" },
  more: { en: "and {0} more, {1} together: --all", ja: "ほか{0}件、合計{1}（--allで全件）" },
  moreLines: { en: "and {0} more: --all", ja: "ほか{0}件（--allで全件）" },
  largest: { en: "the largest", ja: "金額の大きいもの" },
  byKind: { en: "by act and year", ja: "行為・年別" },
  dayOpened: { en: "opening of a day", ja: "業務日の開始処理" },
} as const satisfies Readonly<Record<string, Text>>;
