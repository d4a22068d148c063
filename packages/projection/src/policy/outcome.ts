import type { PolicyOutcome } from "./comparison.ts";
import type { FairValue, Leg, Scaled } from "./part.ts";
import { laterValues, presentValues, type ValueTerms } from "./present-values.ts";
import { deviationOf, meanOf, spreadOf, type Spread } from "./spread.ts";

/** What the outcome of a policy is worked out from, besides its parts. */
export type OutcomeTerms = ValueTerms & {
  /** Futures that are not repeated: the fund's own, where there are fewer of them. */
  readonly independent: number;
  readonly firstYear: number;
  /** What the side's own money costs it. */
  readonly rate: number;
};

/** Revenue of a policy in every year and future, before and after what its money costs. */
export type LegFlows = { readonly revenue: Float64Array; readonly net: Float64Array };

/** Adds up the parts of a policy. */
export function flowsOf({ parts }: Leg, of: OutcomeTerms): LegFlows {
  const { years, paths, rate } = of;
  const revenue = summed(
    parts.map((part) => part.revenue),
    years * paths,
  );
  for (const { returned } of parts) {
    if (returned !== undefined) for (const [at, back] of returned.entries()) revenue[at]! -= back;
  }
  // What nothing was invested for costs no interest: it is the same array, and sorted once.
  if (parts.every(({ invested }) => invested === undefined)) return { revenue, net: revenue };
  const net = revenue.slice();
  for (const part of parts) {
    if (part.invested === undefined) continue;
    for (let path = 0; path < paths; path++) {
      let outstanding = 0;
      for (let year = 0; year < years; year++) {
        const at = year * paths + path;
        net[at]! -= outstanding * rate;
        const left = outstanding + part.invested[at]! - (part.returned?.[at] ?? 0);
        outstanding = left > 0 ? left : 0;
      }
    }
  }
  return { revenue, net };
}

function summed(arrays: readonly Float64Array[], length: number): Float64Array {
  const sum = new Float64Array(length);
  for (const array of arrays) for (let at = 0; at < length; at++) sum[at]! += array[at]!;
  return sum;
}

/** The sum of fair values, whose errors are taken to be apart. */
function fairSum(parts: readonly FairValue[]): FairValue {
  const value = parts.reduce((sum, each) => sum + each.value, 0);
  const variance = parts.reduce((sum, { standardError }) => sum + standardError ** 2, 0);
  return { value, standardError: Math.sqrt(variance) };
}

function presentValueOf(
  { parts }: Leg,
  of: OutcomeTerms,
  treasury: Float64Array,
): PolicyOutcome["presentValue"] {
  const { paths, rate, independent } = of;
  const sumOf = (at: number): Float64Array =>
    summed(
      parts.map((part) => presentValues(part, at, of)),
      paths,
    );
  const within = {
    cash: spreadOf(sumOf(0), independent),
    treasury: spreadOf(treasury, independent),
    fair: {
      ...fairSum(parts.map(({ fair }) => fair)),
      by: [...new Set(parts.map(({ fair }) => fair.by))],
    },
  };
  const after = parts.flatMap(({ later }) => (later === undefined ? [] : [later]));
  if (after.length === 0) return within;
  const laterAt = (at: number): Float64Array =>
    summed(
      after.map((later) => laterValues(later, at, of)),
      paths,
    );
  return {
    ...within,
    later: {
      cash: spreadOf(laterAt(0)),
      treasury: spreadOf(laterAt(rate)),
      fair: fairSum(parts.flatMap(({ fairLater }) => fairLater ?? [])),
    },
  };
}

const yearOf = (values: Float64Array, year: number, paths: number): Float64Array =>
  values.subarray(year * paths, (year + 1) * paths);

/** How far revenue moves from one year to the next, on average over the futures. */
function swingOf(net: Float64Array, { years, paths }: OutcomeTerms): number {
  if (years < 3) return 0;
  let total = 0;
  for (let path = 0; path < paths; path++) {
    let [sum, squares] = [0, 0];
    for (let year = 1; year < years; year++) {
      const change = net[year * paths + path]! - net[(year - 1) * paths + path]!;
      sum += change;
      squares += change * change;
    }
    const count = years - 1;
    total += Math.sqrt(Math.max(0, (squares - (sum * sum) / count) / (count - 1)));
  }
  return total / paths;
}

/** What a policy brings a side: by year, in present values, and how it may go wrong. */
export function outcomeOf(
  leg: Leg,
  flows: LegFlows,
  central: Float64Array,
  of: OutcomeTerms,
): PolicyOutcome {
  const { years, paths, rate } = of;
  const treasury = summed(
    leg.parts.map((part) => presentValues(part, rate, of)),
    paths,
  );
  const byYear = Array.from({ length: years }, (_each, year) =>
    yearOutcome(leg, flows, year, of, central),
  );
  const deviations = byYear.map(({ net }, year) =>
    deviationOf(yearOf(flows.net, year, paths), "all", net.mean),
  );
  const sorted = treasury.toSorted();
  const worst = sorted.subarray(0, Math.max(1, Math.ceil(paths * 0.05)));
  const losses = treasury.filter((value) => value < 0).length;
  return {
    policy: leg.policy,
    ...(leg.regime === undefined ? {} : { regime: leg.regime }),
    ...(leg.base === undefined ? {} : { base: leg.base }),
    years: byYear,
    presentValue: presentValueOf(leg, of, treasury),
    deviation: deviations.reduce((sum, each) => sum + each, 0) / years,
    swing: swingOf(flows.net, of),
    chanceOfLoss: losses / paths,
    expectedShortfall: meanOf(worst),
  };
}

function yearOutcome(
  leg: Leg,
  flows: LegFlows,
  year: number,
  of: OutcomeTerms,
  central: Float64Array,
): PolicyOutcome["years"][number] {
  const { paths } = of;
  const parts: { [id: string]: number } = {};
  let [invested, returned] = [0, 0];
  for (const part of leg.parts) {
    const back = part.returned === undefined ? 0 : meanOf(yearOf(part.returned, year, paths));
    parts[part.id] = meanOf(yearOf(part.revenue, year, paths)) - back;
    returned += back;
    if (part.invested !== undefined) invested += meanOf(yearOf(part.invested, year, paths));
  }
  const revenue = spreadOf(yearOf(flows.revenue, year, paths), of.independent);
  const net =
    flows.net === flows.revenue
      ? revenue
      : spreadOf(yearOf(flows.net, year, paths), of.independent);
  return {
    ...{ year: of.firstYear + year, revenue, net, invested, returned },
    parts,
    fundingCost: revenue.mean - net.mean,
    central: central[year]!,
    ...(leg.jobs === undefined ? {} : { jobs: scaledIn(year, leg.jobs) }),
    ...(leg.windfall === undefined ? {} : { windfall: scaledIn(year, leg.windfall) }),
    ...(leg.excessBurden === undefined ? {} : { excessBurden: scaledIn(year, leg.excessBurden) }),
  };
}

const scaledIn = (year: number, { perYear, times }: Scaled): Spread =>
  spreadOf(times.map((each) => each * perYear[year]!));

/** In which part of the futures one flow is below another, in each year. */
export function chancesBelow(
  flow: Float64Array,
  other: Float64Array,
  { years, paths }: OutcomeTerms,
): readonly number[] {
  return Array.from({ length: years }, (_each, year) => {
    let below = 0;
    for (let path = 0; path < paths; path++) {
      const at = year * paths + path;
      if (flow[at]! < other[at]!) below++;
    }
    return below / paths;
  });
}
