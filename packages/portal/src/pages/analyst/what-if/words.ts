export const words = {
  lead: {
    en:
      "A demonstration scenario played twice, by the same program that runs the fund: as " +
      "it stands, and with the terms that you change. Nothing of it comes into the " +
      "record.",
    ja: "実演用シナリオを、実際の運営と同じプログラムにより、変更前と条件変更後の二通り実行します。結果が記録に入ることはありません。",
  },
  terms: { en: "What changes", ja: "変更する条件" },
  scenario: { en: "Scenario", ja: "シナリオ" },
  find: { en: "Find a term", ja: "条件を検索" },
  term: { en: "Term", ja: "条件" },
  value: { en: "New value", ja: "新しい値" },
  now: { en: "As it stands: {0}", ja: "現在の値：{0}" },
  add: { en: "Change this term", ja: "この条件を変更" },
  remove: { en: "Take out", ja: "取り消す" },
  changes: { en: "Changed terms", ja: "変更した条件" },
  from: { en: "As it stands", ja: "変更前" },
  to: { en: "Changed", ja: "変更後" },
  run: { en: "Play both", ja: "両方を実行" },
  cancel: { en: "Call it off", ja: "中止" },
  nothingChosen: {
    en: "Choose a term and give it another value.",
    ja: "条件を選び、別の値を入力してください。",
  },
  queued: { en: "Waiting: {0} before it.", ja: "待機中（先行{0}件）" },
  runningFirst: {
    en: "Playing it as it stands: {0} of {1} steps, {2}",
    ja: "変更前を実行中：{1}手順中{0}（{2}）",
  },
  runningChanged: {
    en: "Playing it changed: {0} of {1} steps, {2}",
    ja: "変更後を実行中：{1}手順中{0}（{2}）",
  },
  starting: { en: "Reading the scenario …", ja: "シナリオを読み込んでいます…" },
  cancelled: { en: "It was called off.", ja: "中止しました。" },
  failed: {
    en: "It took more time or memory than the server gives it.",
    ja: "サーバーの許容する時間又はメモリを超えました。",
  },
  refused: { en: "With these terms it cannot be played:", ja: "この条件では実行できません。" },
  stopped: {
    en: "The changed run ended before its time:",
    ja: "変更後の実行は途中で終了しました。",
  },
  stoppedFirst: {
    en: "The run as it stands ended before its time:",
    ja: "変更前の実行は途中で終了しました。",
  },
  course: { en: "Net assets of both runs", ja: "変更前後の純資産の推移" },
  share: { en: "Share of {0} in the units", ja: "{0}の持分比率" },
  figures: { en: "Figures that differ", ja: "相違する数値" },
  figure: { en: "Figure", ja: "数値" },
  difference: { en: "Difference", ja: "差" },
  same: { en: "No figure differs.", ja: "相違する数値はありません。" },
  count: { en: "{0} of {1} figures differ", ja: "{1}件中{0}件が相違" },
  contested: { en: "Contested in one run alone", ja: "一方のみで生じた拒否・異議" },
  progress: { en: "Progress", ja: "進捗" },
  noTerm: { en: "No term has this in its name.", ja: "該当する条件はありません。" },
} as const;
