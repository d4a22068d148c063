import { Schema, type TextFormat } from "../base/schema.ts";
import { MAX_LENGTH } from "../expression/syntax.ts";
import { TERM_DAY_COUNTS, type DayCount, type Days, type LocalizedText } from "./basic-terms.ts";
import { RATIO_TEXT } from "./ratio-text.ts";

/** Forms of the values that every section of a charter is made of. */

export function format(name: string, pattern: string): TextFormat {
  const regExp = new RegExp(pattern);
  return { name, pattern, accepts: (text) => regExp.test(text) };
}

const CLAUSE = format("clause", "^[1-9][0-9]{0,2}(?:\\.[1-9][0-9]{0,2}){0,3}$");
const AMOUNT = format("amount", "^(?:0|[1-9][0-9]{0,26})(?:\\.[0-9]{1,8})?$");
const CURRENCY = format("currency", "^[A-Z]{3}$");
export const LANGUAGE = format("language", "^[a-z]{2,3}(?:-[A-Z]{2})?$");

const MAX_TEXT = 4000;
export const MAX_DAYS = 3660;
/** No list of a charter needs more; the limit bounds the linter's work. */
export const MAX_ITEMS = 256;

export const items = <T>(item: Schema<T>, min = 0, max = MAX_ITEMS): Schema<readonly T[]> =>
  Schema.array(item, { min, max });

export const id = (): Schema<string> => Schema.string({ format: "identifier" });
export const ids = (min = 0): Schema<readonly string[]> =>
  Schema.array(id(), { min, max: MAX_ITEMS, unique: true });
export const clause = (): Schema<string> =>
  Schema.string({ format: CLAUSE, description: 'Number of the clause, as text: "5.2".' });
export const currency = (): Schema<string> =>
  Schema.string({ format: CURRENCY, description: "ISO 4217 code." });
export const amount = (): Schema<string> =>
  Schema.string({ format: AMOUNT, description: 'Decimal text, as "300000000000.00".' });
export const ratio = (): Schema<string> =>
  Schema.string({ format: RATIO_TEXT, description: 'Exact share as text: "1/2", "50%".' });
export const expression = (): Schema<string> =>
  Schema.string({ minLength: 1, maxLength: MAX_LENGTH, description: "An expression." });
export const dayCount = (): Schema<DayCount> => Schema.oneOf(TERM_DAY_COUNTS);

export const localizedText: Schema<LocalizedText> = Schema.lazy("LocalizedText", () =>
  Schema.record(
    Schema.string({ format: LANGUAGE }),
    Schema.string({ minLength: 1, maxLength: MAX_TEXT }),
    { min: 1, max: 16, description: "The same text in each language of the charter." },
  ),
);

export const days: Schema<Days> = Schema.lazy("Days", () =>
  Schema.object(
    { days: Schema.integer({ min: 1, max: MAX_DAYS }), calendar: id() },
    { description: 'Days on a calendar of the charter; "calendar" counts every day.' },
  ),
);
