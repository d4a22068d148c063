import { Schema } from "@jointfund/core/base/schema.ts";
import { byMonth, HISTORY_FIGURES, historyOf } from "../../page/figure-history.ts";
import { cellValueSchema } from "../cell-schema.ts";
import { knownAt, recordAt } from "../known-at.ts";
import { reading, RESTS_MS } from "../route.ts";
import { date, nothing, text } from "../wire-schemas.ts";

const { array, object, oneOf, optional } = Schema;

const figure = oneOf(HISTORY_FIGURES);

export const historyRoute = reading({
  id: "getHistory",
  restsMs: RESTS_MS,
  path: "/api/v1/history",
  text: {
    en: "A figure of the page over time: a value for each business day on which it changed",
    ja: "報告頁の数値の推移（変動した営業日ごと）",
  },
  pathSchema: nothing,
  querySchema: object({ figure, every: optional(oneOf(["change", "month"])), knownAt }),
  answer: object({
    figure,
    label: text,
    points: array(object({ on: date, value: cellValueSchema })),
  }),
  problems: ["future_asked", "past_asked"],
  async handle({ office, query }) {
    const { state, chronicle } = await recordAt(office, query.knownAt);
    const all = historyOf({ state, chronicle }, query.figure);
    const shown = query.every === "month" ? byMonth(all, state.today) : all;
    return { value: { figure: query.figure, ...shown } };
  },
});
