import { Ratio } from "@jointfund/core/base/ratio.ts";
import { makeSchema, Schema, type JsonObject } from "@jointfund/core/base/schema.ts";
import { parseRateText, RATE_TEXT } from "./rate-text.ts";

/** Bounds of a rate, in whole per cent, both included. */
export type RateBounds = { readonly min?: number; readonly max?: number };

const word = (bound: number | undefined): string => (bound === undefined ? "" : `${bound}%`);

const text = Schema.string({ format: RATE_TEXT });

/** A rate as text within bounds [PJ20]; NaN, infinite and anything else that is none is refused. */
export function rateSchema({ min, max }: RateBounds, description?: string): Schema<string> {
  const isBounded = min !== undefined || max !== undefined;
  const expected = isBounded ? `rate ${word(min)}..${word(max)}` : RATE_TEXT.name;
  const isWithin = (value: Ratio): boolean =>
    (min === undefined || Ratio.compare(value, percent(min)) >= 0) &&
    (max === undefined || Ratio.compare(value, percent(max)) <= 0);
  return makeSchema<string>({
    expected,
    read(value, run) {
      const read = text.read(value, run);
      if (typeof read !== "string") return read;
      return isWithin(parseRateText(read)!) ? read : run.refuse("out_of_range", expected, read);
    },
    write: (value) => value,
    jsonSchema(parts): JsonObject {
      // JSON Schema can't bound numbers in text; these keywords tell readers what it can't test.
      return {
        ...text.jsonSchema(parts),
        ...(min === undefined ? {} : { "x-minimum": word(min) }),
        ...(max === undefined ? {} : { "x-maximum": word(max) }),
        ...(description === undefined ? {} : { description }),
      };
    },
  });
}

const percent = (bound: number): Ratio => Ratio.make(BigInt(bound), 100n);
