import type { Language } from "../language.ts";
import type { ObligationKind } from "@jointfund/core/charter/investment-terms.ts";

/** The phrases in which the mandate's projects and their values are explained. */
export type InvestmentPhrases = {
  readonly certified: string;
  readonly overrun: (window: string, weight: string) => string;
  readonly obligation: (owedBy: string, kind: string, text: string) => string;
  readonly kinds: Readonly<Record<ObligationKind, string>>;
  readonly stale: (period: string) => string;
  readonly challenge: (parties: string, window: string) => string;
};

export const INVESTMENT_PHRASES: Readonly<Record<Language, InvestmentPhrases>> = {
  en: {
    certified:
      "A milestone is paid only when an independent engineer has certified it, and no more than " +
      "certified.",
    overrun: (window, weight) =>
      `Of an overrun each owner may fund its share within ${window}; shares are then cut by what ` +
      `each has put in, an overrun counted ${weight} times. Who funds its whole share keeps it.`,
    obligation: (owedBy, kind, text) => `${owedBy} owes in kind (${kind}): ${text}.`,
    kinds: {
      land: "land",
      power: "power",
      permits: "permits",
      offtake: "offtake",
      vendorPreference: "preference of vendors",
      projectManager: "project manager",
    },
    stale: (period) => `A value is good for ${period}; then it is shown as out of date.`,
    challenge: (parties, window) =>
      `${parties} may challenge a value. For ${window} a second party may confirm or replace it; ` +
      "meanwhile it stands, contested, and afterwards too if nobody has.",
  },
  ja: {
    certified:
      "段階的な資金は、独立技術者が当該段階への到達を証明した後に、証明された額を限度として支払う。",
    overrun: (window, weight) =>
      `費用超過が生じたときは、各持分権者は${window}以内に自らの持分に応じた額を負担できる。その後、` +
      `持分は各自の拠出額に応じて改め、費用超過の負担額は${weight}倍として数える。` +
      "自らの持分に応じた額を全額負担した者の持分は減少しない。",
    obligation: (owedBy, kind, text) => `${owedBy}は現物の義務（${kind}）を負う：${text}。`,
    kinds: {
      land: "用地",
      power: "電力",
      permits: "許認可",
      offtake: "引取り",
      vendorPreference: "供給者の優先",
      projectManager: "プロジェクト管理者",
    },
    stale: (period) => `評価額の有効期間は${period}とし、経過後は期限切れと表示する。`,
    challenge: (parties, window) =>
      `${parties}は評価額に異議を申し立てることができる。${window}の間、別の者がこれを確認し、又は` +
      "改めることができる。その間当該評価額は係争中のまま効力を保ち、期間内に再評価がないときも" +
      "同様とする。",
  },
};
