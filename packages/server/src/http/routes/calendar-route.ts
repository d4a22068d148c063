import { Schema } from "@jointfund/core/base/schema.ts";
import { OBLIGATION_KINDS, type ObligationKind } from "../../languages/obligation-kinds.ts";
import { type Obligation, obligationsOf } from "../../page/obligations.ts";
import { subjectSchema, subjectsNamed } from "../act-subjects.ts";
import type { RecordView } from "../record-replay.ts";
import { knownAt, recordAt } from "../known-at.ts";
import { reading, RESTS_MS } from "../route.ts";
import { currency, date, identifier, minor, nothing, string, text } from "../wire-schemas.ts";

const { array, boolean, object, oneOf, optional } = Schema;

const KINDS = Object.keys(OBLIGATION_KINDS) as [ObligationKind, ...ObligationKind[]];

const obligationSchema = Schema.lazy("Obligation", () =>
  object({
    on: date,
    kind: oneOf(KINDS),
    label: text,
    isLate: boolean({ description: "Whether it was due before the day that is open." }),
    subject: string({ description: "What it is about, by its id." }),
    about: array(subjectSchema, { description: "The same by name, as far as it has one." }),
    party: optional(string()),
    act: optional(string()),
    investment: optional(string()),
    currency: optional(currency),
    minor: optional(minor),
  }),
);

/** What an obligation is about: its investment before a step of it, which has no own name. */
function aboutOf(view: RecordView, { subject, investment, kind, act = "" }: Obligation) {
  const named = subjectsNamed(view, kind === "actWindowEnds" ? act : subject);
  const of = investment ?? "";
  const isTold = named.some(({ id }) => id === of);
  return investment === undefined || isTold ? named : [...subjectsNamed(view, of), ...named];
}

export const calendarRoute = reading({
  id: "getCalendar",
  restsMs: RESTS_MS,
  path: "/api/v1/calendar",
  text: {
    en: "What is to come: calls, payments, milestones, loans, windows and deadlines, by day",
    ja: "今後の予定（払込、支払、案件の段階、借入金、期間及び期限。日付順）",
  },
  pathSchema: nothing,
  querySchema: object({ party: optional(identifier), to: optional(date), knownAt }),
  answer: object({ today: date, items: array(obligationSchema) }),
  problems: ["future_asked", "past_asked"],
  async handle({ office, query: { party, to, knownAt: known } }) {
    const view = await recordAt(office, known);
    const { state } = view;
    const { today } = state;
    const items = obligationsOf(state)
      .filter((each) => (party ?? each.party) === each.party && (to === undefined || each.on <= to))
      .map((each) => ({
        ...each,
        ...{ label: OBLIGATION_KINDS[each.kind], isLate: each.on < today },
        about: aboutOf(view, each),
      }));
    return { value: { today, items } };
  },
});
