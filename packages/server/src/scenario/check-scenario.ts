import { canonicalText, type Json, type JsonPath } from "@jointfund/core/base/canonical.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Finding } from "@jointfund/core/expression/finding.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import { actTypes } from "@jointfund/core/fund/act-types.ts";
import { findCurrency } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import { expressionIn, isAmountAt } from "./act-body.ts";
import type { ExpressionKind, ScenarioExpressions } from "./scenario-expression.ts";
import type { StepText } from "./scenario-schema.ts";
import type { Scenario, Step } from "./scenario.ts";

export type StepFinding = {
  readonly code: string;
  readonly path: JsonPath;
  readonly expected: string;
  readonly actual: string;
  /** What the text of a finding on an expression tells. */
  readonly facts?: { readonly [fact: string]: Json };
};

/** What a step may be, in the order in which a step's meaning is looked for. */
const VERBS = [
  "found",
  "propose",
  "report",
  "pay",
  "receive",
  "reject",
  "veto",
  "object",
  "recuse",
  "consult",
  "finalise",
  "seal",
  "approve",
  "execute",
] as const;

export type Verb = (typeof VERBS)[number];

/** The first verb that a step has; `approve` and `execute` may also follow a proposal. */
export function verbOf(step: Pick<StepText, Verb>): Verb | undefined {
  return VERBS.find((verb) => step[verb] !== undefined);
}

/** What the schema cannot say: names, references, expressions. All findings at once. */
export function checkScenario(
  scenario: Scenario,
  charter: Charter,
  expressions: ScenarioExpressions,
): readonly StepFinding[] {
  return new ScenarioCheck(scenario, charter, expressions).run();
}

class ScenarioCheck {
  readonly #scenario: Scenario;
  readonly #charter: Charter;
  readonly #expressions: ScenarioExpressions;
  readonly #officers: ReadonlySet<string>;
  readonly #parties: ReadonlySet<string>;
  readonly #acts = new Map<string, Step>();
  /** By code and place: a step of a block is told of once, however often it comes. */
  readonly #findings = new Map<string, StepFinding>();

  constructor(scenario: Scenario, charter: Charter, expressions: ScenarioExpressions) {
    this.#scenario = scenario;
    this.#charter = charter;
    this.#expressions = expressions;
    this.#officers = new Set([
      ...scenario.officers.map(({ id }) => id),
      ...scenario.steps
        .filter(({ propose }) => propose === "key.enrol")
        .map(({ body }) => body?.["officer"])
        .filter((id) => typeof id === "string"),
    ]);
    this.#parties = new Set([
      ...charter.parties.map(({ id }) => id),
      ...scenario.steps.map(({ body }) => body?.["party"]).filter((id) => typeof id === "string"),
    ]);
  }

  run(): readonly StepFinding[] {
    this.#groups();
    this.#fundingCosts();
    for (const [name, finding] of this.#expressions.parameterFindings()) {
      this.#expressionFound(finding, ["parameters", name]);
    }
    for (const [index, step] of this.#scenario.steps.entries()) this.#step(step, index);
    return [...this.#findings.values()];
  }

  #found(code: string, path: JsonPath, expected: string, actual: string): void {
    this.#findings.set(canonicalText([code, ...path]), { code, path, expected, actual });
  }

  #expressionFound({ code, facts }: Finding, path: JsonPath): void {
    const key = canonicalText([code, ...path]);
    this.#findings.set(key, { code, path, expected: "", actual: facts.actual, facts });
  }

  #groups(): void {
    for (const [group, members] of Object.entries(this.#scenario.groups)) {
      for (const [i, member] of members.entries()) this.#officer(member, ["groups", group, i]);
    }
  }

  /** A party of a scenario is one that an officer is of. */
  #fundingCosts(): void {
    for (const party of Object.keys(this.#scenario.fundingCost ?? {})) {
      if (this.#parties.has(party)) continue;
      this.#found("unknown_party", ["fundingCost", party], "a party", party);
    }
  }

  #officer(name: string, path: JsonPath): void {
    if (this.#officers.has(name)) return;
    this.#found("unknown_officer", path, "an officer of the scenario", name);
  }

  #step(step: Step, index: number): void {
    const { path } = step;
    const verb = verbOf(step);
    if (verb === undefined) {
      return this.#found("step_without_verb", path, VERBS.join("|"), Object.keys(step).join(" "));
    }
    if ((verb === "found") !== (index === 0)) {
      this.#found("founding_not_first", path, "found first, and once", verb);
    }
    if (step.when !== undefined) {
      const vehicle = vehicleIn(step.body, this.#charter);
      this.#expression(step.when, "condition", [...path, "when"], vehicle);
    }
    if (verb === "propose" || verb === "report") this.#act(step, verb);
    else if (verb === "pay" || verb === "receive") this.#made(step, verb);
    else this.#aboutAct(step, verb);
    if (step.as !== undefined) this.#acts.set(step.as, step);
  }

  /** One officer proposes or reports, gives a reason, and cites sources that there are. */
  #frame(step: Step): void {
    const { path } = step;
    if (typeof step.by !== "string") {
      this.#found("one_officer_needed", [...path, "by"], "one officer", typeof step.by);
    } else this.#officer(step.by, [...path, "by"]);
    if (step.reason === undefined) this.#found("missing_field", path, "reason", "");
    for (const [i, source] of (step.evidence ?? []).entries()) {
      if (Object.hasOwn(this.#scenario.sources, source)) continue;
      this.#found("unknown_source", [...path, "evidence", i], "a source of the scenario", source);
    }
    if (step.approve !== undefined) this.#people(step.approve, [...path, "approve"]);
    if (step.execute !== undefined) this.#people(step.execute, [...path, "execute"]);
  }

  #act(step: Step, verb: "propose" | "report"): void {
    const { path } = step;
    const type = step[verb]!;
    const nature = verb === "propose" ? "decision" : "fact";
    if (actTypes.get(type) !== nature) {
      this.#found("unknown_act_type", [...path, verb], `a ${nature} of the fund`, type);
    }
    this.#frame(step);
    const like = step.like === undefined ? undefined : this.#acts.get(step.like);
    if (step.like !== undefined && like === undefined) {
      this.#found("unknown_reference", [...path, "like"], "the name of an earlier step", step.like);
    }
    const hasBody = step.body !== undefined || step.amends !== undefined || like !== undefined;
    if ((type === "charter.amend") !== (step.amends !== undefined)) {
      this.#found("amends_of_amendment", path, "amends", type);
    } else if (!hasBody) {
      this.#found("missing_field", path, "body", "");
    }
    if (type === "key.enrol" && typeof step.body?.["officer"] !== "string") {
      this.#found("missing_field", [...path, "body"], "officer", "");
    }
    this.#body(step.body ?? null, [...path, "body"], undefined, step);
  }

  /** A step that makes acts from what stands in the fund. */
  #made(step: Step, verb: "pay" | "receive"): void {
    this.#frame(step);
    this.#reference(step[verb]!, [...step.path, verb]);
    for (const [i, party] of (step.from ?? []).entries()) {
      const isKnown = this.#parties.has(party);
      if (!isKnown) this.#found("unknown_party", [...step.path, "from", i], "a party", party);
    }
  }

  #aboutAct(step: Step, verb: Verb): void {
    const { path } = step;
    const officerless = verb === "found" || verb === "finalise" || verb === "seal";
    if (officerless) return;
    const reference = step[verb];
    if (typeof reference !== "string" || !reference.startsWith("$")) {
      const actual = canonicalText(reference ?? null);
      this.#found("reference_needed", [...path, verb], "$name of an act", actual);
    } else this.#reference(reference, [...path, verb]);
    if (step.by === undefined) this.#found("missing_field", path, "by", "");
    else this.#people(step.by, [...path, "by"]);
    if (verb === "approve" && step.execute !== undefined) {
      this.#people(step.execute, [...path, "execute"]);
    }
    const needsReason = verb === "veto" || verb === "object" || verb === "recuse";
    if (needsReason && step.reason === undefined) {
      this.#found("missing_field", path, "reason", "");
    }
  }

  /** Officers and groups by name, one or several. */
  #people(json: Json, path: JsonPath): void {
    const names = Array.isArray(json) ? (json as readonly Json[]) : [json];
    for (const [i, name] of names.entries()) {
      const isGroup = typeof name === "string" && Object.hasOwn(this.#scenario.groups, name);
      if (isGroup) continue;
      const at = Array.isArray(json) ? [...path, i] : path;
      this.#officer(typeof name === "string" ? name : canonicalText(name), at);
    }
  }

  /** References, expressions and amounts of a body, wherever they stand in it. */
  #body(json: Json, path: JsonPath, currency: string | undefined, step: Step): void {
    if (typeof json === "string") {
      const expression = expressionIn(json);
      if (expression !== undefined) {
        const vehicle = vehicleIn(step.body, this.#charter, currency);
        this.#expression(expression, isAmountAt(path) ? "money" : "any", path, vehicle);
      } else if (isAmountAt(path)) this.#amount(json, currency, path);
      else if (json.startsWith("$")) this.#reference(json, path);
    } else if (Array.isArray(json)) {
      for (const [i, item] of (json as readonly Json[]).entries()) {
        this.#body(item, [...path, i], currency, step);
      }
    } else if (typeof json === "object" && json !== null) {
      const own = (json as { readonly [field: string]: Json })["currency"];
      const inner = typeof own === "string" ? own : currency;
      for (const [field, value] of Object.entries(json)) {
        this.#body(value, [...path, field], inner, step);
      }
    }
  }

  #amount(text: string, currency: string | undefined, path: JsonPath): void {
    const found = currency === undefined ? undefined : findCurrency(currency);
    if (found === undefined || !found.ok) {
      return this.#found("currency_missing", path, "currency", currency ?? "");
    }
    if (Money.parse(found.value.code, text).ok) return;
    this.#found("bad_format", path, `decimal text in ${currency}`, text);
  }

  #expression(text: string, kind: ExpressionKind, path: JsonPath, vehicle: string): void {
    for (const finding of this.#expressions.findings(text, kind, vehicle)) {
      this.#expressionFound(finding, path);
    }
    for (const [, reference] of text.matchAll(/"(\$[^"]*)"/g)) this.#reference(reference!, path);
  }

  #reference(text: string, path: JsonPath): void {
    const name = /^\$([A-Za-z0-9][A-Za-z0-9._-]*)(?:\/[0-9]+)?$/.exec(text)?.[1];
    if (name === undefined || this.#acts.has(name)) return;
    this.#found("unknown_reference", path, "the name of an earlier step", text);
  }
}

/**
 * The vehicle on whose book an act's expressions are computed: the main one for amounts of its
 * currency, and where the act names none; otherwise the act's own.
 */
export function vehicleIn(body: Json | undefined, charter: Charter, currency?: string): string {
  if (currency === mainVehicle(charter).currency) return charter.capital.vehicle;
  const named =
    typeof body === "object" && body !== null && !Array.isArray(body)
      ? (body as { readonly [field: string]: Json })["vehicle"]
      : undefined;
  const isKnown = charter.vehicles.some(({ id }) => id === named);
  return isKnown ? (named as string) : charter.capital.vehicle;
}
