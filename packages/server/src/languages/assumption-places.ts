import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { filledWith } from "../cli/invocation.ts";
import { localized, type Text } from "./language.ts";

/** What the figures of a file of assumptions are called: {0} is the key in the place. */
const NAMES: readonly (readonly [place: RegExp, name: Text])[] = [
  [/^\/market\/expectedReturn$/, { en: "Expected return of the market", ja: "市場の期待収益率" }],
  [/^\/market\/model/, { en: "Volatility of the market", ja: "市場の変動率" }],
  [/^\/exchange\/(\w+)\/rate$/, { en: "Exchange rate of {0}", ja: "{0}の為替相場" }],
  [/^\/exchange\/(\w+)\/drift$/, { en: "Its yearly change: {0}", ja: "{0}の年間変化率" }],
  [/^\/exchange\/(\w+)\/volatility$/, { en: "Its volatility: {0}", ja: "{0}の変動率" }],
  [
    /^\/exchange\/(\w+)\/correlation$/,
    { en: "Its correlation with the market: {0}", ja: "{0}と市場との相関" },
  ],
  [/^\/shortRate\/opening$/, { en: "Short rate at the opening", ja: "当初の短期金利" }],
  [/^\/shortRate\/mean$/, { en: "Short rate in the long run", ja: "短期金利の長期平均" }],
  [/^\/shortRate\/speed$/, { en: "How fast it returns to that", ja: "短期金利の回帰速度" }],
  [/^\/shortRate\/volatility$/, { en: "Volatility of the short rate", ja: "短期金利の変動率" }],
  [
    /^\/shortRate\/correlation$/,
    { en: "Correlation of the short rate with the market", ja: "短期金利と市場との相関" },
  ],
  [/^\/projects/, { en: "Projects", ja: "投資案件" }],
  [/^\/borrowing/, { en: "Borrowing", ja: "借入れ" }],
  [/^\/treasuries\/(\w+)\//, { en: "Own cost of funds: {0}", ja: "{0}の資金調達金利" }],
  [/^\/classes/, { en: "Classes of units", ja: "受益権の種類" }],
  [/^\/expenses/, { en: "Expenses of the fund", ja: "ファンドの経費" }],
  [/^\/stresses\/([\w-]+)/, { en: "Stress: {0}", ja: "ストレス：{0}" }],
];

/** What the figure at a place is called, for whoever does not read places. */
export function placeName(place: string, { parties }: Charter, { stresses }: Assumptions): Text {
  for (const [pattern, name] of NAMES) {
    const found = pattern.exec(place);
    if (found === null) continue;
    const [, key = ""] = found;
    const party = parties.find(({ id }) => id === key)?.short;
    const stress = stresses.find(({ id }) => id === key)?.name;
    return filledWith(name, localized(party ?? stress ?? { en: key }));
  }
  return { en: place, ja: place };
}
