import { setImmediate as nextTurn } from "node:timers/promises";
import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { toJson } from "@jointfund/core/fund/effects.ts";
import {
  countsOf,
  followedList,
  USUAL_TOLERANCES,
  type AuditListName,
  type AuditTolerances,
} from "@jointfund/core/statements/audit/lists.ts";
import type { AuditItem } from "@jointfund/core/statements/audit/item.ts";
import type { FollowedList } from "@jointfund/core/statements/audit/followed-list.ts";
import { AUDIT_KINDS, type AuditKindTexts } from "../../languages/audit-kinds.ts";
import { AUDIT_LISTS } from "../../languages/audit-lists.ts";
import type { Text } from "../../languages/language.ts";
import { rejectionText } from "../../languages/rejections.ts";
import { fillTemplate, type Facts } from "../../languages/template.ts";
import { countBefore } from "../record-index.ts";
import type { RecordView } from "../record-replay.ts";
import { actNameIn } from "./act-name.ts";
import { count, currency, date, hash, instant, minor, string, text } from "../wire-schemas.ts";

const { array, integer, json, object, optional } = Schema;

/** Where the lists draw their lines; the usual ones where nothing is asked. */
export const tolerancesAsked = {
  backDatedDays: optional(integer({ min: 0, max: 3_660 })),
  lastMinutes: optional(integer({ min: 1, max: 10_080 })),
  newKeyDays: optional(integer({ min: 0, max: 3_660 })),
} as const;

export function tolerancesOf(asked: Partial<AuditTolerances>): AuditTolerances {
  const { backDatedDays, lastMinutes, newKeyDays } = USUAL_TOLERANCES;
  return {
    backDatedDays: asked.backDatedDays ?? backDatedDays,
    lastMinutes: asked.lastMinutes ?? lastMinutes,
    newKeyDays: asked.newKeyDays ?? newKeyDays,
  };
}

const counted = object({ total: count, years: array(object({ year: string(), count })) });

export const auditSummarySchema = Schema.lazy("AuditListSummary", () =>
  object({ name: string(), title: text, holds: text, counts: counted }),
);

export const auditItemSchema = Schema.lazy("AuditItem", () =>
  object({
    entry: count,
    on: date,
    recordedAt: instant,
    kind: string(),
    label: text,
    text,
    clause: string({ description: "The charter's clause, or the rule of the record." }),
    act: optional(hash),
    actType: optional(string()),
    actName: optional(text),
    parties: array(string()),
    officers: array(string()),
    effectiveDate: optional(date),
    amount: optional(object({ currency, minor })),
    facts: json({ description: "What was measured or named, by name." }),
    reason: optional(string()),
    documents: array(hash, { description: "SHA-256 of the documents that support it." }),
    evidence: array(count, { description: "Entries of the record that show it." }),
  }),
);

type Kept = { readonly key: string; readonly list: FollowedList };
const kept = new WeakMap<RecordView["trail"], Map<AuditListName, Kept>>();

/** Acts that are looked at before others get their turn. */
const AT_ONCE = 500;

/** A list of a record, and the record that it was made of. */
export type ListOf = { readonly list: FollowedList; readonly view: RecordView };

/**
 * A list of the record as it is or was: kept beside it, for the lines that were asked last, so that
 * only what has come since is looked at.
 */
export async function listOf(
  viewNow: () => RecordView,
  name: AuditListName,
  tolerances: AuditTolerances,
): Promise<ListOf> {
  const list = keptList(viewNow().trail, name, tolerances);
  for (;;) {
    const view = viewNow();
    if (list.follow(view, AT_ONCE)) return { list, view };
    await nextTurn();
  }
}

function keptList(
  trail: RecordView["trail"],
  name: AuditListName,
  tolerances: AuditTolerances,
): FollowedList {
  let lists = kept.get(trail);
  if (lists === undefined) kept.set(trail, (lists = new Map<AuditListName, Kept>()));
  const key = JSON.stringify(tolerances);
  const known = lists.get(name);
  if (known?.key === key) return known.list;
  const list = followedList(name, tolerances);
  lists.set(name, { key, list });
  return list;
}

export function summaryOf(name: AuditListName, { list }: ListOf): Infer<typeof auditSummarySchema> {
  const { total, years } = countsOf(list);
  return { name, ...AUDIT_LISTS[name], counts: { total, years } };
}

/** What the rules said to a statement that they refused. */
function refusalText({ state, index }: RecordView, entry: number): Text {
  const refused = index.refusals[countBefore(index.refusals, entry)];
  if (refused?.entry !== entry) return { en: "", ja: "" };
  const { charter } = state;
  return {
    en: rejectionText(refused, "en", charter),
    ja: rejectionText(refused, "ja", charter),
  };
}

function textsOf(view: RecordView, name: AuditListName, item: AuditItem): AuditKindTexts {
  const code: Text = { en: item.kind, ja: item.kind };
  if (name === "refusals") return { label: code, text: refusalText(view, item.entry) };
  const texts = AUDIT_KINDS[name][item.kind];
  if (texts === undefined) return { label: code, text: code };
  const facts = toJson(item.facts) as Facts;
  const { charter } = view.state;
  const said = (language: "en" | "ja"): string =>
    fillTemplate(texts.text[language], facts, { language, charter });
  return { label: texts.label, text: { en: said("en"), ja: said("ja") } };
}

/** What a kind of a list is called, for its counts. */
export function kindLabel(name: AuditListName, kind: string): Text {
  const code: Text = { en: kind, ja: kind };
  return name === "refusals" ? code : (AUDIT_KINDS[name][kind]?.label ?? code);
}

/** An item with all its words. */
export function describeItem(
  view: RecordView,
  name: AuditListName,
  item: AuditItem,
): Infer<typeof auditItemSchema> {
  const actName = actNameIn(view.state.charter, item.actType);
  return {
    ...item,
    ...textsOf(view, name, item),
    recordedAt: view.trail.recordedAt(item.entry),
    ...(actName === undefined ? {} : { actName }),
    facts: toJson(item.facts),
  };
}
