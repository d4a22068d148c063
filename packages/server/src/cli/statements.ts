import { parseLocalDate, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { parseRatioText } from "@jointfund/core/charter/ratio-text.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import type { Result } from "@jointfund/core/base/result.ts";
import type { RateMissing } from "@jointfund/core/ledger/daily-rates.ts";
import { findCurrency } from "@jointfund/core/money/currency.ts";
import {
  bookIn,
  isTranslatedName,
  STATEMENT_NAMES,
  statementIn,
  type StatementName,
} from "@jointfund/core/statements/catalogue.ts";
import {
  periodBetween,
  sinceInception,
  type StatementPeriod,
} from "@jointfund/core/statements/period.ts";
import { actTypeOf } from "@jointfund/core/fund/posted-days.ts";
import { bookOf, type StatementInput } from "@jointfund/core/statements/statement-input.ts";
import type { FinancialStatement } from "@jointfund/core/statements/statement.ts";
import { shortId } from "../languages/figures.ts";
import { languagesOf, localized } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { CAPTIONS, STATEMENT_TITLES } from "../languages/statement-labels.ts";
import { padStart } from "../page/layout.ts";
import { periodOfYearNamed } from "../page/statement-year.ts";
import { signedAmount } from "./effects-text.ts";
import { EXIT, refusedBy, wrongUsage, type ExitCode } from "./failure.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { openRecord, type OpenRecord } from "./record.ts";
import { exchangeRate, ratesAsked, statedRates } from "./stated-rates.ts";
import { statementOn, type NamedStatement } from "./statement-day.ts";
import { writeOut, writeStatements, type StatementFileOptions } from "./statement-file.ts";
import { statementLines } from "../export/statement-text.ts";

export type StatementOptions = CommonOptions &
  StatementFileOptions & {
    readonly vehicle?: string;
    /** The last day, of whatever period. */
    readonly asOf?: string;
    readonly from?: string;
    readonly to?: string;
    readonly year?: string;
    readonly line?: string;
    /** "JP=1%": what a government says its money costs it. */
    readonly fundingRate?: readonly string[];
    /** The currency to translate the statement into. */
    readonly in?: string;
    /** "JPY=150", "USD/JPY=150", "USD/JPY@2026-03-31=150": rates for days without a fixing. */
    readonly exchangeRate?: readonly string[];
  };

/**
 * `jointfund statements [name]`: a statement of a vehicle over a period, or all of them, on the
 * screen or as a file; without a name, all names.
 */
export async function showStatement(
  invocation: Invocation,
  name: string | undefined,
  options: StatementOptions,
): Promise<ExitCode> {
  if (name === undefined) {
    for (const each of STATEMENT_NAMES) {
      invocation.line(`${each.padEnd(24)}${invocation.say(STATEMENT_TITLES[each])}`);
    }
    return EXIT.done;
  }
  const names = statementsNamed(name, options.in);
  const record = openRecord(invocation.data, replayProgress(invocation));
  const { state, chronicle } = record;
  const vehicle = vehicleNamed(record, options.vehicle);
  const period = periodAsked(record, options);
  const ownCurrencyRates = ratesAsked(options.exchangeRate, exchangeRate);
  const input: StatementInput = {
    ...{ state, chronicle, vehicle: vehicle.id, period, ownCurrencyRates },
    fundingRates: ratesAsked(options.fundingRate, parseRatioText),
    statedRates: statedRates(ownCurrencyRates, vehicle.currency),
  };
  const statements = statementsMade(invocation, names, { input, currency: options.in });
  const [first] = statements;
  if (options.line !== undefined && first !== undefined) {
    return traceLine(invocation, input, first, options.line);
  }
  if (options.json === true) {
    invocation.json(statements.length === 1 ? first : statements);
    return EXIT.done;
  }
  const { format = "text", out } = options;
  if (format !== "text") {
    const called = `${name}-${vehicle.id}-${period.to}`;
    return writeStatements(invocation, statements, { record, format, out, called });
  }
  const texts = languagesOf(invocation.choice).flatMap((language) =>
    statements.map((each) =>
      statementLines(each, { vehicle: localized(vehicle.name), language }).join("\n"),
    ),
  );
  const text = `${texts.join("\n\n")}\n`;
  if (out === undefined) invocation.terminal.out(text);
  else writeOut(invocation, out, new TextEncoder().encode(text));
  return EXIT.done;
}

/** The statement of a name, or with "all" every one. */
function statementsNamed(name: string, currency: string | undefined): readonly StatementName[] {
  // Of all, those that can be told in another currency.
  if (name === "all") {
    return currency === undefined ? STATEMENT_NAMES : STATEMENT_NAMES.filter(isTranslatedName);
  }
  if (isStatementName(name)) return [name];
  throw wrongUsage(message("statementUnknown", name, ["all", ...STATEMENT_NAMES].join(", ")));
}

/** The statement in the currency asked for, or in the vehicle's own. */
function statementAsked(
  name: StatementName,
  input: StatementInput,
  currency: string | undefined,
): NamedStatement | undefined {
  if (currency === undefined) return statementOn(name, input);
  if (!findCurrency(currency).ok) throw wrongUsage(message("currencyUnknown", currency));
  if (isTranslatedName(name)) {
    return { ...known(statementIn(name, input, currency)), name };
  }
  const translated = STATEMENT_NAMES.filter(isTranslatedName).join(", ");
  throw wrongUsage(message("statementNotTranslated", name, translated));
}

/** What needed rates of exchange, or the end of the command where one is missing. */
function known<T>(made: Result<T, RateMissing>): T {
  if (made.ok) return made.value;
  const { base, quote, on } = made.error;
  throw refusedBy(message("rateMissing", `${base}/${quote}`, on));
}

/** The statements; of several, one that is not known for the day is left out, and that is said. */
function statementsMade(
  invocation: Invocation,
  names: readonly StatementName[],
  of: { readonly input: StatementInput; readonly currency: string | undefined },
): readonly NamedStatement[] {
  return names.flatMap((name) => {
    const statement = statementAsked(name, of.input, of.currency);
    if (statement !== undefined) return [statement];
    const kept = message("eveningNotKept", name, of.input.period.to);
    if (names.length === 1) throw wrongUsage(kept);
    invocation.note(kept);
    return [];
  });
}

/**
 * The journal entries that a line is made of, each with its part, and what they come to; of a
 * balance that is translated also what rates of exchange changed.
 */
function traceLine(
  invocation: Invocation,
  input: StatementInput,
  { tables, reportingCurrency }: FinancialStatement,
  id: string,
): ExitCode {
  const lines = tables.flatMap((table) => table.lines);
  const source = lines.find((line) => line.id === id)?.source;
  if (source?.kind !== "postings") {
    const traced = lines.filter((line) => line.source.kind === "postings").map((line) => line.id);
    throw wrongUsage(message("lineUnknown", id, [...new Set(traced)].join(", ")));
  }
  const book =
    reportingCurrency === undefined ? bookOf(input) : known(bookIn(input, reportingCurrency));
  const parts = source.selections.flatMap((of) => book.parts(input.chronicle, of));
  if (invocation.options.json === true) {
    invocation.json(
      parts.map(({ posted: { entry, journal }, minor }) => ({ entry, journal, minor })),
    );
    return EXIT.done;
  }
  let sum = 0n;
  for (const { posted, minor } of parts) {
    sum += minor;
    const { effectiveDate, id: journal } = posted.journal;
    const type = actTypeOf(input.chronicle, posted.journal) ?? "";
    const amount = signedAmount(minor, book.currency);
    invocation.line(`${effectiveDate}  ${padStart(amount, 28)}  ${type}  ${shortId(journal)}`);
  }
  const figure = source.selections.reduce((all, of) => all + book.sum(of), 0n);
  const total = (minor: bigint, words: string): void =>
    invocation.line(
      `${" ".repeat(10)}  ${padStart(signedAmount(minor, book.currency), 28)}${words}`,
    );
  if (figure !== sum) total(figure - sum, `  ${invocation.say(CAPTIONS.exchangeEffect)}`);
  total(figure, "");
  return EXIT.done;
}

function isStatementName(name: string): name is StatementName {
  return (STATEMENT_NAMES as readonly string[]).includes(name);
}

function vehicleNamed({ state: { charter } }: OpenRecord, id: string | undefined) {
  if (id === undefined) return mainVehicle(charter);
  const vehicle = charter.vehicles.find((each) => each.id === id);
  if (vehicle !== undefined) return vehicle;
  const ids = charter.vehicles.map((each) => each.id).join(", ");
  throw wrongUsage(message("vehicleUnknown", id, ids));
}

/** A fiscal year, dates, or, where nothing is asked, all since inception; up to a day if asked. */
function periodAsked(record: OpenRecord, options: StatementOptions): StatementPeriod {
  const { state, chronicle } = record;
  const first = chronicle.firstDay ?? state.today;
  const last = options.asOf ?? options.to;
  const to = last === undefined ? state.today : dateAsked(last);
  if (options.year !== undefined) return yearAsked(record, options.year, to);
  const from = options.from === undefined ? undefined : dateAsked(options.from);
  if ((from ?? first) > to) throw wrongUsage(message("periodReversed", from ?? first, to));
  return from === undefined ? sinceInception(first, to) : periodBetween(from, to);
}

/** "FY2026" is the fund's own; "us:FY2026" that of a calendar of the charter. */
function yearAsked({ state }: OpenRecord, text: string, to: LocalDate): StatementPeriod {
  const period = periodOfYearNamed(state, text, to);
  if (period !== undefined) return period;
  const calendars = Object.keys(state.charter.calendars.fiscal).join(", ");
  throw wrongUsage(message("yearUnknown", text, calendars));
}

function dateAsked(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date.ok) throw wrongUsage(message("dateWrong", text));
  return date.value;
}
