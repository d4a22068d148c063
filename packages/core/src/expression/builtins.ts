/** One parameter of a built-in function. Types are checked function by function [X40]. */
export type BuiltinParameter = { readonly name: string; readonly optional?: true };

/** A function of the language: the names of its parameters, in order. */
export type Builtin = {
  readonly parameters: readonly BuiltinParameter[];
  /** Takes two values or more instead, none of them by name. */
  readonly variadic?: true;
};

/** The functions of the language itself; an environment adds its own [X40]. */
export const BUILTIN_NAMES = [
  "min",
  "max",
  "abs",
  "round",
  "orElse",
  "date",
  "addDays",
  "addMonths",
  "addYears",
  "daysBetween",
] as const;

/** The name of one of them. */
export type BuiltinName = (typeof BUILTIN_NAMES)[number];

/** The functions of the language by name. */
export const BUILTINS: ReadonlyMap<string, Builtin & { readonly builtin: BuiltinName }> = new Map(
  (
    [
      { builtin: "min", parameters: [], variadic: true },
      { builtin: "max", parameters: [], variadic: true },
      { builtin: "abs", parameters: [{ name: "value" }] },
      {
        builtin: "round",
        parameters: [{ name: "value" }, { name: "mode" }, { name: "places", optional: true }],
      },
      { builtin: "orElse", parameters: [{ name: "value" }, { name: "fallback" }] },
      { builtin: "date", parameters: [{ name: "value" }] },
      { builtin: "addDays", parameters: [{ name: "date" }, { name: "days" }] },
      { builtin: "addMonths", parameters: [{ name: "date" }, { name: "months" }] },
      { builtin: "addYears", parameters: [{ name: "date" }, { name: "years" }] },
      { builtin: "daysBetween", parameters: [{ name: "from" }, { name: "to" }] },
    ] as const
  ).map((entry) => [entry.builtin, entry]),
);
