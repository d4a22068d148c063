import { Schema } from "@jointfund/core/base/schema.ts";
import { logFile } from "../log-files.ts";
import type { Route } from "../route.ts";
import { nothing, string } from "../wire-schemas.ts";

const pathSchema = Schema.object({ path: string({ minLength: 1, maxLength: 200 }) });

/** The published log as static files (C2SP tlog-tiles): what a foreign tool needs to verify it. */
export const logRoute: Route = {
  id: "getLogFile",
  method: "get",
  path: "/log/{path}",
  text: {
    en: "A file of the published log: checkpoint, tile/… and tile/entries/…",
    ja: "公開された記録のファイル（checkpoint、tile/…、tile/entries/…）",
  },
  access: "anyone",
  isTree: true,
  pathSchema,
  querySchema: nothing,
  answer: { kind: "bytes", type: "application/octet-stream" },
  problems: ["not_found", "not_published"],
  ofRecord: false,
  handle: ({ office, path }) =>
    logFile(office.logDirectory, (path as { readonly path: string }).path),
};
