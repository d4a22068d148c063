import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import {
  FACILITY_KINDS,
  LADDER_STEPS,
  type Covenant,
} from "@jointfund/core/charter/leverage-terms.ts";
import { undrawnOf } from "@jointfund/core/facilities/amounts-due.ts";
import { covenantRecord } from "@jointfund/core/facilities/covenants.ts";
import type { Facility } from "@jointfund/core/facilities/facility.ts";
import {
  covenantHeadroom,
  deadlineOf,
  findCovenant,
  ladderOf,
  ratioOf,
  testable,
} from "@jointfund/core/fund/debt/covenants.ts";
import { charterRatio } from "@jointfund/core/fund/terms.ts";
import { parseRatioText } from "@jointfund/core/charter/ratio-text.ts";
import { namedOr } from "../../languages/language.ts";
import { covenantHistory } from "../../page/covenant-history.ts";
import { knownAt, recordAt } from "../known-at.ts";
import { RequestProblem } from "../problem.ts";
import type { RecordView } from "../record-replay.ts";
import { reading, RESTS_MS } from "../route.ts";
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

const { array, boolean, integer, literal, nullable, object, oneOf, optional, taggedUnion } = Schema;

const rateSchema = taggedUnion("kind", [
  object({ kind: literal("fixed"), rate: string() }),
  object({ kind: literal("floating"), index: string(), indexName: text, spread: string() }),
]);

const facilitySchema = Schema.lazy("Facility", () =>
  object({
    id: identifier,
    name: text,
    vehicle: string(),
    kind: oneOf(FACILITY_KINDS),
    lender: string(),
    currency,
    status: oneOf(["open", "accelerated", "closed"]),
    enteredOn: date,
    maturity: date,
    limit: minor,
    principal: minor,
    undrawn: minor,
    interestPayable: minor,
    feesPayable: minor,
    rate: rateSchema,
    drawings: array(
      object({
        id: hash,
        requestedOn: date,
        due: date,
        requested: minor,
        received: minor,
        outstanding: minor,
      }),
    ),
    act: optional(hash),
  }),
);

/** Acts that say the terms of a facility. */
const TERMS_SET_BY = ["facility.enter", "facility.amend"] as const;

/** The last act that said its terms. */
function actSetting({ state, index, size }: RecordView, id: string): { readonly act?: string } {
  const acts = TERMS_SET_BY.flatMap((type) => index.actsOfType(type, size));
  const found = acts.findLast(
    (each) => each.act.body["facility"] === id && state.acts.get(each.id)?.executed !== undefined,
  );
  return found === undefined ? {} : { act: found.id };
}

function facilityOf(view: RecordView, facility: Facility): Infer<typeof facilitySchema> {
  const { charter } = view.state;
  const { id, terms } = facility;
  const { rate } = terms;
  const indices = charter.leverage?.indices ?? [];
  const told =
    rate.kind === "fixed"
      ? rate
      : {
          ...rate,
          indexName: namedOr(indices.find((of) => of.id === rate.index)?.name, rate.index),
        };
  return {
    ...actSetting(view, facility.id),
    ...{ ...facility, name: namedOr(facility.name, id), rate: told },
    ...{ limit: terms.limit, undrawn: undrawnOf(facility), maturity: terms.dates.maturity },
  };
}

export const facilitiesRoute = reading({
  id: "listFacilities",
  path: "/api/v1/facilities",
  text: {
    en: "Loans: terms, what is owed, what may be drawn",
    ja: "融資枠（条件、残高、未使用額）",
  },
  pathSchema: nothing,
  querySchema: object({ knownAt }),
  answer: object({ items: array(facilitySchema) }),
  problems: ["future_asked", "past_asked"],
  async handle({ office, query }) {
    const view = await recordAt(office, query.knownAt);
    const { facilities } = view.state;
    return { value: { items: [...facilities.values()].map((each) => facilityOf(view, each)) } };
  },
});

const stepSchema = oneOf(["clear", ...LADDER_STEPS]);

const rungSchema = object({ step: oneOf(LADDER_STEPS), at: ratio, share: optional(ratio) });

const covenantSchema = Schema.lazy("Covenant", () =>
  object({
    id: identifier,
    clause: string(),
    name: localizedText,
    vehicle: string(),
    must: oneOf(["atMost", "atLeast"]),
    incurrence: ratio,
    ratio: optional(ratio),
    step: stepSchema,
    since: optional(date),
    until: optional(date),
    ladder: array(rungSchema),
    headroom: array(
      object({
        step: oneOf(LADDER_STEPS),
        fallBps: nullable(integer({ min: 0, max: 10_000 })),
      }),
      { description: "How far values may fall before the step, basis points; null: reached." },
    ),
    waivers: array(object({ act: hash, upTo: stepSchema, from: date, until: date })),
    history: array(object({ entry: count, on: date, step: stepSchema, ratio: optional(ratio) }), {
      description: "Every day on which it came to another step.",
    }),
  }),
);

function covenantOf(
  { state, index, size }: RecordView,
  covenant: Covenant,
): Infer<typeof covenantSchema> {
  const { standing, waivers } = covenantRecord(state.covenants, covenant.id);
  const tested = ratioOf(state, covenant);
  const until = deadlineOf(state, covenant);
  const history = index.stepsOf(covenant.id, size).map(({ entry, on, step, ratio: said }) => {
    const at = parseRatioText(said ?? "");
    return { entry, on, step, ...(at === undefined ? {} : { ratio: at }) };
  });
  const { ratio: _formula, ...terms } = covenant;
  return {
    ...terms,
    incurrence: charterRatio(covenant.incurrence),
    step: standing?.step ?? "clear",
    ...(standing === undefined ? {} : { since: standing.since }),
    ...(until === undefined ? {} : { until }),
    ...(tested === undefined ? {} : { ratio: tested }),
    ladder: ladderOf(state.charter, covenant).rungs,
    headroom: covenantHeadroom(state, covenant),
    waivers: waivers.map((waiver) => ({ ...waiver, act: waiver.actId })),
    history,
  };
}

export const covenantHistoryRoute = reading({
  id: "getCovenantHistory",
  restsMs: RESTS_MS,
  path: "/api/v1/covenants/{id}/history",
  text: {
    en: "A covenant at the end of each month: ratio and step, with the thresholds in force",
    ja: "財務制限条項の推移（月末ごとの比率、段階及び当時の基準値）",
  },
  pathSchema: object({ id: identifier }),
  querySchema: object({ knownAt }),
  answer: object({
    id: identifier,
    points: array(object({ on: date, ratio: optional(ratio), step: stepSchema })),
    ladders: array(object({ from: date, rungs: array(rungSchema) })),
  }),
  problems: ["unknown_id", "future_asked", "past_asked"],
  async handle({ office, path: { id }, query }) {
    const view = await recordAt(office, query.knownAt);
    if (findCovenant(view.state, id) === undefined) {
      throw new RequestProblem("unknown_id", ["covenant", id]);
    }
    return { value: { id, ...covenantHistory(view, id) } };
  },
});

const guaranteeSchema = Schema.lazy("Guarantee", () =>
  object({
    id: hash,
    party: identifier,
    facility: identifier,
    currency,
    left: minor,
    paid: minor,
    expires: date,
    ended: boolean(),
    authority: object({ law: string(), fiscalYear: string(), minor, expires: date }),
  }),
);

export const guaranteesRoute = reading({
  id: "listGuarantees",
  path: "/api/v1/guarantees",
  text: {
    en: "Guarantees: who stands for which loan, for how much, until when, by which law",
    ja: "保証の一覧（保証人、対象の借入れ、限度額、期限及び根拠法令）",
  },
  pathSchema: nothing,
  querySchema: object({ knownAt }),
  answer: object({ items: array(guaranteeSchema) }),
  problems: ["future_asked", "past_asked"],
  async handle({ office, query }) {
    const { state } = await recordAt(office, query.knownAt);
    return { value: { items: [...state.guarantees.values()] } };
  },
});

export const covenantsRoute = reading({
  id: "listCovenants",
  restsMs: RESTS_MS,
  path: "/api/v1/covenants",
  text: {
    en: "Covenants: ratio, step, headroom, and every step that they have taken",
    ja: "財務制限条項（比率、段階、余裕及び段階の履歴）",
  },
  pathSchema: nothing,
  querySchema: object({ knownAt }),
  answer: object({ items: array(covenantSchema) }),
  problems: ["future_asked", "past_asked"],
  async handle({ office, query }) {
    const view = await recordAt(office, query.knownAt);
    return { value: { items: testable(view.state).map((each) => covenantOf(view, each)) } };
  },
});
