/**
 * Writes the JSON Schema of assumptions, with which editors complete and check them.
 *
 *   node tools/generate-assumptions-schema.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { toJsonSchema } from "@jointfund/core/base/schema.ts";
import { assumptionsSchema } from "@jointfund/projection/assumptions/assumptions-schema.ts";

const FILE = new URL("../assumptions/assumptions.schema.json", import.meta.url);

function schemaText(): string {
  const schema = { title: "Assumptions of a projection", ...toJsonSchema(assumptionsSchema) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Whether the file is not what the code gives. */
export const isStale = (): boolean => readFileSync(FILE, "utf8") !== schemaText();

if (import.meta.main) writeFileSync(FILE, schemaText());
