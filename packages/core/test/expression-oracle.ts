import fc from "fast-check";

/**
 * Random well-typed expressions with an oracle for what they come to. Text and oracle are made side
 * by side from the rules, with an own fraction, own dates and an own table of precedence; nothing
 * of the language's code is used.
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

const OR = 1;
const AND = 2;
const NOT = 3;
const COMPARE = 4;
const SUM = 5;
const PRODUCT = 6;
const MINUS = 7;
const POWER = 8;
const OPERAND = 9;

const wrap = ({ text, level }: Sample, least: number): string =>
  level < least ? `(${text})` : text;
const leaf = (text: string, answer: (names: Names) => Answer): Sample => ({
  text,
  level: OPERAND,
  answer,
});

/** Applies to answers that are all defined; one that is not makes the whole undefined. */
function strict<T extends readonly Answer[]>(
  parts: readonly Sample[],
  combine: (...answers: { [K in keyof T]: NonNullable<T[K]> }) => Answer,
): (names: Names) => Answer {
  return (names) => {
    const answers = parts.map((part) => part.answer(names));
    if (answers.includes(null)) return null;
    return combine(...(answers as { [K in keyof T]: NonNullable<T[K]> }));
  };
}

const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction | null =>
  c === 0n ? null : c < 0n ? [-a * d, b * -c] : [a * d, b * c];
const sign = ([a, b]: Fraction, [c, d]: Fraction): number => {
  const difference = a * d - c * b;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};
const magnitude = ([a, b]: Fraction): Fraction => [a < 0n ? -a : a, b];

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

const DAY = 86_400_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** By JavaScript's own calendar, which is the proleptic Gregorian one; null outside 1900–2199. */
function moved(date: string, { months, days }: Span): string | null {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), index - Math.floor(index / 12) * 12];
  if (toYear < 1900 || toYear > 2199) return null;
  const lastDay = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  const result = Date.UTC(toYear, toMonth, Math.min(day, lastDay)) + days * DAY;
  if (result < Date.UTC(1900, 0, 1) || result > Date.UTC(2199, 11, 31)) return null;
  return new Date(result).toISOString().slice(0, 10);
}

function binary(
  [left, right]: readonly [Sample, Sample],
  operator: string,
  level: number,
  combine: (a: never, b: never) => Answer,
): Sample {
  const least = level === COMPARE ? level + 1 : level;
  const text = `${wrap(left, least)} ${operator} ${wrap(right, level + 1)}`;
  return { text, level, answer: strict<readonly [never, never]>([left, right], combine) };
}

const ask = (value: Answer | bigint | undefined): Answer => {
  if (value === undefined) return null;
  return typeof value === "bigint" ? [value, 1n] : value;
};
const name = (kind: keyof Names): fc.Arbitrary<Sample> =>
  fc.nat(2).map((index) => leaf(`${kind}${index}`, (names) => ask(names[kind][index])));

const MODES = ["floor", "ceiling", "towardZero", "awayFromZero", "halfUp", "halfDown", "halfEven"];
const mode = fc.constantFrom(...MODES);

/** A decimal literal with its unit; `scale` is how many decimals it has. */
const decimal = fc
  .tuple(fc.nat(5000), fc.nat(3), fc.constantFrom(["", 1n], ["%", 100n], ["bp", 10_000n]))
  .map(([digits, scale, [unit, divisor]]) => {
    const padded = String(digits).padStart(scale + 1, "0");
    const fraction = scale === 0 && unit === "" ? ".0" : "";
    const shown = scale === 0 ? padded : `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
    const den = 10n ** BigInt(scale) * (divisor as bigint);
    return leaf(`${shown}${fraction}${unit as string}`, () => [BigInt(digits), den]);
  });

type Kinds = "usd" | "jpy" | "ratio" | "integer" | "boolean" | "date" | "duration" | "text";

/** Random expressions of each type, of any names. */
export const samples: { readonly [K in Kinds]: fc.Arbitrary<Sample> } = fc.letrec<{
  [K in Kinds]: Sample;
}>((tie) => {
  const pair = (kind: Kinds): fc.Arbitrary<[Sample, Sample]> => fc.tuple(tie(kind), tie(kind));
  const oneOf = (leaves: readonly fc.Arbitrary<Sample>[], nodes: readonly fc.Arbitrary<Sample>[]) =>
    fc.oneof({ depthSize: "small", maxDepth: 5, withCrossShrink: true }, ...leaves, ...nodes);

  const conditional = (kind: Kinds): fc.Arbitrary<Sample> =>
    fc.tuple(tie("boolean"), tie(kind), tie(kind)).map(([condition, yes, no]) => ({
      text: `if ${condition.text} then ${yes.text} else ${no.text}`,
      level: 0,
      answer: (names) => {
        const holds = condition.answer(names);
        return holds === null ? null : holds === true ? yes.answer(names) : no.answer(names);
      },
    }));
  const fallback = (kind: Kinds): fc.Arbitrary<Sample> =>
    pair(kind).map(([value, other]) =>
      leaf(
        `orElse(${value.text}, ${other.text})`,
        (names) => value.answer(names) ?? other.answer(names),
      ),
    );
  const sum = (kind: Kinds): fc.Arbitrary<Sample> =>
    fc
      .tuple(pair(kind), fc.boolean())
      .map(([both, adds]) => binary(both, adds ? "+" : "-", SUM, adds ? plus : minus));
  const negated = (kind: Kinds): fc.Arbitrary<Sample> =>
    tie(kind).map((operand) => ({
      text: `-${wrap(operand, MINUS)}`,
      level: MINUS,
      answer: strict<[Fraction]>([operand], (value) => minus([0n, 1n], value)),
    }));
  const absolute = (kind: Kinds): fc.Arbitrary<Sample> =>
    tie(kind).map((operand) =>
      leaf(`abs(${operand.text})`, strict<[Fraction]>([operand], magnitude)),
    );
  const extreme = (kind: Kinds): fc.Arbitrary<Sample> =>
    fc
      .tuple(fc.array(tie(kind), { minLength: 2, maxLength: 3 }), fc.boolean())
      .map(([parts, isLeast]) => {
        const text = `${isLeast ? "min" : "max"}(${parts.map((part) => part.text).join(", ")})`;
        return leaf(
          text,
          strict<Fraction[]>(parts, (...values) =>
            values.reduce((best, value) => {
              const order = sign(value, best);
              return (isLeast ? order < 0 : order > 0) ? value : best;
            }),
          ),
        );
      });
  const numeric = (kind: Kinds): fc.Arbitrary<Sample>[] => [
    sum(kind),
    negated(kind),
    absolute(kind),
    extreme(kind),
    conditional(kind),
    fallback(kind),
  ];
  /** Money times and by a number, and a share of it. */
  const scaled = (kind: "usd" | "jpy"): fc.Arbitrary<Sample> =>
    fc
      .tuple(tie(kind), tie("ratio"), fc.constantFrom("left", "right", "of", "by"))
      .map(([money, number, how]) => {
        if (how === "by") return binary([money, number], "/", PRODUCT, over);
        if (how === "of") return binary([number, money], "of", PRODUCT, times);
        return binary(how === "left" ? [money, number] : [number, money], "*", PRODUCT, times);
      });
  const roundedMoney = (kind: "usd" | "jpy", exponent: number): fc.Arbitrary<Sample> =>
    fc.tuple(tie(kind), mode, fc.option(fc.nat(4))).map(([operand, how, places]) => {
      const given = places === null ? "" : `, ${places}`;
      const shift = 10n ** BigInt(Math.abs(exponent - (places ?? exponent)));
      const step: Fraction = (places ?? exponent) > exponent ? [1n, shift] : [shift, 1n];
      const combine = (value: Fraction): Answer =>
        times([rounded(over(value, step)!, how), 1n], step);
      return leaf(`round(${operand.text}, ${how}${given})`, strict<[Fraction]>([operand], combine));
    });
  const amount = (currency: string, exponent: number): fc.Arbitrary<Sample> =>
    fc.tuple(fc.nat(900_000), fc.nat(3)).map(([digits, scale]) => {
      const padded = String(digits).padStart(scale + 1, "0");
      const shown = scale === 0 ? padded : `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
      const value: Fraction = [BigInt(digits) * 10n ** BigInt(exponent), 10n ** BigInt(scale)];
      return leaf(`${shown} ${currency}`, () => value);
    });
  const compared = (kind: Kinds, order: (a: never, b: never) => number | null) =>
    fc.tuple(pair(kind), fc.constantFrom("=", "!=", "<", "<=", ">", ">=")).map(([both, operator]) =>
      binary(both, operator, COMPARE, (a, b) => {
        const difference = order(a, b);
        if (difference === null) return null;
        switch (operator) {
          case "=":
            return difference === 0;
          case "!=":
            return difference !== 0;
          case "<":
            return difference < 0;
          case "<=":
            return difference <= 0;
          case ">":
            return difference > 0;
          default:
            return difference >= 0;
        }
      }),
    );
  const spanOrder = (a: Span, b: Span): number | null => {
    const [months, days] = [Math.sign(a.months - b.months), Math.sign(a.days - b.days)];
    return months * days < 0 ? null : months || days;
  };
  const integers = oneOf(
    [fc.nat(3000).map((value) => leaf(String(value), () => [BigInt(value), 1n])), name("integer")],
    [
      ...numeric("integer"),
      pair("integer").map((both) => binary(both, "*", PRODUCT, times)),
      fc.tuple(tie("ratio"), mode).map(([operand, how]) =>
        leaf(
          `round(${operand.text}, ${how})`,
          strict<[Fraction]>([operand], (value) => [rounded(value, how), 1n]),
        ),
      ),
      pair("date").map(([from, to]) =>
        leaf(
          `daysBetween(${from.text}, ${to.text})`,
          strict<[string, string]>([from, to], (a, b) => [BigInt(dayOf(b) - dayOf(a)), 1n]),
        ),
      ),
    ],
  );
  return {
    usd: oneOf(
      [amount("USD", 2), name("usd")],
      [...numeric("usd"), scaled("usd"), roundedMoney("usd", 2)],
    ),
    jpy: oneOf(
      [amount("JPY", 0), name("jpy")],
      [...numeric("jpy"), scaled("jpy"), roundedMoney("jpy", 0)],
    ),
    ratio: oneOf(
      [decimal, name("ratio")],
      [
        ...numeric("ratio"),
        pair("ratio").map((both) => binary(both, "*", PRODUCT, times)),
        pair("ratio").map((both) => binary(both, "of", PRODUCT, times)),
        fc
          .oneof(pair("ratio"), pair("integer"), pair("usd"), pair("jpy"))
          .map((both) => binary(both, "/", PRODUCT, over)),
        fc.tuple(tie("ratio"), fc.integer({ min: 1, max: 4 })).map(([operand, exponent]) => ({
          text: `${wrap(operand, OPERAND)} ^ ${exponent}`,
          level: POWER,
          answer: strict<[Fraction]>([operand], ([num, den]) => [
            num ** BigInt(exponent),
            den ** BigInt(exponent),
          ]),
        })),
      ],
    ),
    integer: integers,
    boolean: oneOf(
      [fc.boolean().map((value) => leaf(String(value), () => value)), name("boolean")],
      [
        ...(["usd", "jpy", "ratio", "integer"] as const).map((kind) => compared(kind, sign)),
        fc
          .tuple(tie("integer"), tie("ratio"))
          .map((both) => binary(both, "<", COMPARE, (a: Fraction, b: Fraction) => sign(a, b) < 0)),
        compared("date", (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)),
        compared("duration", spanOrder),
        fc
          .tuple(pair("text"), fc.boolean())
          .map(([both, isEqual]) =>
            binary(
              both,
              isEqual ? "=" : "!=",
              COMPARE,
              (a: string, b: string) => (a === b) === isEqual,
            ),
          ),
        fc
          .tuple(tie("text"), fc.array(tie("text"), { minLength: 1, maxLength: 3 }), fc.boolean())
          .map(([item, items, isIn]) => ({
            text: `${wrap(item, SUM)} ${isIn ? "in" : "not in"} [${items.map((one) => one.text).join(", ")}]`,
            level: COMPARE,
            answer: strict<string[]>(
              [item, ...items],
              (first, ...rest) => rest.includes(first) === isIn,
            ),
          })),
        tie("boolean").map((operand) => ({
          text: `not ${wrap(operand, NOT)}`,
          level: NOT,
          answer: (names) => {
            const value = operand.answer(names);
            return value === null ? null : value === false;
          },
        })),
        fc.tuple(pair("boolean"), fc.boolean()).map(([[left, right], isAnd]) => {
          const level = isAnd ? AND : OR;
          return {
            text: `${wrap(left, level)} ${isAnd ? "and" : "or"} ${wrap(right, level + 1)}`,
            level,
            // Kleene's tables, as numbers: false 0, undefined 1, true 2.
            answer: (names) => {
              const rank = (value: Answer): number => (value === null ? 1 : value === true ? 2 : 0);
              const ranks = [rank(left.answer(names)), rank(right.answer(names))];
              const result = isAnd ? Math.min(...ranks) : Math.max(...ranks);
              return result === 1 ? null : result === 2;
            },
          };
        }),
        conditional("boolean"),
        fallback("boolean"),
      ],
    ),
    date: oneOf(
      [
        fc.integer({ min: dayOf("1950-01-01"), max: dayOf("2150-12-31") }).map((day) => {
          const date = new Date(day * DAY).toISOString().slice(0, 10);
          return leaf(date, () => date);
        }),
        name("date"),
      ],
      [
        fc.tuple(tie("date"), tie("duration"), fc.boolean()).map(([date, span, adds]) => ({
          text: `${wrap(date, SUM)} ${adds ? "+" : "-"} ${wrap(span, SUM + 1)}`,
          level: SUM,
          answer: strict<[string, Span]>([date, span], (at, { months, days }) =>
            moved(at, adds ? { months, days } : { months: -months, days: -days }),
          ),
        })),
        fc
          .tuple(
            tie("date"),
            fc.integer({ min: -900, max: 900 }),
            fc.constantFrom("Days", "Months", "Years"),
          )
          .map(([date, count, unit]) =>
            leaf(
              `add${unit}(${date.text}, ${count})`,
              strict<[string]>([date], (at) =>
                moved(at, {
                  months: unit === "Days" ? 0 : unit === "Months" ? count : count * 12,
                  days: unit === "Days" ? count : 0,
                }),
              ),
            ),
          ),
        conditional("date"),
        fallback("date"),
      ],
    ),
    duration: oneOf(
      [
        fc.tuple(fc.nat(40), fc.constantFrom("day", "month", "year")).map(([count, unit]) => {
          const months = unit === "day" ? 0 : unit === "month" ? count : count * 12;
          const days = unit === "day" ? count : 0;
          return leaf(`${count} ${unit}${count === 1 ? "" : "s"}`, () => ({ months, days }));
        }),
      ],
      [
        fc.tuple(pair("duration"), fc.boolean()).map(([[left, right], adds]) => ({
          text: `${wrap(left, SUM)} ${adds ? "+" : "-"} ${wrap(right, SUM + 1)}`,
          level: SUM,
          answer: strict<[Span, Span]>([left, right], (a, b) => ({
            months: adds ? a.months + b.months : a.months - b.months,
            days: adds ? a.days + b.days : a.days - b.days,
          })),
        })),
        fc.tuple(tie("duration"), fc.nat(3)).map(([span, count]) => ({
          text: `${wrap(span, PRODUCT)} * ${count}`,
          level: PRODUCT,
          answer: strict<[Span]>([span], ({ months, days }) => ({
            months: months * count,
            days: days * count,
          })),
        })),
        conditional("duration"),
      ],
    ),
    text: oneOf(
      [
        fc.constantFrom("a", "b", "日本").map((text) => leaf(`"${text}"`, () => text)),
        name("text"),
      ],
      [conditional("text"), fallback("text")],
    ),
  };
});

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<(T | null)[]> =>
  fc.array(fc.option(value, { freq: 8 }), { minLength: 3, maxLength: 3 });
const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 999n }))
  .map(([num, den]): Fraction => [num, den]);

/** Values of all names; now and then a name has none, or is zero. */
export const names: fc.Arbitrary<Names> = fc.record({
  usd: maybe(fc.oneof(fc.constant<Fraction>([0n, 1n]), fraction)),
  jpy: maybe(fraction),
  ratio: maybe(fc.oneof(fc.constant<Fraction>([0n, 1n]), fraction)),
  integer: maybe(fc.bigInt({ min: -5n, max: 50n })),
  boolean: maybe(fc.boolean()),
  date: maybe(
    fc
      .integer({ min: dayOf("1900-01-01"), max: dayOf("2199-12-31") })
      .map((day) => new Date(day * DAY).toISOString().slice(0, 10)),
  ),
  text: maybe(fc.constantFrom("a", "b", "c")),
});
