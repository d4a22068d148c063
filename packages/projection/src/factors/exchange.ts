import type { Assumptions, MarketModel } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { logarithm } from "../numeric/logarithm.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Num } from "../kernel/program.ts";
import { lookUpRow, logGrowthShift } from "./bootstrap.ts";
import type { FactorInputs, FactorRun } from "./factor-inputs.ts";
import { reversionVariance, revert } from "./mean-reversion.ts";
import type { Normals } from "./normals.ts";
import { quoteEvents } from "./stresses.ts";

const named = (currency: string, what: string): string => `exchange.${currency}.${what}`;

/** The columns of exchange rates that a bootstrap draws with the market's. */
const columnsOf = (model: MarketModel): { readonly [currency: string]: readonly string[] } =>
  model.kind === "bootstrap" ? (model.exchange ?? {}) : {};

/**
 * The quote of each currency at the end of the step [PJ27]: an expected path, which a stress may
 * set anew, times the exponential of a distance from it, which is the state. A stress starts the
 * distance from nothing again: `moves` is 0 in its step and 1 in all others.
 */
export function writeExchange(
  builder: ProgramBuilder,
  { exchange, market }: Assumptions,
  normals: Normals,
): ReadonlyMap<string, Num> {
  const columns = columnsOf(market.model);
  const quotes = new Map<string, Num>();
  for (const currency of Object.keys(exchange)) {
    const state = builder.state(named(currency, "distance"));
    const moved = Object.hasOwn(columns, currency)
      ? builder.add(
          state,
          builder.add(
            lookUpRow(builder, named(currency, "changes")),
            builder.parameter(named(currency, "shift")),
          ),
        )
      : builder.add(
          builder.multiply(builder.parameter(named(currency, "keeps")), state),
          builder.multiply(builder.parameter(named(currency, "deviation")), normals.get(currency)!),
        );
    const next = builder.multiply(builder.schedule(named(currency, "moves")), moved);
    builder.setNext(named(currency, "distance"), next);
    const path = builder.schedule(named(currency, "path"));
    quotes.set(currency, builder.exponential(builder.add(path, next)));
  }
  return quotes;
}

export function exchangeInputs(
  assumptions: Assumptions,
  run: FactorRun,
  inputs: FactorInputs,
): void {
  const { exchange, market, stepMonths } = assumptions;
  const columns = columnsOf(market.model);
  const years = stepMonths / 12;
  for (const [currency, { rate: opening, drift, reversion, volatility }] of Object.entries(
    exchange,
  )) {
    const yearly = logarithm(1 + rate(drift));
    const process = { speed: rate(reversion), volatility: rate(volatility) };
    const rows = columns[currency]?.map(rate);
    const { keeps, deviation } = revert({ ...process, years });
    inputs.openings.set(named(currency, "distance"), 0);
    inputs.parameters.set(named(currency, "keeps"), keeps);
    inputs.parameters.set(named(currency, "deviation"), deviation);
    if (rows !== undefined) {
      const isRecentred = market.model.kind === "bootstrap" && market.model.recentred;
      const shift = isRecentred ? logGrowthShift(rows, yearly * years) : 0;
      inputs.tables.set(named(currency, "changes"), Float64Array.from(rows));
      inputs.parameters.set(named(currency, "shift"), shift);
    }
    // The mean of the quote follows the drift: half the variance of its logarithm is taken off.
    // What is drawn by rows has its drift in the rows.
    const expected = (elapsed: number): number =>
      rows === undefined
        ? yearly * elapsed - reversionVariance({ ...process, years: elapsed }) / 2
        : 0;
    setPath({ currency, opening: rate(opening), expected, years }, assumptions, run, inputs);
  }
}

/** The logarithm of the expected path by step, from the opening or the last stress on. */
function setPath(
  of: {
    readonly currency: string;
    readonly opening: number;
    /** Growth of the logarithm in so many years. */
    readonly expected: (years: number) => number;
    readonly years: number;
  },
  assumptions: Assumptions,
  run: FactorRun,
  { schedules }: FactorInputs,
): void {
  const events = quoteEvents(assumptions, run, of.currency);
  const path = new Float64Array(run.steps);
  const moves = new Float64Array(run.steps).fill(1);
  let [level, since] = [logarithm(of.opening), 0];
  for (let step = 0; step < run.steps; step++) {
    const quote = events.get(step);
    since = quote === undefined ? since + 1 : 0;
    if (quote !== undefined) {
      level = logarithm(quote);
      moves[step] = 0;
    }
    path[step] = level + of.expected(since * of.years);
  }
  schedules.set(named(of.currency, "path"), path);
  schedules.set(named(of.currency, "moves"), moves);
}
