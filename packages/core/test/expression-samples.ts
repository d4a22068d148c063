import fc from "fast-check";
import {
  AND,
  COMPARE,
  DAY,
  MINUS,
  NOT,
  OPERAND,
  OR,
  POWER,
  PRODUCT,
  SUM,
  binary,
  dayOf,
  leaf,
  magnitude,
  minus,
  moved,
  over,
  plus,
  rounded,
  sign,
  strict,
  times,
  wrap,
  type Answer,
  type Fraction,
  type Names,
  type Sample,
  type Span,
} from "./expression-oracle.ts";

/**
 * Random well-typed expressions, each with what it comes to: text and oracle are made side by side
 * from the rules.
 */

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
type Tie = fc.LetrecTypedTie<{ [K in Kinds]: Sample }>;
type Samples = fc.Arbitrary<Sample>;

const oneOf = (leaves: readonly Samples[], nodes: readonly Samples[]): Samples =>
  fc.oneof({ depthSize: "small", maxDepth: 5, withCrossShrink: true }, ...leaves, ...nodes);
const pair = (tie: Tie, kind: Kinds): fc.Arbitrary<[Sample, Sample]> =>
  fc.tuple(tie(kind), tie(kind));

const conditional = (tie: Tie, kind: Kinds): Samples =>
  fc.tuple(tie("boolean"), tie(kind), tie(kind)).map(([condition, yes, no]) => ({
    text: `if ${condition.text} then ${yes.text} else ${no.text}`,
    level: 0,
    answer: (given) => {
      const holds = condition.answer(given);
      return holds === null ? null : holds === true ? yes.answer(given) : no.answer(given);
    },
  }));

const fallback = (tie: Tie, kind: Kinds): Samples =>
  pair(tie, kind).map(([value, other]) =>
    leaf(
      `orElse(${value.text}, ${other.text})`,
      (given) => value.answer(given) ?? other.answer(given),
    ),
  );

const sum = (tie: Tie, kind: Kinds): Samples =>
  fc
    .tuple(pair(tie, kind), fc.boolean())
    .map(([both, adds]) => binary(both, adds ? "+" : "-", SUM, adds ? plus : minus));

const negated = (tie: Tie, kind: Kinds): Samples =>
  tie(kind).map((operand) => ({
    text: `-${wrap(operand, MINUS)}`,
    level: MINUS,
    answer: strict<[Fraction]>([operand], (value) => minus([0n, 1n], value)),
  }));

const absolute = (tie: Tie, kind: Kinds): Samples =>
  tie(kind).map((operand) =>
    leaf(`abs(${operand.text})`, strict<[Fraction]>([operand], magnitude)),
  );

const extreme = (tie: Tie, kind: Kinds): Samples =>
  fc
    .tuple(fc.array(tie(kind), { minLength: 2, maxLength: 3 }), fc.boolean())
    .map(([parts, isLeast]) => {
      const text = `${isLeast ? "min" : "max"}(${parts.map((part) => part.text).join(", ")})`;
      const better = (value: Fraction, best: Fraction): boolean =>
        isLeast ? sign(value, best) < 0 : sign(value, best) > 0;
      return leaf(
        text,
        strict<Fraction[]>(parts, (...values) =>
          values.reduce((best, value) => (better(value, best) ? value : best)),
        ),
      );
    });

const numeric = (tie: Tie, kind: Kinds): Samples[] => [
  sum(tie, kind),
  negated(tie, kind),
  absolute(tie, kind),
  extreme(tie, kind),
  conditional(tie, kind),
  fallback(tie, kind),
];

/** Money times and by a number, and a share of it. */
const scaled = (tie: Tie, kind: "usd" | "jpy"): Samples =>
  fc
    .tuple(tie(kind), tie("ratio"), fc.constantFrom("left", "right", "of", "by"))
    .map(([money, number, how]) => {
      if (how === "by") return binary([money, number], "/", PRODUCT, over);
      if (how === "of") return binary([number, money], "of", PRODUCT, times);
      return binary(how === "left" ? [money, number] : [number, money], "*", PRODUCT, times);
    });

const roundedMoney = (tie: Tie, kind: "usd" | "jpy", exponent: number): Samples =>
  fc.tuple(tie(kind), mode, fc.option(fc.nat(4))).map(([operand, how, places]) => {
    const given = places === null ? "" : `, ${places}`;
    const shift = 10n ** BigInt(Math.abs(exponent - (places ?? exponent)));
    const step: Fraction = (places ?? exponent) > exponent ? [1n, shift] : [shift, 1n];
    const combine = (value: Fraction): Answer =>
      times([rounded(over(value, step)!, how), 1n], step);
    return leaf(`round(${operand.text}, ${how}${given})`, strict<[Fraction]>([operand], combine));
  });

const amount = (currency: string, exponent: number): Samples =>
  fc.tuple(fc.nat(900_000), fc.nat(3)).map(([digits, scale]) => {
    const padded = String(digits).padStart(scale + 1, "0");
    const shown = scale === 0 ? padded : `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
    const value: Fraction = [BigInt(digits) * 10n ** BigInt(exponent), 10n ** BigInt(scale)];
    return leaf(`${shown} ${currency}`, () => value);
  });

const money = (tie: Tie, kind: "usd" | "jpy", exponent: number): Samples =>
  oneOf(
    [amount(kind.toUpperCase(), exponent), name(kind)],
    [...numeric(tie, kind), scaled(tie, kind), roundedMoney(tie, kind, exponent)],
  );

const power = (tie: Tie): Samples =>
  fc.tuple(tie("ratio"), fc.integer({ min: 1, max: 4 })).map(([operand, exponent]) => ({
    text: `${wrap(operand, OPERAND)} ^ ${exponent}`,
    level: POWER,
    answer: strict<[Fraction]>([operand], ([num, den]) => [
      num ** BigInt(exponent),
      den ** BigInt(exponent),
    ]),
  }));

const ratio = (tie: Tie): Samples =>
  oneOf(
    [decimal, name("ratio")],
    [
      ...numeric(tie, "ratio"),
      pair(tie, "ratio").map((both) => binary(both, "*", PRODUCT, times)),
      pair(tie, "ratio").map((both) => binary(both, "of", PRODUCT, times)),
      fc
        .oneof(...(["ratio", "integer", "usd", "jpy"] as const).map((kind) => pair(tie, kind)))
        .map((both) => binary(both, "/", PRODUCT, over)),
      power(tie),
    ],
  );

const integer = (tie: Tie): Samples =>
  oneOf(
    [fc.nat(3000).map((value) => leaf(String(value), () => [BigInt(value), 1n])), name("integer")],
    [
      ...numeric(tie, "integer"),
      pair(tie, "integer").map((both) => binary(both, "*", PRODUCT, times)),
      fc.tuple(tie("ratio"), mode).map(([operand, how]) =>
        leaf(
          `round(${operand.text}, ${how})`,
          strict<[Fraction]>([operand], (value) => [rounded(value, how), 1n]),
        ),
      ),
      pair(tie, "date").map(([from, to]) =>
        leaf(
          `daysBetween(${from.text}, ${to.text})`,
          strict<[string, string]>([from, to], (a, b) => [BigInt(dayOf(b) - dayOf(a)), 1n]),
        ),
      ),
    ],
  );

/** Whether a comparison holds, by the sign of the difference. */
function holds(operator: string, difference: number): boolean {
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
}

const compared = (tie: Tie, kind: Kinds, order: (a: never, b: never) => number | null): Samples =>
  fc
    .tuple(pair(tie, kind), fc.constantFrom("=", "!=", "<", "<=", ">", ">="))
    .map(([both, operator]) =>
      binary(both, operator, COMPARE, (a, b) => {
        const difference = order(a, b);
        return difference === null ? null : holds(operator, difference);
      }),
    );

const spanOrder = (a: Span, b: Span): number | null => {
  const [months, days] = [Math.sign(a.months - b.months), Math.sign(a.days - b.days)];
  return months * days < 0 ? null : months || days;
};

const comparisons = (tie: Tie): Samples[] => [
  ...(["usd", "jpy", "ratio", "integer"] as const).map((kind) => compared(tie, kind, sign)),
  fc
    .tuple(tie("integer"), tie("ratio"))
    .map((both) => binary(both, "<", COMPARE, (a: Fraction, b: Fraction) => sign(a, b) < 0)),
  compared(tie, "date", (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)),
  compared(tie, "duration", spanOrder),
  fc
    .tuple(pair(tie, "text"), fc.boolean())
    .map(([both, isEqual]) =>
      binary(both, isEqual ? "=" : "!=", COMPARE, (a: string, b: string) => (a === b) === isEqual),
    ),
];

const membership = (tie: Tie): Samples =>
  fc
    .tuple(tie("text"), fc.array(tie("text"), { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([item, items, isIn]) => {
      const list = items.map((one) => one.text).join(", ");
      return {
        text: `${wrap(item, SUM)} ${isIn ? "in" : "not in"} [${list}]`,
        level: COMPARE,
        answer: strict<string[]>(
          [item, ...items],
          (first, ...rest) => rest.includes(first) === isIn,
        ),
      };
    });

const denial = (tie: Tie): Samples =>
  tie("boolean").map((operand) => ({
    text: `not ${wrap(operand, NOT)}`,
    level: NOT,
    answer: (given) => {
      const value = operand.answer(given);
      return value === null ? null : value === false;
    },
  }));

/** Kleene's tables, as numbers: false 0, undefined 1, true 2. */
const rank = (value: Answer): number => (value === null ? 1 : value === true ? 2 : 0);

const junction = (tie: Tie): Samples =>
  fc.tuple(pair(tie, "boolean"), fc.boolean()).map(([[left, right], isAnd]) => {
    const level = isAnd ? AND : OR;
    return {
      text: `${wrap(left, level)} ${isAnd ? "and" : "or"} ${wrap(right, level + 1)}`,
      level,
      answer: (given) => {
        const ranks = [rank(left.answer(given)), rank(right.answer(given))];
        const result = isAnd ? Math.min(...ranks) : Math.max(...ranks);
        return result === 1 ? null : result === 2;
      },
    };
  });

const condition = (tie: Tie): Samples =>
  oneOf(
    [fc.boolean().map((value) => leaf(String(value), () => value)), name("boolean")],
    [
      ...comparisons(tie),
      membership(tie),
      denial(tie),
      junction(tie),
      conditional(tie, "boolean"),
      fallback(tie, "boolean"),
    ],
  );

const dateLater = (tie: Tie): Samples =>
  fc.tuple(tie("date"), tie("duration"), fc.boolean()).map(([date, span, adds]) => ({
    text: `${wrap(date, SUM)} ${adds ? "+" : "-"} ${wrap(span, SUM + 1)}`,
    level: SUM,
    answer: strict<[string, Span]>([date, span], (at, { months, days }) =>
      moved(at, adds ? { months, days } : { months: -months, days: -days }),
    ),
  }));

const dateMoved = (tie: Tie): Samples =>
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
    );

const dates = (tie: Tie): Samples =>
  oneOf(
    [
      fc.integer({ min: dayOf("1950-01-01"), max: dayOf("2150-12-31") }).map((day) => {
        const date = new Date(day * DAY).toISOString().slice(0, 10);
        return leaf(date, () => date);
      }),
      name("date"),
    ],
    [dateLater(tie), dateMoved(tie), conditional(tie, "date"), fallback(tie, "date")],
  );

const duration = (tie: Tie): Samples =>
  oneOf(
    [
      fc.tuple(fc.nat(40), fc.constantFrom("day", "month", "year")).map(([count, unit]) => {
        const months = unit === "day" ? 0 : unit === "month" ? count : count * 12;
        const days = unit === "day" ? count : 0;
        return leaf(`${count} ${unit}${count === 1 ? "" : "s"}`, () => ({ months, days }));
      }),
    ],
    [
      fc.tuple(pair(tie, "duration"), fc.boolean()).map(([[left, right], adds]) => ({
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
      conditional(tie, "duration"),
    ],
  );

const texts = (tie: Tie): Samples =>
  oneOf(
    [fc.constantFrom("a", "b", "日本").map((text) => leaf(`"${text}"`, () => text)), name("text")],
    [conditional(tie, "text"), fallback(tie, "text")],
  );

/** Random expressions of each type, of any names. */
export const samples: { readonly [K in Kinds]: Samples } = fc.letrec<{
  [K in Kinds]: Sample;
}>((tie) => ({
  usd: money(tie, "usd", 2),
  jpy: money(tie, "jpy", 0),
  ratio: ratio(tie),
  integer: integer(tie),
  boolean: condition(tie),
  date: dates(tie),
  duration: duration(tie),
  text: texts(tie),
}));

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
