export const words = {
  lead: {
    en:
      "Computed from the charter's own approval rules: for each act, what a party can do " +
      "whatever the others do, and the least groups that can bring the act about or stop " +
      "it.",
    ja: "基本協定の承認規定から計算したものです。各行為について、他の当事者の意向にかかわらず各当事者ができること、並びに行為を成立させ、又は阻止できる最小の組合せを示します。",
  },
  choose: { en: "Which charter", ja: "対象とする協定" },
  compute: { en: "Compute", ja: "計算する" },
  matrix: { en: "Act by act", ja: "行為ごとの権限" },
  show: { en: "Acts", ja: "行為" },
  everyAct: { en: "Every decision", ja: "すべての決定" },
  forcedAlone: { en: "that somebody can force alone", ja: "単独で成立させ得るもの" },
  blockedAlone: { en: "that somebody can stop alone", ja: "単独で阻止し得るもの" },
  nobodyAlone: { en: "that nobody can force alone", ja: "単独では成立させ得ないもの" },
  parties: { en: "Parties", ja: "当事者" },
  sovereigns: { en: "Governments", ja: "出資国" },
  powerful: { en: "All that can force or stop something", ja: "権限を有するすべての当事者" },
  winning: { en: "Least that bring it about", ja: "成立に足りる最小の組合せ" },
  blocking: { en: "Least that stop it", ja: "阻止に足りる最小の組合せ" },
  bodies: { en: "Bodies", ja: "機関" },
  forces: { en: "forces", ja: "単独で成立" },
  approves: { en: "approves alone", ja: "単独で承認" },
  blocks: { en: "stops", ja: "単独で阻止" },
  byVeto: { en: "by veto", ja: "拒否権" },
  byObjection: { en: "by objection", ja: "異議" },
  byWithholding: { en: "by staying away", ja: "不同意" },
  bySilence: { en: "by not answering", ja: "無回答" },
  proposes: { en: "proposes", ja: "提案" },
  consulted: { en: "is consulted", ja: "協議先" },
  bodyApproves: { en: "{0} suffices", ja: "{0}で足りる" },
  bodyNeeded: { en: "{0} is needed", ja: "{0}を要する" },
  bodyConsulted: { en: "{0} is consulted", ja: "{0}と協議" },
  nobody: { en: "nobody", ja: "なし" },
  tooMany: { en: "too many to list", ja: "多数につき省略" },
  makerChecker: {
    en: "Maker and checker are of different sides.",
    ja: "起案者と確認者は、異なる出資国に属することを要します。",
  },
  facts: {
    en:
      "{0} kinds of facts are not listed: they are on record by their reporter's word, " +
      "and nobody can stop them.",
    ja: "事実の報告{0}種類は、報告により記録され、誰も阻止できないため、掲げていません。",
  },
  shown: { en: "{0} of {1}", ja: "{1}件中{0}件" },
} as const;
