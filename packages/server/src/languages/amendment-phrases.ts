import type { Language } from "./language.ts";

/** How the difference of two charters is said: in Japanese as a table of old and new would. */
export type AmendmentPhrases = {
  readonly title: (old: string, next: string) => string;
  readonly nothing: string;
  readonly ordinary: (clause: string) => string;
  readonly ratification: (sides: string, clause: string) => string;
  readonly was: string;
  readonly now: string;
  readonly others: string;
};

export const AMENDMENT_PHRASES: Readonly<Record<Language, AmendmentPhrases>> = {
  en: {
    title: (old, next) => `From ${old} to ${next}`,
    nothing: "Nothing differs.",
    ordinary: (clause) => `An ordinary amendment [${clause}].`,
    ratification: (sides, clause) =>
      `Needs ratification by ${sides} [${clause}], because these entrenched parts change:`,
    was: "was:",
    now: "now:",
    others: "Changes that the explanation does not put in words",
  },
  ja: {
    title: (old, next) => `${old}から${next}への改正`,
    nothing: "相違はありません。",
    ordinary: (clause) => `通常の改正によります[${clause}]。`,
    ratification: (sides, clause) =>
      `次の硬性条項を変更するため、${sides}の批准を要します[${clause}]。`,
    was: "現行：",
    now: "改正後：",
    others: "条文説明に表れない変更",
  },
};
