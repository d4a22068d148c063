import { globSync } from "node:fs";
import { dirname } from "node:path";

/** The root of the repository, absolute. */
export const ROOT = dirname(import.meta.dirname);

/** Every test file, relative to the root, sorted so that runs are alike everywhere. */
export function findTestFiles(): string[] {
  const patterns = ["packages/**/*.test.ts", "tests/**/*.test.ts", "tools/**/*.test.ts"];
  const exclude = ["**/node_modules/**"];
  return globSync(patterns, { cwd: ROOT, exclude })
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted((a, b) => (a < b ? -1 : 1));
}
