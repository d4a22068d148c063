import { canonicalText } from "./canonical.ts";
import type { Json } from "./json.ts";
import { kindOf } from "./schema-scalars.ts";
import { makeSchema, type JsonObject, type Schema } from "./schema-definition.ts";

const has = (value: unknown, field: string): value is JsonObject =>
  typeof value === "object" && value !== null && Object.hasOwn(value, field);

/**
 * Objects of two kinds, told apart by a field that only the second has. An object without that
 * field is read as the first kind, so that findings of it are what they would be alone.
 */
export function choiceByField<A, B>(
  field: string,
  { without, having }: { readonly without: Schema<A>; readonly having: Schema<B> },
): Schema<A | B> {
  return makeSchema<A | B>({
    expected: "object",
    read(value: Json, run) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return run.refuse("wrong_type", "object", kindOf(value));
      }
      return has(value, field) ? having.read(value, run) : without.read(value, run);
    },
    write: (value) => (has(value, field) ? having.write(value as B) : without.write(value as A)),
    jsonSchema: (parts) => merged(without.jsonSchema(parts), having.jsonSchema(parts), field),
  });
}

const namesIn = (json: Json | undefined): readonly string[] =>
  Array.isArray(json) ? (json as readonly string[]) : [];

/** Both kinds in one object, so that a form can show all fields and say which go together. */
function merged(without: JsonObject, having: JsonObject, field: string): JsonObject {
  const [first, second] = [without, having].map(
    ({ properties }) => properties as { readonly [name: string]: JsonObject },
  ) as [JsonObject, JsonObject];
  const properties: { [name: string]: Json } = { ...second, ...first };
  for (const [name, schema] of Object.entries(second)) {
    const other = first[name];
    if (other === undefined || canonicalText(other) === canonicalText(schema)) continue;
    properties[name] = { anyOf: [other, schema] };
  }
  const [ofFirst, ofSecond] = [namesIn(without["required"]), namesIn(having["required"])];
  const required = ofFirst.filter((name) => ofSecond.includes(name));
  const rest = (names: readonly string[]): JsonObject => ({
    required: names.filter((name) => !required.includes(name)),
  });
  const oneOf = [{ ...rest(ofFirst), not: { required: [field] } }, rest(ofSecond)];
  return { type: "object", properties, required, oneOf, additionalProperties: false };
}
