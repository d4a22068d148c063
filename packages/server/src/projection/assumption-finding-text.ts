import { findingText } from "../charter/finding-text.ts";
import {
  ASSUMPTION_FINDING_TEXTS,
  type AssumptionOwnCode,
} from "../languages/assumption-findings.ts";
import type { Language } from "../languages/language.ts";
import { fillTemplate } from "../languages/template.ts";
import type { AssumptionFileCode, AssumptionFileFinding } from "./assumption-files.ts";

const isOwn = (code: AssumptionFileCode): code is AssumptionOwnCode =>
  Object.hasOwn(ASSUMPTION_FINDING_TEXTS, code);

/** What a finding says, without its place. */
export function assumptionFindingText(
  { code, path, facts }: Pick<AssumptionFileFinding, "code" | "path" | "facts">,
  language: Language,
): string {
  if (isOwn(code))
    return fillTemplate(ASSUMPTION_FINDING_TEXTS[code][language], facts, { language });
  return findingText({ code, path, facts }, language);
}

/** With its place: "assumptions/a.yaml:12:5: market.model.alpha: …", and the line of the file. */
export function assumptionFindingLine(finding: AssumptionFileFinding, language: Language): string {
  const { file, line, column, path, excerpt } = finding;
  const at = path.length === 0 ? "" : `${path.join(".")}: `;
  const text = assumptionFindingText(finding, language);
  return `${file}:${line}:${column}: ${at}${text}\n    ${excerpt.trim()}`;
}
