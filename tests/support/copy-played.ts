import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playExample } from "./first-year.ts";

let own: string | undefined;

/** Where played records are kept: for the whole run of the tests, or for this process alone. */
function recordsDirectory(): string {
  const ofRun = process.env["JOINTFUND_TEST_RECORDS"];
  if (ofRun !== undefined && existsSync(ofRun)) return ofRun;
  if (own === undefined) {
    const made = mkdtempSync(join(tmpdir(), "jointfund-records-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    own = made;
  }
  return own;
}

/**
 * Puts the record of a scenario, played to its end, into a directory. It is played once and then
 * copied: for tests of something else than playing, which is the same each time and takes seconds.
 */
export async function copyPlayed(name: string, data: string): Promise<void> {
  const kept = join(recordsDirectory(), name);
  if (!existsSync(kept)) {
    const made = mkdtempSync(`${kept}-`);
    const { outcome } = await playExample(name, made);
    assert.ok(outcome.ok && outcome.value.isComplete, JSON.stringify(outcome));
    try {
      renameSync(made, kept);
    } catch (failure) {
      rmSync(made, { recursive: true });
      // Another test may have played the same meanwhile.
      if (!existsSync(kept)) throw failure;
    }
  }
  cpSync(kept, data, { recursive: true });
}
