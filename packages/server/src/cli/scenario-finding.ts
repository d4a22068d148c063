import type { Language } from "../languages/language.ts";
import { SCENARIO_FINDING_TEXTS } from "../languages/scenario-findings.ts";
import type { ScenarioFinding } from "../scenario/scenario-file.ts";

/** A finding with its place: "scenarios/a.yaml:12:5: …", and the line of the file. */
export function scenarioFindingText(finding: ScenarioFinding, language: Language): string {
  const { file, line, column, code, path, expected, actual, excerpt } = finding;
  const known = Object.hasOwn(SCENARIO_FINDING_TEXTS, code)
    ? SCENARIO_FINDING_TEXTS[code]
    : undefined;
  const facts = language === "ja" ? "(期待:{e}、実際:{a})" : " (expected {e}, found {a})";
  const shown = facts.replace("{e}", expected || "-").replace("{a}", actual || "-");
  const text = known === undefined ? code : known[language];
  return `${file}:${line}:${column}: ${path}: ${text}${shown}\n    ${excerpt.trim()}`;
}
