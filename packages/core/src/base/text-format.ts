import { base64Decode } from "./bytes.ts";
import { DECIMAL_DIGITS_MAX, Ratio } from "./ratio.ts";

/**
 * A named form of text. `pattern` is what JSON Schema can say of it, as an ECMA-262 regular
 * expression; `accepts` decides, and may ask more than the pattern (a day that exists, say).
 */
export type TextFormat = {
  readonly name: string;
  readonly pattern: string;
  /** JSON Schema's own name of the format, where it has one. */
  readonly jsonFormat?: string;
  readonly maxLength?: number;
  readonly accepts: (text: string) => boolean;
};

function byPattern(name: string, pattern: string): TextFormat {
  const regExp = new RegExp(pattern);
  return { name, pattern, accepts: (text) => regExp.test(text) };
}

const IDENTIFIER = /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const DATE = "(?:19|2[01])[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
const DATE_ONLY = new RegExp(`^${DATE}$`);
const TIME = "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z";
const INSTANT = new RegExp(`^${DATE}${TIME}$`);

/** Whether the first ten characters, digits in the places of a date, name a day that exists. */
function dayExists(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  return Number(text.slice(8, 10)) <= days;
}

/** The formats that acts, statements and charters share. */
export const TEXT_FORMATS = {
  /** Letters and digits in groups joined by one of . _ - and at most 64 characters. */
  identifier: {
    name: "identifier",
    pattern: IDENTIFIER.source,
    maxLength: 64,
    accepts: (text: string): boolean => text.length <= 64 && IDENTIFIER.test(text),
  },
  /** A calendar date of the years 1900 to 2199. */
  date: {
    name: "date",
    pattern: `^${DATE}$`,
    jsonFormat: "date",
    accepts: (text: string): boolean => DATE_ONLY.test(text) && dayExists(text),
  },
  /** A moment in UTC to the whole second. */
  instant: {
    name: "instant",
    pattern: `^${DATE}${TIME}$`,
    jsonFormat: "date-time",
    accepts: (text: string): boolean => INSTANT.test(text) && dayExists(text),
  },
  /** What `Ratio.fromDecimal` reads. */
  decimal: {
    name: "decimal",
    pattern: "^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?$",
    maxLength: DECIMAL_DIGITS_MAX + 2,
    accepts: (text: string): boolean => Ratio.fromDecimal(text).ok,
  },
  /** 16 bytes in lower-case hexadecimal: a key id. */
  hex16: byPattern("hex16", "^[0-9a-f]{32}$"),
  /** 32 bytes in lower-case hexadecimal: a SHA-256 hash. */
  hex32: byPattern("hex32", "^[0-9a-f]{64}$"),
  /** Standard base64 with padding, in its only spelling (RFC 4648 §3.5, §4). */
  base64: {
    name: "base64",
    pattern: "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
    accepts: (text: string): boolean => base64Decode(text) !== undefined,
  },
} as const satisfies { readonly [name: string]: TextFormat };

export type TextFormatName = keyof typeof TEXT_FORMATS;
