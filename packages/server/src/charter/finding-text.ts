import type { Json } from "@jointfund/core/base/json.ts";
import type { FindingCode } from "@jointfund/core/expression/finding.ts";
import {
  CHARTER_FINDING_TEXTS,
  type CharterFileFindingCode,
} from "../languages/charter-findings.ts";
import { CONTROL_WORDS, FORM_WORDS, KIND_WORDS, NATURE_WORDS } from "../languages/charter-words.ts";
import { EXPRESSION_FINDING_TEXTS } from "../languages/expression-findings.ts";
import type { Language, Text } from "../languages/language.ts";
import { fillTemplate, type Facts } from "../languages/template.ts";
import { ACCOUNT_KIND_WORDS, STEP_WORDS, wordFor } from "../languages/words.ts";

/** What a finding says in one language. Facts that are codes are said in words. */
export function findingText(
  finding: {
    readonly code: CharterFileFindingCode;
    readonly path: readonly (string | number)[];
    readonly facts: Facts;
  },
  language: Language,
): string {
  const { code, path, facts } = finding;
  const say = (words: Readonly<Record<string, Text>>, fact: Json | undefined): Json =>
    typeof fact === "string" ? wordFor(words, fact)[language] : (fact ?? null);
  const said: { [fact: string]: Json } = { ...facts };
  for (const [fact, words] of WORDS_OF_FACTS) {
    if (Object.hasOwn(facts, fact)) said[fact] = say(words, facts[fact]);
  }
  const words = WORDS_OF_CODES.get(code);
  for (const fact of ["actual", "required"]) {
    if (words !== undefined && Object.hasOwn(facts, fact)) said[fact] = say(words, facts[fact]);
  }
  if (typeof facts["expected"] === "string") {
    said["expected"] = formInWords(facts["expected"], language);
  }
  if (code === "missing_field") said["field"] = String(path.at(-1) ?? "");
  if (typeof facts["finding"] === "string") {
    said["message"] = expressionText(facts["finding"] as FindingCode, facts, language);
  }
  return fillTemplate(CHARTER_FINDING_TEXTS[code][language], said, { language });
}

const WORDS_OF_FACTS = [
  ["kind", KIND_WORDS],
  ["control", CONTROL_WORDS],
  ["step", STEP_WORDS],
] as const;

/** Codes whose `actual` and `required` are codes of their own. */
const WORDS_OF_CODES: ReadonlyMap<string, Readonly<Record<string, Text>>> = new Map([
  ["wrong_type", FORM_WORDS],
  ["act_nature_wrong", NATURE_WORDS],
  ["account_missing", ACCOUNT_KIND_WORDS],
  ["account_kind_wrong", ACCOUNT_KIND_WORDS],
  ["covenant_steps_unordered", STEP_WORDS],
]);

/** Findings on expressions whose facts are types or parts of speech. */
const FORM_FINDINGS: ReadonlySet<FindingCode> = new Set([
  "type_mismatch",
  "types_not_comparable",
  "token_unexpected",
  "argument_not_literal",
  "argument_order",
]);

function expressionText(code: FindingCode, facts: Facts, language: Language): string {
  const words = (fact: Json | undefined): Json => {
    if (Array.isArray(fact)) return (fact as readonly Json[]).map((each) => words(each));
    return typeof fact === "string" ? formInWords(fact, language) : (fact ?? null);
  };
  const isForm = FORM_FINDINGS.has(code);
  const said = isForm
    ? { ...facts, actual: words(facts["actual"]), required: words(facts["required"]) }
    : facts;
  const text = EXPRESSION_FINDING_TEXTS[code][language];
  return fillTemplate(text, said, { language });
}

const ONE_OF = /^(?:(object) with )?one of (.*)$/;
const RANGED = /^([A-Za-z-]+) (-?[0-9]*(?:\.[0-9]+)?%?)\.\.(-?[0-9]*(?:\.[0-9]+)?%?)$/;
const MONEY = /^money\(([A-Z]{3})\)$/;

/** A form as a schema or an expression names it ("integer 1..12", "one of a|b"), in words. */
export function formInWords(form: string, language: Language): string {
  const oneOf = ONE_OF.exec(form);
  if (oneOf !== null) {
    const choices = oneOf[2]!.split("|").join(language === "ja" ? "、" : ", ");
    if (oneOf[1] !== undefined) {
      return language === "ja" ? `${choices}のいずれかの項目` : `one of the fields ${choices}`;
    }
    if (!choices.includes(",") && !choices.includes("、")) return choices;
    return language === "ja" ? `${choices}のいずれか` : `one of ${choices}`;
  }
  const money = MONEY.exec(form);
  if (money !== null) {
    return language === "ja" ? `${money[1]}の金額` : `an amount in ${money[1]}`;
  }
  const ranged = RANGED.exec(form);
  if (ranged === null) return wordFor(FORM_WORDS, form)[language];
  const [, kind = "", min = "", max = ""] = ranged;
  return withRange(wordFor(FORM_WORDS, kind)[language], { min, max }, language);
}

function withRange(
  word: string,
  { min, max }: { readonly min: string; readonly max: string },
  language: Language,
): string {
  if (language === "ja") {
    if (max === "") return `${word}（${min}以上）`;
    return min === "" ? `${word}（${max}以下）` : `${word}（${min}以上${max}以下）`;
  }
  if (max === "") return `${word} (at least ${min})`;
  return min === "" ? `${word} (at most ${max})` : `${word} (${min} to ${max})`;
}
