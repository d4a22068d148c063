import type { Result } from "@jointfund/core/base/result.ts";
import { Schema } from "@jointfund/core/base/schema.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import type { RateMissing } from "@jointfund/core/ledger/daily-rates.ts";
import {
  isTranslatedName,
  STATEMENT_NAMES,
  statementIn,
  statementOf,
  type StatementName,
} from "@jointfund/core/statements/catalogue.ts";
import type { StatementInput } from "@jointfund/core/statements/statement-input.ts";
import type { FinancialStatement } from "@jointfund/core/statements/statement.ts";
import { findCurrency } from "@jointfund/core/money/currency.ts";
import { STATEMENT_TITLES } from "../../languages/statement-labels.ts";
import { knownAt, recordAt } from "../known-at.ts";
import { ROLES } from "../person.ts";
import { RequestProblem } from "../problem.ts";
import type { RecordView } from "../record-replay.ts";
import { reading, RESTS_MS } from "../route.ts";
import { fileQuery, filing } from "../statement-files.ts";
import {
  describeStatement,
  periodAsked,
  periodQuery,
  statementNames,
  statementSchema,
  type PeriodAsked,
} from "../statement-schema.ts";
import { currency, identifier, nothing, text } from "../wire-schemas.ts";

const { array, boolean, object, optional } = Schema;

export const statementNamesRoute = reading({
  id: "listStatements",
  path: "/api/v1/statements",
  text: { en: "The statements that there are", ja: "計算書の一覧" },
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({
    items: array(object({ name: statementNames, title: text, translates: boolean() })),
  }),
  handle: () => ({
    value: {
      items: STATEMENT_NAMES.map((name) => ({
        ...{ name, title: STATEMENT_TITLES[name], translates: isTranslatedName(name) },
      })),
    },
  }),
});

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
    ja: "投資ビークルの計算書（期間及び記録時刻を指定可能）",
  },
  pathSchema: object({ name: statementNames }),
  querySchema: object({
    vehicle: optional(identifier),
    ...periodQuery,
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
    return { value: describeStatement(name, madeOf(view, name, query)) };
  },
});

type StatementAsked = PeriodAsked & { readonly vehicle?: string; readonly in?: string };

function madeOf(view: RecordView, name: StatementName, asked: StatementAsked): FinancialStatement {
  const { state, chronicle } = view;
  const vehicle = asked.vehicle ?? mainVehicle(state.charter).id;
  if (!state.charter.vehicles.some(({ id }) => id === vehicle)) {
    throw new RequestProblem("unknown_id", ["vehicle", vehicle]);
  }
  const input = { state, chronicle, vehicle, period: periodAsked(view, asked) };
  return make(name, input, asked.in);
}

export const statementFileRoute = filing({
  id: "getStatementFile",
  path: "/api/v1/statements/{name}/file",
  text: {
    en: "A financial statement as a file",
    ja: "計算書のファイル",
  },
  access: ROLES,
  pathSchema: object({ name: statementNames }),
  querySchema: object({
    vehicle: optional(identifier),
    ...periodQuery,
    in: optional(currency),
    ...fileQuery,
  }),
  problems: ["unknown_id", "period_wrong", "currency_wrong", "rate_missing", "future_asked"],
  handle({ office, path: { name }, query }) {
    const { view } = office.record;
    const made = madeOf(view, name, query);
    const of = "vehicle" in made.scope ? made.scope.vehicle : "consolidated";
    return {
      view,
      statements: [{ ...made, title: STATEMENT_TITLES[name] }],
      called: `${name}-${of}-${made.period.to}`,
    };
  },
});
