import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { JsonPath } from "@jointfund/core/base/json.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { readMarketData } from "@jointfund/formats/market-data.ts";
import type { StepFinding } from "./check-scenario.ts";
import type { ScenarioFinding } from "./scenario-file.ts";
import type { SeriesText } from "./scenario-schema.ts";
import type { Series } from "./scenario.ts";

/** The series of a scenario, what is wrong with what it says of them, and with their files. */
export type SeriesRead = {
  readonly series: ReadonlyMap<string, Series>;
  readonly findings: readonly StepFinding[];
  readonly ofFiles: readonly ScenarioFinding[];
};

/** Reads the market data that a scenario writes out or names by a file beside it. */
export function readSeries(
  texts: { readonly [name: string]: SeriesText },
  directory: string,
): SeriesRead {
  const series = new Map<string, Series>();
  const findings: StepFinding[] = [];
  const ofFiles: ScenarioFinding[] = [];
  for (const [name, text] of Object.entries(texts)) {
    const path: JsonPath = ["series", name];
    const { file, values } = text;
    if ((file === undefined) === (values === undefined)) {
      findings.push({ code: "series_of_one_kind", path, expected: "values|file", actual: "" });
      continue;
    }
    if (file === undefined) {
      const dated = Object.entries(values ?? {}) as [LocalDate, string][];
      series.set(
        name,
        dated.toSorted(([a], [b]) => (a < b ? -1 : 1)),
      );
      continue;
    }
    const at = resolve(directory, file);
    if (!existsSync(at)) {
      const finding = { code: "data_file_missing", expected: "", actual: file };
      findings.push({ ...finding, path: [...path, "file"] });
      continue;
    }
    const lines = decodedText(readFileSync(at));
    if (lines === undefined) {
      const finding = { code: "data_not_text", expected: "UTF-8, Shift_JIS", actual: file };
      findings.push({ ...finding, path: [...path, "file"] });
      continue;
    }
    const { dates, column } = text;
    const read = readMarketData(lines, {
      ...(dates === undefined ? {} : { dates }),
      ...(column === undefined ? {} : { column }),
    });
    series.set(name, read.values);
    ofFiles.push(...read.findings.map((finding) => ofFile(finding, relative(".", at), lines)));
  }
  return { series, findings, ofFiles };
}

function ofFile(
  finding: Pick<ScenarioFinding, "code" | "line" | "expected" | "actual">,
  file: string,
  text: string,
): ScenarioFinding {
  const excerpt = text.split(/\r?\n/)[finding.line - 1] ?? "";
  return { ...finding, file, column: 1, path: "", excerpt: excerpt.slice(0, 120) };
}

/** Text as publishers send it: UTF-8, or the Shift_JIS of Japan's ministries. */
export function decodedText(bytes: Uint8Array): string | undefined {
  for (const encoding of ["utf-8", "shift_jis"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return undefined;
}
