import { readFileSync } from "node:fs";
import { Ratio } from "../src/base/ratio.ts";
import { localDate } from "../src/calendar/date.ts";
import type { Environment } from "../src/expression/evaluate.ts";
import {
  environmentTypes,
  type EnvironmentTypes,
  type NameType,
  type Parameter,
} from "../src/expression/types.ts";
import type { Value } from "../src/expression/value.ts";

/** A value as the vectors write it: one key, the kind. */
export type VectorValue = { readonly [kind: string]: unknown };

type VectorFunction = {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly result: NameType & { kind: "variable" } extends { type: infer T } ? T : never;
  readonly description: { readonly en: string; readonly ja: string };
  readonly values: readonly (readonly [readonly (VectorValue | null)[], VectorValue])[];
};

type VectorVariable = {
  readonly name: string;
  readonly type: VectorFunction["result"];
  readonly description: { readonly en: string; readonly ja: string };
  readonly value: VectorValue;
};

/** A file of vectors/expression. */
export function readVectors<T>(name: string): T {
  const url = new URL(`../../../vectors/expression/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as T;
}

const file = readVectors<{
  readonly variables: readonly VectorVariable[];
  readonly functions: readonly VectorFunction[];
}>("environment.json");

const fraction = (text: unknown): Ratio => {
  const [num, den] = String(text).split("/");
  return Ratio.make(BigInt(num!), BigInt(den ?? "1"));
};

function decode(value: VectorValue): Value {
  if ("boolean" in value) return { kind: "boolean", value: value["boolean"] as boolean };
  if ("money" in value) {
    return { kind: "money", currency: String(value["money"]), amount: fraction(value["minor"]) };
  }
  if ("ratio" in value) return { kind: "ratio", value: fraction(value["ratio"]) };
  if ("integer" in value) return { kind: "integer", value: BigInt(String(value["integer"])) };
  if ("date" in value) return { kind: "date", value: localDate(String(value["date"])) };
  if ("text" in value) return { kind: "text", value: String(value["text"]) };
  if ("list" in value) return { kind: "list", value: value["list"] as string[] };
  const { months, days } = value["duration"] as { months: string; days: string };
  return { kind: "duration", value: { months: BigInt(months), days: BigInt(days) } };
}

const text = ({ num, den }: Ratio): string => (den === 1n ? `${num}` : `${num}/${den}`);

/** The vectors' form of a value. */
export function encode(value: Value): VectorValue {
  switch (value.kind) {
    case "money":
      return { money: value.currency, minor: text(value.amount) };
    case "ratio":
      return { ratio: text(value.value) };
    case "integer":
      return { integer: `${value.value}` };
    case "duration":
      return { duration: { months: `${value.value.months}`, days: `${value.value.days}` } };
    default:
      return { [value.kind]: value.value };
  }
}

/** The names that the vectors use. */
export const vectorTypes: EnvironmentTypes = environmentTypes([
  ...file.variables.map(({ name, type, description }): [string, NameType] => [
    name,
    { kind: "variable", type, description },
  ]),
  ...file.functions.map(({ name, parameters, result, description }): [string, NameType] => [
    name,
    { kind: "function", parameters, result, description },
  ]),
]);

const variables = new Map(file.variables.map(({ name, value }) => [name, value]));
const functions = new Map(
  file.functions.map(({ name, values }) => [
    name,
    new Map(values.map(([given, value]) => [JSON.stringify(given), value])),
  ]),
);

/** The values that the vectors give those names. */
export const vectorEnvironment: Environment = {
  variable: (name) => answer(variables.get(name)),
  call: (name, values) => {
    const key = JSON.stringify(values.map((value) => (value ? encode(value) : null)));
    return answer(functions.get(name)?.get(key) ?? { unavailable: "no_such_value" });
  },
};

function answer(value: VectorValue | undefined): ReturnType<Environment["variable"]> {
  if (value === undefined) throw new Error("no such name in the vectors");
  if (!("unavailable" in value)) return decode(value);
  return { kind: "unavailable", detail: String(value["unavailable"]) };
}
