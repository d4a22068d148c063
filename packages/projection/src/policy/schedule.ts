import { assert } from "@jointfund/core/base/assert.ts";
import type { PolicyTreasury, Schedule } from "./policy-schema.ts";

type FiscalYearTerms = PolicyTreasury["fiscalYear"];

/** The figure of one of a schedule's own years. */
export function figureOfYear({ byYear, growth = 0 }: Schedule, year: number): number {
  const years = Object.keys(byYear)
    .map(Number)
    .filter((listed) => listed <= year);
  assert(years.length > 0, "a schedule begins with the years that are compared (PO5)");
  const last = Math.max(...years);
  let figure = byYear[String(last)]!;
  for (let after = last; after < year; after++) figure *= 1 + growth;
  return figure;
}

/** What part of a fiscal year lies in the earlier of the two calendar years that it touches. */
export function earlierPart({ start }: FiscalYearTerms): number {
  return (13 - Number(start.slice(0, 2))) / 12;
}

/**
 * A schedule's figure for a treasury's fiscal year. One of calendar years is split by months, as
 * the Joint Committee on Taxation turns its offsets into those of fiscal years (PO4).
 */
export function figureOfFiscalYear(of: Schedule, terms: FiscalYearTerms, year: number): number {
  if (of.years === "fiscal" || terms.start.startsWith("01")) return figureOfYear(of, year);
  const earlier = terms.namedBy === "end" ? year - 1 : year;
  const part = earlierPart(terms);
  return part * figureOfYear(of, earlier) + (1 - part) * figureOfYear(of, earlier + 1);
}
