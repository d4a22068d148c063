import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { fiscalYearNamed } from "@jointfund/core/statements/period.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import type { Inexpressible } from "@jointfund/projection/charter/inexpressible.ts";
import { stepDates } from "@jointfund/projection/charter/step-dates.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import type { FundFutures, PricedFutures } from "@jointfund/projection/policy/fund-futures.ts";
import type { Policy } from "@jointfund/projection/policy/policy-schema.ts";
import {
  pricingAssumptions,
  skilllessAssumptions,
} from "@jointfund/projection/policy/pricing-assumptions.ts";
import { projectedFutures } from "@jointfund/projection/policy/projected-futures.ts";
import { firstYearOf } from "@jointfund/projection/policy/world.ts";
import { readCharterFile, type CharterFile } from "../charter/charter-file.ts";
import { readAssumptionFile, type AssumptionFileFinding } from "../projection/assumption-files.ts";

/** Why a charter's futures are not known. */
export type FuturesFault =
  | { readonly kind: "missing"; readonly file: string }
  | { readonly kind: "charter"; readonly charter: CharterFile }
  | { readonly kind: "assumptions"; readonly findings: readonly AssumptionFileFinding[] }
  | { readonly kind: "inexpressible"; readonly refusals: readonly Inexpressible[] };

export type FuturesOptions = { readonly paths: number; readonly seed: string };

/**
 * The futures of the charter that a policy file names, under the assumptions that it names: as they
 * are expected, under the pricing measure, and without skill, all on the same draws (PO8, PO9).
 */
export function charterFutures(
  policyFile: string,
  policy: Policy,
  options: FuturesOptions,
): Result<PricedFutures, FuturesFault> {
  const [charterPath, assumptionsPath] = [policy.charter, policy.assumptions].map((path) =>
    relative(".", resolve(dirname(policyFile), path)),
  );
  for (const file of [charterPath!, assumptionsPath!]) {
    if (!existsSync(file)) return err({ kind: "missing", file });
  }
  const charter = readCharterFile(charterPath!, readFileSync(charterPath!));
  const hasError = charter.findings.some(({ severity }) => severity === "error");
  if (hasError || charter.charter === undefined) return err({ kind: "charter", charter });
  const { assumptions, findings } = readAssumptionFile(assumptionsPath!, charter.charter);
  if (assumptions === undefined) return err({ kind: "assumptions", findings });
  return pricedFutures(charter.charter, assumptions, policy, options);
}

function pricedFutures(
  charter: Charter,
  assumptions: Assumptions,
  policy: Policy,
  options: FuturesOptions,
): Result<PricedFutures, FuturesFault> {
  const steps = stepsFor(policy, assumptions);
  const futures = (under: Assumptions): Result<FundFutures, FuturesFault> => {
    const key = keyOfSeed(options.seed);
    const compiled = compileFund(charter, under, { steps, key, stresses: [] });
    if (!compiled.ok) return err({ kind: "inexpressible", refusals: compiled.error });
    const { program } = compiled.value;
    const kernel = compiledKernel(program, new WebAssembly.Module(compileModule(program)));
    return ok(projectedFutures(compiled.value, kernel, options.paths));
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
  return ok({ real: real.value, priced: priced.value, withoutSkill: withoutSkill.value });
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
