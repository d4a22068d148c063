import { assert } from "@jointfund/core/base/assert.ts";
import { parseLocalDate } from "@jointfund/core/calendar/date.ts";
import { fiscalYearOf } from "@jointfund/core/calendar/fiscal-year.ts";
import type { ExchangePaths } from "./exchange-paths.ts";
import {
  windowOf,
  type FundFutures,
  type PartyFutures,
  type StressedFutures,
} from "./fund-futures.ts";
import type { Policy, PolicyTreasury, Schedule } from "./policy-schema.ts";
import { figureOfFiscalYear } from "./schedule.ts";
import { meanOf } from "./spread.ts";
import type { Draws, Uncertain } from "./uncertainty.ts";

/** Everything that the sides of a comparison see alike. */
export type World = {
  readonly policy: Policy;
  readonly futures: FundFutures;
  readonly stressed: readonly StressedFutures[];
  readonly uncertain: Uncertain;
  readonly draws: Draws;
  /** The rate of exchange for a side whose currency is not the base. */
  readonly exchange: ExchangePaths;
  /** What both treasuries pay in each year, on average, in units of the base currency. */
  readonly capital: readonly number[];
  readonly trade: Trade;
};

/** What tariffs fall on in each year compared, and what income and payroll taxes lose of them. */
export type Trade = {
  /** By base, in units of the base currency. */
  readonly imports: ReadonlyMap<string, readonly number[]>;
  readonly offsets: readonly number[];
};

const BILLION = 1e9;

/** The schedules of a policy for the host's fiscal years. */
export function tradeOf({ tariff, host, years }: Policy): Trade {
  const { fiscalYear } = host.treasury;
  const yearly = (of: Schedule): readonly number[] =>
    Array.from({ length: years.count }, (_each, year) =>
      figureOfFiscalYear(of, fiscalYear, years.first + year),
    );
  const { use, vintages } = tariff.offset;
  const offset = vintages[use];
  assert(offset !== undefined, "the vintage was checked");
  return {
    imports: new Map(
      tariff.bases.map(({ id, imports }) => [id, yearly(imports).map((bn) => bn * BILLION)]),
    ),
    offsets: yearly(offset),
  };
}

/** The fiscal year of a treasury in which the host's first one begins (PO4). */
export function firstYearOf(policy: Policy, { fiscalYear }: PolicyTreasury): number {
  const host = policy.host.treasury.fiscalYear;
  const hostStart = host.namedBy === "end" && host.start !== "01-01" ? -1 : 0;
  const begins = parseLocalDate(`${policy.years.first + hostStart}-${host.start}`);
  assert(begins.ok, "a fiscal year starts on a day of every year");
  const definition = { calendarId: "policy", ...fiscalYear };
  const year = fiscalYearOf(definition, begins.value);
  assert(year.ok, "the years of a policy are within the calendar");
  return Number(year.value.label.slice(2));
}

export function futuresOf(futures: FundFutures, party: string): PartyFutures {
  const found = futures.parties.find((each) => each.party === party);
  assert(found !== undefined, "futures were checked against the policy");
  return found;
}

/** The mean of each year of a window. */
export function yearMeans(window: Float64Array, paths: number): readonly number[] {
  return Array.from({ length: window.length / paths }, (_each, year) =>
    meanOf(window.subarray(year * paths, (year + 1) * paths)),
  );
}

/** What both treasuries pay in each year, on average: what projects are bought with. */
export function capitalOfProjects(policy: Policy, futures: FundFutures): readonly number[] {
  const { count } = policy.years;
  const { paths } = futures;
  const total = Array.from({ length: count }, () => 0);
  for (const { treasury } of [policy.host, policy.partner]) {
    const party = futuresOf(futures, treasury.party);
    const first = firstYearOf(policy, treasury);
    const window = windowOf(party, party.inBase.paidIn, { first, count, paths });
    for (const [year, paid] of yearMeans(window, paths).entries()) total[year]! += paid;
  }
  return total;
}

/** What one unit of the base currency is in a treasury's today. */
export const exchangeOf = (policy: Policy, treasury: PolicyTreasury): number =>
  treasury.currency === policy.currency ? 1 : policy.exchange.rate.value;
