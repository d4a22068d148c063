import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hexEncode } from "@jointfund/core/base/bytes.ts";
import { reportCsv } from "@jointfund/formats/sheet/csv.ts";
import { reportHtml } from "@jointfund/formats/sheet/html.ts";
import { reportJson } from "@jointfund/formats/sheet/json.ts";
import { reportXlsx } from "@jointfund/formats/sheet/xlsx.ts";
import type { Report } from "@jointfund/formats/sheet/sheet.ts";
import type { NamedStatement } from "./statement-day.ts";
import { statementReport } from "./statement-report.ts";
import { message } from "../languages/messages.ts";
import { EXIT, refusedBy, type ExitCode } from "./failure.ts";
import type { Invocation } from "./invocation.ts";
import type { OpenRecord } from "./record.ts";

/** How statements are written; text is for a screen, the others are files. */
export const STATEMENT_FORMATS = ["text", "json", "csv", "html", "xlsx", "pdf"] as const;

export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

export type StatementFileOptions = {
  readonly format?: StatementFormat;
  readonly out?: string;
};

type FileFormat = Exclude<StatementFormat, "text">;

/** Each format's bytes; `isFile` where they go to a file and not to a pipe. */
type Renderer = (report: Report, isFile: boolean) => Uint8Array | Promise<Uint8Array>;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Without this mark a spreadsheet does not take a file for UTF-8; a pipe's reader needs none. */
const BYTE_ORDER_MARK = "\u{feff}";

/** CSV as bytes; a file begins with the mark. */
export function csvBytes(text: string, isFile: boolean): Uint8Array {
  return encode(isFile ? BYTE_ORDER_MARK + text : text);
}

const RENDERERS: Readonly<Record<FileFormat, Renderer>> = {
  json: (report) => encode(reportJson(report)),
  csv: (report, isFile) => csvBytes(reportCsv(report), isFile),
  html: (report) => encode(reportHtml(report)),
  xlsx: (report) => reportXlsx(report),
  async pdf(report) {
    // The typesetter is a large native library, which no other command waits for.
    const { reportPdf } = await import("@jointfund/formats/sheet/pdf.ts");
    return reportPdf(report, typeface());
  },
};

/** The typeface of printed statements, regular and bold. */
function typeface(): readonly Uint8Array[] {
  return ["400Regular/BIZUDPGothic_400Regular", "700Bold/BIZUDPGothic_700Bold"].map((name) => {
    const font = import.meta.resolve(`@expo-google-fonts/biz-udpgothic/${name}.ttf`);
    return readFileSync(fileURLToPath(font));
  });
}

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
  const report = statementReport(statements, source, invocation.choice);
  const { format } = of;
  const needsFile = BINARY.includes(format);
  const path = of.out ?? (needsFile ? `${of.called}.${format}` : undefined);
  // What nobody named may not take the place of what somebody may have worked in.
  if (path !== undefined && of.out === undefined && existsSync(path)) {
    throw refusedBy(message("fileExists", path), message("fileNameIt"));
  }
  const bytes = await RENDERERS[format](report, path !== undefined);
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
