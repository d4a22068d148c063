import { FUND_REJECTION_CODES, FUND_REJECTIONS } from "@jointfund/core/fund/rejections.ts";
import {
  GOVERNANCE_REJECTION_CODES,
  GOVERNANCE_REJECTIONS,
} from "@jointfund/core/governance/rejections.ts";
import { LOG_REJECTION_CODES } from "@jointfund/core/log/rejection.ts";
import { rejectionTemplates } from "../../packages/server/src/languages/rejections.ts";
import { code, page, table } from "./markdown.ts";
import { refusalsIn, type Refusal } from "./refusals.ts";

type Terms = {
  readonly facts: readonly string[];
  readonly sometimes?: readonly string[];
  readonly retry: "never" | "later";
  readonly rule?: string;
};

/** A template as a reader needs it: facts by name, parts that are not always there in brackets. */
function shown(template: string): string {
  return template
    .replaceAll(/\{([A-Za-z]+)(?::[A-Za-z]+)?\}/g, "`$1`")
    .replaceAll(/\[\[ ?(.*?)\]\]/g, "($1)")
    .replaceAll("<", "&lt;");
}

function textsOf(name: string): readonly [string, string] {
  const texts = rejectionTemplates(name);
  if (texts === undefined) throw new Error(`${name} has no text`);
  return [shown(texts.en), shown(texts.ja)];
}

const anchored = (name: string): string => `<a id="${name}"></a>${code(name)}`;

function factList({ facts, sometimes = [] }: Terms): string {
  const always = facts.map(code);
  const some = sometimes.map((fact) => `(${code(fact)})`);
  return [...always, ...some].join(", ");
}

/** Rules that the source cites for a code; "clause" where it cites the charter. */
function citedIn(refusals: readonly Refusal[], name: string): string {
  const cited = refusals.filter((of) => of.code === name).map(({ rule }) => rule ?? "clause");
  return [...new Set(cited)].toSorted((a, b) => (a < b ? -1 : 1)).join(", ");
}

function section(
  codes: readonly string[],
  terms: Readonly<Record<string, Terms>>,
  refusals: readonly Refusal[],
): string {
  const rows = codes.map((name) => {
    const of = terms[name]!;
    const cites = citedIn(refusals, name);
    const rule = of.rule === undefined || cites.includes(of.rule) ? cites : `${of.rule}, ${cites}`;
    return [anchored(name), ...textsOf(name), factList(of), rule, of.retry];
  });
  return table(["Code", "Text", "日本語", "Facts", "Cites", "Again"], rows);
}

/** docs/reference/rejections.md */
export function rejectionsPage(): string {
  const log = LOG_REJECTION_CODES.map((name) => [anchored(name), ...textsOf(name)]);
  return page(
    "Rejections",
    `The rules say no with a code, the clause of the charter or the rule of the
[specification](../spec/) that was broken, and facts: what was found (\`actual\`) and what is
needed (\`required\`). Facts in brackets are there in some cases. *Cites* names the rule; where it
says "clause", the rejection names the charter's own. *Again* says whether the very same statement
may be accepted later, or never. Of two that hold, the one that stands first is given. What is
refused changes nothing; if it was signed by an enrolled key the refusal itself is recorded (R15).`,
    "## Signatures, approvals, keys and seats",
    section(GOVERNANCE_REJECTION_CODES, GOVERNANCE_REJECTIONS, refusalsIn("governance")),
    "## Acts and the record",
    section(FUND_REJECTION_CODES, FUND_REJECTIONS, refusalsIn("fund")),
    "## Proofs, checkpoints and files of the log",
    table(["Code", "Text", "日本語"], log),
  );
}
