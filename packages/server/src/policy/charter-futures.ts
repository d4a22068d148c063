import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { fiscalYearNamed } from "@jointfund/core/statements/period.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { stepDates } from "@jointfund/projection/charter/step-dates.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { programText } from "@jointfund/projection/kernel/program-text.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import type { Kernel, Program } from "@jointfund/projection/kernel/program.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import type {
  FundFutures,
  PricedFutures,
  StressedFutures,
} from "@jointfund/projection/policy/fund-futures.ts";
import type { Policy } from "@jointfund/projection/policy/policy-schema.ts";
import {
  pricingAssumptions,
  skilllessAssumptions,
} from "@jointfund/projection/policy/pricing-assumptions.ts";
import { projectedFutures } from "@jointfund/projection/policy/projected-futures.ts";
import { firstYearOf } from "@jointfund/projection/policy/world.ts";
import {
  readProjection,
  type ProjectionFault,
  type ProjectionInput,
} from "../projection/projection-input.ts";
import type { Setting } from "../scenario/settings.ts";

/** Why a charter's futures are not known. */
export type FuturesFault = { readonly kind: "missing"; readonly file: string } | ProjectionFault;

export type FuturesOptions = {
  readonly paths: number;
  readonly seed: string;
  /** Of the charter and its assumptions; see `projectionSettings`. */
  readonly settings?: readonly Setting[];
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
export function charterFutures(
  policyFile: string,
  policy: Policy,
  { paths, seed, settings = [] }: FuturesOptions,
): Result<PricedFutures, FuturesFault> {
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
  return pricedFutures(read.value, policy, { paths, seed });
}

function pricedFutures(
  { charter, assumptions }: ProjectionInput,
  policy: Policy,
  { paths, seed }: FuturesOptions,
): Result<PricedFutures, FuturesFault> {
  const steps = stepsFor(policy, assumptions);
  const kernelOf = kernels();
  const futures = (
    under: Assumptions,
    stresses: readonly string[] = [],
  ): Result<FundFutures, FuturesFault> => {
    const key = keyOfSeed(seed);
    const compiled = compileFund(charter, under, { steps, key, stresses });
    if (!compiled.ok) return err({ kind: "inexpressible", refusals: compiled.error });
    return ok(projectedFutures(compiled.value, kernelOf(compiled.value.program), paths));
  };
  const riskless = policy.host.treasury.fundingRate.value;
  const real = futures(assumptions);
  if (!real.ok) return real;
  const pricing = pricingAssumptions(assumptions, riskless);
  const skillless = skilllessAssumptions(assumptions, riskless);
  if (pricing === undefined || skillless === undefined) return ok({ real: real.value });
  const [priced, withoutSkill] = [futures(pricing), futures(skillless)];
  if (!priced.ok) return priced;
  if (!withoutSkill.ok) return withoutSkill;
  const stressed: StressedFutures[] = [];
  for (const { id: regime, stress } of policy.regimes) {
    if (stress === undefined) continue;
    const [under, pricedUnder] = [futures(assumptions, [stress]), futures(pricing, [stress])];
    if (!under.ok) return under;
    if (!pricedUnder.ok) return pricedUnder;
    stressed.push({ regime, real: under.value, priced: pricedUnder.value });
  }
  const calm = { real: real.value, priced: priced.value, withoutSkill: withoutSkill.value };
  return ok(stressed.length === 0 ? calm : { ...calm, stressed });
}

/**
 * Kernels of programs, one for equal ones: most assumptions are inputs and no part of a program.
 */
function kernels(): (program: Program) => Kernel {
  const made = new Map<string, Kernel>();
  return (program) => {
    const text = programText(program);
    const known = made.get(text);
    if (known !== undefined) return known;
    const kernel = compiledKernel(program, new WebAssembly.Module(compileModule(program)));
    made.set(text, kernel);
    return kernel;
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
