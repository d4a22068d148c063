import { assert } from "@jointfund/core/base/assert.ts";
import { hexEncode } from "@jointfund/core/base/bytes.ts";
import { Schema, type ObjectSchema } from "@jointfund/core/base/schema.ts";
import { reportFile } from "../export/report-file.ts";
import { statementReport, type TitledStatement } from "../export/statement-report.ts";
import { LANGUAGE_CHOICES, type Language, type LanguageChoice } from "../languages/language.ts";
import type { HttpProblemCode } from "../languages/http-problems.ts";
import type { Office } from "./office.ts";
import type { Role } from "./person.ts";
import type { RecordView } from "./record-replay.ts";
import type { Asked, Route } from "./route.ts";

const { oneOf, optional } = Schema;

const MEDIA_TYPES = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json",
} as const;

/** Which file is asked for: its format, and the languages that it speaks. */
export const fileQuery = {
  /** The plainest, where none is asked for. */
  format: optional(oneOf(Object.keys(MEDIA_TYPES) as ["pdf", "xlsx", "csv", "html", "json"])),
  lang: optional(oneOf(LANGUAGE_CHOICES)),
};

type FileAsked = { readonly format?: keyof typeof MEDIA_TYPES; readonly lang?: LanguageChoice };

/** Statements that go into one file, the record that they are of, and what the file is called. */
export type Filed = {
  readonly view: RecordView;
  readonly statements: readonly TitledStatement[];
  /** Without its ending. */
  readonly called: string;
};

type FileRoute<Path, Query> = Pick<Route, "id" | "path" | "text" | "scope"> & {
  readonly access: readonly Role[];
  readonly pathSchema: ObjectSchema<Path>;
  readonly querySchema: ObjectSchema<Query>;
  readonly problems: readonly HttpProblemCode[];
  readonly handle: (asked: Asked<Path, Query>) => Filed;
};

/** A route that gives statements as a file for a spreadsheet, a printer or a program (H52). */
export function filing<Path, Query extends FileAsked>(route: FileRoute<Path, Query>): Route {
  return {
    ...route,
    ...{ method: "get", ofRecord: false, isFile: true },
    answer: { kind: "bytes", type: "application/octet-stream" },
    async handle(asked) {
      const of = asked as Asked<Path, Query>;
      const filed = route.handle(of);
      return fileOf(of.office, filed, { ...of.query, language: of.language });
    },
  };
}

async function fileOf(
  { fund }: Office,
  { view, statements, called }: Filed,
  { format = "csv", lang, language }: FileAsked & { readonly language: Language },
): Promise<Response> {
  const { state, size: entries } = view;
  const root = fund.rootAt(entries);
  assert(root !== undefined, "what was replayed is in the log");
  const source = { charter: state.charter, entries, root: hexEncode(root), today: state.today };
  const report = statementReport(statements, source, lang ?? language);
  const bytes = await reportFile(report, format, true);
  const headers = {
    "Content-Type": MEDIA_TYPES[format],
    "Content-Disposition": `attachment; filename="${called}.${format}"`,
    "Cache-Control": "no-store",
  };
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers });
}
