import { formInWords } from "../charter/finding-text.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Language, Text } from "../languages/language.ts";
import { fillTemplate } from "../languages/template.ts";
import { rejectionWithClause } from "../languages/rejections.ts";
import { EXPRESSION_FINDING_TEXTS } from "../languages/expression-findings.ts";
import { OFFICE_FINDING_TEXTS } from "../languages/office-findings.ts";
import { POLICY_FINDING_TEXTS } from "../languages/policy-findings.ts";
import { SCENARIO_FINDING_TEXTS } from "../languages/scenario-findings.ts";
import type { Rejection } from "@jointfund/core/governance/rejection.ts";
import type { ScenarioFinding } from "../scenario/scenario-file.ts";

/** A finding with its place: "scenarios/a.yaml:12:5: …", and the line of the file. */
export function scenarioFindingText(
  finding: ScenarioFinding,
  language: Language,
  charter?: Charter,
): string {
  const { file, line, column, code, path, expected, actual, excerpt, rejection, on } = finding;
  const saysItself = Object.hasOwn(EXPRESSION_FINDING_TEXTS, code);
  const wanted = expected === "" ? "" : formInWords(expected, language);
  const isOther = rejection === undefined || code === "step_not_refused";
  const facts =
    isOther && !saysItself ? FACTS[language](wanted, rejection === undefined ? actual : "") : "";
  const why = rejection === undefined ? "" : `: ${rejectionIn(rejection, language, charter)}`;
  const text = whatIsWrong(finding, language);
  const day = on === undefined ? "" : `${on}: `;
  const at = path === "" ? day : `${path}: ${day}`;
  return `${file}:${line}:${column}: ${at}${text}${facts}${why}\n    ${excerpt.trim()}`;
}

const TEXTS: readonly Readonly<Record<string, Text>>[] = [
  SCENARIO_FINDING_TEXTS,
  OFFICE_FINDING_TEXTS,
  POLICY_FINDING_TEXTS,
];

/** What a code of a scenario, of one of its expressions, of an office or policy file says. */
function whatIsWrong({ code, facts }: ScenarioFinding, language: Language): string {
  for (const texts of TEXTS) {
    if (Object.hasOwn(texts, code)) return texts[code]![language];
  }
  if (!Object.hasOwn(EXPRESSION_FINDING_TEXTS, code)) return code;
  const texts = EXPRESSION_FINDING_TEXTS[code as keyof typeof EXPRESSION_FINDING_TEXTS];
  return fillTemplate(texts[language], facts ?? {}, { language });
}

/** "The adviser … (clause 9.1) [proposer_conflicted]": in words, and as `expect` names it. */
function rejectionIn(rejection: Rejection, language: Language, charter?: Charter): string {
  return `${rejectionWithClause(rejection, language, charter)} [${rejection.code}]`;
}

/** What was expected and what was found, as far as either is said. */
const FACTS: Readonly<Record<Language, (expected: string, actual: string) => string>> = {
  en: (expected, actual) => {
    const parts = [expected && `expected ${expected}`, actual && `found ${actual}`];
    const said = parts.filter((part) => part !== "").join(", ");
    return said === "" ? "" : ` (${said})`;
  },
  ja: (expected, actual) => {
    const parts = [expected && `期待：${expected}`, actual && `実際：${actual}`];
    const said = parts.filter((part) => part !== "").join("、");
    return said === "" ? "" : `（${said}）`;
  },
};
