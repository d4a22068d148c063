import { readFileSync } from "node:fs";
import type { Json, JsonPath } from "@jointfund/core/base/json.ts";
import { SCHEMA_FINDING_CODES } from "@jointfund/core/base/schema-definition.ts";
import { partAt } from "@jointfund/core/charter/charter-path.ts";
import { decodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { CharterFinding } from "@jointfund/core/charter/finding.ts";
import { lintDocument } from "@jointfund/core/charter/lint.ts";
import { charterKnowledge } from "@jointfund/core/fund/charter-knowledge.ts";
import stringWidth from "string-width";
import type { CharterFileFindingCode } from "../languages/charter-findings.ts";
import { languagesOf, type LanguageChoice, type Text } from "../languages/language.ts";
import { findingText } from "./finding-text.ts";
import type { SourcePosition, SourceSpan } from "./source-text.ts";
import { readYaml, type YamlDocument } from "./yaml-document.ts";

/** A finding with its place in the file. */
export type CharterFileFinding = {
  readonly code: CharterFileFindingCode;
  readonly severity: "error" | "warning";
  readonly path: JsonPath;
  readonly clause?: string;
  readonly facts: { readonly [fact: string]: Json };
  readonly position: SourcePosition;
  readonly span: SourceSpan;
};

/** A charter file as it was read. The charter is there only if nothing is wrong with its form. */
export type CharterFile = {
  readonly name: string;
  readonly document: YamlDocument;
  readonly findings: readonly CharterFileFinding[];
  readonly charter: Charter | undefined;
};

/** What a command prints and how it ends: 0 done, 1 refused, 2 wrong usage. */
export type CommandResult = { readonly text: string; readonly exitCode: 0 | 1 | 2 };

export type LintOptions = {
  readonly language: LanguageChoice;
  /** Findings as JSON instead of text. */
  readonly json?: boolean;
};

/**
 * Reads a charter's YAML, with values that `change` sets, and finds everything that is wrong with
 * it, each with its place.
 */
export function readCharterFile(
  name: string,
  bytes: Uint8Array,
  change: (json: Json) => Json = (json) => json,
): CharterFile {
  const document = readYaml(bytes);
  const { source } = document;
  const json = document.json === undefined ? undefined : change(document.json);
  if (json === undefined) {
    const findings = document.findings.map((finding): CharterFileFinding => {
      const position = source.position(finding.span.start);
      return { ...finding, severity: "error", position };
    });
    return { name, document, findings, charter: undefined };
  }
  const findings = ofItsFormat(lintDocument(json, charterKnowledge))
    .map((finding) => placed(finding, document))
    .sort((a, b) => a.span.start - b.span.start);
  const charter = decodeCharter(json);
  return { name, document, findings, charter: charter.ok ? charter.value : undefined };
}

/** Of a file that says itself to be something else, this is all that there is to say. */
function ofItsFormat(findings: readonly CharterFinding[]): readonly CharterFinding[] {
  const other = findings.filter(
    ({ code, path }) => code === "not_one_of" && path.length === 1 && path[0] === "format",
  );
  return other.length > 0 ? other : findings;
}

/** Findings whose subject is the name of a field rather than its value. */
const ABOUT_KEY: ReadonlySet<CharterFileFindingCode> = new Set([
  "unknown_field",
  "act_type_unknown",
  "text_language_unknown",
]);

function placed(finding: CharterFinding, document: YamlDocument): CharterFileFinding {
  const { value, key } = document.placeOf(finding.path);
  const { text } = document.source;
  const isCollection = !isScalarText(text, value);
  const span = key !== undefined && (isCollection || ABOUT_KEY.has(finding.code)) ? key : value;
  const exact = expressionSpan(finding, document, value) ?? span;
  return { ...finding, span: exact, position: document.source.position(exact.start) };
}

/** Whether a span holds one value on one line, so that pointing at it says enough. */
function isScalarText(text: string, { start, end }: SourceSpan): boolean {
  const first = text.charAt(start);
  return first !== "{" && first !== "[" && !text.slice(start, end).trimEnd().includes("\n");
}

/**
 * Where the fault of an expression is in the file. An expression may be folded over lines or stand
 * in quotation marks, so its part is looked for by which occurrence of its text it is.
 */
function expressionSpan(
  { facts, path }: CharterFinding,
  document: YamlDocument,
  { start, end }: SourceSpan,
): SourceSpan | undefined {
  const { offset, excerpt } = facts;
  const expression = document.json === undefined ? undefined : partAt(document.json, path);
  if (typeof offset !== "number" || typeof excerpt !== "string") return undefined;
  if (typeof expression !== "string" || excerpt === "") return undefined;
  const occurrence = expression.slice(0, offset).split(excerpt).length;
  let at = start - 1;
  for (let count = 0; count < occurrence; count++) {
    at = document.source.text.indexOf(excerpt, at + 1);
    if (at < 0 || at >= end) return undefined;
  }
  return { start: at, end: at + excerpt.length };
}

/**
 * Reads a charter file and reports all findings, each as `file:line:column` with the line. The
 * exit code is 1 if any is an error and 2 if the file cannot be read.
 */
export function lintCharterFile(path: string, options: LintOptions): CommandResult {
  const bytes = readBytes(path);
  if (typeof bytes === "string") return { text: `${path}: ${bytes}\n`, exitCode: 2 };
  const file = readCharterFile(path, bytes);
  const exitCode = file.findings.some(({ severity }) => severity === "error") ? 1 : 0;
  const text = options.json === true ? findingsJson(file) : findingsText(file, options.language);
  return { text, exitCode };
}

/** The bytes of a file, or the world's reason for not giving them. */
export function readBytes(path: string): Uint8Array | string {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
}

function findingsJson({ name, findings }: CharterFile): string {
  const shown = findings.map(({ position, span: _span, ...finding }) => ({
    file: name,
    ...position,
    ...finding,
  }));
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** The findings of a file as people read them, with a line that counts them. */
export function findingsText(file: CharterFile, choice: LanguageChoice): string {
  const blocks = file.findings.map((finding) => findingBlock(file, finding, choice));
  const count = (severity: CharterFileFinding["severity"]): number =>
    file.findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const plural = (number: number, noun: string): string =>
    `${number} ${noun}${number === 1 ? "" : "s"}`;
  const summary = {
    en: `${file.name}: ${plural(errors, "error")}, ${plural(warnings, "warning")}`,
    ja: `${file.name}：誤り${errors}件、注意${warnings}件`,
  };
  const isFormOnly = file.findings.some(({ code }) => FORM_CODES.has(code));
  const ends = languagesOf(choice).flatMap((language) => [
    summary[language],
    ...(isFormOnly ? [FORM_FIRST[language]] : []),
  ]);
  return `${[...blocks, ...ends].join("\n")}\n`;
}

/** Where the form is wrong nothing else can be checked yet. */
const FORM_CODES: ReadonlySet<string> = new Set(SCHEMA_FINDING_CODES);
const FORM_FIRST: Text = {
  en: "The form is wrong, so the content is not checked yet. Mend these and lint again.",
  ja: "形式に誤りがあるため、内容は未検査です。修正の後、再度検査してください。",
};

const SEVERITY_WORDS = {
  error: { en: "error", ja: "誤り" },
  warning: { en: "warning", ja: "注意" },
} as const;

function findingBlock(
  file: CharterFile,
  finding: CharterFileFinding,
  choice: LanguageChoice,
): string {
  const { line, column } = finding.position;
  const languages = languagesOf(choice);
  const severity = languages.map((language) => SEVERITY_WORDS[finding.severity][language]);
  const clause = finding.clause === undefined ? "" : ` (${finding.clause})`;
  const head = `${file.name}:${line}:${column}: ${severity.join(" ")} ${finding.code}${clause}`;
  const texts = languages.map((language) => `  ${findingText(finding, language)}`);
  return [head, ...new Set(texts), ...excerpt(file.document, finding), ""].join("\n");
}

const WIDTH = 96;

/** The line of a finding with a mark under its place, aligned by East Asian character widths. */
function excerpt({ source }: YamlDocument, finding: CharterFileFinding): readonly string[] {
  if (source.text === "") return [];
  const { span, position } = finding;
  const { line, at } = source.lineAt(span.start);
  const margin = `${position.line}`.padStart(5);
  const before = stringWidth(line.slice(0, at).replaceAll("\t", " "));
  const marked = line.slice(at, Math.min(line.length, at + span.end - span.start)).trimEnd();
  const mark = "^".repeat(Math.max(1, stringWidth(marked)));
  const lines = [`${margin} | ${line.replaceAll("\t", " ")}`];
  if (before < WIDTH) lines.push(`      | ${" ".repeat(before)}${mark.slice(0, WIDTH - before)}`);
  return lines;
}
