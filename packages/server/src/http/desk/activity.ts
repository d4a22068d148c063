import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { ActRecord } from "@jointfund/core/governance/state.ts";
import { localized } from "../../languages/language.ts";
import { subjectSchema } from "../act-subjects.ts";
import { matterOf } from "../act-summary.ts";
import type { Person } from "../person.ts";
import type { EntryNote, RecordView } from "../record-replay.ts";
import {
  count,
  currency,
  date,
  hash,
  identifier,
  instant,
  minor,
  string,
  text,
} from "../wire-schemas.ts";
import { isMatterOf, partnerOf } from "./partner-part.ts";

const { array, object, oneOf, optional } = Schema;

/** Entries that are looked through for what was done lately. */
const LOOKED_THROUGH = 600;
/** Things done that are told of one party. */
const TOLD = 25;

const KINDS = [
  "proposal",
  "fact",
  "approval",
  "consultation",
  "objection",
  "recusal",
  "execution",
] as const;

/** What somebody did: which act, and what they said of it. */
export const activitySchema = Schema.lazy("Activity", () =>
  object({
    entry: count,
    recordedAt: instant,
    officer: identifier,
    party: identifier,
    kind: oneOf(KINDS),
    said: optional(
      oneOf(["approve", "reject", "objection", "veto", "support", "noted", "concern"]),
    ),
    reason: optional(string()),
    act: hash,
    type: identifier,
    name: text,
    about: array(subjectSchema, { description: "What the act is about, by name." }),
    amount: optional(object({ currency, minor })),
    effectiveDate: date,
  }),
);

export type Activity = Infer<typeof activitySchema>;

function saidAt(record: ActRecord | undefined, entry: number): Pick<Activity, "said" | "reason"> {
  if (record === undefined) return {};
  const at = <Said extends { readonly entry: number }>(all: readonly Said[]): Said | undefined =>
    all.find((each) => each.entry === entry);
  const vote = at(record.decisions);
  if (vote !== undefined) return { said: vote.decision };
  const objection = at(record.objections);
  if (objection !== undefined) return { said: objection.power, reason: objection.reason };
  const answer = at(record.consultations);
  if (answer !== undefined) return { said: answer.opinion };
  const recusal = at(record.recusals);
  return recusal === undefined ? {} : { reason: recusal.reason };
}

function activityAt(view: RecordView, entry: number, note: EntryNote): Activity | undefined {
  const { state, chronicle } = view;
  const kind = KINDS.find((each) => each === note.kind);
  const recorded = chronicle.acts.get(note.act ?? "");
  const party = state.officers.get(note.by)?.party;
  if (kind === undefined || recorded === undefined || party === undefined) return undefined;
  const { id, act } = recorded;
  const { type, effectiveDate } = act;
  const rule = Object.hasOwn(state.charter.acts, type) ? state.charter.acts[type] : undefined;
  return {
    ...{ entry, recordedAt: note.recordedAt, officer: note.by, party, kind, act: id, type },
    ...{ name: localized(rule?.name ?? { en: type }), effectiveDate },
    ...matterOf(view, recorded),
    ...saidAt(state.acts.get(id), entry),
    ...(kind === "proposal" || kind === "fact" ? { reason: act.reason } : {}),
  };
}

export const activitiesSchema = object({
  mine: array(activitySchema, { description: "By officers of the party of who asks." }),
  others: array(activitySchema, { description: "By officers of every other party." }),
});

/**
 * What a party did lately, and what the others did, newest first: to a partner's officer, what
 * others did on matters of that partner.
 */
export function activitiesOf(view: RecordView, person: Person): Infer<typeof activitiesSchema> {
  const { party = "" } = person;
  const partner = partnerOf(person);
  const [mine, others]: [Activity[], Activity[]] = [[], []];
  const last = view.notes.length - 1;
  for (let entry = last; entry >= 0 && last - entry < LOOKED_THROUGH; entry--) {
    const activity = activityAt(view, entry, view.notes[entry]!);
    if (activity === undefined) continue;
    const list = activity.party === party ? mine : others;
    if (list.length === TOLD) continue;
    const recorded = view.chronicle.acts.get(activity.act)!;
    if (partner === undefined || isMatterOf(view, recorded, partner)) list.push(activity);
    if (mine.length === TOLD && others.length === TOLD) break;
  }
  return { mine, others };
}
