import type { Charter } from "@jointfund/core/charter/charter.ts";
import { FUND_REJECTION_TEXTS } from "./fund-rejections.ts";
import { GOVERNANCE_REJECTION_TEXTS } from "./governance-rejections.ts";
import type { Language, Text } from "./language.ts";
import { LOG_REJECTION_TEXTS } from "./log-rejections.ts";
import { RECORD_FAULT_TEXTS } from "./record-faults.ts";
import { fillTemplate, type Facts } from "./template.ts";

const TEXTS: Readonly<Record<string, Text>> = {
  ...LOG_REJECTION_TEXTS,
  ...RECORD_FAULT_TEXTS,
  ...GOVERNANCE_REJECTION_TEXTS,
  ...FUND_REJECTION_TEXTS,
};

/** The templates of a code, if it is one of those that the core gives. */
export function rejectionTemplates(code: string): Text | undefined {
  return Object.hasOwn(TEXTS, code) ? TEXTS[code] : undefined;
}

/** "clause 9.1", or "rule R31" for the rules of the record itself. */
export function clauseText(clause: string, language: Language): string {
  const isRule = /^[A-Z]+\d+$/.test(clause);
  if (language === "ja") return isRule ? `規則${clause}` : `条項${clause}`;
  return isRule ? `rule ${clause}` : `clause ${clause}`;
}

/** What a rejection says, without its clause; a code without a text is shown as it is. */
export function rejectionText(
  { code, facts }: { readonly code: string; readonly facts: Facts },
  language: Language,
  charter?: Charter,
): string {
  const templates = rejectionTemplates(code);
  if (templates === undefined) return `${code} ${JSON.stringify(facts)}`;
  return fillTemplate(templates[language], facts, { language, charter });
}

/** The same with the clause or rule that it rests on. */
export function rejectionWithClause(
  rejection: { readonly code: string; readonly clause: string; readonly facts: Facts },
  language: Language,
  charter?: Charter,
): string {
  const text = rejectionText(rejection, language, charter);
  if (rejection.clause === "") return text;
  const clause = clauseText(rejection.clause, language);
  return language === "ja" ? `${text}（${clause}）` : `${text} (${clause})`;
}
