import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import {
  AUDIT_LIST_NAMES,
  countsOf,
  type AuditListName,
} from "@jointfund/core/statements/audit/lists.ts";
import { AUDIT_LISTS } from "../../languages/audit-lists.ts";
import {
  auditItemSchema,
  auditSummarySchema,
  describeItem,
  kindLabel,
  listOf,
  summaryOf,
  tolerancesAsked,
  tolerancesOf,
} from "../audit/audit-lists.ts";
import { evidenceAsked, evidenceOf, evidenceSchema } from "../audit/evidence.ts";
import { sampleStatement } from "../audit/sample-file.ts";
import { sampleAsked, sampleOf, sampleSchema } from "../audit/samples.ts";
import { paging, partByPlace } from "../cursor.ts";
import { knownAt, recordAt } from "../known-at.ts";
import type { Office } from "../office.ts";
import type { RecordView } from "../record-replay.ts";
import { reading, RESTS_MS } from "../route.ts";
import { fileQuery, filing } from "../statement-files.ts";
import { count, nothing, string, text } from "../wire-schemas.ts";

const { array, integer, object, oneOf, optional } = Schema;

/** Those who examine the fund, and those who run it and want to see what is seen of them. */
export const EXAMINERS = ["auditor", "officer"] as const;

const names = oneOf(AUDIT_LIST_NAMES as readonly [AuditListName, ...AuditListName[]]);
const tolerances = object({
  backDatedDays: integer(),
  lastMinutes: integer(),
  newKeyDays: integer(),
});

/** The record as it was known then; without that as it is, whenever one looks. */
async function viewsOf(office: Office, known: string | undefined): Promise<() => RecordView> {
  if (known === undefined) return () => office.record.view;
  const then = await recordAt(office, known);
  return () => then;
}

export const auditListsRoute = reading({
  id: "listAuditLists",
  path: "/api/v1/audit/lists",
  text: {
    en: "What an auditor looks for, each with how many there are by year",
    ja: "監査上の確認事項の一覧（年別件数）",
  },
  access: EXAMINERS,
  restsMs: RESTS_MS,
  pathSchema: nothing,
  querySchema: object({ ...tolerancesAsked, knownAt }),
  answer: object({ size: count, tolerances, items: array(auditSummarySchema) }),
  problems: ["future_asked", "past_asked"],
  async handle({ office, query }) {
    const viewNow = await viewsOf(office, query.knownAt);
    const lines = tolerancesOf(query);
    const items: Infer<typeof auditSummarySchema>[] = [];
    for (const name of AUDIT_LIST_NAMES) {
      items.push(summaryOf(name, await listOf(viewNow, name, lines)));
    }
    return { value: { size: viewNow().size, tolerances: lines, items } };
  },
});

export const auditListRoute = reading({
  id: "getAuditList",
  path: "/api/v1/audit/lists/{name}",
  text: {
    en: "One list of what an auditor looks for, newest first, with its evidence",
    ja: "監査上の確認事項（新しい順、証拠付き）",
  },
  access: EXAMINERS,
  restsMs: RESTS_MS,
  pathSchema: object({ name: names }),
  querySchema: object({
    ...paging,
    ...tolerancesAsked,
    year: optional(string({ maxLength: 4 })),
    kind: optional(string({ maxLength: 80 })),
    party: optional(string({ maxLength: 80 })),
    knownAt,
  }),
  answer: object({
    name: names,
    title: text,
    holds: text,
    tolerances,
    counts: object({
      total: count,
      years: array(object({ year: string(), count })),
      kinds: array(object({ kind: string(), label: text, count })),
      parties: array(object({ party: string(), count })),
    }),
    items: array(auditItemSchema),
    next: optional(string()),
  }),
  problems: ["cursor_wrong", "future_asked", "past_asked"],
  async handle({ office, path: { name }, query }) {
    const lines = tolerancesOf(query);
    const { list, view } = await listOf(await viewsOf(office, query.knownAt), name, lines);
    const { kinds, ...counts } = countsOf(list);
    const { year, kind, party } = query;
    const { items, ...rest } = partByPlace(
      "audit",
      list.found,
      query,
      (found) =>
        (year === undefined || found.on.startsWith(year)) &&
        (kind === undefined || found.kind === kind) &&
        (party === undefined || found.parties.includes(party)),
    );
    return {
      value: {
        ...{ name, ...AUDIT_LISTS[name], tolerances: lines, ...rest },
        counts: {
          ...counts,
          kinds: kinds.map((of) => ({ ...of, label: kindLabel(name, of.kind) })),
        },
        items: items
          .flatMap((found) => list.itemOf(view, found) ?? [])
          .map((item) => describeItem(view, name, item)),
      },
    };
  },
});

export const evidenceRoute = reading({
  id: "getEvidence",
  path: "/api/v1/audit/evidence",
  text: {
    en: "From a journal entry, act or entry of the record to signatures and proofs of inclusion",
    ja: "仕訳、行為又は記録から署名及び包含証明までの証拠",
  },
  access: EXAMINERS,
  restsMs: RESTS_MS,
  pathSchema: nothing,
  querySchema: object({ ...evidenceAsked, knownAt }),
  answer: evidenceSchema,
  problems: ["unknown_id", "future_asked", "past_asked"],
  async handle({ office, query: { knownAt: known, ...asked } }) {
    return { value: await evidenceOf(office, await recordAt(office, known), asked) };
  },
});

export const sampleRoute = reading({
  id: "drawSample",
  path: "/api/v1/audit/samples",
  text: {
    en: "A sample of journal entries that anybody can draw again from the record and the seed",
    ja: "仕訳の標本（記録と乱数の種から再現可能）",
  },
  access: EXAMINERS,
  restsMs: RESTS_MS,
  pathSchema: nothing,
  querySchema: object({ ...sampleAsked, knownAt }),
  answer: sampleSchema,
  problems: [
    ...(["unknown_id", "cell_not_sampled", "sample_wrong", "sample_too_large"] as const),
    ...(["future_asked", "past_asked"] as const),
  ],
  async handle({ office, query: { knownAt: known, ...asked } }) {
    return { value: sampleOf(office, await recordAt(office, known), asked) };
  },
});

export const sampleFileRoute = filing({
  id: "getSampleFile",
  path: "/api/v1/audit/samples/file",
  text: { en: "The same sample as a file", ja: "標本のファイル" },
  access: EXAMINERS,
  pathSchema: nothing,
  querySchema: object({ ...sampleAsked, ...fileQuery }),
  problems: ["unknown_id", "cell_not_sampled", "sample_wrong", "sample_too_large"],
  handle({ office, query }) {
    const { view } = office.record;
    const sample = sampleOf(office, view, query);
    return {
      view,
      statements: [sampleStatement(view, query, sample)],
      called: `audit-sample-${view.size}`,
    };
  },
});
