/**
 * Writes the JSON Schema of scenarios, with which editors complete and check them.
 *
 *   node tools/generate-scenario-schema.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { toJsonSchema } from "@jointfund/core/base/schema.ts";
import { scenarioSchema } from "@jointfund/server/scenario/scenario-schema.ts";

const FILE = new URL("../scenarios/scenario.schema.json", import.meta.url);

function schemaText(): string {
  const schema = { title: "Scenario of a joint fund", ...toJsonSchema(scenarioSchema) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Whether the file is not what the code gives. */
export const isStale = (): boolean => readFileSync(FILE, "utf8") !== schemaText();

if (import.meta.main) writeFileSync(FILE, schemaText());
