import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { SecretPlace } from "./office-schema.ts";

export type SecretFault = "environment_not_set" | "secret_file_missing" | "secret_file_open";

type Environment = { readonly [name: string]: string | undefined };

/**
 * Fetches a secret from where the office file says that it is: the environment, or a file that its
 * owner alone may read. The path of a file is relative to the office file.
 */
export function readSecret(
  place: SecretPlace,
  { officeFile, environment }: { readonly officeFile: string; readonly environment: Environment },
): Result<string, SecretFault> {
  if (place.from === "environment") {
    const value = environment[place.name];
    return value === undefined || value === "" ? err("environment_not_set") : ok(value);
  }
  const file = resolve(dirname(officeFile), place.path);
  try {
    accessSync(file, constants.R_OK);
  } catch {
    return err("secret_file_missing");
  }
  const { mode } = statSync(file);
  // Windows keeps no such modes.
  if (process.platform !== "win32" && (mode & 0o077) !== 0) return err("secret_file_open");
  return ok(readFileSync(file, "utf8").trim());
}
