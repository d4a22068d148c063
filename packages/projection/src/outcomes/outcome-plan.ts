import { assert } from "@jointfund/core/base/assert.ts";
import { addDays, dateParts, daysBetween, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { fiscalYearOf } from "@jointfund/core/calendar/fiscal-year.ts";
import { currencyCode, exponentOf } from "@jointfund/core/money/currency.ts";
import type { FundModel, ProjectedParty } from "../charter/fund-model.ts";
import {
  classPriceOutput,
  exchangeOutput,
  type FundOutput,
  outputOf,
  type PartyOutput,
  rungOutput,
} from "../charter/fund-outputs.ts";
import { monthEndAfter } from "../charter/step-dates.ts";
import type { Program } from "../kernel/program.ts";
import { OF_MONEY, OF_NUMBERS, type Resolution } from "./bins.ts";
import { FUND_CHANCES, FUND_FANS, PARTY_FANS } from "./projection.ts";

/** Of a model, what its outcomes are told by: plain data, for threads. */
export type OutcomeTerms = Pick<
  FundModel,
  "opens" | "dates" | "baseCurrency" | "parties" | "covenants"
>;

/** Columns of a fiscal year of a party: its fans, then these. */
export const YEAR_COLUMNS = ["yearDistributed", "yearPaidIn"] as const;
/** Then these, of all but classes: what is distributed by where it came from, and what is left. */
export const REVENUE_COLUMNS = ["income", "gains", "capital", "netRevenue"] as const;
export const PARTY_COLUMNS = [...PARTY_FANS, ...YEAR_COLUMNS, ...REVENUE_COLUMNS];
export const TERMINAL_COLUMNS = ["irr", "tvpi", "dpi"] as const;
/** Chances of a fiscal year of a party. */
export const PARTY_CHANCES = ["lossOfCapital", "callMissed", "belowZero"] as const;
/** How often it was so, over all paths. */
export const PARTY_TALLIES = ["severalSignChanges", "ambiguous", "totalLoss", "noRoot"] as const;

/** A fiscal year of a party, as far as the projection reaches into it [PJ64]. */
export type PlannedYear = {
  readonly year: string;
  readonly starts: LocalDate;
  readonly ends: LocalDate;
  readonly isWhole: boolean;
  readonly lastStep: number;
};

export type PlannedParty = {
  readonly party: ProjectedParty;
  readonly outputs: { readonly [name in PartyOutput]: number };
  /** Of its currency, unless that is the base currency. */
  readonly quote: number | undefined;
  /** Minor units of its currency for one of the base currency, at a quote of 1. */
  readonly scale: number;
  readonly years: readonly PlannedYear[];
  /** The first column of its first year; those of its next years follow. */
  readonly columns: number;
  readonly columnsPerYear: number;
  readonly terminalColumns: number;
  readonly chances: number;
  readonly tallies: number;
};

type FundPlace =
  | Extract<FundOutput, (typeof FUND_FANS)[number]>
  | "totalAssets"
  | FundEvent
  | Parts;
/** Parts of what everybody is distributed in a step. */
type Parts = "incomeShare" | "gainsShare" | "capitalShare";
type FundEvent = "locked" | "forcedSale" | "defaulted";

/**
 * What is collected of a run, and in which order: the same for every block and thread. Places are
 * those of the program's outputs.
 */
export type OutcomePlan = {
  readonly terms: OutcomeTerms;
  readonly steps: number;
  readonly stepsPerYear: number;
  /** Steps whose ends fans of the fund are told of [PJ61]. */
  readonly told: readonly number[];
  readonly outputs: { readonly [name in FundPlace]: number };
  readonly rungs: readonly number[];
  /** Prices of classes that open: a column each after those of the fund's fans. */
  readonly prices: readonly { readonly id: string; readonly place: number }[];
  readonly parties: readonly PlannedParty[];
  readonly resolutions: readonly Resolution[];
  readonly chances: number;
  readonly tallies: number;
  /** Part of a year that a step is, ACT/365F. */
  readonly yearParts: readonly number[];
};

export function planOutcomes(program: Program, terms: OutcomeTerms): OutcomePlan {
  const { dates, opens } = terms;
  assert(dates.length > 0, "a projection has a step");
  const places = new Map(program.outputs.map(({ name }, index) => [name, index]));
  const place = (name: string): number => {
    const index = places.get(name);
    assert(index !== undefined, `the program has the output ${name}`);
    return index;
  };
  const stepsPerYear = 12 / monthsBetween(opens, dates[0]!);
  const told = toldSteps(dates.length, stepsPerYear);
  const classes = terms.parties.filter(({ kind }) => kind === "class").map(({ id }) => id);
  const layout = new Layout(told.length, terms.covenants.length, classes.length);
  const parties = terms.parties.map((party) => plannedParty(party, terms, { place, layout }));
  return {
    ...{ terms, stepsPerYear, told, parties },
    steps: dates.length,
    outputs: fundPlaces(place),
    prices: classes.map((id) => ({ id, place: place(classPriceOutput(id)) })),
    rungs: terms.covenants.map((id) => place(rungOutput(id))),
    resolutions: layout.resolutions,
    chances: layout.chances,
    tallies: parties.length * PARTY_TALLIES.length,
    yearParts: dates.map((date, step) => daysBetween(dates[step - 1] ?? opens, date) / 365),
  };
}

const fundPlaces = (place: (name: string) => number): OutcomePlan["outputs"] => ({
  ...{ netAssets: place("netAssets"), trueNetAssets: place("trueNetAssets") },
  ...{ pricePerUnit: place("pricePerUnit"), totalAssets: place("totalAssets") },
  ...{ debt: place("debt"), cash: place("cash"), investments: place("investments") },
  ...{ incomeShare: place("incomeShare"), gainsShare: place("gainsShare") },
  capitalShare: place("capitalShare"),
  ...{ locked: place("locked"), forcedSale: place("forcedSale"), defaulted: place("defaulted") },
});

/** Columns of one day that the fund is told of. */
export const columnsOfDay = ({ prices }: Pick<OutcomePlan, "prices">): number =>
  FUND_FANS.length + prices.length;

/** How many columns and chances are laid out so far. */
class Layout {
  readonly resolutions: Resolution[] = [];
  chances = 0;

  constructor(told: number, covenants: number, classes: number) {
    for (let date = 0; date < told; date++) {
      for (const name of FUND_FANS) {
        const isNumber = name === "pricePerUnit" || name === "leverage";
        this.resolutions.push(isNumber ? OF_NUMBERS : OF_MONEY);
      }
      this.columns(classes, OF_NUMBERS);
    }
    this.chances = told * (FUND_CHANCES.length + covenants);
  }

  columns(count: number, resolution: Resolution): number {
    const first = this.resolutions.length;
    for (let left = count; left > 0; left--) this.resolutions.push(resolution);
    return first;
  }

  addChances(count: number): number {
    this.chances += count;
    return this.chances - count;
  }
}

function plannedParty(
  party: ProjectedParty,
  terms: OutcomeTerms,
  { place, layout }: { readonly place: (name: string) => number; readonly layout: Layout },
): PlannedParty {
  const of = (name: PartyOutput): number => place(outputOf(name, party.id));
  const isBase = party.currency === terms.baseCurrency;
  const years = yearsOf(party, terms);
  const index = terms.parties.indexOf(party);
  const columnsPerYear =
    PARTY_COLUMNS.length - (party.kind === "class" ? REVENUE_COLUMNS.length : 0);
  return {
    ...{ party, years },
    outputs: {
      ...{ paidIn: of("paidIn"), distributed: of("distributed") },
      ...{ worth: of("worth"), missed: of("missed") },
    },
    quote: isBase ? undefined : place(exchangeOutput(party.currency)),
    scale: minorUnits(party.currency) / minorUnits(terms.baseCurrency),
    columns: layout.columns(years.length * columnsPerYear, OF_MONEY),
    columnsPerYear,
    terminalColumns: layout.columns(TERMINAL_COLUMNS.length, OF_NUMBERS),
    chances: layout.addChances(years.length * PARTY_CHANCES.length),
    tallies: index * PARTY_TALLIES.length,
  };
}

const minorUnits = (currency: string): number => {
  let units = 1;
  for (let left = exponentOf(currencyCode(currency)); left > 0; left--) units *= 10;
  return units;
};

function yearsOf(party: ProjectedParty, { opens, dates }: OutcomeTerms): readonly PlannedYear[] {
  const years: PlannedYear[] = [];
  const months = monthsBetween(opens, dates[0]!);
  for (const [step, date] of dates.entries()) {
    const found = fiscalYearOf({ calendarId: party.id, ...party.fiscalYear }, date);
    assert(found.ok, "a projection's days have fiscal years");
    const { label, start, end } = found.value;
    const before = years.at(-1);
    if (before?.starts === start) years.pop();
    years.push({
      ...{ year: label, starts: start, ends: end, lastStep: step },
      isWhole: dayAfter(opens) <= start && monthEndAfter(date, months) > end,
    });
  }
  return years;
}

function dayAfter(date: LocalDate): LocalDate {
  const next = addDays(date, 1);
  assert(next.ok, "a projection is within the calendar");
  return next.value;
}

/** So many steps are each told of; of more, the last of each year. */
const STEPS_TOLD_MAX = 40;

function toldSteps(steps: number, stepsPerYear: number): readonly number[] {
  const every = steps <= STEPS_TOLD_MAX ? 1 : stepsPerYear;
  const all = Array.from({ length: steps }, (_, step) => step);
  return all.filter((step) => (step + 1) % every === 0 || step === steps - 1);
}

function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [a, b] = [dateParts(from), dateParts(to)];
  return (b.year - a.year) * 12 + b.month - a.month;
}
