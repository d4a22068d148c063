import type { Text } from "./language.ts";

/** Figures of the fund's standing, as `status` tells them. */
export const FIGURE_NAMES: Readonly<Record<string, Text>> = {
  "net-assets": { en: "Net assets", ja: "純資産総額" },
  cash: { en: "Cash", ja: "現金預金" },
  investments: { en: "Investments, fair value", ja: "投資（公正価値）" },
  liabilities: { en: "Owes", ja: "債務" },
  distributed: { en: "Distributions declared", ja: "分配宣言額" },
  promised: { en: "Promised to investments, not yet paid", ja: "投資約束（未交付）" },
  "put-in": { en: "Put in", ja: "拠出" },
  callable: { en: "Still callable", ja: "未払込出資約束" },
};

/** What each named check holds against each other. */
export const CHECK_NAMES: Readonly<Record<string, Text>> = {
  database: {
    en: "The database holds what a replay makes, row by row",
    ja: "データベースの各行が記録の再現結果と一致する",
  },
  balanced: {
    en: "Debits equal credits in every vehicle and currency",
    ja: "投資ビークル及び通貨ごとに借方と貸方が一致する",
  },
  "memo-balanced": {
    en: "Every memorandum has its contra",
    ja: "備忘勘定と見返勘定が一致する",
  },
  "ledger-is-postings": {
    en: "Balances are the sum of the postings on record",
    ja: "残高が記録上の仕訳の合計と一致する",
  },
  "cash-equals-bank": {
    en: "Cash moved only as was reported, released or converted",
    ja: "現金の増減が報告、実行された支払及び通貨の交換と一致する",
  },
  "currency-positions": {
    en: "Foreign balances are assets and debts, carried at their value at the last fixing",
    ja: "外貨残高は資産及び負債に限られ、直近の確定レートによる価額で計上される",
  },
  periods: {
    en: "Closed periods hold no income or expense, and nothing was posted to them since",
    ja: "締切済みの期間に収益及び費用が残らず、締切後の記帳もない",
  },
  "bank-statements": {
    en: "Books and bank differ by open items only, none of them old",
    ja: "帳簿と銀行の差異は未照合項目のみであり、長期間未照合のものがない",
  },
  payables: {
    en: "What is owed is what was instructed and not yet released",
    ja: "未払金が指図済み未実行の支払と一致する",
  },
  "paid-when-final": {
    en: "No payment left before its instruction was final",
    ja: "支払指図の確定前に実行された支払がない",
  },
  "units-equal-contributions": {
    en: "Units are the money that came in, at the price of its call",
    ja: "受益権口数が払込額と請求時の単価に一致する",
  },
  capital: {
    en: "Commitments, calls, receipts and the books agree",
    ja: "出資約束、請求、払込みと帳簿が一致する",
  },
  investments: {
    en: "Cost and unpaid commitments agree with the books",
    ja: "投資の取得原価及び投資約束が帳簿と一致する",
  },
  facilities: {
    en: "Debt, what may still be drawn and guarantees agree with the books",
    ja: "借入金、未使用の融資枠及び保証額が帳簿と一致する",
  },
  covenants: {
    en: "Covenants stand where their ratios, periods and waivers put them",
    ja: "財務制限条項の段階が比率、期間及び適用猶予と一致する",
  },
  residue: {
    en: "The shares of a distribution are the whole of it",
    ja: "分配の配分額の合計が宣言額と一致する",
  },
  waterfalls: {
    en: "Distributions are the sum of their tiers, and what is open agrees with the memoranda",
    ja: "分配額が分配順位の各段階の合計と一致し、未回収額等が備忘勘定と一致する",
  },
  prices: {
    en: "Struck prices are net assets over units, rounded down",
    ja: "基準価額が純資産総額を口数で除した額（切捨て）である",
  },
  "class-results": {
    en: "Results of one class alone are of classes that have units",
    ja: "種類別損益は、発行済みの受益権がある種類のみにある",
  },
  charges: {
    en: "Fees and expenses owed are what accrued or was booked and is not paid",
    ja: "未払の報酬及び経費が、発生額又は計上額から支払済額を除いた額と一致する",
  },
  orders: {
    en: "Orders were dealt at their day's price, and what waits is owed",
    ja: "申込みが取引日の価格で約定し、約定前の払込金が債務として計上されている",
  },
  holdings: {
    en: "Units that feeders hold are what they bought and gave back",
    ja: "投資ビークルが保有する受益権が取得及び解約の累計と一致する",
  },
  approved: {
    en: "What was executed had been approved, and posted under its own act",
    ja: "実行された行為は承認済みで、自らの仕訳を持つ",
  },
  "log-consistent": {
    en: "The signed checkpoint is of these entries",
    ja: "署名済みチェックポイントが記録と一致する",
  },
  "page-ties": { en: "Every sum on the page ties", ja: "報告頁の合計がすべて一致する" },
  "statements-articulate": {
    en: "Statements agree on all that they have in common",
    ja: "各計算書の共通する金額がすべて一致する",
  },
};

/** Labels of what commands print. */
export const LABELS = {
  status: { en: "status", ja: "状態" },
  since: { en: "since {0}", ja: "{0}から" },
  until: { en: "until {0}", ja: "{0}まで" },
  proposed: { en: "proposed", ja: "提案" },
  reported: { en: "reported", ja: "報告" },
  foundedBy: { en: "signed", ja: "署名" },
  byOn: { en: "by {0} on {1}, entry {2}", ja: "{1}、{0}、記録{2}番" },
  reason: { en: "reason", ja: "理由" },
  effective: { en: "effective date", ja: "効力発生日" },
  version: { en: "charter", ja: "協定" },
  versionIs: { en: "version {0}, {1}", ja: "第{0}版、{1}" },
  clause: { en: "clause", ja: "条項" },
  content: { en: "content", ja: "内容" },
  concerns: { en: "concerns", ja: "関係者" },
  amount: { en: "amount", ja: "金額" },
  decisions: { en: "votes", ja: "議決" },
  recusals: { en: "recusals", ja: "回避" },
  objections: { en: "objections", ja: "異議・拒否" },
  opinions: { en: "opinions", ja: "意見" },
  rule: { en: "rule", ja: "承認要件" },
  outcome: { en: "approval", ja: "承認の成否" },
  met: { en: "met", ja: "成立" },
  open: { en: "open", ja: "未成立" },
  impossible: { en: "can no longer be met", ja: "成立不可能" },
  needs: { en: "{0} of {1} needed, {2} so far", ja: "{1}席中{0}席を要する（現在{2}席）" },
  approving: { en: "yes", ja: "賛成" },
  rejecting: { en: "no", ja: "反対" },
  silent: { en: "may still decide", ja: "未決定" },
  empty: { en: "seat empty", ja: "空席" },
  recusedSeat: { en: "takes no part", ja: "議決に不参加" },
  allOf: { en: "all of", ja: "次のすべて" },
  someOf: { en: "{0} of", ja: "次のうち{0}つ" },
  clocks: { en: "clocks", ja: "期限" },
  consultation: { en: "consultation until {0}", ja: "事前協議期限 {0}" },
  expires: { en: "lapses after {0}", ja: "失効期限 {0}" },
  standing: { en: "stands still until {0}", ja: "待機期間 {0}まで" },
  bounds: { en: "bounds", ja: "承認範囲" },
  mostCash: { en: "at most {0} of cash", ja: "支払上限 {0}" },
  priceRange: { en: "price from {0} to {1}", ja: "単価 {0}以上{1}以下" },
  effects: { en: "effects", ja: "効果" },
  preview: { en: "effects if executed now", ja: "現時点で実行した場合の効果" },
  wouldBeRefused: { en: "would be refused now: {0}", ja: "現時点では却下される：{0}" },
  noEffects: { en: "none in the books", ja: "帳簿への影響なし" },
  payment: { en: "payment of {0} to {1}", ja: "{1}への支払 {0}" },
  entry: { en: "entry {0}", ja: "記録{0}番" },
  approvedBy: { en: "approved by {0}", ja: "承認 {0}" },
  executedBy: { en: "executed at entry {0}", ja: "記録{0}番で実行" },
  instructed: { en: "instructed by {0} {1}, {2}", ja: "指図 {0} {1}、{2}" },
  figureNames: {
    en: "figures: `act why <figure>`",
    ja: "数値の一覧（`act why <数値>`で根拠を示す）",
  },
  sumOf: { en: "sum of {0} postings", ja: "仕訳{0}件の合計" },
  asOf: { en: "as of {0}", ja: "{0}現在" },
  figures: { en: "figures", ja: "数値" },
  openActs: { en: "open acts", ja: "審議中の行為" },
  waiting: { en: "payments waiting", ja: "未実行の支払" },
  overdue: { en: "overdue", ja: "払込遅延" },
  doubts: { en: "values in doubt", ja: "疑義のある評価額" },
  stale: { en: "out of date, of {0}", ja: "期限切れ（{0}現在）" },
  contested: { en: "contested until {0}", ja: "係争中（{0}まで）" },
  freezes: { en: "freezes", ja: "凍結" },
  troubles: { en: "claims, disputes, findings", ja: "請求・紛争・指摘等" },
  record: { en: "record", ja: "記録" },
  recordIs: { en: "{0} entries, final up to {1}", ja: "{0}件、確定{1}件" },
  none: { en: "none", ja: "なし" },
  final: { en: "final", ja: "確定" },
  notFinal: { en: "not final yet", ja: "未確定" },
  logKey: { en: "record", ja: "記録" },
  mirrorKey: { en: "mirror {0}", ja: "ミラー {0}" },
  witnessKey: { en: "witness {0}", ja: "証人 {0}" },
  holds: { en: "holds", ja: "成立" },
  broken: { en: "BROKEN", ja: "不成立" },
  compared: { en: "{0} compared", ja: "{0}件を照合" },
  found: { en: "found {0}, required {1}", ja: "実際{0}、必要{1}" },
  asItStands: { en: "As it stands", ja: "変更前" },
  playing: { en: "Playing “{0}” into {1}", ja: "シナリオ「{0}」を実行しています（保存先：{1}）" },
} as const satisfies Readonly<Record<string, Text>>;

/** How the parts of an approval rule are called. */
export const RULE_WORDS = {
  party: { en: "{0}", ja: "{0}" },
  ratifiedBy: { en: "ratification by {0}", ja: "{0}の批准" },
  unilateral: { en: "the proposer's own side", ja: "提案者の側" },
  seat: { en: "seat {0}", ja: "席{0}" },
  majorityOf: { en: "majority of the {0}", ja: "{0}の過半数" },
  includingEach: {
    en: "majority of the {0} including each sovereign",
    ja: "各国を含む{0}の過半数",
  },
  seatsOf: { en: "{1} seats of the {0}", ja: "{0}の{1}席" },
  unanimous: { en: "the whole {0}", ja: "{0}の全員一致" },
  soleDecider: { en: "seat {0} alone", ja: "席{0}単独" },
  independent: { en: "{0}, if without an interest", ja: "利害関係のない{0}" },
  noObjection: { en: "no objection by {0}", ja: "{0}の異議なし" },
  waiting: { en: "the waiting time has passed", ja: "待機期間の経過" },
} as const satisfies Readonly<Record<string, Text>>;
