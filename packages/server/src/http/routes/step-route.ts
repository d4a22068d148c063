import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { localized, type Text } from "../../languages/language.ts";
import { STATEMENT_WORDS, wordFor } from "../../languages/words.ts";
import { followingPart, paging } from "../cursor.ts";
import type { Office } from "../office.ts";
import type { RecordView } from "../record-replay.ts";
import { reading, RESTS_MS } from "../route.ts";
import { seriesHeadSchema, stepPointSchema, StepSeries, thinned } from "../step-series.ts";
import { count, hash, instant, nothing, text } from "../wire-schemas.ts";

const { array, object, oneOf, optional, string } = Schema;

const stepSchema = Schema.lazy("RecordStep", () =>
  object({
    ...stepPointSchema.fields,
    recordedAt: instant,
    kind: string({ description: "The kind of statement that the entry is." }),
    name: text,
    act: optional(hash),
    type: optional(string()),
  }),
);

/** What an entry is in a few words: the act that it is about, and what was done with it. */
function nameOf({ state, chronicle, notes }: RecordView, entry: number) {
  const { kind, recordedAt, act: id } = notes[entry]!;
  const word = wordFor(STATEMENT_WORDS, kind);
  const type = id === undefined ? undefined : chronicle.acts.get(id)?.act.type;
  const rule = type === undefined ? undefined : state.charter.acts[type];
  const said = rule === undefined ? undefined : localized(rule.name);
  const name: Text =
    said === undefined ? word : { en: `${said.en}: ${word.en}`, ja: `${said.ja}（${word.ja}）` };
  return {
    ...{ kind, recordedAt, name },
    ...(id === undefined || type === undefined ? {} : { act: id, type }),
  };
}

const kept = new WeakMap<
  Office["record"],
  { readonly charter: Charter; readonly series: StepSeries }
>();

/** Who the sides are, followed as long as the charter is the same. */
function seriesOf({ record }: Office): StepSeries {
  const { view, steps } = record;
  const { charter } = view.state;
  const known = kept.get(record);
  if (known?.charter === charter) return known.series;
  const series = new StepSeries(view.state, steps);
  kept.set(record, { charter, series });
  return series;
}

const answer = object({
  size: count,
  total: count,
  ...seriesHeadSchema,
  items: array(stepSchema, { description: "In the order of the log." }),
  next: optional(string()),
});

function describeSteps(
  office: Office,
  asked: { readonly every?: "entry" | "day" | "month"; readonly cursor?: string },
): Infer<typeof answer> {
  const { view, steps } = office.record;
  const series = seriesOf(office);
  const { currency, sides, covenants } = series;
  const { every = "entry" } = asked;
  const wanted = thinned(steps, every);
  const { items, next } = followingPart(`steps${every}`, wanted, asked);
  return {
    ...{ size: view.size, total: wanted.length, currency, sides: [...sides] },
    covenants: [...covenants],
    items: items.map((step) => ({ ...series.point(step), ...nameOf(view, step.entry) })),
    ...(next === undefined ? {} : { next }),
  };
}

export const stepsRoute = reading({
  id: "listSteps",
  restsMs: RESTS_MS,
  path: "/api/v1/steps",
  text: {
    en: "Every entry that changed a figure, with the balance sheet, covenants and units it left",
    ja: "数値を変動させた記録の一覧（各時点の貸借対照表、財務制限条項及び受益権口数）",
  },
  pathSchema: nothing,
  querySchema: object({ every: optional(oneOf(["entry", "day", "month"])), ...paging }),
  answer,
  problems: ["cursor_wrong"],
  handle: ({ office, query }) => ({ value: describeSteps(office, query) }),
});
