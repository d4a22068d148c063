import { formInWords } from "../charter/finding-text.ts";
import type { Language } from "../languages/language.ts";
import { SCENARIO_FINDING_TEXTS } from "../languages/scenario-findings.ts";
import type { ScenarioFinding } from "../scenario/scenario-file.ts";

/** A finding with its place: "scenarios/a.yaml:12:5: …", and the line of the file. */
export function scenarioFindingText(finding: ScenarioFinding, language: Language): string {
  const { file, line, column, code, path, expected, actual, excerpt } = finding;
  const known = Object.hasOwn(SCENARIO_FINDING_TEXTS, code)
    ? SCENARIO_FINDING_TEXTS[code]
    : undefined;
  const said = FACTS[language](expected === "" ? "" : formInWords(expected, language), actual);
  const text = known === undefined ? code : known[language];
  const at = path === "" ? "" : `${path}: `;
  return `${file}:${line}:${column}: ${at}${text}${said}\n    ${excerpt.trim()}`;
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
