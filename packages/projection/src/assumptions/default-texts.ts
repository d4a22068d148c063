/** What default assumptions call things; `{party}` is the party's short name. */
export const DEFAULT_TEXTS = {
  title: { en: "Default assumptions", ja: "標準の前提条件" },
  crisis: { en: "The crisis of 2008", ja: "2008年の金融危機" },
  pandemic: { en: "The pandemic of 2020", ja: "2020年の感染症拡大" },
  ratesUp: {
    en: "Rates 300 basis points higher for five years",
    ja: "五年間の金利上昇（300ベーシスポイント）",
  },
  stops: { en: "{party} stops paying", ja: "{party}による払込みの停止" },
} as const;

export type DefaultText = keyof typeof DEFAULT_TEXTS;
