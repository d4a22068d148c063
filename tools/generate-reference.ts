/**
 * Writes docs/reference from the code.
 *
 *   node tools/generate-reference.ts
 *
 * What the program can say of itself nobody should have to keep up by hand; a test holds the files
 * against what this would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCharterFile } from "../packages/server/src/charter/charter-file.ts";
import { accessPage } from "./reference/access-page.ts";
import { actsPage } from "./reference/acts-page.ts";
import { databasePage } from "./reference/database-page.ts";
import { httpPage } from "./reference/http-page.ts";
import { accountsPage, checksPage, commandsPage } from "./reference/other-pages.ts";
import { rejectionsPage } from "./reference/rejections-page.ts";
import { ROOT } from "./test-files.ts";

const FOLDER = join(ROOT, "docs/reference");
const CHARTER = "charters/us-japan.yaml";

/** Every page by its file's name. */
function pages(): ReadonlyMap<string, string> {
  const { charter } = readCharterFile(CHARTER, readFileSync(join(ROOT, CHARTER)));
  if (charter === undefined) throw new Error(`${CHARTER} cannot be read`);
  return new Map([
    ["rejections.md", rejectionsPage()],
    ["access.md", accessPage(charter, CHARTER)],
    ["acts.md", actsPage(charter)],
    ["accounts.md", accountsPage(charter)],
    ["checks.md", checksPage()],
    ["cli.md", commandsPage()],
    ["database.md", databasePage()],
    ["http.md", httpPage()],
  ]);
}

/** The pages whose text is not what the code says. */
export function findStaleReference(): readonly string[] {
  return [...pages()]
    .filter(([name, text]) => readFileSync(join(FOLDER, name), "utf8") !== text)
    .map(([name]) => name);
}

function writeReference(): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, text] of pages()) writeFileSync(join(FOLDER, name), text);
}

if (import.meta.main) writeReference();
