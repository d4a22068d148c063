/**
 * Writes the JSON Schema of policy files, with which editors complete and check them.
 *
 *   node tools/generate-policy-schema.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { policyJsonSchema } from "@jointfund/projection/policy/policy-schema.ts";

const FILE = new URL("../policies/policy.schema.json", import.meta.url);

const schemaText = (): string => `${JSON.stringify(policyJsonSchema(), null, 2)}\n`;

/** Whether the file is not what the code gives. */
export const isStale = (): boolean => readFileSync(FILE, "utf8") !== schemaText();

if (import.meta.main) writeFileSync(FILE, schemaText());
