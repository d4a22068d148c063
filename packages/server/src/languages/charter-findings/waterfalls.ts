import type { Text } from "../language.ts";

/** What is found wrong with waterfalls, recoupment and carry (docs/spec/waterfall.md). */
export const WATERFALL_FINDING_TEXTS = {
  distribution_missing: {
    en: "The charter does not say how the vehicle {vehicle} distributes.",
    ja: "投資ビークル{vehicle}の分配方法の定めがありません。",
  },
  tier_end_missing: {
    en: "A tier before the last needs an end (until), or the tiers after it never get anything.",
    ja: "最終段階より前の段階には終了条件（until）が必要です。ないと後の段階に分配が及びません。",
  },
  tier_end_on_last: {
    en: "The last tier takes all that is left: it has no end (until).",
    ja: "最終段階は残額のすべてを受けるため、終了条件（until）を置けません。",
  },
  tier_end_without_terms: {
    en: "The end “{actual}” needs the section “{required}” of the charter.",
    ja: "終了条件「{actual}」には、基本協定の「{required}」の定めが必要です。",
  },
  tier_never_full: {
    en: "The tier never ends: {party} gets {actual} of it, and needs more than {required}.",
    ja: "この段階は終了しません。{party}の割合は{actual}ですが、{required}を超える必要があります。",
  },
  last_tier_owed: {
    en: "The last tier cannot be shared by what is owed: it may be nothing, and the rest be left.",
    ja: "最終段階を未回収額に比例させることはできません。未回収額がなくなると受取人がいなくなります。",
  },
  last_tier_without_weights: {
    en: "Nobody would get the rest of {vehicle}: it has no “{actual}” by which to share it.",
    ja: "{vehicle}には按分の基準「{actual}」がないため、残額の受取人がいません。",
  },
  instalments_missing: {
    en: "The reading “{actual}” needs the number of instalments.",
    ja: "「{actual}」の解釈には、分割回数（instalments）の定めが必要です。",
  },
  share_beyond_one: {
    en: "The share {actual} is more than the whole, {required}.",
    ja: "割合{actual}が全体（{required}）を超えています。",
  },
  waterfall_unused: {
    en: "No vehicle distributes by the waterfall {actual}.",
    ja: "分配順位{actual}はどの投資ビークルにも用いられていません。",
  },
} as const satisfies { readonly [code: string]: Text };
