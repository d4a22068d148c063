import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import type { TestContext } from "node:test";

/** The Debian package that carries each of these, where the name is another. */
const DEBIAN_PACKAGES: Readonly<Record<string, string>> = {
  go: "golang-go",
  soffice: "libreoffice-calc-nogui",
  pdftotext: "poppler-utils",
  pdffonts: "poppler-utils",
  "/usr/share/gocode/src/golang.org/x/mod": "golang-golang-x-mod-dev",
};

function exists(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isInstalled(name: string): boolean {
  if (isAbsolute(name)) return exists(name);
  return (process.env.PATH ?? "").split(delimiter).some((folder) => exists(join(folder, name)));
}

/**
 * Why a whole group of tests has to be skipped, or false: for `describe(name, { skip }, …)`.
 *
 * @throws in CI when a program is missing, as `requireTool`
 */
export function skipWithout(names: readonly string[]): string | false {
  const message = missingTools(names);
  if (message !== undefined && process.env.CI === "true") throw new Error(message);
  return message ?? false;
}

function missingTools(names: readonly string[]): string | undefined {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return undefined;
  const packages = missing.map((name) => DEBIAN_PACKAGES[name] ?? name).join(" ");
  return `needs ${missing.join(", ")} (Debian: apt-get install ${packages})`;
}

/**
 * True when Python has the module; as `requireTool`.
 *
 * @throws in CI when it is missing
 */
export function requirePythonModule(context: TestContext, module: string): boolean {
  const { status } = spawnSync("python3", ["-c", `import ${module}`]);
  const missing = `needs Python's ${module} (Debian: apt-get install python3-${module})`;
  return status === 0 || skipFor(context, missing);
}

/**
 * True when each of these is there. On a developer's machine the test is skipped with the reason;
 * in CI, which installs them, what is missing is a failure: a check that quietly does not run is
 * worse than none.
 *
 * @param names programs as they are called, such as `openssl`, or absolute paths of folders
 * @throws in CI (`CI=true`) when one is missing
 */
export function requireTool(context: TestContext, names: readonly string[]): boolean {
  const message = missingTools(names);
  if (message === undefined) return true;
  return skipFor(context, message);
}

function skipFor(context: TestContext, message: string): false {
  if (process.env.CI === "true") throw new Error(message);
  const skip = context.skip.bind(context);
  skip(message);
  return false;
}
