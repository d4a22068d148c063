export const words = {
  lead: {
    en:
      "Two charters clause by clause, found by their names and not by their place: what " +
      "is the same, what differs and what only one of them has.",
    ja: "二つの基本協定を条項ごとに対照します。条項は位置ではなく名称により対応させ、同一、相違及び一方のみの条項を示します。",
  },
  choose: { en: "Which charters", ja: "対照する協定" },
  compare: { en: "Compare", ja: "対照する" },
  exchange: { en: "Exchange the two", ja: "第一と第二を入れ替える" },
  result: { en: "{0} and {1}", ja: "{0}と{1}" },
  show: { en: "Show", ja: "表示" },
  differing: { en: "What differs", ja: "相違のみ" },
  everything: { en: "Every clause", ja: "すべての条項" },
  section: { en: "Part", ja: "章" },
  allSections: { en: "All parts", ja: "すべての章" },
  term: { en: "Term", ja: "項目" },
  nothing: { en: "Nothing differs.", ja: "相違はありません。" },
  entrenched: { en: "entrenched", ja: "硬性条項" },
  entrenchedHint: {
    en: "To change this, the first charter asks for ratification by each government.",
    ja: "この条項の変更には、第一の協定上、各出資国の批准を要します。",
  },
  absent: { en: "–", ja: "―" },
} as const;

export const standingWords = {
  same: { en: "The same", ja: "同一" },
  renumbered: { en: "Renumbered", ja: "条番号のみ変更" },
  changed: { en: "Differs", ja: "相違" },
  onlyFirst: { en: "Only in the first", ja: "第一の協定のみ" },
  onlySecond: { en: "Only in the second", ja: "第二の協定のみ" },
} as const;
