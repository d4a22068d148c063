import { check } from "../expression/check.ts";
import type { Finding } from "../expression/finding.ts";
import { parse } from "../expression/parser.ts";
import { isFreeName, type EnvironmentTypes } from "../expression/types.ts";
import type { Charter } from "./charter.ts";
import { charterExpressions, namesIn, type CharterExpression } from "./charter-expressions.ts";
import type { LintContext } from "./lint-context.ts";

/** Terms have names of their own, and every expression can be computed [CH34], [CH60]–[CH62]. */
export function lintExpressions(context: LintContext): void {
  const sound = soundCharter(context);
  const environments = new Map<string, EnvironmentTypes>();
  for (const expression of charterExpressions(context.charter)) {
    const vehicle = vehicleIn(sound, expression.vehicle);
    let names = environments.get(vehicle);
    if (names === undefined) {
      environments.set(vehicle, (names = context.knowledge.environment(sound, vehicle)));
    }
    const parsed = parse(expression.source);
    const checked = parsed.ok ? check(parsed.value, names, expression.expected) : parsed;
    const findings = checked.ok ? checked.value.warnings : checked.error;
    for (const finding of findings) report(context, expression, finding);
  }
  lintUnused(context);
}

function report(context: LintContext, { path }: CharterExpression, finding: Finding): void {
  const { position, facts, severity } = finding;
  const { line, column, offset, excerpt } = position;
  const all = { finding: finding.code, line, column, offset, excerpt, ...facts };
  if (severity === "error") context.error("expression_invalid", path, all);
  else context.warn("expression_doubtful", path, all);
}

/** A vehicle that does not exist gives way to the first, so that the rest can still be checked. */
function vehicleIn({ vehicles }: Charter, id: string): string {
  return vehicles.some((vehicle) => vehicle.id === id) ? id : vehicles[0]!.id;
}

/** The charter without terms whose name is taken, each of which is a finding. */
function soundCharter(context: LintContext): Charter {
  const { charter, knowledge } = context;
  const vehicle = vehicleIn(charter, charter.capital.vehicle);
  const sound: Charter = { ...charter, capital: { ...charter.capital, vehicle } };
  const taken = new Set(knowledge.environment({ ...sound, terms: [] }, vehicle).keys());
  const terms = charter.terms.filter(({ id }, index) => {
    if (isFreeName(id) && !taken.has(id)) return taken.add(id);
    const isFirst = charter.terms.findIndex((term) => term.id === id) === index;
    if (isFirst) context.error("term_name_taken", ["terms", index, "id"], { actual: id });
    return false;
  });
  return { ...sound, terms };
}

/** What no rule of the charter reads was probably meant to be read by one [CH62]. */
function lintUnused(context: LintContext): void {
  const { acts, limits, terms } = context.charter;
  const used = new Set(
    charterExpressions(context.charter).flatMap(({ source }) => [...namesIn(source)]),
  );
  for (const [index, { id }] of terms.entries()) {
    if (!used.has(id)) context.warn("term_unused", ["terms", index], { actual: id });
  }
  const applied = new Set(Object.values(acts).flatMap((act) => act.limits ?? []));
  for (const { regime } of context.charter.classes) {
    if (regime !== undefined) applied.add(regime.limit);
  }
  for (const [index, { id }] of limits.entries()) {
    if (!applied.has(id)) context.warn("limit_unused", ["limits", index], { actual: id });
  }
}
