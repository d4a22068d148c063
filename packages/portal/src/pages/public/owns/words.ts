/** Words of what the fund owns, and of one investment. */
export const words = {
  lead: {
    en: "Every investment: where it is, its sector, what it is worth. Open one for its story.",
    ja: "すべての投資案件の所在地、分野及び評価額を示します。案件名を選ぶと経緯を確認できます。",
  },
  map: { en: "By state", ja: "州別" },
  mapTitle: { en: "Fair value by state of the United States", ja: "米国の州別公正価値" },
  state: { en: "State", ja: "州" },
  elsewhere: { en: "Not on the map", ja: "地図に表示されない投資" },
  severalStates: { en: "in several states, or not stated", ja: "複数の州又は未記載" },
  part: { en: "Compared", ja: "比較" },
  bySector: { en: "By sector", ja: "分野別" },
  holdings: {
    en: "Every investment held: its area is its fair value",
    ja: "保有中の投資案件（面積は公正価値に比例）",
  },
  ofAll: { en: "Of all", ja: "構成比" },
  sumOf: { en: "Their fair values added up.", ja: "各案件の公正価値の合計です。" },
  dividedBy: {
    en: "Its fair value divided by that of all that is held.",
    ja: "当該案件の公正価値を、保有案件全体の公正価値で除したものです。",
  },
  milestonesTogether: {
    en: "The amounts of its milestones added up.",
    ja: "各段階の金額の合計です。",
  },
  certificatesTogether: {
    en: "What its certificates that still count add up to.",
    ja: "有効な証明書の金額の合計です。",
  },
  fundedBy: {
    en: "What the acts that paid for it, or that owe it, add up to.",
    ja: "交付（支払予定を含む）の根拠となる行為の金額の合計です。",
  },
  stakeFrom: {
    en: "As its recommendation and the reports of payments say.",
    ja: "推薦時の条件及び払込みの報告に基づく額です。",
  },
  shareFrom: {
    en: "By what each holder has put in as equity, as the record says.",
    ja: "記録上の各保有者の出資額に基づく割合です。",
  },
  sector: { en: "Sector", ja: "分野" },
  list: { en: "All investments", ja: "全投資案件" },
  investment: { en: "Investment", ja: "投資案件" },
  place: { en: "Place", ja: "所在地" },
  cost: { en: "Cost", ja: "取得原価" },
  fairValue: { en: "Fair value", ja: "公正価値" },
  committed: { en: "Promised in all", ja: "投資約束総額" },
  undrawn: { en: "Promised, not yet paid", ja: "未交付の投資約束" },
  wholeStory: {
    en: "All {0} decisions and reports about it",
    ja: "本案件に関する全{0}件の決定及び報告",
  },
  value: { en: "Value and cost over time", ja: "評価額及び取得原価の推移" },
  earnedOverTime: { en: "Earned so far, over time", ja: "累計収益の推移" },
  income: { en: "Income", ja: "収益" },
  realised: { en: "Realised gain or loss", ja: "実現損益" },
  paidIn: { en: "Paid to it", ja: "交付額" },
  unrealised: { en: "Above or below cost", ja: "評価損益" },
  level: { en: "Level", ja: "レベル" },
  technique: { en: "How it was valued", ja: "評価技法" },
  valuer: { en: "By", ja: "評価者" },
  stale: {
    en: "This value is older than the charter allows.",
    ja: "この評価額は基本協定の定める期間を超えています。",
  },
  contestedValue: { en: "This value is contested.", ja: "この評価額は係争中です。" },
  milestones: { en: "Milestones and staged funding", ja: "案件の段階と資金の交付" },
  milestone: { en: "Milestone", ja: "段階" },
  due: { en: "Due", ja: "期日" },
  certified: { en: "Certified", ja: "証明済み" },
  funded: { en: "Paid or owed", ja: "交付（支払予定を含む）" },
  certifiedBy: { en: "Certificates", ja: "証明書" },
  capTable: { en: "Who else is in it", ja: "持分構成" },
  capTableLead: {
    en: "What each has promised and put in, by instrument, and the share of the equity.",
    ja: "各保有者の投資手段別の約束額及び拠出額並びに持分割合を示します。",
  },
  holder: { en: "Holder", ja: "保有者" },
  instrument: { en: "Instrument", ja: "投資手段" },
  share: { en: "Share of equity", ja: "持分割合" },
  companies: { en: "Companies and interests", ja: "関係企業と利害関係" },
  company: { en: "Company", ja: "企業" },
  role: { en: "Part", ja: "役割" },
  interests: { en: "Who has an interest in it", ja: "利害関係を有する者" },
  affiliateOf: { en: "{0}: affiliate, by the charter", ja: "{0}：基本協定に定める関係会社" },
  declared: { en: "{0}: declared on {1}", ja: "{0}：{1}申告" },
  noInterests: {
    en: "Nobody's interest in these companies is on record.",
    ja: "関係企業に対する利害関係の記録はありません。",
  },
  story: { en: "Its story", ja: "経緯" },
  storyLead: {
    en: "Every act about it, the oldest first, but for rents and regular values.",
    ja: "関連するすべての行為（古い順）。賃料の受入れ及び定期の評価は、選択すると表示されます。",
  },
  showRegular: { en: "Show rents and regular values too", ja: "賃料及び定期の評価も表示する" },
  all: { en: "All that it owns", ja: "保有資産の一覧" },
} as const;

export const statusWords = {
  recommended: { en: "Recommended", ja: "推薦済み" },
  selected: { en: "Selected", ja: "選定済み" },
  closed: { en: "Owned", ja: "保有中" },
  disposed: { en: "Sold", ja: "売却済み" },
  writtenOff: { en: "Written off", ja: "償却済み" },
} as const;

export const instrumentWords = {
  equity: { en: "Equity", ja: "出資" },
  loan: { en: "Loan", ja: "貸付" },
  guarantee: { en: "Guarantee", ja: "保証" },
} as const;

export const roleWords = {
  sponsor: { en: "Sponsor", ja: "共同出資者" },
  developer: { en: "Developer", ja: "開発者" },
  operator: { en: "Operator", ja: "運営者" },
  tenant: { en: "Tenant", ja: "賃借人" },
  lender: { en: "Lender", ja: "貸し手" },
  supplier: { en: "Supplier", ja: "供給者" },
} as const;
