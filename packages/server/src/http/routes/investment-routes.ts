import { Followed } from "@jointfund/core/base/followed.ts";
import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { RecordedAct, RecordedValuation } from "@jointfund/core/fund/chronicle.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { equityShares, INSTRUMENTS } from "@jointfund/core/investments/cap-table.ts";
import {
  certifiedOf,
  commitmentOf,
  fundedOf,
  undrawnOf,
  type Investment,
  type InvestmentStatus,
} from "@jointfund/core/investments/state.ts";
import { isContested, isStale, type Valuation } from "@jointfund/core/investments/valuation.ts";
import { balanceOf } from "@jointfund/core/ledger/journal.ts";
import { FAIR_VALUE_ACCOUNTS } from "@jointfund/core/statements/account-groups.ts";
import { investmentHistory } from "../../page/investment-history.ts";
import { namedOr } from "../../languages/language.ts";
import { companyText } from "../company-text.ts";
import { actSummarySchema, summaryOf } from "../act-summary.ts";
import { knownAt, recordAt } from "../known-at.ts";
import { RequestProblem } from "../problem.ts";
import type { RecordView } from "../record-replay.ts";
import { reading } from "../route.ts";
import {
  count,
  currency,
  date,
  hash,
  identifier,
  localizedText,
  minor,
  nothing,
  ratio,
  string,
  text,
} from "../wire-schemas.ts";

const { array, boolean, integer, object, oneOf, optional } = Schema;

const STATUSES = [
  "recommended",
  "selected",
  "closed",
  "disposed",
  "writtenOff",
] as const satisfies readonly InvestmentStatus[];

const valuationFields = {
  act: hash,
  on: date,
  by: string(),
  minor,
  level: integer({ min: 1, max: 3 }),
  technique: string(),
  inputs: array(
    object({
      name: string(),
      value: string(),
      low: optional(string()),
      high: optional(string()),
      unit: string(),
    }),
  ),
  range: optional(object({ least: minor, most: minor })),
} as const;

const valuationSchema = object({ ...valuationFields, isStale: boolean(), isContested: boolean() });

const investmentFields = {
  id: identifier,
  name: localizedText,
  vehicle: string(),
  into: optional(string()),
  instrument: oneOf(INSTRUMENTS),
  sector: string(),
  sectorName: localizedText,
  geography: string(),
  region: optional(string({ description: "State or province, ISO 3166-2." })),
  currency,
  status: oneOf(STATUSES),
  committed: minor,
  cost: minor,
  undrawn: minor,
  /** What the books carry it at: cost where it was never valued. */
  fairValue: minor,
  valuation: optional(valuationSchema),
} as const;

const investmentSchema = Schema.lazy("Investment", () => object(investmentFields));

const milestoneSchema = object({
  id: string(),
  name: text,
  due: date,
  minor,
  certified: minor,
  funded: minor,
  fundings: array(object({ act: hash, minor }), {
    description: "What the acts paid or owe of it.",
  }),
  act: optional(hash),
  certificates: array(
    object({ act: hash, by: string(), minor, reachedOn: date, withdrawnOn: optional(date) }),
  ),
});

const detailSchema = object({
  ...investmentFields,
  parties: array(object({ company: string(), name: text, role: string() })),
  milestones: array(milestoneSchema),
  stakes: array(
    object({ holder: string(), instrument: oneOf(INSTRUMENTS), committed: minor, funded: minor }),
  ),
  shares: array(object({ holder: string(), share: ratio }), {
    description: "Of the equity, as of the day that is open; they sum to 1.",
  }),
  interests: array(
    object({
      holder: string(),
      concern: string(),
      name: text,
      declaredOn: optional(date),
      act: optional(hash),
    }),
    { description: "Who has an interest in one of its companies: by the charter, or declared." },
  ),
  recommendedBy: string(),
  recommendation: optional(hash),
  valuations: array(object({ ...valuationFields, entry: count }), {
    description: "Every value that it was given, the oldest first.",
  }),
  history: array(
    object({ on: date, cost: minor, fairValue: minor, income: minor, realised: minor }),
    {
      description: "The books at the end of each day on which they changed; earnings add up.",
    },
  ),
  acts: array(actSummarySchema, {
    description: "Its story: the last hundred acts about it, newest first; `acts` lists all.",
  }),
  actCount: count,
});

function fairValueOf({ ledger }: FundState, it: Investment): bigint {
  const { id: subject, vehicle, currency: of } = it;
  return FAIR_VALUE_ACCOUNTS.reduce(
    (sum, account) => sum + balanceOf(ledger, { vehicle, account, currency: of, subject }),
    0n,
  );
}

function valuationOf(
  { charter, today }: FundState,
  valuation: Valuation,
): Infer<typeof valuationSchema> {
  return {
    ...valuation,
    act: valuation.actId,
    inputs: valuation.inputs ?? [],
    isStale: isStale(valuation, charter, today),
    isContested: isContested(valuation, today),
  };
}

function describe(state: FundState, it: Investment): Infer<typeof investmentSchema> {
  const { valuation: value, ...rest } = it;
  const sector = state.charter.mandate.sectors.find(({ id }) => id === it.sector);
  return {
    ...rest,
    sectorName: sector?.name ?? { en: it.sector },
    ...{ committed: commitmentOf(it), undrawn: undrawnOf(it), fairValue: fairValueOf(state, it) },
    ...(value === undefined ? {} : { valuation: valuationOf(state, value) }),
  };
}

/** Affiliates that the charter lists, and interests that were declared, in its companies. */
function interestsIn({ charter, conflicts }: FundState, { parties }: Investment) {
  const companies = new Set(parties.map(({ company }) => company));
  const listed = charter.parties.flatMap(({ id: holder, affiliates }) =>
    (affiliates ?? []).flatMap((concern) => (companies.has(concern) ? [{ holder, concern }] : [])),
  );
  const declared = [...conflicts.values()]
    .filter(({ concern }) => companies.has(concern))
    .map(({ holder, concern, declaredOn, actId: act }) => ({ holder, concern, declaredOn, act }));
  return [...listed, ...declared];
}

/** Whether an act says the terms of a milestone. */
function setsMilestone({ act }: RecordedAct, id: string): boolean {
  const milestones: unknown = act.body["milestones"];
  return Array.isArray(milestones) && milestones.some((each: unknown) => isNamed(each, id));
}

const isNamed = (value: unknown, id: string): boolean =>
  typeof value === "object" && value !== null && "id" in value && value.id === id;

/** Acts that an investment's story is told in. */
const STORY_MAX = 100;

/** Every value that each investment was given, in the order of the log. */
const valuationsOf = new Followed<RecordedValuation, Map<string, RecordedValuation[]>>(
  () => new Map(),
  (byInvestment, recorded) => {
    const known = byInvestment.get(recorded.investment);
    if (known === undefined) byInvestment.set(recorded.investment, [recorded]);
    else known.push(recorded);
  },
);

/** The last act that said the terms of a milestone. */
function actSetting(about: readonly RecordedAct[], id: string): { readonly act?: string } {
  const found = about.findLast((each) => setsMilestone(each, id));
  return found === undefined ? {} : { act: found.id };
}

function describeWhole(view: RecordView, it: Investment): Infer<typeof detailSchema> {
  const { state, chronicle, index, size } = view;
  const about = index.actsAbout(it.id, size);
  return {
    ...describe(state, it),
    parties: it.parties.map((each) => ({ ...each, name: namedOr(each.name, each.company) })),
    milestones: it.milestones.map((milestone) => ({
      ...{ ...milestone, name: namedOr(milestone.name, milestone.id) },
      ...{ certified: certifiedOf(milestone), funded: fundedOf(milestone) },
      fundings: milestone.fundings.map(({ actId: act, minor: paid }) => ({ act, minor: paid })),
      ...actSetting(about, milestone.id),
      certificates: milestone.certificates.map((each) => ({ ...each, act: each.actId })),
    })),
    stakes: it.capTable.stakes,
    shares: equityShares(it.capTable, state.today),
    interests: interestsIn(state, it).map((each) => ({
      ...each,
      name: companyText(state, each.concern),
    })),
    recommendedBy: it.recommendedBy,
    ...(about[0] === undefined ? {} : { recommendation: about[0].id }),
    valuations: (valuationsOf.of(chronicle.valuations).get(it.id) ?? []).map(
      ({ entry, valuation: value }) => ({
        ...{ ...value, act: value.actId, inputs: value.inputs ?? [], entry },
      }),
    ),
    history: investmentHistory(chronicle, it),
    acts: about
      .slice(-STORY_MAX)
      .toReversed()
      .map((act) => summaryOf(view, act)),
    actCount: about.length,
  };
}

export const investmentsRoute = reading({
  id: "listInvestments",
  path: "/api/v1/investments",
  text: {
    en: "Every investment: what it is, where it stands, cost and value",
    ja: "投資の一覧（内容、状態、取得原価及び評価額）",
  },
  pathSchema: nothing,
  querySchema: object({ knownAt }),
  answer: object({ items: array(investmentSchema) }),
  problems: ["future_asked", "past_asked"],
  async handle({ office, query }) {
    const { state } = await recordAt(office, query.knownAt);
    return { value: { items: [...state.investments.values()].map((it) => describe(state, it)) } };
  },
});

export const investmentRoute = reading({
  id: "getInvestment",
  path: "/api/v1/investments/{id}",
  text: {
    en: "An investment: milestones, holders, valuation, and every act about it",
    ja: "投資の詳細（段階、持分、評価及び関連する行為）",
  },
  pathSchema: object({ id: identifier }),
  querySchema: object({ knownAt }),
  answer: detailSchema,
  problems: ["unknown_id", "future_asked", "past_asked"],
  async handle({ office, path, query }) {
    const view = await recordAt(office, query.knownAt);
    const it = view.state.investments.get(path.id);
    if (it === undefined) throw new RequestProblem("unknown_id", ["investment", path.id]);
    return { value: describeWhole(view, it) };
  },
});
