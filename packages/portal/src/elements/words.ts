/** Words of the parts that pages are made of. */
export const words = {
  loading: { en: "Loading …", ja: "読み込み中…" },
  why: { en: "Why {0}?", ja: "{0}の根拠" },
  whyTitle: { en: "Where this number comes from", ja: "この数値の根拠" },
  ownAddress: {
    en: "As a page of its own, to send to somebody",
    ja: "単独のページで表示（共有用）",
  },
  fileTooLarge: {
    en: ": this file has {0} bytes, at most {1} are taken here. Nothing was read from it.",
    ja: "：{0}バイトあり、上限の{1}バイトを超えるため、読み込んでいません。",
  },
  tooLong: {
    en:
      "{0}: the text would have {1} characters, and at most {2} fit in this field. It was not " +
      "put in; what was there is unchanged.",
    ja:
      "{0}：入力後の文字数が{1}字となり、上限の{2}字を超えるため、反映していません。元の内容はその" +
      "まま残っています。",
  },
  documentStays: {
    en: "The document stays on this device. Only its hash (SHA-256) is taken from it.",
    ja: "文書はこの端末から送信されません。ハッシュ値（SHA-256）のみを計算します。",
  },
  documentTooLarge: {
    en: "has more than 100 MB: too much to be hashed here. Enter its hash instead.",
    ja: "は100MBを超えるため、ここでは計算できません。ハッシュ値を入力してください。",
  },
  close: { en: "Close", ja: "閉じる" },
  exact: { en: "Exact value", ja: "正確な値" },
  asTable: { en: "As a table", ja: "表で見る" },
  sortBy: { en: "Sort by {0}", ja: "{0}で並べ替え" },
  nothing: { en: "Nothing here.", ja: "該当なし" },
  clause: { en: "Clause {0}", ja: "第{0}条" },
  entry: { en: "Entry {0}", ja: "記録{0}番" },
  postings: { en: "Postings", ja: "仕訳" },
  acts: { en: "Acts behind it", ja: "根拠となる行為" },
  date: { en: "Date", ja: "日付" },
  account: { en: "Account", ja: "勘定科目" },
  amount: { en: "Amount", ja: "金額" },
  part: { en: "Part in this figure", ja: "この数値に含まれる額" },
  vehicle: { en: "Vehicle", ja: "投資ビークル" },
  comma: { en: ", ", ja: "、" },
  more: { en: "{0} more", ja: "他{0}件" },
  showMore: { en: "Show more", ja: "さらに表示" },
  showAll: { en: "Show all {0}", ja: "全{0}件を表示" },
  plus: { en: "Added", ja: "加算" },
  minus: { en: "Subtracted", ja: "減算" },
  over: { en: "Numerator", ja: "分子" },
  under: { en: "Denominator", ja: "分母" },
  from: { en: "Derived from", ja: "算出元" },
  copy: { en: "Copy", ja: "コピー" },
  copied: { en: "Copied", ja: "コピーしました" },
  requiredMark: { en: "required", ja: "必須" },
} as const;
