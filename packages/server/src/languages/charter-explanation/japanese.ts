import { listed } from "./lists.ts";
import type { CharterPhrases } from "./phrases.ts";

export const JAPANESE: CharterPhrases = {
  headings: {
    purpose: "目的",
    parties: "当事者",
    bodies: "機関",
    capital: "資本",
    mandate: "投資対象",
    decisions: "決定権限及び手続",
    powers: "各当事者が単独で行い得ること及び止め得ること",
    limits: "制限",
    valuation: "投資の評価",
    structure: "投資ビークル及び受益権の種類",
    dealing: "国民との取引",
    leverage: "借入れ及び財務制限条項",
    currencies: "為替レート及びヘッジ取引",
    charges: "報酬、経費及び準備金",
    distribution: "分配",
    freeze: "凍結",
    oversight: "外部事象、紛争及び監査",
    deadlock: "合意が得られない場合",
    exit: "脱退",
    windUp: "ファンドの終了",
    finality: "支払の確定",
    passkeys: "職員のパスキー",
    amendment: "改正",
  },
  kinds: {
    sovereign: "出資国",
    manager: "運用管理者",
    adviser: "投資助言者",
    custodian: "資産保管者",
    valuer: "評価機関",
    calculationAgent: "計算代理人",
    auditor: "監査人",
    engineer: "独立技術者",
    distributor: "販売会社",
    lender: "貸し手",
    arbitrator: "仲裁機関",
    partner: "有限責任組合員",
    operator: "記録運営者",
  },
  or: (parts) => listed(parts, "又は").replaceAll(", ", "、"),
  and: (parts) => listed(parts, "及び").replaceAll(", ", "、"),
  clause: (clause) => `[${clause}]`,
  valued: (name, value) => `${name}（${value}）`,
  version: (id, version) => `基本協定「${id}」第${version}版。角括弧内の数字は条項番号を示す。`,
  seatsOfParty: ({ seats, threshold }) =>
    threshold === seats.length && threshold > 1
      ? `席は${listed(seats, "及び")}とし、全席の賛成を要する`.replaceAll(", ", "、")
      : `席は${listed(seats, "及び")}とし、うち${threshold}席の賛成を要する`.replaceAll(", ", "、"),
  interests: (companies) => `利害関係を有する企業：${companies.join("、")}`,
  seatsOfBody: ({ total, byParty }) => {
    const parts = byParty.map(({ party, seats }) => `${party}${seats}席`);
    return `${total}席（${parts.join("、")}）。`;
  },
  quorum: ({ seats, eachSovereign }) =>
    `定足数：${seats}席` +
    (eachSovereign === 0 ? "。" : `。ただし、各出資国につき${eachSovereign}席以上とする。`),
  alternate: (alternate, seat) => `${seat}が回避している間は、${alternate}がこれに代わる。`,
  initialCapital: (amount, shares) => `${amount}（${shares.join("、")}）。`,
  share: (party, share) => `${party}${share}`,
  callNotice: (period) => `払込みの請求は、${period}以上前に通知する。`,
  unitPrice: ({ name, price, eligible }) =>
    `${name}：設立時の払込みについて一口当たり${price}。保有者は${eligible}とする。`,
  sectors: (names) => `分野：${names.join("、")}。`,
  geographies: (names) => `国：${names.join("、")}。`,
  conflicts: (proposerExcluded) =>
    "案件に利害関係を有する職員は、その案件の議決に加わらない。" +
    (proposerExcluded ? "利害関係を有する者は、その案件を提案することができない。" : ""),
  businessDays: (days, places) => `${days}営業日（${places}）`,
  everyDay: (days) => `${days}日`,
  proposedBy: (parties) => `提案者：${parties}`,
  recordedBy: (parties) => `事実の記録（承認を要しない）。報告者：${parties}`,
  anyOfficer: "登録された職員",
  consulted: ({ body, period, deemed }) =>
    `事前協議：${body}、${period}。` +
    (deemed
      ? "期間内に意見がないときは、協議があったものとみなす。"
      : "意見があるまで手続は進まない。"),
  limits: (clauses) => `満たすべき制限：${clauses.join("、")}`,
  approval: "承認",
  tier: (condition) => `${condition}とき`,
  otherwise: "その他のとき",
  makerChecker: "起案と確認は、それぞれ異なる出資国が行う。",
  objection: (parties, period) =>
    `${parties}は、承認から${period}以内に異議を申し立てることができる。`,
  veto: (parties) => `拒否権：${parties}`,
  timelock: (period) => `待機期間：承認後${period}`,
  expiry: (period) => `失効：提案から${period}以内に実行されないとき`,
  carvedOut: "合意済みの事項であり、拒否も凍結もできない。",
  frozen: "凍結の対象となる。",
  rules: {
    all: "次のすべて",
    any: "次のいずれか",
    atLeast: (count) => `次のうち${count}以上`,
    party: ({ party, threshold, seats }) => `${party}の承認（${seats}席のうち${threshold}席）`,
    ratifiedBy: (party) => `${party}の批准（証拠書類の提出を要する。）`,
    unilateral: (parties) =>
      `提案した当事者自身の承認${parties === undefined ? "" : `（${parties}に限る。）`}`,
    seat: (seat) => `席${seat}の承認`,
    majority: (body, includingEachSovereign) =>
      `${body}の過半数の賛成` +
      (includingEachSovereign ? "（各出資国の席の賛成をそれぞれ一以上含む。）" : ""),
    seatsOf: (count, body) => `${body}の${count}席の賛成`,
    unanimous: (body) => `${body}の全席一致の賛成`,
    soleDecider: (seat, alternate) => `席${seat}の単独の決定（回避のときは${alternate}）`,
    independent: (kind) => `案件に利害関係のない${kind}の席の承認`,
    noObjection: (parties, period) =>
      parties.length === 0
        ? `提案（事前協議があるときは、その終了）から${period}が経過していること`
        : `${parties.join("、")}のいずれもが${period}以内に異議を述べないこと`,
  },
  powers: {
    introduction: "他の当事者の同意なしに、その意向にかかわらず行い得ることは、次のとおりである。",
    act: "行為",
    decides: "単独で決定できる",
    decidesSometimes: "場合により単独で決定できる",
    withholds: "承認しないことで止められる",
    withholdsSometimes: "場合により承認しないことで止められる",
    vetoes: "拒否できる",
    objects: "異議を述べられる",
    records: "記録する",
    nothing: "-",
    others: (party, clauses) => `${party}が単独で決定できる行為：${clauses.join("、")}`,
  },
  freeze: (days, coolingOff) =>
    `凍結は${days}で終了する。一国のみによる再度の凍結は、前回の凍結の終了後${coolingOff}を経過した後でなければ` +
    "ならない。",
  mirrors: (parties) =>
    `資金は、${parties}がそれぞれ記録を保存し副署した後でなければ支払われない。`,
  mandatory: (hours) =>
    `期限の到来した支払は、${hours}時間の経過後は、いずれか一方の副署及び外部証人一者の副署により行うことができる。`,
  passkeys: (site, pages) =>
    `職員は、${pages}において、${site}のパスキーにより署名することができる。`,
  syncedPasskeys: "パスキーは、保有者の複数の端末間で同期されるものでもよい。",
  devicePasskeys: "パスキーは、一台の端末にとどまるものでなければならない。",
  entrenched: "次の事項は、各出資国の批准によらなければ変更することができない。",
  ordinary: "その他の事項の改正手続は、次の条項による。",
};
