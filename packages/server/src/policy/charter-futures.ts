import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, relative, resolve } from "node:path";
import { assert } from "@jointfund/core/base/assert.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { FiscalYear } from "@jointfund/core/calendar/fiscal-year.ts";
import { fiscalYearNamed } from "@jointfund/core/statements/period.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { stepDates } from "@jointfund/projection/charter/step-dates.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { programText } from "@jointfund/projection/kernel/program-text.ts";
import { BLOCK_PATHS, type Program } from "@jointfund/projection/kernel/program.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import type {
  FundFutures,
  PricedFutures,
  StressedFutures,
} from "@jointfund/projection/policy/fund-futures.ts";
import type { Policy, PolicyTreasury } from "@jointfund/projection/policy/policy-schema.ts";
import {
  pricingAssumptions,
  skilllessAssumptions,
} from "@jointfund/projection/policy/pricing-assumptions.ts";
import { joinedFutures, type FuturesData } from "@jointfund/projection/policy/projected-futures.ts";
import {
  joinedStakes,
  type StakeData,
  type StakeValues,
} from "@jointfund/projection/policy/stake-values.ts";
import { firstYearOf } from "@jointfund/projection/policy/world.ts";
import {
  readProjection,
  type ProjectionFault,
  type ProjectionInput,
} from "../projection/projection-input.ts";
import { KernelThreads } from "../projection/kernel-threads.ts";
import type { Setting } from "../scenario/settings.ts";

/** Why a charter's futures are not known; `ended` before there were any. */
export type FuturesFault =
  | { readonly kind: "missing"; readonly file: string }
  | { readonly kind: "ended" }
  | ProjectionFault;

export type FuturesOptions = {
  readonly paths: number;
  readonly seed: string;
  /** Of the charter and its assumptions; see `projectionSettings`. */
  readonly settings?: readonly Setting[];
  /** Threads; as many as there are cores without it. What comes of it does not depend on them. */
  readonly workers?: number;
  /** Threads that stay between runs, instead of `workers`. Modules of programs by their text. */
  readonly threads?: KernelThreads;
  readonly modules?: Map<string, WebAssembly.Module>;
  /** How many paths of all cases are done, of how many. */
  readonly onProgress?: (done: number, asked: number) => void;
  /** Ends the run early; the futures are then of the paths that are done in every case. */
  readonly signal?: AbortSignal;
};

const ASSUMPTIONS = "assumptions.";

/**
 * Settings that a policy file passes on: "charter.<path>" and "capital" to its charter,
 * "assumptions.<path>" to its assumptions. All others are its own.
 */
export function projectionSettings(settings: readonly Setting[]) {
  const isPassedOn = ({ path }: Setting): boolean =>
    path === "capital" || path.startsWith("charter.") || path.startsWith(ASSUMPTIONS);
  return {
    own: settings.filter((setting) => !isPassedOn(setting)),
    passedOn: settings.filter(isPassedOn).map(({ path, value }) => ({
      ...{ path: path.startsWith(ASSUMPTIONS) ? path.slice(ASSUMPTIONS.length) : path, value },
    })),
  };
}

/**
 * The futures of the charter that a policy file names, under the assumptions that it names: as they
 * are expected, under the pricing measure, without skill, and under the stresses of regimes, all on
 * the same draws (PO8, PO9, PO18).
 */
export async function charterFutures(
  policyFile: string,
  policy: Policy,
  options: FuturesOptions,
): Promise<Result<PricedFutures, FuturesFault>> {
  const { seed, settings = [] } = options;
  const [charter = "", assumptions = ""] = [policy.charter, policy.assumptions].map((path) =>
    relative(".", resolve(dirname(policyFile), path)),
  );
  for (const file of [charter, assumptions]) {
    if (!existsSync(file)) return err({ kind: "missing", file });
  }
  const asked = policy.regimes.flatMap(({ stress }) => (stress === undefined ? [] : [stress]));
  const request = { charter, assumptions, settings, seed };
  const years = policy.years.count + 1;
  const read = readProjection({ ...request, years, stresses: [] });
  if (!read.ok) return read;
  const known = read.value.assumptions.stresses.map(({ id }) => id);
  const unknown = asked.filter((stress) => !known.includes(stress));
  if (unknown.length > 0) return err({ kind: "stresses", unknown, known });
  return pricedFutures(read.value, policy, options);
}

/** One set of assumptions under which a charter is projected, and what was gathered of it. */
type Case = { readonly under: Assumptions; readonly stresses: readonly string[] } & (
  | { readonly kind: "futures"; readonly told: FundFutures[] }
  | { readonly kind: "stakes"; readonly told: StakeValues[] }
);
type CaseOf<Kind> = Extract<Case, { readonly kind: Kind }>;

/** So many paths of every case are computed before the next ones are begun. */
const PASS_PATHS = 4 * BLOCK_PATHS;

/** Futures as they are expected, and under the pricing measure what stakes in them are worth. */
function casesOf(policy: Policy, assumptions: Assumptions) {
  const riskless = policy.host.treasury.fundingRate.value;
  const pricing = pricingAssumptions(assumptions, riskless);
  const skillless = skilllessAssumptions(assumptions, riskless);
  const expected = (stresses: readonly string[] = []): CaseOf<"futures"> => ({
    ...{ kind: "futures", under: assumptions, stresses, told: [] },
  });
  const valued = (under: Assumptions, stresses: readonly string[] = []): CaseOf<"stakes"> => ({
    ...{ kind: "stakes", under, stresses, told: [] },
  });
  const real = expected();
  if (pricing === undefined || skillless === undefined) {
    return { real, calm: undefined, stressed: [] };
  }
  return {
    ...{ real, calm: { priced: valued(pricing), withoutSkill: valued(skillless) } },
    stressed: policy.regimes.flatMap(({ id: regime, stress }) =>
      stress === undefined
        ? []
        : [{ regime, real: expected([stress]), priced: valued(pricing, [stress]) }],
    ),
  };
}

async function pricedFutures(
  { charter, assumptions }: ProjectionInput,
  policy: Policy,
  options: FuturesOptions,
): Promise<Result<PricedFutures, FuturesFault>> {
  const { real, calm, stressed } = casesOf(policy, assumptions);
  const valued = calm === undefined ? [] : [calm.priced, calm.withoutSkill];
  const cases = [real, ...valued, ...stressed.flatMap((each) => [each.real, each.priced])];
  const models: FundModel[] = [];
  for (const { under, stresses } of cases) {
    const steps = stepsFor(policy, assumptions);
    const compiled = compileFund(charter, under, { steps, key: keyOfSeed(options.seed), stresses });
    if (!compiled.ok) return err({ kind: "inexpressible", refusals: compiled.error });
    models.push(compiled.value);
  }
  await project(policy, { cases, models }, options);
  if (real.told.length === 0) return err({ kind: "ended" });
  const futures = { real: joinedFutures(real.told) };
  if (calm === undefined) return ok(futures);
  const whole = {
    ...{ ...futures, priced: joinedStakes(calm.priced.told) },
    withoutSkill: joinedStakes(calm.withoutSkill.told),
  };
  if (stressed.length === 0) return ok(whole);
  const under = stressed.map((each): StressedFutures => {
    const { regime } = each;
    return { regime, real: joinedFutures(each.real.told), priced: joinedStakes(each.priced.told) };
  });
  return ok({ ...whole, stressed: under });
}

/**
 * Computes all cases pass by pass, so that a run which is ended leaves the same paths of each. A
 * pass that was begun and not done counts nothing.
 */
async function project(
  policy: Policy,
  { cases, models }: { readonly cases: readonly Case[]; readonly models: readonly FundModel[] },
  { paths, workers = availableParallelism(), onProgress, signal, ...kept }: FuturesOptions,
): Promise<void> {
  const moduleOf = modulesIn(kept.modules ?? new Map<string, WebAssembly.Module>());
  const threads = kept.threads ?? new KernelThreads(workers);
  try {
    for (let from = 0; from < paths; from += PASS_PATHS) {
      const count = Math.min(PASS_PATHS, paths - from);
      const pass: (() => void)[] = [];
      for (const [place, { program, inputs, ...told }] of models.entries()) {
        const before = from + (count * place) / models.length;
        const order = {
          ...{ program, module: moduleOf(program) },
          run: { paths: count, inputs, firstBlock: from / BLOCK_PATHS },
          onProgress: (done: number) => onProgress?.(before + done / models.length, paths),
          ...(signal === undefined ? {} : { signal }),
        };
        const of = cases[place]!;
        if (of.kind === "futures") {
          const data = futuresData(told, count);
          const run = await threads.run({ ...order, collection: { name: "futures", data } });
          if (run.paths < count) return;
          pass.push(() => void of.told.push(run.total));
        } else {
          const data = stakeData(policy, told, count);
          const run = await threads.run({ ...order, collection: { name: "stakes", data } });
          if (run.paths < count) return;
          pass.push(() => void of.told.push(run.total));
        }
      }
      for (const keep of pass) keep();
    }
  } finally {
    if (kept.threads === undefined) await threads.close();
  }
}

type Told = Omit<FundModel, "program" | "inputs">;

const futuresData = (
  { dates, baseCurrency, minorUnits, parties }: Told,
  paths: number,
): FuturesData => ({ dates, baseCurrency, minorUnits, parties, paths });

/** Stakes are valued as the host's first year begins, each flow from its own day (PO9). */
function stakeData(policy: Policy, { dates, minorUnits }: Told, paths: number): StakeData {
  const { host, partner, years } = policy;
  const yearOf = ({ fiscalYear }: PolicyTreasury, year: number): FiscalYear => {
    const found = fiscalYearNamed({ calendarId: "policy", ...fiscalYear }, `FY${year}`);
    assert(found !== undefined, "the years of a policy are within the calendar");
    return found;
  };
  const months = (date: LocalDate): number =>
    12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
  const begins = months(yearOf(host.treasury, years.first).start) - 1;
  const rate = host.treasury.fundingRate.value;
  return {
    ...{ paths, minorUnits },
    factors: dates.map((date) => (1 + rate) ** ((begins - months(date)) / 12)),
    stakes: [host, partner].map(({ treasury }) => {
      const first = firstYearOf(policy, treasury);
      const [{ start }, { end }] = [first, first + years.count - 1].map((year) =>
        yearOf(treasury, year),
      ) as [FiscalYear, FiscalYear];
      const within = dates.flatMap((date, step) => (date >= start && date <= end ? [step] : []));
      return { party: treasury.party, first: within[0] ?? 0, last: within.at(-1) ?? 0 };
    }),
  };
}

/**
 * Modules of programs, one for equal ones: most assumptions are inputs and no part of a program.
 */
function modulesIn(
  made: Map<string, WebAssembly.Module>,
): (program: Program) => WebAssembly.Module {
  return (program) => {
    const text = programText(program);
    const known = made.get(text) ?? new WebAssembly.Module(compileModule(program));
    made.set(text, known);
    return known;
  };
}

/** As many steps as reach the end of the last fiscal year of both treasuries. */
function stepsFor(policy: Policy, { opens, stepMonths }: Assumptions): number {
  const ends = [policy.host, policy.partner].flatMap(({ treasury }): LocalDate[] => {
    const last = firstYearOf(policy, treasury) + policy.years.count - 1;
    const definition = { calendarId: "policy", ...treasury.fiscalYear };
    const year = fiscalYearNamed(definition, `FY${last}`);
    return year === undefined ? [] : [year.end];
  });
  const end = ends.reduce((last, each) => (each > last ? each : last), opens);
  const months = (date: LocalDate): number =>
    12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
  const most = Math.max(1, Math.ceil((months(end) - months(opens)) / stepMonths));
  const reached = stepDates(opens, stepMonths, most).findIndex((date) => date >= end);
  return reached < 0 ? most : reached + 1;
}
