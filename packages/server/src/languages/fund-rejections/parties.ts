import type { PARTIES_REJECTIONS } from "@jointfund/core/fund/rejections/parties.ts";
import type { Text } from "../language.ts";

export const PARTIES_REJECTION_TEXTS: Readonly<Record<keyof typeof PARTIES_REJECTIONS, Text>> = {
  party_name_taken: {
    en: "The name {actual} stands for a party, a group of parties or an officer already.",
    ja: "「{actual}」は既に当事者、当事者の区分又は職員の名称です。",
  },
  threshold_beyond_seats: {
    en: "{actual} seats would have to agree, but the party has {required}.",
    ja: "必要賛成数{actual}が席数{required}を超えます。",
  },
  fiscal_year_unknown: {
    en: "The charter has no fiscal year {actual}; it has: {required}.",
    ja: "基本協定に会計年度「{actual}」はありません（定めのあるもの：{required}）。",
  },
  party_not_admitted: {
    en: "{actual:party} was not admitted by an act, or has left already.",
    ja: "{actual:party}は行為により加入した当事者でないか、既に脱退しています。",
  },
  party_not_settled: {
    en: "{party:party} cannot leave while this is open: {actual}.",
    ja: "{party:party}には未了の事項（{actual}）があり、脱退できません。",
  },
};
