import type { Json, JsonPath } from "../base/json.ts";
import { withSuggestion } from "../expression/suggestion.ts";
import type { EnvironmentTypes } from "../expression/types.ts";
import { allSeats } from "./approval-reach.ts";
import { clauseAt } from "./charter-path.ts";
import type { AccountKind, ApprovalRule, Charter, Days } from "./charter.ts";
import type { CharterFinding, FindingFacts, LintCode } from "./finding.ts";

/** What the linter must be told of the fund that will run on the charter. */
export type FundKnowledge = {
  /** Every act type that the fund knows, with its nature. */
  readonly actTypes: ReadonlyMap<string, "decision" | "fact">;
  /** Act types that bind or move money: no party may decide them alone unless it is shown. */
  readonly moneyActs: ReadonlySet<string>;
  /** Accounts that the acts post to. */
  readonly accounts: ReadonlyMap<string, AccountKind>;
  /** Ids of the business calendars that are known as data. */
  readonly calendars: ReadonlySet<string>;
  /** What the names of the charter's expressions mean, its terms among them. */
  readonly environment: (charter: Charter, vehicle: string) => EnvironmentTypes;
};

/** One run of the linter: the charter, what is known, and what is found so far. */
export class LintContext {
  readonly charter: Charter;
  readonly json: Json;
  readonly knowledge: FundKnowledge;
  readonly findings: CharterFinding[] = [];
  readonly names: CharterNames;
  private suggestions = 0;

  constructor(charter: Charter, json: Json, knowledge: FundKnowledge) {
    this.charter = charter;
    this.json = json;
    this.knowledge = knowledge;
    this.names = namesOf(charter);
  }

  error(code: LintCode, path: JsonPath, facts: FindingFacts = {}): void {
    this.found("error", code, path, facts);
  }

  warn(code: LintCode, path: JsonPath, facts: FindingFacts = {}): void {
    this.found("warning", code, path, facts);
  }

  /** A name must be one of those known; the nearest of them is suggested [CH30]. */
  refer(kind: string, name: string, known: ReadonlySet<string>, path: JsonPath): void {
    if (known.has(name)) return;
    const names = [...known];
    const plain = { actual: name, required: names.slice(0, SHOWN_NAMES) };
    // A suggestion compares the name with every other: of many slips the first get one.
    const facts = this.suggestions++ < MAX_SUGGESTIONS ? withSuggestion(plain, names) : plain;
    this.error("reference_unknown", path, { kind, ...facts });
  }

  referEach(
    kind: string,
    names: readonly string[] | undefined,
    known: ReadonlySet<string>,
    path: JsonPath,
  ): void {
    for (const [index, name] of (names ?? []).entries()) {
      this.refer(kind, name, known, [...path, index]);
    }
  }

  /** Names of one kind must differ [CH31]. */
  distinct(kind: string, names: readonly (readonly [name: string, path: JsonPath])[]): void {
    const seen = new Set<string>();
    for (const [name, path] of names) {
      if (seen.has(name)) this.error("id_duplicate", path, { kind, actual: name });
      seen.add(name);
    }
  }

  private found(
    severity: "error" | "warning",
    code: LintCode,
    path: JsonPath,
    facts: FindingFacts,
  ): void {
    const clause = clauseAt(this.json, path);
    const place = clause === undefined ? { path } : { path, clause };
    this.findings.push({ code, severity, ...place, facts });
  }
}

const SHOWN_NAMES = 12;
const MAX_SUGGESTIONS = 100;

/** The names that other parts of a charter may refer to, by kind. */
export type CharterNames = {
  readonly parties: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly seats: ReadonlySet<string>;
  readonly vehicles: ReadonlySet<string>;
  readonly limits: ReadonlySet<string>;
};

function namesOf(charter: Charter): CharterNames {
  const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(list.map(({ id }) => id));
  return {
    parties: ids(charter.parties),
    bodies: ids(charter.bodies),
    seats: ids(allSeats(charter)),
    vehicles: ids(charter.vehicles),
    limits: ids(charter.limits),
  };
}

/** A rule and every rule inside it, each with its path. */
export function rulesWithin(
  rule: ApprovalRule,
  path: JsonPath,
): readonly (readonly [rule: ApprovalRule, path: JsonPath])[] {
  const key = "all" in rule ? "all" : "any" in rule ? "any" : "of";
  const parts = "all" in rule ? rule.all : "any" in rule ? rule.any : "of" in rule ? rule.of : [];
  return [
    [rule, path],
    ...parts.flatMap((part, index) => rulesWithin(part, [...path, key, index])),
  ];
}

/** Every rule of every approval tier, with its act type and path. */
export function allRules(
  charter: Charter,
): readonly { readonly rule: ApprovalRule; readonly path: JsonPath }[] {
  return Object.entries(charter.acts).flatMap(([type, { approve }]) =>
    approve.flatMap((tier, index) =>
      rulesWithin(tier.rule, ["acts", type, "approve", index, "rule"]).map(([rule, path]) => ({
        rule,
        path,
      })),
    ),
  );
}

/** A period, or one that a section may leave out. */
type Timed = readonly [period: Days | undefined, path: JsonPath];

/** Periods of the sections that a charter may do without. */
function termPeriods(charter: Charter): readonly { period: Days; path: JsonPath }[] {
  const { capital, deadlock, dealing, exit, expenses, fixing, leverage, mandate } = charter;
  const { freeze, oversight, valuation } = charter;
  const each = <T>(list: readonly T[] | undefined, timed: (item: T, at: number) => Timed[]) =>
    (list ?? []).flatMap(timed);
  const all: readonly Timed[] = [
    [capital.late?.grace, ["capital", "late", "grace"]],
    ...each(capital.late?.ladder, ({ after }, n) => [
      [after, ["capital", "late", "ladder", n, "after"]],
    ]),
    [capital.deferral?.longest, ["capital", "deferral", "longest"]],
    [capital.recall?.within, ["capital", "recall", "within"]],
    [mandate.overrun?.window, ["mandate", "overrun", "window"]],
    ...each(leverage?.facilities, ({ longestDraw }, n) => [
      [longestDraw, ["leverage", "facilities", n, "longestDraw"]],
    ]),
    ...each(leverage?.covenants, ({ ladder }, n) =>
      ladder.map(({ period }, step): Timed => [
        period,
        ["leverage", "covenants", n, "ladder", step, "period"],
      ]),
    ),
    [valuation?.staleAfter, ["valuation", "staleAfter"]],
    [valuation?.challenge?.window, ["valuation", "challenge", "window"]],
    [fixing?.staleAfter, ["fixing", "staleAfter"]],
    ...each(dealing, ({ cutOff, payWithin, suspension }, n) => [
      [cutOff, ["dealing", n, "cutOff"]],
      [payWithin, ["dealing", n, "payWithin"]],
      [suspension?.longest, ["dealing", n, "suspension", "longest"]],
    ]),
    [expenses?.paidWithin, ["expenses", "paidWithin"]],
    [oversight?.instructionsPublicAfter, ["oversight", "instructionsPublicAfter"]],
    ...each(oversight?.disputes?.ladder, ({ within }, n) => [
      [within, ["oversight", "disputes", "ladder", n, "within"]],
    ]),
    [oversight?.audit?.answerWithin, ["oversight", "audit", "answerWithin"]],
    [oversight?.sideLetters?.electWithin, ["oversight", "sideLetters", "electWithin"]],
    ...each(deadlock?.ladder, ({ within }, n) => [[within, ["deadlock", "ladder", n, "within"]]]),
    [freeze?.days, ["freeze", "days"]],
    [freeze?.coolingOff, ["freeze", "coolingOff"]],
    [exit?.noticePeriod, ["exit", "noticePeriod"]],
    [exit?.offerWindow, ["exit", "offerWindow"]],
  ];
  return all.flatMap(([period, path]) => (period === undefined ? [] : [{ period, path }]));
}

/** Every period of the charter with its path. */
export function allPeriods(
  charter: Charter,
): readonly { readonly period: Days; readonly path: JsonPath }[] {
  const { capital } = charter;
  const periods: { period: Days; path: JsonPath }[] = [
    { period: capital.callNotice, path: ["capital", "callNotice"] },
    ...termPeriods(charter),
  ];
  for (const [type, act] of Object.entries(charter.acts)) {
    const path = ["acts", type];
    for (const [index, { window }] of (act.consult ?? []).entries()) {
      periods.push({ period: window, path: [...path, "consult", index, "window"] });
    }
    if (act.objection !== undefined) {
      periods.push({ period: act.objection.window, path: [...path, "objection", "window"] });
    }
    for (const key of ["timelock", "expiry"] as const) {
      const period = act[key];
      if (period !== undefined) periods.push({ period, path: [...path, key] });
    }
  }
  for (const { rule, path } of allRules(charter)) {
    if (!("noObjection" in rule)) continue;
    periods.push({ period: rule.noObjection.window, path: [...path, "noObjection", "window"] });
  }
  return periods;
}

/**
 * The length of a period for rough comparison: fifths of a calendar day, five business days being
 * taken as seven calendar days.
 */
export function roughLength({ days, calendar }: Days): number {
  return days * (calendar === EVERY_DAY ? 5 : 7);
}

/** The calendar that counts every day. */
export const EVERY_DAY = "calendar";
