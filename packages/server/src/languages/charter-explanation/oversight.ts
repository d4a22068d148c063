import type { DEADLOCK_REMEDIES, WindUpTerms } from "@jointfund/core/charter/oversight-terms.ts";
import type { Language } from "../language.ts";

type Remedy = (typeof DEADLOCK_REMEDIES)[number];
type Rank = WindUpTerms["order"][number];

/** How the sections on trouble are said: oversight, deadlock, exit, winding up. */
export type OversightPhrases = {
  readonly instructions: (period: string) => string;
  readonly disputes: string;
  readonly stage: (name: string, period: string) => string;
  readonly lastStage: (name: string) => string;
  readonly escrow: (isSetAside: boolean) => string;
  readonly audit: (period: string) => string;
  readonly sideLetters: (parties: string, period: string) => string;
  readonly rebates: string;
  readonly deadlock: (rounds: number) => string;
  readonly remedy: (remedy: Remedy, party: string, period: string) => string;
  readonly bounds: string;
  readonly notice: (period: string) => string;
  readonly offer: (discount: string, period: string) => string;
  readonly sunset: (date: string) => string;
  readonly order: (ranks: readonly Rank[]) => string;
};

const EN_RANKS: Readonly<Record<Rank, string>> = {
  creditors: "creditors",
  lenders: "lenders",
  fees: "fees",
  owners: "the owners",
};

const EN_REMEDIES: Readonly<Record<Remedy, (party: string) => string>> = {
  chairs: () => "the chairs of both sides confer",
  ministers: () => "the ministers confer",
  expert: (party) => `${party} gives an opinion, which is put on record`,
  casting: (party) => `${party} alone may decide the matter, and nothing else`,
  putCall: () => "either side may offer to buy the other's units, or to sell its own",
  windUp: () => "if nothing is agreed by the end, the fund is wound up",
};

const ENGLISH: OversightPhrases = {
  instructions: (period) =>
    `An instruction of a government is shown to the public after ${period}.`,
  disputes: "A dispute goes up these stages, each side being free to go on to the next:",
  stage: (name, period) => `${name}, for ${period}`,
  lastStage: (name) => `${name}, until there is an award`,
  escrow: (isSetAside) =>
    isSetAside
      ? "Disputed cash may be set aside until then. What is carved out is paid all the same."
      : "Nothing is set aside meanwhile.",
  audit: (period) => `A finding of the auditor is answered within ${period}.`,
  sideLetters: (parties, period) =>
    `What a side letter grants, ${parties} may choose for themselves within ${period}.`,
  rebates:
    "A lower rate of a fee or of carried interest in a side letter is borne by whoever is owed " +
    "the fee or the carried interest: the party is paid back its part of the difference, from " +
    "the day of the letter or of the choice. Nobody else pays for it.",
  deadlock: (rounds) =>
    `Deadlock may be declared once ${rounds} proposals of the same matter have failed, each of ` +
    "them made after the one before had ended. Then, step by step:",
  remedy: (remedy, party, period) => `${period}: ${EN_REMEDIES[remedy](party)}`,
  bounds: "Limits bind all the while, and there is no deadlock over an entrenched clause.",
  notice: (period) => `A side that wants to leave gives notice of ${period}.`,
  offer: (discount, period) =>
    `The others may buy its units first, at the struck price less ${discount}, within ${period}. ` +
    "The buyer pays the seller directly; units move when the custodian reports that it has.",
  sunset: (date) => `The fund ends on ${date}.`,
  order: (ranks) =>
    `When it is wound up, nothing new is invested, and claims are paid in this order: ` +
    `${ranks.map((rank) => EN_RANKS[rank]).join(", ")}.`,
};

const JA_RANKS: Readonly<Record<Rank, string>> = {
  creditors: "一般債権者",
  lenders: "貸し手",
  fees: "報酬",
  owners: "出資者",
};

const JA_REMEDIES: Readonly<Record<Remedy, (party: string) => string>> = {
  chairs: () => "双方の議長が協議する",
  ministers: () => "閣僚が協議する",
  expert: (party) => `${party}が意見を述べ、これを記録する`,
  casting: (party) => `${party}が単独でその案件に限り決定できる`,
  putCall: () => "いずれの側も、相手方の受益権の買取り又は自らの受益権の売却を申し出ることができる",
  windUp: () => "期間の満了までに合意がないときは、ファンドを清算する",
};

const JAPANESE: OversightPhrases = {
  instructions: (period) => `政府の指示は、${period}の経過後に公表する。`,
  disputes: "紛争は次の段階を順に経る。いずれの側も次の段階に付託できる。",
  stage: (name, period) => `${name}（${period}）`,
  lastStage: (name) => `${name}（裁定があるまで）`,
  escrow: (isSetAside) =>
    isSetAside
      ? "裁定まで、争いのある現金を留保できる。除外された支払（合意済み事項）はその間も実行する。"
      : "その間、資金の留保は行わない。",
  audit: (period) => `監査人の指摘には、${period}以内に回答する。`,
  sideLetters: (parties, period) =>
    `附属書簡で認めた条件は、${parties}が${period}以内に自らにも選択できる。`,
  rebates:
    "附属書簡で報酬又は成功報酬の料率を引き下げたときは、その報酬を受ける者が負担する。当該当事者は、" +
    "書簡又は選択の日から、差額のうち自らの負担分の割戻しを受ける。他の者の負担は変わらない。",
  deadlock: (rounds) =>
    `同一の案件の提案が${rounds}回成立しなかったとき（各提案は前の提案の終了後に行われたものに限る。）は、` +
    "膠着を宣言できる。その後は次の順による。",
  remedy: (remedy, party, period) => `${period}：${JA_REMEDIES[remedy](party)}`,
  bounds: "この間も制限は適用される。硬性条項については膠着を宣言できない。",
  notice: (period) => `脱退しようとする側は、${period}前までに通知する。`,
  offer: (discount, period) =>
    `他の者は、${period}以内に、確定した基準価額から${discount}を差し引いた価額で、その受益権を優先して` +
    "買い取ることができる。代金は買主が売主に直接支払い、保管銀行が支払を報告したときに受益権が移転する。",
  sunset: (date) => `ファンドの存続期限は${date}とする。`,
  order: (ranks) =>
    `清算の際は新たな投資を行わず、次の順に支払う：${ranks.map((rank) => JA_RANKS[rank]).join("、")}。`,
};

export const OVERSIGHT_PHRASES: Readonly<Record<Language, OversightPhrases>> = {
  en: ENGLISH,
  ja: JAPANESE,
};
