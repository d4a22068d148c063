import { COMPARISON_PHRASES, STANDING_WORDS } from "../languages/comparison-phrases.ts";
import { languagesOf, type Language, type LanguageChoice } from "../languages/language.ts";
import { readBytes, type CommandResult } from "./charter-file.ts";
import { readReading } from "./charter-reading.ts";
import {
  comparisonReport,
  type ComparedCharter,
  type ComparisonReport,
  type PartReport,
  type Reading,
  type TermReport,
} from "./comparison-report.ts";
import { unreadable } from "./explain.ts";

type Options = { readonly language: LanguageChoice; readonly json: boolean };

/** Compares two files, or the first two sides' readings of a draft where only one is given. */
export function compareFiles(
  firstPath: string,
  secondPath: string | undefined,
  options: Options,
): CommandResult {
  const readings: Reading[] = [];
  const asked = secondPath === undefined ? [firstPath, firstPath] : [firstPath, secondPath];
  for (const [index, path] of asked.entries()) {
    const bytes = readBytes(path);
    if (typeof bytes === "string") return { text: `${path}: ${bytes}\n`, exitCode: 2 };
    const whole = readReading(path, bytes);
    const side = whole.ok ? undefined : whole.error.sides[secondPath === undefined ? index : 0];
    const reading = whole.ok || side === undefined ? whole : readReading(path, bytes, side);
    if (!reading.ok) return unreadable(reading.error, options.language);
    readings.push(reading.value);
  }
  const report = comparisonReport(...(readings as [Reading, Reading]));
  const { json, language } = options;
  if (json) return { text: `${JSON.stringify(report, null, 2)}\n`, exitCode: 0 };
  const texts = languagesOf(language).map((each) => comparisonText(report, each));
  return { text: `${texts.join("\n\n")}\n`, exitCode: 0 };
}

/** What differs between two charters, section by section, in one language. */
export function comparisonText(report: ComparisonReport, language: Language): string {
  const phrases = COMPARISON_PHRASES[language];
  const { first, second, counts, sections } = report;
  const name = (of: ComparedCharter): string => {
    const id = `${of.id} ${of.version}`;
    return of.side === undefined ? id : phrases.reading(id, of.side);
  };
  const lines = [`# ${phrases.title(name(first), name(second))}`, "", phrases.counts(counts), ""];
  for (const { title, parts } of sections) {
    const differing = parts.filter(({ standing }) => standing !== "same");
    if (differing.length === 0) continue;
    lines.push(`## ${title[language]}`, "");
    for (const part of differing) lines.push(...partLines(part, language));
    lines.push("");
  }
  return lines.join("\n").trimEnd();
}

function partLines(part: PartReport, language: Language): readonly string[] {
  const { title, clause, standing, entrenched, terms } = part;
  const { first, second } = clause;
  const numbers = first === second ? first : [first, second].filter(Boolean).join(" → ");
  const marks = [
    STANDING_WORDS[standing][language],
    ...(entrenched ? [COMPARISON_PHRASES[language].entrenched] : []),
  ];
  const number = numbers === undefined || numbers === "" ? "" : ` [${numbers}]`;
  const head = `- ${title[language]}${number} (${marks.join(", ")})`;
  return [head, ...terms.map((term) => `  - ${termLine(term, language)}`)];
}

function termLine({ label, first, second }: TermReport, language: Language): string {
  const flat = (text: string): string => text.replaceAll(/\n */g, "; ");
  const colon = language === "ja" ? "：" : ": ";
  const values = [first, second].map((value) => (value === undefined ? "–" : value[language]));
  return `${label[language]}${colon}${values.map(flat).join(" → ")}`;
}
