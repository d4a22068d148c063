import { assert } from "@jointfund/core/base/assert.ts";
import type { Instant } from "@jointfund/core/calendar/date.ts";
import { decodeEntry } from "@jointfund/core/fund/entry.ts";
import { hledgerJournal } from "../export/hledger.ts";
import { postingCsv } from "../export/posting-csv.ts";
import { csvBytes } from "../export/report-file.ts";
import { EXIT, type ExitCode } from "./failure.ts";
import type { Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { openRecord, type OpenRecord } from "./record.ts";
import { writeOut } from "./statement-file.ts";

/** `jointfund export hledger`: the books as a journal that hledger adds up again. */
export function exportHledger(invocation: Invocation): ExitCode {
  const { state, chronicle } = openRecord(invocation.data, replayProgress(invocation));
  const language = invocation.choice === "ja" ? "ja" : "en";
  invocation.terminal.out(hledgerJournal(state.charter, chronicle, language));
  return EXIT.done;
}

/** `jointfund export csv`: every posting of every book, one a record. */
export function exportCsv(invocation: Invocation, out: string | undefined): ExitCode {
  const record = openRecord(invocation.data, replayProgress(invocation));
  const { state, chronicle } = record;
  const text = postingCsv(state.charter, chronicle, (entry) => recordedAt(record, entry));
  if (out === undefined) invocation.terminal.out(text);
  else writeOut(invocation, out, csvBytes(text, true));
  return EXIT.done;
}

function recordedAt({ entries }: OpenRecord, index: number): Instant {
  const leaf = entries[index];
  assert(leaf !== undefined, "a posting's entry is in the record");
  const entry = decodeEntry(leaf);
  assert(entry.ok, "an entry that was replayed can be decoded");
  return entry.value.recordedAt;
}
