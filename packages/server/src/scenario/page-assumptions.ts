import { Ratio } from "@jointfund/core/base/ratio.ts";
import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { assert } from "@jointfund/core/base/assert.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { parseRatioText, RATIO_TEXT } from "@jointfund/core/charter/ratio-text.ts";
import type { PageInput } from "@jointfund/core/statements/fund-page.ts";

const currency = { name: "currency code", pattern: "^[A-Z]{3}$" };
const language = { name: "language code", pattern: "^[a-z]{2}$" };

/** A rate for figures in a currency of which the record fixes none. */
export const displayTerms = Schema.object({
  currency: Schema.string({
    format: { ...currency, accepts: (text) => /^[A-Z]{3}$/.test(text) },
  }),
  /** Units of the display currency for one of the fund's. */
  rate: Schema.string({ format: "decimal" }),
  source: Schema.record(
    Schema.string({ format: { ...language, accepts: (text) => /^[a-z]{2}$/.test(text) } }),
    Schema.string({ minLength: 1, maxLength: 500 }),
  ),
});

/** A year, by party: what a government says its money costs it. */
export const fundingCostTerms = Schema.record(
  Schema.string({ format: "identifier" }),
  Schema.string({ format: RATIO_TEXT }),
  { max: 20 },
);

/** What a page is told beside the record: assumptions of the scenario. */
export const pageAssumptions = Schema.object({
  display: Schema.optional(displayTerms),
  fundingCost: Schema.optional(fundingCostTerms),
  actualUntil: Schema.optional(Schema.string<LocalDate>({ format: "date" })),
});

export type PageAssumptions = Infer<typeof pageAssumptions>;

/** The same as the page takes it. */
export function assumptionsFor({
  display,
  fundingCost,
  actualUntil,
}: PageAssumptions): Pick<PageInput, "display" | "fundingCost" | "actualUntil"> {
  const costs = Object.entries(fundingCost ?? {}).map(([party, text]) => {
    const rate = parseRatioText(text);
    assert(rate !== undefined, "an assumed cost is a ratio");
    return [party, rate] as const;
  });
  return {
    ...(display === undefined ? {} : { display: { ...display, rate: decimalOf(display.rate) } }),
    ...(costs.length === 0 ? {} : { fundingCost: Object.fromEntries(costs) }),
    ...(actualUntil === undefined ? {} : { actualUntil }),
  };
}

function decimalOf(text: string): Ratio {
  const rate = Ratio.fromDecimal(text);
  assert(rate.ok, "an assumed rate is a decimal");
  return rate.value;
}
