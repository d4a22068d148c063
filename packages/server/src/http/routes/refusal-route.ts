import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { rejectionText } from "../../languages/rejections.ts";
import { paging, partOfNewest } from "../cursor.ts";
import { knownAt, recordAt } from "../known-at.ts";
import type { Refused } from "../record-index.ts";
import type { RecordView } from "../record-replay.ts";
import { reading } from "../route.ts";
import { toWire } from "../wire.ts";
import { count, date, nothing, string, text } from "../wire-schemas.ts";

const { array, json, object, optional } = Schema;

const refusalSchema = Schema.lazy("Refusal", () =>
  object({
    entry: count,
    on: date,
    code: string(),
    clause: string(),
    facts: json({ description: "What was found and what was required." }),
    text,
    statement: string({ description: "The kind of statement that was refused." }),
    officer: string(),
    party: string(),
    actType: optional(string()),
    act: optional(string()),
    investment: optional(string()),
  }),
);

function describeRefusal(
  { state: { charter } }: RecordView,
  refused: Refused,
): Infer<typeof refusalSchema> {
  const { actId, facts } = refused;
  return {
    ...refused,
    facts: toWire(facts),
    text: {
      en: rejectionText(refused, "en", charter),
      ja: rejectionText(refused, "ja", charter),
    },
    ...(actId === undefined ? {} : { act: actId }),
  };
}

export const refusalsRoute = reading({
  id: "listRefusals",
  path: "/api/v1/refusals",
  text: {
    en: "Statements that the rules refused, newest first, each with its reason",
    ja: "規定により却下された意思表示（新しい順、理由付き）",
  },
  pathSchema: nothing,
  querySchema: object({ ...paging, knownAt }),
  answer: object({ items: array(refusalSchema), next: optional(string()) }),
  problems: ["cursor_wrong", "future_asked", "past_asked"],
  async handle({ office, query }) {
    const view = await recordAt(office, query.knownAt);
    const { size, index } = view;
    const { items, ...rest } = partOfNewest("refusals", [index.refusals], { ...query, size });
    return { value: { ...rest, items: items.map((each) => describeRefusal(view, each)) } };
  },
});
