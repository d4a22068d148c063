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

/** Files that take longest, longest first: begun last, one of them would keep one core alone. */
const LONGEST = [
  "packages/server/test/cli/ten-years.test.ts",
  "packages/server/test/cli/docs.test.ts",
  "tests/portal/public.test.ts",
  "tests/database/killed.test.ts",
  "packages/server/test/durability/system-faults.test.ts",
  "packages/server/test/http/answers.test.ts",
  "packages/server/test/http/as-of.test.ts",
  "tests/scenario/us-japan.test.ts",
  "tests/database/",
  "tests/portal/",
  "packages/server/test/cli/",
  "packages/server/test/http/",
  "tests/scenario/",
  "tests/adversary/",
];

/** The same files in the order in which they should begin. */
export function inOrder(files: readonly string[]): readonly string[] {
  const placeOf = (file: string): number => {
    const place = LONGEST.findIndex((path) => file.startsWith(path));
    return place === -1 ? LONGEST.length : place;
  };
  return files.toSorted((a, b) => placeOf(a) - placeOf(b));
}
