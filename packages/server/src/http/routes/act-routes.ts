import { encode, Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import type { ActRecord } from "@jointfund/core/governance/state.ts";
import { actSchema } from "@jointfund/core/governance/statement-schema.ts";
import { tallyOf } from "@jointfund/core/statements/act-tally.ts";
import { previewOf } from "../../page/act-effects.ts";
import { clauseOf, isUnder } from "../act-clause.ts";
import { actSummarySchema, SHOWN_STATUSES, standingOf, summaryOf } from "../act-summary.ts";
import { paging, partOfNewest } from "../cursor.ts";
import { journalOf, journalSchema } from "../journal-schema.ts";
import { knownAt, recordAt } from "../known-at.ts";
import type { Office } from "../office.ts";
import { RequestProblem } from "../problem.ts";
import type { RecordView } from "../record-replay.ts";
import { refusalOf, refusalSchema } from "../refusal-schema.ts";
import { reading } from "../route.ts";
import { toWire } from "../wire.ts";
import { count, date, hash, identifier, nothing, string } from "../wire-schemas.ts";

const { array, boolean, integer, json, object, oneOf, optional } = Schema;

const CLAUSE = /^[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}$/;

const clauseAsked = Schema.string({
  format: { name: "clause", pattern: CLAUSE.source, accepts: (asked) => CLAUSE.test(asked) },
  description: "A clause of the charter: acts whose rule is it, or a part of it.",
});

const listSchema = object({ items: array(actSummarySchema), next: optional(string()) });

export const actsRoute = reading({
  id: "listActs",
  path: "/api/v1/acts",
  text: {
    en: "Acts on record, newest first: decisions with where they stand, and facts",
    ja: "行為の一覧（新しい順。決定とその状態、事実）",
  },
  pathSchema: nothing,
  querySchema: object({
    ...paging,
    type: optional(identifier),
    party: optional(identifier),
    status: optional(oneOf(SHOWN_STATUSES)),
    investment: optional(identifier),
    nature: optional(oneOf(["decision", "fact"])),
    year: optional(
      integer({ min: 1900, max: 2199, description: "Calendar year of the effective date." }),
    ),
    clause: optional(clauseAsked),
    knownAt,
  }),
  answer: listSchema,
  problems: ["cursor_wrong", "future_asked", "past_asked"],
  async handle({ office, query }) {
    const view = await recordAt(office, query.knownAt);
    const { size, index } = view;
    const { clause } = query;
    const types = clause === undefined ? {} : { types: typesUnder(view, clause) };
    const { items, ...rest } = partOfNewest("acts", index.actsFor({ ...query, ...types }, view), {
      ...{ ...query, size },
      isAsked: (recorded) => isAsked(view, recorded, query),
    });
    return { value: { ...rest, items: items.map((act) => summaryOf(view, act)) } };
  },
});

type Filters = {
  readonly type?: string;
  readonly party?: string;
  readonly investment?: string;
  readonly nature?: "decision" | "fact";
  readonly year?: number;
  readonly clause?: string;
  readonly status?: string;
};

/** The act types of a record whose rule is a clause, or a part of it. */
const typesUnder = ({ state, index, size }: RecordView, clause: string): readonly string[] =>
  index.typesIn(size).filter((type) => isUnder(clause, clauseOf(state, type)));

/** Whether an act is one of those that are asked for. */
function isAsked(view: RecordView, recorded: RecordedAct, asked: Filters): boolean {
  const { state } = view;
  const { act, kind } = recorded;
  const { status, type, party, investment, nature, year, clause } = asked;
  const isDecision = kind === "proposal";
  return (
    (type === undefined || act.type === type) &&
    (party === undefined || state.officers.get(act.proposer)?.party === party) &&
    (investment === undefined || act.body["investment"] === investment) &&
    (nature === undefined || isDecision === (nature === "decision")) &&
    (year === undefined || act.effectiveDate.startsWith(`${year}-`)) &&
    (clause === undefined || isUnder(clause, clauseOf(state, act.type))) &&
    (status === undefined || standingOf(view, recorded).status === status)
  );
}

const voteSchema = object({
  officer: identifier,
  decision: oneOf(["approve", "reject"]),
  seats: array(string()),
  on: date,
  withEvidence: boolean(),
  entry: count,
});
const opinionSchema = object({
  officer: identifier,
  body: string(),
  opinion: oneOf(["support", "noted", "concern"]),
  seats: array(string()),
  on: date,
  entry: count,
});
const objectionSchema = object({
  officer: identifier,
  party: identifier,
  power: oneOf(["objection", "veto"]),
  reason: string(),
  on: date,
  entry: count,
});

const decisionSchema = object({
  boundsDigest: hash,
  votes: array(voteSchema),
  recusals: array(object({ officer: identifier, reason: string(), entry: count })),
  objections: array(objectionSchema),
  consultations: array(opinionSchema),
  tally: json({ description: "The approval rule with its count, seat by seat." }),
  consultedOn: optional(date),
  approvedOn: optional(date),
  executed: optional(object({ entry: count, on: date })),
  ended: optional(object({ status: oneOf(["lapsed", "refused", "vetoed"]), on: date })),
});

const previewSchema = object({
  postings: array(journalSchema, { description: "What it would post if it were executed now." }),
  refused: optional(refusalSchema),
});

const detailSchema = object({
  summary: actSummarySchema,
  act: json({ description: "The act as it was signed; its id is the hash of its canonical form." }),
  rule: json({ description: "The charter's rule for acts of this type." }),
  decision: optional(decisionSchema),
  postings: array(journalSchema),
  preview: optional(previewSchema),
  isFinal: boolean({ description: "Whether all mirrors have cosigned its last entry." }),
});

function decisionOf({ state }: RecordView, record: ActRecord): Infer<typeof decisionSchema> {
  const { executed, ended, consultedOn, approvedOn } = record;
  return {
    ...record,
    votes: record.decisions,
    tally: toWire(tallyOf(state, record)),
    ...(consultedOn === undefined ? {} : { consultedOn }),
    ...(approvedOn === undefined ? {} : { approvedOn }),
    ...(executed === undefined ? {} : { executed }),
    ...(ended === undefined ? {} : { ended }),
  };
}

function previewIn(
  { fund }: Office,
  { state, size: index }: RecordView,
  record: ActRecord,
): Infer<typeof previewSchema> | undefined {
  const blob = (name: string): Uint8Array | undefined => fund.blob(name);
  const rootAt = (size: number): Uint8Array | undefined => fund.rootAt(size);
  const preview = previewOf(state, record, { index, blob, rootAt });
  if (preview === undefined) return undefined;
  if (preview.kind === "effects") {
    const postings = preview.effects.flatMap((event) =>
      event.kind === "posted" ? [{ ...event.entry, entry: index }] : [],
    );
    return { postings };
  }
  return { postings: [], refused: refusalOf(preview.rejection, state.charter) };
}

/** The last entry that says anything of the act. */
function lastEntryOf({ entry }: RecordedAct, record: ActRecord | undefined): number {
  if (record === undefined) return entry;
  const said = [record.decisions, record.recusals, record.objections, record.consultations];
  const entries = said.flatMap((of) => of.map((each) => each.entry));
  return Math.max(entry, record.executed?.entry ?? 0, ...entries);
}

function describeAct(
  office: Office,
  view: RecordView,
  recorded: RecordedAct,
): Infer<typeof detailSchema> {
  const { state } = view;
  const record = state.acts.get(recorded.id);
  const preview = record === undefined ? undefined : previewIn(office, view, record);
  const { type } = recorded.act;
  const charter = state.charters.get(String(recorded.act.charterVersion)) ?? state.charter;
  return {
    summary: summaryOf(view, recorded),
    act: encode(actSchema, recorded.act),
    rule: toWire(Object.hasOwn(charter.acts, type) ? charter.acts[type] : null),
    ...(record === undefined ? {} : { decision: decisionOf(view, record) }),
    postings: view.index.postingsOf(recorded.id, view.size).map(journalOf),
    ...(preview === undefined ? {} : { preview }),
    isFinal: lastEntryOf(recorded, record) < state.trust.finalSize,
  };
}

export const actRoute = reading({
  id: "getAct",
  path: "/api/v1/acts/{id}",
  text: {
    en: "An act: body, rule, votes, consultation, postings, or what it would do now",
    ja: "行為の詳細（内容、規定、議決、協議、仕訳又は実行時の効果）",
  },
  pathSchema: object({ id: hash }),
  querySchema: object({ knownAt }),
  answer: detailSchema,
  problems: ["unknown_id", "future_asked", "past_asked"],
  async handle({ office, path, query }) {
    const view = await recordAt(office, query.knownAt);
    const recorded = view.chronicle.acts.get(path.id);
    if (recorded === undefined) throw new RequestProblem("unknown_id", ["act", path.id]);
    return { value: describeAct(office, view, recorded) };
  },
});
