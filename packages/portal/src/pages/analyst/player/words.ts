export const words = {
  lead: {
    en:
      "Every entry of the record that changed a figure, one after the other: the balance " +
      "sheet, the leverage and each side's share as they stood after it.",
    ja: "数値を変動させた記録を一件ずつたどり、各時点の貸借対照表、借入れの状況及び各当事者の持分比率を示します。",
  },
  controls: { en: "Playback", ja: "再生" },
  play: { en: "Play", ja: "再生" },
  pause: { en: "Pause", ja: "一時停止" },
  firstStep: { en: "To the beginning", ja: "最初へ" },
  lastStep: { en: "To the end", ja: "最後へ" },
  back: { en: "Back", ja: "前へ" },
  on: { en: "On", ja: "次へ" },
  backContested: { en: "Contested before", ja: "前の異議・拒否" },
  onContested: { en: "Contested next", ja: "次の異議・拒否" },
  speed: { en: "Speed", ja: "速さ" },
  perSecond: { en: "{0} a second", ja: "毎秒{0}件" },
  position: { en: "Place in the record", ja: "記録上の位置" },
  keys: {
    en:
      "Keys: space plays and pauses, ← → a step, Page Up and Page Down the contested " +
      "moments, Home and End.",
    ja: "キー操作：スペースで再生・一時停止、←→で一件ずつ、Page Up・Page Downで異議・拒否へ、Home・Endで最初・最後へ。",
  },
  step: { en: "{0} of {1}", ja: "{1}件中{0}件目" },
  entry: { en: "entry {0}", ja: "記録{0}番" },
  contested: { en: "Contested", ja: "拒否・異議" },
  balance: { en: "Balance sheet", ja: "貸借対照表" },
  has: { en: "Has", ja: "資産" },
  owes: { en: "Owes, and what is left", ja: "負債及び純資産" },
  change: { en: "Change", ja: "増減" },
  leverage: { en: "Leverage", ja: "借入れ（レバレッジ）" },
  covenant: { en: "Covenant", ja: "財務制限条項" },
  ratio: { en: "Now", ja: "現在" },
  limit: { en: "Locks at", ja: "停止基準" },
  stepWord: { en: "Step", ja: "段階" },
  atMost: { en: "at most {0}", ja: "{0}以下" },
  atLeast: { en: "at least {0}", ja: "{0}以上" },
  noValue: { en: "no value yet", ja: "未算定" },
  noCovenants: { en: "The charter has no covenants.", ja: "財務制限条項はありません。" },
  shares: { en: "Each side's share of the units", ja: "各当事者の持分比率（受益権口数）" },
  noUnits: { en: "Nobody has paid in yet.", ja: "まだ払込みはありません。" },
  course: { en: "Net assets, and where it was contested", ja: "純資産の推移並びに異議及び拒否" },
  units: { en: "Units", ja: "口数" },
  share: { en: "Share", ja: "比率" },
  party: { en: "Side", ja: "当事者" },
  item: { en: "Item", ja: "項目" },
  before: { en: "Before the step", ja: "この記録の前" },
  allOwed: { en: "All that it owes", ja: "債務合計" },
  lessDebt: {
    en: "All that it owes, less what was borrowed.",
    ja: "債務合計から借入金を除いた額です。",
  },
  changeOf: {
    en: "What it is after the step, less what it was before. The entry says what was done.",
    ja: "この記録の後の額から前の額を差し引いたものです。内容は記録のとおりです。",
  },
  after: { en: "After this entry", ja: "この記録の後" },
} as const;

/** Steps of a covenant's ladder, as the API names them. */
export const stepWords: { readonly [step: string]: { readonly en: string; readonly ja: string } } =
  {
    clear: { en: "clear", ja: "正常" },
    watch: { en: "watch", ja: "監視" },
    lock: { en: "lock", ja: "停止" },
    sweep: { en: "sweep", ja: "充当" },
    cure: { en: "cure", ja: "是正" },
    sale: { en: "sale", ja: "売却" },
    default: { en: "default", ja: "期限の利益の喪失" },
  };
