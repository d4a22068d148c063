/**
 * Writes what is generated beside the charters: their JSON Schema, which editors use, and their
 * explanations in plain language, which reviewers read in the difference of a change.
 *
 *   node tools/generate-charter-files.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { charterJsonSchema } from "@jointfund/core/charter/charter-schema.ts";
import { explainCharterFile } from "@jointfund/server/charter/explain.ts";

const CHARTERS = ["us-japan", "us-japan-2025"];
const FOLDER = new URL("../charters/", import.meta.url);

function explanation(charter: string, language: "en" | "ja"): string {
  const path = fileURLToPath(new URL(`${charter}.yaml`, FOLDER));
  const { text, exitCode } = explainCharterFile(path, { language });
  if (exitCode !== 0) throw new Error(text);
  return text;
}

/** The text of each generated file by its name. */
function charterFiles(): ReadonlyMap<string, string> {
  const explanations = CHARTERS.flatMap((charter) =>
    (["en", "ja"] as const).map((language): [string, string] => [
      `${charter}.explain.${language}.txt`,
      explanation(charter, language),
    ]),
  );
  return new Map([
    ["charter.schema.json", `${JSON.stringify(charterJsonSchema(), null, 2)}\n`],
    ...explanations,
  ]);
}

/** The files whose text is not what the charters and the schema give. */
export function findStaleCharterFiles(): readonly string[] {
  const isStale = ([name, text]: readonly [string, string]): boolean =>
    readFileSync(new URL(name, FOLDER), "utf8") !== text;
  return [...charterFiles()].filter(isStale).map(([name]) => name);
}

function writeCharterFiles(): void {
  for (const [name, text] of charterFiles()) writeFileSync(new URL(name, FOLDER), text);
}

if (import.meta.main) writeCharterFiles();
