import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { ActOption } from "@jointfund/core/fund/act-options.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { approvalRuleOf, viewOf } from "@jointfund/core/governance/act-view.ts";
import { seatRulesIn } from "@jointfund/core/governance/approval.ts";
import type { ActRecord } from "@jointfund/core/governance/state.ts";
import { tallyOf } from "@jointfund/core/statements/act-tally.ts";
import { actSummarySchema, summaryOf } from "../act-summary.ts";
import { activitiesOf, activitiesSchema } from "../desk/activity.ts";
import { effectsOfDecision, effectsSchema } from "../desk/effects-schema.ts";
import {
  consultationSchema,
  consultationsOf,
  needSchema,
  needsOf,
  optionSchema,
  optionsOf,
  wireOption,
} from "../desk/options.ts";
import { effectsToldTo, isMatterOf, partnerOf } from "../desk/partner-part.ts";
import { presentOf, type Present } from "../desk/present.ts";
import { tallyLines, tallySchema } from "../desk/rule-words.ts";
import type { Person } from "../person.ts";
import { RequestProblem } from "../problem.ts";
import { reading } from "../route.ts";
import { count, date, hash, instant, nothing, string } from "../wire-schemas.ts";

const { array, boolean, integer, object, oneOf, optional } = Schema;

/** Who sits at the desk: those who act for a party, and those who examine what they do. */
export const DESK = ["officer", "auditor"] as const;

/** Who drafts acts and weighs them: partners too, for their own party alone (H87). */
export const DESK_AND_PARTNERS = [...DESK, "partner"] as const;

/** Who asks: the routes of the desk are for people who have signed in. */
export function personAsking(person: Person | undefined): Person {
  if (person === undefined) throw new RequestProblem("sign_in_required");
  return person;
}

const itemSchema = Schema.lazy("InboxItem", () =>
  object({
    act: actSummarySchema,
    reason: string({ description: "Why it was proposed, as its proposer said." }),
    needs: array(needSchema),
    isAsked: boolean({ description: "Whether it waits for whoever asks." }),
    tally: tallySchema,
    consultations: array(consultationSchema),
  }),
);

function itemOf(
  present: Present,
  record: ActRecord,
  person: Person,
): Infer<typeof itemSchema> | undefined {
  const { view } = present;
  const recorded = view.chronicle.acts.get(record.id);
  if (recorded === undefined) return undefined;
  const needs = needsToldTo(present, record, optionsOf(present, record, person), person);
  if (needs.length === 0) return undefined;
  return {
    ...{ act: summaryOf(view, recorded), reason: record.act.reason, needs: [...needs] },
    isAsked: needs.some(({ isAsked }) => isAsked),
    tally: tallyLines(view.state.charter, tallyOf(view.state, record)),
    consultations: [...consultationsOf(view, record)],
  };
}

/**
 * Why an act needs somebody. Anybody may execute what is approved: of a partner's officer that is
 * told of their party's own matters alone.
 */
function needsToldTo(
  present: Present,
  record: ActRecord,
  options: readonly ActOption[],
  person: Person,
): ReturnType<typeof needsOf> {
  const { view } = present;
  const needs = needsOf(present, record, options, person);
  const party = partnerOf(person);
  const recorded = view.chronicle.acts.get(record.id);
  if (party === undefined || recorded === undefined) return needs;
  const isOwn = isMatterOf(view, recorded, party);
  return needs.filter(({ kind }) => isOwn || kind !== "execution");
}

type Item = Infer<typeof itemSchema>;

/** What waits comes first, then what ends first, then what was proposed last. */
function inOrder(a: Item, b: Item): number {
  if (a.isAsked !== b.isAsked) return a.isAsked ? -1 : 1;
  const [endA, endB] = [a.act.until ?? "9999", b.act.until ?? "9999"];
  if (endA !== endB) return endA < endB ? -1 : 1;
  return b.act.entry - a.act.entry;
}

export const inboxRoute = reading({
  id: "getInbox",
  path: "/api/v1/desk/inbox",
  text: {
    en: "What needs whoever asks, why and until when, and what each side did lately",
    ja: "対応が必要な案件とその理由及び期限、並びに各当事者の最近の行為",
  },
  access: DESK_AND_PARTNERS,
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({
    today: date,
    recordedAt: instant,
    size: count,
    items: array(itemSchema),
    activities: activitiesSchema,
  }),
  handle({ office, person: asking }) {
    const person = personAsking(asking);
    const present = presentOf(office);
    const { view } = present;
    const { state } = view;
    const items = [...state.openActs.keys()].flatMap((id) => {
      const record = state.acts.get(id);
      const item = record === undefined ? undefined : itemOf(present, record, person);
      return item === undefined ? [] : [item];
    });
    return {
      value: {
        ...{ today: state.today, recordedAt: present.context.recordedAt, size: view.size },
        items: items.toSorted(inOrder),
        activities: activitiesOf(office.record.view, person),
      },
    };
  },
});

/** Whether a part of the rule asks for evidence of a ratification (G26). */
const isRatified = (state: FundState, record: ActRecord): boolean =>
  seatRulesIn(approvalRuleOf(viewOf(state, record))).some((rule) => "ratifiedBy" in rule);

const standingSchema = object({
  act: actSummarySchema,
  isOpen: boolean(),
  isRatified: boolean({
    description: "Whether some approvals count only with evidence of a domestic procedure.",
  }),
  needs: array(needSchema),
  options: array(optionSchema),
  consultations: array(consultationSchema),
  tally: optional(tallySchema),
  effects: optional(effectsSchema),
  boundsDigest: optional(hash),
  logSize: integer({ min: 0, description: "Entries on record: what a vote signs that it saw." }),
  votes: array(
    object({
      officer: string(),
      party: string(),
      decision: oneOf(["approve", "reject"]),
      seats: array(string()),
      on: date,
      entry: count,
    }),
  ),
});

export const deskActRoute = reading({
  id: "getDeskAct",
  path: "/api/v1/desk/acts/{id}",
  text: {
    en: "An act at the desk: what whoever asks may do, and every value before and after it",
    ja: "行為の審査（自らが行える意思表示、行為の前後の各数値）",
  },
  access: DESK_AND_PARTNERS,
  pathSchema: object({ id: hash }),
  querySchema: nothing,
  answer: standingSchema,
  problems: ["unknown_id", "not_yours"],
  handle({ office, path, person: asking }) {
    const person = personAsking(asking);
    const present = presentOf(office);
    const { view } = present;
    const { state } = view;
    const recorded = view.chronicle.acts.get(path.id);
    if (recorded === undefined) throw new RequestProblem("unknown_id", ["act", path.id]);
    const record = state.acts.get(path.id);
    const party = partnerOf(person);
    const isOwn = party === undefined || isMatterOf(view, recorded, party);
    const about = { act: summaryOf(view, recorded), logSize: view.size };
    if (record === undefined) {
      if (!isOwn) throw new RequestProblem("not_yours");
      const none = {
        isOpen: false,
        isRatified: false,
        needs: [],
        options: [],
        consultations: [],
        votes: [],
      };
      return { value: { ...about, ...none } };
    }
    const options = optionsOf(present, record, person);
    const isOpen = record.executed === undefined && record.ended === undefined;
    const needs = needsToldTo(present, record, options, person);
    if (!isOwn && needs.length === 0) throw new RequestProblem("not_yours");
    return {
      value: {
        ...{ ...about, isOpen, boundsDigest: record.boundsDigest },
        isRatified: isRatified(state, record),
        needs: isOpen ? [...needs] : [],
        options: options.map((option) => wireOption(view, option)),
        consultations: [...consultationsOf(view, record)],
        tally: tallyLines(state.charter, tallyOf(state, record)),
        ...(isOpen
          ? {
              effects: effectsToldTo(
                person,
                effectsOfDecision(present, record, person.officer ?? ""),
              ),
            }
          : {}),
        votes: record.decisions.map(({ officer, decision, seats, on, entry }) => ({
          ...{ officer, decision, seats: [...seats], on, entry },
          party: state.officers.get(officer)?.party ?? "",
        })),
      },
    };
  },
});
