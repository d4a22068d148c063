import type { Json } from "../base/json.ts";
import {
  makeSchema,
  REFUSED,
  type JsonObject,
  type ObjectSchema,
  type Schema,
} from "../base/schema.ts";

const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const kindOf = (value: Json): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/**
 * Objects of several kinds, told apart by the one field name that only they have, as `party` in
 * `{party: US}`: the shape in which a person writes a rule.
 */
export function keyedUnion<T>(variants: {
  readonly [key: string]: ObjectSchema<unknown>;
}): Schema<T> {
  const keys = Object.keys(variants);
  const expected = `object with one of ${keys.join("|")}`;
  return makeSchema<T>({
    expected,
    read(value, run) {
      if (!isObject(value)) return run.refuse("wrong_type", expected, kindOf(value));
      const present = keys.filter((key) => Object.hasOwn(value, key));
      const [key, second] = present;
      if (key === undefined) return run.refuse("missing_field", expected, "absent");
      if (second !== undefined) {
        run.path.push(second);
        run.refuse("unknown_field", Object.keys(variants[key]!.fields).join("|"), second);
        run.path.pop();
        return REFUSED;
      }
      return variants[key]!.read(value, run) as T | typeof REFUSED;
    },
    write(value) {
      const key = keys.find((each) => Object.hasOwn(value as object, each));
      return variants[key!]!.write(value);
    },
    jsonSchema: (parts) => ({ oneOf: keys.map((key) => variants[key]!.jsonSchema(parts)) }),
  });
}
