import {
  type Chance,
  type ChanceThen,
  type Distribution,
  type Fan,
  type FiscalYearOutcome,
  FUND_CHANCES,
  FUND_FANS,
  PARTY_FANS,
  type ProjectedOutcome,
  type Projection,
  type Spread,
  type TerminalOutcome,
} from "./projection.ts";
import { Ranked, type GatheredColumn } from "./gathered-column.ts";
import type { GatheredOutcomes } from "./outcome-collection.ts";
import {
  columnsOfDay,
  PARTY_CHANCES,
  PARTY_COLUMNS,
  PARTY_TALLIES,
  TERMINAL_COLUMNS,
  type PlannedParty,
} from "./outcome-plan.ts";

const DIGITS = 10;
const WORST = 0.05;

/** What was gathered, told as a projection [PJ60]. */
export function toldProjection(
  gathered: GatheredOutcomes,
  { asked, seed }: { readonly asked: number; readonly seed: string },
): Projection {
  const { plan, paths } = gathered;
  const { terms, told, steps } = plan;
  const events = FUND_CHANCES.length + plan.rungs.length;
  const chance = (event: number): Chance =>
    chanceOf(
      told.map((_, date) => gathered.chances[date * events + event]!),
      paths,
    );
  const fan = (index: number): Fan =>
    fanOf(told.map((_, date) => spreadAt(gathered, date * columnsOfDay(plan) + index)));
  const covenants = terms.covenants.map((id, index) => [id, chance(FUND_CHANCES.length + index)]);
  return {
    format: "jointfund/projection/v1",
    ...{ paths, asked, seed, steps },
    ...{ currency: terms.baseCurrency, opens: terms.opens, ends: terms.dates[steps - 1]! },
    dates: told.map((step) => terms.dates[step]!),
    fund: byName(FUND_FANS, fan),
    chances: byName(FUND_CHANCES, chance),
    covenants: Object.fromEntries(covenants) as Projection["covenants"],
    parties: plan.parties.map((party) => partyOutcome(gathered, party)),
    classes: plan.prices.map(({ id }, index) => ({
      ...{ id, pricePerUnit: fan(FUND_FANS.length + index) },
    })),
  };
}

function partyOutcome(gathered: GatheredOutcomes, of: PlannedParty): ProjectedOutcome {
  const { party, years } = of;
  const column = (year: number, index: number): Spread =>
    spreadAt(gathered, of.columns + year * of.columnsPerYear + index);
  const fan = (index: number): Fan => fanOf(years.map((_, year) => column(year, index)));
  const counted = (year: number, index: number): number =>
    gathered.chances[of.chances + year * PARTY_CHANCES.length + index]!;
  const chance = (index: number): Chance =>
    chanceOf(
      years.map((_, year) => counted(year, index)),
      gathered.paths,
    );
  const told = years.map(({ lastStep: _, ...year }, index): FiscalYearOutcome => {
    const of = (name: (typeof PARTY_COLUMNS)[number]): Spread =>
      column(index, PARTY_COLUMNS.indexOf(name));
    const paid = { distributed: of("yearDistributed"), paidIn: of("yearPaidIn") };
    if (party.kind === "class") return { ...year, ...paid };
    const revenue = {
      ...{ income: of("income"), gains: of("gains"), capital: of("capital") },
      ...{ net: of("netRevenue"), netBelowZero: chanceThen(counted(index, 2), gathered.paths) },
    };
    return { ...year, ...paid, revenue };
  });
  return {
    ...{ id: party.id, kind: party.kind, currency: party.currency },
    fundingRate: significant(party.fundingRate),
    fans: byName(PARTY_FANS, fan),
    chances: { lossOfCapital: chance(0), callMissed: chance(1) },
    years: told,
    terminal: terminalOutcome(gathered, of),
  };
}

function terminalOutcome(gathered: GatheredOutcomes, of: PlannedParty): TerminalOutcome {
  const [irr, tvpi, dpi] = TERMINAL_COLUMNS.map((_, index) =>
    distributionAt(gathered, of.terminalColumns + index),
  );
  const gainAt =
    of.columns + (of.years.length - 1) * of.columnsPerYear + PARTY_FANS.indexOf("gain");
  const gain = ranked(gathered, gainAt);
  return {
    ...{ irr: irr!, tvpi: tvpi!, dpi: dpi!, gain: distributionAt(gathered, gainAt) },
    irrCounts: byName(PARTY_TALLIES, (index) => gathered.tallies[of.tallies + index]!),
    expectedShortfall: orNull(gain.lowestMean(WORST)),
    valueAtRisk: orNull(gain.quantile(WORST)),
  };
}

function byName<Name extends string, Value>(
  names: readonly Name[],
  make: (index: number) => Value,
): { readonly [name in Name]: Value } {
  const entries = names.map((name, index) => [name, make(index)] as const);
  return Object.fromEntries(entries) as { [name in Name]: Value };
}

function ranked({ columns, bins, plan }: GatheredOutcomes, index: number): Ranked {
  return new Ranked(columns[index]!, bins.held(index), plan.resolutions[index]!);
}

function spreadAt(gathered: GatheredOutcomes, index: number): Spread {
  return spreadOf(gathered.columns[index]!, ranked(gathered, index));
}

function spreadOf(column: GatheredColumn, ranks: Ranked): Spread {
  const quantile = (share: number): number | null => orNull(ranks.quantile(share));
  return {
    ...{ count: column.count, mean: orNull(column.mean) },
    standardError: orNull(column.standardError),
    ...{ p5: quantile(0.05), p25: quantile(0.25), p50: quantile(0.5) },
    ...{ p75: quantile(0.75), p95: quantile(0.95) },
  };
}

function distributionAt(gathered: GatheredOutcomes, index: number): Distribution {
  const column = gathered.columns[index]!;
  const ranks = ranked(gathered, index);
  const quantile = (share: number): number | null => orNull(ranks.quantile(share));
  const { mean } = column;
  const median = ranks.quantile(0.5);
  const below =
    mean === undefined || median === undefined || mean === 0
      ? undefined
      : (mean - median) / Math.abs(mean);
  return {
    ...spreadOf(column, ranks),
    ...{ least: quantile(0), p1: quantile(0.01), p10: quantile(0.1) },
    ...{ p90: quantile(0.9), p99: quantile(0.99), most: quantile(1) },
    medianBelowMean: orNull(below),
  };
}

function fanOf(spreads: readonly Spread[]): Fan {
  const of = (name: Exclude<keyof Spread, "count">) => spreads.map((spread) => spread[name]);
  return {
    count: spreads.map(({ count }) => count),
    ...{ mean: of("mean"), standardError: of("standardError") },
    ...{ p5: of("p5"), p25: of("p25"), p50: of("p50"), p75: of("p75"), p95: of("p95") },
  };
}

function chanceOf(counts: readonly number[], paths: number): Chance {
  const then = counts.map((count) => chanceThen(count, paths));
  return {
    count: counts,
    probability: then.map(({ probability }) => probability),
    standardError: then.map(({ standardError }) => standardError),
  };
}

/** Of no path, nothing has happened. */
function chanceThen(count: number, paths: number): ChanceThen {
  const probability = paths === 0 ? 0 : count / paths;
  const standardError = paths === 0 ? 0 : Math.sqrt((probability * (1 - probability)) / paths);
  return {
    count,
    probability: significant(probability),
    standardError: significant(standardError),
  };
}

/** Ten digits say more than any run knows; a zero has no sign. */
const significant = (value: number): number => Number(value.toPrecision(DIGITS)) || 0;

const orNull = (value: number | undefined): number | null =>
  value === undefined ? null : significant(value);
