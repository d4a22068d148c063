import type { Principle } from "./principles.ts";

const charterPart = (part: string): string => `/charter?part=${encodeURIComponent(part)}`;
const actsOf = (type: string, nature = "all"): string => `/acts?nature=${nature}&type=${type}`;

/** Principles 1 to 5: law, purpose, and the economy around the fund. */
export const LEGAL_PRINCIPLES: readonly Principle[] = [
  {
    number: 1,
    text: {
      en: "A sound legal basis, which is public, as is the fund's relation to the state.",
      ja: "健全な法的根拠を有し、これ及び国家との関係を公開する。",
    },
    proofs: ({ versions, acts }) => [
      {
        text: { en: "Versions of the charter, with hashes", ja: "基本協定の版（ハッシュ値付き）" },
        to: "/charter",
        count: versions,
      },
      {
        text: {
          en: "Commitments with their budget laws",
          ja: "根拠となる予算法令を示した出資約束",
        },
        to: actsOf("commitment.accept"),
        count: acts("commitment.accept"),
      },
    ],
    missing: {
      en: "the laws and the treaty themselves are not on record",
      ja: "法令及び条約の本文は記録されていません",
    },
  },
  {
    number: 2,
    text: {
      en: "A purpose that is clear and public.",
      ja: "政策目的を明確に定め、公開する。",
    },
    proofs: () => [
      {
        text: { en: "Purpose in the charter", ja: "基本協定の目的規定" },
        to: charterPart("/purpose"),
      },
    ],
  },
  {
    number: 3,
    text: {
      en: "Where it touches the home economy, it acts with the fiscal and monetary authorities.",
      ja: "国内経済に影響する場合は、財政・金融当局と調整する。",
    },
    proofs: ({ charter, acts }) => [
      ...(charter.capital.deferral === undefined
        ? []
        : [
            {
              text: { en: "Right to put off a payment", ja: "払込みの繰延べの権利" },
              to: charterPart("/capital"),
            },
          ]),
      {
        text: { en: "Calls, with their notice", ja: "事前通知を伴う資本拠出請求" },
        to: actsOf("capital.call"),
        count: acts("capital.call"),
      },
    ],
    missing: {
      en: "no consultation with a central bank is on record",
      ja: "中央銀行との協議の記録がありません",
    },
  },
  {
    number: 4,
    text: {
      en: "Public rules for how money comes in, goes out and is spent.",
      ja: "資金の受入れ、引出し及び支出の規則を定め、公開する。",
    },
    proofs: ({ acts }) => [
      { text: { en: "Rules on capital", ja: "資本の規定" }, to: charterPart("/capital") },
      { text: { en: "Rules on distribution", ja: "分配の規定" }, to: charterPart("/distribution") },
      {
        text: { en: "Contributions received", ja: "拠出の受入れ" },
        to: actsOf("capital.receive"),
        count: acts("capital.receive"),
      },
      {
        text: { en: "Distributions declared", ja: "分配の宣言" },
        to: actsOf("distribution.declare"),
        count: acts("distribution.declare"),
      },
    ],
  },
  {
    number: 5,
    text: {
      en: "Figures in time for the owner and for the national statistics.",
      ja: "所有者及び国の統計のため、適時にデータを提供する。",
    },
    proofs: () => [
      {
        text: { en: "Statements as open data", ja: "公開データとしての計算書" },
        to: "/governments",
      },
    ],
    missing: {
      en: "no tables by residence of debtor, as the balance of payments needs them",
      ja: "国際収支統計に必要な居住者区分の表がありません",
    },
  },
];

/** Principles 6 to 17: who decides, who answers, who checks. */
export const GOVERNANCE_PRINCIPLES: readonly Principle[] = [
  {
    number: 6,
    text: {
      en: "Roles and responsibilities are clearly divided.",
      ja: "役割と責任を明確に分担する。",
    },
    proofs: ({ charter }) => [
      {
        text: { en: "Acts with a rule of who may do what", ja: "権限を定めた行為の種類" },
        to: "/charter",
        count: Object.keys(charter.acts).length,
      },
      {
        text: { en: "Who can force or stop what alone", ja: "単独の権限の一覧" },
        to: charterPart("/powers"),
      },
    ],
  },
  {
    number: 7,
    text: {
      en: "The owner sets objectives, appoints the board by a set procedure and oversees it.",
      ja: "所有者が目的を定め、所定の手続により理事を任命し、監督する。",
    },
    proofs: ({ acts }) => [
      {
        text: { en: "Appointments to seats", ja: "席への任命" },
        to: actsOf("appointment.seat"),
        count: acts("appointment.seat"),
      },
      {
        text: { en: "Amendments of the charter", ja: "基本協定の改正" },
        to: actsOf("charter.amend"),
        count: acts("charter.amend"),
      },
    ],
    missing: {
      en: "no yearly review of the objectives is on record",
      ja: "目的の年次見直しの記録がありません",
    },
  },
  {
    number: 8,
    text: {
      en: "The board acts in the fund's interest, with a mandate and the competence for it.",
      ja: "理事会は権限と能力を備え、ファンドの利益のために行動する。",
    },
    proofs: ({ charter, contested }) => [
      {
        text: { en: "Bodies with seats and quorum", ja: "席及び定足数を定めた機関" },
        to: charterPart("/bodies"),
        count: charter.bodies.length,
      },
      {
        text: { en: "Recusals", ja: "回避" },
        to: "/",
        count: contested("recused"),
      },
    ],
    missing: {
      en: "members' competence is not on record",
      ja: "構成員の適格性の記録がありません",
    },
  },
  {
    number: 9,
    text: {
      en: "Management runs the fund independently, within its mandate.",
      ja: "運用管理者は、与えられた権限の範囲で独立して運営する。",
    },
    proofs: ({ acts, contested }) => [
      {
        text: { en: "Instructions by a government, in the open", ja: "公開された政府の指示" },
        to: actsOf("instruction.record"),
        count: acts("instruction.record"),
      },
      {
        text: { en: "Vetoes, with reasons", ja: "理由を付した拒否" },
        to: "/",
        count: contested("vetoed"),
      },
    ],
  },
  {
    number: 10,
    text: {
      en: "The framework of accountability is defined by law or charter.",
      ja: "説明責任の枠組みを法令又は協定に定める。",
    },
    proofs: ({ allActs, refusals }) => [
      {
        text: {
          en: "Acts, each with signer, reason and clause",
          ja: "署名者、理由及び条項を伴う行為",
        },
        to: "/acts?nature=all",
        count: allActs,
      },
      {
        text: { en: "Refusals by the rules, kept on record", ja: "規定による却下の記録" },
        to: "/",
        count: refusals,
      },
    ],
  },
  {
    number: 11,
    text: {
      en: "An annual report and accounts, in time and by a recognised standard.",
      ja: "認められた基準による年次報告及び計算書を適時に作成する。",
    },
    proofs: ({ acts }) => [
      {
        text: { en: "Periods closed", ja: "締め切った会計期間" },
        to: actsOf("period.close"),
        count: acts("period.close"),
      },
      { text: { en: "Assets, liabilities and the year", ja: "資産、負債及び当期の増減" }, to: "/" },
    ],
    missing: {
      en: "statements follow US GAAP in form; no one has certified that they conform",
      ja: "形式は米国会計基準に沿いますが、適合性の認証はありません",
    },
  },
  {
    number: 12,
    text: { en: "An independent audit every year.", ja: "毎年、独立した監査を受ける。" },
    proofs: ({ acts }) => [
      {
        text: { en: "Audit opinions", ja: "監査意見" },
        to: actsOf("audit.opinion"),
        count: acts("audit.opinion"),
      },
      {
        text: { en: "Check the record yourself", ja: "記録の自己検証" },
        to: "/check",
      },
    ],
  },
  {
    number: 13,
    text: {
      en: "Professional and ethical standards are set and known.",
      ja: "職業上及び倫理上の基準を定め、周知する。",
    },
    proofs: ({ acts, contested }) => [
      {
        text: { en: "Rule on conflicts of interest", ja: "利益相反の規定" },
        to: charterPart("/mandate"),
      },
      {
        text: { en: "Interests declared", ja: "利害関係の申告" },
        to: actsOf("conflict.declare"),
        count: acts("conflict.declare"),
      },
      { text: { en: "Recusals", ja: "回避" }, to: "/", count: contested("recused") },
    ],
    missing: { en: "no register of gifts", ja: "贈答の登録簿がありません" },
  },
  {
    number: 14,
    text: {
      en: "Dealings with third parties are on economic grounds and by clear rules.",
      ja: "第三者との取引は、経済的根拠及び明確な規則による。",
    },
    proofs: ({ charter, acts }) => [
      ...(charter.expenses === undefined
        ? []
        : [
            {
              text: { en: "Rules on fees and expenses", ja: "報酬及び経費の規定" },
              to: charterPart("/charges"),
            },
          ]),
      {
        text: { en: "Fees paid", ja: "報酬の支払" },
        to: actsOf("fee.pay"),
        count: acts("fee.pay"),
      },
    ],
    missing: { en: "no tenders are on record", ja: "入札の記録がありません" },
  },
  {
    number: 15,
    text: {
      en: "Abroad, it keeps to the rules of the host country.",
      ja: "投資先国の規制を遵守する。",
    },
    proofs: ({ acts }) => [
      {
        text: { en: "External events reported", ja: "外部事象の報告" },
        to: actsOf("event.record"),
        count: acts("event.record"),
      },
    ],
    missing: { en: "no register of filings and permits", ja: "届出及び許認可の登録簿がありません" },
  },
  {
    number: 16,
    text: {
      en: "The framework of governance, and how independent management is, is public.",
      ja: "統治の枠組み及び運営の独立性を公開する。",
    },
    proofs: () => [
      { text: { en: "The charter, explained", ja: "基本協定の説明" }, to: "/charter" },
      { text: { en: "Every decision with its votes", ja: "議決を含むすべての決定" }, to: "/acts" },
    ],
  },
  {
    number: 17,
    text: {
      en: "Financial information is public, so that trust can rest on it.",
      ja: "財務情報を公開する。",
    },
    proofs: ({ investments, facilities }) => [
      { text: { en: "Net assets and returns", ja: "純資産及び収益率" }, to: "/governments" },
      { text: { en: "Investments", ja: "投資案件" }, to: "/owns", count: investments },
      {
        text: { en: "Loans and covenants", ja: "借入れ及び財務制限条項" },
        to: "/owes",
        count: facilities,
      },
    ],
  },
];
