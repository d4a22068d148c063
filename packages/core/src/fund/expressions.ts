import { assert } from "../base/assert.ts";
import type { Charter } from "../charter/charter.ts";
import { check } from "../expression/check.ts";
import { parse } from "../expression/parser.ts";
import type { TypedExpression } from "../expression/typed.ts";
import { ANY_MONEY, BOOLEAN } from "../expression/types.ts";
import { fundEnvironmentTypes } from "./environment-types.ts";

const compiledOf = new WeakMap<Charter, Map<string, TypedExpression>>();

/**
 * An expression of an adopted charter, checked once per charter. Adoption has refused texts that do
 * not parse or have another type, so a fault here is a bug.
 */
export function compiled(
  charter: Charter,
  text: string,
  expected: "money" | "boolean",
): TypedExpression {
  let expressions = compiledOf.get(charter);
  if (expressions === undefined)
    compiledOf.set(charter, (expressions = new Map<string, TypedExpression>()));
  const known = expressions.get(`${expected} ${text}`);
  if (known !== undefined) return known;
  const parsed = parse(text);
  assert(parsed.ok, `an adopted charter's expression parses: ${text}`);
  const type = expected === "money" ? ANY_MONEY : BOOLEAN;
  const typed = check(parsed.value, fundEnvironmentTypes(charter), type);
  assert(typed.ok, `an adopted charter's expression has its type: ${text}`);
  expressions.set(`${expected} ${text}`, typed.value);
  return typed.value;
}
