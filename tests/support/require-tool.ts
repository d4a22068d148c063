import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { TestContext } from "node:test";

/** The Debian package that carries each program, where the names differ. */
const DEBIAN_PACKAGES: Readonly<Record<string, string>> = {
  go: "golang-go",
};

function isInstalled(program: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * True when each of these programs is there. On a developer's machine the test is skipped with the
 * reason; in CI, which installs them, a missing program is a failure: a check that quietly does not
 * run is worse than none.
 *
 * @param names programs as they are called, such as `openssl`, or absolute paths that must exist
 */
export function requireTool(context: TestContext, names: readonly string[]): boolean {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return true;
  const packages = missing.map((name) => DEBIAN_PACKAGES[name] ?? name).join(" ");
  const message = `needs ${missing.join(", ")} (Debian: apt-get install ${packages})`;
  if (process.env["CI"] === "true") throw new Error(message);
  const skip = context.skip.bind(context);
  skip(message);
  return false;
}
