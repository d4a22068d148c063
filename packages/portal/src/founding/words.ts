/** Words of the founding of a fund. */
export const words = {
  title: { en: "Found a fund", ja: "ファンドの設立" },
  lead: {
    en:
      "No fund is founded here yet. Choose a charter to begin with, change its terms, and let " +
      "every officer sign. The founding becomes the first entry of the record.",
    ja: "ファンドはまだ設立されていません。ひな形とする基本協定を選び、必要な修正を加えた上で、全職員が署名してください。設立が記録の最初の項目となります。",
  },
  demonstration: {
    en:
      "Demonstration: the officers' keys are derived in this browser from the charter's id. " +
      "Anybody can derive them, so they protect nothing.",
    ja: "実演用：職員の鍵は基本協定の識別名からこのブラウザ内で導出されます。誰でも導出できるため、保護の効果はありません。",
  },
  charter: { en: "Charter", ja: "基本協定" },
  template: { en: "Begin with", ja: "ひな形" },
  own: { en: "A file of my own", ja: "自分のファイル" },
  file: { en: "Charter file (YAML)", ja: "基本協定ファイル（YAML）" },
  text: { en: "Text of the charter", ja: "基本協定の本文" },
  reason: { en: "Why the fund is founded", ja: "設立の理由" },
  firstReason: {
    en: "Founded by agreement of both governments.",
    ja: "両国政府の合意により設立する。",
  },
  examine: { en: "Check the charter", ja: "基本協定を検査" },
  examining: { en: "Checking …", ja: "検査中…" },
  findings: { en: "What is wrong with it", ja: "指摘事項" },
  noFindings: { en: "Nothing is wrong with it.", ja: "指摘はありません。" },
  errors: { en: "{0} errors, {1} warnings", ja: "誤り{0}件、注意{1}件" },
  line: { en: "Line {0}", ja: "{0}行目" },
  error: { en: "Error", ja: "誤り" },
  warning: { en: "Warning", ja: "注意" },
  signatures: { en: "Signatures", ja: "署名" },
  ofParty: { en: "{0}: {1} of {2} signed", ja: "{0}：{2}名中{1}名署名済み" },
  signAs: { en: "Sign for {0}", ja: "{0}として署名" },
  signAll: { en: "Sign for every party that is left", ja: "残りの全当事者として署名" },
  found: { en: "Found the fund", ja: "ファンドを設立" },
  founding: { en: "Founding …", ja: "設立中…" },
  changed: {
    en: "The charter was changed after it was checked. Check it again before signing.",
    ja: "検査後に本文が変更されています。署名の前に再度検査してください。",
  },
  founded: {
    en: "The fund is founded. Opening its office …",
    ja: "設立が完了しました。事務局の画面を開いています…",
  },
} as const;
