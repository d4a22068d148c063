import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { canonicalBytes } from "@jointfund/core/base/canonical.ts";
import type { Json } from "@jointfund/core/base/json.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import { charterSchema } from "@jointfund/core/charter/charter-schema.ts";
import { assumptionsSchema } from "@jointfund/projection/assumptions/assumptions-schema.ts";
import { projectionSchema } from "@jointfund/projection/outcomes/projection-schema.ts";
import type { Projection } from "@jointfund/projection/outcomes/projection.ts";
import { csvBytes, reportFile } from "../../export/report-file.ts";
import { LANGUAGES } from "../../languages/language.ts";
import { settingText } from "../../scenario/settings.ts";
import type { ProjectionInput, ProjectionRequest } from "../projection-input.ts";
import { projectionCharts } from "./charts.ts";
import { frontierChart } from "./frontier-chart.ts";
import { projectionReport, type Analyses } from "./projection-report.ts";
import { fansCsv, outcomesCsv } from "./outcome-tables.ts";
import { writePathTable, type PathsAsked } from "./path-table.ts";

const MANIFEST = "manifest.json";

/** What is written into a directory, and of what. */
export type ProjectionFiles = {
  readonly projection: Projection;
  readonly input: ProjectionInput;
  readonly request: ProjectionRequest;
  /** How many paths are written in full. */
  readonly paths: number;
  readonly analyses: Analyses;
} & Pick<PathsAsked, "signal" | "onProgress">;

/** Whether a directory may be written into: it is not there, is empty, or holds a projection. */
export function isFreeForProjection(directory: string): boolean {
  if (!existsSync(directory)) return true;
  const names = readdirSync(directory);
  return names.length === 0 || names.includes(MANIFEST);
}

/**
 * Writes a projection as files [PJ72]: the result, tables, paths in full, charts in every language,
 * and a manifest with the hashes of what it was made of and of every file. Gives their names.
 */
export async function writeProjection(
  directory: string,
  { projection, input, request, paths, analyses, ...watched }: ProjectionFiles,
): Promise<readonly string[]> {
  const written: Written[] = [];
  const write = (name: string, bytes: Uint8Array): void => {
    const file = join(directory, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    written.push(writtenOf(name, bytes));
  };
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  write("result.json", text(`${JSON.stringify(encode(projectionSchema, projection))}\n`));
  write("fans.csv", csvBytes(fansCsv(projection), true));
  write("outcomes.csv", csvBytes(outcomesCsv(projection), true));
  for (const language of LANGUAGES) {
    for (const { name, svg } of projectionCharts(projection, input.charter, language)) {
      write(`charts/${name}.${language}.svg`, text(svg));
    }
  }
  for (const [name, analysis] of Object.entries(analyses)) {
    write(`${name}.json`, text(`${JSON.stringify(analysis)}\n`));
  }
  const of = { ...input, stresses: request.stresses, settings: request.settings.map(settingText) };
  for (const language of LANGUAGES) {
    if (analyses.frontier !== undefined) {
      const svg = frontierChart(analyses.frontier, input.charter, language);
      write(`charts/frontier.${language}.svg`, text(svg));
    }
    const report = projectionReport({ projection, of, analyses }, language);
    for (const format of ["html", "pdf"] as const) {
      write(`report.${language}.${format}`, await reportFile(report, format, true));
    }
  }
  const table = join(directory, "paths.parquet");
  const asked = { seed: request.seed, paths, ...watched };
  const inFull = await writePathTable(table, input.model, asked);
  written.push(await writtenFile("paths.parquet", table));
  const manifest = {
    format: "jointfund/projection-manifest/v1",
    ...{ paths: projection.paths, asked: projection.asked, pathsInFull: inFull },
    madeOf: madeOf(input, request),
    files: written,
  };
  writeFileSync(join(directory, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return [...written.map(({ name }) => name), MANIFEST];
}

type Written = { readonly name: string; readonly bytes: number; readonly sha256: string };

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const writtenOf = (name: string, bytes: Uint8Array): Written => ({
  ...{ name, bytes: bytes.length, sha256: sha256(bytes) },
});

/** Of a file that may be larger than memory. */
async function writtenFile(name: string, file: string): Promise<Written> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name, bytes, sha256: hash.digest("hex") };
}

/** What the result follows from: the files that it was read of, and the hash of what was read. */
function madeOf(input: ProjectionInput, request: ProjectionRequest): Json {
  const { charter, assumptions, assumptionsFile } = input;
  const { seed, years, stresses, settings } = request;
  const computed: Json = {
    charter: encode(charterSchema, charter),
    assumptions: encode(assumptionsSchema, assumptions),
    ...{ seed, years, stresses: [...stresses] },
  };
  const file = (path: string): Json => ({
    name: basename(path),
    sha256: sha256(readFileSync(path)),
  });
  return {
    charter: file(request.charter),
    assumptions: assumptionsFile === undefined ? null : file(assumptionsFile),
    settings: settings.map(settingText),
    ...{ seed, years, stresses: [...stresses] },
    model: assumptions.market.model.kind,
    sha256: sha256(canonicalBytes(computed)),
  };
}
