import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { canonicalText, type Json, type JsonPath } from "@jointfund/core/base/canonical.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Rejection } from "@jointfund/core/governance/rejection.ts";
import { readCharterFile, type CharterFile } from "../charter/charter-file.ts";
import { readYaml, type YamlDocument } from "../charter/yaml-document.ts";
import { checkScenario } from "./check-scenario.ts";
import { groupsOf, officersOf } from "./default-officers.ts";
import { expandSteps } from "./expand-steps.ts";
import { ScenarioExpressions } from "./scenario-expression.ts";
import { scenarioSchema, type ScenarioText } from "./scenario-schema.ts";
import type { Scenario } from "./scenario.ts";
import { readSeries } from "./series.ts";
import {
  charterWithSettings,
  settingsOf,
  settingText,
  withSettings,
  type Setting,
} from "./settings.ts";

/** What is wrong with a scenario, and where in its file: lines and columns count from 1. */
export type ScenarioFinding = {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The line of the file, for people. */
  readonly excerpt: string;
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
  /** What the text of a finding on an expression tells. */
  readonly facts?: { readonly [fact: string]: Json };
  /** The day of a step that went otherwise: a step of a repeated block has many. */
  readonly on?: string;
  /** Why the rules refused a step. */
  readonly rejection?: Rejection;
};

export type ScenarioFile = {
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly expressions: ScenarioExpressions;
  readonly file: string;
  /** A finding at a place of the scenario: what a player reports of a step. */
  readonly findingAt: (path: JsonPath, what: What) => ScenarioFinding;
};

/** Why a scenario cannot be played. */
export type ScenarioFault =
  | { readonly kind: "scenario"; readonly findings: readonly ScenarioFinding[] }
  | { readonly kind: "charterMissing"; readonly charter: string }
  /** It has errors, or brackets that are still to be settled. */
  | { readonly kind: "charter"; readonly charter: CharterFile }
  /** Values were to be set at places that neither the scenario nor its charter has. */
  | { readonly kind: "settings"; readonly settings: readonly string[] };

/**
 * Reads a scenario and its charter, with some values set otherwise; all findings of one file at
 * once. A missing file throws what the system says.
 */
export function readScenario(
  file: string,
  settings: readonly Setting[] = [],
): Result<ScenarioFile, ScenarioFault> {
  const document = readYaml(readFileSync(file));
  const place = new Place(document, file);
  const { json } = document;
  if (json === undefined) {
    return err(
      place.fault(
        document.findings.map(({ code, path, facts }) => ({
          ...{ code, path, expected: "", actual: textOf(facts["actual"]) },
        })),
      ),
    );
  }
  const set = settingsOf(settings);
  const changed = withSettings(json, set.scenario);
  const decoded = decode(scenarioSchema, changed.json);
  if (!decoded.ok) {
    const other = decoded.error.filter(
      ({ code, path }) => code === "not_one_of" && path.join(".") === "format",
    );
    return err(place.fault(other.length > 0 ? other : decoded.error));
  }
  const charter = charterOf(resolve(dirname(file), decoded.value.charter), set.charter);
  if (!charter.ok) return charter;
  const unplaced = [...changed.unplaced, ...charter.value.unplaced].map(settingText);
  if (unplaced.length > 0) return err({ kind: "settings", settings: unplaced });
  return planned(decoded.value, charter.value.charter, file, place);
}

/** The scenario as it will be played, with its repeats, defaults and market data. */
function planned(
  text: ScenarioText,
  charter: Charter,
  file: string,
  place: Place,
): Result<ScenarioFile, ScenarioFault> {
  const market = readSeries(text.series ?? {}, dirname(file));
  const expanded = expandSteps(text, charter);
  const officers = text.officers ?? officersOf(charter);
  const { title, time, display, fundingCost, actualUntil } = text;
  const scenario: Scenario = {
    ...{ title, time, officers },
    ...(display === undefined ? {} : { display }),
    ...(fundingCost === undefined ? {} : { fundingCost }),
    ...(actualUntil === undefined ? {} : { actualUntil }),
    sources: text.sources ?? {},
    groups: { ...groupsOf(charter, officers), ...text.groups },
    parameters: text.parameters ?? {},
    series: market.series,
    steps: expanded.steps,
  };
  const expressions = new ScenarioExpressions(charter, market.series.keys(), scenario.parameters);
  const checked = checkScenario(scenario, charter, expressions);
  const found = [...market.findings, ...expanded.findings, ...checked];
  if (found.length > 0 || market.ofFiles.length > 0) {
    const { findings } = place.fault(found);
    return err({ kind: "scenario", findings: [...findings, ...market.ofFiles] });
  }
  const findingAt = (path: JsonPath, what: What): ScenarioFinding => place.locate(path, what);
  return ok({ scenario, charter, expressions, file, findingAt });
}

function charterOf(
  path: string,
  settings: readonly Setting[],
): Result<{ readonly charter: Charter; readonly unplaced: readonly Setting[] }, ScenarioFault> {
  const name = relative(".", path);
  if (!existsSync(path)) return err({ kind: "charterMissing", charter: name });
  let unplaced: readonly Setting[] = [];
  const file = readCharterFile(name, readFileSync(path), (json) => {
    const changed = charterWithSettings(json, settings);
    ({ unplaced } = changed);
    return changed.json;
  });
  const hasError = file.findings.some(({ severity }) => severity === "error");
  if (hasError || file.charter === undefined) return err({ kind: "charter", charter: file });
  return ok({ charter: file.charter, unplaced });
}

/** A fact as text, without the quotation marks of a string. */
function textOf(fact: Json | undefined): string {
  if (fact === undefined) return "";
  return typeof fact === "string" ? fact : canonicalText(fact);
}

type What = Pick<ScenarioFinding, "code" | "expected" | "actual" | "rejection" | "on" | "facts">;

/** Where the parts of a scenario stand in its file. */
class Place {
  readonly #document: YamlDocument;
  readonly #file: string;

  constructor(document: YamlDocument, file: string) {
    this.#document = document;
    this.#file = file;
  }

  fault(found: readonly (What & { readonly path: JsonPath })[]) {
    const findings = found.map((finding) => this.locate(finding.path, finding));
    const inOrder = findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
    return { kind: "scenario", findings: inOrder } as const;
  }

  locate(path: JsonPath, what: What): ScenarioFinding {
    const { source, placeOf } = this.#document;
    const place = placeOf(path);
    const { start } = what.code === "unknown_field" && place.key ? place.key : place.value;
    const { line, column } = source.position(start);
    const { code, expected, actual, rejection, on, facts } = what;
    return {
      ...{ code, file: this.#file, line, column, excerpt: source.lineAt(start).line },
      ...{ path: path.join("."), expected, actual },
      ...(facts === undefined ? {} : { facts }),
      ...(on === undefined ? {} : { on }),
      ...(rejection === undefined ? {} : { rejection }),
    };
  }
}
