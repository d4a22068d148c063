import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { PostedEntry } from "@jointfund/core/fund/chronicle.ts";
import { count, currency, date, minor, numberedId } from "./wire-schemas.ts";

const { array, object, optional, string } = Schema;

/** A journal entry with the entry of the log that posted it. */
export const journalSchema = Schema.lazy("JournalEntry", () =>
  object({
    id: numberedId,
    entry: count,
    vehicle: string(),
    effectiveDate: date,
    postings: array(object({ account: string(), subject: string(), currency, minor })),
    part: optional(
      object(
        { minor },
        { description: "What of it is in the figure that was asked about, in minor units." },
      ),
    ),
  }),
);

export const journalOf = ({ entry, journal }: PostedEntry): Infer<typeof journalSchema> => ({
  ...journal,
  entry,
});
