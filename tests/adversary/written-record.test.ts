/**
 * The record that the example scenario leaves on a real disk, verified by the program itself, as a
 * government would run it: its words, its JSON and its exit codes.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseArguments, USAGE } from "@jointfund/verifier/arguments.ts";
import {
  VERIFIER_DOUBT_CODES,
  VERIFIER_REJECTION_CODES,
  type Doubt,
  type Fault,
} from "@jointfund/verifier/fault.ts";
import { formatReport } from "@jointfund/verifier/format-report.ts";
import type { VerifyReport } from "@jointfund/verifier/report.ts";
import { verify } from "@jointfund/verifier/verify.ts";
import { playFirstYear } from "../support/first-year.ts";
import { readAll, type DataFiles } from "./small-fund.ts";

const MAIN = fileURLToPath(new URL("../../packages/verifier/src/main.ts", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "jointfund-verify-"));
after(() => rmSync(scratch, { recursive: true }));

const data = join(scratch, "data");
const { outcome: played, steps } = await playFirstYear(data);
assert.ok(played.ok);

/** Runs the program on its own. */
function run(...words: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

/** A copy of the data, changed. */
function copyWith(change: (directory: string) => void): string {
  const directory = mkdtempSync(join(scratch, "copy-"));
  cpSync(data, directory, { recursive: true });
  change(directory);
  return directory;
}

function flipByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = bytes[at]! ^ 1;
  writeFileSync(path, bytes);
}

const untouched = (): DataFiles => readAll(data);

test("[V14] the first year holds, exit 0, and nothing of it was written", () => {
  const before = untouched();
  const { status, out, err } = run(data);
  assert.deepEqual([status, err], [0, ""]);
  assert.match(out, /^The record holds: /);
  assert.match(out, /Key of US +[0-9a-f]{64} {2}us-treasury-1\n/);
  assert.deepEqual(untouched(), before);
});

test("[V14] a changed byte on the disk, exit 1, and the entry by its number", () => {
  const broken = copyWith((directory) => {
    flipByte(join(directory, "journal", "entries"), 20_000);
  });
  const { status, out } = run(broken, "--json");
  assert.equal(status, 1);
  const { fault, others } = JSON.parse(out) as VerifyReport;
  // Frame and published log name the same entry, since the frame holds no other.
  const [other] = others ?? [];
  assert.deepEqual(
    new Set([fault?.code, other?.code]),
    new Set(["entry_published_differently", "journal_damaged"]),
  );
  assert.equal(fault?.index, other?.index);
  const text = formatReport(JSON.parse(out) as VerifyReport, "en");
  assert.match(
    text,
    new RegExp(`^The record is broken\\.\n.*\n  First wrong entry   entry ${fault?.index}\n`),
  );
});

test("[V14] what cannot be read, exit 2", () => {
  for (const words of [
    [join(scratch, "nowhere")],
    [copyWith((directory) => rmSync(join(directory, "blobs"), { recursive: true }))],
    [data, "--against", join(scratch, "nothing")],
  ]) {
    const { status, out } = run(...words);
    assert.equal(status, 2, words.join(" "));
    assert.match(out, /^Nothing can be said of this record\.\n/);
  }
});

test("[V14] wrong arguments, exit 2 and the usage", () => {
  const { status, out, err } = run(data, "--force");
  assert.deepEqual([status, out, err], [2, "", USAGE]);
  const wrong = [
    [],
    [data, data],
    [data, "--against"],
    [data, "--founding", "abc"],
    [data, "--lang", "fr"],
    [data, "--force"],
    [data, "--json", "--against", "a", "--against", "b"],
  ];
  for (const words of wrong) assert.equal(parseArguments(words), undefined, words.join(" "));
  assert.deepEqual(parseArguments(["--lang", "ja", "--against", "a", data, "--json"]), {
    ...{ directory: data, isJson: true, language: "ja", against: "a" },
  });
});

test("[V1] a directory where a file should be, and the other way round", async () => {
  const file = copyWith((directory) => {
    rmSync(join(directory, "log", "checkpoint"));
    mkdirSync(join(directory, "log", "checkpoint"));
  });
  assert.equal((await verify({ directory: file })).doubt?.code, "unreadable");
  const noDirectory = join(data, "log", "checkpoint");
  assert.equal((await verify({ directory: noDirectory })).doubt?.code, "directory_missing");
});

test("[V13] an older log holds by itself, but not against a newer checkpoint", async () => {
  const held = join(scratch, "held");
  writeFileSync(held, readFileSync(join(data, "log", "checkpoint")));
  const agreed = run(data, "--against", held);
  assert.equal(agreed.status, 0);
  assert.match(agreed.out, /Held elsewhere +\d+ entries/);
  const older = join(scratch, "older");
  await playFirstYear(older, { stopAfter: Math.floor(steps / 2) });
  assert.equal((await verify({ directory: older })).outcome, "holds");
  const { status, out } = run(older, "--against", held, "--json");
  const { fault, entries } = JSON.parse(out) as VerifyReport;
  assert.deepEqual([status, fault?.code, fault?.index], [1, "entries_cut_off", entries]);
});

test("[V12] the founding's hash, from the report to the command", async () => {
  const { trust } = await verify({ directory: data });
  const right = await verify({ directory: data, founding: trust!.founding });
  assert.equal(right.outcome, "holds");
  assert.equal(run(data, "--founding", "0".repeat(64)).status, 1);
});

test("[V14] both languages say every fault and every doubt, with their facts", () => {
  const report: VerifyReport = {
    ...{ outcome: "broken", directory: "/data", entries: 0, kinds: {} },
    ...{ signatures: 0, confirmed: 0, blobs: 0 },
  };
  const facts = {
    ...{ path: "/path", offset: 1, actual: 2, required: 3, requiredBy: "/by", reason: "why" },
    ...{ blob: "ab", size: 4, rejection: "no", clause: "1.1", directory: "/data", message: "m" },
  };
  const findings: readonly (Fault | Doubt)[] = [
    ...VERIFIER_REJECTION_CODES.map((code) => ({ code, index: 7, last: 9, facts })),
    ...VERIFIER_DOUBT_CODES.map((code) => ({ code, index: 7, facts })),
  ];
  for (const finding of findings) {
    for (const language of ["en", "ja"] as const) {
      const key = VERIFIER_REJECTION_CODES.some((code) => code === finding.code)
        ? "fault"
        : "doubt";
      const text = formatReport({ ...report, [key]: finding }, language);
      assert.ok(text.includes(finding.code), finding.code);
      assert.doesNotMatch(text, /\{\w+\}|\?|undefined|\[\[/, `${finding.code} ${language}`);
    }
  }
});

test("[V14] evidence and everything else that was found are on the page", async () => {
  const report = await verify({ directory: data });
  const fault: Fault = { code: "split_view", index: 3, last: 5, facts: { size: 6 } };
  const other: Fault = { code: "signer_mark_invalid", facts: { path: "/mark", reason: "r" } };
  const text = formatReport(
    {
      ...{ ...report, outcome: "broken", fault, others: [other], evidence: "two notes\n" },
      tornAt: 99,
    },
    "en",
  );
  assert.match(text, /one of the entries 3 to 5/);
  assert.match(text, /Also found +The signer's mark \/mark cannot be read/);
  assert.match(text, /from byte 99 of the journal/);
  assert.match(text, /two notes\n$/);
});
