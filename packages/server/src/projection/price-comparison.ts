import { readFileSync } from "node:fs";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import { isSameModel } from "@jointfund/projection/pricing/same-model.ts";
import type { Price } from "@jointfund/projection/pricing/price.ts";
import { draftReadings } from "../charter/bracket-readings.ts";
import { readCharterFile } from "../charter/charter-file.ts";
import { comparisonReport, type PartReport } from "../charter/comparison-report.ts";
import { priceModels, type PriceOptions } from "./price-readings.ts";
import { assumptionsBeside, assumptionsOf, type ProjectionFault } from "./projection-input.ts";

/** What is to be priced: the brackets of a draft, or a charter beside another one. */
export type PriceRequest = {
  readonly first: string;
  readonly second?: string;
  /** Of all readings; without it each charter's own file, or what suits any charter. */
  readonly assumptions?: string;
  readonly years: number;
  readonly seed: string;
};

/** A reading beside the first one, as it was read and compiled. */
type Other = {
  readonly name: string;
  /** Of a bracket: where it stands in the draft, and whose reading this is. */
  readonly bracket?: { readonly path: string; readonly side: string };
  readonly charter: Charter | undefined;
};
type Compiled = Other & { readonly compiled: CompiledReading | undefined };
type CompiledReading = { readonly assumptions: Assumptions; readonly model: FundModel };

export type PriceInput = {
  readonly request: PriceRequest;
  readonly first: CompiledReading & { readonly name: string; readonly charter: Charter };
  readonly others: readonly Compiled[];
};

/** Why nothing can be priced. */
export type PriceFault =
  | ProjectionFault
  | { readonly kind: "bracketless"; readonly name: string }
  | { readonly kind: "noCommonParty"; readonly names: readonly [string, string] };

/** One reading of a bracket, or another charter, priced beside the first [PJ110, PJ111]. */
export type PricedReading = {
  readonly name: string;
  readonly bracket?: { readonly path: string; readonly side: string };
  /** What differs from the first one, in words. */
  readonly parts: readonly PartReport[];
  /**
   * Nothing is priced where nothing computed depends on it, where the reading alone makes no
   * charter, or where the run was ended before.
   */
  readonly standing: "priced" | "withoutEffect" | "noCharterAlone" | "ended";
  readonly price: Price | null;
};

export type PriceComparison = {
  readonly format: "jointfund/prices/v1";
  readonly paths: number;
  readonly years: number;
  readonly seed: string;
  readonly first: { readonly name: string; readonly price: Price };
  readonly readings: readonly PricedReading[];
};

/** Reads files and compiles every reading; a file that is missing throws what the system says. */
export function readPrices(request: PriceRequest): Result<PriceInput, PriceFault> {
  const read = readingsOf(request);
  if (!read.ok) return read;
  const { name, charter, others } = read.value;
  const { first: path, second = path } = request;
  const [file, otherFile] = [path, second].map(
    (each) => request.assumptions ?? assumptionsBeside(each),
  );
  const first = modelOf(charter, file, request);
  if (!first.ok) return first;
  const compiled: Compiled[] = [];
  for (const other of others) {
    const model = other.charter && modelOf(other.charter, otherFile, request);
    if (model?.ok === false) return model;
    if (model !== undefined && !haveCommonParty(first.value.model, model.value.model)) {
      return err({ kind: "noCommonParty", names: [name, other.name] });
    }
    compiled.push({ ...other, compiled: model?.value });
  }
  return ok({ request, first: { name, charter, ...first.value }, others: compiled });
}

type Readings = {
  readonly name: string;
  readonly charter: Charter;
  readonly others: readonly Other[];
};

function readingsOf({ first, second }: PriceRequest): Result<Readings, PriceFault> {
  const one = readSides(first);
  if (!one.ok) return one;
  const { name, charter, others } = one.value;
  if (second === undefined) {
    return others.length === 0 ? err({ kind: "bracketless", name: first }) : one;
  }
  const other = readSides(second);
  if (!other.ok) return other;
  const beside = { name: other.value.name, charter: other.value.charter };
  return ok({ name, charter, others: [beside] });
}

/** A charter, or the first side's reading of a draft with the others'. */
function readSides(path: string): Result<Readings, PriceFault> {
  const file = readCharterFile(path, readFileSync(path));
  const { json } = file.document;
  if (json === undefined || file.findings.some(({ severity }) => severity === "error")) {
    return err({ kind: "charter", file, set: [] });
  }
  if (file.charter !== undefined) return ok({ name: path, charter: file.charter, others: [] });
  const readings = draftReadings(json);
  if (readings === undefined) return err({ kind: "charter", file, set: [] });
  return ok({
    ...{ name: readings.side, charter: readings.charter },
    others: readings.alternatives.map((each) => ({
      name: each.side,
      bracket: { path: each.path, side: each.side },
      charter: each.charter,
    })),
  });
}

function modelOf(
  charter: Charter,
  file: string | undefined,
  { years, seed }: PriceRequest,
): Result<CompiledReading, PriceFault> {
  const read = assumptionsOf(file, charter, []);
  if (!read.ok) return read;
  const assumptions = read.value;
  const steps = (years * 12) / assumptions.stepMonths;
  const model = compileFund(charter, assumptions, { steps, key: keyOfSeed(seed), stresses: [] });
  if (!model.ok) return err({ kind: "inexpressible", refusals: model.error });
  return ok({ assumptions, model: model.value });
}

const haveCommonParty = (one: FundModel, other: FundModel): boolean =>
  one.parties.some((a) => other.parties.some((b) => a.id === b.id && a.currency === b.currency));

/** Prices every reading whose model is another one than the first's; undefined if none was done. */
export async function comparePrices(
  { request, first, others }: PriceInput,
  options: PriceOptions,
): Promise<PriceComparison | undefined> {
  const differing = others.filter(
    ({ compiled }) => compiled !== undefined && !isSameModel(compiled.model, first.model),
  );
  const models = differing.flatMap(({ compiled }) => compiled?.model ?? []);
  const [own, ...rest] = await priceModels([first.model, ...models], options);
  if (own === undefined) return undefined;
  const prices = new Map(differing.map((each, index) => [each, rest[index] ?? null]));
  const { years, seed } = request;
  return {
    ...{ format: "jointfund/prices/v1", paths: options.paths, years, seed },
    first: { name: first.name, price: own },
    readings: others.map((other) => {
      const { name, bracket, charter } = other;
      const price = prices.get(other);
      return {
        ...{ name, ...(bracket === undefined ? {} : { bracket }) },
        parts: charter === undefined ? [] : partsOf(first.charter, charter),
        standing: standingOf(other, price),
        price: price ?? null,
      };
    }),
  };
}

function standingOf(
  { charter }: Compiled,
  price: Price | null | undefined,
): PricedReading["standing"] {
  if (charter === undefined) return "noCharterAlone";
  if (price === undefined) return "withoutEffect";
  return price === null ? "ended" : "priced";
}

const partsOf = (first: Charter, other: Charter): readonly PartReport[] =>
  comparisonReport({ charter: first }, { charter: other }).sections.flatMap(({ parts }) =>
    parts.filter(({ standing }) => standing !== "same"),
  );
