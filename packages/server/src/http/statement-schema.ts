import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { STATEMENT_NAMES, type StatementName } from "@jointfund/core/statements/catalogue.ts";
import {
  periodBetween,
  sinceInception,
  type StatementPeriod,
} from "@jointfund/core/statements/period.ts";
import type {
  Caption,
  Cell,
  FinancialStatement,
  StatementLine,
  StatementTable,
} from "@jointfund/core/statements/statement.ts";
import { captionText } from "../languages/caption-text.ts";
import { STATEMENT_TITLES } from "../languages/statement-labels.ts";
import { periodOfYearNamed } from "../page/statement-year.ts";
import { RequestProblem } from "./problem.ts";
import type { RecordView } from "./record-replay.ts";
import { toWire } from "./wire.ts";
import { currency, date, minor, ratio, string, text } from "./wire-schemas.ts";

const { array, boolean, integer, json, literal, object, oneOf, optional, taggedUnion } = Schema;

export const statementNames = oneOf(
  STATEMENT_NAMES as readonly [StatementName, ...StatementName[]],
);

/** Over which days a statement is asked for. */
export const periodQuery = {
  from: optional(date),
  to: optional(date),
  year: optional(
    string({ maxLength: 80, description: "FY2026 is the fund's own; us:FY2026 a calendar's." }),
  ),
};

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

export const statementSchema = object({
  name: statementNames,
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

/** A table as the API writes it. */
export const tableOf = (table: StatementTable): Infer<typeof tableSchema> => ({
  id: table.id,
  label: labelOf(table.caption),
  columns: table.columns.map(({ id, caption }) => ({ id, label: labelOf(caption) })),
  lines: table.lines.map(lineOf),
});

/** A statement as the API writes it. */
export function describeStatement(
  name: StatementName,
  of: FinancialStatement,
): Infer<typeof statementSchema> {
  const { scope, period, reportingCurrency, tables } = of;
  return {
    ...{ name, title: STATEMENT_TITLES[name] },
    ...("vehicle" in scope ? { vehicle: scope.vehicle } : {}),
    period: { ...period, name: toWire(period.name) },
    ...(reportingCurrency === undefined ? {} : { reportingCurrency }),
    tables: tables.map(tableOf),
  };
}

export type PeriodAsked = {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly year?: string;
};

/** The period asked for; what is not asked is the whole of the record. */
export function periodAsked(
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
