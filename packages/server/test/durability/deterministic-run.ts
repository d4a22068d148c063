import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { join } from "node:path";
import { addSeconds, type Instant } from "@jointfund/core/calendar/date.ts";
import { decodeEntry } from "@jointfund/core/fund/entry.ts";
import { DemonstrationMirror } from "../../src/application/demonstration-mirror.ts";
import type { Fund } from "../../src/application/fund.ts";
import { logVerifierKey, openFund } from "../../src/application/open-fund.ts";
import { createWorkload, CYCLE_STATEMENTS } from "../../src/bench/workload.ts";
import type { Clock, Disk } from "../../src/ports.ts";
import { Journal } from "../../src/storage/journal.ts";

// A small life of a fund in which nothing depends on when it is interrupted: every step that makes
// an entry has its own time, and how many such steps are done can be read from the entries.

type Step =
  | { readonly kind: "statement"; readonly bytes: Uint8Array; readonly at: Instant }
  | { readonly kind: "seal" | "finalise"; readonly at: Instant }
  | { readonly kind: "publish" };

/** A day on which a later statement is recorded, so that the operator has to open it. */
const NEXT_DAY_SECONDS = 86_400;

const workload = createWorkload();

function after(seconds: number): Instant {
  const at = addSeconds(workload.start, seconds);
  assert.ok(at.ok);
  return at.value;
}

/** Opening, calls, a refusal, a new day, finality, a seal: forty steps that make an entry. */
function planSteps(): readonly Step[] {
  const steps: Step[] = [];
  let seconds = 0;
  const record = (statements: readonly Uint8Array[]): void => {
    for (const bytes of statements) steps.push({ kind: "statement", bytes, at: after(seconds++) });
  };
  record(workload.opening);
  record(workload.cycle(0));
  steps.push({ kind: "publish" });
  record(workload.cycle(1).slice(0, 4));
  // Executing what the board has not approved yet is refused, and the refusal recorded.
  record([workload.cycle(1)[CYCLE_STATEMENTS - 3]!]);
  steps.push({ kind: "finalise", at: after(seconds++) });
  record(workload.cycle(1).slice(4));
  steps.push({ kind: "seal", at: after(seconds++) });
  seconds += NEXT_DAY_SECONDS;
  record(workload.cycle(2).slice(0, 6));
  steps.push({ kind: "finalise", at: after(seconds++) });
  record(workload.cycle(2).slice(6));
  steps.push({ kind: "publish" });
  return steps;
}

const STEPS = planSteps();

export type RunOptions = {
  readonly data: string;
  readonly disk: Disk;
  /** Called when an answer has come, with the entries that must be there from now on. */
  readonly onAnswered?: (entries: number) => void;
};

/** How many steps have made their entry; the operator's day openings are no steps. */
async function stepsDone(fund: Fund): Promise<number> {
  let done = 0;
  for (const leaf of await fund.entries(0, fund.size)) {
    const entry = decodeEntry(leaf);
    assert.ok(entry.ok);
    if (entry.value.statement.kind !== "day.open") done++;
  }
  return done;
}

/** The steps that are left, when so many have made their entry. */
function stepsAfter(done: number): readonly Step[] {
  let seen = 0;
  const rest = STEPS.filter((step) => step.kind === "publish" || seen++ >= done);
  return rest;
}

/** Opens the fund, does whatever is left to do, and closes it. */
export async function playRun({ data, disk, onAnswered }: RunOptions): Promise<void> {
  const times: Instant[] = [];
  const clock: Clock = {
    now: () => {
      const now = times.shift();
      assert.ok(now !== undefined, "a step reads the clock once");
      return now;
    },
  };
  // The mirrors sign at the time of the last entry, which is the same whenever they are asked.
  const opened: { fund?: Fund } = {};
  const mirrorClock: Clock = { now: () => opened.fund!.state!.recordedAt };
  const mirrors = await Promise.all(
    workload.mirrors.map(({ party, name, signer }) =>
      DemonstrationMirror.open({
        ...{ party, name, signer, disk, clock: mirrorClock },
        log: logVerifierKey(workload.operator.log),
        markFile: join(data, "mirrors", party),
      }),
    ),
  );
  const fund = await openFund({ data, operator: workload.operator, clock, mirrors, disk });
  opened.fund = fund;
  await fund.putBlob(workload.charter);
  await playSteps(fund, stepsAfter(await stepsDone(fund)), times, onAnswered);
  await fund.close();
}

async function playSteps(
  fund: Fund,
  steps: readonly Step[],
  times: Instant[],
  onAnswered: RunOptions["onAnswered"],
): Promise<void> {
  for (let at = 0; at < steps.length;) {
    const step = steps[at]!;
    if (step.kind === "statement") {
      const next = steps.findIndex((later, n) => n > at && later.kind !== "statement");
      const group = steps.slice(at, next < 0 ? steps.length : next);
      const statements = group.flatMap((it) => (it.kind === "statement" ? [it] : []));
      times.push(...statements.map((it) => it.at));
      await Promise.all(
        statements.map(async ({ bytes }) => {
          const receipt = await fund.submit(bytes);
          assert.ok(receipt.index !== undefined, JSON.stringify(receipt));
          onAnswered?.(receipt.index + 1);
        }),
      );
      at += group.length;
      continue;
    }
    if (step.kind === "publish") await fund.publish();
    else times.push(step.at);
    const receipt =
      step.kind === "seal"
        ? await fund.seal()
        : step.kind === "finalise"
          ? (await fund.finalise()).receipt
          : undefined;
    if (receipt !== undefined) {
      assert.equal(receipt.status, "accepted");
      onAnswered?.(receipt.index + 1);
    }
    at++;
  }
}

/**
 * The record as a stranger sees it: the checkpoint and the tiles that it covers, by their hashes.
 */
export function readRecord(disk: Disk, data: string): ReadonlyMap<string, string> {
  const names = ["checkpoint"];
  const text = Buffer.from(disk.readFile(join(data, "log", "checkpoint"))!).toString();
  const size = Number(text.split("\n")[1]);
  assert.ok(size < 256, "the run fits into partial tiles");
  for (const level of ["entries", "0"]) names.push(`tile/${level}/000.p/${size}`);
  return new Map(
    names.map((name) => {
      const bytes = disk.readFile(join(data, "log", name));
      assert.ok(bytes !== undefined, `${name} is published`);
      return [name, hash("sha256", bytes)];
    }),
  );
}

/** The entries that the journal holds, opened afresh, each by its hash. */
export async function readEntries(disk: Disk, data: string): Promise<readonly string[]> {
  const journal = await Journal.open({ disk, directory: join(data, "journal") });
  const entries = await journal.entries(0, journal.size);
  await journal.close();
  return entries.map((entry) => hash("sha256", entry));
}
