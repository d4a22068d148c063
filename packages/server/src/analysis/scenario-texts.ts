import type { Charter } from "@jointfund/core/charter/charter.ts";
import { findingText } from "../charter/finding-text.ts";
import { scenarioFindingText } from "../cli/scenario-finding.ts";
import { LANGUAGES, type Language, type Text } from "../languages/language.ts";
import type { ScenarioFault, ScenarioFinding } from "../scenario/scenario-file.ts";

/** Findings that are told of one run. */
const FINDINGS_MAX = 20;

const inBoth = (say: (language: Language) => string): Text => {
  const [en = "", ja = ""] = LANGUAGES.map(say);
  return { en, ja };
};

/** What a finding says without the place in the file: whoever set the terms has not that file. */
export function stepText(finding: ScenarioFinding, charter?: Charter): Text {
  return inBoth((language) => {
    const [said = ""] = scenarioFindingText(finding, language, charter).split("\n");
    return said.slice(`${finding.file}:${finding.line}:${finding.column}: `.length);
  });
}

/** Why a scenario with its terms set so cannot be played, in both languages. */
export function faultTexts(fault: ScenarioFault): readonly Text[] {
  switch (fault.kind) {
    case "settings":
      return fault.settings.slice(0, FINDINGS_MAX).map((setting) => ({
        en: `There is no such term, or it does not take this value: ${setting}`,
        ja: `該当する条件がないか、設定できない値です：${setting}`,
      }));
    case "charterMissing":
      return [{ en: "The charter is not there.", ja: "基本協定がありません。" }];
    case "scenario":
      return fault.findings.slice(0, FINDINGS_MAX).map((finding) => stepText(finding));
    case "charter":
      return fault.charter.findings
        .filter(({ severity }) => severity === "error")
        .slice(0, FINDINGS_MAX)
        .map((finding) =>
          inBoth((language) => `${finding.path.join(".")}: ${findingText(finding, language)}`),
        );
  }
}
