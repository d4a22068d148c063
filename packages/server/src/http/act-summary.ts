import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { dateOf } from "@jointfund/core/calendar/date.ts";
import type { RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import type { ActAmount } from "@jointfund/core/governance/act-definition.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { ACT_STATUSES, statusOf } from "@jointfund/core/governance/status.ts";
import { localized } from "../languages/language.ts";
import { subjectSchema, subjectsOf } from "./act-subjects.ts";
import type { RecordView } from "./record-replay.ts";
import { count, currency, date, hash, identifier, minor, text } from "./wire-schemas.ts";

const { array, object, oneOf, optional, string } = Schema;

/** A fact has no way to go: once it is on record, that is where it is. */
export const SHOWN_STATUSES = [...ACT_STATUSES, "recorded"] as const;

/** What lists say of an act. */
export const actSummarySchema = Schema.lazy("ActSummary", () =>
  object({
    id: hash,
    kind: oneOf(["founding", "proposal", "fact"]),
    type: identifier,
    name: text,
    clause: string({ description: "The charter's clause that governs acts of this type." }),
    proposer: identifier,
    party: identifier,
    status: oneOf(SHOWN_STATUSES),
    since: date,
    until: optional(date),
    proposedOn: date,
    effectiveDate: date,
    concerns: array(string()),
    about: array(subjectSchema, { description: "What it is about, by name." }),
    reason: string({ description: "As its proposer or reporter gave it." }),
    investment: optional(string()),
    amount: optional(object({ currency, minor })),
    entry: count,
  }),
);
export type ActSummary = Infer<typeof actSummarySchema>;

/** The amount that a fact reports, where it reports one. */
function amountSaid({ body }: Act): ActAmount | undefined {
  const { currency: of, amount } = body;
  const isAmount = typeof of === "string" && typeof amount === "string" && /^[0-9]+$/.test(amount);
  return isAmount ? { currency: of, minor: BigInt(amount) } : undefined;
}

/** What an act is about, and the amount that it fixes or reports. */
export function matterOf(view: RecordView, { id, act }: RecordedAct) {
  const amount = view.state.acts.get(id)?.amount ?? amountSaid(act);
  return {
    about: subjectsOf(view, act.body),
    ...(amount === undefined ? {} : { amount }),
  };
}

/** Where an act stands, and since when. */
export function standingOf({ state, notes }: RecordView, { id, entry }: RecordedAct) {
  const decision = state.acts.get(id);
  if (decision !== undefined) return statusOf(state, decision);
  return { status: "recorded" as const, since: dateOf(notes[entry]!.recordedAt) };
}

/** An act as lists show it. */
export function summaryOf(view: RecordView, recorded: RecordedAct): ActSummary {
  const { state, notes } = view;
  const { id, kind, act, entry } = recorded;
  const { charter } = state;
  const rule = Object.hasOwn(charter.acts, act.type) ? charter.acts[act.type] : undefined;
  const decision = state.acts.get(id);
  const proposedOn = dateOf(notes[entry]!.recordedAt);
  const standing = standingOf(view, recorded);
  const { investment } = act.body;
  return {
    ...{ id, kind, type: act.type, entry, proposer: act.proposer, proposedOn, ...standing },
    name: localized(rule?.name ?? { en: act.type }),
    clause: rule?.clause ?? "",
    party: state.officers.get(act.proposer)?.party ?? act.proposer,
    effectiveDate: act.effectiveDate,
    concerns: decision?.concerns ?? [],
    ...matterOf(view, recorded),
    reason: act.reason,
    ...(typeof investment === "string" ? { investment } : {}),
  };
}
