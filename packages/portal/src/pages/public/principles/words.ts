/** Words of the page on the Santiago Principles. */
export const words = {
  lead: {
    en: "24 principles for sovereign funds, in our words, each with what the record shows for it.",
    ja: "政府系ファンドに関する24の原則を独自の表現で要約し、それぞれについて記録上の根拠を示します。",
  },
  method: {
    en: "Each standing is computed from the record as it is now. Nobody has certified it.",
    ja: "各項目の判定は現在の記録から計算されたものであり、第三者の認証を受けたものではありません。",
  },
  number: { en: "No.", ja: "番号" },
  principle: { en: "Principle", ja: "原則" },
  evidence: { en: "Evidence", ja: "根拠" },
  standing: { en: "On record", ja: "判定" },
  shown: { en: "shown", ja: "根拠あり" },
  partly: { en: "in part", ja: "一部根拠あり" },
  notYet: { en: "not yet", ja: "未対応" },
  missing: { en: "Missing: {0}", ja: "不足：{0}" },
  nothing: { en: "Nothing on record shows it.", ja: "これを示す記録はありません。" },
  summary: {
    en: "{0} shown, {1} in part, {2} not yet",
    ja: "根拠あり{0}、一部根拠あり{1}、未対応{2}",
  },
} as const;
