import { Option } from "commander";
import { NAMED_MODELS, type NamedModel } from "../projection/market-models.ts";
import { languagesOf } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { pathInFull } from "../projection/path-in-full.ts";
import { pathPage } from "../projection/path-page.ts";
import {
  readProjection,
  type ProjectionInput,
  type ProjectionRequest,
} from "../projection/projection-input.ts";
import { projectionPage } from "../projection/projection-page.ts";
import { runProjection } from "../projection/run-projection.ts";
import { parseSetting, settingText } from "../scenario/settings.ts";
import { repeated, type Said } from "./command-parts.ts";
import { EXIT, wrongUsage, type ExitCode } from "./failure.ts";
import { requireFile } from "./files.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";
import { pathProgress } from "./progress.ts";
import { projectionRefused } from "./projection-refused.ts";
import { pageColumns } from "./terminal.ts";

export type ProjectOptions = CommonOptions & {
  readonly assumptions?: string;
  readonly paths: string;
  readonly years: string;
  readonly seed: string;
  readonly model?: NamedModel;
  readonly stress?: readonly string[];
  readonly set?: readonly string[];
  readonly side?: string;
  readonly workers?: string;
  /** Of which path everything is told, instead of what came of all. */
  readonly path?: string;
};

export const projectOptions = (said: Said): readonly Option[] => [
  new Option("--assumptions <file>", said("assumptionsOf")),
  new Option("--paths <number>", said("paths")).default("100000"),
  new Option("--years <number>", said("years")).default("30"),
  new Option("--seed <text>", said("seed")).default("1"),
  new Option("--model <name>", said("marketModel")).choices(NAMED_MODELS),
  repeated(new Option("--stress <id>", said("stress"))),
  repeated(new Option("--set <path=value>", said("projectSet"))),
  new Option("--side <party>", said("side")),
  new Option("--path <number>", said("pathInFull")),
  new Option("--workers <number>", said("workers")),
];

const PATHS_MAX = 100_000_000;
const YEARS_MAX = 60;
const WORKERS_MAX = 256;
const SEED_MAX = 64;

/** `jointfund project`: what a charter would do, over many paths; with `--path` one of them in full. */
export async function projectCharter(
  invocation: Invocation,
  charter: string,
  options: ProjectOptions,
): Promise<ExitCode> {
  const request = requestOf(charter, options);
  const paths = wholeNumber("--paths", options.paths, PATHS_MAX);
  const { workers, path } = options;
  const threads =
    workers === undefined ? {} : { workers: wholeNumber("--workers", workers, WORKERS_MAX) };
  requireFile(charter);
  if (request.assumptions !== undefined) requireFile(request.assumptions);
  const read = readProjection(request);
  if (!read.ok) throw projectionRefused(read.error, invocation.language);
  const input = read.value;
  if (path !== undefined) return showPath(invocation, input, request.seed, path);
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const progress = pathProgress(invocation);
  try {
    const projection = await runProjection(input.model, {
      ...{ paths, seed: request.seed, signal: ending.signal, onProgress: progress.tell },
      ...threads,
    });
    progress.end();
    if (invocation.options.json === true) invocation.json(projection);
    else {
      const { stresses, settings } = request;
      const of = { ...input, stresses, settings: settings.map(settingText) };
      const { paint, terminal } = invocation;
      const columns = pageColumns(terminal);
      const pages = languagesOf(invocation.choice).map((language) =>
        projectionPage(projection, of, { columns, paint, language }),
      );
      terminal.out(pages.join("\n"));
    }
    return EXIT.done;
  } finally {
    progress.end();
    process.removeListener("SIGINT", end);
    process.removeListener("SIGTERM", end);
  }
}

function requestOf(charter: string, options: ProjectOptions): ProjectionRequest {
  const { assumptions, model, side, stress = [], set = [], seed } = options;
  if (seed === "" || seed.length > SEED_MAX) throw wrongUsage(message("seedWrong", SEED_MAX));
  const settings = set.map((text) => {
    const setting = parseSetting(text);
    if (setting === undefined) throw wrongUsage(message("settingMalformed", text));
    return setting;
  });
  return {
    ...{ charter, settings, seed, stresses: stress },
    years: wholeNumber("--years", options.years, YEARS_MAX),
    ...(assumptions === undefined ? {} : { assumptions }),
    ...(model === undefined ? {} : { model }),
    ...(side === undefined ? {} : { side }),
  };
}

function wholeNumber(option: string, text: string, max: number, min = 1): number {
  const number = /^[0-9]{1,9}$/.test(text) ? Number(text) : -1;
  if (number >= min && number <= max) return number;
  throw wrongUsage(message("numberWrong", option, min, max, text));
}

function showPath(
  invocation: Invocation,
  { model, charter }: ProjectionInput,
  seed: string,
  text: string,
): ExitCode {
  const path = pathInFull(model, { seed, path: wholeNumber("--path", text, PATHS_MAX, 0) });
  if (invocation.options.json === true) invocation.json(path);
  else {
    const columns = pageColumns(invocation.terminal);
    const { paint } = invocation;
    const pages = languagesOf(invocation.choice).map((language) =>
      pathPage(path, { model, charter }, { columns, paint, language }),
    );
    invocation.terminal.out(pages.join("\n"));
  }
  return EXIT.done;
}
