import { encode, type Schema } from "@jointfund/core/base/schema.ts";
import type { Outcome } from "./work.ts";

/** The outcome of work that came to a value. */
export function done<Value>(schema: Schema<Value>, value: Value): Outcome {
  return { kind: "done", json: JSON.stringify(encode(schema, value)) };
}
