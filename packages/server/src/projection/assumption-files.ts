import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Json, JsonPath } from "@jointfund/core/base/json.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { daysBetween, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { isJsonObject } from "@jointfund/core/charter/charter-path.ts";
import { readMarketData, type MarketDataFinding } from "@jointfund/formats/market-data.ts";
import type { AssumptionCode } from "@jointfund/projection/assumptions/assumption-finding.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { readAssumptions } from "@jointfund/projection/assumptions/read-assumptions.ts";
import {
  logReturnsOf,
  returnsFile,
  type ReturnsFile,
} from "@jointfund/projection/assumptions/returns-file.ts";
import { readYaml, type YamlDocument, type YamlFindingCode } from "../charter/yaml-document.ts";
import { decodedText } from "../scenario/series.ts";

/** What may be wrong with a column of a CSV file that assumptions name. */
export const RETURNS_FILE_CODES = [
  "returns_file_missing",
  "returns_file_not_text",
  "returns_day_missing",
  "returns_not_of_step",
  "returns_without_logarithm",
] as const;

export type AssumptionFileCode =
  | AssumptionCode
  | YamlFindingCode
  | MarketDataFinding["code"]
  | (typeof RETURNS_FILE_CODES)[number];

/** Something wrong with a file of assumptions, or with a CSV file that it names, and where. */
export type AssumptionFileFinding = {
  readonly code: AssumptionFileCode;
  readonly path: JsonPath;
  readonly facts: { readonly [fact: string]: Json };
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly excerpt: string;
};

export type AssumptionFile = {
  /** There if nothing is wrong. */
  readonly assumptions: Assumptions | undefined;
  readonly findings: readonly AssumptionFileFinding[];
};

type Found = Pick<AssumptionFileFinding, "code" | "path" | "facts">;

/**
 * Reads a file of assumptions for a charter, with values that `change` sets, and the CSV files that
 * it names, relative to itself [PJ24]. A missing file of assumptions throws what the system says.
 */
export function readAssumptionFile(
  file: string,
  charter: Charter,
  change: (json: Json) => Json = (json) => json,
): AssumptionFile {
  const document = readYaml(readFileSync(file));
  const refused = (found: readonly Found[], ofFiles: readonly AssumptionFileFinding[] = []) => {
    const placed = found
      .map((each) => placedIn(document, file, each))
      .toSorted((a, b) => a.line - b.line || a.column - b.column);
    return { assumptions: undefined, findings: [...placed, ...ofFiles] };
  };
  if (document.json === undefined) return refused(document.findings);
  const columns = new ReturnColumns(dirname(file));
  const json = columns.resolved(change(document.json));
  if (columns.findings.length > 0 || columns.ofFiles.length > 0) {
    return refused(columns.findings, columns.ofFiles);
  }
  const read = readAssumptions(json, charter);
  return read.ok ? { assumptions: read.value, findings: [] } : refused(read.error);
}

function placedIn(
  { source, placeOf }: YamlDocument,
  file: string,
  { code, path, facts }: Found,
): AssumptionFileFinding {
  const place = placeOf(path);
  const { start } = code === "unknown_field" && place.key ? place.key : place.value;
  const { line, column } = source.position(start);
  const excerpt = source.lineAt(start).line;
  return { ...{ code, path, facts, file }, ...{ line, column, excerpt } };
}

const PLACE: JsonPath = ["market", "model"];

type Dated = ReadonlyMap<LocalDate, string>;

/** Days between rows, at least and at most, of steps of so many months: ends of months move. */
const DAYS_OF_STEP = { 1: [26, 35], 3: [85, 97] } as const;

/** The columns that a bootstrap names by files, read and put in the place of their names. */
class ReturnColumns {
  readonly findings: Found[] = [];
  readonly ofFiles: AssumptionFileFinding[] = [];
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  resolved(json: Json): Json {
    if (!isJsonObject(json) || !isJsonObject(json["market"])) return json;
    const { model } = json["market"];
    if (!isJsonObject(model) || !isJsonObject(model["returns"])) return json;
    const market = this.#column(model["returns"], [...PLACE, "returns"]);
    if (market === undefined) return json;
    const days = daysOf(market);
    this.#checkSpacing(days, json["stepMonths"]);
    const returns = this.#returns(market, days);
    const exchange = this.#exchange(model["exchange"], days);
    const resolved = { ...model, returns, ...(exchange === undefined ? {} : { exchange }) };
    return { ...json, market: { ...json["market"], model: resolved } };
  }

  /** A step has one row, so rows of months are none for steps of quarters. */
  #checkSpacing(days: readonly LocalDate[], stepMonths: Json | undefined): void {
    const gaps = days.slice(1).map((day, index) => daysBetween(days[index]!, day));
    const actual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1];
    const fits = stepMonths === 1 || stepMonths === 3 ? DAYS_OF_STEP[stepMonths] : undefined;
    if (actual === undefined || fits === undefined) return;
    if (actual >= fits[0] && actual <= fits[1]) return;
    const facts = { actual, required: stepMonths! };
    this.findings.push({ code: "returns_not_of_step", path: [...PLACE, "returns"], facts });
  }

  #exchange(exchange: Json | undefined, days: readonly LocalDate[]): Json | undefined {
    if (!isJsonObject(exchange)) return exchange;
    const columns: { [currency: string]: Json } = {};
    for (const [currency, named] of Object.entries(exchange)) {
      const read = isJsonObject(named)
        ? this.#column(named, [...PLACE, "exchange", currency])
        : undefined;
      columns[currency] = read === undefined ? named : this.#returns(read, days);
    }
    return columns;
  }

  #column(json: Json, path: JsonPath): Column | undefined {
    const named = decode(returnsFile, json);
    if (!named.ok) {
      for (const { code, path: at, expected, actual } of named.error) {
        this.findings.push({ code, path: [...path, ...at], facts: { expected, actual } });
      }
      return undefined;
    }
    const { file, column, dates, from } = named.value;
    const at = resolve(this.#directory, file);
    const text = existsSync(at) ? decodedText(readFileSync(at)) : undefined;
    if (text === undefined) {
      const code = existsSync(at) ? "returns_file_not_text" : "returns_file_missing";
      this.findings.push({ code, path: [...path, "file"], facts: { actual: file } });
      return undefined;
    }
    const { values, findings } = readMarketData(text, {
      ...(dates === undefined ? {} : { dates }),
      ...(column === undefined ? {} : { column }),
      ...(from === undefined ? {} : { from }),
    });
    for (const { code, line, expected, actual } of findings) {
      const excerpt = (text.split(/\r?\n/)[line - 1] ?? "").slice(0, 120);
      const place = { file: relative(".", at), line, column: 1, excerpt };
      this.ofFiles.push({ ...{ code, path: [], facts: { expected, actual } }, ...place });
    }
    if (findings.length > 0) return undefined;
    return { named: named.value, path, dated: new Map(values) };
  }

  /** Log returns of these days; levels begin with the last one before them. */
  #returns({ named, path, dated }: Column, days: readonly LocalDate[]): readonly string[] {
    const before = [...dated.keys()].findLast((day) => day < (days[0] ?? ""));
    const needed = named.holds === "levels" && before !== undefined ? [before, ...days] : days;
    const missing =
      named.holds === "levels" && before === undefined
        ? days[0]
        : needed.find((day) => !dated.has(day));
    if (missing !== undefined) {
      const facts = { actual: missing };
      this.findings.push({ code: "returns_day_missing", path, facts });
      return [];
    }
    const values = needed.map((day) => dated.get(day)!);
    const made = logReturnsOf(values, named.holds);
    if ("returns" in made) return made.returns;
    const facts = { day: needed[made.impossible]!, actual: values[made.impossible]! };
    this.findings.push({ code: "returns_without_logarithm", path, facts });
    return [];
  }
}

/** The days of the rows: those of the market's column. Its first level only begins a return. */
function daysOf({ named, dated }: Column): readonly LocalDate[] {
  const { holds, from = "", until } = named;
  return [...dated.keys()]
    .slice(holds === "levels" ? 1 : 0)
    .filter((day) => day >= from && (until === undefined || day <= until));
}

type Column = { readonly named: ReturnsFile; readonly path: JsonPath; readonly dated: Dated };
