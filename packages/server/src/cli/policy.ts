import { encode } from "@jointfund/core/base/schema.ts";
import {
  comparisonSchema,
  type PolicyComparison,
} from "@jointfund/projection/policy/comparison.ts";
import type { Policy } from "@jointfund/projection/policy/policy-schema.ts";
import { languagesOf, type Language, type Text } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { FUTURES_MISFIT_TEXTS } from "../languages/policy-findings.ts";
import { fillTemplate } from "../languages/template.ts";
import {
  comparedPolicy,
  type ComparisonFault,
  type FuturesSource,
  type PolicyRequest,
} from "../policy/compared-policy.ts";
import type { PolicyFault } from "../policy/policy-file.ts";
import { policyReport } from "../policy/policy-report.ts";
import { comparisonText } from "../policy/policy-text.ts";
import { recordFutures, yearsOfRecord } from "../policy/record-futures.ts";
import { assumptionsFor } from "../scenario/page-assumptions.ts";
import { parseSetting, type Setting } from "../scenario/settings.ts";
import { POLICY_PATHS, POLICY_SEED } from "./command-options.ts";
import { readAssumptions } from "./data-directory.ts";
import { EXIT, refusedBy, wrongUsage, type CommandFailure, type ExitCode } from "./failure.ts";
import { requireFile } from "./files.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";
import { comparisonProgress, pathProgress, replayProgress, type Telling } from "./progress.ts";
import { projectionRefused } from "./projection-refused.ts";
import { openRecord } from "./record.ts";
import { scenarioFindingText } from "./scenario-finding.ts";
import { writeOut, writeReport, type StatementFileOptions } from "./statement-file.ts";
import { harmlessJson, pageColumns } from "./terminal.ts";
import { wholeNumber } from "./whole-number.ts";

export type PolicyOptions = CommonOptions &
  StatementFileOptions & {
    readonly paths?: string;
    readonly seed?: string;
    /** "path=value" */
    readonly set?: readonly string[];
    /** Data directory of a fund whose payments are taken as they were, instead of projected. */
    readonly record?: string;
    readonly workers?: string;
  };

/** Every future is kept until the end, some kilobytes for each. */
const PATHS_MAX = 200_000;
const WORKERS_MAX = 256;

/**
 * `jointfund policy`: what each way of raising the same revenue brings every side, by fiscal year
 * and in three present values, with ranges.
 */
export async function comparePolicyFile(
  invocation: Invocation,
  path: string,
  options: PolicyOptions,
): Promise<ExitCode> {
  const { paths = POLICY_PATHS, seed = POLICY_SEED, set = [], record } = options;
  requireFile(path);
  const settings = set.map(settingOf);
  const asked = pathsOf(paths);
  const request = {
    ...{ file: path, settings, paths: asked, seed },
    ...(options.workers === undefined
      ? {}
      : { workers: wholeNumber("--workers", options.workers, WORKERS_MAX) }),
  };
  const compared = await endable(invocation, (run) =>
    comparedPolicy(
      { ...request, ...run },
      record === undefined ? undefined : (policy) => ofRecord(invocation, policy, record),
    ),
  );
  if (!compared.ok) throw comparisonRefused(compared.error, invocation.language);
  const { from, paths: done } = compared.value.fund;
  if (from === "projection" && done < asked) {
    invocation.note(message("projectionEnded", done, asked));
  }
  return show(invocation, compared.value, options);
}

/** An interrupt ends the run, and what is done by then is compared. */
async function endable<T>(
  invocation: Invocation,
  work: (run: Pick<PolicyRequest, "signal" | "onProgress" | "onCompared">) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const progress = pathProgress(invocation);
  let comparing: Telling | undefined;
  try {
    return await work({
      signal: ending.signal,
      onProgress: (done, of) => progress.tell(Math.floor(done), of),
      onCompared({ done, of }) {
        progress.end();
        comparing ??= comparisonProgress(invocation);
        comparing.tell(done, of);
      },
    });
  } finally {
    progress.end();
    comparing?.end();
    process.removeListener("SIGINT", end);
    process.removeListener("SIGTERM", end);
  }
}

/** The payments of a record, and the policy over the years that it covers. */
function ofRecord(
  invocation: Invocation,
  policy: Policy,
  directory: string,
): ReturnType<FuturesSource> {
  const { state, chronicle } = openRecord(directory, replayProgress(invocation));
  const assumed = assumptionsFor(readAssumptions(directory));
  const real = recordFutures({ state, chronicle, ...assumed });
  return { policy: { ...policy, years: yearsOfRecord(policy, real) }, futures: { real } };
}

function settingOf(text: string): Setting {
  const setting = parseSetting(text);
  if (setting === undefined) throw wrongUsage(message("settingMalformed", text));
  return setting;
}

function pathsOf(text: string): number {
  const paths = /^[1-9][0-9]{0,6}$/.test(text) ? Number(text) : 0;
  if (paths < 1 || paths > PATHS_MAX) throw wrongUsage(message("pathsWrong", text, PATHS_MAX));
  return paths;
}

/** Why nothing is compared, with everything that is wrong. */
function comparisonRefused(error: ComparisonFault, language: Language): CommandFailure {
  switch (error.kind) {
    case "policy":
      return policyRefused(error.fault);
    case "futures": {
      const { fault } = error;
      if (fault.kind === "ended") return refusedBy(message("nothingProjected"));
      if (fault.kind === "missing") return refusedBy(message("fileMissing", fault.file));
      return projectionRefused(fault, language);
    }
    case "misfit": {
      const { code, ...facts } = error.misfit;
      const { en, ja } = FUTURES_MISFIT_TEXTS[code];
      return refusedBy({
        en: fillTemplate(en, facts, { language: "en" }),
        ja: fillTemplate(ja, facts, { language: "ja" }),
      });
    }
  }
}

function policyRefused(fault: PolicyFault): CommandFailure {
  if (fault.kind === "settings") {
    return refusedBy(message("policySettingsUnplaced", fault.settings.join(", ")));
  }
  const { findings } = fault;
  const lines = (of: "en" | "ja"): string =>
    findings.map((finding) => scenarioFindingText(finding, of)).join("\n");
  const more: Text = { en: lines("en"), ja: lines("ja") };
  return refusedBy(message("policyWrong", findings.length), more);
}

async function show(
  invocation: Invocation,
  comparison: PolicyComparison,
  { format = "text", out, json = false }: PolicyOptions,
): Promise<ExitCode> {
  if (json || format === "json") {
    const text = `${harmlessJson(encode(comparisonSchema, comparison))}\n`;
    if (out === undefined) invocation.terminal.out(text);
    else writeOut(invocation, out, new TextEncoder().encode(text));
    return EXIT.done;
  }
  if (format !== "text") {
    const report = policyReport(comparison, invocation.choice);
    return writeReport(invocation, report, { format, out, called: "policy" });
  }
  const columns = pageColumns(invocation.terminal);
  const texts = languagesOf(invocation.choice).map((language) =>
    comparisonText(comparison, { language, columns }),
  );
  if (out === undefined) invocation.terminal.out(texts.join("\n"));
  else writeOut(invocation, out, new TextEncoder().encode(texts.join("\n")));
  return EXIT.done;
}
