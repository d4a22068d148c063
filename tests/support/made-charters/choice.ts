import fc from "fast-check";

/** Where a made charter gets its chances from: a seed, or fast-check, which can shrink them. */
export type Choice = {
  /** A whole number from 0 to before `below`. */
  readonly below: (below: number) => number;
  /** Once in so many times; the other answer is the plain one, to which shrinking leads. */
  readonly oneIn: (times: number) => boolean;
  readonly pick: <T>(values: readonly T[]) => T;
};

/** Chances that fast-check draws, remembers and makes smaller: 0 is always the plain answer. */
export function choiceOf(generator: fc.GeneratorValue): Choice {
  const below = (limit: number): number => generator(fc.nat, { max: limit - 1 });
  return {
    below,
    oneIn: (times) => below(times) === times - 1,
    pick: (values) => values[below(values.length)]!,
  };
}

/** Some of a list, in its order, at least so many. */
export function some<T>(choice: Choice, values: readonly T[], least = 0): readonly T[] {
  const left = [...values];
  let removed = choice.below(values.length - least + 1);
  while (removed-- > 0) left.splice(choice.below(left.length), 1);
  return left;
}
