import { makeSchema, type Schema } from "@jointfund/core/base/schema.ts";

/** A finite number. Nothing exact: what decides is never one of these. */
export const finiteNumber: Schema<number> = makeSchema<number>({
  expected: "number",
  read: (value, run) =>
    typeof value === "number" && Number.isFinite(value)
      ? value
      : run.refuse("wrong_type", "number", value === null ? "null" : typeof value),
  write: (value) => value,
  jsonSchema: () => ({ type: "number" }),
});
