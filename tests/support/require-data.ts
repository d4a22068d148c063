import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";

/** Where data of others stands, which is not copied here: beside the clone, or as said. */
const FOLDER =
  process.env.JOINTFUND_SHARED_DATA ?? join(import.meta.dirname, "../../../shared/data");

/**
 * The path of a folder of data of others, or undefined after skipping the test with the reason: the
 * data may not be copied into the project, so CI need not have it.
 */
export function requireData(context: TestContext, name: string): string | undefined {
  const path = join(FOLDER, name);
  if (existsSync(path)) return path;
  const skip = context.skip.bind(context);
  skip(`needs ${name} of the shared data (JOINTFUND_SHARED_DATA=<folder>)`);
  return undefined;
}
