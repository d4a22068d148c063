import { Schema } from "@jointfund/core/base/schema.ts";
import { provenEntry, provenEntrySchema } from "../proven-entry.ts";
import { reading } from "../route.ts";
import { count, nothing } from "../wire-schemas.ts";

const { object } = Schema;

export const entryRoute = reading({
  id: "getEntry",
  path: "/api/v1/entries/{index}",
  text: {
    en: "An entry of the record: its content, its bytes, and the proof that it is in the log",
    ja: "記録の一件（内容、バイト列及び包含証明）",
  },
  pathSchema: object({ index: count }),
  querySchema: nothing,
  answer: provenEntrySchema,
  problems: ["unknown_id"],
  handle: async ({ office, path }) => ({ value: await provenEntry(office, path.index) }),
});
