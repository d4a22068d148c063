import { availableParallelism } from "node:os";
import { ANALYSIS_TEXTS } from "../languages/analysis-texts.ts";
import { languagesOf } from "../languages/language.ts";
import { bearablePage, frontierPage, sensitivityPage } from "../projection/analysis-page.ts";
import { bearableOf } from "../projection/bearable.ts";
import type { Analyses } from "../projection/files/projection-report.ts";
import { frontierOf } from "../projection/frontier.ts";
import { KernelThreads } from "../projection/kernel-threads.ts";
import type { ProjectionInput, ProjectionRequest } from "../projection/projection-input.ts";
import { sensitivityOf, type AnalysisOptions } from "../projection/sensitivity.ts";
import type { Invocation } from "./invocation.ts";
import { pathProgress } from "./progress.ts";
import { pageColumns } from "./terminal.ts";

/** What is asked for: what moves a projection, or how much debt and loss it bears. */
export type AnalysesAsked = {
  readonly sensitivity: boolean;
  readonly frontier: boolean;
  readonly bearable: boolean;
  /** The step of the fall; when most is invested, if absent. */
  readonly fallAt?: number;
};

/** Analyses that were asked for, one after the other; an interrupt leaves those that are done. */
export async function analysesOf(
  invocation: Invocation,
  asked: AnalysesAsked,
  input: ProjectionInput,
  request: ProjectionRequest & { readonly paths: number; readonly workers?: number },
): Promise<Analyses> {
  const { paths, seed, stresses, workers = availableParallelism() } = request;
  const threads = new KernelThreads(workers);
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  try {
    const options = { paths, seed, stresses, threads, signal: ending.signal };
    return await computed(invocation, asked, input, options);
  } finally {
    process.removeListener("SIGINT", end);
    process.removeListener("SIGTERM", end);
    await threads.close();
  }
}

async function computed(
  invocation: Invocation,
  { sensitivity, frontier, bearable, fallAt }: AnalysesAsked,
  input: ProjectionInput,
  options: AnalysisOptions,
): Promise<Analyses> {
  const told = async <T>(
    isAsked: boolean,
    compute: (options: AnalysisOptions) => Promise<T | undefined>,
  ): Promise<T | undefined> => {
    if (!isAsked) return undefined;
    const progress = pathProgress(invocation);
    const result = await compute({ ...options, onProgress: progress.tell });
    progress.end();
    if (result === undefined) invocation.note(ANALYSIS_TEXTS.ended);
    return result;
  };
  const at = fallAt === undefined ? {} : { step: fallAt };
  const moved = await told(sensitivity, async (each) => sensitivityOf(input, each));
  const levered = await told(frontier, async (each) => frontierOf(input, each));
  const borne = await told(bearable, async (each) => bearableOf(input, { ...each, ...at }));
  return {
    ...(moved === undefined ? {} : { sensitivity: moved }),
    ...(levered === undefined ? {} : { frontier: levered }),
    ...(borne === undefined ? {} : { bearable: borne }),
  };
}

/** Prints what was asked for; as JSON one analysis alone is itself, several are named. */
export function showAnalyses(
  invocation: Invocation,
  analyses: Analyses,
  { charter }: ProjectionInput,
): void {
  const { sensitivity, frontier, bearable } = analyses;
  if (invocation.options.json === true) {
    const [only, ...others] = Object.values(analyses) as readonly unknown[];
    invocation.json(others.length === 0 ? only : analyses);
    return;
  }
  const { paint, terminal } = invocation;
  const columns = pageColumns(terminal);
  const pages = languagesOf(invocation.choice).flatMap((language) => {
    const style = { columns, paint, language };
    return [
      ...(sensitivity === undefined ? [] : [sensitivityPage(sensitivity, charter, style)]),
      ...(frontier === undefined ? [] : [frontierPage(frontier, charter, style)]),
      ...(bearable === undefined ? [] : [bearablePage(bearable, charter, style)]),
    ];
  });
  terminal.out(pages.join("\n"));
}
