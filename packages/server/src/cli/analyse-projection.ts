import { availableParallelism } from "node:os";
import { languagesOf } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { bearablePage, frontierPage, sensitivityPage } from "../projection/analysis-page.ts";
import { bearableOf } from "../projection/bearable.ts";
import { frontierOf } from "../projection/frontier.ts";
import { KernelThreads } from "../projection/kernel-threads.ts";
import type { ProjectionInput, ProjectionRequest } from "../projection/projection-input.ts";
import type { ProjectionStyle } from "../projection/projection-style.ts";
import { sensitivityOf, type AnalysisOptions } from "../projection/sensitivity.ts";
import { EXIT, refusedBy, type ExitCode } from "./failure.ts";
import type { Invocation } from "./invocation.ts";
import { pathProgress } from "./progress.ts";
import { pageColumns } from "./terminal.ts";

/** Instead of a projection: what moves it, or how much debt and loss it bears. */
export type Analysis =
  | { readonly kind: "sensitivity" }
  | { readonly kind: "frontier" }
  /** At this step; when most is invested, if absent. */
  | { readonly kind: "bearable"; readonly step?: number };

/** `jointfund project --sensitivity`, `--frontier` and `--bearable`. */
export async function analyseProjection(
  invocation: Invocation,
  analysis: Analysis,
  input: ProjectionInput,
  request: ProjectionRequest & { readonly paths: number; readonly workers?: number },
): Promise<ExitCode> {
  const { paths, seed, stresses, workers = availableParallelism() } = request;
  const threads = new KernelThreads(workers);
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  try {
    const progress = pathProgress(invocation);
    const { signal } = ending;
    const options = { paths, seed, stresses, threads, signal, onProgress: progress.tell };
    const analysed = await computed(analysis, input, options);
    progress.end();
    if (analysed === undefined) throw refusedBy(message("nothingProjected"));
    show(invocation, analysed);
    return EXIT.done;
  } finally {
    process.removeListener("SIGINT", end);
    process.removeListener("SIGTERM", end);
    await threads.close();
  }
}

type Analysed = { readonly result: unknown; readonly page: (style: ProjectionStyle) => string };

async function computed(
  analysis: Analysis,
  input: ProjectionInput,
  options: AnalysisOptions,
): Promise<Analysed | undefined> {
  const { charter } = input;
  switch (analysis.kind) {
    case "sensitivity": {
      const result = await sensitivityOf(input, options);
      return result && { result, page: (style) => sensitivityPage(result, charter, style) };
    }
    case "frontier": {
      const result = await frontierOf(input, options);
      return result && { result, page: (style) => frontierPage(result, charter, style) };
    }
    case "bearable": {
      const { step } = analysis;
      const at = step === undefined ? {} : { step };
      const result = await bearableOf(input, { ...options, ...at });
      return result && { result, page: (style) => bearablePage(result, charter, style) };
    }
  }
}

function show(invocation: Invocation, { result, page }: Analysed): void {
  if (invocation.options.json === true) {
    invocation.json(result);
    return;
  }
  const { paint, terminal } = invocation;
  const columns = pageColumns(terminal);
  const pages = languagesOf(invocation.choice).map((language) =>
    page({ columns, paint, language }),
  );
  terminal.out(pages.join("\n"));
}
