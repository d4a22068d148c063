import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { FigurePart, PostingsSource } from "@jointfund/core/statements/page-cell.ts";
import { actBehind } from "../page/act-effects.ts";
import { actSummarySchema, summaryOf } from "./act-summary.ts";
import { cellValueSchema } from "./cell-schema.ts";
import { partByPlace, partOfFound, type PageAsked } from "./cursor.ts";
import { journalOf, journalSchema } from "./journal-schema.ts";
import type { RecordView } from "./record-replay.ts";
import { string, text } from "./wire-schemas.ts";

const { array, json, object, optional } = Schema;

/** Where a number comes from. */
export const whySchema = object({
  id: string(),
  label: text,
  value: cellValueSchema,
  from: string({ description: "Postings, a sum of cells, a quotient, a term of the charter, …" }),
  source: json({ description: "Where it comes from, as the kind in `from` has it." }),
  postings: optional(array(journalSchema)),
  acts: optional(array(actSummarySchema, { description: "That made these postings." })),
  next: optional(string({ description: "Where what it is made of goes on, if that is much." })),
});

type Why = Infer<typeof whySchema>;

/** A part of the postings that a number is made of, with the acts behind them. */
export function partOfPostings(
  view: RecordView,
  source: PostingsSource,
  asked: PageAsked,
): Pick<Why, "source" | "postings" | "acts" | "next"> {
  const { newest } = source;
  const { items, ...rest } =
    newest === undefined
      ? partByPlace("why", source.parts(), asked)
      : partOfFound("why", newest, asked);
  return {
    source: { kind: source.kind },
    postings: items.map((part) => ({ ...journalOf(part.posted), part: { minor: part.minor } })),
    acts: actsBehind(view, items),
    ...rest,
  };
}

/** The acts that made the postings, each once; what a day's opening posted has none. */
function actsBehind(view: RecordView, parts: readonly FigurePart[]) {
  const ids = new Set(parts.map(({ posted }) => actBehind(posted)));
  return [...ids].flatMap((id) => {
    const act = view.chronicle.acts.get(id);
    return act === undefined ? [] : [summaryOf(view, act)];
  });
}
