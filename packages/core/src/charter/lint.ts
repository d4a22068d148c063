import { canonicalText } from "../base/canonical.ts";
import type { Json, JsonPath } from "../base/json.ts";
import { encode } from "../base/schema.ts";
import { bracketsOf, pathInDraft, resolveBrackets, type Bracket } from "./brackets.ts";
import { charterSchema } from "./charter-schema.ts";
import { clauseAt, isJsonList, isJsonObject } from "./charter-path.ts";
import type { Charter } from "./charter.ts";
import { decodeCharter, encodingFindings } from "./decode-charter.ts";
import type { CharterFinding, FindingFacts, LintCode } from "./finding.ts";
import { lintActs } from "./lint-acts.ts";
import { lintApprovals } from "./lint-approvals.ts";
import { lintCapital } from "./lint-capital.ts";
import { lintCharges } from "./lint-charges.ts";
import { lintClosing } from "./lint-closing.ts";
import { LintContext, type FundKnowledge } from "./lint-context.ts";
import { lintExpressions } from "./lint-expressions.ts";
import { lintLeverage } from "./lint-leverage.ts";
import { lintMandate } from "./lint-mandate.ts";
import { lintMoney } from "./lint-money.ts";
import { lintLanguages, lintNames, TEXT_FIELDS } from "./lint-names.ts";
import { lintOversight } from "./lint-oversight.ts";
import { lintSeats } from "./lint-seats.ts";
import { lintWaterfalls } from "./lint-waterfalls.ts";

export type { FundKnowledge } from "./lint-context.ts";

/** All that is wrong with a charter's meaning, at once [CH20]. */
export function lintCharter(charter: Charter, knowledge: FundKnowledge): readonly CharterFinding[] {
  const context = new LintContext(charter, encode(charterSchema, charter), knowledge);
  lintNames(context);
  lintLanguages(context);
  lintSeats(context);
  lintMoney(context);
  lintMandate(context);
  lintCapital(context);
  lintWaterfalls(context);
  lintLeverage(context);
  lintCharges(context);
  lintActs(context);
  lintOversight(context);
  lintApprovals(context);
  lintExpressions(context);
  lintClosing(context);
  return context.findings;
}

/**
 * All that is wrong with a document that is to be a charter, or is still a draft of one: its form,
 * its meaning and, where it has open brackets, each side's reading of it [CH73].
 */
export function lintDocument(json: Json, knowledge: FundKnowledge): readonly CharterFinding[] {
  const unfit = encodingFindings(json);
  if (unfit.length > 0) return unfit;
  const brackets = bracketsOf(json);
  if (brackets.length === 0) return lintReading(json, knowledge);
  const findings = brackets.flatMap((bracket) => bracketFindings(json, bracket));
  if (findings.some(({ severity }) => severity === "error")) return findings;
  return [...findings, ...lintSides(json, brackets, knowledge)];
}

function lintReading(json: Json, knowledge: FundKnowledge): readonly CharterFinding[] {
  const charter = decodeCharter(json);
  return charter.ok ? lintCharter(charter.value, knowledge) : charter.error;
}

/** What the sides' readings have in common is said once; the rest names the sides. */
function lintSides(
  json: Json,
  brackets: readonly Bracket[],
  knowledge: FundKnowledge,
): readonly CharterFinding[] {
  const sides = [...new Set(brackets.flatMap((bracket) => bracket.sides))];
  const merged = new Map<string, { finding: CharterFinding; sides: string[] }>();
  for (const side of sides) {
    const resolved = resolveBrackets(json, side);
    const findings = resolved.ok ? lintReading(resolved.value, knowledge) : resolved.error;
    for (const found of findings) {
      const finding = resolved.ok ? { ...found, path: pathInDraft(json, found.path, side) } : found;
      const { code, path, facts } = finding;
      const key = canonicalText([code, path, facts]);
      const known = merged.get(key);
      if (known === undefined) merged.set(key, { finding, sides: [side] });
      else known.sides.push(side);
    }
  }
  return [...merged.values()].map(({ finding, sides: holders }) =>
    holders.length === sides.length
      ? finding
      : { ...finding, facts: { ...finding.facts, sides: holders } },
  );
}

function bracketFindings(json: Json, { path, sides }: Bracket): readonly CharterFinding[] {
  const findings: CharterFinding[] = [];
  const clause = clauseAt(json, path);
  const add = (code: LintCode, severity: CharterFinding["severity"], facts: FindingFacts): void => {
    const place = clause === undefined ? { path } : { path, clause };
    findings.push({ code, severity, ...place, facts });
  };
  add("bracket_open", "warning", { sides });
  if (sides.length === 0) add("bracket_empty", "error", {});
  if (!isPriced(path)) add("bracket_unpriced", "warning", { part: String(path[0] ?? "") });
  if (path.includes("brackets")) add("bracket_nested", "error", {});
  const known = sovereignIds(json);
  for (const side of sides) {
    if (known.length === 0 || known.includes(side)) continue;
    add("bracket_side_unknown", "error", { actual: side, required: known });
  }
  for (const side of known) {
    if (!sides.includes(side)) add("bracket_side_missing", "error", { side, sides });
  }
  return findings;
}

/** Sections whose terms change what someone pays or receives, so that a run can price them. */
const PRICED_SECTIONS: ReadonlySet<string | number | undefined> = new Set([
  ...["capital", "terms", "limits", "leverage", "fees", "expenses", "reserves"],
  ...["waterfalls", "distributions", "recoupment", "carry", "dealing", "rounding", "exit"],
]);

/** Whether both readings of a bracket can be run and compared in money [CH74]. */
function isPriced(path: JsonPath): boolean {
  return PRICED_SECTIONS.has(path[0]) && !path.some((key) => TEXT_FIELDS.has(String(key)));
}

/** Ids of the sovereigns as far as a draft says them; none if it does not. */
function sovereignIds(json: Json): readonly string[] {
  const parties = isJsonObject(json) ? json["parties"] : undefined;
  if (!isJsonList(parties)) return [];
  return parties.flatMap((party) => {
    if (!isJsonObject(party) || party["kind"] !== "sovereign") return [];
    return typeof party["id"] === "string" ? [party["id"]] : [];
  });
}
