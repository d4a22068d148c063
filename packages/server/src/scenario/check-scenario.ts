import { canonicalText, type Json, type JsonPath } from "@jointfund/core/base/canonical.ts";
import { actTypes } from "@jointfund/core/fund/act-types.ts";
import type { Scenario, ScenarioStep } from "./scenario-schema.ts";

export type StepFinding = {
  readonly code: string;
  readonly path: JsonPath;
  readonly expected: string;
  readonly actual: string;
};

/** What a step may be, in the order in which a step's meaning is looked for. */
export const VERBS = [
  "found",
  "propose",
  "report",
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
export function verbOf(step: ScenarioStep): Verb | undefined {
  return VERBS.find((verb) => step[verb] !== undefined);
}

/** What the schema cannot say: names, dates, references. All findings at once. */
export function checkScenario(scenario: Scenario): readonly StepFinding[] {
  return new ScenarioCheck(scenario).run();
}

class ScenarioCheck {
  readonly #scenario: Scenario;
  readonly #officers: ReadonlySet<string>;
  readonly #acts = new Map<string, ScenarioStep>();
  readonly #findings: StepFinding[] = [];

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#officers = new Set(scenario.officers.map(({ id }) => id));
  }

  run(): readonly StepFinding[] {
    this.#groups();
    this.#fundingCosts();
    let last = "";
    for (const [index, step] of this.#scenario.steps.entries()) {
      const path: JsonPath = ["steps", index];
      if (step.on < last) {
        this.#found("date_before_last_step", [...path, "on"], `${last} or later`, step.on);
      } else last = step.on;
      this.#step(step, path, index);
    }
    return this.#findings;
  }

  #found(code: string, path: JsonPath, expected: string, actual: string): void {
    this.#findings.push({ code, path, expected, actual });
  }

  #groups(): void {
    for (const [group, members] of Object.entries(this.#scenario.groups ?? {})) {
      for (const [i, member] of members.entries()) this.#officer(member, ["groups", group, i]);
    }
  }

  /** A party of a scenario is one that an officer is of. */
  #fundingCosts(): void {
    const parties = new Set(this.#scenario.officers.map(({ party }) => party));
    for (const party of Object.keys(this.#scenario.fundingCost ?? {})) {
      if (parties.has(party)) continue;
      this.#found("unknown_party", ["fundingCost", party], "a party of an officer", party);
    }
  }

  #officer(name: string, path: JsonPath): void {
    if (this.#officers.has(name)) return;
    this.#found("unknown_officer", path, "an officer of the scenario", name);
  }

  #step(step: ScenarioStep, path: JsonPath, index: number): void {
    const verb = verbOf(step);
    if (verb === undefined) {
      return this.#found("step_without_verb", path, VERBS.join("|"), Object.keys(step).join(" "));
    }
    if ((verb === "found") !== (index === 0)) {
      this.#found("founding_not_first", path, "found first, and once", verb);
    }
    if (verb === "propose" || verb === "report") this.#act(step, verb, path);
    else this.#aboutAct(step, verb, path);
    if (step.as !== undefined) this.#acts.set(step.as, step);
  }

  #act(step: ScenarioStep, verb: "propose" | "report", path: JsonPath): void {
    const type = step[verb]!;
    const nature = verb === "propose" ? "decision" : "fact";
    if (actTypes.get(type) !== nature) {
      this.#found("unknown_act_type", [...path, verb], `a ${nature} of the fund`, type);
    }
    if (typeof step.by !== "string") {
      this.#found("one_officer_needed", [...path, "by"], "one officer", typeof step.by);
    } else this.#officer(step.by, [...path, "by"]);
    if (step.reason === undefined) this.#found("missing_field", path, "reason", "");
    const like = step.like === undefined ? undefined : this.#acts.get(step.like);
    if (step.like !== undefined && like === undefined) {
      this.#found("unknown_reference", [...path, "like"], "the name of an earlier step", step.like);
    }
    if (step.body === undefined && like === undefined) {
      this.#found("missing_field", path, "body", "");
    }
    for (const [i, source] of (step.evidence ?? []).entries()) {
      if (Object.hasOwn(this.#scenario.sources, source)) continue;
      this.#found("unknown_source", [...path, "evidence", i], "a source of the scenario", source);
    }
    this.#references(step.body ?? null, [...path, "body"]);
    if (step.approve !== undefined) this.#people(step.approve, [...path, "approve"]);
    if (step.execute !== undefined) this.#people(step.execute, [...path, "execute"]);
  }

  #aboutAct(step: ScenarioStep, verb: Verb, path: JsonPath): void {
    const officerless = verb === "found" || verb === "finalise" || verb === "seal";
    if (officerless) return;
    const reference = step[verb];
    if (typeof reference !== "string" || !reference.startsWith("$")) {
      this.#found(
        "reference_needed",
        [...path, verb],
        "$name of an act",
        canonicalText(reference ?? null),
      );
    } else this.#references(reference, [...path, verb]);
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
      const isGroup = typeof name === "string" && Object.hasOwn(this.#scenario.groups ?? {}, name);
      if (isGroup) continue;
      const at = Array.isArray(json) ? [...path, i] : path;
      this.#officer(typeof name === "string" ? name : canonicalText(name), at);
    }
  }

  #references(json: Json, path: JsonPath): void {
    if (typeof json === "string") {
      const name = /^\$([A-Za-z0-9][A-Za-z0-9._-]*)(?:\/[0-9]+)?$/.exec(json)?.[1];
      if (name === undefined || this.#acts.has(name)) return;
      this.#found("unknown_reference", path, "the name of an earlier step", json);
    } else if (Array.isArray(json)) {
      for (const [i, item] of (json as readonly Json[]).entries()) {
        this.#references(item, [...path, i]);
      }
    } else if (typeof json === "object" && json !== null) {
      for (const [field, value] of Object.entries(json)) {
        this.#references(value, [...path, field]);
      }
    }
  }
}
