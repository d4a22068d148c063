/**
 * Exact fractions while an expression is worked out. Unlike a Ratio they are not brought to lowest
 * terms at each step: a covenant compares a few products, and finding common factors would take
 * most of its time. What leaves the evaluator is a Ratio again.
 */
export type Exact = { readonly num: bigint; readonly den: bigint };

/** `a + b`. */
export function addExact(a: Exact, b: Exact): Exact {
  if (a.den === b.den) return { num: a.num + b.num, den: a.den };
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

/** `a - b`. */
export function subtractExact(a: Exact, b: Exact): Exact {
  if (a.den === b.den) return { num: a.num - b.num, den: a.den };
  return { num: a.num * b.den - b.num * a.den, den: a.den * b.den };
}

/** `a * b`. */
export function multiplyExact(a: Exact, b: Exact): Exact {
  return { num: a.num * b.num, den: a.den * b.den };
}

/** `a / b`; undefined for a zero divisor. The denominator stays positive. */
export function divideExact(a: Exact, b: Exact): Exact | undefined {
  if (b.num === 0n) return undefined;
  if (b.num < 0n) return { num: -a.num * b.den, den: a.den * -b.num };
  return { num: a.num * b.den, den: a.den * b.num };
}

/** `-a`. */
export function negateExact(a: Exact): Exact {
  return { num: -a.num, den: a.den };
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compareExact(a: Exact, b: Exact): -1 | 0 | 1 {
  const same = a.den === b.den;
  const left = same ? a.num : a.num * b.den;
  const right = same ? b.num : b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}
