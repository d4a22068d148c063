import { Schema, TEXT_FORMATS } from "@jointfund/core/base/schema.ts";
import { instant, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Office } from "./office.ts";
import { pageOf } from "./page-view.ts";
import type { RecordView } from "./record-replay.ts";

const INDEX = "0|[1-9][0-9]{0,14}";

const INDEX_ONLY = new RegExp(`^(?:${INDEX})$`);

/** The parameter that asks for what was known then (H21). */
export const knownAt = Schema.optional(
  Schema.string({
    format: {
      name: "entry or instant",
      pattern: `^(?:${INDEX})$|${TEXT_FORMATS.instant.pattern}`,
      accepts: (asked) => INDEX_ONLY.test(asked) || TEXT_FORMATS.instant.accepts(asked),
    },
    description: "What was known then: the index of the last entry to count, or an instant.",
  }),
);

/** The record as it was known then, or as it is known now. */
export function recordAt({ record }: Office, asked: string | undefined): Promise<RecordView> {
  if (asked === undefined) return Promise.resolve(record.view);
  return record.at(INDEX_ONLY.test(asked) ? Number(asked) : instant(asked));
}

/** The parameter that asks for where the fund stood on a business day (H22). */
export const asOf = Schema.optional(
  Schema.string<LocalDate>({
    format: "date",
    description: "The business day of which the figures are; today if absent.",
  }),
);

type Asked = { readonly asOf?: LocalDate; readonly knownAt?: string };

/** The page of a business day as it was known then. */
export async function pageAsked(office: Office, { asOf: day, knownAt: known }: Asked) {
  const view = await recordAt(office, known);
  if (day === undefined || day === view.state.today) return pageOf(office, view);
  return pageOf(office, await office.record.dated(view, day));
}
