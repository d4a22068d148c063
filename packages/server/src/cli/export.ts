import { hledgerJournal } from "../export/hledger.ts";
import { EXIT, type ExitCode } from "./failure.ts";
import type { Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { openRecord } from "./record.ts";

/** `jointfund export hledger`: the books as a journal that hledger adds up again. */
export function exportHledger(invocation: Invocation): ExitCode {
  const { state, chronicle } = openRecord(invocation.data, replayProgress(invocation));
  const language = invocation.choice === "ja" ? "ja" : "en";
  invocation.terminal.out(hledgerJournal(state.charter, chronicle, language));
  return EXIT.done;
}
