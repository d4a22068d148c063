import { Ratio } from "@jointfund/core/base/ratio.ts";
import { makeSchema, Schema } from "@jointfund/core/base/schema.ts";
import type { Instant, LocalDate } from "@jointfund/core/calendar/date.ts";

/** The forms that many answers share (docs/spec/http.md, H2). */

const { integer, object, record } = Schema;

/** Text without a form of its own. */
export const { string } = Schema;

export const text = Schema.lazy("Text", () =>
  object({ en: string(), ja: string() }, { description: "The same text in both languages." }),
);

/** A text of the charter, by language code. */
export const localizedText = record(string({ minLength: 1, maxLength: 35 }), string());

/** Any whole number of minor units, however large: JSON numbers end at 2^53. */
export const minor = Schema.lazy("MinorUnits", () =>
  makeSchema<bigint>({
    expected: "whole number as text",
    read(value, run) {
      if (typeof value === "string" && /^(?:0|-?[1-9][0-9]*)$/.test(value)) return BigInt(value);
      return run.refuse("bad_format", "whole number as text", typeof value);
    },
    write: (value) => value.toString(),
    jsonSchema: () => ({
      type: "string",
      pattern: "^(?:0|-?[1-9][0-9]*)$",
      description: "An exact amount in minor units of its currency, or a number of micro-units.",
    }),
  }),
);

const RATIO = /^(0|-?[1-9][0-9]*)\/([1-9][0-9]*)$/;

/** An exact ratio in its lowest terms: "1/3". */
export const ratio = Schema.lazy("Ratio", () =>
  makeSchema<Ratio>({
    expected: "ratio",
    read(value, run) {
      const parts = typeof value === "string" ? RATIO.exec(value) : null;
      if (parts === null) return run.refuse("bad_format", "ratio", typeof value);
      return Ratio.make(BigInt(parts[1]!), BigInt(parts[2]!));
    },
    write: ({ num, den }) => `${num}/${den}`,
    jsonSchema: () => ({
      type: "string",
      pattern: RATIO.source,
      description: "An exact ratio in its lowest terms, as numerator/denominator.",
    }),
  }),
);

export const currency = string({
  format: {
    name: "currency",
    pattern: "^[A-Z]{3}$",
    accepts: (code) => /^[A-Z]{3}$/.test(code),
  },
});
export const identifier = string({ format: "identifier" });
export const hash = string({ format: "hex32" });
export const date = string<LocalDate>({ format: "date" });
export const instant = string<Instant>({ format: "instant" });
export const count = integer({ min: 0 });

/** Nothing may be asked or given. */
export const nothing = object({});

/** The id of a journal entry or payment: that of an act, or of a day's opening, and a number. */
export const numberedId = string({ minLength: 1, maxLength: 200 });
