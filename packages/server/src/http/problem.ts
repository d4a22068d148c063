import { toJson } from "@jointfund/core/fund/effects.ts";
import { Schema, type Infer, type SchemaFinding } from "@jointfund/core/base/schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Rejection } from "@jointfund/core/governance/rejection.ts";
import { fieldFindingText } from "../languages/act-forms/field-findings.ts";
import { HTTP_PROBLEMS, type HttpProblemCode } from "../languages/http-problems.ts";
import type { Language, Text } from "../languages/language.ts";
import { partsOfProblem } from "../languages/unknown-things.ts";
import { rejectionWithClause } from "../languages/rejections.ts";
import { text } from "./wire-schemas.ts";

/** What an answer that is no success says (RFC 9457), with its HTTP status (H10). */
export type Problem = Infer<typeof problemSchema>;

const { array, integer, json, object, optional, string } = Schema;

const finding = object({
  code: string(),
  path: array(Schema.json()),
  expected: string(),
  actual: string(),
  texts: text,
});

export const problemSchema = Schema.lazy("Problem", () =>
  object(
    {
      type: string({ description: "The page of the code: /problems/<code>." }),
      title: string({ description: "What is wrong, in the language that was asked for." }),
      status: integer({ min: 400, max: 599 }),
      code: string({ description: "The rule that said no, or what is wrong with the request." }),
      texts: text,
      clause: optional(string({ description: "The charter's clause or the record's rule." })),
      facts: optional(json({ description: "What was found and what was required." })),
      findings: optional(array(finding)),
      index: optional(integer({ min: 0, description: "The entry that records the refusal." })),
    },
    { description: "RFC 9457, as application/problem+json." },
  ),
);

/** An error of the request or of the server, thrown to end its handling with a problem. */
export class RequestProblem extends Error {
  override readonly name = "RequestProblem";
  readonly code: HttpProblemCode;
  readonly parts: readonly string[];
  readonly findings: readonly SchemaFinding[] | undefined;

  constructor(
    code: HttpProblemCode,
    parts: readonly string[] = [],
    findings?: readonly SchemaFinding[],
  ) {
    super(code);
    this.code = code;
    this.parts = parts;
    this.findings = findings;
  }
}

const typeOf = (code: string): string => `/problems/${code}`;

/** Most findings that a problem lists: what is wrong with a hostile body may be without end. */
const FINDINGS_MAX = 20;

export function problemOf({ code, parts, findings }: RequestProblem, language: Language): Problem {
  const { status, title } = HTTP_PROBLEMS[code];
  const fill = (of: "en" | "ja"): string => {
    const values = partsOfProblem(code, parts, of);
    return title[of].replace(/\{(\d)\}/g, (_place, n: string) => values[Number(n)] ?? "");
  };
  const texts: Text = { en: fill("en"), ja: fill("ja") };
  const shown = findings?.slice(0, FINDINGS_MAX).map((each) => ({
    ...each,
    path: [...each.path],
    texts: fieldFindingText(each),
  }));
  return {
    ...{ type: typeOf(code), title: texts[language], status, code, texts },
    ...(shown === undefined ? {} : { findings: shown }),
  };
}

/** What the rules refused (H11). */
export function problemOfRejection(
  rejection: Rejection,
  of: {
    readonly language: Language;
    readonly charter: Charter | undefined;
    readonly index?: number;
  },
): Problem {
  const { code, clause, facts } = rejection;
  const texts: Text = {
    en: rejectionWithClause(rejection, "en", of.charter),
    ja: rejectionWithClause(rejection, "ja", of.charter),
  };
  return {
    ...{ type: typeOf(code), title: texts[of.language], status: 422, code, texts },
    ...(clause === "" ? {} : { clause }),
    facts: toJson(facts),
    ...(of.index === undefined ? {} : { index: of.index }),
  };
}
