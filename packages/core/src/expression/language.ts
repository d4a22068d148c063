import type { RoundingMode } from "../base/ratio.ts";
import type { Comparison, DurationUnit } from "./syntax.ts";
import type { Ordering } from "./typed.ts";

/** `compare date <=` and so on: the verb phrase of a comparison, with both sides in place. */
export type ComparisonKey =
  | `compare ${Exclude<Ordering, "text">} ${Comparison}`
  | "compare text ="
  | "compare text !=";

/**
 * How a list of things is joined. `endings`, if given, are tried in order on each part but the
 * last: a language that joins clauses by the form of the verb says here what becomes of it.
 */
export type Joint = {
  readonly between: string;
  readonly last: string;
  readonly endings?: readonly (readonly [ending: string, joining: string])[];
};

/**
 * Everything that the printer says in one language. A template has `{0}`, `{1}`, … where its parts
 * go. A language is added by writing such a table; no code knows which language it speaks [X71].
 */
export type Language = {
  readonly code: string;
  readonly capitalises: boolean;
  readonly sentence: string;
  /** Around a part that would otherwise be read together with its neighbours. */
  readonly group: string;
  readonly comparisons: Readonly<Record<ComparisonKey, string>>;
  readonly phrases: Readonly<Record<PhraseKey, string>>;
  /** `and` and `or` join things, `allOf` and `anyOf` conditions. */
  readonly joints: Readonly<Record<"and" | "or" | "allOf" | "anyOf", Joint>>;
  readonly roundings: Readonly<Record<RoundingMode, string>>;
  readonly durations: Readonly<
    Record<DurationUnit, { readonly one: string; readonly other: string }>
  >;
  readonly figures: FigureFormat;
};

/** How numbers, amounts and dates are written. */
export type FigureFormat = {
  readonly decimalPoint: string;
  /** Between every three whole digits. */
  readonly grouping: string;
  /**
   * Words for powers of ten, largest first. "largest" writes one of them where few decimals are
   * left (1.5 billion), "every" writes each in turn (12億3,456万7,890).
   */
  readonly scales: readonly { readonly exponent: number; readonly word: string }[];
  readonly scaling: "largest" | "every";
  readonly percent: string;
  readonly basisPoints: string;
  /** `{0}` the number, `{1}` the currency. */
  readonly money: string;
  /** Names of currencies; others are called by their code, with `moneyByCode`. */
  readonly currencies: ReadonlyMap<string, string>;
  readonly moneyByCode: string;
  /** `{0}` year, `{1}` month, `{2}` day. */
  readonly date: string;
  readonly months: readonly string[];
  readonly text: string;
  readonly approximately: string;
  readonly undefined: string;
  readonly yes: string;
  readonly no: string;
};

/** Each phrase with the parts of its template. */
export type PhraseKey =
  /** No part. */
  | "always"
  | "never"
  /** `{0}` a clause. */
  | "not"
  | "whether"
  /** `{0}` condition, `{1}` when it holds, `{2}` otherwise. */
  | "if value"
  | "if clause"
  /** `{0}` the value, `{1}` what stands in for it. */
  | "orElse value"
  | "orElse clause"
  /** `{0}` the thing, `{1}` one thing, or a list joined by `or`, or what stands for a list. */
  | "in one"
  | "in many"
  | "in list"
  | "not in one"
  | "not in many"
  | "not in list"
  /** `{0}` a list joined by `and`. */
  | "sum money"
  | "sum number"
  /** `{0}` less `{1}`, and less the list `{1}`. */
  | "less money"
  | "less number"
  | "less many money"
  | "less many number"
  /** `{0}` one number. */
  | "negate"
  | "absolute"
  /** `{0}` times `{1}`, which is the amount where there is one; a share `{0}` of `{1}`. */
  | "times money"
  | "times number"
  | "share"
  /** `{0}` by `{1}`. */
  | "ratio of money"
  | "divided money"
  | "divided number"
  | "power"
  /** `{0}` the number, `{1}` the step, `{2}` how. */
  | "round money"
  | "round number"
  /** `{0}` a list joined by `and`. */
  | `${"minimum" | "maximum"} ${"money" | "number" | "date"} ${"of two" | "of many"}`
  /** `{0}` a date, `{1}` a duration: one that is written out, and any other. */
  | "date after"
  | "date before"
  | "date plus"
  | "date minus"
  /** `{0}` a date, `{1}` a number of the unit. */
  | "days after"
  | "months after"
  | "years after"
  /** `{0}` and `{1}` dates. */
  | "days between"
  /** Durations, the last `{0}` so many times `{1}`. */
  | "duration plus"
  | "duration minus"
  | "duration negated"
  | "duration times";

/** The template with its parts put in. */
export function fill(template: string, ...parts: readonly string[]): string {
  return template.replace(/\{([0-9])\}/g, (_, index: string) => parts[Number(index)] ?? "");
}

/** One part alone, or the parts with the joints between them. */
export function join(parts: readonly string[], joint: Joint): string {
  const last = parts.at(-1) ?? "";
  if (parts.length < 2) return last;
  const before = parts.slice(0, -1).map((part) => withEnding(part, joint));
  return `${before.join(joint.between)}${joint.last}${last}`;
}

function withEnding(part: string, { endings = [] }: Joint): string {
  const found = endings.find(([ending]) => part.endsWith(ending));
  return found === undefined ? part : part.slice(0, -found[0].length) + found[1];
}
