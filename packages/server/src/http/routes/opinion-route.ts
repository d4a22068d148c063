import { Schema } from "@jointfund/core/base/schema.ts";
import { OPINIONS } from "@jointfund/core/oversight/audit.ts";
import { CHOICE_WORDS } from "../../languages/act-forms/choice-words.ts";
import { wordFor } from "../../languages/words.ts";
import { reading } from "../route.ts";
import { date, hash, nothing, string, text } from "../wire-schemas.ts";

const { array, object, oneOf } = Schema;

export const opinionsRoute = reading({
  id: "listAuditOpinions",
  path: "/api/v1/audit-opinions",
  text: {
    en: "The auditor's opinions on the statements of each period, the newest first",
    ja: "各期間の計算書に対する監査意見（新しい順）",
  },
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({
    items: array(
      object({
        act: hash,
        from: date,
        to: date,
        opinion: oneOf(OPINIONS),
        label: text,
        text: string(),
        on: date,
      }),
    ),
  }),
  handle({ office }) {
    const { opinions } = office.record.view.state.oversight;
    const items = [...opinions.values()].map(({ id: act, from, to, opinion, text: said, on }) => ({
      ...{ act, from, to, opinion, text: said, on },
      label: wordFor(CHOICE_WORDS, opinion),
    }));
    return { value: { items: items.toSorted((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0)) } };
  },
});
