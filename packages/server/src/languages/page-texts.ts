import type { Text } from "./language.ts";

/** The labels of the page. `{0}`, `{1}` are filled in order. */
export const PAGE_TEXTS = {
  asOf: { en: "As of {0}", ja: "{1}現在" },
  verdict: { en: "VERDICT", ja: "検証" },
  holds: { en: "HOLDS", ja: "成立" },
  broken: { en: "BROKEN", ja: "不成立" },
  replayed: {
    en: "{0} entries replayed, every check holds; books balance",
    ja: "記録{0}件を再現、全検査が成立。帳簿の貸借一致",
  },
  cashAsPaid: { en: "cash equals what was paid", ja: "現金と入出金の一致" },
  cashAsAtBank: {
    en: "cash equals the bank's statements to {0}",
    ja: "現金と銀行取引明細（{1}まで）の一致",
  },
  cashLeadsToBank: {
    en: "cash leads to the bank's statements to {0} (open items: {2})",
    ja: "現金と銀行取引明細（{1}まで）の差異は未照合項目{2}件",
  },
  actualUntil: {
    en: "Actual to {0}; then the scenario's stated path, not a forecast.",
    ja: "{1}までは実績、以後はシナリオの想定値であり、予測ではありません。",
  },
  checksBroken: { en: "these checks do not hold: {0}", ja: "成立しない検査：{0}" },
  fund: { en: "THE FUND", ja: "ファンド全体" },
  billion: { en: "{0} billion", ja: "10億{0}" },
  million: { en: "{0} million", ja: "100万{0}" },
  owns: { en: "Owns", ja: "保有" },
  owes: { en: "Owes", ja: "債務" },
  worth: { en: "Worth", ja: "純資産" },
  investments: { en: "Investments, fair value", ja: "投資（公正価値）" },
  cash: { en: "Cash", ja: "現金預金" },
  otherAssets: { en: "Other assets", ja: "その他資産" },
  otherLiabilities: { en: "Other liabilities", ja: "その他負債" },
  nothing: { en: "Nothing", ja: "なし" },
  netAssets: { en: "Net assets", ja: "純資産総額" },
  putInWord: { en: "put in", ja: "拠出" },
  operations: { en: "operations", ja: "運用損益" },
  distributions: { en: "distributions", ja: "分配" },
  rounded: { en: "rounded one by one", ja: "各項目を四捨五入" },
  level: { en: "Level {0}", ja: "レベル{0}" },
  atCost: { en: "At cost", ja: "取得原価" },
  struck: {
    en: "Struck on {0}: {3} {1} a unit, before what was declared since",
    ja: "基準価額 {2}確定：一口{1}{4}（以後の分配宣言前）",
  },
  sides: { en: "EACH SIDE", ja: "出資者別" },
  promised: { en: "Promised", ja: "出資約束" },
  putIn: { en: "Put in", ja: "拠出" },
  overdue: { en: "Called and overdue", ja: "払込遅延" },
  received: { en: "Received", ja: "受取額" },
  income: { en: "income", ja: "収益" },
  gain: { en: "gain", ja: "売却益" },
  returnOfCapital: { en: "return of capital", ja: "元本返還" },
  redeemed: { en: "Redeemed", ja: "解約による受取額" },
  redemptionDue: { en: "Redemption due", ja: "未払解約金" },
  due: { en: "Declared, not yet paid", ja: "未払分配金" },
  ownsByUnits: { en: "Owns now, by units", ja: "持分評価額" },
  ownsByLiquidation: { en: "Owns now, liquidated", ja: "仮想清算額" },
  shareOfUnits: { en: "Share of units", ja: "持分比率" },
  multiple: { en: "Multiple", ja: "投資倍率" },
  irr: { en: "Return (IRR)", ja: "内部収益率" },
  notAnnualised: { en: "† under a year: not annualised", ja: "† 一年未満のため年率換算しない" },
  inOwnCurrency: { en: "In own currency: put in", ja: "自国通貨換算 拠出" },
  ownMultiple: { en: "multiple (FX)", ja: "倍率（うち為替）" },
  netOfFunding: { en: "Less funding cost*", ja: "調達費控除後*" },
  assumedFunding: {
    en:
      "* received income and gain less what the money cost: the scenario assumes {0} a year, " +
      "simple interest on what was put in",
    ja: "* 受取収益・売却益から調達費を控除。調達費はシナリオの仮定（年率{0}、拠出額に対する単利）",
  },
  fixedSince: {
    en: "At the rates of the days, fixed on record since {0}.",
    ja: "{1}以後は記録された各日の換算相場。",
  },
  cutOff: { en: "", ja: "億・万を用いた額は単位未満切捨て" },
  inCurrency: { en: "In {0}: put in", ja: "{1}換算 拠出" },
  receivedAndOwned: { en: "received + owns", ja: "受取+持分" },
  atRate: {
    en: "{0} at {1} to 1 {2} for all: {3}",
    ja: "換算相場 1{2}={1}{0}（全期間同一）：{3}。",
  },
  beforeAtRate: {
    en: "Before: {0} at {1} to 1 {2}: {3}",
    ja: "それ以前は1{2}={1}{0}：{3}。",
  },
  revenue: { en: "REVENUE BY FISCAL YEAR", ja: "会計年度別歳入" },
  releaseDate: { en: "by the day of payment", ja: "支払日基準" },
  fiscalYear: { en: "FY{0}", ja: "{0}会計年度" },
  beforeYear: { en: "before {0}", ja: "{0}の前年度以前" },
  locked: { en: "lock", ja: "分配停止" },
  toDate: { en: " to date", ja: "累計" },
  cover: { en: "PROMISES COVERED", ja: "約束と裏付け" },
  noBorrowing: { en: "no borrowing", ja: "借入なし" },
  promisedOut: { en: "Promised to investments, not yet paid", ja: "投資約束（未交付）" },
  owed: { en: "Owed", ja: "債務" },
  coveredBy: { en: "Cash", ja: "現金預金" },
  calledUnpaid: { en: "Called, not yet paid in", ja: "請求済み未払込" },
  callable: { en: "Still callable", ja: "未払込出資約束" },
  coverRatio: { en: "Cover", ja: "裏付け倍率" },
  leverage: { en: "LEVERAGE", ja: "借入と財務制限" },
  now: { en: "now", ja: "現在" },
  limit: { en: "limit", ja: "基準" },
  mayFall: { en: "investments may fall", ja: "評価額の下落余地" },
  fallTo: { en: "{1} to {0}", ja: "{0}まで{1}" },
  atStep: { en: "now at “{0}”", ja: "「{0}」の段階" },
  debt: { en: "Debt", ja: "借入金" },
  debtOfHeld: { en: "Debt of projects, by share held", ja: "案件の借入金（持分相当）" },
  debtToWorth: { en: "Debt to net assets", ja: "純資産に対する借入倍率" },
  toPay: { en: "Promised and owed, debt apart", ja: "投資約束及び借入金以外の債務" },
  cashAndLines: { en: "Cash, callable capital, lines", ja: "現金・未払込出資・融資枠" },
  contested: { en: "STOPPED OR CONTESTED", ja: "拒否・異議" },
  ofHowMany: { en: "{0} of {1}", ja: "{1}件中{0}件" },
  more: { en: "and {0} more: {1}", ja: "ほか{0}件：{1}" },
  clause: { en: "clause", ja: "条項" },
  checkpoint: { en: "Checkpoint", ja: "署名済みルート" },
  ofEntries: { en: "{0} entries", ja: "{0}件" },
  signedBy: { en: "signed by the operator", ja: "運営者署名" },
  cosignedBy: { en: "cosigned by {0}", ja: "副署 {0}" },
  unsigned: { en: "not published yet", ja: "未公開" },
  next: { en: "Next", ja: "次に" },
  figuresDiffer: { en: "Figures that differ: {0} of {1}", ja: "差異のある数値：{1}件中{0}件" },
  noneDiffers: { en: "No figure differs.", ja: "数値に差異はありません。" },
  difference: { en: "difference", ja: "差額" },
  onlyIn: { en: "Only in {0}", ja: "{0}のみ" },
} as const satisfies Readonly<Record<string, Text>>;

/** What columns are called that are no government's. */
export const COLUMN_TEXTS = {
  partners: { en: "LPs", ja: "LP投資家" },
  citizens: { en: "Citizens", ja: "国民" },
  owners: { en: "Co-owners", ja: "共同出資" },
  others: { en: "Others", ja: "その他" },
} as const satisfies Readonly<Record<string, Text>>;

/** What belongs together of section 5, part by part. */
export const EPISODE_TEXTS = {
  writeDown: { en: "Write-down of {amount}", ja: "{amount}の評価減" },
  covenantAt: { en: "{covenant} at {ratio}: “{step}”", ja: "{covenant}{ratio}で「{step}」の段階" },
  covenant: { en: "{covenant}: “{step}”", ja: "{covenant}が「{step}」の段階" },
  nowAt: { en: "now “{step}”", ja: "現在「{step}」" },
  clear: { en: "clear since {date}", ja: "{date}に解消" },
  unpaid: {
    en: "{party} has not paid {amount}, {days} days late",
    ja: "{party}の{amount}が{days}日未払い",
  },
  interest: { en: "interest {amount}", ja: "延滞利息{amount}" },
  default: { en: "default: {steps}", ja: "不履行：{steps}" },
  remedied: { en: "made good on {date}", ja: "{date}に解消" },
} as const satisfies Readonly<Record<string, Text>>;

/** Several of a kind, where they are only counted. */
export const EPISODE_WORDS: Readonly<Record<string, Text>> = {
  covenant: { en: "covenant steps", ja: "財務制限条項の段階" },
  lateCall: { en: "late payments", ja: "払込遅延" },
  refused: { en: "refused", ja: "却下" },
  vetoed: { en: "vetoed", ja: "拒否" },
  objected: { en: "objections", ja: "異議" },
  recused: { en: "recusals", ja: "回避" },
  rejected: { en: "voted down", ja: "否決" },
  lapsed: { en: "lapsed", ja: "失効" },
  frozen: { en: "freezes", ja: "凍結" },
  excused: { en: "excused", ja: "払込免除" },
  optedOut: { en: "opted out", ja: "見送り" },
  valueChallenged: { en: "challenged values", ja: "評価額への異議" },
  trouble: { en: "claims and disputes", ja: "請求・紛争等" },
};

/** What happened, in a line of section 5. Parties, acts and seats are filled in by name. */
export const CONTESTED_TEXTS = {
  refusedAct: { en: "{party}: {act} refused{why}", ja: "{party}：{act}を却下（{why}）" },
  refused: { en: "{party}: {statement} refused{why}", ja: "{party}：{statement}を却下（{why}）" },
  vetoed: { en: "{act} ({proposer}) vetoed by {party}", ja: "{act}（{proposer}）を{party}が拒否" },
  objected: { en: "{act} ({proposer}): {party} objects", ja: "{act}（{proposer}）に{party}が異議" },
  recused: { en: "{act}: seat {seats} recused{votes}", ja: "{act}：席{seats}が回避{votes}" },
  rejected: { en: "{act} ({proposer}) voted down", ja: "{act}（{proposer}）を否決" },
  lapsed: { en: "{act} ({proposer}) lapsed", ja: "{act}（{proposer}）が失効" },
  frozen: { en: "Frozen by {party} until {until}", ja: "{party}が{until}まで凍結" },
  paidLate: {
    en: "{party} paid {amount} {days} days late",
    ja: "{party}が{amount}を{days}日遅れて払込み",
  },
  covenantStepped: { en: "{covenant}: now at “{step}”", ja: "{covenant}：「{step}」の段階" },
  valueChallenged: {
    en: "{party} challenges the value of {investment}",
    ja: "{party}が「{investment}」の評価額に異議",
  },
  excused: { en: "{party} excused from {amount} of a call", ja: "{party}の払込み{amount}を免除" },
  optedOut: { en: "{party} opted out of {amount}", ja: "{party}が資金提供{amount}を見送り" },
  defaultStepped: {
    en: "{party} has not paid a call: {step}",
    ja: "{party}の払込み不履行：{step}",
  },
  defaultRemedied: {
    en: "{party} has made its default good",
    ja: "{party}の払込み不履行が解消",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What a step of the default ladder does. */
export const DEFAULT_STEP_TEXTS = {
  publish: { en: "made public", ja: "公表" },
  divert: { en: "its distributions are diverted", ja: "分配金の充当を開始" },
  dilute: { en: "others may pay and take its units", ja: "他の当事者による肩代わりを許容" },
  forfeit: { en: "units are forfeited", ja: "受益権の一部を失権" },
} as const satisfies Readonly<Record<string, Text>>;

/** Why something was refused, in few words; of other codes the page says what the refusal said. */
export const REFUSED_WORDS: Readonly<Record<string, Text>> = {
  proposer_conflicted: { en: "conflict of interest", ja: "利益相反" },
  payment_not_final: { en: "record not final", ja: "記録未確定" },
  limit_not_held: { en: "beyond a limit", ja: "制限超過" },
  not_entitled_to_propose: { en: "not entitled", ja: "権限なし" },
  budget_authority_expired: { en: "budget authority expired", ja: "予算権限の失効" },
  budget_authority_exceeded: { en: "beyond budget authority", ja: "予算権限の超過" },
  commitment_exceeded: { en: "beyond the commitment", ja: "出資約束の超過" },
  notice_period_too_short: { en: "notice too short", ja: "通知期間の不足" },
  cash_insufficient: { en: "not enough cash", ja: "現金不足" },
  already_decided: { en: "decided already", ja: "決定済み" },
  seat_recused: { en: "seat recused", ja: "回避中の席" },
  maker_may_not_check: { en: "maker may not check", ja: "起案者による確認" },
  frozen: { en: "frozen", ja: "凍結中" },
  no_veto_right: { en: "no veto right", ja: "拒否権なし" },
  carved_out: { en: "already owed", ja: "既に義務" },
  act_not_effective: { en: "not in effect yet", ja: "未発効" },
  covenant_locked: { en: "covenant locked", ja: "財務制限条項による停止" },
  incurrence_not_held: { en: "beyond a covenant", ja: "財務制限条項の超過" },
  bad_signature: { en: "wrong signature", ja: "署名不正" },
};

/** A label with its parts in place. */
export function filled(text: Text, ...parts: readonly string[]): Text {
  const fill = (template: string): string =>
    template.replace(/\{(\d)\}/g, (_place, n: string) => parts[Number(n)] ?? "");
  return { en: fill(text.en), ja: fill(text.ja) };
}
