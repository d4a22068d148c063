import { readFileSync } from "node:fs";
import { canonicalText, type Json, type JsonPath } from "@jointfund/core/base/canonical.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import { policyFindings } from "@jointfund/projection/policy/policy-findings.ts";
import { policySchema, type Policy } from "@jointfund/projection/policy/policy-schema.ts";
import { readYaml, type YamlDocument } from "../charter/yaml-document.ts";
import type { ScenarioFinding } from "../scenario/scenario-file.ts";
import { settingText, withSettings, type Setting } from "../scenario/settings.ts";

/** Why a policy file is not compared. */
export type PolicyFault =
  | { readonly kind: "findings"; readonly findings: readonly ScenarioFinding[] }
  | { readonly kind: "settings"; readonly settings: readonly string[] };

/**
 * Reads a policy file, with some values set otherwise; all findings of one stage at once, each with
 * its path and place. A missing file throws what the system says.
 */
export function readPolicy(
  file: string,
  settings: readonly Setting[] = [],
): Result<Policy, PolicyFault> {
  const document = readYaml(readFileSync(file));
  if (document.json === undefined) {
    return fault(
      document,
      file,
      document.findings.map(({ code, path, facts }) => ({
        ...{ code, path, expected: "", actual: textOf(facts["actual"]) },
      })),
    );
  }
  const changed = withSettings(document.json, settings);
  if (changed.unplaced.length > 0) {
    return err({ kind: "settings", settings: changed.unplaced.map(settingText) });
  }
  const decoded = decode(policySchema, changed.json);
  if (!decoded.ok) {
    const ofFormat = decoded.error.filter(({ path }) => path.join(".") === "format");
    return fault(document, file, ofFormat.length > 0 ? ofFormat : decoded.error);
  }
  const findings = policyFindings(decoded.value);
  return findings.length > 0 ? fault(document, file, findings) : ok(decoded.value);
}

function textOf(fact: Json | undefined): string {
  if (fact === undefined) return "";
  return typeof fact === "string" ? fact : canonicalText(fact);
}

type Found = Pick<ScenarioFinding, "code" | "expected" | "actual"> & { readonly path: JsonPath };

/** Findings with their lines, in the order of the file. */
function fault(
  { source, placeOf }: YamlDocument,
  file: string,
  found: readonly Found[],
): Result<never, PolicyFault> {
  const findings = found.map(({ code, path, expected, actual }): ScenarioFinding => {
    const place = placeOf(path);
    const { start } = code === "unknown_field" && place.key ? place.key : place.value;
    const excerpt = source.lineAt(start).line;
    const { line, column } = source.position(start);
    return { code, file, line, column, excerpt, path: path.join("."), expected, actual };
  });
  const inOrder = findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return err({ kind: "findings", findings: inOrder });
}
