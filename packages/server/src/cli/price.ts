import { availableParallelism } from "node:os";
import { languagesOf } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { KernelThreads } from "../projection/kernel-threads.ts";
import {
  comparePrices,
  readPrices,
  type PriceComparison,
  type PriceFault,
  type PriceInput,
} from "../projection/price-comparison.ts";
import { pricePage } from "../projection/price-page.ts";
import { type CommandFailure, EXIT, refusedBy, wrongUsage, type ExitCode } from "./failure.ts";
import { requireFile } from "./files.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";
import { pathProgress } from "./progress.ts";
import { projectionRefused } from "./projection-refused.ts";
import { pageColumns } from "./terminal.ts";
import { wholeNumber } from "./whole-number.ts";

export type CompareOptions = CommonOptions & {
  /** Whether what differs is priced for each side, instead of said clause by clause. */
  readonly price?: boolean;
  readonly assumptions?: string;
  readonly paths: string;
  readonly years: string;
  readonly seed: string;
  readonly workers?: string;
};

/** Every path is kept until it is compared with the same one of another reading. */
const PATHS_MAX = 10_000_000;
const YEARS_MAX = 60;
const WORKERS_MAX = 256;
const SEED_MAX = 64;

/** `jointfund charter compare --price`: what readings or charters cost or gain each side. */
export async function priceCharters(
  invocation: Invocation,
  first: string,
  second: string | undefined,
  options: CompareOptions,
): Promise<ExitCode> {
  const { assumptions, seed, workers } = options;
  if (seed === "" || seed.length > SEED_MAX) throw wrongUsage(message("seedWrong", SEED_MAX));
  const years = wholeNumber("--years", options.years, YEARS_MAX);
  const paths = wholeNumber("--paths", options.paths, PATHS_MAX);
  const count =
    workers === undefined ? availableParallelism() : wholeNumber("--workers", workers, WORKERS_MAX);
  for (const file of [second, assumptions]) if (file !== undefined) requireFile(file);
  const read = readPrices({
    ...{ first, years, seed },
    ...(second === undefined ? {} : { second }),
    ...(assumptions === undefined ? {} : { assumptions }),
  });
  if (!read.ok) throw refused(read.error, invocation);
  const comparison = await computed(invocation, read.value, { paths, workers: count });
  show(invocation, comparison, read.value);
  return EXIT.done;
}

function refused(fault: PriceFault, { language }: Invocation): CommandFailure {
  switch (fault.kind) {
    case "bracketless":
      return wrongUsage(message("noBrackets", fault.name));
    case "noCommonParty":
      return wrongUsage(message("noCommonParty", ...fault.names));
    default:
      return projectionRefused(fault, language);
  }
}

async function computed(
  invocation: Invocation,
  input: PriceInput,
  { paths, workers }: { readonly paths: number; readonly workers: number },
): Promise<PriceComparison> {
  const threads = new KernelThreads(workers);
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  try {
    const progress = pathProgress(invocation);
    const { signal } = ending;
    const comparison = await comparePrices(input, {
      ...{ paths, threads, signal, onProgress: progress.tell },
    });
    progress.end();
    if (comparison === undefined) throw refusedBy(message("nothingProjected"));
    return comparison;
  } finally {
    process.removeListener("SIGINT", end);
    process.removeListener("SIGTERM", end);
    await threads.close();
  }
}

function show(invocation: Invocation, comparison: PriceComparison, input: PriceInput): void {
  if (invocation.options.json === true) {
    invocation.json(comparison);
    return;
  }
  const { paint, terminal } = invocation;
  const columns = pageColumns(terminal);
  const pages = languagesOf(invocation.choice).map((language) =>
    pricePage(comparison, input, { columns, paint, language }),
  );
  terminal.out(pages.join("\n"));
}
