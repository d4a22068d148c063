import { assert } from "@jointfund/core/base/assert.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { SchemaFinding } from "@jointfund/core/base/schema.ts";
import { readFigure } from "@jointfund/projection/policy/figure-schema.ts";
import { parametersOf } from "@jointfund/projection/policy/policy-findings.ts";
import type { Policy, Regime } from "@jointfund/projection/policy/policy-schema.ts";
import type { Wrong } from "../analysis/desk-messages.ts";
import type { Setting } from "../scenario/settings.ts";
import { readPolicy, type PolicyFault } from "./policy-file.ts";
import { percentText } from "./policy-figures.ts";
import type { PolicyQuestion } from "./policy-question.ts";

/** Which estimate of what income and payroll taxes lose is used. */
const OFFSET = "tariff.offset.use";

type Finding = Pick<SchemaFinding, "code" | "expected" | "actual">;

/**
 * A policy file with some of its figures otherwise [PO31]: a parameter within its own range, the
 * rate of a regime, or which offset is used. All that is wrong is told at once, by its path.
 */
export function movedPolicy({
  file,
  figures,
}: Pick<PolicyQuestion, "file" | "figures">): Result<Policy, Wrong> {
  const read = readPolicy(file);
  assert(read.ok, "a policy file that is shipped can be read");
  const findings: SchemaFinding[] = [];
  const settings: Setting[] = [];
  for (const [path, value] of Object.entries(figures)) {
    const place = placeOf(read.value, path, value);
    if (place === undefined) {
      return err({ kind: "wrong", code: "unknown_id", parts: ["figures", path] });
    }
    if (place.finding !== undefined) findings.push({ ...place.finding, path: ["figures", path] });
    settings.push(...place.paths.map((each) => ({ path: each, value })));
  }
  if (findings.length > 0) return err(wrong(findings));
  const moved = readPolicy(file, settings);
  if (!moved.ok) return err(wrong(findingsOf(moved.error)));
  return ok(withMovedNames(moved.value, read.value));
}

const wrong = (findings: readonly SchemaFinding[]): Wrong => ({
  ...{ kind: "wrong", code: "body_wrong", parts: [], findings },
});

type Place = { readonly paths: readonly string[]; readonly finding?: Finding | undefined };

/** Where a figure stands in the file, and what is wrong with its value. */
function placeOf(policy: Policy, path: string, value: string): Place | undefined {
  const parameter = parametersOf(policy).get(path);
  if (parameter !== undefined) {
    // It is asked what would be if it were so: the same in all futures.
    const paths = ["value", "low", "high"].map((name) => `${path}.${name}`);
    return { paths, finding: figureFinding(value, parameter) };
  }
  if (path === OFFSET) {
    const known = Object.keys(policy.tariff.offset.vintages);
    const expected = `one of ${known.join("|")}`;
    const actual = value.slice(0, 80);
    const finding = known.includes(value)
      ? undefined
      : ({ code: "not_one_of", expected, actual } as const);
    return { paths: [path], finding };
  }
  const isRate = policy.regimes.some(({ id }) => path === `regimes.${id}.rate`);
  return isRate
    ? { paths: [path], finding: figureFinding(value, { low: 0, high: 10 }) }
    : undefined;
}

function figureFinding(
  value: string,
  { low, high }: { readonly low: number; readonly high: number },
): Finding | undefined {
  const [expected, actual] = [`figure ${low}..${high}`, value.slice(0, 80)];
  const figure = readFigure(value);
  if (figure === undefined) return { code: "bad_format", expected, actual };
  return figure < low || figure > high ? { code: "out_of_range", expected, actual } : undefined;
}

/** What the schema or the file's own rules say of a figure that is within its range. */
function findingsOf(fault: PolicyFault): readonly SchemaFinding[] {
  if (fault.kind === "settings") return [];
  return fault.findings.map(({ path, expected, actual }) => ({
    ...({ code: "out_of_range", expected, actual } as const),
    path: ["figures", path.replace(/\.(?:value|low|high)$/, "")],
  }));
}

/** A regime is called by its rate: one that was moved says so. */
function withMovedNames(moved: Policy, { regimes }: Policy): Policy {
  const named = (regime: Regime, at: number): Regime => {
    const { rate, name } = regime;
    if (rate === regimes[at]!.rate) return regime;
    const told = percentText(rate);
    return {
      ...regime,
      name: { en: `${name.en}, moved to ${told}`, ja: `${name.ja}→${told}に変更` },
    };
  };
  return { ...moved, regimes: moved.regimes.map(named) };
}
