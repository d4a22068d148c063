/** Words of the public pages. */
export const words = {
  area: { en: "The fund", ja: "ファンド" },
  overview: { en: "Overview", ja: "概要" },
  worth: { en: "Net assets", ja: "純資産総額" },
  worthOverTime: { en: "Net assets over time", ja: "純資産総額の推移" },
  sides: { en: "Each side", ja: "出資者別" },
  side: { en: "Side", ja: "出資者" },
  putIn: { en: "Put in", ja: "拠出額" },
  received: { en: "Received", ja: "受取額" },
  ownsNow: { en: "Owns now", ja: "持分評価額" },
} as const;
