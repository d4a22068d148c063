import { setImmediate as turn } from "node:timers/promises";
import { err, type Result } from "@jointfund/core/base/result.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import {
  comparisonSteps,
  type ComparisonProgress,
} from "@jointfund/projection/policy/compare-policies.ts";
import type { PolicyComparison } from "@jointfund/projection/policy/comparison.ts";
import type { FuturesMisfit, PricedFutures } from "@jointfund/projection/policy/fund-futures.ts";
import { philoxDraws } from "@jointfund/projection/policy/philox-draws.ts";
import type { Policy } from "@jointfund/projection/policy/policy-schema.ts";
import type { Setting } from "../scenario/settings.ts";
import {
  charterFutures,
  projectionSettings,
  type FuturesFault,
  type FuturesOptions,
} from "./charter-futures.ts";
import { readPolicy, type PolicyFault } from "./policy-file.ts";

export type PolicyRequest = Pick<FuturesOptions, "workers" | "onProgress" | "signal"> & {
  readonly file: string;
  /** Of the file, and with "charter.", "capital" and "assumptions." of what it names. */
  readonly settings: readonly Setting[];
  readonly paths: number;
  readonly seed: string;
  /** How far the comparison is, once there are futures to compare in. */
  readonly onCompared?: (progress: ComparisonProgress) => void;
};

export type ComparisonFault =
  | { readonly kind: "policy"; readonly fault: PolicyFault }
  | { readonly kind: "futures"; readonly fault: FuturesFault }
  | { readonly kind: "misfit"; readonly misfit: FuturesMisfit };

/** Where the fund's payments come from: its projection, or what the caller has. */
export type FuturesSource = (policy: Policy) => {
  readonly policy: Policy;
  readonly futures: PricedFutures;
};

/**
 * Reads a policy file, projects the charter that it names, and compares. A missing policy file
 * throws what the system says.
 */
export async function comparedPolicy(
  request: PolicyRequest,
  source?: FuturesSource,
): Promise<Result<PolicyComparison, ComparisonFault>> {
  const { file, settings, seed } = request;
  const { own, passedOn } = projectionSettings(settings);
  const read = readPolicy(file, own);
  if (!read.ok) return err({ kind: "policy", fault: read.error });
  let compared = source?.(read.value);
  if (compared === undefined) {
    const futures = await charterFutures(file, read.value, { ...request, settings: passedOn });
    if (!futures.ok) return err({ kind: "futures", fault: futures.error });
    compared = { policy: read.value, futures: futures.value };
  }
  const { policy, futures } = compared;
  // A run that was ended has fewer paths than were asked for; a record has one.
  const { from, paths: done } = futures.real;
  const paths = from === "projection" ? done : request.paths;
  const draws = philoxDraws(keyOfSeed(seed));
  const comparison = await stepped(
    comparisonSteps(policy, futures, { paths, seed, draws }),
    request,
  );
  return comparison.ok ? comparison : err({ kind: "misfit", misfit: comparison.error });
}

/** Takes every step of a comparison and tells of each, so that a terminal stays alive. */
async function stepped(
  steps: ReturnType<typeof comparisonSteps>,
  { onCompared }: Pick<PolicyRequest, "onCompared">,
): Promise<Result<PolicyComparison, FuturesMisfit>> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onCompared?.(step.value);
    await turn();
  }
}
