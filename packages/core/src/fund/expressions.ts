import { assert } from "../base/assert.ts";
import type { Charter } from "../charter/charter.ts";
import { check } from "../expression/check.ts";
import { parse } from "../expression/parser.ts";
import type { TypedExpression } from "../expression/typed.ts";
import { ANY_MONEY, BOOLEAN, RATIO } from "../expression/types.ts";
import { fundEnvironmentTypes } from "./environment-types.ts";

const compiledOf = new WeakMap<Charter, Map<string, TypedExpression>>();

const EXPECTED = { money: ANY_MONEY, boolean: BOOLEAN, ratio: RATIO } as const;

/**
 * An expression of an adopted charter over a vehicle's figures, checked once per charter. Adoption
 * has refused texts that do not parse or have another type, so a fault here is a bug.
 */
export function compiled(
  charter: Charter,
  text: string,
  expected: keyof typeof EXPECTED,
  vehicle: string = charter.capital.vehicle,
): TypedExpression {
  let expressions = compiledOf.get(charter);
  if (expressions === undefined)
    compiledOf.set(charter, (expressions = new Map<string, TypedExpression>()));
  const key = `${expected} ${vehicle} ${text}`;
  const known = expressions.get(key);
  if (known !== undefined) return known;
  const parsed = parse(text);
  assert(parsed.ok, `an adopted charter's expression parses: ${text}`);
  const typed = check(parsed.value, fundEnvironmentTypes(charter, vehicle), EXPECTED[expected]);
  assert(typed.ok, `an adopted charter's expression has its type: ${text}`);
  expressions.set(key, typed.value);
  return typed.value;
}
