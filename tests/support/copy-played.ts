import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { playExample } from "./first-year.ts";

/** How long another test may take to play a scenario, and how often is looked whether it has. */
const PLAYING_MS_MAX = 5 * 60_000;
const LOOK_EVERY_MS = 100;

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

/** Whether this test is the one that plays it: the first that makes the folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

async function play(name: string, made: string, kept: string): Promise<void> {
  // It may have been put there between the two looks.
  if (existsSync(kept)) return;
  const { outcome } = await playExample(name, made);
  assert.ok(outcome.ok && outcome.value.isComplete, JSON.stringify(outcome));
  renameSync(made, kept);
}

/**
 * Puts the record of a scenario, played to its end, into a directory. It is played once and then
 * copied: for tests of something else than playing, which is the same each time and takes seconds.
 * Tests that begin together wait for the first of them.
 */
export async function copyPlayed(name: string, data: string): Promise<void> {
  const kept = join(recordsDirectory(), name);
  const made = `${kept}-being-played`;
  if (!existsSync(kept) && isFirst(made)) {
    try {
      await play(name, made, kept);
    } finally {
      // Where it failed, the next may try: nobody waits for what does not come.
      rmSync(made, { recursive: true, force: true });
    }
  }
  const until = performance.now() + PLAYING_MS_MAX;
  while (!existsSync(kept)) {
    if (!existsSync(made)) return copyPlayed(name, data);
    assert.ok(performance.now() < until, `${name} is still being played by another test`);
    await setTimeout(LOOK_EVERY_MS);
  }
  cpSync(kept, data, { recursive: true });
}
