import { encode, Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { actOptions, ACT_OPTIONS, type ActOption } from "@jointfund/core/fund/act-options.ts";
import { indexOf } from "@jointfund/core/governance/charter-index.ts";
import { consultedPlaces, hasConsulted } from "@jointfund/core/governance/consultation.ts";
import { officerHasInterest, partyHasInterest } from "@jointfund/core/governance/interest.ts";
import { viewOf } from "@jointfund/core/governance/act-view.ts";
import type { ActRecord } from "@jointfund/core/governance/state.ts";
import { statementSchema } from "@jointfund/core/governance/statement-schema.ts";
import { statusOf } from "@jointfund/core/governance/status.ts";
import { windowEnd } from "@jointfund/core/governance/window.ts";
import { localized } from "../../languages/language.ts";
import type { Person } from "../person.ts";
import type { RecordView } from "../record-replay.ts";
import { refusalOf, refusalSchema } from "../refusal-schema.ts";
import { date, string, text } from "../wire-schemas.ts";
import type { Present } from "./present.ts";

const { array, boolean, json, object, oneOf, optional } = Schema;

/** What whoever asks could do with an act: the statement to sign, or why it is refused. */
export const optionSchema = Schema.lazy("ActOption", () =>
  object({
    option: oneOf(ACT_OPTIONS),
    body: optional(string({ description: "The body that is answered for." })),
    statement: optional(
      json({ description: "What is to be signed; its reason, text or opinion is to be put in." }),
    ),
    refusal: optional(refusalSchema),
  }),
);

export const consultationSchema = Schema.lazy("ConsultationState", () =>
  object({
    body: string(),
    name: text,
    until: optional(date),
    silence: oneOf(["deemed", "blocks"]),
    isOver: boolean(),
    places: array(
      object({
        seat: string(),
        officer: optional(string()),
        standing: oneOf(["answered", "silent", "empty", "recused"]),
      }),
    ),
  }),
);

export const NEED_KINDS = [
  "vote",
  "consultation",
  "execution",
  "conflict",
  "objection",
  "veto",
] as const;

/** Why an act is in somebody's inbox. `isAsked`: it waits for them; otherwise it is their right. */
export const needSchema = Schema.lazy("Need", () =>
  object({
    kind: oneOf(NEED_KINDS),
    isAsked: boolean(),
    body: optional(string()),
    until: optional(date),
  }),
);

type Need = Infer<typeof needSchema>;

const given = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [name in Name]?: Value };

/** Everything that a person could do with a decision now. */
export function optionsOf(
  { view, context, notAfter }: Present,
  record: ActRecord,
  { officer = "" }: Person,
): readonly ActOption[] {
  return actOptions(view.state, record, { officer, notAfter }, context);
}

export function wireOption(
  { state }: RecordView,
  { option, body, statement, refusal }: ActOption,
): Infer<typeof optionSchema> {
  const named = { option, ...given("body", body) };
  if (refusal !== undefined) return { ...named, refusal: refusalOf(refusal, state.charter) };
  return { ...named, statement: encode(statementSchema, statement) };
}

/** Where the consultation of each body stands, seat by seat. */
export function consultationsOf(
  { state }: RecordView,
  record: ActRecord,
): readonly Infer<typeof consultationSchema>[] {
  const view = viewOf(state, record);
  return (view.rule.consult ?? []).map((consultation) => {
    const { body, window, silence } = consultation;
    const end = windowEnd(view.charter, record.proposedOn, window);
    const name = view.charter.bodies.find(({ id }) => id === body)?.name;
    return {
      ...{ body, name: localized(name ?? { en: body }), silence },
      ...(end.ok ? { until: end.value } : {}),
      isOver: record.consultedOn !== undefined || hasConsulted(view, consultation),
      places: consultedPlaces(view, body).map(({ seat, officer, standing }) => ({
        seat,
        ...given("officer", officer),
        standing: standing === "approving" || standing === "rejecting" ? "answered" : standing,
      })),
    };
  });
}

/** Whether an officer or their party has an interest in what an act concerns (G11, G20). */
function hasInterest({ state }: RecordView, record: ActRecord, person: Person): boolean {
  const officer = state.officers.get(person.officer ?? "");
  if (officer === undefined) return false;
  const { conflicts, charter } = state;
  const index = indexOf(charter);
  return (
    officerHasInterest(conflicts, index, officer, record.concerns) ||
    partyHasInterest(conflicts, index, officer.party, record.concerns)
  );
}

/** Why an act needs a person, by what they could do with it: what waits for them first. */
export function needsOf(
  { view }: Present,
  record: ActRecord,
  options: readonly ActOption[],
  person: Person,
): readonly Need[] {
  const may = (option: ActOption["option"]): boolean =>
    options.some((each) => each.option === option && each.refusal === undefined);
  const { status, until } = statusOf(view.state, record);
  const ends = given("until", until);
  const consultations = consultationsOf(view, record);
  const { proposer, type } = record.act;
  const isProposers =
    view.state.officers.get(proposer)?.party === person.party ||
    (view.state.charter.acts[type]?.propose.includes(person.party ?? "") ?? false);
  const needs: Need[] = [];
  if (may("approve")) needs.push({ kind: "vote", isAsked: true, ...ends });
  for (const { option, body, refusal } of options) {
    if (option !== "consult" || body === undefined || refusal !== undefined) continue;
    const window = consultations.find((each) => each.body === body)?.until;
    needs.push({ kind: "consultation", isAsked: true, body, ...given("until", window) });
  }
  if (may("execute")) needs.push({ kind: "execution", isAsked: isProposers, ...ends });
  if (hasInterest(view, record, person)) {
    needs.push({ kind: "conflict", isAsked: may("recuse") && may("approve") });
  }
  if (may("object")) needs.push({ kind: "objection", isAsked: false, ...ends });
  const isEnded = status === "lapsed" || status === "refused" || status === "vetoed";
  if (may("veto") && !isEnded) needs.push({ kind: "veto", isAsked: false, ...ends });
  return needs;
}
