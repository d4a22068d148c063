import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hexEncode } from "@jointfund/core/base/bytes.ts";
import type { Report } from "@jointfund/formats/sheet/sheet.ts";
import type { FileFormat } from "../export/file-formats.ts";
import { reportFile } from "../export/report-file.ts";
import { statementReport } from "../export/statement-report.ts";
import type { NamedStatement } from "./statement-day.ts";
import { STATEMENT_TITLES } from "../languages/statement-labels.ts";
import { message } from "../languages/messages.ts";
import type { STATEMENT_FORMATS } from "./command-options.ts";
import { EXIT, refusedBy, type ExitCode } from "./failure.ts";
import type { Invocation } from "./invocation.ts";
import type { OpenRecord } from "./record.ts";

export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

export type StatementFileOptions = {
  readonly format?: StatementFormat;
  readonly out?: string;
};

/** Formats that no terminal shows: they always go to a file. */
const BINARY: readonly FileFormat[] = ["xlsx", "pdf"];

/** Writes statements in a format, to the file that was asked for or to the output. */
export async function writeStatements(
  invocation: Invocation,
  statements: readonly NamedStatement[],
  of: {
    readonly record: OpenRecord;
    readonly format: FileFormat;
    readonly out: string | undefined;
    /** What a file is called that nobody named, without its ending. */
    readonly called: string;
  },
): Promise<ExitCode> {
  const { state, entries, tree } = of.record;
  const { charter, today } = state;
  const root = hexEncode(tree.rootAt(entries.length) ?? new Uint8Array());
  const source = { charter, entries: entries.length, root, today };
  const titled = statements.map((each) => ({ ...each, title: STATEMENT_TITLES[each.name] }));
  return writeReport(invocation, statementReport(titled, source, invocation.choice), of);
}

/** Writes a report in a format, to the file that was asked for or to the output. */
export async function writeReport(
  invocation: Invocation,
  report: Report,
  of: { readonly format: FileFormat; readonly out: string | undefined; readonly called: string },
): Promise<ExitCode> {
  const { format } = of;
  const needsFile = BINARY.includes(format);
  const path = of.out ?? (needsFile ? `${of.called}.${format}` : undefined);
  // What nobody named may not take the place of what somebody may have worked in.
  if (path !== undefined && of.out === undefined && existsSync(path)) {
    throw refusedBy(message("fileExists", path), message("fileNameIt"));
  }
  const bytes = await reportFile(report, format, path !== undefined);
  if (path === undefined) invocation.terminal.out(new TextDecoder().decode(bytes));
  else writeOut(invocation, path, bytes);
  return EXIT.done;
}

/** Writes a whole file or none: under another name first, so that no reader finds half of it. */
export function writeOut(invocation: Invocation, path: string, bytes: Uint8Array): void {
  const partial = `${path}.${process.pid}.partial`;
  try {
    writeFileSync(partial, bytes, { flag: "wx" });
    renameSync(partial, path);
  } catch (failure) {
    rmSync(partial, { force: true });
    throw failure;
  }
  invocation.note(message("fileWritten", path, bytes.length));
}
