import type { Result } from "@jointfund/core/base/result.ts";
import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import type { RateMissing } from "@jointfund/core/ledger/daily-rates.ts";
import {
  isTranslatedName,
  STATEMENT_NAMES,
  statementIn,
  statementOf,
  type StatementName,
} from "@jointfund/core/statements/catalogue.ts";
import {
  periodBetween,
  sinceInception,
  type StatementPeriod,
} from "@jointfund/core/statements/period.ts";
import type { StatementInput } from "@jointfund/core/statements/statement-input.ts";
import type {
  Caption,
  Cell,
  FinancialStatement,
  StatementLine,
  StatementTable,
} from "@jointfund/core/statements/statement.ts";
import { findCurrency } from "@jointfund/core/money/currency.ts";
import { captionText } from "../../languages/caption-text.ts";
import { STATEMENT_TITLES } from "../../languages/statement-labels.ts";
import { periodOfYearNamed } from "../../page/statement-year.ts";
import { knownAt, recordAt } from "../known-at.ts";
import { RequestProblem } from "../problem.ts";
import type { RecordView } from "../record-replay.ts";
import { reading, RESTS_MS } from "../route.ts";
import { toWire } from "../wire.ts";
import {
  currency,
  date,
  identifier,
  minor,
  nothing,
  ratio,
  string,
  text,
} from "../wire-schemas.ts";

const { array, boolean, integer, json, literal, object, oneOf, optional, taggedUnion } = Schema;

const names = oneOf(STATEMENT_NAMES as readonly [StatementName, ...StatementName[]]);

export const statementNamesRoute = reading({
  id: "listStatements",
  path: "/api/v1/statements",
  text: { en: "The statements that there are", ja: "計算書の一覧" },
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({
    items: array(object({ name: names, title: text, translates: boolean() })),
  }),
  handle: () => ({
    value: {
      items: STATEMENT_NAMES.map((name) => ({
        ...{ name, title: STATEMENT_TITLES[name], translates: isTranslatedName(name) },
      })),
    },
  }),
});

const cellSchema = Schema.lazy("StatementCell", () =>
  taggedUnion("kind", [
    object({ kind: literal("money"), currency, minor }),
    object({ kind: literal("units"), microUnits: minor }),
    object({ kind: literal("price"), currency, price: ratio }),
    object({ kind: oneOf(["share", "multiple"]), ratio }),
    object({
      kind: literal("rate"),
      ratio,
      annualised: boolean(),
      others: optional(array(ratio)),
    }),
    object({ kind: literal("date"), on: date }),
    object({ kind: literal("count"), count: integer() }),
    object({ kind: literal("text"), text: string() }),
    object({ kind: literal("caption"), text }),
    object({ kind: literal("none") }),
  ]),
);

const lineSchema = object({
  id: string(),
  label: text,
  rank: oneOf(["line", "subtotal", "total"]),
  cells: array(cellSchema),
  source: json({ description: "Postings that it selects, lines that it adds, or the record." }),
});

export const tableSchema = object({
  id: string(),
  label: text,
  columns: array(object({ id: string(), label: text })),
  lines: array(lineSchema),
});

const statementSchema = object({
  name: names,
  title: text,
  vehicle: optional(string()),
  period: object({ from: date, to: date, name: json() }),
  reportingCurrency: optional(currency),
  tables: array(tableSchema),
});

const labelOf = (caption: Caption): Infer<typeof text> => captionText(caption);

const cellOf = (cell: Cell): Infer<typeof cellSchema> =>
  cell.kind === "caption" ? { kind: "caption", text: labelOf(cell.caption) } : cell;

const lineOf = (line: StatementLine): Infer<typeof lineSchema> => ({
  ...line,
  label: labelOf(line.caption),
  cells: line.cells.map(cellOf),
  source: toWire(line.source),
});

export const tableOf = (table: StatementTable): Infer<typeof tableSchema> => ({
  id: table.id,
  label: labelOf(table.caption),
  columns: table.columns.map(({ id, caption }) => ({ id, label: labelOf(caption) })),
  lines: table.lines.map(lineOf),
});

function describe(name: StatementName, of: FinancialStatement): Infer<typeof statementSchema> {
  const { scope, period, reportingCurrency, tables } = of;
  return {
    ...{ name, title: STATEMENT_TITLES[name] },
    ...("vehicle" in scope ? { vehicle: scope.vehicle } : {}),
    period: { ...period, name: toWire(period.name) },
    ...(reportingCurrency === undefined ? {} : { reportingCurrency }),
    tables: tables.map(tableOf),
  };
}

type PeriodAsked = {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly year?: string;
};

function periodAsked(
  { state, chronicle }: RecordView,
  { from, to = state.today, year }: PeriodAsked,
): StatementPeriod {
  if (year !== undefined) {
    const named = from === undefined ? periodOfYearNamed(state, year) : undefined;
    if (named === undefined) throw new RequestProblem("period_wrong", [year]);
    return named;
  }
  if (to > state.today) throw new RequestProblem("future_asked", [to, state.today]);
  const first = chronicle.firstDay ?? state.today;
  if ((from ?? first) > to) throw new RequestProblem("period_wrong", [`${from ?? first} – ${to}`]);
  return from === undefined ? sinceInception(first, to) : periodBetween(from, to);
}

function known<T>(made: Result<T, RateMissing>): T {
  if (made.ok) return made.value;
  const { base, quote, on } = made.error;
  throw new RequestProblem("rate_missing", [`${base}/${quote}`, on]);
}

function make(
  name: StatementName,
  input: StatementInput,
  asked: string | undefined,
): FinancialStatement {
  if (asked === undefined) return statementOf(name, input);
  if (!findCurrency(asked).ok || !isTranslatedName(name)) {
    throw new RequestProblem("currency_wrong", [asked]);
  }
  return known(statementIn(name, input, asked));
}

export const statementRoute = reading({
  id: "getStatement",
  restsMs: RESTS_MS,
  path: "/api/v1/statements/{name}",
  text: {
    en: "A financial statement of a vehicle over a period, as known now or then",
    ja: "投資体の計算書（期間及び認識時点を指定可能）",
  },
  pathSchema: object({ name: names }),
  querySchema: object({
    vehicle: optional(identifier),
    from: optional(date),
    to: optional(date),
    year: optional(
      string({ maxLength: 80, description: "FY2026 is the fund's own; us:FY2026 a calendar's." }),
    ),
    in: optional(currency),
    knownAt,
  }),
  answer: statementSchema,
  problems: [
    ...(["unknown_id", "period_wrong", "currency_wrong", "rate_missing"] as const),
    ...(["future_asked", "past_asked"] as const),
  ],
  async handle({ office, path: { name }, query }) {
    const view = await recordAt(office, query.knownAt);
    const { state, chronicle } = view;
    const vehicle = query.vehicle ?? mainVehicle(state.charter).id;
    if (!state.charter.vehicles.some(({ id }) => id === vehicle)) {
      throw new RequestProblem("unknown_id", ["vehicle", vehicle]);
    }
    const input = { state, chronicle, vehicle, period: periodAsked(view, query) };
    return { value: describe(name, make(name, input, query.in)) };
  },
});
