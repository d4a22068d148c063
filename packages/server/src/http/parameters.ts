import type { Json } from "@jointfund/core/base/canonical.ts";
import { decode, type ObjectSchema, type SchemaFinding } from "@jointfund/core/base/schema.ts";
import { RequestProblem } from "./problem.ts";

/** Most characters of a parameter's value that are looked at. */
const VALUE_MAX = 2_000;

const WHOLE = /^(?:0|-?[1-9][0-9]{0,15})$/;

/** Whether a field's schema takes JSON numbers: its text is read as one then. */
function takesNumber(schema: ObjectSchema<unknown>, name: string): boolean {
  const field = Object.hasOwn(schema.fields, name) ? schema.fields[name] : undefined;
  if (field === undefined) return false;
  const of = "optional" in field ? field.optional : field;
  return of.jsonSchema(new Map())["type"] === "integer";
}

/**
 * Reads parameters, which come as text, by the schema that also describes them (H3). A parameter
 * that is unknown, comes twice or is not of its form is refused, with everything that is wrong.
 */
export function readParameters<T>(
  schema: ObjectSchema<T>,
  given: Iterable<readonly [string, string]>,
): T {
  const findings: SchemaFinding[] = [];
  const values: { [name: string]: Json } = Object.create(null) as { [name: string]: Json };
  let count = 0;
  for (const [name, value] of given) {
    const path = [name.slice(0, 80).toWellFormed()];
    if (++count > 50 || Object.hasOwn(values, name)) {
      findings.push({ code: "duplicate_item", path, expected: "once", actual: "more" });
      break;
    }
    if (value.length > VALUE_MAX) {
      const actual = String(value.length);
      findings.push({ code: "too_long", path, expected: `string 0..${VALUE_MAX}`, actual });
      continue;
    }
    const isNumber = takesNumber(schema, name) && WHOLE.test(value);
    values[name] = isNumber ? Number(value) : value;
  }
  const decoded = decode(schema, { ...values });
  if (decoded.ok && findings.length === 0) return decoded.value;
  throw new RequestProblem(
    "parameters_wrong",
    [],
    [...findings, ...(decoded.ok ? [] : decoded.error)].map((finding) => ({
      ...finding,
      path: finding.path.map((step) =>
        typeof step === "string" ? step.slice(0, 80).toWellFormed() : step,
      ),
      actual: finding.actual.toWellFormed(),
    })),
  );
}
