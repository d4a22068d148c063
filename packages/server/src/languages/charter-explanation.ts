import type { PartyKind } from "@jointfund/core/charter/charter.ts";
import type { Language, Text } from "./language.ts";

/**
 * The phrases in which a charter is explained. One such table per language; names, amounts and
 * sentences of expressions come in the same language.
 */
export type CharterPhrases = {
  readonly headings: Readonly<Record<Heading, string>>;
  readonly kinds: Readonly<Record<PartyKind, string>>;
  readonly or: (parts: readonly string[]) => string;
  readonly and: (parts: readonly string[]) => string;
  /** "[5.1]" behind a sentence. */
  readonly clause: (clause: string) => string;
  /** "the cap (10%)" */
  readonly valued: (name: string, value: string) => string;
  readonly version: (id: string, version: number) => string;
  readonly seatsOfParty: (of: { seats: readonly string[]; threshold: number }) => string;
  readonly interests: (companies: readonly string[]) => string;
  readonly seatsOfBody: (of: {
    total: number;
    byParty: readonly { party: string; seats: number }[];
  }) => string;
  readonly quorum: (of: { seats: number; eachSovereign: number }) => string;
  readonly alternate: (alternate: string, seat: string) => string;
  readonly initialCapital: (amount: string, shares: readonly string[]) => string;
  readonly share: (party: string, share: string) => string;
  readonly callNotice: (period: string) => string;
  readonly unitPrice: (of: { name: string; price: string; eligible: string }) => string;
  readonly sectors: (names: readonly string[]) => string;
  readonly geographies: (names: readonly string[]) => string;
  readonly conflicts: (proposerExcluded: boolean) => string;
  readonly businessDays: (days: number, places: string) => string;
  readonly everyDay: (days: number) => string;
  readonly proposedBy: (parties: string) => string;
  readonly recordedBy: (parties: string) => string;
  readonly anyOfficer: string;
  readonly consulted: (of: { body: string; period: string; deemed: boolean }) => string;
  readonly limits: (clauses: readonly string[]) => string;
  readonly approval: string;
  readonly tier: (condition: string) => string;
  readonly otherwise: string;
  readonly makerChecker: string;
  readonly objection: (parties: string, period: string) => string;
  readonly veto: (parties: string) => string;
  readonly timelock: (period: string) => string;
  readonly expiry: (period: string) => string;
  readonly carvedOut: string;
  readonly frozen: string;
  readonly rules: RulePhrases;
  readonly powers: PowerPhrases;
  readonly paidOut: (formula: string) => string;
  readonly splitByUnits: string;
  readonly freeze: (days: string, coolingOff: string) => string;
  readonly mirrors: (parties: string) => string;
  readonly mandatory: (hours: number) => string;
  readonly entrenched: string;
  readonly ordinary: string;
};

export type Heading =
  | "purpose"
  | "parties"
  | "bodies"
  | "capital"
  | "mandate"
  | "decisions"
  | "powers"
  | "limits"
  | "distribution"
  | "freeze"
  | "finality"
  | "amendment";

/** How approval rules are said. */
export type RulePhrases = {
  readonly all: string;
  readonly any: string;
  readonly atLeast: (count: number) => string;
  readonly party: (of: { party: string; threshold: number; seats: number }) => string;
  readonly ratifiedBy: (party: string) => string;
  /** Of the parties named, or of whichever party when all may. */
  readonly unilateral: (parties: string | undefined) => string;
  readonly seat: (seat: string) => string;
  readonly majority: (body: string, includingEachSovereign: boolean) => string;
  readonly seatsOf: (count: number, body: string) => string;
  readonly unanimous: (body: string) => string;
  readonly soleDecider: (seat: string, alternate: string) => string;
  readonly independent: (kind: string) => string;
  readonly noObjection: (parties: readonly string[], period: string) => string;
};

/** How the table of powers is said. */
export type PowerPhrases = {
  readonly introduction: string;
  readonly act: string;
  readonly decides: string;
  readonly decidesSometimes: string;
  readonly withholds: string;
  readonly withholdsSometimes: string;
  readonly vetoes: string;
  readonly objects: string;
  readonly records: string;
  readonly nothing: string;
  readonly others: (party: string, clauses: readonly string[]) => string;
};

/** Business calendars by the id of their data: whose business days they count. */
export const CALENDAR_PLACES: Readonly<Record<string, Text>> = {
  "us-federal-reserve": { en: "US", ja: "米国" },
  "japan-banks": { en: "Japan", ja: "日本" },
};

/** Parts of a charter by the first step of their path. */
export const PART_NAMES: Readonly<Record<string, Text>> = {
  purpose: { en: "purpose", ja: "目的" },
  parties: { en: "parties, their seats and thresholds", ja: "当事者並びにその席及び必要賛成数" },
  bodies: { en: "bodies, their seats and quorums", ja: "機関並びにその席及び定足数" },
  rounding: { en: "rounding", ja: "端数処理" },
  capital: { en: "capital and shares", ja: "資本及び負担割合" },
  distribution: { en: "distribution", ja: "分配" },
  freeze: { en: "freeze", ja: "凍結" },
  finality: { en: "finality of payments", ja: "支払の確定" },
  amendment: { en: "amendment", ja: "改正手続" },
  currencies: { en: "currencies", ja: "通貨" },
  calendars: { en: "calendars", ja: "暦" },
  vehicles: { en: "vehicles", ja: "投資体" },
  classes: { en: "classes of units", ja: "受益権の種類" },
  accounts: { en: "chart of accounts", ja: "勘定科目" },
  mandate: { en: "mandate", ja: "投資対象" },
  conflicts: { en: "conflicts of interest", ja: "利益相反" },
  terms: { en: "terms", ja: "協定数値" },
  limits: { en: "limits", ja: "制限" },
  acts: { en: "rules of acts", ja: "行為の規定" },
};

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;

function listed(parts: readonly string[], last: string): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")}${last}${parts.at(-1)}`;
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;

const ENGLISH: CharterPhrases = {
  headings: {
    purpose: "Purpose",
    parties: "Parties",
    bodies: "Bodies",
    capital: "Capital",
    mandate: "What the fund may invest in",
    decisions: "Who decides what",
    powers: "What each side can force or stop alone",
    limits: "Limits",
    distribution: "Distribution",
    freeze: "Freeze",
    finality: "When money may leave",
    amendment: "Amendment",
  },
  kinds: {
    sovereign: "sovereign",
    manager: "manager",
    adviser: "adviser",
    custodian: "custodian",
    valuer: "valuer",
    calculationAgent: "calculation agent",
    auditor: "auditor",
    operator: "operator",
  },
  or: (parts) => listed(parts, " or "),
  and: (parts) => listed(parts, " and "),
  clause: (clause) => ` [${clause}]`,
  valued: (name, value) => `${name} (${value})`,
  version: (id, version) =>
    `Charter "${id}", version ${version}. Numbers in brackets are those of its clauses.`,
  seatsOfParty: ({ seats, threshold }) =>
    threshold === seats.length && threshold > 1
      ? `speaks through its seats ${listed(seats, " and ")}, all of which must agree`
      : `speaks through its seats ${listed(seats, " and ")}, of which ${threshold} must agree`,
  interests: (companies) => `has an interest in: ${listed(companies, " and ")}`,
  seatsOfBody: ({ total, byParty }) => {
    const parts = byParty.map(({ party, seats }) => `${seats} of ${party}`);
    return `${counted(total, "seat")}: ${listed(parts, " and ")}.`;
  },
  quorum: ({ seats, eachSovereign }) =>
    `Quorum: ${counted(seats, "seat")} must decide` +
    (eachSovereign === 0 ? "." : `, at least ${eachSovereign} of each sovereign.`),
  alternate: (alternate, seat) => `${alternate} stands in for ${seat} while ${seat} is recused.`,
  initialCapital: (amount, shares) => `${amount}: ${listed(shares, " and ")}.`,
  share: (party, share) => `${party} ${share}`,
  callNotice: (period) => `Called on a notice of at least ${period}.`,
  unitPrice: ({ name, price, eligible }) =>
    `${name}: ${price} a unit, for the founding calls; held by: ${eligible}.`,
  sectors: (names) => `Sectors: ${listed(names, " and ")}.`,
  geographies: (names) => `Countries: ${listed(names, " and ")}.`,
  conflicts: (proposerExcluded) =>
    "An officer with an interest in a matter has no vote on it" +
    (proposerExcluded ? ", and nobody with such an interest may propose it." : "."),
  businessDays: (days, places) => `${counted(days, "business day")} (${places})`,
  everyDay: (days) => counted(days, "calendar day"),
  proposedBy: (parties) => `Proposed by: ${parties}.`,
  recordedBy: (parties) => `A fact, recorded on the word of: ${parties}. It needs no approval.`,
  anyOfficer: "any officer",
  consulted: ({ body, period, deemed }) =>
    `Consulted first: ${body}, for ${period}; ` +
    (deemed ? "silence counts as an answer." : "silence holds the act up."),
  limits: (clauses) => `Limits that must hold: ${clauses.join(", ")}.`,
  approval: "Approved by",
  tier: (condition) => `if ${condition}`,
  otherwise: "otherwise",
  makerChecker: "Maker and checker: proposed by one side, approved by another.",
  objection: (parties, period) => `${parties} may object within ${period} of approval.`,
  veto: (parties) => `May be vetoed by: ${parties}.`,
  timelock: (period) => `Stands still for ${period} after approval.`,
  expiry: (period) => `Lapses if not executed within ${period} of the proposal.`,
  carvedOut: "Agreed already: can be neither vetoed nor frozen.",
  frozen: "Stopped by a freeze.",
  rules: {
    all: "all of these",
    any: "one of these",
    atLeast: (count) => `at least ${count} of these`,
    party: ({ party, threshold, seats }) => `${party} (${threshold} of its ${seats} seats)`,
    ratifiedBy: (party) => `${party}, with evidence that it has ratified`,
    unilateral: (parties) =>
      `the proposer's own party${parties === undefined ? "" : `, if that is ${parties}`}`,
    seat: (seat) => `the seat ${seat}`,
    majority: (body, includingEachSovereign) =>
      `a majority of the ${body}` +
      (includingEachSovereign ? ", with at least one seat of each sovereign" : ""),
    seatsOf: (count, body) => `${counted(count, "seat")} of the ${body}`,
    unanimous: (body) => `every seat of the ${body}`,
    soleDecider: (seat, alternate) =>
      `the seat ${seat} alone (${alternate} when ${seat} is recused)`,
    independent: (kind) => `a seat of ${withArticle(kind)} that has no interest in the matter`,
    noObjection: (parties, period) =>
      parties.length === 0
        ? `${period} have passed since the proposal, or since the consultation on it ended`
        : `no objection by ${listed(parties, " or ")} within ${period}`,
  },
  powers: {
    introduction: "Without any other party's consent, and whatever the others want:",
    act: "Act",
    decides: "decides alone",
    decidesSometimes: "decides alone in some cases",
    withholds: "can withhold",
    withholdsSometimes: "can withhold in some cases",
    vetoes: "can veto",
    objects: "can object",
    records: "records",
    nothing: "-",
    others: (party, clauses) => `${party} decides alone on: ${clauses.join(", ")}.`,
  },
  paidOut: (formula) => `Paid out each time: ${formula}.`,
  splitByUnits: "It is split by units held.",
  freeze: (days, coolingOff) =>
    `A freeze lasts ${days}. One side alone can freeze again only ${coolingOff} after its last ` +
    "freeze ended.",
  mirrors: (parties) =>
    `Money leaves only after ${parties} have each stored and countersigned the record of it.`,
  mandatory: (hours) =>
    `A payment that is due may leave on one of them and one outside witness after ${hours} hours.`,
  entrenched: "Only ratification by each sovereign can change:",
  ordinary: "All else changes by clause",
};

const JAPANESE: CharterPhrases = {
  headings: {
    purpose: "目的",
    parties: "当事者",
    bodies: "機関",
    capital: "資本",
    mandate: "投資対象",
    decisions: "決定権限及び手続",
    powers: "各当事者が単独で行い得ること及び止め得ること",
    limits: "制限",
    distribution: "分配",
    freeze: "凍結",
    finality: "支払の確定",
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
  paidOut: (formula) => `各回の分配額は、次のとおり計算する。${formula}。`,
  splitByUnits: "分配額は、保有口数に応じて配分する。",
  freeze: (days, coolingOff) =>
    `凍結は${days}で終了する。一国のみによる再度の凍結は、前回の凍結の終了後${coolingOff}を経過した後でなければ` +
    "ならない。",
  mirrors: (parties) =>
    `資金は、${parties}がそれぞれ記録を保存し副署した後でなければ支払われない。`,
  mandatory: (hours) =>
    `期限の到来した支払は、${hours}時間の経過後は、いずれか一方の副署及び外部証人一者の副署により行うことができる。`,
  entrenched: "次の事項は、各出資国の批准によらなければ変更することができない。",
  ordinary: "その他の事項の改正手続は、次の条項による。",
};

export const CHARTER_PHRASES: Readonly<Record<Language, CharterPhrases>> = {
  en: ENGLISH,
  ja: JAPANESE,
};
