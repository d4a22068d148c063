import type { JsonPath } from "@jointfund/core/base/json.ts";
import { isFiscalYearStart } from "@jointfund/core/calendar/fiscal-year.ts";
import type { Parameter, Policy, Schedule } from "./policy-schema.ts";

/** What is wrong with a policy file besides its form. */
export const POLICY_FINDING_CODES = [
  "range_unordered",
  "years_unordered",
  "year_missing",
  "source_unknown",
  "base_unknown",
  "vintage_unknown",
  "fiscal_year_start_wrong",
  "name_repeated",
  "caused_range_open",
] as const;

export type PolicyFindingCode = (typeof POLICY_FINDING_CODES)[number];

export type PolicyFinding = {
  readonly code: PolicyFindingCode;
  readonly path: JsonPath;
  readonly expected: string;
  readonly actual: string;
};

type Visit = {
  readonly parameter: (path: JsonPath, of: Parameter) => void;
  readonly schedule: (path: JsonPath, of: Schedule) => void;
};

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null;

/** Every parameter and schedule of a policy with its path, in the order of the file. */
function walk(value: unknown, path: JsonPath, visit: Visit): void {
  if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) walk(each, [...path, at], visit);
    return;
  }
  if (!isObject(value)) return;
  if ("low" in value && "high" in value) return visit.parameter(path, value as Parameter);
  if ("byYear" in value) return visit.schedule(path, value as Schedule);
  for (const [key, member] of Object.entries(value)) walk(member, [...path, key], visit);
}

/** Every parameter by its path with dots, as `--set` and a table of assumptions name it. */
export function parametersOf(policy: Policy): ReadonlyMap<string, Parameter> {
  const found = new Map<string, Parameter>();
  walk(policy, [], {
    parameter: (path, of) => found.set(path.join("."), of),
    schedule: () => undefined,
  });
  return found;
}

/** Every schedule by its path with dots. */
export function schedulesOf(policy: Policy): ReadonlyMap<string, Schedule> {
  const found = new Map<string, Schedule>();
  walk(policy, [], {
    parameter: () => undefined,
    schedule: (path, of) => found.set(path.join("."), of),
  });
  return found;
}

/** What the form alone does not refuse (PO5). */
export function policyFindings(policy: Policy): readonly PolicyFinding[] {
  const findings: PolicyFinding[] = [];
  const found = (
    code: PolicyFindingCode,
    path: JsonPath,
    { expected = "", actual = "" }: { readonly expected?: string; readonly actual?: string },
  ): void => void findings.push({ code, path, expected, actual });
  const source = (path: JsonPath, id: string): void => {
    if (Object.hasOwn(policy.sources, id)) return;
    const expected = `one of ${Object.keys(policy.sources).join("|")}`;
    found("source_unknown", [...path, "source"], { expected, actual: id });
  };
  walk(policy, [], {
    parameter(path, of) {
      source(path, of.source);
      const { low, value, high } = of;
      if (low <= value && value <= high) return;
      found("range_unordered", path, { expected: "low <= value <= high", actual: rangeText(of) });
    },
    schedule(path, of) {
      source(path, of.source);
      const first = Math.min(...Object.keys(of.byYear).map(Number));
      const needed = policy.years.first - (of.years === "calendar" ? 1 : 0);
      if (first > needed) {
        found("year_missing", [...path, "byYear"], {
          expected: String(needed),
          actual: String(first),
        });
      }
    },
  });
  return [...findings, ...namesAndYears(policy)];
}

const rangeText = ({ low, value, high }: Parameter): string => `${low} ${value} ${high}`;

function namesAndYears(policy: Policy): readonly PolicyFinding[] {
  const findings: PolicyFinding[] = [];
  const { host, partner, tariff, regimes, incentive } = policy;
  if (!tariff.bases.some(({ id }) => id === tariff.compare)) {
    const expected = `one of ${tariff.bases.map(({ id }) => id).join("|")}`;
    findings.push({
      ...{ code: "base_unknown", path: ["tariff", "compare"], expected, actual: tariff.compare },
    });
  }
  const { use, vintages } = tariff.offset;
  if (!Object.hasOwn(vintages, use)) {
    const expected = `one of ${Object.keys(vintages).join("|")}`;
    const path = ["tariff", "offset", "use"];
    findings.push({ code: "vintage_unknown", path, expected, actual: use });
  }
  for (const [side, { treasury }] of Object.entries({ host, partner })) {
    const { start } = treasury.fiscalYear;
    if (isFiscalYearStart(start)) continue;
    const path = [side, "treasury", "fiscalYear", "start"];
    findings.push({ code: "fiscal_year_start_wrong", path, expected: "10-01", actual: start });
  }
  const sides: readonly (readonly [JsonPath, string])[] = [
    [["host", "treasury", "id"], host.treasury.id],
    [["host", "regions", "id"], host.regions.id],
    [["partner", "treasury", "id"], partner.treasury.id],
    [["partner", "exporters", "id"], partner.exporters.id],
  ];
  for (const [at, [path, actual]] of sides.entries()) {
    const isRepeated = sides.slice(0, at).some(([, id]) => id === actual);
    if (isRepeated) findings.push({ code: "name_repeated", path, expected: "", actual });
  }
  for (const [at, { changes = [] }] of regimes.entries()) {
    for (const [step, { year }] of changes.entries()) {
      const before = changes[step - 1]?.year ?? policy.years.first;
      const isOrdered = step === 0 ? year >= before : year > before;
      if (isOrdered) continue;
      const path = ["regimes", at, "changes", step, "year"];
      const expected = step === 0 ? `at least ${before}` : `after ${before}`;
      findings.push({ code: "years_unordered", path, expected, actual: String(year) });
    }
  }
  const { low, high } = incentive.caused;
  if (!(low > 0 && high < 1)) {
    const path = ["incentive", "caused"];
    findings.push({
      ...{ code: "caused_range_open", path, expected: "0 < low, high < 1" },
      actual: rangeText(incentive.caused),
    });
  }
  return findings;
}
