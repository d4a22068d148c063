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
    jsonSchema: (parts) => ({ oneOf: [without.jsonSchema(parts), having.jsonSchema(parts)] }),
  });
}
