import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { canonicalText, type Json, type JsonPath } from "@jointfund/core/base/canonical.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import type { Rejection } from "@jointfund/core/governance/rejection.ts";
import { readYaml, type YamlDocument } from "../charter/yaml-document.ts";
import { checkScenario } from "./check-scenario.ts";
import { scenarioSchema, type Scenario } from "./scenario-schema.ts";

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
  /** Why the rules refused a step. */
  readonly rejection?: Rejection;
};

export type ScenarioFile = {
  readonly scenario: Scenario;
  readonly file: string;
  /** The charter's file, beside which the scenario names it. */
  readonly charterFile: string;
  /** A finding at a place of the scenario: what a player reports of a step. */
  readonly findingAt: (path: JsonPath, what: What) => ScenarioFinding;
};

/** Reads a scenario; all findings at once. A missing file throws what the system says. */
export function readScenario(file: string): Result<ScenarioFile, readonly ScenarioFinding[]> {
  const document = readYaml(readFileSync(file));
  const { json } = document;
  if (json === undefined) {
    return err(
      document.findings.map(({ code, path, facts }) =>
        locate(document, file, path, { code, expected: "", actual: textOf(facts["actual"]) }),
      ),
    );
  }
  const decoded = decode(scenarioSchema, json);
  if (!decoded.ok) {
    const other = decoded.error.filter(
      ({ code, path }) => code === "not_one_of" && path.join(".") === "format",
    );
    const shown = other.length > 0 ? other : decoded.error;
    return err(shown.map((finding) => locate(document, file, finding.path, finding)));
  }
  const scenario = decoded.value;
  const findings = checkScenario(scenario);
  if (findings.length > 0) {
    return err(findings.map((finding) => locate(document, file, finding.path, finding)));
  }
  return ok({
    scenario,
    file,
    charterFile: resolve(dirname(file), scenario.charter),
    findingAt: (path, what) => locate(document, file, path, what),
  });
}

/** A fact as text, without the quotation marks of a string. */
function textOf(fact: Json | undefined): string {
  if (fact === undefined) return "";
  return typeof fact === "string" ? fact : canonicalText(fact);
}

type What = Pick<ScenarioFinding, "code" | "expected" | "actual" | "rejection">;

function locate(
  { source, placeOf }: YamlDocument,
  file: string,
  path: JsonPath,
  what: What,
): ScenarioFinding {
  const place = placeOf(path);
  const { start } = what.code === "unknown_field" && place.key ? place.key : place.value;
  const { line, column } = source.position(start);
  const { code, expected, actual, rejection } = what;
  const why = rejection === undefined ? {} : { rejection };
  const excerpt = source.lineAt(start).line;
  return { code, file, line, column, excerpt, path: path.join("."), expected, actual, ...why };
}
