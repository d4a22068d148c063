import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { reportCsv } from "@jointfund/formats/sheet/csv.ts";
import { reportHtml } from "@jointfund/formats/sheet/html.ts";
import { reportJson } from "@jointfund/formats/sheet/json.ts";
import type { Report } from "@jointfund/formats/sheet/sheet.ts";
import { reportXlsx } from "@jointfund/formats/sheet/xlsx.ts";
import type { FileFormat } from "./file-formats.ts";

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
    // The typesetter is a large native library, which nothing else waits for.
    const { reportPdf } = await import("@jointfund/formats/sheet/pdf.ts");
    return reportPdf(report, typeface());
  },
};

let typefaceRead: readonly Uint8Array[] | undefined;

/** The typeface of printed statements, regular and bold: some megabytes, read once. */
function typeface(): readonly Uint8Array[] {
  typefaceRead ??= ["400Regular/BIZUDPGothic_400Regular", "700Bold/BIZUDPGothic_700Bold"].map(
    (name) => {
      const font = import.meta.resolve(`@expo-google-fonts/biz-udpgothic/${name}.ttf`);
      return readFileSync(fileURLToPath(font));
    },
  );
  return typefaceRead;
}

/** A report in a format, as it goes to a file or, where it is text, to a pipe. */
export async function reportFile(
  report: Report,
  format: FileFormat,
  isFile: boolean,
): Promise<Uint8Array> {
  return RENDERERS[format](report, isFile);
}
