import { Schema } from "@jointfund/core/base/schema.ts";
import { endOfMonth, addMonths } from "@jointfund/core/calendar/date.ts";
import { LADDER_STEPS, type Covenant } from "@jointfund/core/charter/leverage-terms.ts";
import { stepOf } from "@jointfund/core/facilities/covenants.ts";
import {
  covenantHeadroom,
  deadlineOf,
  ratioOf,
  testable,
} from "@jointfund/core/fund/debt/covenants.ts";
import { noAct } from "@jointfund/core/fund/environment.ts";
import { limitStanding } from "@jointfund/core/fund/limit-headroom.ts";
import { charterRatio } from "@jointfund/core/fund/terms.ts";
import { agedBreaks, bankReconciliations } from "@jointfund/core/statements/bank-reconciliation.ts";
import {
  expectedCash,
  forecastTables,
  forecastWeek,
  liquidityTable,
} from "@jointfund/core/statements/cash-forecast.ts";
import type { Expected, Obligation } from "@jointfund/core/statements/loan-forecast.ts";
import { type BankAccount, statementsOf } from "@jointfund/core/ledger/bank-record.ts";
import { ALARM_KINDS, type AlarmKind } from "../../languages/alarm-kinds.ts";
import { localized } from "../../languages/language.ts";
import { OBLIGATION_KINDS } from "../../languages/obligation-kinds.ts";
import { STEP_WORDS, wordFor } from "../../languages/words.ts";
import { alarmsOf, type Alarm } from "../../page/alarms.ts";
import { clauseOf } from "../act-clause.ts";
import { subjectSchema, subjectsNamed } from "../act-subjects.ts";
import { limitSchema, wireLimit } from "../desk/comparison-schema.ts";
import { presentOf } from "../desk/present.ts";
import type { Person } from "../person.ts";
import type { RecordView } from "../record-replay.ts";
import { reading } from "../route.ts";
import { count, currency, date, minor, nothing, ratio, string, text } from "../wire-schemas.ts";
import { DESK } from "./desk-routes.ts";
import { tableOf, tableSchema } from "../statement-schema.ts";

const { array, boolean, integer, nullable, object, oneOf, optional } = Schema;

/** Months of a covenant's past that are shown. */
const TREND_MONTHS = 13;

const OBLIGATIONS = [
  ...(["call", "milestone", "payment", "expense", "fee", "facility", "drawing"] as const),
] as const satisfies readonly Obligation["kind"][];

const step = oneOf(["clear", ...LADDER_STEPS]);

const breakSchema = object({
  id: string(),
  vehicle: string(),
  account: string(),
  side: oneOf(["bank", "book"]),
  on: date,
  currency,
  minor,
  reference: string(),
  ageDays: count,
  act: optional(string({ description: "The act that booked it, or recorded the statement." })),
});

const bankSchema = object({
  vehicle: string(),
  account: string(),
  currency,
  asOf: date,
  book: minor,
  bookOnly: minor,
  bankOnly: minor,
  offStatement: minor,
  bank: minor,
  matched: count,
});

const partSchema = Schema.lazy("ForecastPart", () =>
  object({
    week: integer({ min: 0, description: "Column of the table, from 0." }),
    line: string({ description: "Line of the table that it is a part of." }),
    on: date,
    minor,
    kind: oneOf(OBLIGATIONS),
    id: string({ description: "Of the call, fee, facility, milestone, payment or expense." }),
    who: optional(string()),
    investment: optional(string()),
    act: optional(string({ description: "The act that it is owed by." })),
    clause: optional(string()),
  }),
);

/** One currency's forecast, and every obligation that its lines add up. */
const forecastSchema = object({
  currency,
  table: tableSchema,
  parts: array(partSchema),
});

const covenantSchema = object({
  covenant: string(),
  clause: string(),
  name: text,
  vehicle: string(),
  must: oneOf(["atMost", "atLeast"]),
  step,
  stepName: text,
  until: optional(date),
  ratio: optional(ratio),
  incurrence: ratio,
  ladder: array(object({ step: oneOf(LADDER_STEPS), name: text, at: ratio })),
  headroom: array(object({ step: oneOf(LADDER_STEPS), fallBps: nullable(count) })),
  trend: array(object({ on: date, ratio: optional(ratio), step })),
});

const given = <Value>(name: string, value: Value | undefined) =>
  value === undefined ? {} : { [name]: value };

/** The act that money is expected by, where it is one. */
function actOf(by: Obligation): string | undefined {
  if (by.kind === "payment") return by.id.slice(0, by.id.lastIndexOf("/"));
  return by.kind === "call" || by.kind === "expense" || by.kind === "drawing" ? by.id : undefined;
}

function partOf({ state, chronicle }: RecordView, expected: Expected) {
  const { on, kind: line, minor: amount, by } = expected;
  const week = forecastWeek(state, expected);
  if (week === undefined) return [];
  const act = actOf(by);
  const known = act === undefined ? undefined : chronicle.acts.get(act)?.act;
  const fee = by.kind === "fee" ? state.charter.fees?.find(({ id }) => id === by.id) : undefined;
  const clause = fee?.clause ?? (known === undefined ? "" : clauseOf(state, known.type));
  const part = {
    ...{ week, line, on, minor: amount, kind: by.kind, id: by.id },
    ...given("who", by.kind === "call" ? by.party : by.kind === "payment" ? by.payee : undefined),
    ...given("investment", by.kind === "milestone" ? by.investment : undefined),
    ...given("act", known === undefined ? undefined : act),
    ...given("clause", clause === "" ? undefined : clause),
  };
  return [part];
}

/** The tables of a vehicle by currency, with what they are made of. */
function forecastOf(view: RecordView, vehicle: string) {
  const expected = expectedCash(view.state, vehicle);
  return forecastTables(view.state, vehicle).map((table) => {
    const of = table.id.slice(table.id.indexOf(".") + 1);
    const parts = expected.filter((each) => each.currency === of && each.minor !== 0n);
    return {
      ...{ currency: of, table: tableOf(table) },
      parts: parts.flatMap((each) => partOf(view, each)),
    };
  });
}

/** Where a covenant stood at the end of each month that the record has kept, and now. */
function trendOf({ state, chronicle }: RecordView, covenant: Covenant) {
  const months = Array.from({ length: TREND_MONTHS }, (_, back) => {
    const month = addMonths(state.today, back - TREND_MONTHS);
    return month.ok ? endOfMonth(month.value) : undefined;
  });
  const past = months.flatMap((on) => {
    const kept = on === undefined ? undefined : chronicle.stateOn(on);
    return kept === undefined || on === undefined ? [] : [{ on, kept }];
  });
  return [...past, { on: state.today, kept: state }].flatMap(({ on, kept }) => {
    const isThere = testable(kept).some(({ id }) => id === covenant.id);
    if (!isThere) return [];
    const at = { on, step: stepOf(kept.covenants, covenant.id) };
    return [{ ...at, ...given("ratio", ratioOf(kept, covenant)) }];
  });
}

function covenantOf(view: RecordView, covenant: Covenant) {
  const { state } = view;
  const { id, clause, name, vehicle, must, incurrence, ladder } = covenant;
  const now = stepOf(state.covenants, id);
  return {
    ...{ covenant: id, clause, name: localized(name), vehicle, must, step: now },
    ...{ stepName: wordFor(STEP_WORDS, now), incurrence: charterRatio(incurrence) },
    ...given("until", deadlineOf(state, covenant)),
    ...given("ratio", ratioOf(state, covenant)),
    ladder: ladder.map((rung) => ({
      ...{ step: rung.step, name: wordFor(STEP_WORDS, rung.step), at: charterRatio(rung.at) },
    })),
    headroom: [...covenantHeadroom(state, covenant)],
    trend: trendOf(view, covenant),
  };
}

/** The act that booked a movement, or that recorded the bank's statement which has the line. */
function actBehind(
  { state, chronicle }: RecordView,
  {
    account,
    side,
    id,
  }: { readonly account: BankAccount; readonly side: string; readonly id: string },
): string | undefined {
  const act =
    side === "book"
      ? id.slice(0, id.lastIndexOf("/"))
      : statementsOf(state.bank, account).find((of) => id.startsWith(`${of.id}#`))?.actId;
  return act !== undefined && chronicle.acts.has(act) ? act : undefined;
}

function banksOf(view: RecordView) {
  const { charter, today } = view.state;
  const reconciliations = bankReconciliations(view);
  const breaks = agedBreaks(charter, reconciliations, today);
  return {
    banks: reconciliations.map(({ account, asOf, proof, matching }) => ({
      ...{ ...account, asOf, matched: matching.matches.length },
      ...{ book: proof.book, bookOnly: proof.bookOnly, bankOnly: proof.bankOnly },
      ...{ offStatement: proof.offStatement, bank: proof.bank },
    })),
    breaks: (breaks.ok ? breaks.value : []).map(({ account, side, item, ageDays }) => ({
      ...{ id: item.id, vehicle: account.vehicle, account: account.account, side, ageDays },
      ...{ on: item.on, currency: item.currency, minor: item.minor, reference: item.reference },
      ...given("act", actBehind(view, { account, side, id: item.id })),
    })),
  };
}

export const deskCashRoute = reading({
  id: "getDeskCash",
  path: "/api/v1/desk/cash",
  text: {
    en: "Cash for 13 weeks, liquidity, differences from banks, headroom of covenants and limits",
    ja: "資金（13週間の予測、流動性、銀行との差異、財務制限条項及び制限の余裕）",
  },
  access: DESK,
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({
    today: date,
    vehicles: array(
      object({
        vehicle: string(),
        name: text,
        currency,
        forecast: array(forecastSchema),
        liquidity: tableSchema,
      }),
    ),
    banks: array(bankSchema),
    breaks: array(breakSchema),
    covenants: array(covenantSchema),
    limits: array(limitSchema),
  }),
  handle({ office }) {
    const { view } = presentOf(office);
    const { state } = view;
    const vehicles = state.charter.vehicles.filter(({ dissolvedOn }) => dissolvedOn === undefined);
    const limits = state.charter.limits.flatMap((limit) => {
      const standing = limitStanding(state, limit, noAct(state));
      const isOfBooks = standing.holds !== undefined && standing.comparisons.length > 0;
      return isOfBooks ? [wireLimit(state, { before: standing, after: standing })] : [];
    });
    return {
      value: {
        today: state.today,
        vehicles: vehicles.map(({ id, name, currency: code }) => ({
          ...{ vehicle: id, name: localized(name), currency: code },
          forecast: forecastOf(view, id),
          liquidity: tableOf(liquidityTable(state, id)),
        })),
        ...banksOf(view),
        covenants: testable(state).map((covenant) => covenantOf(view, covenant)),
        limits,
      },
    };
  },
});

const KINDS = Object.keys(ALARM_KINDS) as [AlarmKind, ...AlarmKind[]];

export const alarmsRoute = reading({
  id: "getAlarms",
  path: "/api/v1/desk/alarms",
  text: {
    en: "What is wrong, late or soon to be, by the record alone: the worst first",
    ja: "注意を要する事項（重要度順。記録に基づく）",
  },
  access: DESK,
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({
    today: date,
    items: array(
      object({
        kind: oneOf(KINDS),
        label: text,
        severity: oneOf(["urgent", "warning", "notice"]),
        on: date,
        isPast: boolean(),
        subject: string(),
        about: array(subjectSchema),
        party: optional(string()),
        act: optional(string()),
        currency: optional(currency),
        minor: optional(minor),
        detail: optional(text),
      }),
    ),
  }),
  handle({ office, person }) {
    const { view } = presentOf(office);
    const { today } = view.state;
    const told = alarmsOf(view).filter(isToldTo(view, person));
    const items = told.map(({ detail, ...alarm }) => ({
      ...{ ...alarm, label: ALARM_KINDS[alarm.kind], isPast: alarm.on < today },
      about: subjectsNamed(view, alarm.subject),
      ...given("detail", detail === undefined ? undefined : detailText(detail)),
    }));
    return { value: { today, items } };
  },
});

/** Which alarms somebody is told of: a distributor of none that another is named in (H88). */
function isToldTo({ state: { charter } }: RecordView, person: Person | undefined) {
  const party = charter.parties.find(({ id }) => id === person?.party);
  return ({ party: named }: Alarm): boolean =>
    party?.kind !== "distributor" || named === undefined || named === party.id;
}

/** What falls due, a step of a covenant, or an account as it is named. */
const detailText = (detail: string) => wordFor({ ...OBLIGATION_KINDS, ...STEP_WORDS }, detail);
