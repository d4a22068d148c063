import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Json } from "@jointfund/core/base/json.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import { bracketsOf, resolveBrackets } from "@jointfund/core/charter/brackets.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { decodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { assumptionsSchema } from "@jointfund/projection/assumptions/assumptions-schema.ts";
import { defaultAssumptions } from "@jointfund/projection/assumptions/default-assumptions.ts";
import { withModel, type ModelKind } from "@jointfund/projection/assumptions/market-models.ts";
import { readAssumptions } from "@jointfund/projection/assumptions/read-assumptions.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import type { Inexpressible } from "@jointfund/projection/charter/inexpressible.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import { readCharterFile, type CharterFile } from "../charter/charter-file.ts";
import {
  charterWithSettings,
  settingsOf,
  settingText,
  withSettings,
  type Setting,
} from "../scenario/settings.ts";
import {
  readAssumptionFile,
  type AssumptionFile,
  type AssumptionFileFinding,
} from "./assumption-files.ts";

/** What is to be projected, as somebody asks for it. */
export type ProjectionRequest = {
  /** The charter's file. */
  readonly charter: string;
  /** The assumptions' file; without it that of the charter's name, or what suits any charter. */
  readonly assumptions?: string;
  /** Of a draft, the side whose reading is taken. */
  readonly side?: string;
  /** "charter.<path>" and "capital" change the charter, any other path the assumptions. */
  readonly settings: readonly Setting[];
  readonly stresses: readonly string[];
  readonly model?: ModelKind;
  readonly years: number;
  readonly seed: string;
};

/** A charter and assumptions as they will be computed. */
export type ProjectionInput = {
  readonly charter: Charter;
  readonly assumptions: Assumptions;
  /** The file that they were read from, if they were. */
  readonly assumptionsFile: string | undefined;
  readonly model: FundModel;
};

/** Why something cannot be projected. */
export type ProjectionFault =
  /** A charter with faults, as it is or as some settings make it. */
  | { readonly kind: "charter"; readonly file: CharterFile; readonly set: readonly string[] }
  | { readonly kind: "draft"; readonly name: string; readonly sides: readonly string[] }
  | { readonly kind: "settings"; readonly settings: readonly string[] }
  | { readonly kind: "assumptions"; readonly findings: readonly AssumptionFileFinding[] }
  | {
      readonly kind: "stresses";
      readonly unknown: readonly string[];
      readonly known: readonly string[];
    }
  /** What the charter says and a program can't, each with its clause [PJ40]. */
  | { readonly kind: "inexpressible"; readonly refusals: readonly Inexpressible[] };

/** Reads files and compiles them; a file that is missing throws what the system says. */
export function readProjection(
  request: ProjectionRequest,
): Result<ProjectionInput, ProjectionFault> {
  const set = settingsOf(request.settings);
  const charter = readCharter(request, set.charter);
  if (!charter.ok) return charter;
  const file = request.assumptions ?? assumptionsBeside(request.charter);
  const read = assumptionsOf(file, charter.value, set.scenario);
  if (!read.ok) return read;
  const { model, stresses, years, seed } = request;
  const assumptions = model === undefined ? read.value : withModel(read.value, model);
  const known = assumptions.stresses.map(({ id }) => id);
  const unknown = stresses.filter((id) => !known.includes(id));
  if (unknown.length > 0) return err({ kind: "stresses", unknown, known });
  const steps = (years * 12) / assumptions.stepMonths;
  const compiled = compileFund(charter.value, assumptions, {
    ...{ steps, stresses, key: keyOfSeed(seed) },
  });
  if (!compiled.ok) return err({ kind: "inexpressible", refusals: compiled.error });
  const input = { charter: charter.value, assumptions, assumptionsFile: file };
  return ok({ ...input, model: compiled.value });
}

function readCharter(
  { charter, side }: ProjectionRequest,
  settings: readonly Setting[],
): Result<Charter, ProjectionFault> {
  let unplaced: readonly Setting[] = [];
  let changed: Json | undefined;
  const file = readCharterFile(charter, readFileSync(charter), (json) => {
    ({ json: changed, unplaced } = charterWithSettings(json, settings));
    return changed;
  });
  if (unplaced.length > 0) return err({ kind: "settings", settings: unplaced.map(settingText) });
  if (file.findings.some(({ severity }) => severity === "error") || changed === undefined) {
    return err({ kind: "charter", file, set: settings.map(settingText) });
  }
  if (file.charter !== undefined) return ok(file.charter);
  const resolved = side === undefined ? undefined : resolveBrackets(changed, side);
  const read = resolved?.ok === true ? decodeCharter(resolved.value) : undefined;
  if (read?.ok === true) return ok(read.value);
  const sides = new Set(bracketsOf(changed).flatMap((bracket) => bracket.sides));
  return err({ kind: "draft", name: charter, sides: [...sides] });
}

/** "assumptions/a.yaml" for "charters/a.yaml", where there is such a file. */
export function assumptionsBeside(charter: string): string | undefined {
  const name = basename(charter, extname(charter));
  const file = join(dirname(charter), "..", "assumptions", `${name}.yaml`);
  return existsSync(file) ? file : undefined;
}

/** Reads a file, or takes what suits any charter, with values set otherwise. */
export function assumptionsOf(
  file: string | undefined,
  charter: Charter,
  settings: readonly Setting[],
): Result<Assumptions, ProjectionFault> {
  let unplaced: readonly Setting[] = [];
  const change = (json: Json): Json => {
    const changed = withSettings(json, settings);
    ({ unplaced } = changed);
    return changed.json;
  };
  const read =
    file === undefined ? suitingAny(charter, change) : readAssumptionFile(file, charter, change);
  if (unplaced.length > 0) return err({ kind: "settings", settings: unplaced.map(settingText) });
  const { assumptions, findings } = read;
  return assumptions === undefined ? err({ kind: "assumptions", findings }) : ok(assumptions);
}

/** What suits any charter; what is wrong then is said of no place. */
function suitingAny(charter: Charter, change: (json: Json) => Json): AssumptionFile {
  const made = defaultAssumptions(charter);
  const read = made.ok
    ? readAssumptions(change(encode(assumptionsSchema, made.value)), charter)
    : made;
  if (read.ok) return { assumptions: read.value, findings: [] };
  const nowhere = { file: "assumptions", line: 1, column: 1, excerpt: "" };
  return {
    assumptions: undefined,
    findings: read.error.map((finding) => ({ ...finding, ...nowhere })),
  };
}
