import type { Principle } from "./principles.ts";

const charterPart = (part: string): string => `/charter?part=${encodeURIComponent(part)}`;

/** Principles 18 to 24: how it invests, which risks it takes, and how it looks at itself. */
export const INVESTMENT_PRINCIPLES: readonly Principle[] = [
  {
    number: 18,
    text: {
      en: "A clear investment policy in line with the purpose; it covers borrowing and managers.",
      ja: "目的に沿った明確な投資方針を定める（借入れ及び運用者を含む）。",
    },
    proofs: ({ charter }) => [
      {
        text: { en: "Sectors of the mandate", ja: "投資対象分野" },
        to: charterPart("/mandate"),
        count: charter.mandate.sectors.length,
      },
      {
        text: { en: "Limits on every decision", ja: "決定に対する制限" },
        to: charterPart("/limits"),
        count: charter.limits.length,
      },
      {
        text: { en: "Covenants", ja: "財務制限条項" },
        to: "/owes",
        count: charter.leverage?.covenants.length ?? 0,
      },
    ],
  },
  {
    number: 19,
    text: {
      en: "It invests for the best return for its risk; whatever else guides it is public.",
      ja: "リスクに見合う収益の最大化を図り、それ以外の考慮は公開する。",
    },
    proofs: ({ policyActs, allActs }) => [
      {
        text: { en: "Acts that say which ground they rest on", ja: "根拠の区分を明示した行為" },
        to: "/acts?nature=all",
        count: allActs,
      },
      {
        text: { en: "of them on grounds of policy", ja: "うち政策的判断によるもの" },
        to: "/acts?type=instruction.record",
        count: policyActs,
      },
    ],
  },
  {
    number: 20,
    text: {
      en: "It uses no privileged information and no influence of its government.",
      ja: "優越的な情報及び政府の影響力を利用しない。",
    },
    proofs: () => [],
    missing: { en: "no insider lists are kept", ja: "内部者名簿を作成していません" },
  },
  {
    number: 21,
    text: {
      en: "How it uses its rights as an owner is public.",
      ja: "株主等としての権利の行使方針を公開する。",
    },
    proofs: () => [],
    missing: {
      en: "its votes in companies that it owns are not on record",
      ja: "投資先における議決権行使の記録がありません",
    },
  },
  {
    number: 22,
    text: {
      en: "Risks are identified, measured and managed; operation goes on in trouble.",
      ja: "リスクを特定、測定及び管理し、事業の継続を確保する。",
    },
    proofs: ({ charter, contested, cosigners }) => [
      {
        text: { en: "Limits and covenants", ja: "制限及び財務制限条項" },
        to: "/owes",
        count: charter.limits.length + (charter.leverage?.covenants.length ?? 0),
      },
      {
        text: { en: "Steps that covenants took", ja: "財務制限条項の段階の変動" },
        to: "/owes",
        count: contested("covenantStepped"),
      },
      {
        text: { en: "Governments that hold the whole record", ja: "記録全体を保有する政府" },
        to: "/check",
        count: cosigners,
      },
    ],
    missing: { en: "no restore drill is on record", ja: "復旧訓練の記録がありません" },
  },
  {
    number: 23,
    text: {
      en: "Performance is measured, absolutely and against a benchmark, and reported.",
      ja: "運用実績を絶対値及び基準指標との比較により測定し、報告する。",
    },
    proofs: ({ acts }) => [
      { text: { en: "Returns of each side", ja: "出資者別の収益率" }, to: "/governments" },
      {
        text: { en: "Prices struck", ja: "基準価額の確定" },
        to: "/acts?type=nav.strike",
        count: acts("nav.strike"),
      },
    ],
    missing: { en: "no benchmark is set", ja: "基準指標が定められていません" },
  },
  {
    number: 24,
    text: {
      en: "It reviews regularly whether it keeps these principles.",
      ja: "本原則の遵守状況を定期的に見直す。",
    },
    proofs: () => [
      {
        text: { en: "This page, computed anew each time", ja: "都度計算される本ページ" },
        to: "/principles",
      },
    ],
    missing: {
      en: "no review by the owners is on record",
      ja: "所有者による見直しの記録がありません",
    },
  },
];
