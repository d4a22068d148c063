import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { hexEncode } from "@jointfund/core/base/bytes.ts";
import { FIRST_DATE, LAST_DATE, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import { actOfJournal } from "@jointfund/core/statements/audit/item.ts";
import {
  linesAsked,
  populationOf,
  unitsOfCell,
  type Population,
  type SampledUnit,
} from "@jointfund/core/statements/audit/population.ts";
import { populationOfCell } from "@jointfund/core/statements/audit/parts-in-blocks.ts";
import {
  drawSample,
  SAMPLING_METHODS,
  type Drawn,
  type SamplingMethod,
} from "@jointfund/core/statements/audit/sample.ts";
import { SAMPLE_MAX, sampleSize } from "@jointfund/core/statements/audit/sample-size.ts";
import type { Office } from "../office.ts";
import { actNameIn } from "./act-name.ts";
import { pageOf } from "../page-view.ts";
import { RequestProblem } from "../problem.ts";
import type { RecordView } from "../record-replay.ts";
import { count, currency, date, hash, minor, numberedId, string, text } from "../wire-schemas.ts";

const { array, boolean, integer, object, oneOf, optional } = Schema;

/** What a sample is drawn from and how, as an address says it: the same one, the same sample. */
export const sampleAsked = {
  method: oneOf(SAMPLING_METHODS),
  seed: string({ minLength: 1, maxLength: 80, description: "Any text; it is in the answer." }),
  cell: optional(string({ maxLength: 200, description: "A number of the page." })),
  account: optional(string({ maxLength: 20 })),
  subject: optional(string({ maxLength: 140 })),
  vehicle: optional(string({ maxLength: 80 })),
  currency: optional(currency),
  from: optional(date),
  to: optional(date),
  size: optional(integer({ min: 1, max: SAMPLE_MAX })),
  confidence: optional(integer({ min: 50, max: 99, description: "Per cent." })),
  tolerableBps: optional(integer({ min: 1, max: 9_999 })),
  expectedBps: optional(integer({ min: 0, max: 9_998 })),
} as const;

export type SampleAsked = {
  readonly method: SamplingMethod;
  readonly seed: string;
  readonly cell?: string;
  readonly account?: string;
  readonly subject?: string;
  readonly vehicle?: string;
  readonly currency?: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly size?: number;
  readonly confidence?: number;
  readonly tolerableBps?: number;
  readonly expectedBps?: number;
};

const itemSchema = Schema.lazy("SampledItem", () =>
  object({
    place: integer({ min: 1, description: "In the population, in the order of the record." }),
    hits: integer({ min: 1 }),
    certain: boolean({ description: "Too large to be missed: at least one interval." }),
    journal: numberedId,
    entry: count,
    effectiveDate: date,
    vehicle: string(),
    account: optional(string()),
    subject: optional(string()),
    minor,
    act: optional(hash),
    actType: optional(string()),
    actName: optional(text),
  }),
);

export const sampleSchema = Schema.lazy("Sample", () =>
  object({
    record: object(
      { size: count, root: string({ format: "hex32" }) },
      { description: "The record that it was drawn from: with the seed it can be drawn again." },
    ),
    method: oneOf(SAMPLING_METHODS),
    seed: string(),
    currency,
    population: object({ count, minor }, { description: "Units, and their sum without signs." }),
    size: count,
    deviationsMax: optional(count),
    aim: optional(object({ confidence: count, tolerableBps: count, expectedBps: count })),
    interval: optional(minor),
    items: array(itemSchema),
  }),
);

export type Sample = Infer<typeof sampleSchema>;

type Sized = Pick<Sample, "size" | "deviationsMax" | "aim">;

/** The size that was asked for, or that the aim needs; never more than there is to be drawn. */
function sizeOf(asked: SampleAsked, units: number): Sized {
  if (asked.size !== undefined) return { size: Math.min(asked.size, units) };
  const { confidence = 95, tolerableBps = 500, expectedBps = 0 } = asked;
  if (expectedBps >= tolerableBps) {
    throw new RequestProblem("sample_wrong", [`${expectedBps}`, `${tolerableBps}`]);
  }
  const needed = sampleSize({ confidencePercent: confidence, tolerableBps, expectedBps });
  if (needed === undefined) throw new RequestProblem("sample_too_large", [String(SAMPLE_MAX)]);
  const { deviationsMax } = needed;
  const size = asked.method === "attribute" ? Math.min(needed.size, units) : needed.size;
  return { size, deviationsMax, aim: { confidence, tolerableBps, expectedBps } };
}

/** A book that is asked for is one of the charter's. */
function checkVehicle({ state }: RecordView, vehicle: string): void {
  if (state.charter.vehicles.some(({ id }) => id === vehicle)) return;
  throw new RequestProblem("unknown_id", ["vehicle", vehicle]);
}

/** The units of a number of the page, or the lines of journal entries that were asked for. */
function populationAsked(
  office: Office,
  view: RecordView,
  asked: SampleAsked,
): { readonly population: Population; readonly currency: string } {
  const { cell, ...lines } = asked;
  if (asked.vehicle !== undefined) checkVehicle(view, asked.vehicle);
  const main = mainVehicle(view.state.charter).currency;
  if (cell === undefined) {
    const { currency: own = main } = asked;
    const population = linesAsked(view.chronicle, { ...lines, currency: own });
    return { population, currency: own };
  }
  const { cells } = pageOf(office, view);
  if (!cells.has(cell)) throw new RequestProblem("unknown_id", ["cell", cell]);
  const { from, to } = asked;
  const isOfAllDays = from === undefined && to === undefined;
  const population = isOfAllDays
    ? populationOfCell(cells, cell)
    : unitsWithin(unitsOfCell(cells, cell), asked);
  if (population === undefined) throw new RequestProblem("cell_not_sampled", [cell]);
  const value = cells.get(cell)?.value;
  return { population, currency: value?.kind === "money" ? value.currency : main };
}

/** Those of some days; nothing of nothing. */
function unitsWithin(
  units: readonly SampledUnit[] | undefined,
  { from = FIRST_DATE, to = LAST_DATE }: SampleAsked,
): Population | undefined {
  const within = units?.filter(({ posted: { journal } }) => {
    const { effectiveDate } = journal;
    return effectiveDate >= from && effectiveDate <= to;
  });
  return within && populationOf(within);
}

/** Draws a sample: what it is drawn from, how, and each unit with the act behind it. */
export function sampleOf(office: Office, view: RecordView, asked: SampleAsked): Sample {
  const { population, currency: of } = populationAsked(office, view, asked);
  const { method, seed } = asked;
  const { amounts, unitAt } = population;
  const { count, total } = amounts;
  const sized = sizeOf(asked, count);
  const drawn = sized.size === 0 ? [] : drawSample(amounts, { method, seed, size: sized.size });
  const root = office.fund.rootAt(view.size);
  return {
    record: { size: view.size, root: hexEncode(root ?? new Uint8Array()) },
    ...{ method, seed, currency: of, population: { count, minor: total } },
    ...sized,
    ...(method === "monetaryUnit" && sized.size > 0
      ? { interval: total / BigInt(sized.size) }
      : {}),
    items: drawn.map((each) => describe(view, unitAt(each.index), each)),
  };
}

function describe(view: RecordView, unit: SampledUnit, drawn: Drawn): Sample["items"][number] {
  const { posted, account, subject } = unit;
  const { journal, entry } = posted;
  const known = actOfJournal(view, journal);
  const actName = actNameIn(view.state.charter, known?.act.type);
  return {
    ...{ place: drawn.index + 1, hits: drawn.hits, certain: drawn.isCertain },
    ...{ journal: journal.id, entry, effectiveDate: journal.effectiveDate },
    ...{ vehicle: journal.vehicle, minor: unit.minor },
    ...(account === undefined ? {} : { account }),
    ...(subject === undefined ? {} : { subject }),
    ...(known === undefined ? {} : { act: known.id, actType: known.act.type }),
    ...(actName === undefined ? {} : { actName }),
  };
}
