/**
 * What expressions come to, written from the rules alone: with an own fraction, own dates and an
 * own table of precedence. Nothing of the language's code is used.
 */

/** A fraction that is not the program's: a numerator and a denominator above zero, not reduced. */
export type Fraction = readonly [num: bigint, den: bigint];
export type Span = { readonly months: number; readonly days: number };
/** What an expression comes to; null is undefined. */
export type Answer = Fraction | boolean | string | Span | null;

/** Values of the names that the expressions use; null is a name that has none. */
export type Names = {
  readonly usd: readonly (Fraction | null)[];
  readonly jpy: readonly (Fraction | null)[];
  readonly ratio: readonly (Fraction | null)[];
  readonly integer: readonly (bigint | null)[];
  readonly boolean: readonly (boolean | null)[];
  readonly date: readonly (string | null)[];
  readonly text: readonly (string | null)[];
};

/** A text, how tightly its outermost operator binds, and its oracle. */
export type Sample = {
  readonly text: string;
  readonly level: number;
  readonly answer: (names: Names) => Answer;
};

export const OR = 1;
export const AND = 2;
export const NOT = 3;
export const COMPARE = 4;
export const SUM = 5;
export const PRODUCT = 6;
export const MINUS = 7;
export const POWER = 8;
export const OPERAND = 9;

export const wrap = ({ text, level }: Sample, least: number): string =>
  level < least ? `(${text})` : text;
export const leaf = (text: string, answer: (names: Names) => Answer): Sample => ({
  text,
  level: OPERAND,
  answer,
});

/** Applies to answers that are all defined; one that is not makes the whole undefined. */
export function strict<T extends readonly Answer[]>(
  parts: readonly Sample[],
  combine: (...answers: { [K in keyof T]: NonNullable<T[K]> }) => Answer,
): (names: Names) => Answer {
  return (names) => {
    const answers = parts.map((part) => part.answer(names));
    if (answers.includes(null)) return null;
    return combine(...(answers as { [K in keyof T]: NonNullable<T[K]> }));
  };
}

export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
export const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d];
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction | null =>
  c === 0n ? null : c < 0n ? [-a * d, b * -c] : [a * d, b * c];
export const sign = ([a, b]: Fraction, [c, d]: Fraction): number => {
  const difference = a * d - c * b;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};
export const magnitude = ([a, b]: Fraction): Fraction => [a < 0n ? -a : a, b];

/** The whole number below, also for negative fractions. */
const below = ([a, b]: Fraction): bigint => a / b - (a % b < 0n ? 1n : 0n);

/** Each named rounding by its own definition, from the whole numbers on both sides. */
export function rounded(value: Fraction, mode: string): bigint {
  const floor = below(value);
  const rest = minus(value, [floor, 1n]);
  if (rest[0] === 0n) return floor;
  const ceiling = floor + 1n;
  const isNegative = value[0] < 0n;
  const nearer = sign(rest, [1n, 2n]);
  switch (mode) {
    case "floor":
      return floor;
    case "ceiling":
      return ceiling;
    case "towardZero":
      return isNegative ? ceiling : floor;
    case "awayFromZero":
      return isNegative ? floor : ceiling;
    default: {
      if (nearer !== 0) return nearer < 0 ? floor : ceiling;
      if (mode === "halfEven") return floor % 2n === 0n ? floor : ceiling;
      return (mode === "halfUp") === isNegative ? floor : ceiling;
    }
  }
}

export const DAY = 86_400_000;
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** By JavaScript's own calendar, which is the proleptic Gregorian one; null outside 1900–2199. */
export function moved(date: string, { months, days }: Span): string | null {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), index - Math.floor(index / 12) * 12];
  if (toYear < 1900 || toYear > 2199) return null;
  const lastDay = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  const result = Date.UTC(toYear, toMonth, Math.min(day, lastDay)) + days * DAY;
  if (result < Date.UTC(1900, 0, 1) || result > Date.UTC(2199, 11, 31)) return null;
  return new Date(result).toISOString().slice(0, 10);
}

export function binary(
  [left, right]: readonly [Sample, Sample],
  operator: string,
  level: number,
  combine: (a: never, b: never) => Answer,
): Sample {
  const least = level === COMPARE ? level + 1 : level;
  const text = `${wrap(left, least)} ${operator} ${wrap(right, level + 1)}`;
  return { text, level, answer: strict<readonly [never, never]>([left, right], combine) };
}
