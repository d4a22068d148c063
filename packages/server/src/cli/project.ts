import { existsSync, statSync } from "node:fs";
import type { ModelKind } from "@jointfund/projection/assumptions/market-models.ts";
import type { Projection } from "@jointfund/projection/outcomes/projection.ts";
import { languagesOf } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { filled } from "../languages/page-texts.ts";
import { PROJECTION_TEXTS } from "../languages/projection-texts.ts";
import type { ProjectionFiles } from "../projection/files/write-projection.ts";
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
import { analysesOf, showAnalyses, type AnalysesAsked } from "./analyse-projection.ts";
import { EXIT, refusedBy, wrongUsage, type ExitCode } from "./failure.ts";
import { requireFile } from "./files.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";
import { pathProgress } from "./progress.ts";
import { projectionRefused } from "./projection-refused.ts";
import { pageColumns } from "./terminal.ts";
import { wholeNumber } from "./whole-number.ts";

export type ProjectOptions = CommonOptions & {
  readonly assumptions?: string;
  readonly paths: string;
  readonly years: string;
  readonly seed: string;
  readonly model?: ModelKind;
  readonly stress?: readonly string[];
  readonly set?: readonly string[];
  readonly side?: string;
  readonly workers?: string;
  /** Of which path everything is told, instead of what came of all. */
  readonly path?: string;
  /** Whether that path is played as acts of a fund, and compared. */
  readonly replay?: boolean;
  readonly out?: string;
  readonly sensitivity?: boolean;
  readonly frontier?: boolean;
  readonly bearable?: boolean;
  /** At which step values fall, counted from 0. */
  readonly fallAt?: string;
  /** How many paths are written in full. */
  readonly sample: string;
  readonly allPaths?: boolean;
};

const PATHS_MAX = 100_000_000;
const YEARS_MAX = 60;
const WORKERS_MAX = 256;
const SEED_MAX = 64;

/**
 * `jointfund project`: what a charter would do, over many paths; with `--path` one of them in full.
 * An interrupt ends the run, and what is done by then is told.
 */
export async function projectCharter(
  invocation: Invocation,
  charter: string,
  options: ProjectOptions,
): Promise<ExitCode> {
  const request = requestOf(charter, options);
  const asked = askedOf(options);
  if (options.replay === true && options.path === undefined) {
    throw wrongUsage(message("replayNeedsPath"));
  }
  requireFile(charter);
  if (request.assumptions !== undefined) requireFile(request.assumptions);
  const { out } = options;
  if (out !== undefined) await requireFree(out);
  const read = readProjection(request);
  if (!read.ok) throw projectionRefused(read.error, invocation.language);
  const input = read.value;
  if (options.path !== undefined) {
    const path = wholeNumber("--path", options.path, PATHS_MAX, 0);
    if (path >= asked.paths) {
      throw wrongUsage(filled(PROJECTION_TEXTS.pathOutside, `${path}`, `${asked.paths}`));
    }
    if (options.replay === true) {
      const { replayProjected } = await import("./replay-projected.ts");
      return replayProjected(invocation, input, request, path);
    }
    return showPath(invocation, input, request.seed, path);
  }
  const analysed = analysesAsked(options, input.model.inputs.steps);
  const analyses = await analysesOf(invocation, analysed, input, { ...request, ...asked });
  if (out === undefined && isAnalysis(analysed)) {
    if (Object.keys(analyses).length === 0) throw refusedBy(message("nothingProjected"));
    showAnalyses(invocation, analyses, input);
    return EXIT.done;
  }
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  try {
    const projection = await computed(invocation, input, request, { ...asked, ending });
    show(invocation, projection, input, request);
    if (out === undefined) return EXIT.done;
    const paths = Math.min(asked.inFull, projection.paths);
    return await write(invocation, out, { projection, input, request, paths, analyses });
  } finally {
    process.removeListener("SIGINT", end);
    process.removeListener("SIGTERM", end);
  }
}

const isAnalysis = ({ sensitivity, frontier, bearable }: AnalysesAsked): boolean =>
  sensitivity || frontier || bearable;

function analysesAsked(
  { sensitivity = false, frontier = false, bearable = false, fallAt }: ProjectOptions,
  steps: number,
): AnalysesAsked {
  const asked = { sensitivity, frontier, bearable };
  if (fallAt === undefined) return asked;
  return { ...asked, fallAt: wholeNumber("--fall-at", fallAt, steps - 1, 0) };
}

/** What is done is written; an interrupt ends the paths in full alone. */
async function write(
  invocation: Invocation,
  out: string,
  files: Omit<ProjectionFiles, "signal" | "onProgress">,
): Promise<ExitCode> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once("SIGINT", end);
  const progress = pathProgress(invocation);
  try {
    const { signal } = ending;
    const { writeProjection } = await filesOf();
    const written = await writeProjection(out, { ...files, signal, onProgress: progress.tell });
    progress.end();
    invocation.note(message("projectionWritten", written.length, out));
    return EXIT.done;
  } finally {
    process.removeListener("SIGINT", end);
  }
}

type Asked = { readonly paths: number; readonly inFull: number; readonly workers?: number };

function askedOf({ paths, sample, allPaths = false, workers }: ProjectOptions): Asked {
  const count = wholeNumber("--paths", paths, PATHS_MAX);
  const inFull = wholeNumber("--sample", sample, PATHS_MAX, 0);
  return {
    ...{ paths: count, inFull: allPaths ? count : inFull },
    ...(workers === undefined ? {} : { workers: wholeNumber("--workers", workers, WORKERS_MAX) }),
  };
}

/** The code that writes files is loaded by whoever writes some. */
const filesOf = () => import("../projection/files/write-projection.ts");

async function requireFree(directory: string): Promise<void> {
  if (existsSync(directory) && !statSync(directory).isDirectory()) {
    throw wrongUsage(message("fileExists", directory));
  }
  const { isFreeForProjection } = await filesOf();
  if (!isFreeForProjection(directory)) throw wrongUsage(message("outNotOurs", directory));
}

async function computed(
  invocation: Invocation,
  { model }: ProjectionInput,
  { seed }: ProjectionRequest,
  { paths, workers, ending }: Asked & { readonly ending: AbortController },
): Promise<Projection> {
  const progress = pathProgress(invocation);
  const projection = await runProjection(model, {
    ...{ paths, seed, signal: ending.signal, onProgress: progress.tell },
    ...(workers === undefined ? {} : { workers }),
  });
  progress.end();
  if (projection.paths === 0) throw refusedBy(message("nothingProjected"));
  if (projection.paths < paths) {
    invocation.note(message("projectionEnded", projection.paths, paths));
  }
  return projection;
}

function show(
  invocation: Invocation,
  projection: Projection,
  input: ProjectionInput,
  { stresses, settings }: ProjectionRequest,
): void {
  if (invocation.options.json === true) {
    invocation.json(projection);
    return;
  }
  const of = { ...input, stresses, settings: settings.map(settingText) };
  const { paint, terminal } = invocation;
  const columns = pageColumns(terminal);
  const pages = languagesOf(invocation.choice).map((language) =>
    projectionPage(projection, of, { columns, paint, language }),
  );
  terminal.out(pages.join("\n"));
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

function showPath(
  invocation: Invocation,
  { model, charter }: ProjectionInput,
  seed: string,
  number: number,
): ExitCode {
  const path = pathInFull(model, { seed, path: number });
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
